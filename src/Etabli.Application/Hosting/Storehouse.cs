using Etabli.Persistence.Cluster;
using Etabli.Persistence.Migrations;

namespace Etabli.Application.Hosting;

/// <summary>Where Établi keeps its things: the private database or the one it was told, and a folder for files and keys.</summary>
public sealed class Storehouse : IAsyncDisposable
{
    private readonly PrivateCluster? cluster;

    private Storehouse(PrivateCluster? cluster, Addresses addresses, string home)
    {
        this.cluster = cluster;
        Addresses = addresses;
        Home = home;
    }

    /// <summary>Folder of files, keys and, when private, of the database.</summary>
    public string Home { get; }

    internal Addresses Addresses { get; }

    /// <summary>The owner's connection string: the command line's backup, restore and verification.</summary>
    public string OwnerConnection => Addresses.Owner;

    /// <summary>Administrator's connection string to the private cluster; null on somebody else's server.</summary>
    public string? AdministratorConnection(string database) => cluster?.Administrator(database);

    /// <summary>Opens the database (private unless a connection string is given) and brings it to this version.</summary>
    /// <exception cref="StorehouseException">What is missing, and what to install or to set.</exception>
    public static async Task<Storehouse> Open(StorehouseSettings settings, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(settings);
        Directory.CreateDirectory(settings.Home);
        PrivateCluster? cluster = null;
        try
        {
            Addresses addresses;
            if (settings.Connection is { Length: > 0 } app)
            {
                addresses = new Addresses(settings.OwnerConnection is { Length: > 0 } owner ? owner : app, app);
            }
            else
            {
                cluster = await PrivateCluster.Start(settings.Home, settings.PostgresPrograms, stop);
                addresses = await cluster.Database(settings.Database, stop);
            }

            await Migrator.Migrate(addresses.Owner, stop);
            return new Storehouse(cluster, addresses, settings.Home);
        }
        catch (Exception e) when (e is ClusterException or MigrationException)
        {
            if (cluster is not null)
            {
                await cluster.DisposeAsync();
            }

            throw new StorehouseException(e.Message);
        }
        catch (Npgsql.NpgsqlException e)
        {
            if (cluster is not null)
            {
                await cluster.DisposeAsync();
            }

            throw new StorehouseException($"The database could not be reached or brought to this version ({e.Message}). Check ETABLI_DB and ETABLI_DB_OWNER.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
        {
            await cluster.DisposeAsync();
        }
    }
}

/// <summary>What the operator may set; every one has a good default.</summary>
/// <param name="Home">Folder to keep everything in (ETABLI_HOME).</param>
/// <param name="Connection">Run-time connection string (ETABLI_DB); null: private cluster.</param>
/// <param name="OwnerConnection">Owner's connection string for migrations (ETABLI_DB_OWNER).</param>
/// <param name="PostgresPrograms">Folder of the server programs (ETABLI_POSTGRES_BIN).</param>
/// <param name="Database">Name of the private database.</param>
public sealed record StorehouseSettings(string Home, string? Connection = null, string? OwnerConnection = null, string? PostgresPrograms = null, string Database = "etabli")
{
    /// <summary>From the environment, with the default home given.</summary>
    public static StorehouseSettings FromEnvironment(string defaultHome) => new(
        Environment.GetEnvironmentVariable("ETABLI_HOME") is { Length: > 0 } home ? home : defaultHome,
        Environment.GetEnvironmentVariable("ETABLI_DB"),
        Environment.GetEnvironmentVariable("ETABLI_DB_OWNER"),
        Environment.GetEnvironmentVariable("ETABLI_POSTGRES_BIN"),
        Environment.GetEnvironmentVariable("ETABLI_DATABASE") is { Length: > 0 } database ? database : "etabli");
}

/// <summary>Établi cannot start; the message says what to install or to set.</summary>
public sealed class StorehouseException(string message) : Exception(message);
