using System.Globalization;

namespace Etabli.Methods;

/// <summary>Where a formula was read (fr: source).</summary>
/// <param name="Author">Who wrote it; empty for trade usage.</param>
/// <param name="Title">Title of the book, article or standard.</param>
/// <param name="Year">Year of the edition; null for trade usage.</param>
/// <param name="Place">Page, equation or clause; null when the whole work is meant.</param>
public sealed record Source(string Author, string Title, int? Year, string? Place = null)
{
    /// <summary>What the trade does and no page we are sure of says.</summary>
    public static Source TradeUsage { get; } = new("", "trade usage", null);

    /// <summary>The source as one line: author, title, year, place.</summary>
    public override string ToString() => string.Join(", ", new[] { Author, Title, Year?.ToString(CultureInfo.InvariantCulture), Place }.Where(p => !string.IsNullOrEmpty(p)));
}

/// <summary>A formula with its symbols and where it comes from (fr: formule).</summary>
/// <param name="Name">Stable English key of what it computes; pages word it.</param>
/// <param name="Symbols">The formula in symbols, its result first: "T = A / D".</param>
/// <param name="Source">Where it was read.</param>
public sealed record Formula(string Name, string Symbols, Source Source)
{
    internal Explained<T> Gives<T>(T value, string unit, params IEnumerable<Term> terms)
        where T : struct => new(value, unit, new Explanation(this, terms, []));

    internal Explained<T> Lacks<T>(string unit, IEnumerable<Gap> gaps, params IEnumerable<Term> terms)
        where T : struct => new(null, unit, new Explanation(this, terms, gaps));
}

/// <summary>One input of a formula: its symbol, what it is, its value and unit (fr: terme).</summary>
/// <param name="Symbol">Its symbol in the formula.</param>
/// <param name="Name">Stable English key of what it is; pages word it.</param>
/// <param name="Value">Its value, in the unit.</param>
/// <param name="Unit">One of <see cref="Units"/>.</param>
/// <param name="Of">Code of the thing it was read on: a step, a reference; null when it is of the whole.</param>
/// <param name="Assumed">True when nobody gave it and the method took its neutral value; a page must say so.</param>
/// <param name="From">How it was itself computed; null when it was entered.</param>
public sealed record Term(string Symbol, string Name, double Value, string Unit, string? Of = null, bool Assumed = false, Explanation? From = null)
{
    internal static Term Seconds(string symbol, string name, TimeSpan value, string? of = null) => new(symbol, name, value.TotalSeconds, Units.Seconds, of);

    /// <summary>The term as one line: "A = 50400 s (available time)".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Symbol}{(Of is null ? "" : $"[{Of}]")} = {Value} {Unit} ({Name}{(Assumed ? ", assumed" : "")})");
}

/// <summary>Why a result has no value (fr: motif d’absence).</summary>
public enum GapKind
{
    /// <summary>Nobody gave the number.</summary>
    NotGiven,

    /// <summary>The numbers are there and the result does not exist: no time is left, nothing was counted.</summary>
    Impossible,
}

/// <summary>What keeps a result from having a value (fr: donnée manquante).</summary>
/// <param name="Of">Code of the thing concerned; empty when it is the whole.</param>
/// <param name="Name">Stable English key of the number concerned.</param>
/// <param name="Kind">Missing, or impossible.</param>
public sealed record Gap(string Of, string Name, GapKind Kind = GapKind.NotGiven);

/// <summary>Where a number comes from: formula, inputs, source, and what is missing (fr: explication d’un résultat).</summary>
/// <remarks>Two explanations of the same formula, terms and gaps are equal. A term computed from others carries its own
/// explanation, so that a page can go down to what was entered.</remarks>
public sealed record Explanation
{
    /// <summary>Says where a number comes from.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="terms">Its inputs, in the order of the formula.</param>
    /// <param name="gaps">What is missing; empty when the result has a value.</param>
    public Explanation(Formula formula, IEnumerable<Term> terms, IEnumerable<Gap> gaps)
    {
        ArgumentNullException.ThrowIfNull(formula);
        Formula = formula;
        Terms = Listed.Of(terms, nameof(terms));
        Gaps = Listed.Of(gaps, nameof(gaps));
    }

    /// <summary>The formula, with its source.</summary>
    public Formula Formula { get; }

    /// <summary>Its inputs, in the order of the formula.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>What keeps the result from having a value; empty when it has one.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>Inputs nobody gave, taken at their neutral value, here or further down.</summary>
    public IEnumerable<Term> Assumptions => Terms.Where(t => t.Assumed).Concat(Terms.SelectMany(t => t.From?.Assumptions ?? []));
}

/// <summary>A result that can say where it comes from (fr: résultat expliqué).</summary>
/// <typeparam name="T">Type of the value.</typeparam>
/// <param name="Value">The value; null when it could not be computed, and then <see cref="Explanation.Gaps"/> says why. Never NaN.</param>
/// <param name="Unit">Unit of the value; a duration says seconds.</param>
/// <param name="Because">Formula, inputs and source.</param>
/// <example>
/// <code>
/// var takt = Takt.Of(TimeSpan.FromMinutes(840), demand: 96).Explain();
/// takt.ToString(); // "T = A / D = 525 s; A = 50400 s (available time), D = 96 pieces (demand)"
/// </code>
/// </example>
public sealed record Explained<T>(T? Value, string Unit, Explanation Because)
    where T : struct
{
    /// <summary>Whether there is a value.</summary>
    public bool IsKnown => Value is not null;

    /// <summary>The value of a result that has one.</summary>
    /// <exception cref="InvalidOperationException">The result has no value; read <see cref="Because"/> first.</exception>
    public T Known => Value ?? throw new InvalidOperationException($"{Because.Formula.Name} has no value: {Lacking}.");

    private string Lacking => string.Join(", ", Because.Gaps.Select(g => string.Join(' ', new[] { g.Of, g.Name, g.Kind == GapKind.NotGiven ? "not given" : "impossible" }.Where(w => w.Length > 0))));

    /// <summary>The result as one line of plain text, in the invariant culture.</summary>
    public override string ToString()
    {
        var value = Value is TimeSpan time ? time.TotalSeconds : (object?)Value;
        var head = value is null ? $"{Because.Formula.Symbols}: {Lacking}" : string.Create(CultureInfo.InvariantCulture, $"{Because.Formula.Symbols} = {value} {Unit}");
        return $"{head}; {string.Join(", ", Because.Terms)}";
    }
}
