namespace Etabli.Application.Files.Recognition;

/// <summary>What is wrong with a file of a known kind.</summary>
internal enum Flaw
{
    None,
    Damaged,
    HidesMore,
    TooManyPixels,
    Encrypted,
    UnpacksTooLarge,
    HoldsProgram,
}

/// <summary>A piece of the file as it will be stored: a stretch of the source, bytes of ours, or zeros.</summary>
internal readonly record struct Piece(long From, long Length, byte[]? Ours)
{
    public static Piece Of(byte[] ours) => new(0, ours.Length, ours);

    public static Piece Zeros(long length) => new(-1, length, null);

    public bool IsZeros => From < 0;
}

/// <summary>
/// What walking a file from its first to its last byte found. The pieces are the file without what was not asked for
/// (place, camera, comments); null when it is stored as it came.
/// </summary>
internal sealed record Finding(Flaw Flaw, IReadOnlyList<Piece>? Pieces = null, long Width = 0, long Height = 0, int Orientation = 1)
{
    public static readonly Finding Sound = new(Flaw.None);
    public static readonly Finding Damaged = new(Flaw.Damaged);
    public static readonly Finding HidesMore = new(Flaw.HidesMore);
    public static readonly Finding Encrypted = new(Flaw.Encrypted);
    public static readonly Finding UnpacksTooLarge = new(Flaw.UnpacksTooLarge);
    public static readonly Finding HoldsProgram = new(Flaw.HoldsProgram);

    public static Finding TooManyPixels(long width, long height) => new(Flaw.TooManyPixels, null, width, height);

    /// <summary>Adds a stretch of the source, joined to the one before when they touch.</summary>
    public static void Keep(List<Piece> pieces, long from, long length)
    {
        if (length <= 0)
        {
            return;
        }

        if (pieces.Count > 0 && pieces[^1] is { Ours: null, IsZeros: false } last && last.From + last.Length == from)
        {
            pieces[^1] = last with { Length = last.Length + length };
            return;
        }

        pieces.Add(new Piece(from, length, null));
    }

    /// <summary>Whether a picture of that size may be shown to anybody.</summary>
    public static bool Fits(long width, long height, FileLimits limits) =>
        width <= limits.Side && height <= limits.Side && width * height <= limits.Pixels;
}
