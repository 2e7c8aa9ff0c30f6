using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Etabli.Application.Files.Recognition;

/// <summary>
/// Checks that a PDF begins at its first byte, ends at its last, and that its last cross-reference can be followed to a
/// root. What the document holds is not judged: it is always served as a download, in a sandbox.
/// </summary>
/// <remarks>Source: ISO 32000-2:2020, sections 7.5.2 (header), 7.5.4 (cross-reference table), 7.5.5 (trailer), 7.5.8 (stream).</remarks>
internal static partial class PdfWalk
{
    private const int TailLength = 2_048;
    private const int TrailerLength = 64 * 1024;

    public static Finding Walk(Bytes bytes)
    {
        var head = Encoding.Latin1.GetString(bytes.Take(16));
        if (!HeaderPattern().IsMatch(head))
        {
            return Finding.Damaged;
        }

        bytes.MoveTo(Math.Max(0, bytes.Length - TailLength));
        var tail = Encoding.Latin1.GetString(bytes.Take(TailLength));
        var end = tail.LastIndexOf("%%EOF", StringComparison.Ordinal);
        if (end < 0)
        {
            return Finding.Damaged;
        }

        if (tail.AsSpan(end + 5).ContainsAnyExcept("\r\n\t \0"))
        {
            return Finding.HidesMore;
        }

        var pointed = StartPattern().Match(tail[..(end + 5)]);
        if (!pointed.Success
            || !long.TryParse(pointed.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || at <= 0 || at >= bytes.Length)
        {
            return Finding.Damaged;
        }

        bytes.MoveTo(at);
        var trailer = FindTrailer(bytes);
        if (trailer is null || !trailer.Contains("/Root", StringComparison.Ordinal))
        {
            return Finding.Damaged;
        }

        return trailer.Contains("/Encrypt", StringComparison.Ordinal) ? Finding.Encrypted : Finding.Sound;
    }

    /// <summary>The dictionary that names the root: after a classic table, or at the head of a cross-reference stream.</summary>
    private static string? FindTrailer(Bytes bytes)
    {
        var from = bytes.Position;
        var here = Encoding.Latin1.GetString(bytes.Take(TrailerLength));
        if (StreamPattern().IsMatch(here))
        {
            var stream = here.IndexOf("stream", StringComparison.Ordinal);
            var dictionary = stream < 0 ? here : here[..stream];
            return dictionary.Contains("/XRef", StringComparison.Ordinal) ? dictionary : null;
        }

        if (!here.TrimStart().StartsWith("xref", StringComparison.Ordinal))
        {
            return null;
        }

        // A table has 20 bytes for each object: it may be long, so it is passed in overlapping windows.
        for (var at = from; at < bytes.Length; at += TrailerLength / 2)
        {
            bytes.MoveTo(at);
            here = Encoding.Latin1.GetString(bytes.Take(TrailerLength));
            var trailer = here.IndexOf("trailer", StringComparison.Ordinal);
            if (trailer >= 0 && (trailer < TrailerLength / 2 || bytes.Left == 0))
            {
                var close = here.IndexOf("startxref", trailer, StringComparison.Ordinal);
                return close < 0 ? null : here[trailer..close];
            }
        }

        return null;
    }

    [GeneratedRegex(@"^%PDF-[12]\.[0-9][\s\x80-\xFF%]", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderPattern();

    [GeneratedRegex(@"startxref\s+([0-9]{1,12})\s+%%EOF$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex StartPattern();

    [GeneratedRegex(@"^\s*[0-9]{1,10}\s+[0-9]{1,5}\s+obj\b", RegexOptions.CultureInvariant)]
    private static partial Regex StreamPattern();
}
