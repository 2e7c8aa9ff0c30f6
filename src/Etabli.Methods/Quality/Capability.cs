namespace Etabli.Methods.Quality;

/// <summary>Whether a process holds its tolerance (fr: capabilité).</summary>
/// <remarks>
/// Capability is a promise and asks for stability; performance is a record and does not. Both suppose a normal law here: see
/// <see cref="PercentileCapability"/> for other laws. Source: ISO 22514-2:2017; Montgomery, 2009, chapter 8.
/// </remarks>
public static class Capability
{
    private static readonly string[] Letters = ["C", "P"];

    /// <summary>Study of the values of a chart pair, whose sigma and stability it takes.</summary>
    /// <param name="values">All values, in the unit of the tolerance. Finite; at least 2.</param>
    /// <param name="charts">Charts of the same values.</param>
    /// <param name="tolerance">What is asked.</param>
    /// <param name="choices">Confidence and conventions.</param>
    /// <returns>Cp, Cpk and Cpm without value when the charts break a rule; Pp and Ppk all the same.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or there are fewer than 2.</exception>
    /// <remarks>O(n). Source: ISO 22514-2:2017.</remarks>
    /// <example><code>Capability.Of(values, SubgroupChart.XBarR(values, 5), new(73.95, 74.05)).Capability.Actual.Known; // 1.66</code></example>
    public static CapabilityStudy Of(ReadOnlySpan<double> values, ChartPair charts, Tolerance tolerance, CapabilityChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(charts);
        return Of(values, tolerance, charts.Sigma, charts.DegreesOfFreedom, ProcessStability.Of(charts), choices);
    }

    /// <summary>Study of values, with a sigma and a statement of stability of their own.</summary>
    /// <param name="values">All values, in the unit of the tolerance. Finite; at least 2.</param>
    /// <param name="tolerance">What is asked.</param>
    /// <param name="within">σ: standard deviation within subgroups; null when there are no subgroups. Range: ≥ 0.</param>
    /// <param name="withinDegrees">ν: degrees of freedom of σ; 0 when not known, and then n − 1 is taken.</param>
    /// <param name="stability">What is known of the stability; null: nobody looked, which is said.</param>
    /// <param name="choices">Confidence and conventions.</param>
    /// <exception cref="ArgumentException">A value is not finite, or there are fewer than 2.</exception>
    /// <exception cref="ArgumentOutOfRangeException">σ or ν is negative.</exception>
    /// <remarks>
    /// O(n). Intervals: Cp·√(χ²/ν); Cpk·(1 ± z·√(1/(9n·Cpk²) + 1/(2ν))) of Bissell, also for one side; Cpm by its effective degrees (Boyles).
    /// Some programs print one-sided intervals for CpkL and CpkU: theirs of 95 % are ours of 90 %.
    /// </remarks>
    /// <example><code>Capability.Of([9, 10, 11, 10, 9, 11, 10, 9, 11, 10], new(5, 15)).Performance.Potential.Known; // 2.04</code></example>
    public static CapabilityStudy Of(
        ReadOnlySpan<double> values, Tolerance tolerance, Explained<double>? within = null, double withinDegrees = 0, ProcessStability? stability = null, CapabilityChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(tolerance);
        choices ??= new();
        stability ??= ProcessStability.Unknown;
        Argument.NotNegative(withinDegrees, nameof(withinDegrees));
        var sample = SampleMoments.Of(values, nameof(values));
        var sigma = within is null ? (double?)null : Argument.NotNegative(within.Known, nameof(within));
        var overall = new Formula("overall standard deviation", "s = √(Σ(x − x̄)²/(n − 1))", QualityBooks.Iso22514Part2).Gives(sample.Deviation, Units.OfMeasure, new Term("n", "values", sample.Count, Units.Ratio));

        var few = sample.Count < choices.FewestValues ? new Gap("", "enough values") : null;
        var unstable = stability.State == StabilityState.Unstable ? new Gap(stability.Reason, "stability", GapKind.Impossible) : null;
        var degrees = choices.Degrees == IndexDegrees.OfSigma && withinDegrees > 0 ? withinDegrees : sample.Count - 1;
        var capability = Indices(sample, tolerance, within, 0, degrees, choices, unstable ?? few ?? (within is null ? new Gap("", "sigma within subgroups") : null));
        var performance = Indices(sample, tolerance, overall, 1, sample.Count - 1, choices, few);
        var taguchi = Taguchi(sample, tolerance, within, choices, unstable ?? few ?? (within is null ? new Gap("", "sigma within subgroups") : null));
        return new(
            tolerance,
            sample.Count,
            sample.Mean,
            sample.Deviation,
            sigma,
            capability,
            performance,
            taguchi,
            Observed(values, tolerance),
            Expected(sample.Mean, sigma, tolerance),
            Expected(sample.Mean, sample.Deviation, tolerance),
            stability,
            Limitations(sample, sigma, stability));
    }

    internal static OutOfTolerance Observed(ReadOnlySpan<double> values, Tolerance tolerance)
    {
        var (below, above) = (0, 0);
        foreach (var value in values)
        {
            below += value < tolerance.Lower ? 1 : 0;
            above += value > tolerance.Upper ? 1 : 0;
        }

        return new((double)below / values.Length, (double)above / values.Length);
    }

    private static OutOfTolerance? Expected(double mean, double? sigma, Tolerance tolerance) =>
        sigma is > 0 and var s ? new(tolerance.Lower is { } low ? Tails.Normal((mean - low) / s) : 0, tolerance.Upper is { } high ? Tails.Normal((high - mean) / s) : 0) : null;

    private static List<CapabilityLimitation> Limitations(SampleMoments sample, double? sigma, ProcessStability stability)
    {
        var said = new List<CapabilityLimitation>();
        if (stability.State != StabilityState.Stable)
        {
            said.Add(stability.State == StabilityState.Unstable ? CapabilityLimitation.Unstable : CapabilityLimitation.StabilityUnknown);
        }

        if (sample.Count < 50)
        {
            said.Add(CapabilityLimitation.FewValues);
        }

        if (sample.Deviation == 0 || sigma == 0)
        {
            said.Add(CapabilityLimitation.NoVariation);
        }

        if (sigma is null)
        {
            said.Add(CapabilityLimitation.NoSigmaWithin);
        }

        return said;
    }

    private static CapabilityIndices Indices(SampleMoments sample, Tolerance tolerance, Explained<double>? sigma, int kind, double degrees, CapabilityChoices choices, Gap? gap)
    {
        var letter = Letters[kind];
        var symbol = kind == 0 ? "σ" : "s";
        if (gap is null && sigma!.Known == 0)
        {
            gap = new("", "variation", GapKind.Impossible);
        }

        var s = gap is null ? sigma!.Known : 1;
        var (low, high) = (tolerance.Lower, tolerance.Upper);
        Term[] spread = sigma is null ? [] : [new(symbol, kind == 0 ? "standard deviation within subgroups" : "overall standard deviation", sigma.Known, Units.OfMeasure, From: sigma.Because)];
        var mean = new Term("x̄", "mean", sample.Mean, Units.OfMeasure);
        Term[] below = low is { } l ? [new("LSL", "lower tolerance limit", l, Units.OfMeasure)] : [];
        Term[] above = high is { } h ? [new("USL", "upper tolerance limit", h, Units.OfMeasure)] : [];

        var potential = Index($"{letter}p", $"{letter}p = (USL − LSL) / 6{symbol}", tolerance.Width / (6 * s), [.. above, .. below, .. spread]);
        var lower = Index($"{letter}pkL", $"{letter}pkL = (x̄ − LSL) / 3{symbol}", (sample.Mean - low) / (3 * s), [mean, .. below, .. spread]);
        var upper = Index($"{letter}pkU", $"{letter}pkU = (USL − x̄) / 3{symbol}", (high - sample.Mean) / (3 * s), [mean, .. above, .. spread]);
        var worse = low is null ? upper : high is null || lower.Value < upper.Value ? lower : upper;
        var actual = Index($"{letter}pk", $"{letter}pk = min(USL − x̄, x̄ − LSL) / 3{symbol}", worse.Value, [mean, .. above, .. below, .. spread]);
        return new(
            new(potential, potential.Value is { } p ? ChiInterval(p, degrees, choices.Confidence) : null),
            new(actual, Bissell(actual.Value, sample.Count, degrees, choices.Confidence)),
            new(lower, Bissell(lower.Value, sample.Count, degrees, choices.Confidence)),
            new(upper, Bissell(upper.Value, sample.Count, degrees, choices.Confidence)));

        Explained<double> Index(string name, string symbols, double? value, Term[] terms)
        {
            var formula = new Formula(name, symbols, QualityBooks.Iso22514Part2);
            return gap is null && value is { } known && double.IsFinite(known)
                ? formula.Gives(known, Units.Ratio, terms)
                : formula.Lacks<double>(Units.Ratio, [gap ?? new("", "tolerance limit", GapKind.Impossible)], terms);
        }
    }

    private static CapabilityIndex Taguchi(SampleMoments sample, Tolerance tolerance, Explained<double>? sigma, CapabilityChoices choices, Gap? gap)
    {
        var formula = new Formula("Cpm", "Cpm = (USL − LSL) / (6·√(σ² + (x̄ − T)²))", QualityBooks.Boyles);
        if (gap is null && (tolerance.Width is null || sigma!.Known == 0))
        {
            gap = new("", tolerance.Width is null ? "tolerance limit" : "variation", GapKind.Impossible);
        }

        if (gap is not null)
        {
            return new(formula.Lacks<double>(Units.Ratio, [gap]));
        }

        var (s, target) = (sigma!.Known, tolerance.Target!.Value);
        var off = (sample.Mean - target) / s;
        var value = tolerance.Width!.Value / (6 * s * Math.Sqrt(1 + off * off));
        var degrees = sample.Count * (1 + off * off) * (1 + off * off) / (1 + 2 * off * off);
        var index = formula.Gives(
            value,
            Units.Ratio,
            new Term("USL − LSL", "width of the tolerance", tolerance.Width.Value, Units.OfMeasure),
            new Term("σ", "standard deviation within subgroups", s, Units.OfMeasure, From: sigma.Because),
            new Term("x̄", "mean", sample.Mean, Units.OfMeasure),
            new Term("T", "target", target, Units.OfMeasure));
        return new(index, ChiInterval(value, degrees, choices.Confidence));
    }

    private static IndexInterval ChiInterval(double index, double degrees, double confidence) => new(
        index * Math.Sqrt(Tails.ChiSquareQuantile((1 - confidence) / 2, degrees) / degrees), index * Math.Sqrt(Tails.ChiSquareQuantile((1 + confidence) / 2, degrees) / degrees), confidence);

    private static IndexInterval? Bissell(double? index, int count, double degrees, double confidence)
    {
        if (index is not { } value)
        {
            return null;
        }

        var reach = Tails.NormalQuantile((1 + confidence) / 2) * Math.Sqrt(1 / (9.0 * count) + value * value / (2 * degrees));
        return new(value - reach, value + reach, confidence);
    }
}

/// <summary>Count, mean and standard deviation, in two passes around the first value.</summary>
internal readonly record struct SampleMoments(int Count, double Mean, double Deviation)
{
    public static SampleMoments Of(ReadOnlySpan<double> values, string name)
    {
        if (values.Length < 2)
        {
            throw new ArgumentException($"There are {values.Length} values; expected 2 at least.", name);
        }

        Charting.AllFinite(values, name, i => $"Value {i + 1}");
        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values)
        {
            sum += value - values[0];
        }

        var mean = values[0] + sum / values.Length;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return double.IsFinite(mean) && double.IsFinite(squares) ? new(values.Length, mean, Math.Sqrt(squares / (values.Length - 1))) : throw new ArgumentException("Values are too far apart to be reckoned with.", name);
    }
}
