using Etabli.Application.Studies.Analyses;
using Etabli.Figures.GaugeStudies;
using Etabli.Figures.Paretos;
using Etabli.Figures.ScatterPlots;
using Etabli.Methods.Quality;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;
using DrawnBar = Etabli.Figures.Paretos.ParetoBar;
using DrawnClass = Etabli.Figures.Histograms.HistogramClass;
using DrawnHistogram = Etabli.Figures.Histograms.Histogram;
using DrawnPareto = Etabli.Figures.Paretos.Pareto;

namespace Etabli.Web.Studies.Analyses;

/// <summary>What a measure is worth and what quality costs (F45), from what was read.</summary>
internal static class MeasurePictures
{
    private const int MostPoints = 2_000;

    private const int Steps = 60;

    public static AgreementPlot Agreement(AnalysisReading read, AgreementReading agreement, IStringLocalizer<AnalysisWords> words)
    {
        var study = agreement.Study;
        var groups = new List<AgreementGroup>();
        if (agreement.Trials > 1)
        {
            groups.Add(new(words["WithinHimself"], [.. study.ByOperator.Select(o => Row(o.Operator, o.Within))]));
        }

        if (study.WithStandard is { } all)
        {
            groups.Add(new(words["AgainstStandard"], [.. study.ByOperator.Select(o => Row(o.Operator, o.WithStandard!))]));
            if (study.ByOperator.Count > 1)
            {
                groups.Add(new(words["Together"], [Row(words["BetweenThem"], study.Between), Row(words["AllAgainstStandard"], all)]));
            }
        }
        else if (study.ByOperator.Count > 1)
        {
            groups.Add(new(words["Together"], [Row(words["BetweenThem"], study.Between)]));
        }

        return new(read.Analysis.Content.Title, read.Record.Columns[read.Analysis.Content.Columns["Verdict"]].Name, groups)
        {
            Confidence = (1 - agreement.Risk) * 100,
            Count = words["ComponentsWhat", agreement.Parts, study.ByOperator.Count, agreement.Trials],
        };
    }

    public static DrawnHistogram Bias(AnalysisReading read, BiasReading bias, int decimals, IStringLocalizer<AnalysisWords> words)
    {
        var column = read.Record.Columns[read.Analysis.Content.Columns["Value"]];
        return new(read.Analysis.Content.Title, column.Name, column.Unit, [.. bias.Classes.Select(c => new DrawnClass(Edge(c.From), Edge(c.To), c.Count))])
        {
            Decimals = decimals,
            Target = Edge(bias.Reference),
            TargetName = words["ReferenceMark"],
            Mean = Edge(bias.Mean.Known),
        };
    }

    public static ScatterPlot Linearity(AnalysisReading read, LinearityReading linearity, int decimals, IStringLocalizer<AnalysisWords> words)
    {
        var (reference, value) = (read.Record.Columns[read.Analysis.Content.Columns["Reference"]], read.Record.Columns[read.Analysis.Content.Columns["Value"]]);
        var stride = Math.Max(1, (linearity.Biases.Length + MostPoints - 1) / MostPoints);
        var (low, high) = (linearity.References.Min(), linearity.References.Max());
        var fit = Enumerable.Range(0, Steps + 1).Select(i => low + (high - low) * i / Steps).Select(at =>
        {
            var predicted = linearity.Fit.Predict([at]);
            return new FittedPoint(at, predicted.Value, predicted.Mean.Low, predicted.Mean.High);
        });
        return new(
            read.Analysis.Content.Title, reference.Name, reference.Unit, words["BiasOf", value.Name], value.Unit, [.. linearity.Biases.Select((b, i) => (b, i)).Where(p => p.i % stride == 0).Select(p => new ScatterPoint(linearity.References[p.i], p.b))])
        {
            XDecimals = decimals,
            YDecimals = decimals,
            Fit = [.. fit],
            Confidence = (1 - linearity.Risk) * 100,
            Determination = linearity.Study.Determination,
            Remarks = stride > 1 ? [words["OneIn", stride]] : [],
        };
    }

    public static DrawnPareto Costs(AnalysisReading read, QualityCostReading costs, string? period, IStringLocalizer<AnalysisWords> words)
    {
        var column = read.Record.Columns[read.Analysis.Content.Columns["Amount"]];
        return new(read.Analysis.Content.Title, column.Name, column.Unit, [.. costs.Causes.Bars.Select(b => new DrawnBar(CostName(b.Cause, words), b.Amount, b.Cumulated, b.Class == AbcClass.A))])
        {
            Count = read.Series.Rows.Length,
            Period = period,
            BarsAre = costs.IsByLabel ? ParetoBarsAre.Causes : ParetoBarsAre.Classes,
        };
    }

    /// <summary>A category or the rest in words; anything else as it was typed.</summary>
    public static string CostName(string cause, IStringLocalizer<AnalysisWords> words) => words[$"Cost.{cause}"] is { ResourceNotFound: false } word ? word.Value : cause;

    private static AgreementRow Row(string name, AgreementShare share) => new(name, share.Share * 100, share.Interval.Low * 100, share.Interval.High * 100);

    private static decimal Edge(double edge) => (decimal)Math.Clamp(edge, -1e27, 1e27);
}
