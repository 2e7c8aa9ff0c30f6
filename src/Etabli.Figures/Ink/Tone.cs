namespace Etabli.Figures.Ink;

/// <summary>A colour by what it means, never by what it looks like; <see cref="Palette"/> gives its value per theme. (fr: teinte)</summary>
public enum Tone
{
    /// <summary>Text and emphasised strokes.</summary>
    Ink,
    /// <summary>Captions, units, help.</summary>
    Ink2,
    /// <summary>Where one works: the background.</summary>
    Paper,
    /// <summary>What frames: heads, cartouches.</summary>
    Sheet,
    /// <summary>Hairline.</summary>
    Line,
    /// <summary>Outline that must be seen.</summary>
    Line2,
    /// <summary>Blueprint blue: the current place.</summary>
    Accent,
    /// <summary>Light ground of the current place.</summary>
    AccentWash,
    /// <summary>Status good.</summary>
    Good,
    /// <summary>Status bad.</summary>
    Bad,
    /// <summary>Status warning.</summary>
    Warning,
    /// <summary>Letter on good and bad.</summary>
    OnStatus,
    /// <summary>Letter on warning.</summary>
    OnWarning,
    /// <summary>A day not worked.</summary>
    OffDay,
    /// <summary>Hatching of what has no value.</summary>
    Hatch,
    /// <summary>Grid of a chart.</summary>
    Grid,
    /// <summary>Value-adding time.</summary>
    ValueAdding,
    /// <summary>Necessary time that adds no value.</summary>
    Necessary,
    /// <summary>Waste.</summary>
    Waste,
    /// <summary>First categorical series.</summary>
    Series1,
    /// <summary>Second categorical series.</summary>
    Series2,
    /// <summary>Third categorical series.</summary>
    Series3,
    /// <summary>Fourth categorical series.</summary>
    Series4,
    /// <summary>Fifth categorical series.</summary>
    Series5,
    /// <summary>Sixth categorical series.</summary>
    Series6,
    /// <summary>Ground of a kaizen burst.</summary>
    Burst,
}
