namespace Etabli.Figures.CheckSheets;

/// <summary>One cause and how often it was seen in each period. (fr: ligne de relevé)</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Counts">How often, period by period.</param>
public sealed record CheckSheetRow(string Cause, IReadOnlyList<int> Counts)
{
    /// <summary>How often in all.</summary>
    public int Total => Counts.Sum();
}

/// <summary>Strokes in fives by cause and period. (fr: feuille de relevés à bâtons)</summary>
/// <param name="Title">What is counted.</param>
/// <param name="Periods">Names of the periods.</param>
/// <param name="Rows">Causes with their counts.</param>
public sealed record CheckSheet(string Title, IReadOnlyList<string> Periods, IReadOnlyList<CheckSheetRow> Rows)
{
    /// <summary>How many were seen in all.</summary>
    public int Total => Rows.Sum(row => row.Total);
}

/// <summary>A defect where it was seen on the part. (fr: repère de défaut)</summary>
/// <param name="X">From the left, as a part of the drawing's width, 0 to 1.</param>
/// <param name="Y">From the top, as a part of its height, 0 to 1.</param>
/// <param name="Kind">Which defect: its place in the list of kinds.</param>
public sealed record DefectMark(double X, double Y, int Kind = 0);

/// <summary>A part of the drawing that defects are counted by. (fr: zone de la pièce)</summary>
/// <param name="Name">Its name.</param>
/// <param name="Left">Left side, 0 to 1.</param>
/// <param name="Top">Upper side, 0 to 1.</param>
/// <param name="Width">Width, 0 to 1.</param>
/// <param name="Height">Height, 0 to 1.</param>
public sealed record DefectZone(string Name, double Left, double Top, double Width, double Height);

/// <summary>Defects located on a drawing of the part. (fr: relevé de localisation)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Kinds">Kinds of defects, each with its own sign.</param>
/// <param name="Marks">Where they were seen.</param>
public sealed record DefectMap(string Title, IReadOnlyList<string> Kinds, IReadOnlyList<DefectMark> Marks)
{
    /// <summary>Zones that defects are counted by.</summary>
    public IReadOnlyList<DefectZone> Zones { get; init; } = [];

    /// <summary>Address of the drawing of the part.</summary>
    public string? Picture { get; init; }

    /// <summary>Height of the drawing for a width of one.</summary>
    public double Ratio { get; init; } = 0.5;
}
