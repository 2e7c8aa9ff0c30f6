using System.Buffers.Binary;

namespace Etabli.Application.Files.Recognition;

/// <summary>Walks a WebP chunk by chunk, still or animated.</summary>
/// <remarks>Source: RFC 9649 (WebP image format, 2024), section 2; RFC 6386, section 9.1, for the size of a lossy frame.</remarks>
internal static class WebPWalk
{
    private const int MostChunks = 20_000;
    private const int ExifFlag = 0x08;
    private const int XmpFlag = 0x04;

    public static Finding Walk(Bytes bytes, FileLimits limits)
    {
        var start = bytes.Take(12);
        if (start.Length < 12 || !start.AsSpan().StartsWith("RIFF"u8) || !start.AsSpan(8).SequenceEqual("WEBP"u8))
        {
            return Finding.Damaged;
        }

        var end = 8 + (long)BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(4));
        if (end > bytes.Length)
        {
            return Finding.Damaged;
        }

        if (end < bytes.Length)
        {
            return Finding.HidesMore;
        }

        var kept = new List<Piece>();
        byte[]? extended = null;
        var (width, height) = (0L, 0L);
        var orientation = 1;
        var pictures = 0;
        for (var chunk = 0; bytes.Left > 0; chunk++)
        {
            var from = bytes.Position;
            var name = bytes.Take(4);
            if (chunk == MostChunks || name.Length < 4 || !bytes.Little32(out var length) || length + (length & 1) > bytes.Left)
            {
                return Finding.Damaged;
            }

            var body = bytes.Position;
            var next = body + length + (length & 1);
            switch (System.Text.Encoding.Latin1.GetString(name))
            {
                case "VP8X" when chunk == 0 && length == 10:
                    extended = bytes.Take(10);
                    (width, height) = (1 + Read24(extended, 4), 1 + Read24(extended, 7));
                    break;
                case "VP8 " or "VP8L" when chunk == 0 || extended is not null:
                    if (!ReadFrame(bytes, name, length, out var wide, out var high) || (extended is not null && (wide, high) != (width, height)))
                    {
                        return Finding.Damaged;
                    }

                    (width, height) = (wide, high);
                    pictures++;
                    Finding.Keep(kept, from, next - from);
                    break;
                case "ANMF" when extended is not null:
                    if (!FrameHolds(bytes, length, width, height))
                    {
                        return Finding.Damaged;
                    }

                    pictures++;
                    Finding.Keep(kept, from, next - from);
                    break;
                case "ALPH" or "ANIM" or "ICCP" when extended is not null:
                    Finding.Keep(kept, from, next - from);
                    break;
                case "EXIF":
                    var exif = bytes.Take((int)Math.Min(length, 1 << 20)).AsSpan();
                    orientation = Exif.Orientation(exif.StartsWith("Exif\0\0"u8) ? exif[6..] : exif);
                    break;
                case "VP8X" or "VP8 " or "VP8L" or "ANMF" or "ALPH" or "ANIM" or "ICCP":
                    return Finding.Damaged;
                default:
                    break;
            }

            if (width > 0 && !Finding.Fits(width, height, limits))
            {
                return Finding.TooManyPixels(width, height);
            }

            bytes.MoveTo(next);
        }

        var animated = extended is not null && (extended[0] & 0x02) != 0;
        return pictures == 0 || (pictures > 1 && !animated) ? Finding.Damaged : End(kept, extended, width, height, orientation);
    }

    /// <summary>The file is written anew around its kept chunks: its length and its flags change.</summary>
    private static Finding End(List<Piece> kept, byte[]? extended, long width, long height, int orientation)
    {
        var pieces = new List<Piece>(kept);
        if (extended is not null)
        {
            extended[0] = (byte)((extended[0] & ~(ExifFlag | XmpFlag)) | (orientation != 1 ? ExifFlag : 0));
            pieces.Insert(0, Piece.Of([.. "VP8X"u8, 10, 0, 0, 0, .. extended]));
            if (orientation != 1)
            {
                var exif = Exif.Minimal(orientation);
                pieces.Add(Piece.Of([.. "EXIF"u8, (byte)exif.Length, 0, 0, 0, .. exif]));
            }
        }
        else
        {
            // Only the extended form may carry an orientation; a simple file that carried one was not read by anybody.
            orientation = 1;
        }

        var header = new byte[12];
        "RIFF"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(4), (uint)(4 + pieces.Sum(p => p.Length)));
        "WEBP"u8.CopyTo(header.AsSpan(8));
        pieces.Insert(0, Piece.Of(header));
        return new Finding(Flaw.None, pieces, width, height, orientation);
    }

    private static bool ReadFrame(Bytes bytes, byte[] name, long length, out long width, out long height)
    {
        (width, height) = (0, 0);
        var head = bytes.Take((int)Math.Min(length, 10));
        if (name[3] == 'L')
        {
            if (head.Length < 5 || head[0] != 0x2F)
            {
                return false;
            }

            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(1));
            (width, height) = (1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF));
            return bits >> 29 == 0;
        }

        if (head.Length < 10 || (head[0] & 1) != 0 || head[3] != 0x9D || head[4] != 0x01 || head[5] != 0x2A)
        {
            return false;
        }

        // The first partition must lie inside the chunk, else the frame is cut.
        var firstPartition = (head[0] | (head[1] << 8) | (head[2] << 16)) >> 5;
        (width, height) = (
            BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)) & 0x3FFF,
            BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)) & 0x3FFF);
        return width > 0 && height > 0 && firstPartition <= length - 10;
    }

    /// <summary>A frame of an animation lies within the canvas and holds picture chunks only.</summary>
    private static bool FrameHolds(Bytes bytes, long length, long width, long height)
    {
        var end = bytes.Position + length;
        var head = bytes.Take((int)Math.Min(length, 16));
        if (head.Length < 16)
        {
            return false;
        }

        var (x, y, wide, high) = (2 * Read24(head, 0), 2 * Read24(head, 3), 1 + Read24(head, 6), 1 + Read24(head, 9));
        if (x + wide > width || y + high > height)
        {
            return false;
        }

        var pictures = 0;
        while (bytes.Position < end)
        {
            var name = bytes.Take(4);
            if (name.Length < 4 || !bytes.Little32(out var part) || bytes.Position + part + (part & 1) > end)
            {
                return false;
            }

            var next = bytes.Position + part + (part & 1);
            if (name.AsSpan().SequenceEqual("VP8 "u8) || name.AsSpan().SequenceEqual("VP8L"u8))
            {
                if (!ReadFrame(bytes, name, part, out var inWide, out var inHigh) || (inWide, inHigh) != (wide, high))
                {
                    return false;
                }

                pictures++;
            }
            else if (!name.AsSpan().SequenceEqual("ALPH"u8))
            {
                return false;
            }

            bytes.MoveTo(next);
        }

        return pictures == 1 && bytes.Position == end;
    }

    private static long Read24(byte[] from, int at) => from[at] + 256L * from[at + 1] + 65_536L * from[at + 2];
}
