using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Awards;

/// <summary>A second copy of an attestation or certificate: a new row, with a new number, that names the first.</summary>
public sealed class DuplicateAward(EtabliDb db, Rights rights, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    /// <returns>The number of the duplicate.</returns>
    public async Task<string> Run(string number, string reason, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer);
        var first = await db.Entry(number, stop);
        rights.MustBe(first.Centre.Id, Role.ExamCentreOfficer);
        var at = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var entry = first.Duplicate(new(Guid.CreateVersion7()), await db.NextNumber(first.Kind, at.Year, stop), RegisterRows.NewCode(), reason, caller.Id, at);
        db.Register.Add(entry);
        journal.Note("award.duplicated", "award", entry.Id.Value, first.Centre.Id, first.Dossier.Value, new { number = entry.Number, of = first.Number });
        await db.SaveKnowingly(stop);
        await transaction.CommitAsync(stop);
        return entry.Number;
    }
}
