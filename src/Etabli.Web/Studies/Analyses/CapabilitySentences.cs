using Etabli.Application.Studies.Analyses;
using Etabli.Methods.Quality;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Analyses;

/// <summary>The verdict of a capability study: an unstable process has none, and a sample that is too small proves none.</summary>
internal static class CapabilitySentences
{
    public static IReadOnlyList<(string Sentence, string? Tone)> Of(CapabilityReading reading, IStringLocalizer<AnalysisWords> words, Tell tell)
    {
        var study = reading.Study;
        var asked = tell.Real(reading.Threshold, 2);
        if (study.Stability.State == StabilityState.Unstable)
        {
            var signals = reading.Chart.Location.Runs.Count + reading.Chart.Spread.Runs.Count;
            return [(words["Unstable", signals, study.Performance.Actual.IsKnown ? tell.Real(study.Performance.Actual.Known, 3) : "–"], "r")];
        }

        if (reading.Percentile is { Actual.Value: { } quantile })
        {
            return [(words[quantile >= reading.Threshold ? "CapableByQuantiles" : "NotCapableByQuantiles", tell.Real(quantile, 3), asked], quantile >= reading.Threshold ? "v" : "r")];
        }

        if (!study.Capability.Actual.IsKnown)
        {
            return [(words["NotStatedWhy"], "a")];
        }

        var (index, interval) = (study.Capability.Actual.Known, study.Capability.Actual.Interval);
        var (value, low) = (tell.Real(index, 3), interval is { } i ? tell.Real(i.Low, 2) : "–");
        return index < reading.Threshold ? [(words["NotCapable", value, asked], "r")]
            : interval is { } known && known.Low < reading.Threshold ? [(words["CapableNotProved", value, asked, low], "a")]
            : [(words["Capable", value, asked, low], "v")];
    }
}
