using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Hypotheses;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Whether the groups of a record differ (fr: lecture de comparaison).</summary>
/// <param name="Groups">The groups in the order they came.</param>
/// <param name="Variances">Whether their spreads differ (Levene, about the median).</param>
/// <param name="Means">Whether their means differ: Welch for two groups, variance analysis for more (Welch's when spreads differ).</param>
/// <param name="Ranks">Whether one of two groups lies above the other, without a normal law; null for more groups.</param>
/// <param name="Anova">The analysis of variance, for more than two groups with like spreads; null otherwise.</param>
/// <param name="Pairs">Pairs of groups compared together (Tukey); empty unless the analysis of variance is the test used.</param>
public sealed record ComparisonReading(
    IReadOnlyList<ComparisonReading.Group> Groups, HypothesisTest Variances, HypothesisTest Means, HypothesisTest? Ranks, OneWayAnova? Anova, IReadOnlyList<PairComparison> Pairs)
{
    /// <summary>Most groups compared.</summary>
    public const int MostGroups = 30;

    /// <param name="Name">What the column says.</param>
    /// <param name="Summary">Its values.</param>
    /// <param name="Box">Its box.</param>
    /// <param name="Normality">Whether a normal law is spoken against; null when it cannot be asked.</param>
    public sealed record Group(string Name, Summary Summary, Boxplot Box, HypothesisTest? Normality);

    internal static ComparisonReading Of(Analysis analysis, MeasuredSeries series)
    {
        var risk = (double)(Analysis.Number(analysis.Content.Choices, "Alpha") ?? 0.05m);
        var named = series.Texts["Group"];
        var members = named.Select((name, i) => (name, Value: series.Values[i])).GroupBy(p => p.name, StringComparer.Ordinal).Select(g => (Name: g.Key, Values: g.Select(p => p.Value).ToArray())).ToList();
        if (members.Count < 2)
        {
            throw new NoAnswerException(series.Values.Length == 0 ? AnalysisProblem.NoValue : AnalysisProblem.OneGroup);
        }

        if (members.Count > MostGroups)
        {
            throw new NoAnswerException(AnalysisProblem.TooManyGroups, members.Count, MostGroups);
        }

        if (members.Find(m => m.Values.Length < 2) is { Values: not null } lone)
        {
            throw new NoAnswerException(AnalysisProblem.GroupOfOne, lone.Name);
        }

        if (members.TrueForAll(m => Array.TrueForAll(m.Values, v => v == m.Values[0])))
        {
            throw new NoAnswerException(AnalysisProblem.Constant);
        }

        List<double[]> values = [.. members.Select(m => m.Values)];
        var variances = VarianceTests.Levene(values, risk: risk);
        var anova = members.Count > 2 && variances.Conclusion != Conclusion.Rejected ? OneWayAnova.Of(values, risk) : null;
        return new(
            [.. members.Select(m => new Group(m.Name, Summary.Of(m.Values), Boxplot.Of(m.Values), m.Values.Length is >= 3 and <= 5_000 && m.Values.Distinct().Skip(1).Any() ? NormalityTests.ShapiroWilk(m.Values, risk) : null))],
            variances,
            members.Count == 2 ? MeanTests.Welch(values[0], values[1], risk: risk) : anova?.Test ?? OneWayAnova.Welch(values, risk),
            members.Count == 2 ? RankTests.MannWhitney(values[0], values[1], risk: risk) : null,
            anova, anova?.Tukey(1 - risk) ?? []);
    }
}
