using System.Text.Json;
using Etabli.Certification;
using Etabli.Certification.Awards;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Awards;

/// <summary>
/// What anybody may know who holds the paper: number, title, blocks, holder's name, date, centre, whether it still holds.
/// Nothing else leaves the database (fr: vérification publique).
/// </summary>
/// <param name="Sha256">Fingerprint printed on the paper.</param>
/// <param name="TakenBackOn">The day it was taken back; null while it holds.</param>
/// <param name="Mark">A duplicate says so.</param>
public sealed record PublicCheck(
    string Number, AwardKind Kind, string Title, string? RncpCode, bool RncpNotStated, IReadOnlyList<PublicCheck.Block> Blocks, string Holder, string Centre, DateOnly IssuedOn, string Sha256, DateOnly? TakenBackOn, RegisterMark Mark)
{
    public bool Holds => TakenBackOn is null && Mark != RegisterMark.Revocation;

    public sealed record Block(string Code, string Title);

    private sealed record Row(
        string Kind, string Number, string Holder, string Title, string? RncpCode, bool RncpNotStated, string Blocks, Guid Standard, string Centre, DateTimeOffset IssuedAt, string Sha256, string Mark, DateTimeOffset? TakenBackAt);

    public sealed class Reader(EtabliDb db)
    {
        /// <summary>Null when no award has this code.</summary>
        public async Task<PublicCheck?> Find(string code, CancellationToken stop)
        {
            ArgumentNullException.ThrowIfNull(code);
            if (code.Length != 32 || !code.All(char.IsAsciiHexDigitLower))
            {
                return null;
            }

            var row = (await db.Database.SqlQuery<Row>($"""
                select kind as "Kind", number as "Number", holder_name as "Holder", title as "Title", rncp_code as "RncpCode", rncp_not_stated as "RncpNotStated", blocks as "Blocks",
                  standard as "Standard", centre_name as "Centre", issued_at as "IssuedAt", sha256 as "Sha256", mark as "Mark", revoked_at as "TakenBackAt"
                from certification.check_award({code})
                """).ToListAsync(stop)).SingleOrDefault();
            if (row is null)
            {
                return null;
            }

            var standard = (await db.Standards.AsNoTracking().SingleAsync(s => s.Id == new StandardId(row.Standard), stop)).Content;
            var blocks = JsonSerializer.Deserialize<string[]>(row.Blocks)!;
            return new(
                row.Number, Enum.Parse<AwardKind>(row.Kind), row.Title, row.RncpCode, row.RncpNotStated, [.. blocks.Select(b => new Block(b, standard.FindBlock(b)?.Title ?? b))], row.Holder, row.Centre,
                Day(row.IssuedAt), row.Sha256, row.TakenBackAt is { } at ? Day(at) : null, Enum.Parse<RegisterMark>(row.Mark));
        }

        /// <summary>The code of the award that bears this number and this holder's name; null when the two do not go together.</summary>
        public async Task<string?> CodeOf(string number, string holder, CancellationToken stop) => RegisterNumber.TryParse(number, out var read)
            ? (await db.Database.SqlQuery<string?>($"select certification.find_award({read.ToString()}, {(holder ?? "").Trim()}) as \"Value\"").ToListAsync(stop)).SingleOrDefault()
            : null;

        private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
    }
}
