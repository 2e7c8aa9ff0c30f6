using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Juries;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification;

/// <summary>Loading one aggregate of the certification, or saying it is not there for this caller; and saving it knowingly.</summary>
internal static class Loading
{
    internal static async Task<Dossier> MustFind(this EtabliDb db, DossierId id, CancellationToken stop) =>
        await db.Dossiers.SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new NotFoundException("dossier", id);

    internal static async Task<Evidence> MustFind(this EtabliDb db, EvidenceId id, CancellationToken stop) =>
        await db.Evidence.SingleOrDefaultAsync(e => e.Id == id, stop) ?? throw new NotFoundException("evidence", id);

    internal static Task<Assessment?> AssessmentOf(this EtabliDb db, DossierId dossier, CancellationToken stop) =>
        db.Assessments.AsSplitQuery().SingleOrDefaultAsync(a => a.Dossier == dossier, stop);

    internal static async Task<Assessment> MustFindAssessment(this EtabliDb db, DossierId dossier, CancellationToken stop) =>
        await db.AssessmentOf(dossier, stop) ?? throw new RefusalException(Refusal.NotUnderAssessment);

    internal static async Task<JurySession> MustFind(this EtabliDb db, JurySessionId id, CancellationToken stop) =>
        await db.JurySessions.SingleOrDefaultAsync(s => s.Id == id, stop) ?? throw new NotFoundException("jury-session", id);

    internal static async Task<Deliberation> MustFind(this EtabliDb db, JurySessionId session, DossierId dossier, CancellationToken stop) =>
        await db.Deliberations.SingleOrDefaultAsync(d => d.Session == session && d.Dossier == dossier, stop) ?? throw new NotFoundException("deliberation", dossier);

    internal static Task<List<Evidence>> EvidenceOf(this EtabliDb db, DossierId dossier, CancellationToken stop) =>
        db.Evidence.Where(e => e.Dossier == dossier).OrderBy(e => e.LinkedAt).ToListAsync(stop);

    /// <summary>The organisation with its name, for printing.</summary>
    internal static async Task<NamedOrganisation> Named(this EtabliDb db, OrganisationId id, CancellationToken stop) => new(
        id,
        await db.Organisations.Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("organisation", id));

    /// <summary>Somebody the caller may see, with the name printed.</summary>
    internal static async Task<NamedPerson> Named(this EtabliDb db, PersonId id, CancellationToken stop) => new(
        id,
        await db.Persons.Where(p => p.Id == id).Select(p => (p.FirstName + " " + p.LastName).Trim()).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("person", id));

    internal static NamedPerson Me(this Caller caller) => new(caller.Id, caller.Name);

    /// <exception cref="RefusalException">Somebody else changed it since it was read.</exception>
    internal static async Task SaveKnowingly(this EtabliDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusalException(Refusal.ChangedMeanwhile);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } unique)
        {
            throw unique.TableName switch
            {
                "vote" => new RefusalException(Refusal.AlreadyVoted),
                "register_entry" => new RefusalException(Refusal.AlreadyIssued, ""),
                _ => new RefusalException(Refusal.ChangedMeanwhile),
            };
        }
    }

    internal static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
