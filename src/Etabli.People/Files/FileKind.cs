namespace Etabli.People.Files;

/// <summary>A kind of file the house takes in; anything else is refused (fr: type de fichier).</summary>
public enum FileKind
{
    Jpeg,
    Png,
    WebP,
    Pdf,
    Xlsx,
    Csv,
    Mp4,
}

/// <summary>What each kind is called on the wire, and what a name claims by its ending (fr: types de fichiers).</summary>
public static class FileKinds
{
    /// <summary>The media type served, and the only one: never the one a browser sent.</summary>
    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.WebP => "image/webp",
        FileKind.Pdf => "application/pdf",
        FileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        FileKind.Csv => "text/csv",
        FileKind.Mp4 => "video/mp4",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of file."),
    };

    /// <summary>The ending a name receives when it has none.</summary>
    public static string Ending(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        FileKind.WebP => ".webp",
        FileKind.Pdf => ".pdf",
        FileKind.Xlsx => ".xlsx",
        FileKind.Csv => ".csv",
        FileKind.Mp4 => ".mp4",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of file."),
    };

    public static bool IsImage(this FileKind kind) => kind is FileKind.Jpeg or FileKind.Png or FileKind.WebP;

    /// <summary>The kind a name claims; null when its ending is none of ours.</summary>
    public static FileKind? ClaimedBy(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".JPG" or ".JPEG" or ".JFIF" => FileKind.Jpeg,
            ".PNG" => FileKind.Png,
            ".WEBP" => FileKind.WebP,
            ".PDF" => FileKind.Pdf,
            ".XLSX" => FileKind.Xlsx,
            ".CSV" => FileKind.Csv,
            ".MP4" or ".M4V" => FileKind.Mp4,
            _ => null,
        };
    }
}
