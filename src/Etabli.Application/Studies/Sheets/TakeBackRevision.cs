using Etabli.Application.Improvement;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Sheets;

/// <summary>A study says again what it said in an earlier revision; the revisions between stay.</summary>
public sealed class TakeBackRevision(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(StudyId Study, int Revision, uint? Version = null);

    /// <exception cref="RefusalException">No such revision, or somebody changed it meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        db.Expect(study, order.Version);
        var revision = await db.StudyRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.Study == study.Id && r.Number == order.Revision, stop) ?? throw new RefusalException(Refusal.RevisionUnknown);
        study.TakeBack(revision);
        journal.Note("study.taken-back", "study", study.Id.Value, study.Organisation, detail: new { revision = revision.Number });
        await db.SaveStudy(study, study.Keep(caller.Code, clock.GetUtcNow()), stop);
    }
}
