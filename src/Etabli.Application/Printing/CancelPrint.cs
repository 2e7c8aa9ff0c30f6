using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Printing;

/// <summary>Whoever asked a document no longer wants it.</summary>
public sealed class CancelPrint(EtabliDb db, Rights rights, PrintQueue queue, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such request for the caller.</exception>
    public async Task Run(Guid request, CancellationToken stop)
    {
        rights.MustBeSomebody();
        var print = await db.Prints.SingleOrDefaultAsync(p => p.Id == request, stop) ?? throw new NotFoundException("print", request);
        if (!print.IsOver)
        {
            print.Cancel(clock.GetUtcNow());
            await db.SaveChangesAsync(stop);
            queue.Interrupt(request);
        }
    }
}
