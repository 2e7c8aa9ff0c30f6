using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.Improvement.Axes;
using Etabli.Improvement.Communication;
using Etabli.Improvement.Diagnoses;
using Etabli.Improvement.Files;
using Etabli.Improvement.Indicators;
using Etabli.Improvement.Projects;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Refusal = Etabli.Improvement.Refusal;

namespace Etabli.Application.Improvement;

/// <summary>Loading one aggregate of a project, or saying it is not there for this caller; and saving it knowingly.</summary>
internal static class Finding
{
    internal static async Task<Project> MustFind(this EtabliDb db, ProjectId id, CancellationToken stop) =>
        await db.Projects.SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw new NotFoundException("project", id);

    internal static async Task<Observation> MustFind(this EtabliDb db, ObservationId id, CancellationToken stop) =>
        await db.Observations.SingleOrDefaultAsync(o => o.Id == id, stop) ?? throw new NotFoundException("observation", id);

    internal static async Task<ProgressAxis> MustFind(this EtabliDb db, ProgressAxisId id, CancellationToken stop) =>
        await db.ProgressAxes.SingleOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFoundException("axis", id);

    internal static async Task<PlannedAction> MustFind(this EtabliDb db, PlannedActionId id, CancellationToken stop) =>
        await db.PlannedActions.SingleOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFoundException("action", id);

    internal static async Task<Indicator> MustFind(this EtabliDb db, IndicatorId id, CancellationToken stop) =>
        await db.Indicators.AsSplitQuery().SingleOrDefaultAsync(i => i.Id == id, stop) ?? throw new NotFoundException("indicator", id);

    internal static async Task<Minutes> MustFind(this EtabliDb db, MinutesId id, CancellationToken stop) =>
        await db.Minutes.SingleOrDefaultAsync(m => m.Id == id, stop) ?? throw new NotFoundException("minutes", id);

    internal static async Task<ProjectFile> MustFind(this EtabliDb db, ProjectFileId id, CancellationToken stop) =>
        await db.ProjectFiles.SingleOrDefaultAsync(f => f.Id == id, stop) ?? throw new NotFoundException("file", id);

    /// <summary>The short name of somebody of the plant.</summary>
    /// <exception cref="RefusalException">Not of this plant.</exception>
    internal static async Task<string> MustBeOfThePlant(this EtabliDb db, PersonId person, OrganisationId plant, CancellationToken stop) =>
        await db.Persons.Where(p => p.Id == person && p.Roles.Any(r => r.Organisation == plant)).Select(p => p.Code).SingleOrDefaultAsync(stop)
        ?? throw new RefusalException(Refusal.PersonNotOfThePlant);

    /// <summary>Inside a transaction: one numbering at a time in a project, so that no two get the same number.</summary>
    internal static Task Queue(this EtabliDb db, ProjectId project, CancellationToken stop) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({project.Value.ToString()}, 20))", stop);

    /// <summary>The version the page showed: saving anything else is refused.</summary>
    internal static void Expect(this EtabliDb db, object aggregate, uint? version)
    {
        if (version is { } seen)
        {
            db.Entry(aggregate).Property("Version").OriginalValue = seen;
        }
    }

    /// <exception cref="RefusalException">Somebody else changed it since it was read, or took the same code.</exception>
    internal static async Task SaveKnowingly(this EtabliDb db, string code, CancellationToken stop)
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
            throw new RefusalException(unique.TableName == "indicator_point" ? Refusal.PointAlreadyRecorded : Refusal.CodeAlreadyUsed, code);
        }
    }

    /// <summary>The plant's day: a night shift at one o'clock is already in it.</summary>
    internal static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
}
