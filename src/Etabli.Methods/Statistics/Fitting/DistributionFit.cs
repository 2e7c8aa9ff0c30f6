using Etabli.Methods.Statistics.Hypotheses;
using static Etabli.Methods.Statistics.Hypotheses.Outcome;

namespace Etabli.Methods.Statistics.Fitting;

/// <summary>A family tried on a sample (fr: loi candidate).</summary>
/// <param name="Family">The family.</param>
/// <param name="Distribution">Its likeliest member; null when there is none.</param>
/// <param name="LogLikelihood">Log likelihood; null without distribution and for the empirical one.</param>
/// <param name="Aicc">Akaike's criterion corrected for small samples: the lower, the better; null without likelihood, or with too few values for the parameters.</param>
/// <param name="AndersonDarling">A² of the fit; null when values are censored. It has no p of its own: <see cref="DistributionFit.AndersonDarlingTest"/>.</param>
/// <param name="KolmogorovSmirnov">D of the fit, for information; null when values are censored.</param>
/// <param name="Gaps">What keeps the family from being fitted or ranked.</param>
public sealed record CandidateFit(
    DistributionFamily Family,
    FittedDistribution? Distribution,
    double? LogLikelihood,
    double? Aicc,
    double? AndersonDarling,
    double? KolmogorovSmirnov,
    IReadOnlyList<Gap> Gaps);

/// <summary>Which distribution do measured times follow? (fr: ajustement de lois).</summary>
/// <param name="Fits">Families by increasing AICc; those without come last, in the order asked.</param>
/// <param name="Warnings">What must be said with the ranking.</param>
/// <param name="Count">n: values met and censored.</param>
/// <param name="Resolution">Smallest distance between two different values, in their unit; null when all are equal.</param>
public sealed record DistributionFit(IReadOnlyList<CandidateFit> Fits, IReadOnlyList<FitWarning> Warnings, int Count, double? Resolution)
{
    /// <summary>Fewest values under which families cannot be told apart.</summary>
    public const int SmallSample = 20;

    private static readonly Formula TestFormula = new("Anderson-Darling test by parametric bootstrap", "p = (1 + #{A²* ≥ A²}) / (B + 1), each A²* of a sample drawn from the fit and fitted again", new("Stute, W., Gonzáles Manteiga, W. and Presedo Quindimil, M.", "Bootstrap based goodness-of-fit-tests, Metrika 40, pp. 243–256", 1993));

    /// <summary>The best ranked distribution; null when no family could be ranked.</summary>
    public CandidateFit? Best => Fits.FirstOrDefault(f => f.Aicc is not null);

    /// <summary>Fits families to a sample by maximum likelihood and ranks them by AICc.</summary>
    /// <param name="values">Values met, in the order of time; at least 2.</param>
    /// <param name="censored">Values only known to be passed: interrupted timings. Empty when none.</param>
    /// <param name="families">Families to try; all when null.</param>
    /// <returns>The ranking with its warnings; a family that cannot hold the sample says why.</returns>
    /// <exception cref="ArgumentException">Under 2 values met.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite.</exception>
    /// <remarks>
    /// The lowest AICc says which family the sample speaks for, not that the family is true: confirm with <see cref="AndersonDarlingTest"/>. Shifted families are bounded to half
    /// a mean gap under the smallest value. Sources: Law, A. M., Simulation Modeling and Analysis, 5th ed., 2015, chapter 6; Hurvich, C. M. and Tsai, C.-L., Regression and time series model selection in small samples, Biometrika 76, 1989, pp. 297–307.
    /// </remarks>
    /// <example><code>DistributionFit.Of([12.1, 14.0, 11.2, 19.5, 13.3, 12.8]).Warnings; // SmallSample</code></example>
    public static DistributionFit Of(ReadOnlySpan<double> values, ReadOnlySpan<double> censored = default, IReadOnlyList<DistributionFamily>? families = null)
    {
        var inTime = Sample.Of(values, 2, nameof(values));
        var sorted = Sample.Sorted(values, 2, nameof(values));
        var passed = Sample.Of(censored, 0, nameof(censored));
        families ??= Enum.GetValues<DistributionFamily>();
        var fits = families.Distinct().Select(f => Try(f, sorted, passed)).OrderBy(f => f.Aicc ?? double.PositiveInfinity);
        var steps = sorted.Zip(sorted.Skip(1), (a, b) => b - a).Where(s => s > 0).ToArray();
        return new(Listed.Of(fits), Listed.Of(WarningsOf(inTime, passed, steps.Length + 1)), sorted.Length + passed.Length, steps.Length > 0 ? steps.Min() : null);
    }

    /// <summary>Could the sample come from the family? The p of Anderson and Darling, the parameters being fitted again on every drawn sample.</summary>
    /// <param name="values">The sample, all met; at least 5 values.</param>
    /// <param name="family">The family; any but the empirical one.</param>
    /// <param name="dice">Where chance comes from; seeded, the same p comes again.</param>
    /// <param name="replications">B: samples drawn. Range: 19 to 100 000; 500 to 1 000 are usual.</param>
    /// <param name="risk">α. Range: above 0 and below 1.</param>
    /// <param name="stop">Stops it between two samples.</param>
    /// <returns>A² and its p, to about √(p(1 − p)/B); a gap when the family cannot hold the sample.</returns>
    /// <exception cref="ArgumentException">Under 5 values, or the family is the empirical one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or a number is out of range.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <remarks>O(B·n log n) and B fits. Values rounded to the second are rejected too often. Source: Stute and others, 1993.</remarks>
    public static HypothesisTest AndersonDarlingTest(ReadOnlySpan<double> values, DistributionFamily family, Random dice, int replications = 500, double risk = 0.05, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(dice);
        Sample.Share(risk, nameof(risk));
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 19);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(replications, 100_000);
        var sorted = Sample.Sorted(values, 5, nameof(values));
        if (family == DistributionFamily.Empirical)
        {
            throw new ArgumentException("The empirical distribution is the sample itself; expected another family.", nameof(family));
        }

        Term[] terms = [Term("n", "number of values", sorted.Length), Term("B", "samples drawn", replications)];
        var (shape, impossible) = Likelihood.Fit(family, sorted, []);
        if (shape is null)
        {
            return Lacking(TestFormula, terms, impossible!, Alternative.Greater, risk, Independent);
        }

        var seen = AndersonDarlingOf(shape, sorted);
        var (beyond, drawn) = (0, 0);
        var sample = new double[sorted.Length];
        for (var b = 0; b < replications; b++)
        {
            stop.ThrowIfCancellationRequested();
            for (var i = 0; i < sample.Length; i++)
            {
                sample[i] = shape.Draw(dice);
            }

            Array.Sort(sample);
            if (Likelihood.Fit(family, sample, []).Shape is { } again)
            {
                drawn++;
                beyond += AndersonDarlingOf(again, sample) >= seen ? 1 : 0;
            }
        }

        return drawn < replications * 0.9
            ? Lacking(TestFormula, terms, "fits of the drawn samples", Alternative.Greater, risk, Independent)
            : Outcome.Of(TestFormula, terms, seen, [], (1.0 + beyond) / (drawn + 1), false, Alternative.Greater, risk, [], Independent);
    }

    internal static double AndersonDarlingOf(Shape shape, double[] sorted)
    {
        var n = sorted.Length;
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            sum += (2 * i + 1) * (Math.Log(Math.Max(shape.Tails(sorted[i]).Below, 1e-300)) + Math.Log(Math.Max(shape.Tails(sorted[n - 1 - i]).Above, 1e-300)));
        }

        return -n - sum / n;
    }

    private static double KolmogorovSmirnovOf(Shape shape, double[] sorted)
    {
        double n = sorted.Length, most = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            var below = shape.Tails(sorted[i]).Below;
            most = Math.Max(most, Math.Max((i + 1) / n - below, below - i / n));
        }

        return most;
    }

    private static CandidateFit Try(DistributionFamily family, double[] sorted, double[] censored)
    {
        var (shape, impossible) = Likelihood.Fit(family, sorted, censored);
        if (shape is null)
        {
            return new(family, null, null, null, null, null, Listed.Of([new Gap("", impossible!, GapKind.Impossible)]));
        }

        var fitted = new FittedDistribution(family, shape);
        if (family == DistributionFamily.Empirical)
        {
            return new(family, fitted, null, null, null, null, Listed.Of([new Gap("", "likelihood of the sample itself", GapKind.Impossible)]));
        }

        double k = shape.Parameters.Length, n = sorted.Length + censored.Length;
        var log = shape.LogLikelihood(sorted, censored);
        double? tested = censored.Length > 0 ? null : AndersonDarlingOf(shape, sorted);
        double? distance = censored.Length > 0 ? null : KolmogorovSmirnovOf(shape, sorted);
        if (!double.IsFinite(log))
        {
            return new(family, fitted, null, null, tested, distance, Listed.Of([new Gap("", "likelihood", GapKind.Impossible)]));
        }

        return n > k + 1
            ? new(family, fitted, log, 2 * k - 2 * log + 2 * k * (k + 1) / (n - k - 1), tested, distance, Listed.Of<Gap>([]))
            : new(family, fitted, log, null, tested, distance, Listed.Of([new Gap("", "values enough for the parameters", GapKind.Impossible)]));
    }

    private static List<FitWarning> WarningsOf(double[] inTime, double[] censored, int distinct)
    {
        var warnings = new List<FitWarning>();
        if (inTime.Length + censored.Length < SmallSample)
        {
            warnings.Add(FitWarning.SmallSample);
        }

        if (distinct < 0.95 * inTime.Length)
        {
            warnings.Add(FitWarning.TiesFromRounding);
        }

        if (inTime.Length >= SmallSample && Trend.SerialCorrelation(inTime, Alternative.Greater, 0.01).Conclusion == Conclusion.Rejected)
        {
            warnings.Add(FitWarning.NeighboursAlike);
        }

        if (censored.Length > 0)
        {
            warnings.Add(FitWarning.Censored);
        }

        return warnings;
    }
}
