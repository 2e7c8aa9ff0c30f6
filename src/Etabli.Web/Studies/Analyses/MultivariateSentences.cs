using Etabli.Application.Studies.Analyses;
using Etabli.Methods.Quality;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Analyses;

/// <summary>What a T² chart says: which points are far, and where to look first.</summary>
internal static class MultivariateSentences
{
    /// <summary>Points of a reference that limits for so many characteristics need.</summary>
    public static int Needed(MultivariateReading reading) => 20 * reading.Characteristics.Count;

    public static IReadOnlyList<(string Sentence, string? Tone)> Of(MultivariateReading reading, int most, IStringLocalizer<AnalysisWords> words, Tell tell)
    {
        var points = reading.Chart.Points;
        var all = reading.Chart.Location.Breaking(ChartRule.BeyondLimits).Count;
        if (all == 0)
        {
            return [(words["TogetherStable", tell.Number(reading.Chart.Location.Points.Count, 0)], "v")];
        }

        List<(string, string?)> said = [.. reading.Outside.Take(most).Select(o => (Out(o), (string?)"r"))];
        if (all > most)
        {
            said.Add((words["AndMoreSignals", all - most], "r"));
        }

        return said;

        string Out(MultivariateReading.OutsidePoint point) => point.Heaviest.Count == 1
            ? words["TogetherOut", PointLabel.Of(points, point.Number, words), reading.Characteristics[point.First]]
            : words["TogetherOutSeveral", PointLabel.Of(points, point.Number, words), string.Join(", ", point.Heaviest.Select(c => reading.Characteristics[c]))];
    }
}
