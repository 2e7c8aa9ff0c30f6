namespace Etabli.Methods;

/// <summary>The units results are said in; pages word them in the reader's language (fr: unités).</summary>
public static class Units
{
    /// <summary>Seconds.</summary>
    public const string Seconds = "s";

    /// <summary>Working days of the value stream: days in which the customer's demand falls.</summary>
    public const string WorkingDays = "d";

    /// <summary>Pieces, or whatever is counted as one.</summary>
    public const string Pieces = "pieces";

    /// <summary>Pieces per working day.</summary>
    public const string PiecesPerDay = "pieces/d";

    /// <summary>A ratio without unit; 0.19 is 19 %.</summary>
    public const string Ratio = "1";

    /// <summary>Kanban cards.</summary>
    public const string Cards = "cards";

    /// <summary>Metres.</summary>
    public const string Metres = "m";

    /// <summary>Money, in the one currency of the study.</summary>
    public const string Money = "money";

    /// <summary>Turns per year.</summary>
    public const string TurnsPerYear = "turns/y";

    /// <summary>Classes of a histogram.</summary>
    public const string Classes = "classes";

    /// <summary>The unit of what was measured.</summary>
    public const string OfMeasure = "measure";

    /// <summary>Stations of a line.</summary>
    public const string Stations = "stations";

    /// <summary>Points of a control chart.</summary>
    public const string Points = "points";

    /// <summary>Parts per million.</summary>
    public const string PartsPerMillion = "ppm";

    /// <summary>Time measurement units: 0.036 s.</summary>
    public const string Tmu = "TMU";
}
