using Etabli.Application.Studies.Analyses;
using Etabli.Methods.Quality;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Analyses;

/// <summary>What judgements are worth, in sentences that each stand on a kappa and its interval.</summary>
internal static class AgreementSentences
{
    public static IReadOnlyList<(string Sentence, string? Tone)> Of(AgreementReading reading, IStringLocalizer<AnalysisWords> words, Tell tell)
    {
        if (reading.IsOneVerdict)
        {
            return [(words["OneVerdict"], "a")];
        }

        var said = new List<(string, string?)>();
        var study = reading.Study;
        foreach (var one in study.ByOperator)
        {
            if (one.StandardKappa is { } standard)
            {
                Say(words["KappaStandard", one.Operator], standard);
            }
        }

        if (study.ByOperator.Count > 1)
        {
            Say(words["KappaBetween"], study.BetweenKappa);
        }

        foreach (var one in study.ByOperator)
        {
            if (one.WithinKappa is { } within)
            {
                Say(words["KappaWithin", one.Operator], within);
            }
        }

        return said;

        void Say(string whose, Kappa kappa)
        {
            if (kappa is not { Value.Value: { } value, Interval: { } interval })
            {
                said.Add((words["KappaNone", whose], "a"));
                return;
            }

            var (key, tone) = Judged(kappa, value, interval, reading.Risk);
            said.Add((words[$"Agreement.{key}", whose, tell.Real(value, 2), tell.Real(interval.Low, 2), tell.Real(interval.High, 2), kappa.P is { } p ? ChartSentences.Probability(p, tell) : "–"], tone));
        }
    }

    // Good is said only when the whole interval is good; poor, or no better than chance, when the κ itself is.
    private static (string Key, string Tone) Judged(Kappa kappa, double value, IndexInterval interval, double risk) =>
        kappa.P is { } p && p > risk ? ("Chance", "r")
        : value < AgreementReading.Poor ? ("Poor", "r")
        : value < AgreementReading.Good ? ("Middling", "a")
        : interval.Low < AgreementReading.Good ? ("GoodNotProved", "a")
        : ("Good", "v");
}
