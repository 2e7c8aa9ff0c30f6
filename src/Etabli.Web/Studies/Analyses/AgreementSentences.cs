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
            if (one is { StandardKappa: { } standard, WithStandard: { } share })
            {
                Say(words["KappaStandard", one.Operator], standard, share);
            }
        }

        if (study.ByOperator.Count > 1)
        {
            Say(words["KappaBetween"], study.BetweenKappa, study.Between);
        }

        foreach (var one in study.ByOperator)
        {
            if (one.WithinKappa is { } within)
            {
                Say(words["KappaWithin", one.Operator], within, one.Within);
            }
        }

        return said;

        void Say(string whose, Kappa kappa, AgreementShare share)
        {
            if (kappa is not { Value.Value: { } value, Interval: { } interval })
            {
                said.Add((words["KappaNone", whose], "a"));
            }
            else if (IsPerfect(kappa))
            {
                // The large-sample error of a full agreement is 0 and says nothing: the exact interval of the share stands for it.
                said.Add((words["Agreement.Perfect", whose, share.Parts, tell.Percent((decimal)share.Interval.Low, 1)], Kept((share.Interval.Low - kappa.ByChance) / (1 - kappa.ByChance)) >= AgreementReading.Good ? "v" : "a"));
            }
            else
            {
                var (key, tone) = Judged(kappa, Kept(value), Kept(interval.Low), reading.Risk);
                said.Add((words[$"Agreement.{key}", whose, tell.Real(value, 2), tell.Real(interval.Low, 2), tell.Real(interval.High, 2), kappa.P is { } p ? ChartSentences.Probability(p, tell) : "–"], tone));
            }
        }
    }

    /// <summary>Whether all judgements agreed: its κ is 1, with no error to speak of.</summary>
    public static bool IsPerfect(Kappa kappa) => kappa.Observed >= 1;

    // Thresholds have two decimals, and so has what is held against them: what is said to be 0.40 is not below it.
    private static double Kept(double kappa) => Math.Round(kappa, 2);

    // Good is said only when the whole interval is good; poor, or no better than chance, when the κ itself is.
    private static (string Key, string Tone) Judged(Kappa kappa, double value, double low, double risk) =>
        kappa.P is { } p && p > risk ? ("Chance", "r")
        : value < AgreementReading.Poor ? ("Poor", "r")
        : value < AgreementReading.Good ? ("Middling", "a")
        : low < AgreementReading.Good ? ("GoodNotProved", "a")
        : ("Good", "v");
}
