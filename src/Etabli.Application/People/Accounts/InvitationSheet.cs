using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People.Accounts;

/// <summary>What an invitation link offers, before anybody is signed in.</summary>
public sealed record InvitationSheet(Guid Id, string Email, string FirstName, string LastName, string Organisation, Role Role, string InvitedBy, DateTimeOffset ExpiresAt, bool Open, bool HasAccount)
{
    public sealed class Reader(EtabliDb db)
    {
        /// <summary>Null when the link is unknown.</summary>
        public async Task<InvitationSheet?> Find(string token, CancellationToken stop)
        {
            var hash = Token.Hash(token ?? "");
            var found = await db.Database.SqlQuery<Row>($"""
                select id as "Id", email as "Email", first_name as "FirstName", last_name as "LastName", organisation as "Organisation", role as "Role", invited_by as "InvitedBy",
                       expires_at as "ExpiresAt", open as "Open", has_account as "HasAccount" from people.invitation_of({hash})
                """).ToListAsync(stop);
            return found is [var row]
                ? new InvitationSheet(row.Id, row.Email, row.FirstName, row.LastName, row.Organisation, Enum.Parse<Role>(row.Role), row.InvitedBy, row.ExpiresAt, row.Open, row.HasAccount)
                : null;
        }

        private sealed record Row(Guid Id, string Email, string FirstName, string LastName, string Organisation, string Role, string InvitedBy, DateTimeOffset ExpiresAt, bool Open, bool HasAccount);
    }
}
