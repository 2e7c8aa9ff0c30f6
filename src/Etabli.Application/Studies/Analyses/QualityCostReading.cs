using Etabli.Application.Plant;
using Etabli.Methods;
using Etabli.Methods.Quality;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>What quality costs and what its lack costs, from a record of amounts (fr: lecture des coûts de la qualité).</summary>
/// <param name="Costs">The costs by category.</param>
/// <param name="Share">Share of non-quality in the base; null when no base was given.</param>
/// <param name="Causes">The amounts by what they are; by category when no column says it.</param>
/// <param name="IsByLabel">Whether a column says what each amount is.</param>
public sealed record QualityCostReading(QualityCosts Costs, Explained<decimal>? Share, ParetoTable Causes, bool IsByLabel)
{
    /// <summary>Bars drawn before the rest is grouped.</summary>
    private const int MostBars = 15;

    /// <summary>How people name the four categories, plain; the first word that begins one of them decides.</summary>
    private static readonly (QualityCostCategory Category, string[] Words)[] Named =
    [
        (QualityCostCategory.Prevention, ["prevention", "preventif"]),
        (QualityCostCategory.Appraisal, ["detection", "evaluation", "appraisal", "inspection", "controle"]),
        (QualityCostCategory.InternalFailure, ["interne", "internes", "internal", "defaillance interne", "defaillances internes", "internal failure"]),
        (QualityCostCategory.ExternalFailure, ["externe", "externes", "external", "defaillance externe", "defaillances externes", "external failure"]),
    ];

    /// <param name="analysis">What is asked.</param>
    /// <param name="series">What was read.</param>
    internal static QualityCostReading Of(Analysis analysis, MeasuredSeries series)
    {
        if (series.Values.Length == 0)
        {
            throw new NoAnswerException(AnalysisProblem.NoValue);
        }

        var (categories, labels) = (series.Texts["Category"], series.Texts.GetValueOrDefault("Label"));
        var costs = new List<QualityCost>(series.Values.Length);
        for (var i = 0; i < series.Values.Length; i++)
        {
            if (CategoryOf(categories[i]) is not { } category)
            {
                throw new NoAnswerException(AnalysisProblem.UnknownCategory, series.Rows[i], categories[i]);
            }

            if (series.Values[i] is not (>= 0 and <= 1e15))
            {
                throw new NoAnswerException(AnalysisProblem.NegativeAmount, series.Rows[i], series.Values[i]);
            }

            costs.Add(new(category, labels is null || string.IsNullOrWhiteSpace(labels[i]) ? category.ToString() : labels[i], (decimal)series.Values[i]));
        }

        var read = QualityCosts.Of(costs);
        if (read.Total.Known == 0)
        {
            throw new NoAnswerException(AnalysisProblem.NoCost);
        }

        return new(
            read, Analysis.Number(analysis.Content.Choices, "Base") is { } against ? read.ShareOf(against) : null,
            Pareto.Of(costs.Select(c => (labels is null ? c.Category.ToString() : c.Label, c.Amount)), ParetoMeasure.Cost, new() { KeepFirst = MostBars }), labels is not null);
    }

    private static QualityCostCategory? CategoryOf(string text)
    {
        var plain = TypedTable.Plain(text);
        foreach (var (category, words) in Named)
        {
            if (words.Any(w => plain == w || plain.StartsWith(w, StringComparison.Ordinal)) || words.Any(w => plain.EndsWith(" " + w, StringComparison.Ordinal)))
            {
                return category;
            }
        }

        return null;
    }
}
