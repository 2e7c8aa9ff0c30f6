namespace Etabli.Figures.Ink;

/// <summary>How a shape is filled and outlined. (fr: trait et aplat)</summary>
/// <param name="Fill">Colour of the surface, none if null.</param>
/// <param name="Stroke">Colour of the outline, none if null.</param>
/// <param name="Width">Width of the outline in millimetres.</param>
/// <param name="Dash">Lengths of dash and gap, continuous if null.</param>
/// <param name="Hatching">Pattern of the surface, over <paramref name="Fill"/>.</param>
/// <param name="Opacity">How much it hides what is behind it, from 0 to 1.</param>
public readonly record struct Paint(Tone? Fill, Tone? Stroke = null, double Width = Paint.Plain, string? Dash = null, Hatching? Hatching = null, double Opacity = 1)
{
    /// <summary>Ordinary line.</summary>
    public const double Plain = 0.35;

    /// <summary>Emphasised line.</summary>
    public const double Strong = 0.7;

    /// <summary>Line of a grid.</summary>
    public const double Fine = 0.15;

    /// <summary>A line of a colour.</summary>
    /// <param name="tone">Its colour.</param>
    /// <param name="width">Its width.</param>
    /// <param name="dash">Lengths of dash and gap.</param>
    public static Paint Line(Tone tone, double width = Plain, string? dash = null) => new(null, tone, width, dash);
}
