using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Etabli.Persistence.Migrations;

/// <summary>Applies the numbered SQL files in order, each in its transaction; refuses a past that changed.</summary>
public static class Migrator
{
    private const long Lock = 7227002;

    /// <summary>Brings the database to this version; answers how many files were applied.</summary>
    /// <exception cref="MigrationException">An applied file changed, or the database is newer than this program.</exception>
    public static async Task<int> Migrate(string owner, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(stop);
        await Do(connection, null, $"select pg_advisory_lock({Lock})", stop);
        try
        {
            await Do(connection, null, "create table if not exists public.schema_migration (id text primary key, sha256 text not null, at timestamptz not null default now())", stop);
            var applied = await Applied(connection, stop);
            var files = Files();
            if (applied.Keys.Except(files.Select(f => f.Id)).Order(StringComparer.Ordinal).FirstOrDefault() is { } stranger)
            {
                throw new MigrationException($"The database holds migration '{stranger}', unknown to this version of Établi. Start the newer version.");
            }

            var done = 0;
            foreach (var (id, sql, hash) in files)
            {
                if (applied.TryGetValue(id, out var known))
                {
                    if (known != hash)
                    {
                        throw new MigrationException($"Migration '{id}' was applied with another text. An applied file is never edited: add a new one.");
                    }

                    continue;
                }

                await using var transaction = await connection.BeginTransactionAsync(stop);
                await Do(connection, transaction, sql, stop);
                await using var note = connection.CreateCommand();
                note.Transaction = transaction;
                note.CommandText = "insert into public.schema_migration (id, sha256) values ($1, $2)";
                note.Parameters.AddWithValue(id);
                note.Parameters.AddWithValue(hash);
                await note.ExecuteNonQueryAsync(stop);
                await transaction.CommitAsync(stop);
                done++;
            }

            return done;
        }
        finally
        {
            await Do(connection, null, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static List<(string Id, string Sql, string Hash)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
                var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
                return (name[..^4], sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
            })];
    }

    private static async Task<Dictionary<string, string>> Applied(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select id, sha256 from public.schema_migration";
        await using var rows = await command.ExecuteReaderAsync(stop);
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(stop))
        {
            applied[rows.GetString(0)] = rows.GetString(1);
        }

        return applied;
    }

    private static async Task Do(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(stop);
    }
}

/// <summary>The database's past and this program's do not agree.</summary>
public sealed class MigrationException(string message) : Exception(message);
