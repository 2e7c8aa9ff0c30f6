using Etabli.Application;
using Etabli.Application.Hosting;
using Etabli.People;
using Etabli.People.Accounts;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.Persistence;
using Etabli.Persistence.Cluster;
using Etabli.Persistence.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Etabli.TestHouse;

/// <summary>
/// A whole house on a real PostgreSQL for one test class: a database of its own (copied from a migrated template), a
/// clock that the test holds, and a few named people.
/// </summary>
public sealed class House : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static PrivateCluster? cluster;
    private static string? home;

    private readonly string database;

    private House(string database, Storehouse storehouse, FakeClock clock)
    {
        this.database = database;
        Storehouse = storehouse;
        Clock = clock;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddEtabli(storehouse);
        Services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public Storehouse Storehouse { get; }

    public ServiceProvider Services { get; }

    public FakeClock Clock { get; }

    /// <summary>Opens a fresh house; the clock shows 2 March 2026, 9 h UTC, unless told otherwise.</summary>
    public static async Task<House> Open(CancellationToken stop, DateTimeOffset? now = null)
    {
        var name = $"t_{Guid.NewGuid():N}";
        var settings = await NewDatabase(name, stop);
        return new House(name, await Storehouse.Open(settings, stop), new FakeClock(now ?? new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));
    }

    /// <summary>A migrated database of that name on the tests' own cluster, and the settings that lead to it.</summary>
    public static Task<StorehouseSettings> NewDatabase(string name, CancellationToken stop) => CopyDatabase("template_etabli", name, stop);

    /// <summary>A copy of a database that nobody is connected to, with the files beside it.</summary>
    public static async Task<StorehouseSettings> CopyDatabase(string from, string name, CancellationToken stop)
    {
        await Gate.WaitAsync(stop);
        try
        {
            if (cluster is null)
            {
                // Short, because a socket path must be short; outside the repo, because it is thrown away.
                home = Path.Combine(Path.GetTempPath(), $"etabli-{Environment.ProcessId}");
                Directory.CreateDirectory(home);
                File.SetUnixFileMode(home, (UnixFileMode)Convert.ToInt32("711", 8));
                cluster = await PrivateCluster.Start(home, Environment.GetEnvironmentVariable("ETABLI_POSTGRES_BIN"), stop);
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Close();
                var template = await cluster.Database("template_etabli", stop);
                await Migrator.Migrate(template.Owner, stop);
            }

            NpgsqlConnection.ClearAllPools();
            await using var connection = new NpgsqlConnection(cluster.Administrator("postgres"));
            await connection.OpenAsync(stop);
            await using var create = connection.CreateCommand();
            create.CommandText = $"create database \"{name}\" template \"{from}\" owner etabli_owner";
            await create.ExecuteNonQueryAsync(stop);
            var addresses = await cluster.Database(name, stop);
            var files = Path.Combine(home!, from, "files");
            var settings = new StorehouseSettings(Path.Combine(home!, name), addresses.App, addresses.Owner);
            if (Directory.Exists(files))
            {
                foreach (var file in Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories))
                {
                    var copy = Path.Combine(settings.Home, "files", Path.GetRelativePath(files, file));
                    Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                    File.Copy(file, copy);
                }
            }

            return settings;
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>Administrator's way into this house's database, for what no gesture may do: tampering, for instance.</summary>
    public string AdministratorConnection => cluster!.Administrator(database);

    /// <summary>Runs something as a person, in a scope of its own, as a request would.</summary>
    public async Task<T> As<T>(PersonId person, Func<IServiceProvider, Task<T>> what)
    {
        ArgumentNullException.ThrowIfNull(what);
        await using var scope = Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        if (!await caller.Become(person, CancellationToken.None))
        {
            throw new InvalidOperationException($"No person {person}.");
        }

        return await what(scope.ServiceProvider);
    }

    /// <inheritdoc cref="As{T}"/>
    public Task As(PersonId person, Func<IServiceProvider, Task> what) =>
        As(person, async services =>
        {
            await what(services);
            return 0;
        });

    /// <summary>Runs something as nobody: what an anonymous request may do.</summary>
    public async Task<T> AsNobody<T>(Func<IServiceProvider, Task<T>> what)
    {
        ArgumentNullException.ThrowIfNull(what);
        await using var scope = Services.CreateAsyncScope();
        return await what(scope.ServiceProvider);
    }

    /// <summary>Enters an organisation, past the gestures: the world a test begins with.</summary>
    public async Task<OrganisationId> Organisation(OrganisationKind kind, string name)
    {
        var organisation = new Organisation(new OrganisationId(Guid.CreateVersion7()), kind, name);
        await Insert("insert into people.organisation (id, kind, name, territory) values ($1, $2, $3, $4)",
            organisation.Id.Value, kind.ToString(), name, organisation.Territory.ToString());
        return organisation.Id;
    }

    /// <summary>Enters a person with roles since 1 January 2020 and an account whose password nobody knows.</summary>
    public async Task<PersonId> Person(string code, params (Role Role, OrganisationId At)[] roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        var id = Guid.CreateVersion7();
        await Insert("insert into people.person (id, code, first_name, last_name, culture) values ($1, $2, '', $2, 'fr')", id, code);
        await Insert("insert into people.account (person, email, password_hash, stamp) values ($1, $2, 'x', $3)", id, Account.NormaliseEmail($"{code}-{id:N}@test.example"), Guid.NewGuid());
        foreach (var (role, at) in roles)
        {
            await Hold(new(id), role, at);
        }

        return new PersonId(id);
    }

    /// <summary>Gives somebody a role since 1 January 2020, past the gestures.</summary>
    public Task Hold(PersonId person, Role role, OrganisationId at) =>
        Insert("insert into people.role_held (id, person, role, organisation, from_day) values ($1, $2, $3, $4, date '2020-01-01')", Guid.CreateVersion7(), person.Value, role.ToString(), at.Value);

    /// <summary>One SQL statement as the database's owner.</summary>
    public async Task Insert(string sql, params object[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        await using var connection = new NpgsqlConnection(Storehouse.OwnerConnection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The context of a scope, for a test that looks at rows.</summary>
    public static EtabliDb Db(IServiceProvider services) => services.GetRequiredService<EtabliDb>();

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await Storehouse.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(cluster!.Administrator("postgres"));
        await connection.OpenAsync();
        await using var drop = connection.CreateCommand();
        drop.CommandText = $"drop database if exists \"{database}\" with (force)";
        await drop.ExecuteNonQueryAsync();
    }

    private static void Close()
    {
        cluster?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        if (home is not null && Directory.Exists(home))
        {
            Directory.Delete(home, recursive: true);
        }
    }
}
