using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.BoxPlots;

/// <summary>Draws groups of values side by side: box, median, whiskers, values far out, and how many under each. (fr: boîtes à moustaches)</summary>
public static class BoxPlotDrawing
{
    private const double Top = 10;
    private const double PlotHeight = 72;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);

    /// <summary>Draws it.</summary>
    /// <param name="plot">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 100 mm wide or more.</param>
    public static string Draw(BoxPlot plot, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(plot);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 100, nameof(sheet));
        var language = sheet.Language;
        var words = BoxWords.In(language);
        if (plot.Groups.Count == 0)
        {
            return FigureFrame.Empty(sheet, plot.Title, words.Nothing);
        }

        var notes = new List<string>(TextFitting.Wrap(words.Legend, sheet.Width, Small.Size));
        if (!string.IsNullOrEmpty(plot.Test))
        {
            notes.AddRange(TextFitting.Wrap(plot.Test, sheet.Width, Small.Size, Small.Face, 2));
        }

        var count = plot.Groups.Sum(group => group.Count);
        var (least, most) = (plot.Groups.MinBy(group => group.Median)!, plot.Groups.MaxBy(group => group.Median)!);
        var reading = plot.Reading ?? string.Format(CultureInfo.InvariantCulture, words.Reading, language.Number(plot.Groups.Count), language.Number(count), language.Written(least.Median, plot.Decimals), least.Name, language.Written(most.Median, plot.Decimals), most.Name);
        var names = Names(plot, sheet, out var rows);
        var foot = Top + PlotHeight + 3 + rows * 3.5 + 4.4 + (string.IsNullOrEmpty(plot.GroupName) ? 0 : 4.2);
        return FigureFrame.Draw(sheet, foot + notes.Count * 4.2 + 1, plot.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, FigureHead.WithUnit(plot.Quantity, plot.Unit), language.Number(count), plot.Period);
            DrawPlot(pen, plot, sheet, words, names, rows);
            pen.Lines(0, foot + 3, notes, Small, 4.2);
        });
    }

    private static IReadOnlyList<string>[] Names(BoxPlot plot, Sheet sheet, out int rows)
    {
        var pitch = (sheet.Width - 30) / plot.Groups.Count;
        IReadOnlyList<string>[] names = [.. plot.Groups.Select(group => pitch < 8 ? [] : TextFitting.Wrap(group.Name, pitch - 1.2, Small.Size, Small.Face, 2))];
        rows = Math.Max(1, names.Max(lines => lines.Count));
        return names;
    }

    private static void DrawPlot(SvgPen pen, BoxPlot plot, Sheet sheet, BoxWords words, IReadOnlyList<string>[] names, int rows)
    {
        var language = sheet.Language;
        (double? Value, string Word, Paint Line)[] marks = [(plot.UpperTolerance, words.Upper, Paint.Line(Tone.Bad, 0.5)), (plot.Target, words.Target, Paint.Line(Tone.Good, 0.5, "2.4 1")), (plot.LowerTolerance, words.Lower, Paint.Line(Tone.Bad, 0.5))];
        var known = marks.Where(mark => mark.Value is { } value && double.IsFinite(value)).ToList();
        var axis = ValueAxis.Aired([.. plot.Groups.SelectMany(BoxMark.ValuesOf), .. known.Select(mark => mark.Value!.Value)]);
        var left = axis.WidestLabel(language, Small) + 3;
        var ends = known.Select(mark => mark.Word + " " + language.Written(mark.Value, plot.Decimals)).ToList();
        var right = sheet.Width - Math.Min(40, ends.Select(end => Small.Measure(end) + 2.4).DefaultIfEmpty(1).Max());
        var bottom = Top + PlotHeight;
        double Y(double value) => bottom - axis.At(value) * PlotHeight;
        foreach (var value in axis.Graduations)
        {
            var foot = value == axis.Low;
            pen.Line(left, Y(value), right, Y(value), Paint.Line(foot ? Tone.Ink2 : Tone.Grid, foot ? 0.25 : Paint.Fine));
            pen.Text(left - 1.5, Y(value) + 1, language.Written(value, axis.Decimals), Small with { Anchor = Anchor.End });
        }

        var places = SideLabels.Spread([.. known.Select(mark => Y(mark.Value!.Value) + 1)], 3.5, Top + 1, bottom + 1);
        for (var i = 0; i < known.Count; i++)
        {
            pen.Line(left, Y(known[i].Value!.Value), right, Y(known[i].Value!.Value), known[i].Line);
            pen.Text(right + 1.8, places[i], ends[i], Small with { Tone = Tone.Ink }, sheet.Width - right - 1.8);
        }

        var pitch = (right - left) / plot.Groups.Count;
        var end = double.MinValue;
        for (var i = 0; i < plot.Groups.Count; i++)
        {
            var x = left + (i + 0.5) * pitch;
            BoxMark.Draw(pen, plot.Groups[i], x, Math.Min(16, pitch * 0.6), Y, language, plot.Decimals);
            var style = Small with { Anchor = Anchor.Middle };
            pen.Lines(x, bottom + 4, [.. names[i].Select(line => TextFitting.Shorten(line, pitch - 0.8, style.Size))], style with { Tone = Tone.Ink }, 3.5);
            var size = "n = " + language.Number(plot.Groups[i].Count);
            size = style.Measure(size) + 1 > pitch ? language.Number(plot.Groups[i].Count) : size;
            if (x - style.Measure(size) / 2 > end + 0.8)
            {
                pen.Text(x, bottom + 4.4 + rows * 3.5, size, style);
                end = x + style.Measure(size) / 2;
            }
        }

        pen.Text((left + right) / 2, bottom + 4.4 + rows * 3.5 + 4.2, plot.GroupName, Small with { Anchor = Anchor.Middle, Face = FontFace.Semibold }, right - left);
    }
}

internal sealed record BoxWords(string Nothing, string Reading, string Legend, string Lower, string Upper, string Target)
{
    internal static BoxWords In(Language language) => language == Language.English ? English : French;

    private static BoxWords French { get; } = new(
        "Aucun groupe. Mesurez deux groupes de pièces pour les comparer.",
        "{0} groupes, {1} valeurs ; médiane de {2} ({3}) à {4} ({5}).",
        "Boîte : quartiles ; trait : médiane ; × : moyenne ; moustaches : jusqu’à 1,5 fois la boîte ; ○ : au-delà.",
        "mini",
        "maxi",
        "cible");

    private static BoxWords English { get; } = new(
        "No group. Measure two groups of parts to compare them.",
        "{0} groups, {1} values; median from {2} ({3}) to {4} ({5}).",
        "Box: quartiles; bar: median; ×: mean; whiskers: up to 1.5 times the box; ○: beyond.",
        "min",
        "max",
        "target");
}
