namespace Etabli.Methods.Quality;

/// <summary>Means of subgroups, or single values, with the centre and sigma they are followed by.</summary>
internal sealed record FollowedMeans(double[] Points, Explained<double> Centre, Explained<double> Sigma, int Size, ReferenceSet Reference)
{
    /// <summary>Standard deviation of one point: σ/√n.</summary>
    public double Deviation => Sigma.Known / Math.Sqrt(Size);

    /// <summary>Sigma from ranges up to ten values a subgroup, from deviations beyond, from moving ranges for single values.</summary>
    public static FollowedMeans Of(ReadOnlySpan<double> values, int size, ChartChoices choices)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var quiet = choices with { Rules = RunRules.None, SpreadRules = RunRules.None };
        var pair = size == 1 ? IndividualChart.Of(values, quiet) : size <= 10 ? SubgroupChart.XBarR(values, size, quiet) : SubgroupChart.XBarS(values, size, quiet);
        return new([.. pair.Location.Values()], pair.Location.Centre, pair.Sigma, size, new(choices, pair.Location.Points.Count));
    }

    public List<ChartLimitation> Limitations(ChartChoices choices) => Reference.Limitations(choices, Sigma.Known, Size == 1 ? 25 : 20);

    public Term SigmaTerm => new("σ", "process standard deviation", Sigma.Known, Units.OfMeasure, From: Sigma.Because);

    public Term SizeTerm => new("n", "subgroup size", Size, Units.Ratio);

    /// <summary>Rule 1 alone: points that share values follow one another by construction.</summary>
    public static RunRules LimitsOf(ChartChoices choices) => choices.Rules.BeyondLimits ? RunRules.LimitsOnly : RunRules.None;
}
