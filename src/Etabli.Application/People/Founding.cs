using System.Security.Cryptography;
using Etabli.Application.Hosting;
using Etabli.People.Accounts;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace Etabli.Application.People;

/// <summary>
/// The first organisation of an empty house and the link for its first administrator: said on the operator's terminal,
/// as nobody can sign in yet.
/// </summary>
public static class Founding
{
    /// <summary>Enters the organisation and an invitation; answers the token of its link, which is kept nowhere.</summary>
    /// <exception cref="Etabli.People.RefusalException">The address is not one.</exception>
    public static async Task<string> Run(Storehouse storehouse, OrganisationKind kind, string name, string email, string firstName, string lastName, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(storehouse);
        var organisation = new Organisation(new(Guid.CreateVersion7()), kind, name);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var invitation = new Invitation(Guid.CreateVersion7(), SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token)), email, firstName, lastName, organisation.Id, Role.Administrator, invitedBy: null, now);
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await Do("insert into people.organisation (id, kind, name, territory) values ($1, $2, $3, $4)",
            organisation.Id.Value, kind.ToString(), organisation.Name, organisation.Territory.ToString());
        await Do("""
            insert into people.invitation (id, token_hash, email, first_name, last_name, organisation, role, invited_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            invitation.Id, invitation.TokenHash, invitation.Email, invitation.FirstName, invitation.LastName, organisation.Id.Value, invitation.Role.ToString(), invitation.InvitedAt, invitation.ExpiresAt);
        await transaction.CommitAsync(stop);
        return token;

        async Task Do(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var value in values)
            {
                command.Parameters.AddWithValue(value);
            }

            await command.ExecuteNonQueryAsync(stop);
        }
    }

    /// <summary>True while no organisation was ever entered.</summary>
    public static async Task<bool> IsEmpty(Storehouse storehouse, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(storehouse);
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand("select not exists (select from people.organisation)", connection);
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }
}
