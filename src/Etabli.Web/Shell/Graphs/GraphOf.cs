using System.Globalization;
using Etabli.Figures.BoxPlots;
using Etabli.Figures.Capability;
using Etabli.Figures.ControlCharts;
using Etabli.Figures.DowntimeTimelines;
using Etabli.Figures.GaugeStudies;
using Etabli.Figures.Histograms;
using Etabli.Figures.OeeCascades;
using Etabli.Figures.Paretos;
using Etabli.Figures.ScatterPlots;
using Etabli.Figures.Trends;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Shell.Graphs;

/// <summary>The graph that says what a drawn figure says.</summary>
public sealed class GraphOf(IStringLocalizer<GraphWords> words)
{
    private const string Ink = "ink", Bad = "mauvais", Good = "bon", Soft = "ink-2", Grid = "grid", Accent = "serie-1";

    private static readonly string[] Tones = ["serie-1", "serie-2", "serie-3", "serie-4", "serie-5", "serie-6"];

    /// <summary>A control chart: its plots over one foot, limits stretch by stretch, what is said of points.</summary>
    /// <param name="chart">The figure.</param>
    /// <param name="nameOf">What a point is called, from its place; its label if null.</param>
    /// <param name="first">First place shown.</param>
    /// <param name="last">Last place shown; the last of all if null.</param>
    public Graph Chart(ControlChart chart, Func<int, string>? nameOf = null, int first = 0, int? last = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var end = Math.Clamp(last ?? int.MaxValue, 0, Math.Max(0, chart.PointCount - 1));
        var begin = Math.Clamp(first, 0, end);
        var named = chart.PointCount <= Graph.Most / 4;
        var thinned = end - begin + 1 > Graph.Most;
        var panes = chart.Plots.Select((plot, i) => new GraphPane(plot.Name, plot.Unit ?? chart.Unit, plot.Decimals, [.. Plotted(plot, begin, end)])
        {
            Share = chart.Plots.Count > 1 && i == 0 ? 1.5 : 1,
            Bands = i == 0 ? [.. chart.Phases.Select(p => new GraphBand(p.First, p.Last, p.Name))] : [],
        });
        var marks = chart.Plots.SelectMany((plot, pane) => plot.Marks.Where(m => m.Index >= begin && m.Index <= end)
            .Select(m => new GraphMark(pane, m.Index, At((m.OnSecond ? plot.Second! : plot.Values)[m.Index]), m.Sign.ToString().ToLowerInvariant(), m.Note is { } note ? [note] : [])));
        return new(chart.Title, new(chart.PointName ?? words["Point"]) { Labels = named ? [.. Enumerable.Range(0, chart.PointCount).Select(i => nameOf?.Invoke(i) ?? chart.LabelOf(i))] : null }, [.. panes])
        {
            Marks = [.. marks.Take(Graph.Most / 4), .. chart.Notes.Where(n => n.Index >= begin && n.Index <= end).Select(n => new GraphMark(0, n.Index, At(chart.Plots[0].Values[n.Index]), "note", [n.Text]))],
            Names = named ? [.. Enumerable.Range(0, chart.PointCount).Select(chart.LabelOf)] : null,
            IsThinned = thinned,
            Remark = thinned ? words["Thinned", (end - begin + 1).ToString("N0", CultureInfo.CurrentCulture)].Value : null,
        };
    }

    /// <summary>A histogram with its tolerances and curves.</summary>
    public Graph Capability(CapabilityStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        List<GraphSeries> series = [Classes(study.Classes)];
        if (study is { HasCurves: true, Mean: { } mean } && study.Classes.Count > 0)
        {
            var width = (double)(study.Classes[0].To - study.Classes[0].From) * study.Count;
            if (study.SigmaWithin is > 0 and var within) { series.Add(Curve(words["CurveWithin"], Ink, study, mean, within, width, false)); }
            if (study.SigmaOverall is > 0 and var overall) { series.Add(Curve(words["CurveOverall"], Soft, study, mean, overall, width, true)); }
        }

        return new(study.Title, new(study.Characteristic, study.Unit, study.Decimals), [new(words["Frequency"], "", 0, series)
        {
            FromZero = true,
            Lines = [.. Upright(study.LowerTolerance, words["Lower"], Bad), .. Upright(study.Target, words["Target"], Good), .. Upright(study.UpperTolerance, words["Upper"], Bad), .. Upright(study.Mean, words["Mean"], Ink)],
        }]);
    }

    public Graph Spread(Histogram histogram)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        return new(histogram.Title, new(histogram.Quantity, histogram.Unit, histogram.Decimals), [new(words["Frequency"], "", 0, [Classes(histogram.Classes)])
        {
            FromZero = true,
            Lines = [.. Upright((double?)histogram.LowerLimit, words["Lower"], Bad), .. Upright((double?)histogram.Target, histogram.TargetName ?? words["Target"].Value, Good), .. Upright((double?)histogram.UpperLimit, words["Upper"], Bad)],
        }]);
    }

    public Graph Boxes(BoxPlot boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        List<GraphSeries> series =
        [
            new(boxes.Quantity, GraphShape.Boxes, Accent, [.. boxes.Groups.Select((g, i) => new double?[] { i, g.Low, g.LowerQuartile, g.Median, g.UpperQuartile, g.High })]) { Texts = [.. boxes.Groups.Select(g => words["Values", g.Count].Value)] },
        ];
        if (boxes.Groups.Any(g => g.Mean is not null))
        {
            series.Add(new(words["Mean"], GraphShape.Points, Ink, [.. boxes.Groups.Select((g, i) => new[] { i, g.Mean })]));
        }

        if (boxes.Groups.Any(g => g.Outliers.Count > 0))
        {
            series.Add(new(words["FarOut"], GraphShape.Points, Bad, [.. boxes.Groups.SelectMany((g, i) => g.Outliers.Select(o => new double?[] { i, o }))]));
        }

        return new(boxes.Title, new(boxes.GroupName ?? "") { Labels = [.. boxes.Groups.Select(g => g.Name)] }, [new(boxes.Quantity, boxes.Unit, boxes.Decimals, series) { Lines = [.. Across(boxes.LowerTolerance, words["Lower"], Bad), .. Across(boxes.Target, words["Target"], Good), .. Across(boxes.UpperTolerance, words["Upper"], Bad)] }]);
    }

    public Graph Cloud(ScatterPlot cloud)
    {
        ArgumentNullException.ThrowIfNull(cloud);
        List<GraphSeries> series = [];
        var groups = Math.Max(1, cloud.Groups.Count);
        for (var i = 0; i < groups; i++)
        {
            var its = cloud.Points.Where(p => groups == 1 || p.Group == i).ToList();
            series.Add(new(cloud.Groups.Count > i ? cloud.Groups[i] : words["Measured"], GraphShape.Points, Tones[i % Tones.Length], [.. its.Select(p => new double?[] { At(p.X), At(p.Y) })]) { Texts = its.Exists(p => p.Label is not null) ? [.. its.Select(p => p.Label ?? "")] : null, HasDots = true });
        }

        if (cloud.Fit.Count > 0)
        {
            series.Add(new(words["Fitted"], GraphShape.Line, Ink, [.. cloud.Fit.Select(f => new[] { f.X, At(f.Y) })]));
            Edge(words["MeanInterval", cloud.Confidence.ToString("0.#", CultureInfo.CurrentCulture)], Soft, f => f.ConfidenceLow, f => f.ConfidenceHigh);
            Edge(words["OneMore", cloud.Confidence.ToString("0.#", CultureInfo.CurrentCulture)], Grid, f => f.PredictionLow, f => f.PredictionHigh);
        }

        return new(cloud.Title, new(cloud.XName, cloud.XUnit, cloud.XDecimals), [new(cloud.YName, cloud.YUnit, cloud.YDecimals, series)]) { Remark = cloud.Remarks.Count > 0 ? string.Join(" ", cloud.Remarks) : null };

        void Edge(string name, string tone, Func<FittedPoint, double?> low, Func<FittedPoint, double?> high)
        {
            if (cloud.Fit.Any(f => low(f) is not null))
            {
                // There and back, with a gap: one name in the legend for both edges.
                series.Add(new(name, GraphShape.Line, tone, [.. cloud.Fit.Select(f => new[] { f.X, low(f) }), [null, null], .. cloud.Fit.Select(f => new[] { f.X, high(f) })]) { IsDashed = true });
            }
        }
    }

    /// <summary>Where the variation comes from, and the means of each operator part by part.</summary>
    public Graph Gauge(GaugeStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        List<GraphSeries> shares =
        [
            new(words["Contribution"], GraphShape.Bars, Tones[0], [.. study.Components.Select((c, i) => new double?[] { i, At(c.Contribution) })]),
            new(words["StudyShare"], GraphShape.Bars, Tones[1], [.. study.Components.Select((c, i) => new double?[] { i, At(c.StudyShare) })]),
        ];
        if (study.Components.Any(c => c.ToleranceShare is not null))
        {
            shares.Add(new(words["ToleranceShare"], GraphShape.Bars, Tones[2], [.. study.Components.Select((c, i) => new[] { i, c.ToleranceShare })]));
        }

        List<GraphPane> panes = [new(words["Shares"], "%", 1, shares) { FromZero = true, X = new("") { Labels = [.. study.Components.Select(c => c.Name)] }, Lines = [new(study.GoodUnder, "", Good), new(study.BadOver, "", Bad)] }];
        if (study.Appraisers.Count > 0 && study.Parts.Count > 0)
        {
            panes.Add(new(study.Characteristic, study.Unit, study.Decimals, [.. study.Appraisers.Select((a, i) => new GraphSeries(a.Name, GraphShape.Line, Tones[i % Tones.Length], [.. a.Means.Select((m, j) => new double?[] { j, At(m) })]) { HasDots = true })])
            {
                X = new(words["Part"]) { Labels = study.Parts },
            });
        }

        return new(study.Title, panes[^1].X!, panes);
    }

    /// <summary>How far people who judge agree: each share on its interval.</summary>
    public Graph Agreement(AgreementPlot plot)
    {
        ArgumentNullException.ThrowIfNull(plot);
        List<(string Name, AgreementRow Row)> rows = [.. plot.Groups.SelectMany(g => g.Rows.Select(r => ($"{g.Name} · {r.Name}", r)))];
        return new(plot.Title, new("") { Labels = [.. rows.Select(r => r.Name)] },
            [new(words["Agreement"], "%", 0,
                [
                    new(words["Interval", plot.Confidence.ToString("0.#", CultureInfo.CurrentCulture)], GraphShape.Floating, Grid, [.. rows.Select((r, i) => new double?[] { i, At(r.Row.Low), At(r.Row.High) })]) { IsInterval = true },
                    new(words["Agreement"], GraphShape.Points, Accent, [.. rows.Select((r, i) => new double?[] { i, At(r.Row.Share) })]) { HasDots = true },
                ]) { FromZero = true }])
        {
            Remark = plot.Count,
        };
    }

    /// <summary>The cascade of times: full bars for the times, floating ones for what is lost.</summary>
    public Graph Cascade(OeeCascade cascade)
    {
        ArgumentNullException.ThrowIfNull(cascade);
        List<(string Name, decimal From, decimal To, string Tone, string Text)> steps = [];
        string Share(decimal part) => cascade.RequiredTime == 0 ? "" : words["OfRequired", (part / cascade.RequiredTime).ToString("P1", CultureInfo.CurrentCulture)];
        void Time(string name, decimal time) => steps.Add((words[name], 0, time, Accent, Share(time)));
        void Losses(decimal from, params CascadeLossKind[] kinds)
        {
            foreach (var loss in cascade.Losses.Where(l => kinds.Contains(l.Kind) && l.Time != 0))
            {
                steps.Add((loss.Label.Length > 0 ? loss.Label : words[$"Loss.{loss.Kind}"], from - loss.Time, from, loss.Kind is CascadeLossKind.Planned or CascadeLossKind.Closure ? Grid : Bad, Share(loss.Time)));
                from -= loss.Time;
            }
        }

        if (cascade.TotalTime is { } total)
        {
            Time("TotalTime", total);
            Losses(total, CascadeLossKind.Closure);
        }

        Time("OpeningTime", cascade.OpeningTime);
        Losses(cascade.OpeningTime, CascadeLossKind.Planned);
        Time("RequiredTime", cascade.RequiredTime);
        Losses(cascade.RequiredTime, CascadeLossKind.Own, CascadeLossKind.Induced);
        Time("RunningTime", cascade.RunningTime);
        Losses(cascade.RunningTime, CascadeLossKind.Pace);
        Time("NetTime", cascade.NetTime);
        Losses(cascade.NetTime, CascadeLossKind.Quality);
        Time("UsefulTime", cascade.UsefulTime);
        return new(cascade.Title, new("") { Labels = [.. steps.Select(s => s.Name)] },
            [new(cascade.Machine, cascade.Unit, cascade.Decimals, [new(words["Time"], GraphShape.Floating, Accent, [.. steps.Select((s, i) => new double?[] { i, (double)s.From, (double)s.To })]) { Tones = [.. steps.Select(s => s.Tone)], Texts = [.. steps.Select(s => s.Text)] }]) { FromZero = true }])
        {
            Remark = cascade.Convention,
        };
    }

    public Graph Ranked(Pareto pareto)
    {
        ArgumentNullException.ThrowIfNull(pareto);
        return new(pareto.Title, new("") { Labels = [.. pareto.Bars.Select(b => b.Label)] },
            [new(pareto.Measure, pareto.Unit, pareto.Decimals,
                [
                    new(pareto.Measure, GraphShape.Bars, Accent, [.. pareto.Bars.Select((b, i) => new double?[] { i, (double)b.Value })]) { Tones = [.. pareto.Bars.Select(b => b.IsClassA ? Accent : Grid)], HasDots = true },
                    new(words["Cumulated"], GraphShape.Line, Ink, [.. pareto.Bars.Select((b, i) => new double?[] { i, (double)b.Cumulated * 100 })]) { IsShare = true, HasDots = true },
                ]) { FromZero = true }]);
    }

    /// <summary>A series of weeks against its target, phases behind, what happened on its week.</summary>
    public Graph Trend(IndicatorTrend trend)
    {
        ArgumentNullException.ThrowIfNull(trend);
        List<TrendPoint> points = [.. trend.Points.OrderBy(p => p.Week)];
        var weeks = points.Select(p => p.Week).ToList();
        double Place(Figures.Ink.IsoWeek week) => weeks.Count(w => w.CompareTo(week) < 0);
        return new(trend.Name, new(words["Week"]) { Labels = [.. weeks.Select(w => words["WeekSaid", w.Number.ToString("00", CultureInfo.InvariantCulture), w.Year].Value)] },
            [new(trend.Name, trend.Unit, trend.Decimals, [new(trend.Name, GraphShape.Line, Accent, [.. points.Select((p, i) => new double?[] { i, (double?)p.Value })]) { HasDots = true }])
            {
                Lines = [.. Across((double?)trend.Target, words["Target"], Good)],
                Bands = [.. (trend.Phases ?? []).Select(p => new GraphBand(Place(p.First), Math.Min(points.Count - 1, Place(p.Last) + 1), p.Name))],
            }])
        {
            Marks = [.. (trend.Flags ?? []).Select(f => new GraphMark(0, Place(f.Week), points.Find(p => p.Week == f.Week)?.Value is { } value ? (double)value : null, "note", [f.Label]))],
        };
    }

    /// <summary>Stops in time, one row a machine.</summary>
    public Graph Stops(DowntimeTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        var classes = timeline.Classes.Select((c, i) => (c.Letter, c.Name, Tone: Tones[i % Tones.Length])).Append((Letter: "?", Name: words["Unclassed"].Value, Tone: Grid)).ToList();
        var stops = timeline.Lanes.SelectMany((lane, row) => lane.Stops.Where(s => s.Minutes > 0 && s.Start < timeline.To && s.Start.AddMinutes((double)s.Minutes) > timeline.From).Select(s => (row, Stop: s))).ToList();
        var series = classes.Select(c => (Class: c, Its: stops.Where(s => (classes.Exists(k => k.Letter == s.Stop.Class) ? s.Stop.Class : "?") == c.Letter).ToList())).Where(c => c.Its.Count > 0).Select(c => new GraphSeries(c.Class.Name, GraphShape.Spans, c.Class.Tone,
            [.. c.Its.Select(s => new double?[] { Instant(s.Stop.Start), Instant(s.Stop.Start.AddMinutes((double)s.Stop.Minutes)), s.row })])
        {
            Texts = [.. c.Its.Select(s => words["StopSaid", timeline.Lanes[s.row].Machine, s.Stop.Start.ToString("t", CultureInfo.CurrentCulture), s.Stop.Minutes.ToString("0.#", CultureInfo.CurrentCulture), s.Stop.Cause].Value)],
        });
        return new(timeline.Title, new(words["Hour"]) { IsTime = true }, [new("", "", 0, [.. series]) { Rows = [.. timeline.Lanes.Select(l => l.Machine)] }]);
    }

    // The clock on the plant's wall, whatever zone the reader is in.
    private static double Instant(DateTime at) => (DateTime.SpecifyKind(at, DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMilliseconds;

    private IEnumerable<GraphSeries> Plotted(ControlPlot plot, int first, int last)
    {
        yield return new(plot.FirstName ?? plot.Name, GraphShape.Line, Accent, Thinned(plot.Values, first, last)) { HasDots = true };
        if (plot.Second is { } second)
        {
            yield return new(plot.SecondName ?? "", GraphShape.Line, Tones[1], Thinned(second, first, last)) { HasDots = true };
        }

        foreach (var (name, tone, dashed, level) in new (string, string, bool, Func<ControlLimits, double?>)[] { (plot.CentreSign ?? words["Centre"].Value, Ink, false, l => l.Centre), (words["UpperLimit"], Bad, true, l => l.Upper), (words["LowerLimit"], Bad, true, l => l.Lower) })
        {
            List<double?[]> line = [];
            foreach (var limits in plot.Limits.Where(l => level(l) is not null && l.Last >= first && l.First <= last).Take(Graph.Most))
            {
                // Each stretch reaches half a step to both sides, so that neighbours meet between points.
                line.Add([Math.Max(first, limits.First) - 0.5, At(level(limits)!.Value)]);
                line.Add([Math.Min(last, limits.Last) + 0.5, At(level(limits)!.Value)]);
            }

            if (line.Count > 0)
            {
                yield return new(name, GraphShape.Line, tone, line) { IsDashed = dashed };
            }
        }
    }

    /// <summary>All points, or the smallest and the largest of each stretch in the order they came.</summary>
    internal static IReadOnlyList<double?[]> Thinned(IReadOnlyList<double> values, int first, int last)
    {
        last = Math.Min(last, values.Count - 1);
        var count = last - first + 1;
        if (count <= Graph.Most)
        {
            return [.. Enumerable.Range(first, Math.Max(0, count)).Select(i => new double?[] { i, At(values[i]) })];
        }

        var stretches = Graph.Most / 2;
        var kept = new List<double?[]>(Graph.Most);
        for (var k = 0; k < stretches; k++)
        {
            var (from, to) = (first + (int)((long)count * k / stretches), first + (int)((long)count * (k + 1) / stretches));
            var (low, high) = (-1, -1);
            for (var i = from; i < to; i++)
            {
                if (double.IsFinite(values[i]))
                {
                    low = low < 0 || values[i] < values[low] ? i : low;
                    high = high < 0 || values[i] > values[high] ? i : high;
                }
            }

            foreach (var i in new[] { Math.Min(low, high), Math.Max(low, high) }.Distinct().Where(i => i >= 0))
            {
                kept.Add([i, values[i]]);
            }
        }

        return kept;
    }

    private GraphSeries Classes(IReadOnlyList<HistogramClass> classes) => new(words["Frequency"], GraphShape.Classes, Accent, [.. classes.Select(c => new double?[] { (double)c.From, (double)c.To, c.Count })]);

    private static GraphSeries Curve(string name, string tone, CapabilityStudy study, double mean, double sigma, double area, bool dashed)
    {
        const int steps = 120;
        var (low, high) = (Math.Min((double)study.Classes[0].From, mean - 3.5 * sigma), Math.Max((double)study.Classes[^1].To, mean + 3.5 * sigma));
        var points = Enumerable.Range(0, steps + 1).Select(i => low + (high - low) * i / steps).Select(x => new double?[] { x, area / (sigma * Math.Sqrt(2 * Math.PI)) * Math.Exp(-0.5 * Math.Pow((x - mean) / sigma, 2)) });
        return new(name, GraphShape.Line, tone, [.. points]) { IsDashed = dashed };
    }

    private static IEnumerable<GraphLine> Upright(double? value, string text, string tone) => value is { } known && double.IsFinite(known) ? [new(known, text, tone, Upright: true)] : [];

    private static IEnumerable<GraphLine> Across(double? value, string text, string tone) => value is { } known && double.IsFinite(known) ? [new(known, text, tone)] : [];

    private static double? At(double value) => double.IsFinite(value) ? value : null;
}
