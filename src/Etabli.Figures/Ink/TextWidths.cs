namespace Etabli.Figures.Ink;

/// <summary>True widths of text in the faces that the site serves, so that a drawing knows what fits without a browser. (fr: chasse)</summary>
public static partial class TextWidths
{
    private const int UnknownWidth = 700;

    /// <summary>Height of a capital, as a part of the size.</summary>
    public const double CapHeight = 0.698;

    /// <summary>How far letters go above the baseline (accents on capitals set aside), as a part of the size.</summary>
    public const double Ascent = 0.78;

    /// <summary>How far letters go below the baseline, as a part of the size.</summary>
    public const double Descent = 0.22;

    /// <summary>Width of a text in the unit of its size.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="size">Size of the characters.</param>
    /// <param name="face">Face they are written with.</param>
    public static double Of(string text, double size, FontFace face = FontFace.Sans)
    {
        ArgumentNullException.ThrowIfNull(text);
        var thousandths = 0;
        foreach (var character in text)
        {
            thousandths += Of(character, face);
        }

        return thousandths * size / 1000;
    }

    /// <summary>Whether the face, or the fallback declared with it, has this character.</summary>
    /// <param name="character">The character.</param>
    public static bool Knows(char character) => SansCodes.BinarySearch((ushort)character) >= 0;

    private static int Of(char character, FontFace face)
    {
        if (face == FontFace.Mono)
        {
            return MonoWidth;
        }

        var codes = face == FontFace.Semibold ? SemiboldCodes : SansCodes;
        var widths = face == FontFace.Semibold ? SemiboldWidths : SansWidths;
        var at = codes.BinarySearch((ushort)character);
        return at >= 0 ? widths[at] : UnknownWidth;
    }
}
