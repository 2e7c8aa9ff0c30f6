namespace Etabli.Methods.Quality;

/// <summary>Conventions of a CUSUM (fr: réglages de la carte CUSUM).</summary>
public sealed record CusumChoices
{
    /// <summary>k: allowance, half the shift to be seen, in standard deviations of a point. Usual: 0.5. Range: ≥ 0.</summary>
    public double Reference { get; init => field = Argument.NotNegative(value, nameof(Reference)); } = 0.5;

    /// <summary>h: decision interval, in the same. Usual: 4 or 5. Range: &gt; 0.</summary>
    public double Decision { get; init => field = Argument.Positive(value, nameof(Decision)); } = 5;

    /// <summary>s: where both sums start; h/2 sees at once a process that starts wrong. Usual: 0. Range: 0 ≤ s &lt; h.</summary>
    public double HeadStart { get; init => field = Argument.NotNegative(value, nameof(HeadStart)); }

    /// <summary>Whether a sum starts anew, from the head start, after it signalled: the process is taken to have been mended.</summary>
    public bool Restarts { get; init; }
}

/// <summary>A CUSUM that went beyond its decision interval (fr: signal CUSUM).</summary>
/// <param name="Number">Number of the first point beyond, from 1.</param>
/// <param name="Side">1 when the mean rose, −1 when it fell.</param>
/// <param name="Since">Number of the first point since the sum was last 0: about when the process moved.</param>
/// <param name="Last">Number of the last point still beyond.</param>
public readonly record struct CusumSignal(int Number, int Side, int Since, int Last);

/// <summary>Both sums of a process followed in sigmas from its target (fr: cartes CUSUM).</summary>
/// <param name="Upper">C⁺: cumulates what exceeds the target by more than k.</param>
/// <param name="Lower">C⁻: cumulates what falls short of it by more than k. Positive, as tabular CUSUM are; some programs draw it below 0.</param>
/// <param name="Signals">Signals of both, by number.</param>
public sealed record CusumCharts(ControlChart Upper, ControlChart Lower, IReadOnlyList<CusumSignal> Signals)
{
    /// <summary>Signals of both, by number.</summary>
    public IReadOnlyList<CusumSignal> Signals { get; } = Listed.Of(Signals, nameof(Signals));

    /// <summary>Whether neither sum went beyond.</summary>
    public bool IsInControl => Upper.IsInControl && Lower.IsInControl;
}

/// <summary>Chart that cumulates: sees small lasting shifts, and about when they began (fr: carte CUSUM).</summary>
public static class CusumChart
{
    private static readonly Formula Sum = new("decision interval", "C⁺ᵢ = max(0, C⁺ᵢ₋₁ + z − k), C⁻ᵢ = max(0, C⁻ᵢ₋₁ − z − k), z = (x̄ − X̿)/(σ/√n); signal when C > h", QualityBooks.Page);

    private static readonly Formula None = new("lower control limit", "none", QualityBooks.Page);

    /// <summary>Tabular CUSUM of subgroup means, or of single values.</summary>
    /// <param name="values">Measures, subgroup after subgroup. Finite.</param>
    /// <param name="size">n: values in a subgroup; 1 for single values. Range: ≥ 1.</param>
    /// <param name="cusum">k, h, head start, restart.</param>
    /// <param name="choices">Reference, exclusions, frozen target and sigma; of the rules only the first is read. An excluded subgroup leaves the sums as they were.</param>
    /// <returns>Both sums, in standard deviations of a point, and their signals.</returns>
    /// <exception cref="ArgumentException">A value is not finite, the length is no whole number of subgroups, the head start reaches h, or the reference does not vary.</exception>
    /// <remarks>O(values). Choose k and h by <see cref="RunLength.Cusum"/>. Source: Page, 1954; head start: Lucas and Crosier, Technometrics 24(3), 1982.</remarks>
    /// <example><code>CusumChart.Of(measures, size: 5, choices: new() { ReferencePoints = 25 }).Signals[0].Since</code></example>
    public static CusumCharts Of(ReadOnlySpan<double> values, int size, CusumChoices? cusum = null, ChartChoices? choices = null)
    {
        cusum ??= new();
        choices ??= ChartChoices.Usual;
        if (cusum.HeadStart >= cusum.Decision)
        {
            throw new ArgumentException("The head start reaches the decision interval; expected s < h.", nameof(cusum));
        }

        var means = FollowedMeans.Of(values, size, choices);
        if (means.Deviation == 0)
        {
            throw new ArgumentException("The reference does not vary: there is no sigma to cumulate in.", nameof(values));
        }

        var signals = new List<CusumSignal>();
        var up = Cumulate(means, 1, cusum, signals);
        var down = Cumulate(means, -1, cusum, signals);
        signals.Sort((a, b) => a.Number.CompareTo(b.Number));
        return new(Chart(up, means, cusum, choices), Chart(down, means, cusum, choices), signals);
    }

    private static double[] Cumulate(FollowedMeans means, int side, CusumChoices cusum, List<CusumSignal> signals)
    {
        var sums = new double[means.Points.Length];
        var (sum, since, open) = (cusum.HeadStart, 0, -1);
        for (var i = 0; i < sums.Length; i++)
        {
            if (means.Reference.Skipped is not { } skipped || !skipped[i])
            {
                var next = sum + side * (means.Points[i] - means.Centre.Known) / means.Deviation - cusum.Reference;
                sum = Math.Max(0, next);
                since = sum == 0 ? i + 1 : since;
            }

            sums[i] = sum;
            if (sum <= cusum.Decision)
            {
                open = -1;
            }
            else if (open >= 0)
            {
                signals[open] = signals[open] with { Last = i + 1 };
            }
            else
            {
                open = cusum.Restarts ? -1 : signals.Count;
                signals.Add(new(i + 1, side, since + 1, i + 1));
            }

            if (cusum.Restarts && sum > cusum.Decision)
            {
                (sum, since) = (cusum.HeadStart, i + 1);
            }
        }

        return sums;
    }

    private static ControlChart Chart(double[] sums, FollowedMeans means, CusumChoices cusum, ChartChoices choices)
    {
        var levels = new Levels([0], [double.NaN], [double.NegativeInfinity], [cusum.Decision]);
        Term[] terms = [new("k", "allowance", cusum.Reference, Units.Ratio), new("h", "decision interval", cusum.Decision, Units.Ratio), new("X̿", "target", means.Centre.Known, Units.OfMeasure, From: means.Centre.Because), means.SigmaTerm, means.SizeTerm];
        var lines = new ChartLines(
            Sum.Gives(0.0, Units.Ratio, terms), means.Sigma, None.Lacks<double>(Units.Ratio, [new("", "no lower limit", GapKind.Impossible)]), Sum.Gives(cusum.Decision, Units.Ratio, terms));
        return Charting.Make(ChartStatistic.CumulatedSum, sums, levels, lines, means.Reference, choices, FollowedMeans.LimitsOf(choices), means.Limitations(choices));
    }
}
