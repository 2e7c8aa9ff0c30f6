using System.Data;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Etabli.Application.Files;
using Etabli.Application.Hosting;
using Etabli.People;
using Etabli.People.Files;
using Etabli.Persistence.Cluster;
using Etabli.Persistence.Journal;
using Npgsql;

namespace Etabli.Application.Operation;

/// <summary>
/// Writes everything the house keeps into one folder: the database as one instant saw it, the files it names, the keys
/// of its secrets, and a manifest. Can run while people work. What was written is read again before it is called a backup.
/// </summary>
public static class Backup
{
    /// <returns>What was written.</returns>
    /// <exception cref="RefusalException">The folder exists, a deposited file is damaged, or the journal is broken.</exception>
    /// <exception cref="StorehouseException">PostgreSQL's programs are missing or failed.</exception>
    public static async Task<BackupManifest> To(Storehouse storehouse, string folder, string? programs, TimeProvider clock, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(storehouse);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var whole = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        if (Path.Exists(whole))
        {
            throw new RefusalException(Refusal.BackupAlreadyThere, whole);
        }

        var partial = whole + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        MakePrivate(partial);
        try
        {
            var manifest = await Write(storehouse, partial, programs, clock.GetUtcNow(), stop);
            await BackupReading.Check(partial, stop);
            Directory.Move(partial, whole);
            DurableFolder.Flush(Path.GetDirectoryName(whole)!);
            return manifest;
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    private static async Task<BackupManifest> Write(Storehouse storehouse, string folder, string? programs, DateTimeOffset at, CancellationToken stop)
    {
        var parts = new List<BackupManifest.Part>();
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(stop);

        // Counts, journal, names of files and the dump all see the same instant.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);
        await using var export = new NpgsqlCommand("select pg_export_snapshot()", connection, transaction);
        var snapshot = (string)(await export.ExecuteScalarAsync(stop))!;
        var proof = await JournalChain.Verify(connection, stop);
        if (proof.BrokenAt is { } broken)
        {
            throw new RefusalException(Refusal.JournalBroken, broken);
        }

        var rows = await Tables.Rows(connection, stop);
        var hashes = await Tables.FileHashes(connection, stop);
        var version = await Tables.Version(connection, stop);
        var dump = Path.Combine(folder, BackupManifest.DatabaseName);
        try
        {
            await PostgresPrograms.Dump(storehouse.OwnerConnection, snapshot, dump, programs, stop);
        }
        catch (ClusterException e)
        {
            throw new StorehouseException(e.Message);
        }

        parts.Add(await PartOf(folder, dump, stop));
        await CopyFiles(new FileStore(storehouse.Home, new FileLimits()), hashes, folder, parts, stop);
        await CopyKeys(storehouse, folder, parts, stop);
        var manifest = new BackupManifest { At = at, Version = version, JournalEntries = proof.Proved, JournalHead = proof.Head, Rows = rows, Parts = parts };
        var text = JsonSerializer.SerializeToUtf8Bytes(manifest, BackupManifest.Json);
        await WriteDurably(Path.Combine(folder, BackupManifest.Name), text, stop);
        await WriteDurably(Path.Combine(folder, BackupManifest.HashName), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(text)) + $"  {BackupManifest.Name}\n"), stop);
        DurableFolder.Flush(folder);
        return manifest;
    }

    private static async Task CopyFiles(FileStore store, List<string> hashes, string folder, List<BackupManifest.Part> parts, CancellationToken stop)
    {
        var damaged = new List<string>();
        foreach (var hash in hashes.Select(ContentHash.Parse))
        {
            if (!store.Has(hash))
            {
                damaged.Add(hash.Hex);
                continue;
            }

            var path = Path.Combine(folder, "files", hash.Hex[..2], hash.Hex[2..4], hash.Hex);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await Copy(store.PathOf(hash), path, stop);
            var part = await PartOf(folder, path, stop);
            parts.Add(part);
            if (part.Sha256 != hash.Hex)
            {
                damaged.Add(hash.Hex);
            }
        }

        if (damaged.Count > 0)
        {
            throw new RefusalException(Refusal.FilesDamaged, damaged.Count, damaged[0]);
        }
    }

    /// <summary>Without these keys the second factors in the database could never be read again.</summary>
    private static async Task CopyKeys(Storehouse storehouse, string folder, List<BackupManifest.Part> parts, CancellationToken stop)
    {
        var keys = Path.Combine(storehouse.Home, "keys");
        if (!Directory.Exists(keys))
        {
            return;
        }

        MakePrivate(Path.Combine(folder, "keys"));
        foreach (var key in Directory.EnumerateFiles(keys, "*.xml").Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, "keys", Path.GetFileName(key));
            await Copy(key, path, stop);
            parts.Add(await PartOf(folder, path, stop));
        }
    }

    private static async Task<BackupManifest.Part> PartOf(string folder, string path, CancellationToken stop)
    {
        await using var stream = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
        return new BackupManifest.Part(Path.GetRelativePath(folder, path).Replace('\\', '/'), stream.Length, hash);
    }

    internal static async Task Copy(string from, string to, CancellationToken stop)
    {
        await using var source = File.OpenRead(from);
        await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        await source.CopyToAsync(target, stop);
        target.Flush(flushToDisk: true);
    }

    private static async Task WriteDurably(string path, byte[] bytes, CancellationToken stop)
    {
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        await target.WriteAsync(bytes, stop);
        target.Flush(flushToDisk: true);
    }

    /// <summary>A backup holds what only a few may read: its folder is for its maker alone.</summary>
    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
