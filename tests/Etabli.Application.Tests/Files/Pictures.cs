using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Etabli.Application.Tests.Files;

/// <summary>Small true pictures made byte by byte, with the metadata a telephone would add.</summary>
internal static class Pictures
{
    public const string Place = "48.8584N 2.2945E Forge des Mauges";

    /// <summary>A grey JPEG: one table of each kind, one scan, every block flat.</summary>
    public static byte[] Jpeg(int width = 48, int height = 32, int orientation = 1, bool metadata = false, byte[]? tail = null)
    {
        var blocks = (width + 7) / 8 * ((height + 7) / 8);
        var scan = new byte[(2 * blocks + 7) / 8];
        if (2 * blocks % 8 is var over and not 0)
        {
            scan[^1] = (byte)(0xFF >> over);
        }

        using var file = new MemoryStream();
        file.Write([0xFF, 0xD8]);
        Segment(file, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        if (metadata || orientation != 1)
        {
            Segment(file, 0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]);
        }

        if (metadata)
        {
            Segment(file, 0xE1, Encoding.ASCII.GetBytes("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + Place + "</x:xmpmeta>"));
            Segment(file, 0xED, Encoding.ASCII.GetBytes("Photoshop 3.0\0" + Place));
            Segment(file, 0xFE, Encoding.ASCII.GetBytes("<script>alert('" + Place + "')</script>"));
            Segment(file, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. new byte[200]]);
        }

        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)16, 64)]);
        Segment(file, 0xC0, [8, (byte)(height >> 8), (byte)(height & 255), (byte)(width >> 8), (byte)(width & 255), 1, 1, 0x11, 0]);
        Segment(file, 0xC4, [0x00, 1, .. new byte[15], 0]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(file, 0xDA, [1, 1, 0, 0, 63, 0]);
        file.Write(scan);
        file.Write([0xFF, 0xD9]);
        file.Write(tail ?? []);
        return file.ToArray();
    }

    public static byte[] Png(int width = 40, int height = 30, int orientation = 1, bool metadata = false, bool interlaced = false, byte[]? tail = null)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (8, 2, (byte)(interlaced ? 1 : 0));
        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\x1A\n"u8]);
        Chunk(file, "IHDR", header);
        if (metadata || orientation != 1)
        {
            Chunk(file, "eXIf", Tiff(orientation));
        }

        if (metadata)
        {
            Chunk(file, "tEXt", Encoding.ASCII.GetBytes("Comment\0" + Place));
            Chunk(file, "zTXt", [.. "Comment\0\0"u8, .. Packed(Encoding.ASCII.GetBytes(Place))]);
            Chunk(file, "iTXt", Encoding.ASCII.GetBytes("XML:com.adobe.xmp\0\0\0\0\0" + Place));
            Chunk(file, "tIME", [7, 234, 11, 20, 8, 30, 0]);
            Chunk(file, "pHYs", [0, 0, 11, 19, 0, 0, 11, 19, 1]);
        }

        var picture = Packed(new byte[Unpacked(width, height, interlaced)]);
        Chunk(file, "IDAT", picture[..(picture.Length / 2)]);
        Chunk(file, "IDAT", picture[(picture.Length / 2)..]);
        Chunk(file, "IEND", []);
        file.Write(tail ?? []);
        return file.ToArray();
    }

    /// <summary>A lossless WebP of one colour: every code has a single symbol, so that its pixels take no bit at all.</summary>
    public static byte[] WebP(int width = 40, int height = 30, int orientation = 1, bool metadata = false)
    {
        var bits = new BitWriter();
        bits.Add(0x2F, 8);
        bits.Add(width - 1, 14);
        bits.Add(height - 1, 14);
        bits.Add(0, 1 + 3);
        bits.Add(0, 3);
        foreach (var (symbol, length) in new[] { (160, 8), (90, 8), (30, 8), (255, 8), (0, 1) })
        {
            bits.Add(1, 2);
            bits.Add(length == 8 ? 1 : 0, 1);
            bits.Add(symbol, length);
        }

        using var chunks = new MemoryStream();
        var extended = metadata || orientation != 1;
        if (extended)
        {
            Riff(chunks, "VP8X", [0x0C, 0, 0, 0, (byte)(width - 1), 0, 0, (byte)(height - 1), 0, 0]);
        }

        Riff(chunks, "VP8L", bits.ToArray());
        if (extended)
        {
            Riff(chunks, "EXIF", Tiff(orientation));
            Riff(chunks, "XMP ", Encoding.ASCII.GetBytes("<x:xmpmeta>" + Place + "</x:xmpmeta>"));
        }

        using var file = new MemoryStream();
        Riff(file, "RIFF", [.. "WEBP"u8, .. chunks.ToArray()]);
        return file.ToArray();
    }

    /// <summary>A TIFF block with an orientation, a maker and the place the picture was taken at.</summary>
    public static byte[] Tiff(int orientation)
    {
        var text = Encoding.ASCII.GetBytes(Place + "\0");
        return
        [
            .. "II*\0"u8, 8, 0, 0, 0,
            2, 0,
            0x0F, 1, 2, 0, (byte)text.Length, 0, 0, 0, 38, 0, 0, 0,
            0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
            0, 0, 0, 0,
            .. text,
        ];
    }

    public static void Segment(MemoryStream file, byte marker, byte[] body)
    {
        var length = body.Length + 2;
        file.Write([0xFF, marker, (byte)(length >> 8), (byte)(length & 255)]);
        file.Write(body);
    }

    public static void Chunk(MemoryStream file, string name, byte[] body)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, body.Length);
        file.Write(four);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(four, Checksum(named));
        file.Write(four);
    }

    public static void Riff(MemoryStream file, string name, byte[] body)
    {
        Span<byte> four = stackalloc byte[4];
        file.Write(Encoding.ASCII.GetBytes(name));
        BinaryPrimitives.WriteInt32LittleEndian(four, body.Length);
        file.Write(four);
        file.Write(body);
        if (body.Length % 2 == 1)
        {
            file.WriteByte(0);
        }
    }

    /// <summary>The checksum bit by bit, as the standard defines it: slow, and independent of ours.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var now = uint.MaxValue;
        foreach (var one in bytes)
        {
            now ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                now = (now & 1) != 0 ? 0xEDB88320 ^ (now >> 1) : now >> 1;
            }
        }

        return ~now;
    }

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(plain);
        }

        return packed.ToArray();
    }

    /// <summary>Bytes of the rows: three a pixel and one a row, for each of the seven passes when interlaced.</summary>
    private static int Unpacked(int width, int height, bool interlaced)
    {
        if (!interlaced)
        {
            return height * (1 + 3 * width);
        }

        var total = 0;
        for (var p = 1; p <= 7; p++)
        {
            var rows = 0;
            var pixels = 0;
            for (var y = 0; y < height; y++)
            {
                var inRow = Enumerable.Range(0, width).Count(x => AdamPass(x, y) == p);
                rows += inRow > 0 ? 1 : 0;
                pixels += inRow;
            }

            total += rows + 3 * pixels;
        }

        return total;
    }

    /// <summary>Which pass a pixel belongs to, from the eight-by-eight pattern of the standard.</summary>
    private static int AdamPass(int x, int y)
    {
        string[] pattern = ["16462646", "77777777", "56565656", "77777777", "36463646", "77777777", "56565656", "77777777"];
        return pattern[y % 8][x % 8] - '0';
    }

    private sealed class BitWriter
    {
        private readonly List<byte> bytes = [];
        private int used = 8;

        public void Add(int value, int count)
        {
            for (var i = 0; i < count; i++)
            {
                if (used == 8)
                {
                    bytes.Add(0);
                    used = 0;
                }

                bytes[^1] |= (byte)(((value >> i) & 1) << used++);
            }
        }

        public byte[] ToArray() => [.. bytes];
    }
}
