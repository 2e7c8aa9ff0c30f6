using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Application.Files;

/// <summary>
/// Takes a file from outside to the store: copied aside within the limit its name claims, inspected, written again
/// without its metadata, and inspected once more as it will be served.
/// </summary>
public sealed class FileIntake(FileStore store, FileLimits limits)
{
    /// <summary>What was kept of a file.</summary>
    public sealed record Kept(string Name, FileKind Kind, ContentHash Hash, long Length, long Width, long Height, int Orientation);

    /// <exception cref="RefusalException">With a <see cref="Refusal"/> that names the file; nothing is kept.</exception>
    public async Task<Kept> Take(Stream upload, string? sentName, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var name = FileName.Clean(sentName);
        await using var scratch = store.Scratch();
        await CopyWithin(upload, scratch, name, stop);
        var inspected = FileInspection.Of(scratch, name, limits);
        var (hash, length) = await store.Put(inspected.Name, inspected.Length, (into, halt) => WriteAndCheck(inspected, scratch, into, halt), stop);
        return new Kept(inspected.Name, inspected.Kind, hash, length, inspected.Width, inspected.Height, inspected.Orientation);
    }

    private async Task CopyWithin(Stream upload, FileStream scratch, string name, CancellationToken stop)
    {
        var limit = FileKinds.ClaimedBy(name) is { } claimed ? limits.For(claimed) : limits.Largest;
        var part = new byte[64 * 1024];
        for (var length = 0L; ;)
        {
            var some = await upload.ReadAsync(part, stop);
            if (some == 0)
            {
                return;
            }

            length += some;
            if (length > limit)
            {
                throw new RefusalException(Refusal.FileTooLarge, name, limit / FileLimits.Megabyte);
            }

            await scratch.WriteAsync(part.AsMemory(0, some), stop);
        }
    }

    /// <summary>The second look costs little and catches a mistake of our own before anybody is served one.</summary>
    private async Task WriteAndCheck(FileInspection inspected, FileStream scratch, Stream into, CancellationToken stop)
    {
        await inspected.Write(scratch, into, stop);
        await into.FlushAsync(stop);
        var again = FileInspection.Of(into, inspected.Name, limits);
        if (again.Length != into.Length)
        {
            throw new InvalidOperationException($"{inspected.Name} written again would be written differently a second time.");
        }
    }
}
