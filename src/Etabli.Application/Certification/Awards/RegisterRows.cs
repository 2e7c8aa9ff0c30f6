using System.Security.Cryptography;
using Etabli.Certification;
using Etabli.Certification.Awards;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Awards;

/// <summary>What writing in the register needs: the next number, an unguessable code, the row itself.</summary>
internal static class RegisterRows
{
    internal static async Task<RegisterEntry> Entry(this EtabliDb db, string number, CancellationToken stop) =>
        await db.Register.SingleOrDefaultAsync(e => e.Number == number, stop) ?? throw new NotFoundException("award", number);

    /// <summary>The next number of the year, all centres together; held until the transaction ends, so that none is skipped.</summary>
    internal static async Task<int> NextNumber(this EtabliDb db, AwardKind kind, int year, CancellationToken stop)
    {
        var name = kind.ToString();
        return (await db.Database.SqlQuery<int>($"select certification.next_register_number({name}, {year}) as \"Value\"").ToListAsync(stop)).Single();
    }

    /// <summary>128 bits: whoever has the paper can look it up, nobody can guess it.</summary>
    internal static string NewCode() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    internal static Task<List<RegisterEntry>> EntriesOf(this EtabliDb db, DossierId dossier, CancellationToken stop) =>
        db.Register.Where(e => e.Dossier == dossier).ToListAsync(stop);

    internal static Task<JurySessionRow?> SessionOf(this EtabliDb db, JurySessionId? id, CancellationToken stop) => id is null
        ? Task.FromResult<JurySessionRow?>(null)
        : db.JurySessions.AsNoTracking().Where(s => s.Id == id).Select(s => new JurySessionRow(s.HeldOn, s.Place)).SingleOrDefaultAsync(stop);

    internal sealed record JurySessionRow(DateOnly HeldOn, string Place);
}
