using MathNet.Numerics.Distributions;

namespace Etabli.Methods.Quality;

/// <summary>Chart of several characteristics of one piece together (fr: carte de contrôle T² de Hotelling).</summary>
/// <remarks>
/// Two dimensions each within its limits may be, together, what the process never does: T² = (x − x̄)ᵀ·S⁻¹·(x − x̄) sees it. Which
/// characteristic to look at first, the contributions say; read the single charts then. Source: Tracy, Young and Mason, 1992; Montgomery, 2009, chapter 11.
/// </remarks>
public static class HotellingChart
{
    private static readonly Formula PhaseOne = new("upper control limit", "UCL = (m−1)²/m · β(1−α; p/2, (m−p−1)/2)", QualityBooks.TracyYoungMason);

    private static readonly Formula PhaseTwo = new("upper control limit", "UCL = p(m+1)(m−1)/(m(m−p)) · F(1−α; p, m−p)", QualityBooks.TracyYoungMason);

    private static readonly Formula SubgroupsOne = new("upper control limit", "UCL = p(m−1)(n−1)/(mn−m−p+1) · F(1−α; p, mn−m−p+1)", QualityBooks.Montgomery);

    private static readonly Formula SubgroupsTwo = new("upper control limit", "UCL = p(m+1)(n−1)/(mn−m−p+1) · F(1−α; p, mn−m−p+1)", QualityBooks.Montgomery);

    private static readonly Formula ContributionFormula = new("contribution of a characteristic", "dⱼ = T² − T²₍ⱼ₎", QualityBooks.Montgomery);

    /// <summary>T² of pieces, or of subgroups of pieces, each with the same characteristics.</summary>
    /// <param name="values">Piece after piece, its p characteristics in the same order. Finite.</param>
    /// <param name="characteristics">p. Range: 2 to 5.</param>
    /// <param name="size">n: pieces in a subgroup; 1 for single pieces. Range: ≥ 1.</param>
    /// <param name="falseAlarm">α: share of points beyond the limit while the process holds. Usual: 0.0027. Range: 0 &lt; α ≤ 0.5.</param>
    /// <param name="choices">Reference (its points have phase I limits, the later ones phase II limits) and exclusions; of the rules only the first is read. Frozen limits are not given this way: keep the reference in front.</param>
    /// <returns>One limit for the reference (phase I), one for later points (phase II); the centre line is the median of the same law.</returns>
    /// <exception cref="ArgumentException">A value is not finite, lengths do not match, the reference has too few points for p, or characteristics repeat one another.</exception>
    /// <exception cref="ArgumentOutOfRangeException">p, n or α is out of range.</exception>
    /// <remarks>O(values·p). Source: Tracy, Young and Mason, 1992.</remarks>
    /// <example><code>HotellingChart.Of(pairs, characteristics: 2).Upper.Known</code></example>
    public static ControlChart Of(ReadOnlySpan<double> values, int characteristics, int size = 1, double falseAlarm = 0.0027, ChartChoices? choices = null)
    {
        choices ??= ChartChoices.Usual;
        ArgumentOutOfRangeException.ThrowIfLessThan(characteristics, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(characteristics, 5);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Argument.Positive(falseAlarm, nameof(falseAlarm)), 0.5);
        var p = characteristics;
        if (values.Length == 0 || values.Length % (p * size) != 0)
        {
            throw new ArgumentException($"{values.Length} values are no whole number of subgroups of {size} pieces with {p} characteristics.", nameof(values));
        }

        if (choices.Standard is not null)
        {
            throw new ArgumentException("One centre and sigma do not say several characteristics; keep the reference in front and set ReferencePoints.", nameof(choices));
        }

        Charting.AllFinite(values, nameof(values), i => $"Characteristic {i % p + 1} of piece {i / p + 1}");
        var points = values.Length / (p * size);
        var reference = new ReferenceSet(choices, points);
        var degrees = size == 1 ? reference.Kept - p : reference.Kept * (size - 1) - p + 1;
        if (degrees < (size == 1 ? 2 : 1))
        {
            throw new ArgumentException($"{reference.Kept} points of {size} are too few to know how {p} characteristics vary together.", nameof(values));
        }

        var (mean, covariance, means) = Moments(values, p, size, reference);
        var root = Cholesky(covariance) ?? throw new ArgumentException("Characteristics repeat one another (one follows from the others): leave one out.", nameof(values));
        var distances = new double[points];
        for (var i = 0; i < points; i++)
        {
            distances[i] = size * Square(root, means.AsSpan(i * p, p), mean);
        }

        return Draw(distances, p, size, falseAlarm, degrees, reference, choices);
    }

    /// <summary>How much of one point's T² each characteristic brings: T² less what it is without that characteristic.</summary>
    /// <param name="values">As given to the chart.</param>
    /// <param name="characteristics">p. Range: 2 to 5.</param>
    /// <param name="point">Number of the point, from 1.</param>
    /// <param name="size">n: pieces in a subgroup. Range: ≥ 1.</param>
    /// <param name="choices">As given to the chart.</param>
    /// <returns>One share of the distance for each characteristic, 0 or more. They do not add up to T²: characteristics that vary together share some of it.</returns>
    /// <exception cref="ArgumentException">As for the chart.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point, or p or n is out of range.</exception>
    /// <remarks>O(values·p). The largest says where to look first, and proves no cause. Source: Montgomery, 2009, chapter 11.</remarks>
    /// <example><c>HotellingChart.Contributions(pairs, characteristics: 2, point: 7)[0]</c>: of the first characteristic of the seventh piece.</example>
    public static IReadOnlyList<Explained<double>> Contributions(ReadOnlySpan<double> values, int characteristics, int point, int size = 1, ChartChoices? choices = null) =>
        Contributions(values, characteristics, [point], size, choices)[0];

    /// <summary>The same for several points, the moments reckoned once.</summary>
    /// <param name="values">As given to the chart.</param>
    /// <param name="characteristics">p. Range: 2 to 5.</param>
    /// <param name="points">Numbers of the points, from 1.</param>
    /// <param name="size">n: pieces in a subgroup. Range: ≥ 1.</param>
    /// <param name="choices">As given to the chart.</param>
    /// <exception cref="ArgumentException">As for the chart.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point, or p or n is out of range.</exception>
    /// <remarks>O(values·p + points·p³). Source: Montgomery, 2009, chapter 11.</remarks>
    /// <example><c>HotellingChart.Contributions(pairs, 2, [7, 12])[1][0]</c>: of the first characteristic of the twelfth piece.</example>
    public static IReadOnlyList<IReadOnlyList<Explained<double>>> Contributions(ReadOnlySpan<double> values, int characteristics, IReadOnlyList<int> points, int size = 1, ChartChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        var chart = Of(values, characteristics, size, choices: choices);
        var p = characteristics;
        var (mean, covariance, means) = Moments(values, p, size, new ReferenceSet(choices ?? ChartChoices.Usual, chart.Points.Count));

        // A block of a matrix that has its root has its own.
        var blocks = Enumerable.Range(0, p).Select(left => (int[])[.. Enumerable.Range(0, p).Where(j => j != left)]).Select(kept => (Kept: kept, Root: Cholesky(Block(covariance, kept))!)).ToList();
        return Listed.Of(points.Select(point =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(point, 1, nameof(points));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(point, chart.Points.Count, nameof(points));
            var own = means.AsSpan((point - 1) * p, p).ToArray();
            var whole = chart.Points[point - 1].Value;
            return (IReadOnlyList<Explained<double>>)Listed.Of(blocks.Select(block =>
            {
                var without = size * Square(block.Root, [.. block.Kept.Select(j => own[j])], [.. block.Kept.Select(j => mean[j])]);
                return ContributionFormula.Gives(Math.Max(0, whole - without), Units.Ratio, new Term("T²", "distance", whole, Units.Ratio), new Term("T²₍ⱼ₎", "distance without the characteristic", without, Units.Ratio));
            }));
        }));
    }

    /// <summary>The lower half of a covariance without some characteristics.</summary>
    private static double[,] Block(double[,] covariance, int[] kept)
    {
        var block = new double[kept.Length, kept.Length];
        for (var a = 0; a < kept.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                block[a, b] = covariance[kept[a], kept[b]];
            }
        }

        return block;
    }

    private static ControlChart Draw(double[] distances, int p, int size, double falseAlarm, int degrees, ReferenceSet reference, ChartChoices choices)
    {
        double m = reference.Kept;
        double One(double tail) => size == 1
            ? (m - 1) * (m - 1) / m * Beta.InvCDF(p / 2.0, (m - p - 1) / 2, 1 - tail)
            : p * (m - 1) * (size - 1) / degrees * FisherSnedecor.InvCDF(p, degrees, 1 - tail);
        double Two(double tail) => FisherSnedecor.InvCDF(p, degrees, 1 - tail) * (size == 1 ? p * (m + 1) * (m - 1) / (m * degrees) : p * (m + 1) * (size - 1) / degrees);
        var later = reference.Last < distances.Length;
        var (one, two) = (One(falseAlarm), Two(falseAlarm));
        var (half, halfLater) = (One(0.5), Two(0.5));
        var n = later ? distances.Length : 1;
        var levels = new Levels(
            [.. Enumerable.Range(0, n).Select(i => i < reference.Last ? half : halfLater)],
            [double.NaN],
            [double.NegativeInfinity],
            [.. Enumerable.Range(0, n).Select(i => i < reference.Last ? one : two)]);
        Term[] terms = [new("p", "characteristics", p, Units.Ratio), new("m", "points of the reference", m, Units.Ratio), new("n", "pieces in a subgroup", size, Units.Ratio), new("α", "false alarms", falseAlarm, Units.Ratio)];
        var phaseOne = size == 1 ? PhaseOne : SubgroupsOne;
        Gap[] none = [new("", "no lower limit", GapKind.Impossible)];
        var upper = later
            ? (size == 1 ? PhaseTwo : SubgroupsTwo).Gives(two, Units.Ratio, [.. terms, new Term("UCL₁", "limit of the reference", one, Units.Ratio, From: new(phaseOne, terms, []))])
            : phaseOne.Gives(one, Units.Ratio, terms);
        var lines = new ChartLines(
            new Formula("median of the law", phaseOne.Symbols.Replace("UCL", "M", StringComparison.Ordinal).Replace("1−α", "0.5", StringComparison.Ordinal), phaseOne.Source).Gives(half, Units.Ratio, terms),
            new Formula("process standard deviation", "S: a matrix", QualityBooks.TracyYoungMason).Lacks<double>(Units.OfMeasure, [new("", "several characteristics have no single sigma", GapKind.Impossible)]),
            new Formula("lower control limit", "none", QualityBooks.TracyYoungMason).Lacks<double>(Units.Ratio, none),
            upper);
        return Charting.Make(ChartStatistic.HotellingDistance, distances, levels, lines, reference, choices, FollowedMeans.LimitsOf(choices), reference.Limitations(choices, 1, fewest: 20 * p));
    }

    /// <summary>Mean, covariance within subgroups (between pieces for single ones), means of the points.</summary>
    private static (double[] Mean, double[,] Covariance, double[] Means) Moments(ReadOnlySpan<double> values, int p, int size, ReferenceSet reference)
    {
        var means = new double[values.Length / size];
        var mean = new double[p];
        for (var i = 0; i < reference.Points; i++)
        {
            for (var j = 0; j < p; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < size; k++)
                {
                    sum += values[(i * size + k) * p + j] - values[j];
                }

                means[i * p + j] = values[j] + sum / size;
                mean[j] += reference.Holds(i) ? (means[i * p + j] - values[j]) / reference.Kept : 0;
            }
        }

        for (var j = 0; j < p; j++)
        {
            mean[j] += values[j];
        }

        var covariance = new double[p, p];
        double degrees = size == 1 ? reference.Kept - 1 : reference.Kept * (size - 1);
        for (var piece = 0; piece < values.Length / p; piece++)
        {
            var point = piece / size;
            if (!reference.Holds(point))
            {
                continue;
            }

            var around = size == 1 ? mean : means.AsSpan(point * p, p);
            for (var a = 0; a < p; a++)
            {
                for (var b = 0; b <= a; b++)
                {
                    covariance[a, b] += (values[piece * p + a] - around[a]) * (values[piece * p + b] - around[b]) / degrees;
                }
            }
        }

        return (mean, covariance, means);
    }

    private static double[,]? Cholesky(double[,] lower)
    {
        var p = lower.GetLength(0);
        var root = new double[p, p];
        for (var a = 0; a < p; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var rest = lower[a, b];
                for (var k = 0; k < b; k++)
                {
                    rest -= root[a, k] * root[b, k];
                }

                if (a == b && !(rest > 1e-12 * lower[a, a]))
                {
                    return null;
                }

                root[a, b] = a == b ? Math.Sqrt(rest) : rest / root[b, b];
            }
        }

        return root;
    }

    private static double Square(double[,] root, ReadOnlySpan<double> point, ReadOnlySpan<double> mean)
    {
        Span<double> solved = stackalloc double[point.Length];
        var square = 0.0;
        for (var a = 0; a < point.Length; a++)
        {
            var rest = point[a] - mean[a];
            for (var k = 0; k < a; k++)
            {
                rest -= root[a, k] * solved[k];
            }

            solved[a] = rest / root[a, a];
            square += solved[a] * solved[a];
        }

        return square;
    }
}
