namespace Etabli.Figures.MotionSheets;

/// <summary>One row of an analysis in predetermined times. (fr: ligne d’analyse)</summary>
/// <param name="Description">What is done.</param>
/// <param name="Hand">By which hand: a letter; empty when both or not said.</param>
/// <param name="Sequence">How it is written.</param>
/// <param name="Frequency">How often.</param>
/// <param name="Tmu">Its time; null when the sequence is wrong.</param>
public sealed record MotionSheetRow(string Description, string Hand, string Sequence, decimal Frequency, decimal? Tmu)
{
    /// <summary>Whether it counts; the hand that ends first does not.</summary>
    public bool Counts { get; init; } = true;

    /// <summary>What is wrong with the sequence, or how sure its values are; none if null.</summary>
    public string? Note { get; init; }
}

/// <summary>An analysis in predetermined times, as it is printed. (fr: fiche MTM, fiche MOST)</summary>
/// <param name="Title">What was analysed.</param>
/// <param name="Table">Name and version of the table of times.</param>
/// <param name="Rows">The rows, in the order of the work.</param>
public sealed record MotionSheet(string Title, string Table, IReadOnlyList<MotionSheetRow> Rows)
{
    /// <summary>What it comes to: name and value, the last the strongest.</summary>
    public IReadOnlyList<(string Name, string Value)> Totals { get; init; } = [];

    /// <summary>Sentences under the table.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
