using Etabli.Web.Tests.House;
using Npgsql;

namespace Etabli.Web.Tests.Security;

/// <summary>What the database of a site really holds, seen by its owner: the tests' own eyes, past every wall.</summary>
internal static class Ledger
{
    public static async Task<T> One<T>(Site site, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(site.Settings.OwnerConnection + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static async Task Do(Site site, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(site.Settings.OwnerConnection + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Attempts the journal kept at things that are not the caller's.</summary>
    public static Task<long> RefusedAccesses(Site site, Guid person) =>
        One<long>(site, "select count(*) from journal.entry where act = 'access.refused' and person = $1", person);
}
