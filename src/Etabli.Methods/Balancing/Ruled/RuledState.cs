namespace Etabli.Methods.Balancing.Ruled;

/// <summary>What is minimised, the first goal first.</summary>
internal readonly record struct Costs(double A, double B, double C, double D) : IComparable<Costs>
{
    public static Costs operator +(Costs one, Costs other) => new(one.A + other.A, one.B + other.B, one.C + other.C, one.D + other.D);

    public static bool operator <(Costs one, Costs other) => one.CompareTo(other) < 0;

    public static bool operator >(Costs one, Costs other) => one.CompareTo(other) > 0;

    public int CompareTo(Costs other) =>
        A != other.A ? A.CompareTo(other.A) : B != other.B ? B.CompareTo(other.B) : C != other.C ? C.CompareTo(other.C) : D.CompareTo(other.D);
}

/// <summary>Who does a load: operators, copies, workers by place.</summary>
internal readonly record struct Crew(int Operators, int Copies, int[] Workers);

/// <summary>The tasks done after some stations, and all that the rest of the line must know of them.</summary>
internal sealed class RuledState
{
    /// <summary>Tasks done.</summary>
    public required ulong[] Done { get; init; }

    /// <summary>Open distances (station of the one done, −1), equipment used (stations), workers used (bits).</summary>
    public required int[] Extras { get; init; }

    public required Costs Cost { get; set; }

    /// <summary>No balance from here can cost less.</summary>
    public required Costs Least { get; set; }

    /// <summary>Work to come: among states of equal least cost the one with less is followed first.</summary>
    public required double Score { get; init; }

    public RuledState? Parent { get; set; }

    /// <summary>Tasks of the last station, ascending.</summary>
    public int[] Load { get; set; } = [];

    public Crew Crew { get; set; }

    public static int Compare(RuledState one, RuledState other)
    {
        var by = one.Least.CompareTo(other.Least);
        return by != 0 ? by : one.Score.CompareTo(other.Score);
    }
}

/// <summary>States are the same when the rest of the line is.</summary>
internal sealed class SameRest : IEqualityComparer<RuledState>
{
    public bool Equals(RuledState? x, RuledState? y) => x is not null && y is not null && x.Done.AsSpan().SequenceEqual(y.Done) && x.Extras.AsSpan().SequenceEqual(y.Extras);

    public int GetHashCode(RuledState obj)
    {
        var hash = 14695981039346656037UL;
        unchecked
        {
            foreach (var word in obj.Done)
            {
                hash = (hash ^ word) * 0x9E3779B97F4A7C15UL;
                hash ^= hash >> 29;
            }

            foreach (var extra in obj.Extras)
            {
                hash = (hash ^ (uint)extra) * 0xBF58476D1CE4E5B9UL;
                hash ^= hash >> 31;
            }

            return (int)(hash ^ (hash >> 32));
        }
    }
}
