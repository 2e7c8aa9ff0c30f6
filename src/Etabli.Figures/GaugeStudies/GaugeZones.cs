using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.GaugeStudies;

/// <summary>The three zones a gauge may fall in, with its marks on them, and its number of categories.</summary>
internal static class GaugeZones
{
    private const double BarTop = 22;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);

    internal static void Draw(SvgPen pen, GaugeStudy study, Language language, GaugeWords words, double left, double top, double width)
    {
        pen.Text(left, top, words.Verdict, new TextStyle(3, FontFace.Semibold), width);
        var end = Math.Max(study.BadOver * 5 / 3, 1);
        var right = left + width - 2;
        double X(double share) => left + Math.Clamp(share / end, 0, 1) * (right - left);
        (double From, double To, Status Status, string Name)[] zones =
        [
            (0, study.GoodUnder, Status.Good, words.Good),
            (study.GoodUnder, study.BadOver, Status.Warning, words.Conditional),
            (study.BadOver, end, Status.Bad, words.Bad),
        ];
        var bar = top + BarTop;
        foreach (var (from, to, status, name) in zones)
        {
            var tone = status switch { Status.Good => Tone.Good, Status.Warning => Tone.Warning, _ => Tone.Bad };
            pen.Rect(X(from), bar + 4.6, X(to) - X(from), 2.4, new Paint(tone, Tone.Paper, 0.3));
            StatusMark.Draw(pen, X(from) + 3, bar + 11, 4.2, status);
            var lines = TextFitting.Wrap(name, X(to) - X(from) - 1, Small.Size, Small.Face, 2);
            pen.Lines(X(from) + 0.6, bar + 17, lines, Small with { Tone = Tone.Ink }, 3.6);
        }

        foreach (var share in new[] { study.GoodUnder, study.BadOver })
        {
            pen.Line(X(share), bar + 3.6, X(share), bar + 8, Paint.Line(Tone.Ink, 0.4));
        }

        DrawMarks(pen, study, language, words, X, bar, left, right);
        if (study.DistinctCategories is { } count)
        {
            var status = count >= study.NeededCategories ? Status.Good : Status.Bad;
            var y = bar + 30;
            StatusMark.Draw(pen, left + 3, y - 1.2, 4.4, status);
            var number = language.Number(count);
            pen.Text(left + 7, y + 0.6, number, new TextStyle(5, FontFace.Semibold));
            var at = left + 7 + TextWidths.Of(number, 5, FontFace.Semibold) + 2;
            pen.Text(at, y - 1.6, words.Categories, new TextStyle(2.9), right - at);
            pen.Text(at, y + 2, string.Format(CultureInfo.InvariantCulture, words.Needed, language.Number(study.NeededCategories)), Small, right - at);
        }
    }

    // Each share points down at its place on the bar; beyond the end it says so by an arrow along it.
    private static void DrawMarks(SvgPen pen, GaugeStudy study, Language language, GaugeWords words, Func<double, double> x, double bar, double left, double right)
    {
        (double? Share, string Word)[] marks = [(study.StudyShare, words.OfStudy), (study.ToleranceShare, words.OfTolerance)];
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i].Share is not { } share || !double.IsFinite(share))
            {
                continue;
            }

            var at = x(share);
            var number = GaugeStudyDrawing.Percent(share, language);
            var style = new TextStyle(4, FontFace.Semibold);
            var width = style.Measure(number) + 1.4 + Small.Measure(marks[i].Word);
            var start = Math.Clamp(at - width / 2, left, Math.Max(left, right - width));
            var y = bar - 12 + i * 7.4;
            pen.Line(at, y + 1, at, bar + 4.4, Paint.Line(Tone.Ink, 0.3));
            pen.Polyline([(at - 1.2, bar + 2.4), (at + 1.2, bar + 2.4), (at, bar + 4.5)], new Paint(Tone.Ink), closed: true);
            pen.Rect(start - 0.6, y - 3.4, width + 1.2, 4.4, new Paint(Tone.Paper));
            pen.Text(start, y, number, style);
            pen.Text(start + style.Measure(number) + 1.4, y, marks[i].Word, Small with { Tone = Tone.Ink });
        }
    }
}
