using Etabli.Methods;
using Etabli.Methods.Quality;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>A control chart of a record: the charts, the names of its points, what they say (fr: lecture de carte de contrôle).</summary>
/// <param name="Kind">Which chart: XBarR, P…</param>
/// <param name="Location">The chart of the level.</param>
/// <param name="Spread">The chart of the spread, or of the downward sum; null when there is none.</param>
/// <param name="Points">Names and moments of the points.</param>
/// <param name="Change">When the mean changed before the first signal, with its test; null when no signal asks for it.</param>
/// <param name="RunLength">Points between two false alarms with the rules chosen; null when it is not reckoned.</param>
/// <param name="Left">Values after the last whole subgroup: not read.</param>
public sealed record ChartReading(string Kind, ControlChart Location, ControlChart? Spread, ChartReading.PointNames Points, StepChange? Change, Explained<double>? RunLength, int Left)
{
    /// <summary>Name of each point, its moment, and how many values it holds.</summary>
    public sealed record PointNames(IReadOnlyList<string> Names, IReadOnlyList<string> Moments, IReadOnlyList<int> Sizes);

    internal static ChartReading Of(Analysis analysis, MeasuredSeries series)
    {
        var content = analysis.Content;
        var size = (int?)Analysis.Number(content.Choices, "SubgroupSize");
        var kind = content.Choices.GetValueOrDefault("Chart") ?? (content.Columns.ContainsKey("Subgroup") || size > 1 ? "XBarR" : "Individuals");
        var attributes = kind is "P" or "Np" or "C" or "U";
        var groups = attributes ? SubgroupedSeries.Of(series with { Texts = series.Texts.Where(t => t.Key != "Subgroup").ToDictionary() }, 1) : SubgroupedSeries.Of(series, size);
        if (attributes && series.Texts.GetValueOrDefault("Subgroup") is { } named)
        {
            groups = groups with { Names = named };
        }

        if (groups.Sizes.Length == 0)
        {
            throw new NoAnswerException(series.Values.Length == 0 ? AnalysisProblem.NoValue : AnalysisProblem.TooFew, series.Values.Length, size ?? 1);
        }

        var names = new PointNames(groups.Names, groups.Moments, groups.Sizes);
        var choices = Choices(content, names);
        if (choices.Exclusions.Count >= groups.Names.Length)
        {
            throw new NoAnswerException(AnalysisProblem.AllLeftOut);
        }

        var (location, spread) = attributes ? (Attributes(kind, series, choices), null) : Measures(kind, content, groups, choices);
        StepChange? change = null;
        if (location.Runs.Count > 0 && location.Statistic is not (ChartStatistic.WeightedAverage or ChartStatistic.MovingAverage or ChartStatistic.CumulatedSum))
        {
            // The first signal that is not one point alone tells of a change that lasted; a lone point is told as itself.
            var signal = location.Runs.Where(r => r.Last > r.First || r.Rule != ChartRule.BeyondLimits).Select(r => (int?)r.Signal).FirstOrDefault() ?? location.Runs[0].Signal;
            if (location.Points[signal - location.Points[0].Number] is { Sigma: > 0 })
            {
                change = ChangePoint.Before(location, signal);
            }
        }

        Explained<double>? length = kind switch
        {
            "XBarR" or "XBarS" or "Individuals" when choices.Rules.Alternating is null && choices.Rules.Trend is null && choices.Rules.HuggingCentre is null => Methods.Quality.RunLength.Shewhart(choices.Rules, 0, Math.Max(1, groups.Size)),
            "Ewma" => Methods.Quality.RunLength.Ewma((double)(Analysis.Number(content.Choices, "Weight") ?? 0.2m), choices.Sigmas, 0),
            "Cusum" => Methods.Quality.RunLength.Cusum(0.5, 5, 0),
            _ => null,
        };
        return new(kind, location, spread, names, change, length, groups.Left);
    }

    private static (ControlChart, ControlChart?) Measures(string kind, AnalysisContent content, SubgroupedSeries groups, ChartChoices choices)
    {
        if (kind is "XBarR" or "XBarS" && Array.FindIndex(groups.Sizes, s => s < 2) is >= 0 and var lone)
        {
            throw new NoAnswerException(AnalysisProblem.SubgroupOfOne, groups.Names[lone]);
        }

        var span = (int?)Analysis.Number(content.Choices, "Span");
        if (kind is not ("XBarR" or "XBarS") && groups.Size == 0)
        {
            throw new NoAnswerException(AnalysisProblem.UnequalSubgroups);
        }

        var least = kind is "XBarR" or "XBarS" ? 1 : kind == "MovingAverage" ? span ?? 3 : 2;
        if (groups.Sizes.Length < least)
        {
            throw new NoAnswerException(AnalysisProblem.TooFew, groups.Sizes.Length, least);
        }

        switch (kind)
        {
            case "XBarR" or "XBarS":
                var pair = (kind, groups.Size) switch
                {
                    ("XBarR", > 0) => SubgroupChart.XBarR(groups.Values, groups.Size, choices),
                    ("XBarR", _) => SubgroupChart.XBarR(groups.Values, groups.Sizes, choices),
                    (_, > 0) => SubgroupChart.XBarS(groups.Values, groups.Size, choices),
                    _ => SubgroupChart.XBarS(groups.Values, groups.Sizes, choices),
                };
                return (pair.Location, pair.Spread);
            case "MovingAverage":
                return (MovingAverageChart.Of(groups.Values, groups.Size, span ?? 3, choices), null);
            case "Ewma":
                return (EwmaChart.Of(groups.Values, groups.Size, (double)(Analysis.Number(content.Choices, "Weight") ?? 0.2m), choices), null);
            case "Cusum":
                var sums = CusumChart.Of(groups.Values, groups.Size, null, choices);
                return (sums.Upper, sums.Lower);
            default:
                if (groups.Size > 1)
                {
                    throw new NoAnswerException(AnalysisProblem.UnequalSubgroups);
                }

                var single = IndividualChart.Of(groups.Values, choices);
                return (single.Location, single.Spread);
        }
    }

    private static ControlChart Attributes(string kind, MeasuredSeries series, ChartChoices choices)
    {
        var counts = new int[series.Values.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            if (series.Values[i] is not (>= 0 and <= 1_000_000_000) || series.Values[i] != Math.Floor(series.Values[i]))
            {
                throw new NoAnswerException(AnalysisProblem.NotACount, series.Rows[i], series.Values[i]);
            }

            counts[i] = (int)series.Values[i];
        }

        if (kind == "C")
        {
            return AttributeChart.C(counts, choices);
        }

        if (!series.Numbers.TryGetValue("Size", out var sizes))
        {
            throw new NoAnswerException(AnalysisProblem.SizeMissing);
        }

        if (Array.FindIndex(sizes, s => s <= 0) is >= 0 and var none)
        {
            throw new NoAnswerException(AnalysisProblem.SizeNotPositive, series.Rows[none]);
        }

        if (kind == "U")
        {
            return AttributeChart.U(counts, sizes, choices);
        }

        var whole = new int[sizes.Length];
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = sizes[i] is <= 1_000_000_000 && sizes[i] == Math.Floor(sizes[i]) ? (int)sizes[i] : throw new NoAnswerException(AnalysisProblem.NotACount, series.Rows[i], sizes[i]);
            if (counts[i] > whole[i])
            {
                throw new NoAnswerException(AnalysisProblem.MoreThanSize, series.Rows[i]);
            }
        }

        return kind == "P" ? AttributeChart.P(counts, whole, choices)
            : Array.TrueForAll(whole, s => s == whole[0]) ? AttributeChart.Np(counts, whole[0], choices) : throw new NoAnswerException(AnalysisProblem.UnequalSubgroups);
    }

    /// <summary>The rules, the points left out, frozen limits, as the method takes them.</summary>
    internal static ChartChoices Choices(AnalysisContent content, PointNames points)
    {
        var rules = content.Choices.GetValueOrDefault("Rules") switch
        {
            "WesternElectric" => RunRules.WesternElectric,
            "Nelson" => RunRules.Nelson,
            _ => RunRules.LimitsOnly,
        };
        if (content.Choices.TryGetValue("SameSide", out var side) && rules.SameSide is not null)
        {
            rules = rules with { SameSide = int.Parse(side, System.Globalization.CultureInfo.InvariantCulture) };
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < points.Names.Count; i++)
        {
            places.TryAdd(points.Names[i], i + 1);
        }

        return new()
        {
            Rules = rules,
            Exclusions = [.. content.LeftOut.Where(p => places.ContainsKey(p.Point)).Select(p => new Exclusion(places[p.Point], p.Reason))],
            ReferencePoints = (int?)Analysis.Number(content.Choices, "ReferencePoints") is { } asked && content.Held is null ? Math.Min(asked, points.Names.Count) : null,
            Standard = content.Held is { } held ? new ProcessStandard(held.Centre, held.Sigma) : null,
        };
    }
}
