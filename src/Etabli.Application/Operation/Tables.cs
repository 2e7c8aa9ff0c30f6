using Npgsql;

namespace Etabli.Application.Operation;

/// <summary>The database seen by its owner, whole: what it holds, who uses it, how it is emptied.</summary>
internal static class Tables
{
    /// <summary>Empties the database of everything its owner owns in it; to be run in the transaction that fills it again.</summary>
    public const string Emptying = """
        do $$
        declare one record;
        begin
          for one in select nspname from pg_namespace where nspowner = (select oid from pg_roles where rolname = current_user) and nspname not in ('public') and nspname not like 'pg\_%' loop
            execute format('drop schema %I cascade', one.nspname);
          end loop;
          for one in select c.relname, c.relkind from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'v', 'm') and pg_get_userbyid(c.relowner) = current_user loop
            execute format('drop %s if exists public.%I cascade', case one.relkind when 'r' then 'table' when 'v' then 'view' else 'materialized view' end, one.relname);
          end loop;
        end $$;
        """;

    /// <summary>Rows of every table of ours.</summary>
    public static async Task<SortedDictionary<string, long>> Rows(NpgsqlConnection connection, CancellationToken stop)
    {
        var names = new List<string>();
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not like 'pg\\_%' and schemaname <> 'information_schema' order by 1";
            await using var row = await list.ExecuteReaderAsync(stop);
            while (await row.ReadAsync(stop))
            {
                names.Add(row.GetString(0));
            }
        }

        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            await using var count = connection.CreateCommand();
            count.CommandText = $"select count(*) from {name}";
            rows[name] = (long)(await count.ExecuteScalarAsync(stop))!;
        }

        return rows;
    }

    /// <summary>Whether anybody lives there: a person, or an act in the journal.</summary>
    public static async Task<bool> IsInhabited(NpgsqlConnection connection, CancellationToken stop) =>
        (bool)(await One(connection, "select exists (select from people.person) or exists (select from journal.entry)", stop))!;

    public static async Task<bool> IsDemonstration(NpgsqlConnection connection, CancellationToken stop) =>
        (bool)(await One(connection, "select exists (select from people.demo_person)", stop))!;

    /// <summary>Connections other than this process's own.</summary>
    public static async Task<long> OthersConnected(NpgsqlConnection connection, CancellationToken stop) =>
        (long)(await One(connection, "select count(*) from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()", stop))!;

    public static async Task<string> Version(NpgsqlConnection connection, CancellationToken stop) =>
        (string)(await One(connection, "select max(id) from public.schema_migration", stop))!;

    /// <summary>The hashes of every file the database names, each once, in order.</summary>
    public static async Task<List<string>> FileHashes(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "select distinct sha256 from files.stored_file order by 1";
        var hashes = new List<string>();
        await using var row = await command.ExecuteReaderAsync(stop);
        while (await row.ReadAsync(stop))
        {
            hashes.Add(row.GetString(0));
        }

        return hashes;
    }

    private static async Task<object?> One(NpgsqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(stop);
    }
}
