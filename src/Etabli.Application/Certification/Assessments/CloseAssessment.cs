using Etabli.Application.Improvement;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Assessments;

/// <summary>The commission closes; the summary the jury will read freezes (rule R41).</summary>
public sealed class CloseAssessment(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier);

    /// <returns>Fingerprint of the frozen summary.</returns>
    public async Task<string> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Member);
        var assessment = await db.MustFindAssessment(dossier.Id, stop);
        var standard = await shelf.Get(dossier.Standard, stop);
        assessment.MustBeReadyToClose(dossier, standard.Content, caller.Id);
        var now = clock.GetUtcNow();
        var summary = AssessmentSummary.Freeze(Words(dossier, assessment, standard, await db.EvidenceOf(dossier.Id, stop)), now);
        assessment.Close(dossier, standard.Content, summary, caller.Id, now);
        journal.Note("assessment.closed", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { sha256 = summary.Sha256 });
        await db.SaveKnowingly(stop);
        return summary.Sha256;
    }

    /// <summary>Everything the jury needs and nothing it could change.</summary>
    private static string Words(Dossier dossier, Assessment assessment, CertificationStandard standard, IReadOnlyList<Evidence> evidence) => CanonicalJson.Of(new
    {
        schema = "etabli.summary.1",
        candidate = dossier.Candidate.Name,
        centre = dossier.Centre.Name,
        company = dossier.Company?.Name,
        standard = new { slug = standard.Slug, version = standard.Version, title = standard.Title, sha256 = standard.Sha256 },
        route = dossier.Route,
        blocks = dossier.Blocks,
        carriedOver = dossier.CarriedOver,
        enrolledOn = dossier.EnrolledOn,
        waivers = dossier.Waivers.Select(w => new { w.Rule, w.Reason, by = w.By.Name, w.At }),
        report = dossier.LastDeposit is { } deposit ? new { deposit.At, deposit.Late, deposit.Sha256 } : null,
        opinions = dossier.CompanyOpinions.OrderBy(o => o.At).Select(o => new { o.Subject, o.Target, o.Favourable, o.Comment, author = o.Author.Name, role = o.AuthorRole, o.At }),
        commission = assessment.Members.Select(m => new { name = m.Person.Name, organisation = m.Organisation.Name }),
        sittings = assessment.Sittings.OrderBy(s => s.HeldOn).Select(s => new { s.Kind, s.Mode, s.HeldOn, s.Place, s.CandidateAbsent, s.Notes, present = assessment.Members.Where(m => s.Present.Contains(m.Person.Id)).Select(m => m.Person.Name) }),
        competences = dossier.Competences(standard.Content).Select(c => new
        {
            c.Id,
            c.Title,
            modes = dossier.ModesOf(c.Id),
            decision = assessment.DecisionOn(c.Id) is { } decision ? new { decision.Acquired, decision.Reason, by = decision.By.Name, decision.At } : null,
            criteria = c.Criteria.Select(k => new
            {
                k.Id,
                k.Evaluable,
                findings = assessment.Heads(k.Id).Select(h => new { h.Value, h.Comment, by = h.Author.Name, h.At }),
                evidence = evidence.Where(e => e.Counts && e.Criteria.Contains(k.Id)).Select(e => new { e.Source.Title, e.Sha256 }),
            }),
        }),
        results = BlockResult.Of(dossier, assessment, standard.Content).Select(r => new { r.Block, r.Acquired, r.CarriedOver, missing = r.MissingCompetences }),
    });
}
