using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Timings;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Timings;

/// <summary>What arrives from the floor for a study: one after the other, and each thing once.</summary>
internal static class FloorArrivals
{
    /// <summary>
    /// Nobody else changes the study until this transaction ends: a second device waits, and somebody who saves the sheet meanwhile is told that
    /// it changed. Holds the place too of a study that is not there yet.
    /// </summary>
    internal static async Task Hold(this EtabliDb db, StudyId study, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({study.ToString()}, 57))", stop);
        await db.Database.ExecuteSqlAsync($"select 1 from studies.study where id = {study.Value} for update", stop);
    }

    /// <summary>Those of these that came before.</summary>
    internal static Task<List<FloorReceipt>> Received(this EtabliDb db, IReadOnlyList<Guid> ids, CancellationToken stop) =>
        db.FloorReceipts.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(stop);
}
