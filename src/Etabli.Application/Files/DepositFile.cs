using Etabli.People;
using Etabli.People.Files;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Etabli.Application.Files;

/// <summary>
/// Somebody deposits a file: inspected, freed of its metadata, on the disk first and known to the database after. A crash
/// in between leaves a content nobody names, never a name without content.
/// </summary>
public sealed class DepositFile(EtabliDb db, FileIntake intake, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Organisation">Whose file it will be.</param>
    /// <param name="Dossier">The dossier it belongs to, if any.</param>
    /// <param name="Name">As the browser sent it.</param>
    /// <param name="Content">Read once, forward.</param>
    public sealed record Order(OrganisationId Organisation, Guid? Dossier, string? Name, Stream Content);

    /// <exception cref="RefusalException">With a <see cref="Refusal"/> that names the file.</exception>
    /// <exception cref="NotFoundException">The organisation or the dossier is not the caller's.</exception>
    public async Task<FileId> Run(Order order, CancellationToken stop)
    {
        var file = await Add(order, stop);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege })
        {
            throw new NotFoundException(order.Dossier is null ? "organisation" : "dossier", order.Dossier ?? order.Organisation.Value);
        }

        return file;
    }

    /// <summary>The same, saved by another gesture with the rest of what it does: an observation and its photograph.</summary>
    public async Task<FileId> Add(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        var by = rights.MustBeSomebody();
        var kept = await intake.Take(order.Content, order.Name, stop);
        var file = new StoredFile(new FileId(Guid.CreateVersion7()), order.Organisation, order.Dossier, by, kept.Name, kept.Kind, kept.Length, kept.Hash, clock.GetUtcNow())
            .Measuring((int)kept.Width, (int)kept.Height);
        db.Files.Add(file);
        journal.Note("file.deposited", "file", file.Id.Value, order.Organisation, order.Dossier, new { name = kept.Name, size = kept.Length, sha256 = kept.Hash.Hex });
        return file.Id;
    }
}
