using System.Text;

namespace Etabli.Figures.Ink;

/// <summary>The colours of one theme, written in full in each drawing so that it stands alone. (fr: palette)</summary>
public sealed class Palette
{
    // One row per tone, in the order of the enumeration: name of the site's custom property, light, dark.
    private static readonly (string Property, string Light, string Dark)[] Rows =
    [
        ("ink", "#1E2328", "#E8EAEC"),
        ("ink-2", "#59636E", "#A5AFB9"),
        ("paper", "#FFFFFF", "#14181C"),
        ("sheet", "#F5F6F4", "#1A1F24"),
        ("line", "#D9DDE2", "#323A43"),
        ("line-2", "#7D8792", "#76818C"),
        ("accent", "#1F5FA8", "#86B6EE"),
        ("accent-wash", "#EAF1F9", "#1A2A3D"),
        ("bon", "#1B7F4B", "#1B7F4B"),
        ("mauvais", "#C0392B", "#C0392B"),
        ("attention", "#B7791F", "#B7791F"),
        ("statut-on", "#FFFFFF", "#FFFFFF"),
        ("attention-on", "#12161A", "#12161A"),
        ("non-travaille", "#D9DDE2", "#323A43"),
        ("hachure", "#9AA3AD", "#6B7580"),
        ("grid", "#C9CED6", "#3A434D"),
        ("va", "#1B7F4B", "#1B7F4B"),
        ("nva-n", "#D9A404", "#D9A404"),
        ("nva", "#C0392B", "#C0392B"),
        ("serie-1", "#2F6690", "#6FA3D0"),
        ("serie-2", "#E07A1F", "#EE9A4D"),
        ("serie-3", "#5B8E7D", "#83B5A5"),
        ("serie-4", "#8E6C8A", "#B995B5"),
        ("serie-5", "#B08968", "#CFA987"),
        ("serie-6", "#3A3A3A", "#B9C0C7"),
        ("eclair", "#FFF3C4", "#4A4015"),
    ];

    private readonly string[] values;

    private Palette(string name, IEnumerable<string> values)
    {
        Name = name;
        this.values = [.. values];
    }

    /// <summary>Ink on white paper: the screen by day, and a downloaded drawing.</summary>
    public static Palette Light { get; } = new("light", Rows.Select(row => row.Light));

    /// <summary>Paper and ink swapped; the statuses keep their hue.</summary>
    public static Palette Dark { get; } = new("dark", Rows.Select(row => row.Dark));

    /// <summary>What a printer gets: the light theme with a black ink and no tinted ground.</summary>
    public static Palette Print { get; } = new("print", Rows.Select(row => row.Property switch
    {
        "ink" => "#000000",
        "ink-2" => "#3D3D3D",
        "sheet" or "accent-wash" => "#F2F2F2",
        "line" => "#9A9A9A",
        _ => row.Light,
    }));

    /// <summary>Name of the theme.</summary>
    public string Name { get; }

    /// <summary>All values of this theme, to check a drawing against.</summary>
    public IReadOnlyCollection<string> Values => values;

    /// <summary>The value of a tone, as <c>#RRGGBB</c>.</summary>
    public string this[Tone tone] => values[(int)tone];

    /// <summary>Class that lets the site's stylesheet repaint a fill.</summary>
    public static string FillClass(Tone tone) => "fi-" + Rows[(int)tone].Property;

    /// <summary>Class that lets the site's stylesheet repaint a stroke.</summary>
    public static string StrokeClass(Tone tone) => "sk-" + Rows[(int)tone].Property;

    /// <summary>
    /// The site's stylesheet for drawings put in a page: a presentation attribute loses against any rule, so these rules
    /// give an inline drawing the colours of the page's theme. Served once, from the site's own files.
    /// </summary>
    public static string Stylesheet()
    {
        var css = new StringBuilder();
        css.Append("/* Drawings in a page take the theme of the page. Written by Etabli.Figures, held by its test. */\n");
        css.Append("svg.encre { display: block; max-width: 100%; height: auto; }\n");
        css.Append("svg.encre text { font-family: var(--sans); }\nsvg.encre text.mono { font-family: var(--mono); }\n");
        foreach (var (property, _, _) in Rows)
        {
            // The site's accent is a ground for white text; as a stroke or a word it is --accent-ink, lighter by night.
            var value = property == "accent" ? "accent-ink" : property;
            css.Append("svg.encre .fi-").Append(property).Append(" { fill: var(--").Append(value).Append("); }\n");
            css.Append("svg.encre .sk-").Append(property).Append(" { stroke: var(--").Append(value).Append("); }\n");
        }

        return css.ToString();
    }
}
