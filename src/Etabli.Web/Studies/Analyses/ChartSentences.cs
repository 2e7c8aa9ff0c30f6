using Etabli.Application.Studies.Analyses;
using Etabli.Methods.Quality;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Analyses;

/// <summary>What a control chart says, in sentences that each stand on a rule or a test.</summary>
internal static class ChartSentences
{
    /// <returns>Each sentence and the tone of its mark: "r", "a", "v".</returns>
    public static IReadOnlyList<(string Sentence, string? Tone)> Of(ChartReading reading, int most, IStringLocalizer<AnalysisWords> words, Tell tell)
    {
        var said = new List<(string, string?)>();
        var points = reading.Points;
        if (reading.Location.Runs.Count + (reading.Spread?.Runs.Count ?? 0) == 0)
        {
            said.Add((words["Stable", tell.Number(reading.Location.Points.Count, 0)], "v"));
        }

        foreach (var (run, spread) in reading.Location.Runs.Select(r => (r, false)).Concat(reading.Spread?.Runs.Select(r => (r, true)) ?? []).Take(most))
        {
            said.Add((Run(run, spread, reading, words), "r"));
        }

        if (reading.Location.Runs.Count + (reading.Spread?.Runs.Count ?? 0) is var all && all > most)
        {
            said.Add((words["AndMoreSignals", all - most], "r"));
        }

        if (reading.Change is { } change)
        {
            said.Add(change.IsSignificant
                ? (words[change.From == change.To ? "ChangedThere" : "Changed", PointLabel.Of(points, change.FirstAfter, words), PointLabel.Name(points, change.From), PointLabel.Name(points, change.To), tell.Real(change.Before, 2), tell.Real(change.After, 2), Probability(change.PAtMost, tell)], "r")
                : (words["NotChanged", Probability(change.PAtMost, tell)], "a"));
        }

        if (reading.RunLength?.Value is { } length)
        {
            said.Add((words["FalseAlarms", tell.Real(Math.Round(length), 0)], null));
        }

        return said;
    }

    /// <summary>One broken rule as a sentence: which points, on which side.</summary>
    public static string Run(RuleRun run, bool spread, ChartReading reading, IStringLocalizer<AnalysisWords> words)
    {
        var side = run.Side switch { > 0 => "Up", < 0 => "Down", _ => "" };
        var of = words[$"Statistic.{(spread ? reading.Spread! : reading.Location).Statistic}"].Value;
        var (first, last) = (PointLabel.Of(reading.Points, run.First, words), PointLabel.Of(reading.Points, run.Last, words));
        return run.Rule == ChartRule.BeyondLimits && run.First == run.Last
            ? words[$"Run.OneBeyond.{side}", of, first]
            : words[$"Run.{run.Rule}.{side}".TrimEnd('.'), of, first, last, run.Last - run.First + 1];
    }

    /// <summary>"&lt; 0,0001", or four decimals.</summary>
    public static string Probability(double p, Tell tell) => p < 0.0001 ? "< " + tell.Number(0.0001m, 4) : tell.Real(p, 4);
}
