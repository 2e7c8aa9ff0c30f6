using Etabli.Persistence;
using Etabli.Studies;

namespace Etabli.Application.Studies.Lines;

/// <summary>Nobody wants the answer any more; what was found until then is kept.</summary>
public sealed class CancelBalance(EtabliDb db, Rights rights, BalanceQueue queue, Journal.Journal journal, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such search for the caller.</exception>
    public async Task Run(BalanceRunId id, CancellationToken stop)
    {
        rights.MustBe(StudyRoles.Makers);
        var run = await db.MustFind(id, stop);
        rights.MustBe(run.Organisation, StudyRoles.Makers);
        if (run.IsOver)
        {
            return;
        }

        run.Cancel(clock.GetUtcNow());
        journal.Note("balance.cancelled", "study", run.Study.Value, run.Organisation, detail: new { run = run.Id.Value });
        await db.SaveChangesAsync(stop);
        queue.Interrupt(id);
        await db.Tell(id, stop);
    }
}
