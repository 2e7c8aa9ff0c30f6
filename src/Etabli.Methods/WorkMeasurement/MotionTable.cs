using System.Globalization;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>How sure a value of a table is (fr: statut d’une valeur).</summary>
public enum MotionStatus
{
    /// <summary>Read in a page anybody can read.</summary>
    Verified,

    /// <summary>Known to the trade, and not found in a page when the table was made.</summary>
    FromMemory,

    /// <summary>Brought by the user, who answers for it and for the right to use it.</summary>
    Imported,
}

/// <summary>How sequences of a table are written (fr: notation).</summary>
public enum MotionNotation
{
    /// <summary>One code for each motion: R10B G1A.</summary>
    Codes,

    /// <summary>Letters in the order of a model, each with its index: A6 B6 G1 A1 B0 P3 A0.</summary>
    Indexed,
}

/// <summary>What one motion is worth (fr: valeur d’un mouvement).</summary>
/// <param name="Code">As it is written.</param>
/// <param name="Tmu">Its time in TMU.</param>
/// <param name="Status">How sure it is.</param>
/// <param name="Means">What it is, in English; empty when not said.</param>
public sealed record MotionValue(string Code, decimal Tmu, MotionStatus Status, string Means = "");

/// <summary>A table of predetermined times: named, versioned, each value with its status (fr: table de temps prédéterminés).</summary>
/// <remarks>
/// What is not publicly documented does not ship: an MTM-2 or MTM-UAS card is brought by whoever has the right to it, as JSON or CSV. MTM and MOST are trademarks of their owners.
/// </remarks>
public sealed class MotionTable
{
    private static readonly Lazy<IReadOnlyList<MotionTable>> All = new(() => Listed.Of(new[] { "most-basic.json", "mtm-1-inches.json" }.Select(f => MotionTableReading.Read(ShippedTables.Text(f)))));

    internal MotionTable(string code, string name, string version, string source, string rights, MotionNotation notation) =>
        (Code, Name, Version, Source, Rights, Notation) = (code, name, version, source, rights, notation);

    /// <summary>The tables that come with the library.</summary>
    public static IReadOnlyList<MotionTable> Shipped => All.Value;

    /// <summary>BasicMOST, by its scale of indices.</summary>
    public static MotionTable BasicMost => Shipped[0];

    /// <summary>MTM-1, distances in inches.</summary>
    public static MotionTable Mtm1 => Shipped[1];

    /// <summary>Stable code: "mtm-1-inches".</summary>
    public string Code { get; }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>Which version; a study says it.</summary>
    public string Version { get; }

    /// <summary>Where its values were read.</summary>
    public string Source { get; }

    /// <summary>Who owns the names and the cards; empty when not said.</summary>
    public string Rights { get; }

    /// <summary>How its sequences are written.</summary>
    public MotionNotation Notation { get; }

    /// <summary>TMU of one point of index; 1 for a table of codes.</summary>
    public decimal Factor { get; internal init; } = 1;

    /// <summary>The orders of letters a sequence may have, for indices; letters that exclude each other share a place.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Models { get; internal init; } = [];

    /// <summary>The indices a letter may have.</summary>
    public IReadOnlyList<int> Scale { get; internal init; } = [];

    /// <summary>Values that have a code of their own.</summary>
    public IReadOnlyDictionary<string, MotionValue> Values { get; internal init; } = new Dictionary<string, MotionValue>();

    internal MotionStatus ScaleStatus { get; init; }

    internal IReadOnlyList<MotionFamily> Families { get; init; } = [];

    /// <summary>The shipped table of a code; null when none has it.</summary>
    /// <param name="code">Its code.</param>
    public static MotionTable? Find(string code) => Shipped.FirstOrDefault(t => t.Code == code);

    /// <summary>Reads a table kept as JSON.</summary>
    /// <param name="json">Its text, at most 2 000 000 characters.</param>
    /// <exception cref="FormatException">Not such a table; the message says where and what was expected.</exception>
    public static MotionTable Read(string json) => MotionTableReading.Read(json);

    /// <summary>Reads a table of codes from a list: columns code, tmu, and perhaps what each means; separated by commas, semicolons or tabs.</summary>
    /// <param name="csv">Its text, a heading first.</param>
    /// <param name="code">Stable code the table gets.</param>
    /// <param name="version">Which version it is.</param>
    /// <param name="source">Where it comes from and by what right.</param>
    /// <exception cref="FormatException">A line that is not a code and a number; the message says which.</exception>
    public static MotionTable ReadCsv(string csv, string code, string version, string source) => MotionTableReading.ReadCsv(csv, code, version, source);

    /// <summary>A table of codes the user brings.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="version">Which version it is.</param>
    /// <param name="source">Where it comes from and by what right.</param>
    /// <param name="values">Codes, their TMU and what each means; a code once.</param>
    /// <exception cref="ArgumentException">A code twice, or no code.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time below 0.</exception>
    public static MotionTable Of(string name, string version, string source, IEnumerable<(string Code, decimal Tmu, string Means)> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = values.ToDictionary(v => Argument.Said(v.Code, nameof(values)), v => new MotionValue(v.Code, Argument.NotNegative(v.Tmu, nameof(values)), MotionStatus.Imported, v.Means), StringComparer.Ordinal);
        return all.Count > 0 ? new(Argument.Said(name, nameof(name)), name, Argument.Said(version, nameof(version)), Argument.Said(source, nameof(source)), "", MotionNotation.Codes) { Values = all } : throw new ArgumentException("A table holds at least one code.", nameof(values));
    }

    /// <summary>Reads, checks and computes a sequence written with this table.</summary>
    /// <param name="sequence">As it is written: "A6 B6 G1 A1 B0 P3 A0", "(R10B G1A)×3 M10B RL1".</param>
    /// <returns>Its time, or what is wrong with it, place by place.</returns>
    /// <example><code>MotionTable.BasicMost.Time("A6 B6 G1 A1 B0 P3 A0").Tmu.Known; // 170</code></example>
    public MotionSequence Time(string sequence) => MotionSequence.Of(this, sequence);

    /// <summary>The value of a code; null with what is wrong.</summary>
    internal (MotionValue? Value, SequenceProblem Problem, IReadOnlyList<string> Proposals) Look(string code)
    {
        if (Values.TryGetValue(code, out var value))
        {
            return (value, default, []);
        }

        foreach (var family in Families.Where(f => f.Claims(code)).OrderByDescending(f => f.Prefix.Length))
        {
            return family.Look(code);
        }

        var upper = code.ToUpperInvariant();
        return upper != code && Look(upper) is { Value: not null } found ? found : (null, SequenceProblem.UnknownCode, Near(code));
    }

    /// <summary>The codes that look most like one that is not there.</summary>
    private IReadOnlyList<string> Near(string code) =>
        [.. Values.Keys.Concat(Families.Select(f => f.Example)).Select(k => (Code: k, Far: Distance(k.ToUpperInvariant(), code.ToUpperInvariant()))).Where(k => k.Far <= Math.Max(2, code.Length / 2) && k.Far < code.Length).OrderBy(k => k.Far).ThenBy(k => k.Code, StringComparer.Ordinal).Take(3).Select(k => k.Code)];

    /// <summary>Levenshtein's distance.</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 6 || one.Length > 40)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (before, corner) = (row[0], i - 1);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                before = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (one[i - 1] == other[j - 1] ? 0 : 1));
                corner = before;
            }
        }

        return row[^1];
    }

    /// <summary>Name and version, as a study states them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}, {Version}");
}
