using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Distributions;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>How much of the time a state takes, as the observations say it (fr: part d’un état).</summary>
/// <param name="State">What was seen.</param>
/// <param name="Count">x: how often.</param>
/// <param name="Share">p = x / n.</param>
/// <param name="Precision">e: half the width of Wald's interval, as the textbooks print it; 0 when nothing or all was seen, where only Wilson's interval says something.</param>
/// <param name="Wald">p ± e, cut at 0 and 1.</param>
/// <param name="Wilson">Wilson's interval: right on average, also near 0 and 1.</param>
public sealed record StateShare(string State, int Count, Explained<double> Share, Explained<double> Precision, ConfidenceInterval Wald, ConfidenceInterval Wilson);

/// <summary>What the states seen at random moments say of the time (fr: observations instantanées).</summary>
/// <remarks>
/// The moments must be random and the observations independent; rounds that follow the rhythm of the work lie.
/// Sources: Tippett, L. H. C., A snap-reading method of making time-studies, Journal of the Textile Institute 26, 1935; Barnes, R. M., Work Sampling, 2nd ed., Wiley, 1957;
/// Wilson, E. B., Probable Inference, JASA 22, 1927, pp. 209–212.
/// </remarks>
/// <example>
/// <code>
/// var honing = WorkSampling.Of([("running", 246), ("stopped", 154)]);
/// honing.Shares[0].Share.Known; // 0.615
/// honing.Shares[0].Precision.Known; // 0.0477
/// </code>
/// </example>
public sealed record WorkSampling
{
    private static readonly Source Barnes = new("Barnes, R. M.", "Work Sampling, 2nd ed.", 1957);
    private static readonly Formula ShareFormula = new("share of a state", "p = x / n", Barnes);
    private static readonly Formula PrecisionFormula = new("precision of a share, Wald", "e = z(1 − α/2)·√(p(1 − p) / n)", Barnes);
    private static readonly Formula RelativeFormula = new("number of observations, relative precision", "n = z(1 − α/2)²·(1 − p) / (s²·p)", Barnes);

    private WorkSampling(int size, double level, IEnumerable<StateShare> shares) => (Size, Level, Shares) = (size, level, Listed.Of(shares));

    /// <summary>n: how many observations.</summary>
    public int Size { get; }

    /// <summary>1 − α of the intervals.</summary>
    public double Level { get; }

    /// <summary>One for each state, in the order given.</summary>
    public IReadOnlyList<StateShare> Shares { get; }

    /// <summary>Reads counts.</summary>
    /// <param name="counts">How often each state was seen; each state once, at least one observation in all.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <exception cref="ArgumentException">A state twice, or no observation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count below 0, a level that is not a share.</exception>
    public static WorkSampling Of(IEnumerable<(string State, int Count)> counts, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var z = NormalDistribution.UpperQuantile((1 - Sample.Share(level, nameof(level))) / 2);
        var all = counts.ToList();
        if (all.Select(c => c.State).Distinct(StringComparer.Ordinal).Count() < all.Count)
        {
            throw new ArgumentException("A state is there twice.", nameof(counts));
        }

        var size = checked((int)all.Sum(c => Argument.NotNegative((long)c.Count, nameof(counts))));
        Sample.MustHold(size, 1, nameof(counts));
        return new(size, level, all.Select(c => One(c.State, c.Count)));

        StateShare One(string state, int count)
        {
            var p = (double)count / size;
            var e = z * Math.Sqrt(p * (1 - p) / size);
            Term[] terms = [new Term("x", "count", count, Units.Pieces, state), new Term("n", "size", size, Units.Pieces)];
            var share = ShareFormula.Gives(p, Units.Ratio, terms);
            var precision = PrecisionFormula.Gives(e, Units.Ratio, new Term("p", "share", p, Units.Ratio, state, From: share.Because), new Term("n", "size", size, Units.Pieces), new Term("1 − α", "level", level, Units.Ratio));
            return new(state, count, share, precision, new(Math.Max(0, p - e), Math.Min(1, p + e), level), ProportionTests.Wilson(count, size, risk: 1 - level));
        }
    }

    /// <summary>Observations needed to know a share to so many points: 0.03 for ± 3 points.</summary>
    /// <param name="margin">e. Range: above 0 and below 1.</param>
    /// <param name="share">p: the share supposed, from a first day of rounds; 0.5, the worst, when not known.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <example><code>WorkSampling.Needed(margin: 0.03, share: 0.615).Known; // 1011</code></example>
    public static Explained<long> Needed(double margin, double share = 0.5, double level = 0.95) => SampleSize.ForShare(margin, share, level);

    /// <summary>Observations needed to know a share to a part of itself: 0.05 for ± 5 % of p.</summary>
    /// <param name="relative">s. Range: above 0 and below 1.</param>
    /// <param name="share">p: the share supposed. Range: above 0 and below 1.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number that is not a share.</exception>
    public static Explained<long> NeededRelative(double relative, double share, double level = 0.95)
    {
        var z = NormalDistribution.UpperQuantile((1 - Sample.Share(level, nameof(level))) / 2);
        var size = z * z * (1 - Sample.Share(share, nameof(share))) / (Sample.Share(relative, nameof(relative)) * relative * share);
        Term[] terms = [new Term("p", "share supposed", share, Units.Ratio), new Term("s", "relative precision", relative, Units.Ratio), new Term("1 − α", "level", level, Units.Ratio)];
        return size <= SampleSize.Most ? RelativeFormula.Gives((long)Math.Ceiling(size - 1e-9), Units.Pieces, terms) : RelativeFormula.Lacks<long>(Units.Pieces, [new("", "size within reach", GapKind.Impossible)], terms);
    }
}
