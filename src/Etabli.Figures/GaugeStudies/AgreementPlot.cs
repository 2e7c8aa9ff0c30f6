namespace Etabli.Figures.GaugeStudies;

/// <summary>How often judgements agree, with its interval. (fr: taux d’accord)</summary>
/// <param name="Name">Whose.</param>
/// <param name="Share">Share of parts judged alike, in percent.</param>
/// <param name="Low">Low end of its interval, in percent.</param>
/// <param name="High">High end of its interval, in percent.</param>
public sealed record AgreementRow(string Name, double Share, double Low, double High);

/// <summary>Rows that answer one question: with himself, with the standard, together. (fr: famille d’accords)</summary>
/// <param name="Name">The question.</param>
/// <param name="Rows">Its rows, from the top.</param>
public sealed record AgreementGroup(string Name, IReadOnlyList<AgreementRow> Rows);

/// <summary>What judgements by attributes are worth. (fr: accord des contrôleurs)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Characteristic">What is judged.</param>
/// <param name="Groups">The questions, from the top.</param>
public sealed record AgreementPlot(string Title, string Characteristic, IReadOnlyList<AgreementGroup> Groups)
{
    /// <summary>Confidence of the intervals, in percent.</summary>
    public double Confidence { get; init; } = 95;

    /// <summary>How many of what: « 30 pièces × 3 contrôleurs × 2 essais ».</summary>
    public string? Count { get; init; }

    /// <summary>When they judged.</summary>
    public string? Period { get; init; }

    /// <summary>How it reads, in one sentence; made from the numbers if null.</summary>
    public string? Reading { get; init; }
}
