using System.Globalization;

namespace Etabli.Methods.Statistics.Fitting;

/// <summary>A parameter of a fitted distribution (fr: paramètre d’une loi).</summary>
/// <param name="Name">Stable English key; pages word it.</param>
/// <param name="Value">Its value: times in the unit of the sample, shapes without unit.</param>
public sealed record DistributionParameter(string Name, double Value);

/// <summary>A distribution with the parameters that make a sample the likeliest (fr: loi ajustée).</summary>
public sealed class FittedDistribution
{
    internal FittedDistribution(DistributionFamily family, Shape shape)
    {
        Family = family;
        Shape = shape;
        Parameters = Listed.Of(shape.Parameters.Select(p => new DistributionParameter(p.Name, p.Value)));
    }

    /// <summary>Its family.</summary>
    public DistributionFamily Family { get; }

    /// <summary>Its parameters; none for the empirical one.</summary>
    public IReadOnlyList<DistributionParameter> Parameters { get; }

    internal Shape Shape { get; }

    /// <summary>Probability of a value at most x.</summary>
    /// <param name="x">Any finite number, in the unit of the sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not finite.</exception>
    public double Below(double x) => Math.Clamp(Shape.Tails(Argument.Finite(x, nameof(x))).Below, 0, 1);

    /// <summary>Probability of a value above x.</summary>
    /// <param name="x">Any finite number, in the unit of the sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not finite.</exception>
    public double Above(double x) => Math.Clamp(Shape.Tails(Argument.Finite(x, nameof(x))).Above, 0, 1);

    /// <summary>Density at x; 0 for the empirical distribution, which has none.</summary>
    /// <param name="x">Any finite number, in the unit of the sample.</param>
    /// <exception cref="ArgumentOutOfRangeException">x is not finite.</exception>
    public double Density(double x) => Math.Exp(Math.Min(Shape.LogDensity(Argument.Finite(x, nameof(x))), 700));

    /// <summary>The value that a share of the values does not pass.</summary>
    /// <param name="share">p. Range: above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">p is not above 0 and below 1.</exception>
    public double Quantile(double share) => Shape.Quantile(Sample.Share(share, nameof(share)));

    /// <summary>A value drawn from it.</summary>
    /// <param name="dice">Where chance comes from; seeded, the same values come again.</param>
    public double Draw(Random dice)
    {
        ArgumentNullException.ThrowIfNull(dice);
        return Shape.Draw(dice);
    }

    /// <summary>The distribution as text, in the invariant culture.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Family}({string.Join(", ", Parameters.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name} {p.Value:G6}")))})");
}
