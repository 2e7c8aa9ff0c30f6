using System.IO.Compression;

namespace Etabli.Application.Files.Recognition;

/// <summary>Walks a PNG chunk by chunk, every checksum compared, and unpacks its picture without keeping it.</summary>
/// <remarks>Source: Portable Network Graphics, third edition (W3C, 2025), sections 5 and 11.</remarks>
internal static class PngWalk
{
    private const int MostChunks = 20_000;
    private const int LongestSideChunk = 8_000_000;

    /// <summary>What changes how the picture looks; everything else (texts, dates, cameras, programs' own) is dropped.</summary>
    private static readonly HashSet<string> Kept =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "pHYs",
    ];

    public static Finding Walk(Bytes bytes, FileLimits limits)
    {
        var signature = bytes.Take(8);
        if (!signature.AsSpan().SequenceEqual((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]))
        {
            return Finding.Damaged;
        }

        var pieces = new List<Piece>();
        Finding.Keep(pieces, 0, 8);
        var packed = new List<Piece>();
        var header = default(Header);
        var orientation = 1;
        var palette = false;
        var dataOver = false;
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            var from = bytes.Position;
            if (!bytes.Big32(out var length) || length > int.MaxValue || length > bytes.Left - 8)
            {
                return Finding.Damaged;
            }

            var named = bytes.Take(4);
            if (!named.All(b => char.IsAsciiLetter((char)b)))
            {
                return Finding.Damaged;
            }

            var name = System.Text.Encoding.ASCII.GetString(named);
            if ((chunk == 0) != (name == "IHDR") || (name != "IDAT" && name[0] != 'f' && length > LongestSideChunk))
            {
                return Finding.Damaged;
            }

            var body = bytes.Position;
            if (!ChecksumHolds(bytes, named, length))
            {
                return Finding.Damaged;
            }

            var next = bytes.Position;
            switch (name)
            {
                case "IHDR":
                    bytes.MoveTo(body);
                    header = ReadHeader(bytes, length);
                    if (!header.IsSound)
                    {
                        return Finding.Damaged;
                    }

                    if (!Finding.Fits(header.Width, header.Height, limits))
                    {
                        return Finding.TooManyPixels(header.Width, header.Height);
                    }

                    break;
                case "PLTE":
                    if (palette || packed.Count > 0 || length == 0 || length % 3 != 0 || length > 768)
                    {
                        return Finding.Damaged;
                    }

                    palette = true;
                    break;
                case "IDAT":
                    if (dataOver)
                    {
                        return Finding.Damaged;
                    }

                    packed.Add(new Piece(body, length, null));
                    break;
                case "IEND":
                    Finding.Keep(pieces, from, next - from);
                    if (length != 0 || packed.Count == 0 || (header.Colour == 3 && !palette))
                    {
                        return Finding.Damaged;
                    }

                    return bytes.Left > 0 ? Finding.HidesMore : End(bytes, pieces, packed, header, orientation);
                case "eXIf":
                    bytes.MoveTo(body);
                    orientation = Exif.Orientation(bytes.Take((int)length));
                    break;
                default:
                    if (char.IsAsciiLetterUpper(name[0]))
                    {
                        return Finding.Damaged;
                    }

                    break;
            }

            dataOver |= name != "IDAT" && packed.Count > 0;
            bytes.MoveTo(next);
            if (Kept.Contains(name))
            {
                Finding.Keep(pieces, from, next - from);
            }
        }

        return Finding.Damaged;
    }

    private static Finding End(Bytes bytes, List<Piece> pieces, List<Piece> packed, Header header, int orientation)
    {
        if (!Unpacks(bytes, packed, header.UnpackedLength))
        {
            return Finding.Damaged;
        }

        if (orientation != 1)
        {
            // Before the picture, where the format wants it: after the header, which is 33 bytes from the start.
            var first = pieces[0];
            pieces[0] = first with { Length = 33 };
            pieces.Insert(1, Piece.Of(Chunk("eXIf"u8, Exif.Minimal(orientation))));
            if (first.Length > 33)
            {
                pieces.Insert(2, new Piece(33, first.Length - 33, null));
            }
        }

        return new Finding(Flaw.None, pieces, header.Width, header.Height, orientation);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] body)
    {
        var crc = new Crc32();
        crc.Add(name);
        crc.Add(body);
        var chunk = new byte[12 + body.Length];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        name.CopyTo(chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + body.Length), crc.Value);
        return chunk;
    }

    private static bool ChecksumHolds(Bytes bytes, byte[] name, long length)
    {
        var crc = new Crc32();
        crc.Add(name);
        Span<byte> part = stackalloc byte[4096];
        while (length > 0)
        {
            var some = part[..(int)Math.Min(part.Length, length)];
            if (!bytes.Fill(some))
            {
                return false;
            }

            crc.Add(some);
            length -= some.Length;
        }

        return bytes.Big32(out var said) && said == crc.Value;
    }

    /// <summary>Unpacks and counts, up to what the header promises and no further: a truncated or exploding picture shows here.</summary>
    private static bool Unpacks(Bytes bytes, List<Piece> packed, long expected)
    {
        try
        {
            using var zlib = new ZLibStream(new Stretches(bytes, packed), CompressionMode.Decompress);
            var part = new byte[32 * 1024];
            while (expected > 0)
            {
                var some = zlib.Read(part, 0, (int)Math.Min(part.Length, expected));
                if (some == 0)
                {
                    return false;
                }

                expected -= some;
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static Header ReadHeader(Bytes bytes, long length)
    {
        if (length != 13 || !bytes.Big32(out var width) || !bytes.Big32(out var height))
        {
            return default;
        }

        var rest = bytes.Take(5);
        return rest[2] == 0 && rest[3] == 0 && rest[4] <= 1 ? new Header(width, height, rest[0], rest[1], rest[4] == 1) : default;
    }

    private readonly record struct Header(long Width, long Height, int Depth, int Colour, bool Interlaced)
    {
        public bool IsSound => Width is > 0 and <= int.MaxValue && Height is > 0 and <= int.MaxValue && (Colour, Depth) is
            (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);

        public long UnpackedLength
        {
            get
            {
                if (!Interlaced)
                {
                    return Pass(Width, Height);
                }

                ReadOnlySpan<(int X, int Y, int Across, int Down)> passes =
                    [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];
                var total = 0L;
                foreach (var (x, y, across, down) in passes)
                {
                    total += Pass((Width - x + across - 1) / across, (Height - y + down - 1) / down);
                }

                return total;
            }
        }

        /// <summary>Each row has one byte for its filter, then its samples packed to whole bytes.</summary>
        private long Pass(long width, long height)
        {
            var samples = Colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
            return width <= 0 || height <= 0 ? 0 : height * (1 + (width * samples * Depth + 7) / 8);
        }
    }
}
