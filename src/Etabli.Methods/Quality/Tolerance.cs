namespace Etabli.Methods.Quality;

/// <summary>What is asked of a characteristic (fr: tolérance).</summary>
public sealed record Tolerance
{
    /// <summary>Says what is asked.</summary>
    /// <param name="lower">LSL: lower limit; null when there is none.</param>
    /// <param name="upper">USL: upper limit; null when there is none. Range: above the lower one.</param>
    /// <param name="target">T: what is best; null: the middle when both limits are there. Range: within the limits.</param>
    /// <exception cref="ArgumentException">No limit, limits upside down, or a target beyond them.</exception>
    /// <example><code>new Tolerance(lower: 0, upper: 39); // 50 H8, in µm above 50 mm</code></example>
    public Tolerance(double? lower, double? upper, double? target = null)
    {
        foreach (var (value, name) in new[] { (lower, nameof(lower)), (upper, nameof(upper)), (target, nameof(target)) })
        {
            Argument.Finite(value ?? 0, name);
        }

        if (lower is null && upper is null)
        {
            throw new ArgumentException("A tolerance has a lower limit, an upper one, or both.", nameof(lower));
        }

        if (lower >= upper)
        {
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The tolerance is upside down: {lower} is not below {upper}."), nameof(upper));
        }

        if (target < lower || target > upper)
        {
            throw new ArgumentException("The target is outside the tolerance.", nameof(target));
        }

        (Lower, Upper, Target) = (lower, upper, target ?? (lower + upper) / 2);
    }

    /// <summary>LSL: lower limit.</summary>
    public double? Lower { get; }

    /// <summary>USL: upper limit.</summary>
    public double? Upper { get; }

    /// <summary>T: what is best; the middle unless it was given; null for a single limit without target.</summary>
    public double? Target { get; }

    /// <summary>USL − LSL; null for a single limit.</summary>
    public double? Width => Upper - Lower;
}
