using System.Text;

namespace Etabli.Application.Files.Recognition;

/// <summary>Says what a file looks like from its first bytes: enough to choose the walk, and to word a refusal.</summary>
internal static class FirstLook
{
    private const int Length = 4096;

    public static FileLook At(Bytes bytes)
    {
        bytes.MoveTo(0);
        var head = bytes.Take(Length);
        if (bytes.Length == 0)
        {
            return FileLook.Empty;
        }

        return ByMark(head, bytes) ?? ByText(head);
    }

    private static FileLook? ByMark(ReadOnlySpan<byte> head, Bytes bytes)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return FileLook.Jpeg;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
        {
            return FileLook.Png;
        }

        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8))
        {
            return FileLook.WebP;
        }

        if (head.StartsWith("%PDF-"u8))
        {
            return FileLook.Pdf;
        }

        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return XlsxWalk.LooksLikeWorkbook(bytes) ? FileLook.Xlsx : FileLook.Archive;
        }

        if (head.Length >= 12 && head[4..].StartsWith("ftyp"u8))
        {
            return ByBrand(Encoding.Latin1.GetString(head.Slice(8, 4)));
        }

        return IsProgram(head) ? FileLook.Program : ByOtherMark(head);
    }

    private static FileLook ByBrand(string brand) => brand switch
    {
        "qt  " => FileLook.QuickTime,
        "heic" or "heix" or "hevc" or "heim" or "heis" or "mif1" or "msf1" or "avif" or "avis" => FileLook.Heic,
        _ when Mp4Walk.IsKnownBrand(brand) => FileLook.Mp4,
        _ => FileLook.Unknown,
    };

    private static bool IsProgram(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F'])
        || head.StartsWith((ReadOnlySpan<byte>)[0xCF, 0xFA, 0xED, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xCA, 0xFE, 0xBA, 0xBE])
        || head.StartsWith("\0asm"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x4C, 0, 0, 0, 1, 0x14, 2, 0]);

    private static FileLook? ByOtherMark(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("GIF8"u8))
        {
            return FileLook.Gif;
        }

        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8))
        {
            return FileLook.Tiff;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return FileLook.OldOffice;
        }

        if (head.StartsWith("Rar!"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])
            || head.StartsWith("BZh"u8) || head.StartsWith((ReadOnlySpan<byte>)[0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'])
            || head.StartsWith((ReadOnlySpan<byte>)[(byte)'7', (byte)'z', 0xBC, 0xAF]))
        {
            return FileLook.Archive;
        }

        return head.StartsWith("BM"u8) && head.Length > 14 && head[6..10].SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0]) ? FileLook.Bitmap : null;
    }

    private static FileLook ByText(ReadOnlySpan<byte> head)
    {
        if (head.ContainsAny((ReadOnlySpan<byte>)[0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31]))
        {
            return FileLook.Unknown;
        }

        var text = Encoding.Latin1.GetString(head);
        var start = text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? text[3..].TrimStart() : text.TrimStart();
        if (start.StartsWith("#!", StringComparison.Ordinal) || start.StartsWith("@echo", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?php", StringComparison.OrdinalIgnoreCase))
        {
            return FileLook.Script;
        }

        if (!start.StartsWith('<'))
        {
            return FileLook.Text;
        }

        if (start.Contains("<svg", StringComparison.OrdinalIgnoreCase))
        {
            return FileLook.Svg;
        }

        return start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && !start.Contains("<html", StringComparison.OrdinalIgnoreCase)
            ? FileLook.Xml
            : FileLook.Html;
    }
}
