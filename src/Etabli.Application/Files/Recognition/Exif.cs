using System.Buffers.Binary;

namespace Etabli.Application.Files.Recognition;

/// <summary>
/// The one thing worth keeping of a picture's metadata: which way is up.
/// </summary>
/// <remarks>Source: Exif 2.32 (CIPA DC-008), tag 274 of the first directory; TIFF 6.0, section 2.</remarks>
internal static class Exif
{
    private const int OrientationTag = 0x0112;

    /// <summary>Reads the orientation, 1 to 8, from a TIFF block; 1 when it does not say or says nonsense.</summary>
    public static int Orientation(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
        {
            return 1;
        }

        bool little;
        if (tiff.StartsWith("II*\0"u8))
        {
            little = true;
        }
        else if (tiff.StartsWith("MM\0*"u8))
        {
            little = false;
        }
        else
        {
            return 1;
        }

        var directory = Read32(tiff[4..], little);
        if (directory > tiff.Length - 2)
        {
            return 1;
        }

        var entries = Read16(tiff[(int)directory..], little);
        var here = (int)directory + 2;
        for (var i = 0; i < entries && here + 12 <= tiff.Length; i++, here += 12)
        {
            var entry = tiff.Slice(here, 12);
            if (Read16(entry, little) == OrientationTag)
            {
                var value = Read16(entry[8..], little);
                return Read16(entry[2..], little) == 3 && value is >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }

    /// <summary>A TIFF block that says the orientation and nothing else.</summary>
    public static byte[] Minimal(int orientation) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8,
        0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static int Read16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static long Read32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
