using Etabli.Application.Improvement;
using Etabli.Certification;
using Etabli.Certification.Awards;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Awards;

/// <summary>The register, latest first, by pages (fr: registre des certificats et attestations).</summary>
/// <param name="Before">Cursor of the next page; null when this is the last.</param>
/// <param name="Certificates">How many certificates in all.</param>
/// <param name="Blocks">How many block attestations in all.</param>
public sealed record RegisterList(IReadOnlyList<RegisterList.Row> Rows, Guid? Before, int Certificates, int Blocks)
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    /// <param name="Revoked">A later row took it back.</param>
    public sealed record Row(
        RegisterEntryId Id, string Number, AwardKind Kind, string Holder, string Title, IReadOnlyList<string> Blocks, string Centre, DateTimeOffset IssuedAt, RegisterMark Mark, bool Revoked);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="kind">Only one kind; null for both.</param>
        /// <param name="before">The last row of the page before.</param>
        /// <param name="stop">Stops the reading.</param>
        public async Task<RegisterList> Find(AwardKind? kind, Guid? before, CancellationToken stop)
        {
            var counts = await db.Register.Where(e => e.Mark == RegisterMark.None).GroupBy(e => e.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
            var cursor = before is { } last ? await db.Register.Where(e => e.Id == new RegisterEntryId(last)).Select(e => new { e.IssuedAt, e.Number }).SingleOrDefaultAsync(stop) : null;
            var query = db.Register.AsNoTracking().Where(e => kind == null || e.Kind == kind);
            if (cursor is not null)
            {
                query = query.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.IssuedAt, e.Number), ValueTuple.Create(cursor.IssuedAt, cursor.Number)));
            }

            var rows = await Rows(query.OrderByDescending(e => e.IssuedAt).ThenByDescending(e => e.Number).Take(Size + 1), stop);
            var more = rows.Count > Size;
            if (more)
            {
                rows.RemoveAt(Size);
            }

            return new(rows, more ? rows[^1].Id.Value : null, counts.Find(c => c.Key == AwardKind.Certificate)?.Count ?? 0, counts.Find(c => c.Key == AwardKind.BlockAttestation)?.Count ?? 0);
        }

        /// <summary>The whole register the caller sees, as a spreadsheet opens it.</summary>
        public async Task<byte[]> Csv(IReadOnlyList<string> heading, CancellationToken stop)
        {
            var rows = await Rows(db.Register.AsNoTracking().OrderBy(e => e.IssuedAt).ThenBy(e => e.Number), stop);
            return Sheets.Write(caller.Culture, heading, rows.Select(r => (IReadOnlyList<object?>)
                [r.Number, r.Kind.ToString(), r.Holder, r.Title, string.Join(' ', r.Blocks), r.Centre, r.IssuedAt, r.Mark.ToString(), r.Revoked ? "1" : "0"]));
        }

        private async Task<List<Row>> Rows(IQueryable<RegisterEntry> query, CancellationToken stop)
        {
            var found = await query.ToListAsync(stop);
            var ids = found.Select(e => (RegisterEntryId?)e.Id).ToList();
            var revoked = (await db.Register.Where(e => e.Mark == RegisterMark.Revocation && ids.Contains(e.About)).Select(e => e.About).ToListAsync(stop)).ToHashSet();
            return [.. found.Select(e => new Row(e.Id, e.Number, e.Kind, e.Holder.Name, e.Title, e.Blocks, e.Centre.Name, e.IssuedAt, e.Mark, revoked.Contains(e.Id)))];
        }
    }
}
