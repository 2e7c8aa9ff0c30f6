using Etabli.Methods;
using Etabli.Methods.Quality;
using Etabli.Plant.Measures;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Whether several characteristics are stable together (fr: lecture de carte T²).</summary>
/// <param name="Chart">The chart of the distances, and the names of its points.</param>
/// <param name="Characteristics">Names of the columns, in the order they are read.</param>
/// <param name="Size">Pieces in a subgroup; 1 for single pieces.</param>
/// <param name="FalseAlarm">α.</param>
/// <param name="Outside">Points beyond the limit, each with what every characteristic brings to its distance.</param>
public sealed record MultivariateReading(ChartReading Chart, IReadOnlyList<string> Characteristics, int Size, double FalseAlarm, IReadOnlyList<MultivariateReading.OutsidePoint> Outside)
{
    /// <summary>Most points whose contributions are told.</summary>
    public const int MostOutside = 60;

    private static readonly string[] Roles = ["Value", "Value2", "Value3", "Value4", "Value5"];

    /// <summary>Share of the largest contribution from which another is said to weigh nearly as much.</summary>
    private const double Nearly = 0.8;

    /// <param name="Number">Number of the point, from 1.</param>
    /// <param name="Contributions">What each characteristic brings, in their order.</param>
    public sealed record OutsidePoint(int Number, IReadOnlyList<Explained<double>> Contributions)
    {
        /// <summary>Place of the characteristic that brings most.</summary>
        public int First => Contributions.Index().MaxBy(c => c.Item.Value ?? 0).Index;

        /// <summary>Places of those that bring nearly as much as the one that brings most, itself among them: they are to be looked at together.</summary>
        public IReadOnlyList<int> Heaviest => [.. Contributions.Index().Where(c => c.Item.Value >= Nearly * Contributions[First].Value).Select(c => c.Index)];
    }

    internal static MultivariateReading Of(Analysis analysis, MeasureTable table, MeasuredSeries series)
    {
        var content = analysis.Content;
        string[] roles = [.. Roles.Where(content.Columns.ContainsKey)];
        string[] names = [.. roles.Select(r => table.Columns[content.Columns[r]].Name)];
        double[][] columns = [.. roles.Select(r => r == "Value" ? series.Values : series.Numbers[r])];
        if (series.Values.Length == 0)
        {
            throw new NoAnswerException(AnalysisProblem.NoValue);
        }

        // Rows are put in subgroups as single values are: their places stand for them.
        var groups = SubgroupedSeries.Of(series with { Values = [.. Enumerable.Range(0, series.Rows.Length).Select(i => (double)i)] }, (int?)Analysis.Number(content.Choices, "SubgroupSize"));
        var (p, size) = (roles.Length, groups.Size);
        if (groups.Sizes.Length > 0 && size == 0)
        {
            throw new NoAnswerException(AnalysisProblem.UnequalSubgroups);
        }

        var points = new ChartReading.PointNames(groups.Names, groups.Moments, groups.Sizes);
        var choices = ChartReading.Choices(content, points);
        var reference = choices.ReferencePoints ?? groups.Names.Length;
        var kept = reference - choices.Exclusions.Count(e => e.Number <= reference);
        var least = size > 1 ? (p + size - 2) / (size - 1) : p + 2;
        if (kept < least)
        {
            throw new NoAnswerException(kept == 0 && groups.Names.Length > 0 ? AnalysisProblem.AllLeftOut : AnalysisProblem.TooFew, kept, least);
        }

        if (Array.FindIndex(columns, c => Array.TrueForAll(c, v => v == c[0])) is >= 0 and var still)
        {
            throw new NoAnswerException(AnalysisProblem.ConstantColumn, names[still]);
        }

        double[] values = [.. groups.Values.SelectMany(at => columns.Select(c => c[(int)at]))];
        var falseAlarm = (double)(Analysis.Number(content.Choices, "FalseAlarm") ?? 0.0027m);
        ControlChart chart;
        try
        {
            chart = HotellingChart.Of(values, p, size, falseAlarm, choices);
        }
        catch (ArgumentException)
        {
            // Counts and sizes were looked at above: what is left is that characteristics repeat one another.
            throw new NoAnswerException(AnalysisProblem.Singular);
        }

        List<int> outside = [.. chart.Breaking(ChartRule.BeyondLimits).Take(MostOutside)];
        return new(
            new("Hotelling", chart, null, points, null, null, groups.Left), names, size, falseAlarm,
            [.. outside.Zip(HotellingChart.Contributions(values, p, outside, size, choices), (number, contributions) => new OutsidePoint(number, contributions))]);
    }
}
