using System.Diagnostics;
using Npgsql;

namespace Etabli.Persistence.Cluster;

/// <summary>
/// PostgreSQL of our own, on a Unix socket in a private folder, when no connection string is given. A server left
/// running by a killed process is adopted, never fought; only who started it stops it.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    /// <summary>Longest path the kernel takes for a socket, less the name PostgreSQL adds.</summary>
    private const int LongestSocketFolder = 107 - 17;

    private readonly string programs;
    private readonly string data;
    private readonly bool started;

    private PrivateCluster(string programs, string data, string socket, bool started)
    {
        this.programs = programs;
        this.data = data;
        Socket = socket;
        this.started = started;
    }

    /// <summary>Folder of the socket: the Host of every connection string.</summary>
    public string Socket { get; }

    /// <summary>Finds the programs, makes the cluster once, starts it or adopts the one that runs.</summary>
    /// <param name="home">Folder of everything Établi keeps.</param>
    /// <param name="programs">Folder of initdb and postgres; null: look in the usual places.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="ClusterException">No programs, a path too long, or a server that does not come up.</exception>
    public static async Task<PrivateCluster> Start(string home, string? programs, CancellationToken stop)
    {
        var found = Find(programs);
        var root = Path.GetFullPath(Path.Combine(home, "postgres"));
        var data = Path.Combine(root, "data");
        var socket = Path.Combine(root, "s");
        if (socket.Length > LongestSocketFolder)
        {
            throw new ClusterException($"The folder {socket} is too long for a Unix socket ({socket.Length} > {LongestSocketFolder} characters). Set ETABLI_HOME to a shorter folder.");
        }

        Directory.CreateDirectory(data);
        Directory.CreateDirectory(socket);
        if (IsRoot)
        {
            await Run("chown", ["-R", "postgres:postgres", root], stop);
            MakeTraversable(root);
        }

        File.SetUnixFileMode(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
        {
            await RunAsOwner(found, "initdb", ["-D", data, "-U", "etabli_super", "--auth-local=trust", "--auth-host=reject", "-E", "UTF8", "--locale=C.UTF-8"], stop);
        }

        var startedHere = false;
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            var status = await TryAsOwner(found, "pg_ctl", ["-D", data, "status"], stop);
            if (status.Code != 0)
            {
                var start = await TryAsOwner(found, "pg_ctl",
                    ["-D", data, "-w", "-l", Path.Combine(data, "server.log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{socket}' -c unix_socket_permissions=0700", "start"], stop);
                startedHere |= start.Code == 0;
            }

            try
            {
                await using var connection = new NpgsqlConnection(Text(socket, "etabli_super", "postgres"));
                await connection.OpenAsync(stop);
                return new PrivateCluster(found, data, socket, startedHere);
            }
            catch (NpgsqlException e) when (deadline.Elapsed < TimeSpan.FromSeconds(15))
            {
                _ = e;

                // A postmaster just killed is still called running for a while: ask again.
                using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
                await pause.WaitForNextTickAsync(stop);
            }
            catch (NpgsqlException e)
            {
                throw new ClusterException($"The private PostgreSQL did not come up in 15 s ({e.Message}). Its own words are in {Path.Combine(data, "server.log")}.");
            }
        }
    }

    /// <summary>Connection strings to one database of this cluster, which is made when it is not there.</summary>
    public async Task<Addresses> Database(string name, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(Text(Socket, "etabli_super", "postgres"));
        await connection.OpenAsync(stop);
        await using var roles = connection.CreateCommand();
        roles.CommandText = """
            do $$ begin
              perform pg_advisory_xact_lock(7227000);
              if not exists (select from pg_roles where rolname = 'etabli_owner') then create role etabli_owner login; end if;
              if not exists (select from pg_roles where rolname = 'etabli_app') then create role etabli_app login nosuperuser nocreatedb nocreaterole nobypassrls; end if;
            end $$
            """;
        await roles.ExecuteNonQueryAsync(stop);
        await using var exists = connection.CreateCommand();
        exists.CommandText = "select 1 from pg_database where datname = $1";
        exists.Parameters.AddWithValue(name);
        if (await exists.ExecuteScalarAsync(stop) is null)
        {
            await using var create = connection.CreateCommand();
            create.CommandText = $"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" owner etabli_owner";
            await create.ExecuteNonQueryAsync(stop);
        }

        return new Addresses(Text(Socket, "etabli_owner", name), Text(Socket, "etabli_app", name));
    }

    /// <summary>Connection string of the cluster's own administrator: tests, backup and restore.</summary>
    public string Administrator(string database) => Text(Socket, "etabli_super", database);

    /// <summary>Stops the server if this process started it and nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!started)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await using (var connection = new NpgsqlConnection(Text(Socket, "etabli_super", "postgres") + ";Pooling=false"))
        {
            await connection.OpenAsync();
            await using var others = connection.CreateCommand();
            others.CommandText = "select count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";
            if ((long)(await others.ExecuteScalarAsync())! > 0)
            {
                return;
            }
        }

        await TryAsOwner(programs, "pg_ctl", ["-D", data, "-m", "fast", "-w", "stop"], CancellationToken.None);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string Text(string socket, string user, string database) =>
        $"Host={socket};Username={user};Database={database};Maximum Pool Size=40;Include Error Detail=false";

    private static string Find(string? said)
    {
        var folders = new List<string>();
        if (!string.IsNullOrWhiteSpace(said))
        {
            folders.Add(said);
        }
        else
        {
            // The real programs first: a wrapper on the PATH may not have all of them.
            if (Directory.Exists("/usr/lib/postgresql"))
            {
                folders.AddRange(Directory.GetDirectories("/usr/lib/postgresql")
                    .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0)
                    .Select(d => Path.Combine(d, "bin")));
            }

            folders.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
        }

        return folders.FirstOrDefault(f => File.Exists(Path.Combine(f, "initdb")) && File.Exists(Path.Combine(f, "postgres")) && File.Exists(Path.Combine(f, "pg_ctl")))
            ?? throw new ClusterException("PostgreSQL's server programs (initdb, postgres, pg_ctl) were not found. Install the package 'postgresql', or set ETABLI_POSTGRES_BIN to their folder, or set ETABLI_DB to the connection string of a server.");
    }

    private static void MakeTraversable(string folder)
    {
        // The server runs as another user: it must be able to walk down to its folder.
        for (var parent = Directory.GetParent(folder); parent is not null && parent.FullName != "/"; parent = parent.Parent)
        {
            var mode = File.GetUnixFileMode(parent.FullName);
            if (!mode.HasFlag(UnixFileMode.OtherExecute))
            {
                throw new ClusterException($"The folder {parent.FullName} cannot be crossed by the user postgres. Set ETABLI_HOME to a folder whose parents can, or run Établi as an ordinary user.");
            }
        }
    }

    private static async Task RunAsOwner(string programs, string program, string[] arguments, CancellationToken stop)
    {
        var (code, words) = await TryAsOwner(programs, program, arguments, stop);
        if (code != 0)
        {
            throw new ClusterException($"{program} failed ({code}): {words}");
        }
    }

    private static Task<(int Code, string Words)> TryAsOwner(string programs, string program, string[] arguments, CancellationToken stop)
    {
        var path = Path.Combine(programs, program);
        return IsRoot
            ? Try("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--init-groups", "--reset-env", path, .. arguments], stop)
            : Try(path, arguments, stop);
    }

    private static async Task Run(string program, string[] arguments, CancellationToken stop)
    {
        var (code, words) = await Try(program, arguments, stop);
        if (code != 0)
        {
            throw new ClusterException($"{program} failed ({code}): {words}");
        }
    }

    private static async Task<(int Code, string Words)> Try(string program, string[] arguments, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();

        // The server inherits the pipes and keeps them open: read what is there at exit, do not wait for their end.
        var words = new System.Text.StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!process.HasExited)
        {
            using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
            await pause.WaitForNextTickAsync(stop);
        }

        lock (words)
        {
            return (process.ExitCode, words.ToString().Trim());
        }

        void Keep(string? line)
        {
            lock (words)
            {
                words.AppendLine(line);
            }
        }
    }
}
