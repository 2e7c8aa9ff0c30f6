namespace Etabli.Application.Files;

/// <summary>What the first bytes of a file look like; wider than what is accepted, so that a refusal can say what it saw.</summary>
public enum FileLook
{
    Unknown,
    Empty,
    Jpeg,
    Png,
    WebP,
    Pdf,
    Xlsx,
    Csv,
    Mp4,
    Gif,
    Bitmap,
    Tiff,
    Heic,
    QuickTime,
    Archive,
    OldOffice,
    Html,
    Svg,
    Xml,
    Program,
    Script,
    Text,
}
