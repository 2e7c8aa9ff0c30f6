using Etabli.Application.Improvement;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies;

/// <summary>Who may do what with studies; loading one, and saving it knowingly.</summary>
internal static class StudyRoles
{
    /// <summary>Begin a study and fill it.</summary>
    internal static Role[] Makers => ProjectRoles.Contributors;

    /// <summary>Count on a check sheet: everybody who works at the station.</summary>
    internal static Role[] Counters => ProjectRoles.Observers;

    internal static async Task<Study> MustFind(this EtabliDb db, StudyId id, CancellationToken stop) =>
        await db.Studies.SingleOrDefaultAsync(s => s.Id == id, stop) ?? throw new NotFoundException("study", id);

    /// <exception cref="RefusalException">Somebody else changed it since it was read.</exception>
    internal static async Task SaveStudy(this EtabliDb db, Study study, StudyRevision revision, CancellationToken stop)
    {
        db.StudyRevisions.Add(revision);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation } && study.Revision > 1))
        {
            throw new RefusalException(Refusal.ChangedMeanwhile);
        }
    }
}
