using Etabli.Figures.Ink;

namespace Etabli.Figures.BoxPlots;

/// <summary>Draws one box with its whiskers, in a place that another figure may give it.</summary>
internal static class BoxMark
{
    private const int MostOutliers = 60;

    internal static IEnumerable<double> ValuesOf(BoxGroup group) => [group.Low, group.LowerQuartile, group.Median, group.UpperQuartile, group.High, .. group.Outliers, group.Mean ?? double.NaN];

    internal static void Draw(SvgPen pen, BoxGroup group, double x, double width, Func<double, double> y, Language language, int decimals)
    {
        pen.Begin(group.Name + ", n = " + language.Number(group.Count) + ", " + string.Join(" | ", new[] { group.Low, group.LowerQuartile, group.Median, group.UpperQuartile, group.High }.Select(value => language.Written(value, decimals))));
        var cap = width * 0.25;
        var whisker = Paint.Line(Tone.Ink, Paint.Plain);
        pen.Line(x, y(group.High), x, y(group.UpperQuartile), whisker);
        pen.Line(x, y(group.LowerQuartile), x, y(group.Low), whisker);
        pen.Line(x - cap, y(group.High), x + cap, y(group.High), whisker);
        pen.Line(x - cap, y(group.Low), x + cap, y(group.Low), whisker);
        var (top, bottom) = (y(group.UpperQuartile), y(group.LowerQuartile));
        pen.Rect(x - width / 2, top, width, Math.Max(0.1, bottom - top), new Paint(Tone.AccentWash, Tone.Series1, 0.4));
        pen.Line(x - width / 2, y(group.Median), x + width / 2, y(group.Median), Paint.Line(Tone.Ink, Paint.Strong));
        if (group.Mean is { } mean && double.IsFinite(mean))
        {
            pen.Line(x - 0.9, y(mean) - 0.9, x + 0.9, y(mean) + 0.9, Paint.Line(Tone.Ink, 0.3));
            pen.Line(x - 0.9, y(mean) + 0.9, x + 0.9, y(mean) - 0.9, Paint.Line(Tone.Ink, 0.3));
        }

        foreach (var value in Shown(group.Outliers))
        {
            pen.Circle(x, y(value), 0.75, new Paint(Tone.Paper, Tone.Series2, 0.4));
        }

        pen.End();
    }

    // The farthest are always drawn; of many others, some stand for all.
    private static IEnumerable<double> Shown(IReadOnlyList<double> outliers)
    {
        if (outliers.Count <= MostOutliers)
        {
            return outliers.Where(double.IsFinite);
        }

        double[] sorted = [.. outliers.Where(double.IsFinite).Order()];
        return Enumerable.Range(0, MostOutliers).Select(i => sorted[(int)((long)i * (sorted.Length - 1) / (MostOutliers - 1))]);
    }
}
