using Etabli.Application.Certification;
using Etabli.Application.Certification.Dossiers;
using Etabli.Certification.Dossiers;

namespace Etabli.Web.Certification.Dossiers;

/// <summary>The one thing that awaits this reader on this dossier: its word's key, what the sentence names, where to do it.</summary>
/// <param name="Href">Null when there is nothing to do but wait.</param>
internal sealed record DossierNow(string Word, string? Href, params object[] About)
{
    public static DossierNow Of(DossierMatrix matrix, Func<ModesParty, string> partyName, DateTimeOffset now)
    {
        var page = matrix.Page;
        var (d, sight) = (page.Dossier, page.Sight);
        if (d.AbandonedAt is not null)
        {
            return Nothing;
        }

        return (sight.Is(Hat.Officer) ? Officer(page, partyName) : null)
            ?? (sight.Is(Hat.Candidate) ? Candidate(matrix, now) : null)
            ?? (sight.Is(Hat.CompanyVoice, Hat.Company) ? Company(matrix) : null)
            ?? (sight.Is(Hat.TrainingProvider) ? Agreement(d, ModesParty.TrainingProvider) : null)
            ?? (sight.Is(Hat.ResourceCentre) && d.Transmission is { AcknowledgedAt: null } ? new DossierNow("Acknowledge", Part(d, "modalites")) : null)
            ?? (sight.Is(Hat.Member) && d.CommissionAppointedAt is not null && d.AssessmentClosedAt is null ? new DossierNow("Assess", Part(d, "evaluation")) : null)
            ?? Nothing;
    }

    private static DossierNow Nothing => new("Wait.Nothing", null);

    private static DossierNow? Officer(DossierPage page, Func<ModesParty, string> partyName)
    {
        var d = page.Dossier;
        return d.Stage switch
        {
            Stage.RequestFiled => new("AnswerRequest", Part(d, "recevabilite")),
            Stage.Eligible => new("EnrolEligible", Part(d, "recevabilite")),
            Stage.Enrolled => new("DefineModes", Part(d, "modalites")),
            Stage.ModesDefined when d.MissingAgreements() is { Count: > 0 } missing => new("AwaitAgreement", Part(d, "modalites"), string.Join(", ", missing.Select(partyName))),
            Stage.ModesDefined => new("Transmit", Part(d, "modalites")),
            Stage.ModesTransmitted when d.ReportDeadline is null && !d.IsVae => new("SetDeadline", Part(d, "echeance")),
            Stage.ModesTransmitted => new("AppointCommission", Part(d, "commission")),
            Stage.UnderAssessment when d.ReportDeadline is null => new("SetDeadline", Part(d, "echeance")),
            Stage.AssessmentClosed => new("PutOnList", "/jurys"),
            Stage.NotAdmissible => new("ReEnrol", Part(d, "reinscription")),
            Stage.Admissible or Stage.Awarded => new("Certificates", "/certificats"),
            _ => null,
        };
    }

    private static DossierNow? Candidate(DossierMatrix matrix, DateTimeOffset now)
    {
        var d = matrix.Page.Dossier;
        if (d.Stage == Stage.RequestIncomplete)
        {
            return new("CompleteRequest", Part(d, "recevabilite"), d.Eligibility[^1].Reason ?? "");
        }

        if (d.EnrolledAt is null)
        {
            return Nothing;
        }

        if (d.Signatory == ModesParty.Candidate && Agreement(d, ModesParty.Candidate) is { } agree)
        {
            return agree;
        }

        if (d.Stage == Stage.Awarded)
        {
            return new("Awarded", "#certificats");
        }

        if (d.AssessmentClosedAt is not null)
        {
            return new(d.Declared switch { null => "Wait.Jury", Outcome.Admissible => "Wait.Admissible", _ => "Wait.NotAdmissible" }, null);
        }

        if (d.LastDeposit is not null)
        {
            return new("Wait.Deposited", null);
        }

        var bare = matrix.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Criteria).FirstOrDefault(k => k.Criterion.Evaluable && k.Evidence.Count == 0);
        if (bare is not null)
        {
            return new("LinkEvidence", $"{Part(d, "preuves")}?critere={bare.Criterion.Id}", bare.Criterion.Id, matrix.Evaluable - matrix.Supported);
        }

        return d.ReportDeadline is null ? new("WriteReport", Part(d, "rapport"), matrix.Rows.Count)
            : new(now > d.ReportDeadline ? "DepositLate" : "Deposit", Part(d, "depot"));
    }

    private static DossierNow? Company(DossierMatrix matrix)
    {
        var page = matrix.Page;
        var d = page.Dossier;
        if (Agreement(d, ModesParty.Company) is { } agree)
        {
            return agree;
        }

        var waiting = d.AssessmentClosedAt is null && d.EnrolledAt is not null ? OpinionTargets.Awaited(page).Count : 0;
        return waiting > 0 && page.Sight.Is(Hat.CompanyVoice) ? new("GiveOpinion", Part(d, "avis"), waiting) : Nothing;
    }

    private static DossierNow? Agreement(Dossier d, ModesParty party) =>
        d.ModesDefinedAt is not null && d.Transmission is null && d.MissingAgreements().Contains(party) ? new("Agree", Part(d, "modalites")) : null;

    private static string Part(Dossier d, string part) => $"/dossiers/{d.Id}/{part}";
}
