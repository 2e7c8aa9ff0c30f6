using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Awards;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Awards;

/// <summary>
/// The exam centre attests the blocks acquired, once the jury has declared, whatever it declared (rules R52, R53, R55).
/// A block attested already is left as it is.
/// </summary>
public sealed class IssueBlockAttestations(EtabliDb db, Rights rights, StandardShelf.Reader shelf, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    /// <returns>The numbers written.</returns>
    public async Task<IReadOnlyList<string>> Run(DossierId dossierId, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer);
        var dossier = await db.MustFind(dossierId, stop);
        rights.MustBe(dossier.Centre.Id, Role.ExamCentreOfficer);
        if (dossier.Declared is null)
        {
            throw new RefusalException(Refusal.JuryHasNotDeclared);
        }

        var standard = await shelf.Get(dossier.Standard, stop);
        var results = BlockResult.Of(dossier, await db.MustFindAssessment(dossierId, stop), standard.Content);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var there = (await db.EntriesOf(dossierId, stop)).Where(e => e.Kind == AwardKind.BlockAttestation && e.Mark == RegisterMark.None).SelectMany(e => e.Blocks).ToHashSet();
        var acquired = results.Where(r => r is { Acquired: true, CarriedOver: false }).Select(r => r.Block).ToList();
        var wanted = acquired.Where(b => !there.Contains(b)).ToList();
        if (wanted.Count == 0)
        {
            throw acquired.Count == 0 ? new RefusalException(Refusal.BlockNotAcquired, string.Join(", ", dossier.Blocks)) : new RefusalException(Refusal.AlreadyIssued, acquired[0]);
        }

        var at = clock.GetUtcNow();
        var written = new List<string>();
        foreach (var block in wanted)
        {
            var sequence = await db.NextNumber(AwardKind.BlockAttestation, at.Year, stop);
            var entry = RegisterEntry.AttestBlock(new(Guid.CreateVersion7()), sequence, RegisterRows.NewCode(), dossier, standard, results, block, caller.Id, at);
            db.Register.Add(entry);
            journal.Note("award.block-attested", "award", entry.Id.Value, dossier.Centre.Id, dossierId.Value, new { number = entry.Number, block, sha256 = entry.Sha256 });
            written.Add(entry.Number);
        }

        await db.SaveKnowingly(stop);
        await transaction.CommitAsync(stop);
        return written;
    }
}
