using Etabli.People.Files;

namespace Etabli.Application.Files;

/// <summary>How large a file may be, in bytes and in pixels. Bound from the configuration, section "Files".</summary>
public sealed record FileLimits
{
    public const long Megabyte = 1_000_000;

    public long ImageBytes { get; init; } = 25 * Megabyte;

    public long PdfBytes { get; init; } = 50 * Megabyte;

    public long XlsxBytes { get; init; } = 20 * Megabyte;

    public long CsvBytes { get; init; } = 10 * Megabyte;

    public long Mp4Bytes { get; init; } = 300 * Megabyte;

    /// <summary>Largest picture, width times height: what a reader's browser must hold in memory, times four.</summary>
    public long Pixels { get; init; } = 64_000_000;

    /// <summary>Longest side of a picture.</summary>
    public int Side { get; init; } = 16_384;

    public int ZipEntries { get; init; } = 2_000;

    /// <summary>Everything a workbook unpacks to, together.</summary>
    public long ZipUnpackedBytes { get; init; } = 200 * Megabyte;

    /// <summary>Unpacked over packed size of one entry; sheets full of one value reach about 100.</summary>
    public int ZipRatio { get; init; } = 300;

    /// <summary>Room that must stay free on the disk after a file is stored.</summary>
    public long FreeBytes { get; init; } = 200 * Megabyte;

    public long For(FileKind kind) => kind switch
    {
        FileKind.Jpeg or FileKind.Png or FileKind.WebP => ImageBytes,
        FileKind.Pdf => PdfBytes,
        FileKind.Xlsx => XlsxBytes,
        FileKind.Csv => CsvBytes,
        FileKind.Mp4 => Mp4Bytes,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of file."),
    };

    /// <summary>The largest of all: what an upload may not pass whatever it claims.</summary>
    public long Largest => new[] { ImageBytes, PdfBytes, XlsxBytes, CsvBytes, Mp4Bytes }.Max();
}
