namespace Etabli.Figures.Ink;

/// <summary>First line of a measured figure: what was measured, how many times, when.</summary>
internal static class FigureHead
{
    internal static string WithUnit(string name, string unit) => unit.Length == 0 ? name : name + " (" + unit + ")";

    internal static void Draw(SvgPen pen, Sheet sheet, string name, string? count, string? period)
    {
        var title = new TextStyle(3.6, FontFace.Semibold);
        var facts = string.Join(" · ", new[] { string.IsNullOrEmpty(count) ? null : "n = " + count, period }.Where(fact => !string.IsNullOrEmpty(fact)));
        var head = TextFitting.Shorten(name, facts.Length == 0 ? sheet.Width : sheet.Width * 0.6, title.Size, title.Face);
        pen.Text(0, 4, head, title);
        var at = head.Length == 0 ? 0 : title.Measure(head) + 4;
        pen.Text(at, 4, facts, new TextStyle(3, FontFace.Sans, Tone.Ink2), sheet.Width - at);
    }
}
