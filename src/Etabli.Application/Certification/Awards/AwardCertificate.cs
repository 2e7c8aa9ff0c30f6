using Etabli.Certification;
using Etabli.Certification.Awards;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Awards;

/// <summary>
/// The joint technical group controls and awards under its own reference; the certificate takes its number in the same
/// act (rule R54).
/// </summary>
public sealed class AwardCertificate(EtabliDb db, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier, string Reference);

    /// <returns>The certificate's number.</returns>
    public async Task<string> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(Role.JointTechnicalGroup);
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Group);
        var standard = await shelf.Get(dossier.Standard, stop);
        var at = clock.GetUtcNow();
        dossier.NoteAward(order.Reference, at);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var sequence = await db.NextNumber(AwardKind.Certificate, at.Year, stop);
        var entry = RegisterEntry.IssueCertificate(new(Guid.CreateVersion7()), sequence, RegisterRows.NewCode(), dossier, standard, caller.Id, at);
        db.Register.Add(entry);
        journal.Note("award.certificate-issued", "award", entry.Id.Value, dossier.Centre.Id, order.Dossier.Value,
            new { number = entry.Number, reference = dossier.AwardReference, sha256 = entry.Sha256 });
        await db.SaveKnowingly(stop);
        await transaction.CommitAsync(stop);
        return entry.Number;
    }
}
