using System.Text.Json;
using System.Text.Json.Serialization;

namespace Etabli.Web.Shell.Graphs;

/// <summary>A chart the reader explores in the browser: zoom, a point with what is known of it. It says what a drawn figure says; the figure is what is printed.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="X">What runs along the foot of every pane that has none of its own.</param>
/// <param name="Panes">From top to bottom.</param>
public sealed record Graph(string Title, GraphAxis X, IReadOnlyList<GraphPane> Panes)
{
    /// <summary>Points written at most: a longer series keeps the smallest and the largest value of each stretch.</summary>
    public const int Most = 20_000;

    private static readonly JsonSerializerOptions Spelling = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Points that something is said of.</summary>
    public IReadOnlyList<GraphMark> Marks { get; init; } = [];

    /// <summary>Address of a point, {0} being its name as in an address; no way there if null.</summary>
    public string? PointHref { get; init; }

    /// <summary>Name of the points for that address, when it is not their number.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>What the reader must know of what is shown.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether a shorter stretch holds more points than are shown: it can be asked for by its first and last place.</summary>
    public bool IsThinned { get; init; }

    /// <summary>As a page or an answer carries it.</summary>
    public string Json() => JsonSerializer.Serialize(this, Spelling);
}

/// <param name="Name">What it measures.</param>
/// <param name="Unit">Its unit; nothing if empty.</param>
/// <param name="Decimals">Digits after the mark.</param>
public sealed record GraphAxis(string Name, string Unit = "", int Decimals = 0)
{
    /// <summary>Name of each place, for places that have one; a number otherwise.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Whether numbers are milliseconds of the plant's own time.</summary>
    public bool IsTime { get; init; }
}

/// <param name="Name">What is plotted.</param>
/// <param name="Unit">Its unit; nothing if empty.</param>
/// <param name="Decimals">Digits after the mark.</param>
/// <param name="Series">What is drawn, the lowest first.</param>
public sealed record GraphPane(string Name, string Unit, int Decimals, IReadOnlyList<GraphSeries> Series)
{
    /// <summary>Its own foot, when it is not the graph's.</summary>
    public GraphAxis? X { get; init; }

    /// <summary>Its height against the others'.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Lines across.</summary>
    public IReadOnlyList<GraphLine> Lines { get; init; } = [];

    /// <summary>Stretches of the foot with a name.</summary>
    public IReadOnlyList<GraphBand> Bands { get; init; } = [];

    /// <summary>Names of its rows, from the top, when what is drawn lies in rows.</summary>
    public IReadOnlyList<string>? Rows { get; init; }

    /// <summary>Whether its scale begins at zero.</summary>
    public bool FromZero { get; init; }
}

/// <summary>How a series is drawn.</summary>
public enum GraphShape
{
    /// <summary>[x, y] joined.</summary>
    Line,

    /// <summary>[x, y] alone.</summary>
    Points,

    /// <summary>[x, y] from the foot.</summary>
    Bars,

    /// <summary>[from, to, y]: an area from one place to another.</summary>
    Classes,

    /// <summary>[x, from, to]: a bar that floats.</summary>
    Floating,

    /// <summary>[x, low, lower quartile, median, upper quartile, high].</summary>
    Boxes,

    /// <summary>[from, to, row].</summary>
    Spans,
}

/// <param name="Name">What it is, in the legend.</param>
/// <param name="Shape">How it is drawn.</param>
/// <param name="Tone">Colour: a token of the house's style, such as serie-1.</param>
/// <param name="Data">One row a point; null where nothing was noted.</param>
public sealed record GraphSeries(string Name, [property: JsonConverter(typeof(JsonStringEnumConverter<GraphShape>))] GraphShape Shape, string Tone, IReadOnlyList<double?[]> Data)
{
    /// <summary>What each point says beside its values.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>Colour of each point, when they differ.</summary>
    public IReadOnlyList<string>? Tones { get; init; }

    public bool IsDashed { get; init; }

    /// <summary>Whether it is read on a scale from 0 to 100 % at the right.</summary>
    public bool IsShare { get; init; }

    /// <summary>Whether a floating bar is an interval, said by both its ends.</summary>
    public bool IsInterval { get; init; }

    /// <summary>Whether each of its points is a dot one can choose.</summary>
    public bool HasDots { get; init; }
}

/// <param name="Value">Where.</param>
/// <param name="Text">What it is.</param>
/// <param name="Tone">Colour.</param>
/// <param name="IsDashed">Whether it is dashed.</param>
/// <param name="Upright">Whether it stands on the foot.</param>
public sealed record GraphLine(double Value, string Text, string Tone, bool IsDashed = true, bool Upright = false);

/// <param name="From">First place.</param>
/// <param name="To">Last place.</param>
/// <param name="Text">Its name.</param>
public sealed record GraphBand(double From, double To, string Text);

/// <summary>Something said of a point: a rule it breaks, why it is left out, what somebody knows.</summary>
/// <param name="Pane">Place of the pane.</param>
/// <param name="X">Where.</param>
/// <param name="Y">Its value; null for the foot.</param>
/// <param name="Sign">outside, run, excluded or note.</param>
/// <param name="Says">Sentences.</param>
public sealed record GraphMark(int Pane, double X, double? Y, string Sign, IReadOnlyList<string> Says);
