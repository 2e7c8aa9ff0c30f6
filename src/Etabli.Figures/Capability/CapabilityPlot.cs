using Etabli.Figures.Histograms;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Capability;

/// <summary>The histogram of a study, its curves and its tolerances.</summary>
internal sealed class CapabilityPlot
{
    private const int CurvePoints = 120;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private readonly CapabilityStudy study;
    private readonly Language language;
    private readonly CapabilityWords words;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;
    private readonly double low;
    private readonly double high;
    private readonly ValueAxis counts;
    private readonly ValueAxis axis;

    internal CapabilityPlot(CapabilityStudy study, Sheet sheet, CapabilityWords words, double width, double top, double height)
    {
        this.study = study;
        language = sheet.Language;
        this.words = words;
        this.top = top;
        bottom = top + height;
        List<double> values = [(double)study.Classes[0].From, (double)study.Classes[^1].To, .. new[] { study.LowerTolerance, study.Target, study.UpperTolerance, study.Mean, study.LowPercentile, study.HighPercentile }.OfType<double>().Where(double.IsFinite)];
        if (study.HasCurves && study.Mean is { } mean && double.IsFinite(mean))
        {
            // A curve is followed to where it lies on the axis, unless that is far from everything else.
            var spread = values.Max() - values.Min();
            var sigma = Math.Min(Sigmas().DefaultIfEmpty(0).Max(), spread / 5);
            values.AddRange([mean - 3.2 * sigma, mean + 3.2 * sigma]);
        }

        axis = ValueAxis.Of(values, 8);
        var margin = Math.Max((values.Max() - values.Min()) * 0.03, axis.Step * 1e-3);
        (low, high) = (values.Min() - margin, values.Max() + margin);
        var peak = Curves().Select(curve => Density(study.Mean!.Value, study.Mean.Value, curve.Sigma)).DefaultIfEmpty(0).Max();
        counts = ValueAxis.Of([0, Math.Max(1, study.Classes.Max(one => one.Count)), peak], 5, fromZero: true);
        left = counts.WidestLabel(language, Small) + 3;
        right = width;
    }

    internal void Draw(SvgPen pen)
    {
        foreach (var value in counts.Graduations.Where(value => value == Math.Floor(value)))
        {
            pen.Line(left, Y(value), right, Y(value), Paint.Line(value == 0 ? Tone.Ink2 : Tone.Grid, value == 0 ? 0.25 : Paint.Fine));
            pen.Text(left - 1.5, Y(value) + 1, language.Written(value, 0), Small with { Anchor = Anchor.End });
        }

        DrawBars(pen);
        DrawCurves(pen);
        DrawAxis(pen);
        DrawMarks(pen);
        DrawLegend(pen);
    }

    private IEnumerable<double> Sigmas() => new[] { study.SigmaWithin, study.SigmaOverall }.OfType<double>().Where(sigma => double.IsFinite(sigma) && sigma > 0);

    private List<(double Sigma, string Name, Paint Line)> Curves()
    {
        var curves = new List<(double, string, Paint)>();
        if (!study.HasCurves || study.Mean is not { } mean || !double.IsFinite(mean))
        {
            return curves;
        }

        if (study.SigmaOverall is { } overall && double.IsFinite(overall) && overall > 0)
        {
            curves.Add((overall, words.CurveOverall, Paint.Line(Tone.Series2, 0.6, "2.4 1.1")));
        }

        if (study.SigmaWithin is { } within && double.IsFinite(within) && within > 0)
        {
            curves.Insert(0, (within, words.CurveWithin, Paint.Line(Tone.Ink, 0.6)));
        }

        return curves;
    }

    private double X(double value) => left + Math.Clamp((value - low) / (high - low), 0, 1) * (right - left);

    private double Y(double count) => bottom - counts.At(count) * (bottom - top);

    private double Density(double at, double mean, double sigma)
    {
        var width = (double)(study.Classes[^1].To - study.Classes[0].From) / study.Classes.Count;
        var z = (at - mean) / sigma;
        return study.Count * width * Math.Exp(-z * z / 2) / (sigma * Math.Sqrt(2 * Math.PI));
    }

    private bool IsOutside(HistogramClass one) => (double)one.From >= study.UpperTolerance || (double)one.To <= study.LowerTolerance;

    private void DrawBars(SvgPen pen)
    {
        foreach (var one in study.Classes)
        {
            var (from, to) = (X((double)one.From), X((double)one.To));
            pen.Begin(language.Number(one.From, study.Decimals) + " – " + language.Number(one.To, study.Decimals) + ", " + language.Number(one.Count));
            var paint = IsOutside(one) ? new Paint(null, Tone.Ink, 0.25, null, Hatching.Waste) : new Paint(Tone.AccentWash, Tone.Series1, 0.35);
            pen.Rect(from, Y(one.Count), Math.Max(0, to - from), bottom - Y(one.Count), paint);
            pen.End();
        }
    }

    private void DrawCurves(SvgPen pen)
    {
        foreach (var (sigma, _, line) in Curves())
        {
            var mean = study.Mean!.Value;
            var points = Enumerable.Range(0, CurvePoints + 1)
                .Select(i => low + (high - low) * i / CurvePoints)
                .Concat(Enumerable.Range(-24, 49).Select(i => mean + i * sigma / 8).Where(value => value > low && value < high))
                .Order()
                .Select(value => (X(value), Y(Density(value, mean, sigma))))
                .ToList();
            pen.Polyline(points, line);
        }
    }

    private void DrawAxis(SvgPen pen)
    {
        var end = double.MinValue;
        var unit = Small.Measure(study.Unit);
        foreach (var value in axis.Graduations.Where(value => value >= low && value <= high))
        {
            var text = language.Written(value, axis.Decimals);
            var half = Small.Measure(text) / 2;
            pen.Line(X(value), bottom, X(value), bottom + 0.9, Paint.Line(Tone.Ink2, 0.25));
            if (X(value) - half > end + 1.2 && X(value) - half >= 0 && X(value) + half < right - unit - 1)
            {
                pen.Text(X(value), bottom + 4.2, text, Small with { Anchor = Anchor.Middle });
                end = X(value) + half;
            }
        }

        pen.Text(right, bottom + 4.2, study.Unit, Small with { Anchor = Anchor.End, Face = FontFace.Semibold }, 24);
    }

    // Tolerances red, target green, mean in ink: each with its word at its own height when they are near one another.
    private void DrawMarks(SvgPen pen)
    {
        (double? Value, string Word, Paint Line)[] marks =
        [
            (study.LowerTolerance, words.Lower, Paint.Line(Tone.Bad, Paint.Strong)),
            (study.UpperTolerance, words.Upper, Paint.Line(Tone.Bad, Paint.Strong)),
            (study.Target, words.Target, Paint.Line(Tone.Good, 0.5, "2.4 1")),
            (study.Mean, words.Mean, Paint.Line(Tone.Ink, 0.4, "0.6 0.8")),
            (study.LowPercentile, "P\u00A0" + language.Written(0.135, 3), Paint.Line(Tone.Ink2, 0.4, "1.2 0.8")),
            (study.HighPercentile, "P\u00A0" + language.Written(99.865, 3), Paint.Line(Tone.Ink2, 0.4, "1.2 0.8")),
        ];
        var taken = new TakenPlaces();
        foreach (var (value, word, line) in marks)
        {
            if (value is not { } at || !double.IsFinite(at))
            {
                continue;
            }

            var style = new TextStyle(2.8, FontFace.Semibold, Tone.Ink, Anchor.Middle);
            var text = word + " " + language.Written(at, study.Decimals);
            var half = style.Measure(text) / 2;
            var centre = Math.Clamp(X(at), half, right - half);
            var y = top - 2.6;
            while (!taken.IsFree(Area.OfText(centre, y, text, style)) && y > 8)
            {
                y -= 3.5;
            }

            pen.Line(X(at), top - 1.6, X(at), bottom, line);
            if (taken.IsFree(Area.OfText(centre, y, text, style)))
            {
                taken.Add(Area.OfText(centre, y, text, style).Wider(0.4));
                pen.Text(centre, y, text, style);
            }
        }
    }

    /// <summary>Height under the plot: names of the values, then the legend in as many rows as it needs.</summary>
    internal double FootHeight => 6 + (Legend().Select(one => one.Row).DefaultIfEmpty(-1).Max() + 1) * 4.2;

    private List<(double X, int Row, string Name, Paint? Line)> Legend()
    {
        List<(string Name, Paint? Line)> entries = [.. Curves().Select(curve => (curve.Name, (Paint?)curve.Line))];
        if (study.Classes.Any(one => IsOutside(one) && one.Count > 0))
        {
            entries.Add((words.Crossed, null));
        }

        var placed = new List<(double, int, string, Paint?)>();
        var (x, row) = (left, 0);
        foreach (var (name, line) in entries)
        {
            var width = 8 + Small.Measure(name);
            (x, row) = x > left && x + width > right ? (left, row + 1) : (x, row);
            placed.Add((x, row, name, line));
            x += width + 4;
        }

        return placed;
    }

    private void DrawLegend(SvgPen pen)
    {
        foreach (var (x, row, name, line) in Legend())
        {
            var y = bottom + 9 + row * 4.2;
            if (line is { } paint)
            {
                pen.Line(x, y - 1, x + 6.5, y - 1, paint);
            }
            else
            {
                pen.Rect(x, y - 2.4, 6.5, 2.8, new Paint(null, Tone.Ink, 0.25, null, Hatching.Waste));
            }

            pen.Text(x + 8, y, name, Small, right - x - 8);
        }
    }
}
