using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Awards;

/// <summary>The exam centre sends an admissible dossier to the joint technical group, which sees it from then on (rule R54).</summary>
public sealed class SendForAward(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public async Task Run(DossierId dossierId, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer);
        var dossier = await db.MustFind(dossierId, stop);
        rights.MustBe(dossier.Centre.Id, Role.ExamCentreOfficer);
        if (dossier.Stage != Stage.Admissible)
        {
            throw new RefusalException(Refusal.NotAdmissible);
        }

        var branches = await db.Organisations.Where(o => o.Kind == OrganisationKind.Branch).Select(o => o.Id).ToListAsync(stop);
        var standing = await db.Grants.Where(g => g.Dossier == dossierId.Value && g.Purpose == GrantPurpose.Award && g.RevokedAt == null).Select(g => g.Organisation).ToListAsync(stop);
        foreach (var branch in branches.Where(b => !standing.Contains(b)))
        {
            db.Grants.Add(new AccessGrant(Guid.CreateVersion7(), dossierId.Value, dossier.Centre.Id, null, branch, GrantPurpose.Award, caller.Id, clock.GetUtcNow()));
            journal.Note("award.sent", "dossier", dossierId.Value, dossier.Centre.Id, dossierId.Value, new { to = branch });
        }

        await db.SaveKnowingly(stop);
    }
}
