using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies.Analyses;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Finding an analysis for this caller, and saving it knowingly.</summary>
internal static class AnalysisLoading
{
    /// <exception cref="NotFoundException">No such analysis for this caller.</exception>
    internal static async Task<Analysis> MustFind(this EtabliDb db, AnalysisId id, CancellationToken stop) =>
        await db.Analyses.SingleOrDefaultAsync(a => a.Id == id, stop) ?? throw new NotFoundException("analysis", id);

    /// <exception cref="RefusalException">Somebody else changed it since it was read.</exception>
    internal static async Task SaveAnalysis(this EtabliDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusalException(Refusal.ChangedMeanwhile);
        }
    }
}
