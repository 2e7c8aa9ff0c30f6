namespace Etabli.Figures.Ink;

/// <summary>On which side of its point a text is written. (fr: alignement)</summary>
public enum Anchor
{
    /// <summary>The text starts at the point.</summary>
    Start,
    /// <summary>The text is centred on the point.</summary>
    Middle,
    /// <summary>The text ends at the point.</summary>
    End,
}

/// <summary>How a text is written; sizes are millimetres. (fr: style de texte)</summary>
/// <param name="Size">Size of the characters, never under <see cref="Smallest"/>.</param>
/// <param name="Face">Face they are written with.</param>
/// <param name="Tone">Colour.</param>
/// <param name="Anchor">Side of the point it is written on.</param>
public readonly record struct TextStyle(double Size, FontFace Face = FontFace.Sans, Tone Tone = Tone.Ink, Anchor Anchor = Anchor.Start)
{
    /// <summary>The smallest text that may be printed: 2.6 mm, 7.5 pt.</summary>
    public const double Smallest = 2.6;

    /// <summary>Width of a text in this style.</summary>
    /// <param name="text">What is written.</param>
    public double Measure(string text) => TextWidths.Of(text, Size, Face);
}
