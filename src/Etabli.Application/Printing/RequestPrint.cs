using Etabli.Persistence;
using Etabli.Persistence.Printing;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Printing;

/// <summary>Somebody asks a document as PDF. Asking again while it is being made gives the one being made.</summary>
public sealed class RequestPrint(EtabliDb db, Rights rights, IPrintRoom room, PrintQueue queue, TimeProvider clock)
{
    /// <param name="Kind">Which document.</param>
    /// <param name="Subject">Of what.</param>
    /// <param name="Culture">In which language: fr or en.</param>
    public sealed record Order(PrintKind Kind, Guid Subject, string Culture);

    /// <exception cref="NotFoundException">The document does not exist for the caller.</exception>
    public async Task<Guid> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        var person = rights.MustBeSomebody();
        var document = await room.Describe(order.Kind, order.Subject, stop) ?? throw new NotFoundException("document", order.Subject);
        var kind = order.Kind.ToString();
        var underway = await db.Prints.Where(p => p.Kind == kind && p.Subject == order.Subject && p.Culture == order.Culture && (p.State == PrintState.Requested || p.State == PrintState.Running))
            .OrderByDescending(p => p.AskedAt).FirstOrDefaultAsync(stop);
        if (underway is null)
        {
            underway = new PrintRequest(Guid.CreateVersion7(), person, kind, order.Subject, order.Culture, document.Title, document.Organisation, document.Dossier, clock.GetUtcNow());
            db.Prints.Add(underway);
            await db.SaveChangesAsync(stop);
        }

        await queue.Add(underway.Id, person, stop);
        return underway.Id;
    }
}
