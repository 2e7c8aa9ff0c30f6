using Etabli.Application.Studies.Analyses;
using Etabli.Figures.BoxPlots;
using Etabli.Figures.GaugeStudies;
using Etabli.Figures.ScatterPlots;
using Etabli.Methods.Statistics;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;
using ReadComponent = Etabli.Methods.Quality.GaugeComponent;

namespace Etabli.Web.Studies.Analyses;

/// <summary>Groups side by side, a cloud with its curve, a gauge study (F45), from what was read.</summary>
internal static class GroupPictures
{
    /// <summary>Points of a cloud beyond which one in so many is drawn: the eye sees no more.</summary>
    private const int MostPoints = 2_000;

    private const int Steps = 60;

    public static BoxPlot Boxes(AnalysisReading read, IEnumerable<(string Name, long Count, Boxplot Box, double? Mean)> groups, int decimals)
    {
        var column = read.Record.Columns[read.Analysis.Content.Columns["Value"]];
        return new(
            read.Analysis.Content.Title, column.Name, column.Unit,
            [.. groups.Select(g => new BoxGroup(g.Name, (int)g.Count, g.Box.LowerWhisker, g.Box.LowerQuartile, g.Box.Median, g.Box.UpperQuartile, g.Box.UpperWhisker) { Outliers = [.. g.Box.Outliers.Select(o => o.Value).Take(200)], Mean = g.Mean })])
        {
            Decimals = decimals,
            GroupName = read.Analysis.Content.Columns.TryGetValue("Group", out var place) ? read.Record.Columns[place].Name : null,
        };
    }

    public static ScatterPlot Cloud(AnalysisReading read, RelationReading relation, int decimals, IStringLocalizer<AnalysisWords> words)
    {
        var (x, y) = (read.Record.Columns[read.Analysis.Content.Columns["Factor"]], read.Record.Columns[read.Analysis.Content.Columns["Value"]]);
        var stride = Math.Max(1, (relation.Values.Length + MostPoints - 1) / MostPoints);
        var (low, high) = (relation.Factor.Min(), relation.Factor.Max());
        var fit = Enumerable.Range(0, Steps + 1).Select(i => low + (high - low) * i / Steps).Select(at =>
        {
            var predicted = relation.Fit.Predict([.. Enumerable.Range(1, relation.Degree).Select(power => Math.Pow(at, power))]);
            return new FittedPoint(at, predicted.Value, predicted.Mean.Low, predicted.Mean.High, predicted.Single.Low, predicted.Single.High);
        });
        return new(read.Analysis.Content.Title, x.Name, x.Unit, y.Name, y.Unit, [.. relation.Values.Select((v, i) => (v, i)).Where(p => p.i % stride == 0).Select(p => new ScatterPoint(relation.Factor[p.i], p.v))])
        {
            XDecimals = decimals,
            YDecimals = decimals,
            Fit = [.. fit],
            Confidence = (1 - relation.Risk) * 100,
            Determination = relation.Fit.RSquared.Value,
            Remarks = stride > 1 ? [words["OneIn", stride]] : [],
        };
    }

    public static GaugeStudy Gauge(AnalysisReading read, GaugeReadings gauge, int decimals, IStringLocalizer<AnalysisWords> words)
    {
        var study = gauge.Study;
        var column = read.Record.Columns[read.Analysis.Content.Columns["Value"]];
        List<string> parts = [.. gauge.Readings.Select(r => r.Part).Distinct()];
        GaugeComponent Component(string name, ReadComponent part) => new(words[name], part.Contribution * 100, part.StudyShare * 100, part.ToleranceShare * 100);
        return new(
            read.Analysis.Content.Title, column.Name, column.Unit, [Component("GaugeR", study.Gauge), Component("RepeatabilityR", study.Repeatability), Component("ReproducibilityR", study.Reproducibility), Component("PartR", study.Part)])
        {
            Decimals = decimals,
            StudyShare = study.Gauge.StudyShare * 100,
            ToleranceShare = study.Gauge.ToleranceShare * 100,
            DistinctCategories = study.DistinctCategories.Value,
            Parts = parts,
            Appraisers = [.. gauge.Readings.GroupBy(r => r.Operator).Select(o => new GaugeAppraiser(o.Key, [.. parts.Select(p => o.Where(r => r.Part == p).Select(r => r.Value).DefaultIfEmpty(double.NaN).Average())]) { Values = [.. o.Select(r => r.Value)] })],
            Count = words["ComponentsWhat", study.Parts, study.Operators, study.Trials],
        };
    }
}
