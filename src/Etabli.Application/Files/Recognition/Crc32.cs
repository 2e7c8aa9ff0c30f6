namespace Etabli.Application.Files.Recognition;

/// <summary>The checksum of PNG chunks and ZIP entries.</summary>
/// <remarks>Source: ISO 3309, polynomial 0xEDB88320 reflected; PNG third edition, annex D.</remarks>
internal struct Crc32()
{
    private static readonly uint[] Table = Make();
    private uint state = uint.MaxValue;

    public readonly uint Value => ~state;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        var now = state;
        foreach (var one in bytes)
        {
            now = Table[(now ^ one) & 0xFF] ^ (now >> 8);
        }

        state = now;
    }

    private static uint[] Make()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            }

            table[i] = value;
        }

        return table;
    }
}
