namespace Etabli.Methods.Statistics.Hypotheses;

/// <summary>One line of an analysis of variance (fr: ligne du tableau d’analyse de la variance).</summary>
/// <param name="Name">Stable English key of the source of variation; the factor's name where it has one.</param>
/// <param name="Freedom">Degrees of freedom.</param>
/// <param name="Squares">Sum of squares, in the square of the unit.</param>
/// <param name="Ratio">F against the residual; null on the lines of residual and total, and when the residual is nothing.</param>
/// <param name="Probability">p of F; null with it.</param>
public sealed record AnovaLine(string Name, double Freedom, double Squares, double? Ratio = null, double? Probability = null)
{
    /// <summary>Mean square; null without degrees of freedom.</summary>
    public double? MeanSquare => Freedom > 0 ? Squares / Freedom : null;

    internal static AnovaLine Against(string name, double freedom, double squares, double residualFreedom, double residualSquares)
    {
        var ratio = squares / freedom / (residualSquares / residualFreedom);
        return double.IsFinite(ratio) && ratio >= 0 ? new(name, freedom, squares, ratio, Distributions.FisherDistribution.Above(ratio, freedom, residualFreedom)) : new(name, freedom, squares);
    }
}

/// <summary>Where the variation of the values comes from (fr: tableau d’analyse de la variance).</summary>
/// <param name="Lines">One line a source of variation, then residual and total.</param>
public sealed record AnovaTable(IReadOnlyList<AnovaLine> Lines)
{
    /// <summary>The line of a source of variation.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentException">No line has the name.</exception>
    public AnovaLine this[string name] => Lines.FirstOrDefault(l => l.Name == name) ?? throw new ArgumentException($"No line is named '{name}'; expected one of {string.Join(", ", Lines.Select(l => l.Name))}.", nameof(name));
}
