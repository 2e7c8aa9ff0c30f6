using System.Text;

namespace Etabli.Application.Files.Recognition;

/// <summary>
/// Walks the boxes of an MP4 from first to last. User data (place, camera, titles) is overwritten by free space of the
/// same length, so that no offset inside the film moves.
/// </summary>
/// <remarks>Source: ISO/IEC 14496-12:2022, sections 4.2 (boxes), 4.3 (file type), 8.1.2 (free space), 8.2.1 (movie), 8.10 (user data).</remarks>
internal static class Mp4Walk
{
    private const int MostBoxes = 100_000;

    private static readonly HashSet<string> Brands =
    [
        "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "M4V ", "M4VH", "M4VP", "MSNV", "dash", "3gp4", "3gp5", "3gp6",
    ];

    public static bool IsKnownBrand(string brand) => Brands.Contains(brand);

    public static Finding Walk(Bytes bytes)
    {
        var pieces = new List<Piece>();
        var seen = new Seen();
        return Boxes(bytes, 0, bytes.Length, "", pieces, seen) && seen is { Type: true, Movie: true, Track: true, Media: true }
            ? new Finding(Flaw.None, pieces)
            : Finding.Damaged;
    }

    private static bool Boxes(Bytes bytes, long from, long end, string within, List<Piece> pieces, Seen seen)
    {
        for (var at = from; at < end;)
        {
            bytes.MoveTo(at);
            if (++seen.Boxes > MostBoxes || end - at < 8 || !bytes.Big32(out var small) || !ReadName(bytes, out var name))
            {
                return false;
            }

            var size = small;
            var head = 8;
            if (small == 1)
            {
                if (!bytes.Big32(out var high) || !bytes.Big32(out var low) || high > int.MaxValue)
                {
                    return false;
                }

                size = (high << 32) | low;
                head = 16;
            }
            else if (small == 0)
            {
                // To the end of the file: only the last box of all may say so.
                size = within.Length == 0 ? end - at : -1;
            }

            if (size < head || size > end - at || (at == 0 && name != "ftyp"))
            {
                return false;
            }

            if (!Box(bytes, at, size, head, name, within, pieces, seen))
            {
                return false;
            }

            at += size;
        }

        return true;
    }

    private static bool Box(Bytes bytes, long at, long size, int head, string name, string within, List<Piece> pieces, Seen seen)
    {
        switch (within, name)
        {
            case ("", "ftyp"):
                seen.Type = at == 0 && HasKnownBrand(bytes, size - head);
                Finding.Keep(pieces, at, size);
                return seen.Type;
            case ("", "moov"):
            case ("moov", "trak"):
                seen.Movie |= name == "moov";
                seen.Track |= name == "trak";
                Finding.Keep(pieces, at, head);
                return Boxes(bytes, at + head, at + size, name, pieces, seen);
            case (_, "udta") or (_, "meta") or (_, "uuid") or ("", "free" or "skip"):
                if (head == 8)
                {
                    Finding.Keep(pieces, at, 4);
                    pieces.Add(Piece.Of([.. "free"u8]));
                }
                else
                {
                    Finding.Keep(pieces, at, 4);
                    pieces.Add(Piece.Of([.. "free"u8]));
                    Finding.Keep(pieces, at + 8, 8);
                }

                pieces.Add(Piece.Zeros(size - head));
                return true;
            case ("", "mdat" or "moof"):
                seen.Media = true;
                Finding.Keep(pieces, at, size);
                return true;
            default:
                Finding.Keep(pieces, at, size);
                return true;
        }
    }

    private static bool HasKnownBrand(Bytes bytes, long length)
    {
        if (length is < 8 or > 4096 || length % 4 != 0)
        {
            return false;
        }

        var body = Encoding.Latin1.GetString(bytes.Take((int)length));
        for (var at = 0; at < body.Length; at += at == 0 ? 8 : 4)
        {
            if (Brands.Contains(body.Substring(at, 4)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReadName(Bytes bytes, out string name)
    {
        Span<byte> four = stackalloc byte[4];
        var whole = bytes.Fill(four);
        name = Encoding.Latin1.GetString(four);
        return whole && name.All(c => c is >= ' ' and <= '~' or '\u00A9');
    }

    private sealed class Seen
    {
        public bool Type { get; set; }

        public bool Movie { get; set; }

        public bool Track { get; set; }

        public bool Media { get; set; }

        public int Boxes { get; set; }
    }
}
