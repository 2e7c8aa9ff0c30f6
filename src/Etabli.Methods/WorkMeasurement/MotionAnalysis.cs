namespace Etabli.Methods.WorkMeasurement;

/// <summary>Which hand a row of an analysis is of (fr: main).</summary>
public enum Hand
{
    /// <summary>Both, or not said.</summary>
    Both,

    /// <summary>fr: main gauche.</summary>
    Left,

    /// <summary>fr: main droite.</summary>
    Right,
}

/// <summary>One row of an analysis (fr: ligne d’analyse).</summary>
/// <param name="Description">What is done.</param>
/// <param name="Sequence">How it is written.</param>
/// <param name="Hand">By which hand.</param>
/// <param name="Frequency">How often in a cycle. Range: above 0.</param>
/// <param name="Moment">Rows of one moment are done at once by different hands; null for a row of its own.</param>
public sealed record MotionRow(string Description, string Sequence, Hand Hand = Hand.Both, decimal Frequency = 1, int? Moment = null);

/// <summary>A row with its time (fr: ligne calculée).</summary>
/// <param name="Row">The row.</param>
/// <param name="Read">Its sequence, read.</param>
/// <param name="Tmu">Its time with its frequency; null when the sequence is wrong.</param>
/// <param name="Counts">Whether it is the longer of its moment: the other hand's time is hidden under it.</param>
public sealed record TimedRow(MotionRow Row, MotionSequence Read, decimal? Tmu, bool Counts);

/// <summary>The time of an operation from predetermined times (fr: analyse en temps prédéterminés).</summary>
/// <remarks>
/// Of the rows of one moment the longest counts: hands at work together take the time of the slower. Whether they can work together is the analyst's to say.
/// Source: Maynard, Stegemerten and Schwab, Methods-Time Measurement, McGraw-Hill, 1948, the limiting principle.
/// </remarks>
public sealed record MotionAnalysis
{
    private static readonly Formula TotalFormula = new("time of an analysis", "T = Σ max(Tᵢ·fᵢ)", new("Maynard, H. B., Stegemerten, G. J. and Schwab, J. L.", "Methods-Time Measurement", 1948));

    private MotionAnalysis(MotionTable table, IEnumerable<TimedRow> rows)
    {
        (Table, Rows) = (table, Listed.Of(rows));
        var wrong = Rows.Where(r => r.Tmu is null).Select(r => new Gap(r.Row.Description, "sequence", GapKind.Impossible)).ToList();
        var terms = Rows.Where(r => r is { Counts: true, Tmu: not null }).Select(r => new Term("T·f", "sequence", (double)r.Tmu!.Value, Units.Tmu, r.Row.Description, From: r.Read.Tmu.Because)).ToList();
        Tmu = wrong.Count > 0 || Rows.Count == 0 ? TotalFormula.Lacks<double>(Units.Tmu, Rows.Count == 0 ? [new("", "sequence")] : wrong, terms) : TotalFormula.Gives((double)Sum, Units.Tmu, terms);
        Time = Tmu.IsKnown ? WorkUnits.OfTmu(Sum) : null;
    }

    /// <summary>The table all rows were read with.</summary>
    public MotionTable Table { get; }

    /// <summary>The rows, in order.</summary>
    public IReadOnlyList<TimedRow> Rows { get; }

    /// <summary>The time in TMU; a gap while a sequence is wrong.</summary>
    public Explained<double> Tmu { get; }

    /// <summary>The time; null while a sequence is wrong.</summary>
    public TimeSpan? Time { get; }

    /// <summary>Motions whose value was not found in a public page.</summary>
    public int FromMemory => Rows.Sum(r => r.Read.Motions.Count(m => m.Value.Status == MotionStatus.FromMemory));

    private decimal Sum => Rows.Where(r => r.Counts).Sum(r => r.Tmu ?? 0);

    /// <summary>Reads the rows of an analysis.</summary>
    /// <param name="table">The table they are written with.</param>
    /// <param name="rows">The rows, in the order of the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A frequency that is not above 0, or above 10 000.</exception>
    public static MotionAnalysis Of(MotionTable table, IEnumerable<MotionRow> rows)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rows);
        var all = rows.Select(r => (Row: r, Read: table.Time(r.Sequence), Often: Argument.Positive(r.Frequency, nameof(rows)) <= 10_000 ? r.Frequency : throw new ArgumentOutOfRangeException(nameof(rows), r.Frequency, "Expected a frequency up to 10 000.")))
            .Select(r => (r.Row, r.Read, Tmu: r.Read.Faults.Count > 0 ? (decimal?)null : r.Read.Motions.Sum(m => m.Tmu) * r.Often)).ToList();

        // Hands at once: of the hands of one moment the longest counts, the left one when they are even.
        var longest = all.Where(r => r.Row is { Moment: not null, Hand: not Hand.Both }).GroupBy(r => (Moment: r.Row.Moment!.Value, r.Row.Hand)).GroupBy(g => g.Key.Moment)
            .ToDictionary(m => m.Key, m => m.OrderByDescending(g => g.Sum(r => r.Tmu ?? 0)).ThenBy(g => g.Key.Hand).First().Key.Hand);
        return new(table, all.Select(r => new TimedRow(r.Row, r.Read, r.Tmu, r.Row is not { Moment: { } moment, Hand: not Hand.Both } || longest[moment] == r.Row.Hand)));
    }
}
