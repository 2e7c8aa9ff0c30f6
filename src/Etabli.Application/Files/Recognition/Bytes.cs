using System.Buffers.Binary;

namespace Etabli.Application.Files.Recognition;

/// <summary>Reads a seekable stream forward through one small window, so that a long file costs no more memory than a short one.</summary>
internal sealed class Bytes(Stream source)
{
    private readonly byte[] window = new byte[64 * 1024];
    private long start;
    private int held;
    private int at;

    public long Length { get; } = source.Length;

    public long Position => start + at;

    public long Left => Length - Position;

    public void MoveTo(long position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        if (position >= start && position <= start + held)
        {
            at = (int)(position - start);
            return;
        }

        start = position;
        held = 0;
        at = 0;
    }

    /// <summary>The next byte, or -1 at the end.</summary>
    public int Next() => at < held || Refill() ? window[at++] : -1;

    /// <summary>The next byte without passing it, or -1 at the end.</summary>
    public int Peek() => at < held || Refill() ? window[at] : -1;

    /// <summary>Fills the whole span, or answers false and leaves the position undefined.</summary>
    public bool Fill(Span<byte> into)
    {
        while (into.Length > 0)
        {
            if (at >= held && !Refill())
            {
                return false;
            }

            var some = Math.Min(into.Length, held - at);
            window.AsSpan(at, some).CopyTo(into);
            at += some;
            into = into[some..];
        }

        return true;
    }

    /// <summary>Up to that many bytes; fewer only at the end.</summary>
    public byte[] Take(int atMost)
    {
        var taken = new byte[Math.Min(atMost, Math.Max(0, Left))];
        return Fill(taken) ? taken : [];
    }

    public bool Skip(long count)
    {
        if (count < 0 || count > Left)
        {
            return false;
        }

        MoveTo(Position + count);
        return true;
    }

    public bool Big16(out int value)
    {
        Span<byte> two = stackalloc byte[2];
        var whole = Fill(two);
        value = BinaryPrimitives.ReadUInt16BigEndian(two);
        return whole;
    }

    public bool Big32(out long value)
    {
        Span<byte> four = stackalloc byte[4];
        var whole = Fill(four);
        value = BinaryPrimitives.ReadUInt32BigEndian(four);
        return whole;
    }

    public bool Little32(out long value)
    {
        Span<byte> four = stackalloc byte[4];
        var whole = Fill(four);
        value = BinaryPrimitives.ReadUInt32LittleEndian(four);
        return whole;
    }

    private bool Refill()
    {
        start += held;
        at = 0;
        held = 0;
        if (start >= Length)
        {
            return false;
        }

        source.Position = start;
        held = source.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
        return held > 0;
    }
}
