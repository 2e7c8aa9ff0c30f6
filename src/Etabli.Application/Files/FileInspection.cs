using Etabli.Application.Files.Recognition;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Application.Files;

/// <summary>
/// Says what a file is by reading it whole, never by its name, and refuses, by name, one that lies, is damaged, hides
/// something or would harm its reader. Knows how to write it again without the place and the camera.
/// </summary>
public sealed class FileInspection
{
    private readonly IReadOnlyList<Piece>? pieces;

    private FileInspection(string name, FileKind kind, Finding finding, long length)
    {
        Name = name;
        Kind = kind;
        pieces = finding.Pieces;
        (Width, Height, Orientation) = (finding.Width, finding.Height, finding.Orientation);
        Length = pieces is null ? length : pieces.Sum(p => p.Length);
    }

    /// <summary>The name cleaned, with an ending that tells the truth.</summary>
    public string Name { get; }

    public FileKind Kind { get; }

    /// <summary>Of a picture, in pixels as stored, before turning; 0 for the rest.</summary>
    public long Width { get; }

    public long Height { get; }

    /// <summary>Of a picture: 1 upright, to 8, as in Exif.</summary>
    public int Orientation { get; }

    /// <summary>Bytes once written again.</summary>
    public long Length { get; }

    /// <summary>Reads the whole of a seekable stream.</summary>
    /// <exception cref="RefusalException">With a <see cref="Refusal"/> that names the file.</exception>
    public static FileInspection Of(Stream content, string? sentName, FileLimits limits)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        if (!content.CanSeek)
        {
            throw new ArgumentException("A file is inspected forward and back: the stream must be seekable.", nameof(content));
        }

        var name = FileName.Clean(sentName);
        var bytes = new Bytes(content);
        var look = FirstLook.At(bytes);
        if (look == FileLook.Empty)
        {
            throw new RefusalException(Refusal.FileEmpty, name);
        }

        var kind = KindOf(name, look);
        if (bytes.Length > limits.For(kind))
        {
            throw new RefusalException(Refusal.FileTooLarge, name, limits.For(kind) / FileLimits.Megabyte);
        }

        bytes.MoveTo(0);
        var finding = Walk(bytes, kind, limits);
        MustBeSound(finding, name, kind);
        return new FileInspection(Path.HasExtension(name) ? name : name + kind.Ending(), kind, finding, bytes.Length);
    }

    /// <summary>Writes the file as it is to be kept, from the same stream that was inspected.</summary>
    public async Task Write(Stream content, Stream into, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(into);
        var part = new byte[64 * 1024];
        foreach (var piece in pieces ?? [new Piece(0, content.Length, null)])
        {
            if (piece.Ours is { } ours)
            {
                await into.WriteAsync(ours, stop);
                continue;
            }

            Array.Clear(part);
            content.Position = Math.Max(0, piece.From);
            for (var left = piece.Length; left > 0;)
            {
                var some = part.AsMemory(0, (int)Math.Min(part.Length, left));
                if (!piece.IsZeros)
                {
                    await content.ReadExactlyAsync(some, stop);
                }

                await into.WriteAsync(some, stop);
                left -= some.Length;
            }
        }
    }

    /// <summary>What the name claims must be what the bytes are; a name without ending claims nothing.</summary>
    private static FileKind KindOf(string name, FileLook look)
    {
        var found = FoundBy(look);
        if (FileKinds.ClaimedBy(name) is not { } claimed)
        {
            return found is { } plain && !Path.HasExtension(name) ? plain : throw new RefusalException(Refusal.FileKindNotAccepted, name, look);
        }

        if (found == claimed || (claimed == FileKind.Csv && look == FileLook.Text))
        {
            return claimed;
        }

        throw new RefusalException(Refusal.FileLies, name, claimed, look);
    }

    private static FileKind? FoundBy(FileLook look) => look switch
    {
        FileLook.Jpeg => FileKind.Jpeg,
        FileLook.Png => FileKind.Png,
        FileLook.WebP => FileKind.WebP,
        FileLook.Pdf => FileKind.Pdf,
        FileLook.Xlsx => FileKind.Xlsx,
        FileLook.Mp4 => FileKind.Mp4,
        _ => null,
    };

    private static Finding Walk(Bytes bytes, FileKind kind, FileLimits limits) => kind switch
    {
        FileKind.Jpeg => JpegWalk.Walk(bytes, limits),
        FileKind.Png => PngWalk.Walk(bytes, limits),
        FileKind.WebP => WebPWalk.Walk(bytes, limits),
        FileKind.Pdf => PdfWalk.Walk(bytes),
        FileKind.Xlsx => XlsxWalk.Walk(bytes, limits),
        FileKind.Csv => CsvWalk.Walk(bytes),
        FileKind.Mp4 => Mp4Walk.Walk(bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of file."),
    };

    private static void MustBeSound(Finding finding, string name, FileKind kind)
    {
        if (finding.Flaw == Flaw.None)
        {
            return;
        }

        throw finding.Flaw switch
        {
            Flaw.Damaged => new RefusalException(Refusal.FileDamaged, name, kind),
            Flaw.HidesMore => new RefusalException(Refusal.FileHidesMore, name, kind),
            Flaw.TooManyPixels => new RefusalException(Refusal.ImageTooLarge, name, finding.Width, finding.Height),
            Flaw.Encrypted => new RefusalException(Refusal.FileEncrypted, name),
            Flaw.UnpacksTooLarge => new RefusalException(Refusal.FileUnpacksTooLarge, name),
            Flaw.HoldsProgram => new RefusalException(Refusal.FileHoldsProgram, name),
            _ => (Exception)new InvalidOperationException($"Unknown flaw {finding.Flaw}."),
        };
    }
}
