using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Etabli.Application.Files.Recognition;

/// <summary>One file inside a ZIP: its name, where its packed bytes lie and what they unpack to.</summary>
internal sealed record ZipEntry(string Name, int Method, uint Crc, long Packed, long Unpacked, long HeaderAt)
{
    public long BodyAt { get; init; }
}

/// <summary>
/// Reads a ZIP strictly: it starts at the first byte and ends at the last, its entries neither overlap nor lie, and it
/// unpacks, entry by entry, to what it says and no more.
/// </summary>
/// <remarks>Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16; ISO/IEC 21320-1:2015.</remarks>
internal static class ZipWalk
{
    private const uint EndMark = 0x06054B50;
    private const uint CentralMark = 0x02014B50;
    private const uint LocalMark = 0x04034B50;

    public static (Finding Finding, IReadOnlyList<ZipEntry> Entries) Walk(Bytes bytes, FileLimits limits)
    {
        var (flaw, entries) = ReadDirectory(bytes, limits);
        if (flaw.Flaw != Flaw.None)
        {
            return (flaw, []);
        }

        if (entries.Sum(e => e.Unpacked) > limits.ZipUnpackedBytes
            || entries.Any(e => e.Unpacked > 100_000 && e.Unpacked / Math.Max(1, e.Packed) > limits.ZipRatio))
        {
            return (Finding.UnpacksTooLarge, []);
        }

        var placed = new List<ZipEntry>(entries.Count);
        var reached = 0L;
        foreach (var entry in entries.OrderBy(e => e.HeaderAt))
        {
            if (entry.HeaderAt < reached || !FindBody(bytes, entry, out var body))
            {
                return (Finding.Damaged, []);
            }

            reached = body + entry.Packed;
            placed.Add(entry with { BodyAt = body });
        }

        return placed.All(e => Holds(bytes, e)) ? (Finding.Sound, placed) : (Finding.Damaged, []);
    }

    /// <summary>Unpacks one entry whole; the walk has already proved that it fits.</summary>
    public static byte[] Unpack(Bytes bytes, ZipEntry entry)
    {
        using var stream = Open(bytes, entry);
        var unpacked = new byte[entry.Unpacked];
        stream.ReadExactly(unpacked);
        return unpacked;
    }

    private static (Finding Finding, List<ZipEntry> Entries) ReadDirectory(Bytes bytes, FileLimits limits)
    {
        if (bytes.Length < 22)
        {
            return (Finding.Damaged, []);
        }

        bytes.MoveTo(bytes.Length - 22);
        var end = bytes.Take(22);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndMark)
        {
            return (HasEndSomewhere(bytes) ? Finding.HidesMore : Finding.Damaged, []);
        }

        int count = BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(10));
        long size = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(12));
        long at = BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(16));
        if (count > limits.ZipEntries)
        {
            return (Finding.UnpacksTooLarge, []);
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(end.AsSpan(8)) != count || at + size != bytes.Length - 22)
        {
            return (Finding.Damaged, []);
        }

        bytes.MoveTo(at);
        var entries = new List<ZipEntry>(count);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < count; i++)
        {
            var head = bytes.Take(46);
            if (head.Length < 46 || BinaryPrimitives.ReadUInt32LittleEndian(head) != CentralMark)
            {
                return (Finding.Damaged, []);
            }

            if ((head[8] & 1) != 0)
            {
                return (Finding.Encrypted, []);
            }

            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(28));
            var rest = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(32));
            var name = Encoding.UTF8.GetString(bytes.Take(nameLength));
            int method = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(10));
            if (method is not (0 or 8) || !IsHonest(name) || !names.Add(name) || !bytes.Skip(rest))
            {
                return (Finding.Damaged, []);
            }

            entries.Add(new ZipEntry(
                name,
                method,
                BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(16)),
                BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(20)),
                BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(24)),
                BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(42))));
        }

        return bytes.Position == bytes.Length - 22 ? (Finding.Sound, entries) : (Finding.Damaged, []);
    }

    private static bool IsHonest(string name) =>
        name.Length > 0 && name[0] != '/' && !name.Contains('\\') && !name.Contains('\0') && !name.Contains(':')
        && !name.Split('/').Contains("..");

    private static bool FindBody(Bytes bytes, ZipEntry entry, out long body)
    {
        body = 0;
        if (entry.HeaderAt > bytes.Length - 30)
        {
            return false;
        }

        bytes.MoveTo(entry.HeaderAt);
        var head = bytes.Take(30);
        if (head.Length < 30 || BinaryPrimitives.ReadUInt32LittleEndian(head) != LocalMark)
        {
            return false;
        }

        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(26));
        var name = Encoding.UTF8.GetString(bytes.Take(nameLength));
        body = bytes.Position + BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(28));
        return name == entry.Name && body + entry.Packed <= bytes.Length;
    }

    private static bool Holds(Bytes bytes, ZipEntry entry)
    {
        try
        {
            using var stream = Open(bytes, entry);
            var part = new byte[32 * 1024];
            var crc = new Crc32();
            var left = entry.Unpacked;
            while (true)
            {
                // One byte more than promised is asked for, so that an entry that unpacks to more is seen.
                var some = stream.Read(part, 0, (int)Math.Min(part.Length, left + 1));
                if (some == 0)
                {
                    return left == 0 && crc.Value == entry.Crc;
                }

                if (some > left)
                {
                    return false;
                }

                crc.Add(part.AsSpan(0, some));
                left -= some;
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static Stream Open(Bytes bytes, ZipEntry entry)
    {
        var packed = new Stretches(bytes, [new Piece(entry.BodyAt, entry.Packed, null)]);
        return entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    private static bool HasEndSomewhere(Bytes bytes)
    {
        bytes.MoveTo(Math.Max(0, bytes.Length - 128 * 1024));
        return bytes.Take(128 * 1024).AsSpan().IndexOf("PK\u0005\u0006"u8) >= 0;
    }
}
