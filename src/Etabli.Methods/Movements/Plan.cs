namespace Etabli.Methods.Movements;

/// <summary>A point of the plan, in the plan's own unit: pixels, millimetres, metres (fr: point du plan).</summary>
/// <param name="X">Across.</param>
/// <param name="Y">Along.</param>
public readonly record struct PlanPoint(double X, double Y)
{
    /// <summary>Across.</summary>
    public double X { get; } = Argument.Finite(X, nameof(X));

    /// <summary>Along.</summary>
    public double Y { get; } = Argument.Finite(Y, nameof(Y));
}

/// <summary>How many metres one unit of the plan is (fr: échelle du plan).</summary>
/// <param name="MetresPerUnit">k. Range: &gt; 0.</param>
public sealed record PlanScale(double MetresPerUnit)
{
    /// <summary>A plan drawn in metres.</summary>
    public static PlanScale Metres { get; } = new(1);

    /// <summary>k.</summary>
    public double MetresPerUnit { get; } = Argument.Positive(MetresPerUnit, nameof(MetresPerUnit));

    /// <summary>Scale from two points whose true distance is known: k = d / |ab|.</summary>
    /// <param name="a">One point of the plan.</param>
    /// <param name="b">Another.</param>
    /// <param name="metres">d: their true distance. Range: &gt; 0.</param>
    /// <exception cref="ArgumentException">The two points are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">d is not above 0.</exception>
    /// <remarks>O(1). Source: trade usage.</remarks>
    /// <example><code>PlanScale.Between(new(0, 0), new(30, 40), metres: 10).MetresPerUnit; // 0.2</code></example>
    public static PlanScale Between(PlanPoint a, PlanPoint b, double metres)
    {
        Argument.Positive(metres, nameof(metres));
        var apart = Paths.Straight(a, b);
        return apart > 0 ? new(metres / apart) : throw new ArgumentException($"Both points are at {a.X}, {a.Y}; expected two places.", nameof(b));
    }
}

/// <summary>Lengths on a plan (fr: longueur d’un trajet).</summary>
public static class Paths
{
    /// <summary>Length of a walk along its points: k·Σ|pᵢpᵢ₊₁|.</summary>
    /// <param name="points">The walk's points, in order; one or none has length 0.</param>
    /// <param name="scale">Scale of the plan.</param>
    /// <returns>Metres, ≥ 0.</returns>
    /// <remarks>O(points), no allocation. Source: Euclidean distance.</remarks>
    /// <example><code>Paths.Length([new(0, 0), new(3, 4), new(3, 10)], PlanScale.Metres); // 11</code></example>
    public static double Length(ReadOnlySpan<PlanPoint> points, PlanScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        var length = 0d;
        for (var i = 1; i < points.Length; i++)
        {
            length += Straight(points[i - 1], points[i]);
        }

        return length * scale.MetresPerUnit;
    }

    /// <summary>Length between two places along aisles at right angles: k·(|Δx| + |Δy|).</summary>
    /// <param name="from">One place.</param>
    /// <param name="to">The other.</param>
    /// <param name="scale">Scale of the plan.</param>
    /// <returns>Metres, ≥ 0; never shorter than the straight line.</returns>
    /// <remarks>O(1). Limits: a stand-in for a walk that was not drawn. Source: rectilinear distance, trade usage.</remarks>
    /// <example><code>Paths.AlongAisles(new(24, 40), new(6, 34), PlanScale.Metres); // 24</code></example>
    public static double AlongAisles(PlanPoint from, PlanPoint to, PlanScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return (Math.Abs(from.X - to.X) + Math.Abs(from.Y - to.Y)) * scale.MetresPerUnit;
    }

    internal static double Straight(PlanPoint a, PlanPoint b) => double.Hypot(a.X - b.X, a.Y - b.Y);
}
