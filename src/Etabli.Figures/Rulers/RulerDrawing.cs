using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Rulers;

/// <summary>A part of a whole, graduated like a steel rule: one mark per unit while they can be told apart. (fr: réglet)</summary>
public static class RulerDrawing
{
    private const double Height = 4;

    /// <summary>Draws the rule. It writes no word: the number stands beside it.</summary>
    /// <param name="part">How much.</param>
    /// <param name="whole">Out of how much; an empty rule is drawn if zero.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="sheet">Sheet it is drawn on.</param>
    public static string Draw(int part, int whole, string title, Sheet sheet)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        ArgumentNullException.ThrowIfNull(sheet);
        var reading = string.Create(CultureInfo.InvariantCulture, $"{part} / {whole}");
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var pen = new SvgPen(output, sheet, Height, title, reading);
        var width = sheet.Width - 0.3;
        pen.Line(0, Height - 0.15, sheet.Width, Height - 0.15, Paint.Line(Tone.Line2, 0.25));
        if (whole > 0)
        {
            pen.Rect(0, Height - 1.9, sheet.Width * part / whole, 1.6, new Paint(Tone.Ink));
            var every = Graduation(whole, width);
            for (var i = 0; i <= whole; i += every)
            {
                var x = 0.15 + width * i / whole;
                pen.Line(x, Height - (i % (every * 5) == 0 ? 3.4 : 2.6), x, Height - 0.2, Paint.Line(Tone.Line2, 0.2));
            }
        }

        pen.Finish();
        return output.ToString();
    }

    // 1, 5, 10, 50…: the closest marks that stay a millimetre apart.
    private static int Graduation(int whole, double width)
    {
        var every = 1;
        while (width * every / whole < 1)
        {
            every *= every.ToString(CultureInfo.InvariantCulture).StartsWith('1') ? 5 : 2;
        }

        return every;
    }
}
