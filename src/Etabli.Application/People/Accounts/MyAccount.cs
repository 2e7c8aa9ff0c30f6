using Etabli.People.Grants;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>My account as its page shows it: how I sign in, what I may do and where, what others opened to me.</summary>
public sealed record MyAccount(
    string Name,
    string Code,
    string Culture,
    string Email,
    bool SecondFactor,
    DateTimeOffset? SecondFactorSince,
    IReadOnlyList<MyAccount.RoleLine> Roles,
    IReadOnlyList<MyAccount.GrantLine> Grants)
{
    public sealed record RoleLine(Role Role, string Organisation, DateOnly From, DateOnly? Until, College? College);

    public sealed record GrantLine(Guid Dossier, GrantPurpose Purpose, string Owner, DateTimeOffset GivenAt, DateTimeOffset? Until);

    public sealed class Reader(EtabliDb db, Caller caller, TimeProvider clock)
    {
        public async Task<MyAccount> Find(CancellationToken stop)
        {
            var me = caller.Id;
            var now = clock.GetUtcNow();
            await db.Database.OpenConnectionAsync(stop);
            var account = await db.Accounts.AsNoTracking().Where(a => a.Person == me).Select(a => new { a.Email, a.TotpConfirmedAt }).SingleAsync(stop);
            var roles = await db.Persons.Where(p => p.Id == me).SelectMany(p => p.Roles)
                .OrderByDescending(r => r.Until == null).ThenByDescending(r => r.From)
                .Select(r => new RoleLine(r.Role, db.Organisations.Where(o => o.Id == r.Organisation).Select(o => o.Name).FirstOrDefault() ?? "", r.From, r.Until, r.College))
                .ToListAsync(stop);
            var grants = await db.Grants.AsNoTracking()
                .Where(g => g.Person == me && g.RevokedAt == null && (g.Until == null || g.Until > now))
                .OrderByDescending(g => g.GivenAt)
                .Select(g => new GrantLine(g.Dossier, g.Purpose, db.Organisations.Where(o => o.Id == g.Owner).Select(o => o.Name).FirstOrDefault() ?? "", g.GivenAt, g.Until))
                .Take(200).ToListAsync(stop);
            return new MyAccount(caller.Name, caller.Code, caller.Culture, account.Email, account.TotpConfirmedAt is not null, account.TotpConfirmedAt, roles, grants);
        }
    }
}
