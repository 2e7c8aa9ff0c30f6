using System.Globalization;

namespace Etabli.Figures.Ink;

/// <summary>What every figure does around its drawing: opens the sheet, shows the empty place or the body, ends with the strip.</summary>
internal static class FigureFrame
{
    private const double EmptyHeight = 40;

    internal static string Draw(Sheet sheet, double height, string title, string reading, Action<SvgPen> body, params ReadOnlySpan<Hatching> hatchings)
    {
        var strip = sheet.Cartouche is null ? 0 : Cartouche.Height + 3;
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var pen = new SvgPen(output, sheet, height + strip, title, reading, hatchings);
        body(pen);
        sheet.Cartouche?.Draw(pen, sheet.Language, height + 3);
        pen.Finish();
        return output.ToString();
    }

    internal static string Empty(Sheet sheet, string title, string sentence) =>
        Draw(sheet, EmptyHeight, title, sentence, pen => EmptyPlace.Draw(pen, 0, 0, sheet.Width, EmptyHeight, sentence));
}
