namespace Etabli.Application.Files.Recognition;

/// <summary>Several stretches of a source read as one stream, without copying them.</summary>
internal sealed class Stretches(Bytes source, IReadOnlyList<Piece> stretches) : Stream
{
    private int index;
    private long done;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        while (index < stretches.Count && done == stretches[index].Length)
        {
            index++;
            done = 0;
        }

        if (index == stretches.Count || buffer.Length == 0)
        {
            return 0;
        }

        var some = (int)Math.Min(Math.Min(buffer.Length, 32 * 1024), stretches[index].Length - done);
        source.MoveTo(stretches[index].From + done);
        if (!source.Fill(buffer[..some]))
        {
            return 0;
        }

        done += some;
        return some;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
