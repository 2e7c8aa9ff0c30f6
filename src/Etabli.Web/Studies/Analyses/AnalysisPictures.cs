using System.Globalization;
using Etabli.Application.Studies.Analyses;
using Etabli.Figures.BoxPlots;
using Etabli.Figures.Capability;
using Etabli.Figures.ControlCharts;
using Etabli.Figures.GaugeStudies;
using Etabli.Figures.Histograms;
using Etabli.Figures.Ink;
using Etabli.Figures.OeeCascades;
using Etabli.Figures.Paretos;
using Etabli.Figures.ScatterPlots;
using Etabli.Methods.Quality;
using Etabli.Web.Shell;
using Etabli.Web.Shell.Graphs;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;
using DrawnCapability = Etabli.Figures.Capability.CapabilityStudy;
using DrawnChart = Etabli.Figures.ControlCharts.ControlChart;
using DrawnIndex = Etabli.Figures.Capability.CapabilityIndex;
using ReadChart = Etabli.Methods.Quality.ControlChart;

namespace Etabli.Web.Studies.Analyses;

/// <summary>The figures of the analyses (F41, F42), from what was read, in the reader's language.</summary>
internal sealed class AnalysisPictures(IStringLocalizer<AnalysisWords> words, Tell tell) : IAnalysisPicture
{
    string? IAnalysisPicture.Draw(AnalysisReading read) => Draw(read, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cartouche: true);

    /// <summary>The drawing of an analysis; null when its kind has none.</summary>
    /// <param name="read">The analysis with its answer.</param>
    /// <param name="culture">"fr" or "en".</param>
    /// <param name="cartouche">Whether the strip of a printed figure is drawn.</param>
    public string? Draw(AnalysisReading read, string culture, bool cartouche = false)
    {
        // On the screen a narrower sheet makes larger letters; the file is as wide as paper asks.
        var sheet = Sheet.For(culture, cartouche ? 250 : 200) with { Id = "analyse" };
        if (cartouche)
        {
            sheet = sheet with
            {
                Cartouche = new(read.Analysis.Content.Title, read.Record.Name, read.Analysis.AuthorCode, Date: DateOnly.FromDateTime(tell.Local(read.Analysis.ChangedAt).DateTime), Count: read.Series.Rows.Length.ToString(CultureInfo.InvariantCulture), Period: Period(read)),
            };
        }

        return read switch
        {
            { Chart: { } chart } => ControlChartDrawing.Draw(Chart(read, chart), sheet),
            { Capability: { } capability } => CapabilityDrawing.Draw(Study(read, capability), sheet),
            { Gauge: { } gauge } => GaugeStudyDrawing.Draw(GroupPictures.Gauge(read, gauge, Decimals(gauge.Study.Total.Deviation), words), sheet),
            { Trs: { } trs } => OeeCascadeDrawing.Draw(TrsPicture.Of(read, trs, words, tell), sheet),
            { Relation: { } relation } => ScatterPlotDrawing.Draw(GroupPictures.Cloud(read, relation, Decimals(relation.Fit.ResidualDeviation.Value ?? 1), words), sheet),
            { Comparison: { } comparison } => BoxPlotDrawing.Draw(Boxes(read, comparison), sheet),
            { Distribution: { Groups.Count: > 1 } spread } => BoxPlotDrawing.Draw(Boxes(read, spread), sheet),
            { Distribution: { } spread } => HistogramDrawing.Draw(Classes(read, spread), sheet),
            { Agreement: { } agreement } => AgreementPlotDrawing.Draw(MeasurePictures.Agreement(read, agreement, words), sheet),
            { Bias: { } bias } => HistogramDrawing.Draw(MeasurePictures.Bias(read, bias, Decimals(bias.Study.Deviation), words), sheet),
            { Linearity: { } linearity } => ScatterPlotDrawing.Draw(MeasurePictures.Linearity(read, linearity, Decimals(linearity.Study.Residual), words), sheet),
            { Multivariate: { } many } => ControlChartDrawing.Draw(Together(read, many), sheet),
            { Costs: { } costs } => ParetoDrawing.Draw(MeasurePictures.Costs(read, costs, Period(read), words), sheet),
            _ => null,
        };
    }

    /// <summary>The same numbers to explore; null when the kind has none.</summary>
    /// <param name="read">The analysis with its answer.</param>
    /// <param name="graphs">Makes graphs of figures.</param>
    /// <param name="first">First point shown of a control chart, from zero.</param>
    /// <param name="last">Last point shown.</param>
    public Graph? Explore(AnalysisReading read, GraphOf graphs, int first = 0, int? last = null) => read switch
    {
        { Chart: { } chart } => Pointed(graphs.Chart(Chart(read, chart), i => PointLabel.Of(chart.Points, i + 1, words), first, last), read),
        { Multivariate: { } many } => Pointed(graphs.Chart(Together(read, many), i => PointLabel.Of(many.Chart.Points, i + 1, words), first, last), read),
        { Capability: { } capability } => graphs.Capability(Study(read, capability)),
        { Gauge: { } gauge } => graphs.Gauge(GroupPictures.Gauge(read, gauge, Decimals(gauge.Study.Total.Deviation), words)),
        { Trs: { } trs } => graphs.Cascade(TrsPicture.Of(read, trs, words, tell)),
        { Relation: { } relation } => graphs.Cloud(GroupPictures.Cloud(read, relation, Decimals(relation.Fit.ResidualDeviation.Value ?? 1), words)),
        { Comparison: { } comparison } => graphs.Boxes(Boxes(read, comparison)),
        { Distribution: { Groups.Count: > 1 } spread } => graphs.Boxes(Boxes(read, spread)),
        { Distribution: { } spread } => graphs.Spread(Classes(read, spread)),
        { Agreement: { } agreement } => graphs.Agreement(MeasurePictures.Agreement(read, agreement, words)),
        { Bias: { } bias } => graphs.Spread(MeasurePictures.Bias(read, bias, Decimals(bias.Study.Deviation), words)),
        { Linearity: { } linearity } => graphs.Cloud(MeasurePictures.Linearity(read, linearity, Decimals(linearity.Study.Residual), words)),
        { Costs: { } costs } => graphs.Ranked(MeasurePictures.Costs(read, costs, Period(read), words)),
        _ => null,
    };

    private static Graph Pointed(Graph graph, AnalysisReading read) => graph with { PointHref = read.MayKeep ? $"{AnalysisAddress.Of(read.Analysis.Id)}?point={{0}}#point" : null };

    private static BoxPlot Boxes(AnalysisReading read, ComparisonReading comparison) =>
        GroupPictures.Boxes(read, comparison.Groups.Select(g => (g.Name, g.Summary.Count, g.Box, g.Summary.Mean.Value)), Decimals(comparison.Groups.Max(g => g.Box.UpperQuartile - g.Box.LowerQuartile)));

    private static BoxPlot Boxes(AnalysisReading read, DistributionReading spread) =>
        GroupPictures.Boxes(read, spread.Groups.Select(g => (g.Name, (long)g.Count, g.Box, (double?)null)), Decimals(spread.Summary.StandardDeviation.Value ?? 1));

    private static Histogram Classes(AnalysisReading read, DistributionReading spread)
    {
        var column = read.Record.Columns[read.Analysis.Content.Columns["Value"]];
        return new(read.Analysis.Content.Title, column.Name, column.Unit, [.. spread.Classes.Select(c => new Figures.Histograms.HistogramClass(Edge(c.From), Edge(c.To), c.Count))]) { Decimals = Decimals(spread.Summary.StandardDeviation.Value ?? 1) };
    }

    private DrawnChart Chart(AnalysisReading read, ChartReading chart)
    {
        var content = read.Analysis.Content;
        var column = read.Record.Columns[content.Columns["Value"]];
        var cusum = chart.Location.Statistic == ChartStatistic.CumulatedSum;
        List<ControlPlot> plots = cusum ? [Sums(chart)] : [Plot(chart.Location, chart, column.Unit, false)];
        if (!cusum && chart.Spread is { } spread)
        {
            plots.Add(Plot(spread, chart, column.Unit, true));
        }

        var notes = content.Notes.Select(n => (Place: IndexOf(chart.Points.Names, n.Point), n.Text)).Where(n => n.Place >= 0).OrderBy(n => n.Place).Select(n => new ControlNote(n.Place, n.Text));
        return new(content.Title, column.Name, cusum ? "" : column.Unit, plots)
        {
            Labels = chart.Points.Names,
            Notes = [.. notes],
            State = chart.Location.IsFrozen ? LimitsState.Frozen : LimitsState.Recalculated,
            StateNote = content.Held is { } held ? words["HeldBy", held.ByCode, tell.Day(held.At), held.Points].Value : null,
            Period = Period(read),
            Remarks = [words["RulesUsed", words[$"Option.{content.Choices.GetValueOrDefault("Rules", "LimitsOnly")}"].Value].Value],
            PointName = words[content.Columns.ContainsKey("Subgroup") ? "GroupAxis" : "PointAxis"],
            Reading = ChartSentences.Of(chart, 1, words, tell) is [var first, ..] ? first.Sentence : null,
        };
    }

    // Its distances have no unit, no sigma and no lower limit; phase II has a limit of its own.
    private DrawnChart Together(AnalysisReading read, MultivariateReading many)
    {
        var (content, chart) = (read.Analysis.Content, many.Chart.Location);
        var plot = new ControlPlot(
            words["Statistic.HotellingDistance"], chart.Values().ToArray(), ControlLimits.EachPoint(Each(chart, 0, p => p.Centre), Each(chart, 0, _ => double.NaN), Each(chart, 0, p => p.Upper ?? double.NaN)))
        {
            CentreSign = "M",
            Unit = "",
            Decimals = 2,
            Marks = [.. Marks(chart, many.Chart, false)],
        };
        var notes = content.Notes.Select(n => (Place: IndexOf(many.Chart.Points.Names, n.Point), n.Text)).Where(n => n.Place >= 0).OrderBy(n => n.Place).Select(n => new ControlNote(n.Place, n.Text));
        return new(content.Title, string.Join(", ", many.Characteristics), "", [plot])
        {
            Labels = many.Chart.Points.Names,
            Notes = [.. notes],
            Period = Period(read),
            PointName = words[content.Columns.ContainsKey("Subgroup") ? "GroupAxis" : "PointAxis"],
            NeededPoints = MultivariateSentences.Needed(many),
            Reading = MultivariateSentences.Of(many, 1, words, tell) is [var first, ..] ? first.Sentence : null,
        };
    }

    private ControlPlot Plot(ReadChart chart, ChartReading reading, string unit, bool spread)
    {
        var offset = chart.Points[0].Number - 1;
        var values = Padded(chart.Values(), offset);
        List<ControlLimits> limits = chart.Lower.IsKnown || chart.Upper.IsKnown
            ? [new(offset, values.Length - 1, chart.Centre.Value, chart.Lower.Value, chart.Upper.Value, chart.Points[0].Sigma)]
            : [.. ControlLimits.EachPoint(Each(chart, offset, p => p.Centre), Each(chart, offset, p => p.Lower ?? double.NaN), Each(chart, offset, p => p.Upper ?? double.NaN))];
        var sign = chart.Statistic switch { ChartStatistic.Mean => "X̿", ChartStatistic.Range => "R̄", ChartStatistic.Deviation => "s̄", ChartStatistic.Individual => "x̄", ChartStatistic.NonconformingShare => "p̄", _ => null };
        var dimension = chart.Statistic is ChartStatistic.NonconformingShare or ChartStatistic.NonconformingCount or ChartStatistic.NonconformityCount or ChartStatistic.NonconformityRate ? "" : unit;
        return new(words[$"Statistic.{chart.Statistic}"], values, limits)
        {
            CentreSign = sign,
            Unit = dimension,
            Decimals = Decimals(chart.Points[0].Sigma ?? (chart.Upper.Value - chart.Centre.Value) / 3 ?? 1),
            Marks = [.. Marks(chart, reading, spread)],
            HasBands = !spread && chart.Rules.BeyondTwoSigmas is not null,
        };
    }

    private ControlPlot Sums(ChartReading chart)
    {
        var (upper, lower) = (chart.Location, chart.Spread!);
        var limit = upper.Upper.Value;
        return new(words["Statistic.CumulatedSum"], upper.Values().ToArray(), [new(0, upper.Points.Count - 1, 0, lower.Lower.Value ?? -limit, limit)])
        {
            Unit = "σ",
            Second = lower.Values().ToArray(),
            FirstName = words["Upward"],
            SecondName = words["Downward"],
            Decimals = 1,
            Marks = [.. Marks(upper, chart, false), .. Marks(lower, chart, true).Select(m => m with { OnSecond = true })],
        };
    }

    private IEnumerable<ControlMark> Marks(ReadChart chart, ChartReading reading, bool spread)
    {
        var offset = chart.Points[0].Number - 1;
        foreach (var number in chart.Breaking((ChartRule)255))
        {
            var point = chart.Points[number - 1 - offset];
            var rules = Enum.GetValues<ChartRule>().Where(r => r != ChartRule.None && point.Broken.HasFlag(r)).ToList();
            yield return new(
                number - 1, point.Broken.HasFlag(ChartRule.BeyondLimits) ? ControlSign.Outside : ControlSign.Run,
                rules.Count == 1 && rules[0] == ChartRule.BeyondLimits ? PointLabel.Name(reading.Points, number) : string.Join(" ", rules.Select(r => System.Numerics.BitOperations.TrailingZeroCount((int)r) + 1)),
                $"{PointLabel.Of(reading.Points, number, words)}{words["Colon"]}{string.Join(", ", rules.Select(r => words[$"Rule.{(spread ? "Spread." : "")}{r}"].Value))}");
        }

        for (var i = 0; i < chart.Points.Count && i < 20_000; i++)
        {
            if (chart.Points[i].Excluded is { } reason)
            {
                yield return new(i + offset, ControlSign.Excluded, "", $"{PointLabel.Of(reading.Points, i + offset + 1, words)}{words["Colon"]}{reason}");
            }
        }
    }

    private DrawnCapability Study(AnalysisReading read, CapabilityReading reading)
    {
        var study = reading.Study;
        var column = read.Record.Columns[read.Analysis.Content.Columns["Value"]];
        var (verdict, tone) = CapabilitySentences.Of(reading, words, tell)[0];
        var stated = study.Capability.Actual.IsKnown;
        return new(read.Analysis.Content.Title, column.Name, column.Unit, [.. reading.Classes.Select(c => new Figures.Histograms.HistogramClass(Edge(c.From), Edge(c.To), c.Count))])
        {
            Decimals = Decimals(study.Overall),
            LowerTolerance = study.Tolerance.Lower,
            UpperTolerance = study.Tolerance.Upper,
            Target = study.Tolerance.Target,
            Mean = study.Mean,
            SigmaWithin = study.Within,
            SigmaOverall = study.Overall,
            HasCurves = reading.Percentile is null,
            LowPercentile = reading.Percentile?.Quantiles.Low,
            Median = reading.Percentile?.Quantiles.Median,
            HighPercentile = reading.Percentile?.Quantiles.High,
            Indices = [Index("Cp", study.Capability.Potential), Index("Cpk", study.Capability.Actual), Index("Pp", study.Performance.Potential), Index("Ppk", study.Performance.Actual)],
            ObservedPpm = study.Observed.PartsPerMillion,
            ExpectedPpmWithin = stated ? study.ExpectedWithin?.PartsPerMillion : null,
            ExpectedPpmOverall = study.ExpectedOverall?.PartsPerMillion,
            Verdict = verdict,
            VerdictStatus = tone switch { "v" => Status.Good, "r" => Status.Bad, _ => Status.Warning },
            Period = Period(read),
        };
    }

    private static DrawnIndex Index(string name, Etabli.Methods.Quality.CapabilityIndex index) => new(name, index.IsKnown ? index.Known : null, index.Interval?.Low, index.Interval?.High);

    private string? Period(AnalysisReading read)
    {
        var moments = read.Series.Texts.GetValueOrDefault("Moment");
        DateOnly? Of(string? moment) => moment?.Length >= 10 && DateOnly.TryParseExact(moment[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return moments is { Length: > 0 } && Of(moments[0]) is { } from && Of(moments[^1]) is { } until ? words["PeriodSaid", tell.Day(from), tell.Day(until)].Value : null;
    }

    private static double[] Padded(ReadOnlySpan<double> values, int offset)
    {
        var all = new double[values.Length + offset];
        all.AsSpan(0, offset).Fill(double.NaN);
        values.CopyTo(all.AsSpan(offset));
        return all;
    }

    private static double[] Each(ReadChart chart, int offset, Func<ControlPoint, double> level) => [.. Enumerable.Repeat(double.NaN, offset), .. chart.Points.Select(level)];

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Figures hold edges as decimals; no measure of a plant is longer.</summary>
    private static decimal Edge(double edge) => (decimal)Math.Clamp(edge, -1e27, 1e27);

    /// <summary>Two digits of the spread are what the eye can use.</summary>
    private static int Decimals(double spread) => spread > 0 && double.IsFinite(spread) ? Math.Clamp(1 - (int)Math.Floor(Math.Log10(spread)), 0, 6) : 2;
}
