using System.Security.Cryptography;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Application.Files;

/// <summary>
/// Keeps contents on the disk under the hash of their bytes, outside anything a web server could serve. What was
/// acknowledged survives a power cut: written aside, flushed, renamed, and the folder flushed too.
/// </summary>
public sealed class FileStore
{
    private readonly string root;
    private readonly string aside;
    private readonly FileLimits limits;

    /// <param name="home">The house's own folder; contents go to its subfolder "files".</param>
    /// <param name="limits">Gives the room that must stay free.</param>
    public FileStore(string home, FileLimits limits)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(home);
        ArgumentNullException.ThrowIfNull(limits);
        root = Path.Combine(Path.GetFullPath(home), "files");
        aside = Path.Combine(root, "tmp");
        this.limits = limits;
        Directory.CreateDirectory(aside);
    }

    public string Root => root;

    /// <summary>A scratch file beside the contents, that vanishes when closed.</summary>
    public FileStream Scratch() => new(Path.Combine(aside, Path.GetRandomFileName()), new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
    });

    /// <summary>Stores what is written by the given hand; the same bytes twice lie on the disk once.</summary>
    /// <param name="name">For the words of a refusal.</param>
    /// <param name="length">Expected length, to refuse before the disk is full rather than after.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusalException"><see cref="Refusal.StoreFull"/>.</exception>
    public async Task<(ContentHash Hash, long Length)> Put(string name, long length, Func<Stream, CancellationToken, Task> write, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(write);
        MustHaveRoom(name, length);
        var written = Path.Combine(aside, Path.GetRandomFileName());
        try
        {
            var (hash, size) = await WriteAside(written, write, stop);
            var kept = PathOf(hash);
            var folder = Path.GetDirectoryName(kept)!;
            Directory.CreateDirectory(folder);
            File.Move(written, kept, overwrite: true);
            DurableFolder.Flush(folder);
            DurableFolder.Flush(Path.GetDirectoryName(folder)!);
            DurableFolder.Flush(root);
            return (hash, size);
        }
        catch (IOException full) when (IsDiskFull(full))
        {
            throw new RefusalException(Refusal.StoreFull, name);
        }
        finally
        {
            File.Delete(written);
        }
    }

    public bool Has(ContentHash hash) => File.Exists(PathOf(hash));

    /// <summary>Opens a content for reading from anywhere in it.</summary>
    /// <exception cref="FileNotFoundException">Nothing is stored under that hash.</exception>
    public FileStream Open(ContentHash hash) => new(PathOf(hash), new FileStreamOptions
    {
        Mode = FileMode.Open,
        Access = FileAccess.Read,
        Share = FileShare.Read | FileShare.Delete,
        Options = FileOptions.Asynchronous,
    });

    /// <summary>Reads a content again and says whether it still is what its hash says; false too when it is gone.</summary>
    public async Task<bool> Holds(ContentHash hash, CancellationToken stop)
    {
        if (!Has(hash))
        {
            return false;
        }

        await using var stream = Open(hash);
        return ContentHash.Of(await SHA256.HashDataAsync(stream, stop)) == hash;
    }

    /// <summary>Every content on the disk, in the order of its hash.</summary>
    public IEnumerable<ContentHash> All() =>
        from first in Directory.EnumerateDirectories(root, "??").Order(StringComparer.Ordinal)
        from second in Directory.EnumerateDirectories(first, "??").Order(StringComparer.Ordinal)
        from file in Directory.EnumerateFiles(second).Order(StringComparer.Ordinal)
        select ContentHash.Parse(Path.GetFileName(file));

    /// <summary>Where a content lies: two levels of folders keep each of them short.</summary>
    public string PathOf(ContentHash hash) => Path.Combine(root, hash.Hex[..2], hash.Hex[2..4], hash.Hex);

    private static async Task<(ContentHash Hash, long Length)> WriteAside(string path, Func<Stream, CancellationToken, Task> write, CancellationToken stop)
    {
        await using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous,
        });
        await write(file, stop);
        file.Flush(flushToDisk: true);
        file.Position = 0;
        return (ContentHash.Of(await SHA256.HashDataAsync(file, stop)), file.Length);
    }

    private void MustHaveRoom(string name, long length)
    {
        if (new DriveInfo(root).AvailableFreeSpace - limits.FreeBytes < length)
        {
            throw new RefusalException(Refusal.StoreFull, name);
        }
    }

    /// <summary>No space left on device, or quota exceeded, on Linux and on Windows.</summary>
    private static bool IsDiskFull(IOException e) => e.HResult is 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027);
}
