using System.Diagnostics;
using Npgsql;

namespace Etabli.Persistence.Cluster;

/// <summary>PostgreSQL's own programs that write a database to a file and back, run against any connection string.</summary>
public static class PostgresPrograms
{
    /// <summary>Writes one database, as one snapshot saw it, to a file in PostgreSQL's custom format.</summary>
    /// <exception cref="ClusterException">The program is not there, or failed: its own words.</exception>
    public static Task Dump(string connection, string snapshot, string file, string? programs, CancellationToken stop) =>
        Run("pg_dump", connection, ["--format=custom", $"--snapshot={snapshot}", "--no-password", $"--file={file}"], programs, stop);

    /// <summary>
    /// Puts a written database in place of what is there: emptied and filled in one transaction, so that it is all the
    /// old one or all the new one.
    /// </summary>
    /// <exception cref="ClusterException">The program is not there, or failed: its own words; nothing changed.</exception>
    public static async Task Restore(string connection, string file, string emptying, string scratch, string? programs, CancellationToken stop)
    {
        var script = Path.Combine(scratch, "restore.sql");
        await Run("pg_restore", null, ["--no-owner", "--exit-on-error", $"--file={script}", file], programs, stop);
        var first = Path.Combine(scratch, "empty.sql");
        await File.WriteAllTextAsync(first, $"set lock_timeout = '10s';\n{emptying}\nset lock_timeout = 0;\n", stop);
        await Run("psql", connection, ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--no-password", $"--file={first}", $"--file={script}"], programs, stop);
    }

    private static async Task Run(string program, string? connection, string[] arguments, string? programs, CancellationToken stop)
    {
        var start = new ProcessStartInfo(Find(program, programs)) { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (connection is not null)
        {
            // By the environment, so that no password shows in the list of processes.
            var to = new NpgsqlConnectionStringBuilder(connection);
            Set("PGHOST", to.Host);
            Set("PGPORT", to.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Set("PGUSER", to.Username);
            Set("PGDATABASE", to.Database);
            Set("PGPASSWORD", to.Password);
            if (to.SslMode is not (SslMode.Prefer or SslMode.Allow))
            {
                Set("PGSSLMODE", to.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", SslMode.Require => "require", _ => "disable" });
            }
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var words = process.StandardError.ReadToEndAsync(stop);
        var said = process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        await said;
        if (process.ExitCode != 0)
        {
            throw new ClusterException($"{program} failed ({process.ExitCode}): {(await words).Trim()}");
        }

        void Set(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                start.Environment[name] = value;
            }
        }
    }

    private static string Find(string program, string? said)
    {
        var folders = new List<string>();
        if (!string.IsNullOrWhiteSpace(said))
        {
            folders.Add(said);
        }

        if (Directory.Exists("/usr/lib/postgresql"))
        {
            folders.AddRange(Directory.GetDirectories("/usr/lib/postgresql")
                .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
                .Select(d => Path.Combine(d, "bin")));
        }

        folders.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
        return folders.Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists)
            ?? throw new ClusterException($"PostgreSQL's program {program} was not found. Install the package 'postgresql-client', or set ETABLI_POSTGRES_BIN to its folder.");
    }
}
