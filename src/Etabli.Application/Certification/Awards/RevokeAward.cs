using Etabli.Certification.Awards;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Awards;

/// <summary>An award is taken back, with a reason: a new row says so, the first stays readable and the public check tells it.</summary>
public sealed class RevokeAward(EtabliDb db, Rights rights, DossierSight.Reader sight, Caller caller, Journal.Journal journal, TimeProvider clock)
{
    public async Task Run(string number, string reason, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer, Role.JointTechnicalGroup);
        var first = await db.Entry(number, stop);
        (await sight.Of(await db.MustFind(first.Dossier, stop), stop)).MustBe(Hat.Officer, Hat.Group);
        if (await db.Register.AnyAsync(e => e.About == first.Id && e.Mark == RegisterMark.Revocation, stop))
        {
            throw new RefusalException(Refusal.EntryIsARevocation);
        }

        var at = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var entry = first.Revoke(new(Guid.CreateVersion7()), await db.NextNumber(first.Kind, at.Year, stop), RegisterRows.NewCode(), reason, caller.Id, at);
        db.Register.Add(entry);
        journal.Note("award.revoked", "award", entry.Id.Value, first.Centre.Id, first.Dossier.Value, new { number = first.Number, by = entry.Number });
        await db.SaveKnowingly(stop);
        await transaction.CommitAsync(stop);
    }
}
