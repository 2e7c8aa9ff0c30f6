using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Web.Shell;
using Etabli.Web.Shell.Parts;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Dossiers;

/// <summary>The seven steps of a dossier's strip, each with its date, from the dated facts.</summary>
internal static class DossierStages
{
    public static IReadOnlyList<Shell.Parts.Stage> Of(Dossier dossier, IStringLocalizer<DossierWords> words, Tell tell)
    {
        var steps = dossier.IsVae ? Vae(dossier, tell) : Formation(dossier, words, tell);
        var here = dossier.AbandonedAt is null ? steps.FindIndex(s => s.Done is null) : -1;
        return [.. steps.Select((s, i) => new Shell.Parts.Stage(
            words[s.Name],
            s.Done is not null ? StageState.Done : i == here ? StageState.Here : StageState.Empty,
            Count: s.Count ?? (s.Done is { } at ? tell.Day(at) : null)))];
    }

    private static List<(string Name, DateTimeOffset? Done, string? Count)> Formation(Dossier d, IStringLocalizer<DossierWords> words, Tell tell) =>
    [
        ("StageEnrolled", d.EnrolledAt, d.EnrolledOn is { } on ? tell.Day(on) : null),
        ("StageModes", d.ModesDefinedAt, null),
        ("StageTransmitted", d.Transmission?.At, null),
        ("StageAssessment", d.LastDeposit is not null || d.AssessmentClosedAt is not null ? d.CommissionAppointedAt : null, d.CommissionAppointedAt is { } since ? words["Since", tell.Day(since)].Value : null),
        ("StageReport", d.LastDeposit?.At, d.LastDeposit is null && d.ReportDeadline is { } due ? words["Before", tell.ShortDay(due)].Value : null),
        ("StageCommission", d.AssessmentClosedAt, null),
        ("StageJury", d.DeclaredAt, Declared(d, words, tell)),
    ];

    private static List<(string Name, DateTimeOffset? Done, string? Count)> Vae(Dossier d, Tell tell) =>
    [
        ("StageRequest", d.PreparedAt, null),
        ("StageEligible", d.Eligibility.LastOrDefault(e => e.Answer == EligibilityAnswer.Eligible)?.At, null),
        ("StageEnrolled", d.EnrolledAt, d.EnrolledOn is { } on ? tell.Day(on) : null),
        ("StageTransmitted", d.Transmission?.At, null),
        ("StagePortfolio", d.Portfolio?.At, null),
        ("StageInterview", d.InterviewHeldAt, null),
        ("StageJury", d.DeclaredAt, null),
    ];

    private static string? Declared(Dossier d, IStringLocalizer<DossierWords> words, Tell tell) => d.DeclaredAt is { } at
        ? words[d.Declared == Outcome.Admissible ? "OutcomeAdmissible" : "OutcomeNotAdmissible", tell.Day(at)].Value
        : null;
}
