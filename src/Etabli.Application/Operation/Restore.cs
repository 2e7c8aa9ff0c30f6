using Etabli.Application.Files;
using Etabli.Application.Hosting;
using Etabli.People;
using Etabli.Persistence.Cluster;
using Etabli.Persistence.Journal;
using Etabli.Persistence.Migrations;
using Npgsql;

namespace Etabli.Application.Operation;

/// <summary>
/// Puts a backup back: every hash is verified before anything is touched, the database changes in one transaction, and
/// what came back is compared with what the manifest announced.
/// </summary>
public static class Restore
{
    /// <param name="storehouse">Where to.</param>
    /// <param name="folder">The backup.</param>
    /// <param name="replace">Whether people and acts that are there may be replaced.</param>
    /// <param name="programs">Folder of PostgreSQL's programs; null: the usual places.</param>
    /// <param name="stop">Gives up; before the transaction commits, nothing has changed.</param>
    /// <exception cref="RefusalException">The backup is damaged, the target is inhabited or in use, or what came back differs.</exception>
    /// <exception cref="StorehouseException">PostgreSQL's programs are missing or failed; nothing changed.</exception>
    public static async Task<BackupManifest> From(Storehouse storehouse, string folder, bool replace, string? programs, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(storehouse);
        var whole = Path.GetFullPath(folder);
        var manifest = await BackupReading.Check(whole, stop);
        await MustBeFree(storehouse, replace, stop);
        var store = new FileStore(storehouse.Home, new FileLimits());
        foreach (var part in manifest.Parts.Where(p => p.Path.StartsWith("files/", StringComparison.Ordinal)))
        {
            await using var content = File.OpenRead(Path.Combine(whole, part.Path));
            await store.Put(part.Path, part.Size, (into, halt) => content.CopyToAsync(into, halt), stop);
        }

        await PutKeysBack(storehouse, whole, manifest, stop);
        var scratch = Directory.CreateTempSubdirectory("etabli-restore-");
        try
        {
            await PostgresPrograms.Restore(storehouse.OwnerConnection, Path.Combine(whole, BackupManifest.DatabaseName), Tables.Emptying, scratch.FullName, programs, stop);
        }
        catch (ClusterException e)
        {
            throw new StorehouseException(e.Message);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }

        await MustBeAsAnnounced(storehouse, manifest, stop);

        // An older backup is brought to this version, as any database is at start.
        await Migrator.Migrate(storehouse.OwnerConnection, stop);
        return manifest;
    }

    private static async Task MustBeFree(Storehouse storehouse, bool replace, CancellationToken stop)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection + ";Pooling=false");
        await connection.OpenAsync(stop);
        if (!replace && await Tables.IsInhabited(connection, stop))
        {
            throw new RefusalException(Refusal.TargetNotEmpty);
        }

        if (await Tables.OthersConnected(connection, stop) is > 0 and var others)
        {
            throw new RefusalException(Refusal.TargetInUse, others);
        }
    }

    private static async Task PutKeysBack(Storehouse storehouse, string folder, BackupManifest manifest, CancellationToken stop)
    {
        var keys = Path.Combine(storehouse.Home, "keys");
        Directory.CreateDirectory(keys);
        foreach (var part in manifest.Parts.Where(p => p.Path.StartsWith("keys/", StringComparison.Ordinal)))
        {
            var path = Path.Combine(keys, Path.GetFileName(part.Path));
            if (!File.Exists(path))
            {
                await Backup.Copy(Path.Combine(folder, part.Path), path, stop);
            }
        }
    }

    private static async Task MustBeAsAnnounced(Storehouse storehouse, BackupManifest manifest, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(stop);
        var proof = await JournalChain.Verify(connection, stop);
        if (proof.BrokenAt is not null || proof.Proved != manifest.JournalEntries || proof.Head != manifest.JournalHead)
        {
            throw new RefusalException(Refusal.JournalBroken, proof.BrokenAt ?? proof.Proved + 1);
        }

        var found = await Tables.Rows(connection, stop);
        foreach (var (table, rows) in manifest.Rows)
        {
            if (found.GetValueOrDefault(table) != rows)
            {
                throw new RefusalException(Refusal.RowsDiffer, table, rows, found.GetValueOrDefault(table));
            }
        }
    }
}
