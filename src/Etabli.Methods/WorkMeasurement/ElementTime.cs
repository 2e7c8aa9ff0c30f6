using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Distributions;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>A time that stands further from the others of its element than chance explains (fr: valeur suspecte). It is proposed, never dropped.</summary>
/// <param name="Observation">The time.</param>
/// <param name="Test">Grubbs' statistic of the normal times without the suspects named before it.</param>
/// <param name="Critical">G above which it is suspected.</param>
public sealed record SuspectTime(ObservedTime Observation, HypothesisTest Test, double Critical);

/// <summary>What the observations of one element come to (fr: temps d’un élément).</summary>
public sealed record ElementTime
{
    private const int MostSuspects = 20;

    private static readonly Source Barnes = new("Barnes, R. M.", "Motion and Time Study, 7th ed.", 1980, "chapter 21");
    private static readonly Formula ObservedFormula = new("mean observed time", "T̄O = ΣTO / n", Barnes);
    private static readonly Formula NormalFormula = new("normal time of an element", "TN = Σ(TO·JA / JA₀) / n", Barnes);
    private static readonly Formula CycleFormula = new("normal time per cycle", "TN·f", Barnes);
    private static readonly Formula DeviationFormula = new("standard deviation of normal times", "s = √(Σ(x − x̄)² / (n − 1))", new("ISO", "3534-1, Statistics - Vocabulary and symbols - Part 1", 2006));
    private static readonly Formula CoefficientFormula = new("coefficient of variation", "c = s / x̄", new("ISO", "3534-1, Statistics - Vocabulary and symbols - Part 1", 2006));
    private static readonly Formula TextbookFormula = new("number of observations, textbook", "n = ((2/h)·√(n′Σx² − (Σx)²) / Σx)², 2/h = 40 at ± 5 %, 95.45 %", Barnes);
    private static readonly Formula GeneralFormula = new("number of observations, general", "n = (z(1 − α/2)·s / (h·x̄))²", new("Niebel, B. W. and Freivalds, A.", "Methods, Standards, and Work Design, 11th ed.", 2003, "chapter 10"));

    internal ElementTime(WorkElement element, IReadOnlyList<ObservedTime> all, Func<ObservedTime, double> rating, TimeStudyChoices choices)
    {
        Element = element;
        Observations = Listed.Of(all);
        Counted = Listed.Of(all.Where(o => o.ExcludedBecause is null));
        Excluded = Listed.Of(all.Where(o => o.ExcludedBecause is not null));
        var normal = PerformanceRating.Normal(choices.Scale);
        double[] times = [.. Counted.Select(o => o.Time.TotalSeconds * rating(o) / normal)];
        NormalTimes = Listed.Of(times);
        var size = new Term("n", "number of values", times.Length, Units.Pieces, element.Code);
        if (times.Length == 0)
        {
            Gap[] none = [new(element.Code, "observations")];
            (MeanObserved, Mean, PerCycle) = (ObservedFormula.Lacks<TimeSpan>(Units.Seconds, none, size), NormalFormula.Lacks<TimeSpan>(Units.Seconds, none, size), CycleFormula.Lacks<TimeSpan>(Units.Seconds, none, size));
            (Deviation, Coefficient) = (DeviationFormula.Lacks<TimeSpan>(Units.Seconds, none, size), CoefficientFormula.Lacks<double>(Units.Ratio, none, size));
            (NeededByTextbook, Needed) = (TextbookFormula.Lacks<long>(Units.Pieces, none, size), GeneralFormula.Lacks<long>(Units.Pieces, none, size));
            Suspects = Listed.Of<SuspectTime>([]);
            return;
        }

        var (mean, squares) = Sample.Moments(times);
        var average = new Term("x̄", "mean normal time", mean, Units.Seconds, element.Code);
        MeanObserved = ObservedFormula.Gives(TimeSpan.FromSeconds(Counted.Average(o => o.Time.TotalSeconds)), Units.Seconds, size);
        Mean = NormalFormula.Gives(TimeSpan.FromSeconds(mean), Units.Seconds, size, new Term("JA₀", "normal rating", normal, Units.Ratio));
        PerCycle = CycleFormula.Gives(TimeSpan.FromSeconds(mean * element.Frequency), Units.Seconds, new Term("TN", "mean normal time", mean, Units.Seconds, element.Code, From: Mean.Because), new Term("f", "frequency per cycle", element.Frequency, Units.Ratio, element.Code));
        (Smallest, Largest) = (TimeSpan.FromSeconds(times.Min()), TimeSpan.FromSeconds(times.Max()));
        if (times.Length < 2)
        {
            Gap[] second = [new(element.Code, "second value")];
            (Deviation, Coefficient) = (DeviationFormula.Lacks<TimeSpan>(Units.Seconds, second, size), CoefficientFormula.Lacks<double>(Units.Ratio, second, size));
            (NeededByTextbook, Needed) = (TextbookFormula.Lacks<long>(Units.Pieces, second, size), GeneralFormula.Lacks<long>(Units.Pieces, second, size));
        }
        else
        {
            var s = Math.Sqrt(squares / (times.Length - 1));
            var spread = new Term("s", "standard deviation", s, Units.Seconds, element.Code);
            Deviation = DeviationFormula.Gives(TimeSpan.FromSeconds(s), Units.Seconds, size, average);
            Coefficient = CoefficientFormula.Gives(s / mean, Units.Ratio, spread, average);
            var z = NormalDistribution.UpperQuantile((1 - choices.Level) / 2);

            // n′Σx² − (Σx)² is n′ times the squares about the mean; said so, it keeps its digits.
            var textbook = 2 / choices.Margin * Math.Sqrt(times.Length * squares) / (times.Length * mean);
            var general = z * s / (choices.Margin * mean);
            NeededByTextbook = Rounded(TextbookFormula, textbook * textbook, new Term("n′", "number of values", times.Length, Units.Pieces, element.Code), average, new Term("h", "margin", choices.Margin, Units.Ratio));
            Needed = Rounded(GeneralFormula, general * general, spread, average, new Term("h", "margin", choices.Margin, Units.Ratio), new Term("1 − α", "level", choices.Level, Units.Ratio));
        }

        Suspects = Listed.Of(Suspected(times, choices.SuspicionRisk));
    }

    /// <summary>The element.</summary>
    public WorkElement Element { get; }

    /// <summary>All its times, in the order given.</summary>
    public IReadOnlyList<ObservedTime> Observations { get; }

    /// <summary>Those that count.</summary>
    public IReadOnlyList<ObservedTime> Counted { get; }

    /// <summary>Those left out, each with its reason.</summary>
    public IReadOnlyList<ObservedTime> Excluded { get; }

    /// <summary>x: the normal times counted, in seconds, in the order of <see cref="Counted"/>.</summary>
    public IReadOnlyList<double> NormalTimes { get; }

    /// <summary>Mean of the times read.</summary>
    public Explained<TimeSpan> MeanObserved { get; }

    /// <summary>x̄: mean normal time of one occurrence.</summary>
    public Explained<TimeSpan> Mean { get; }

    /// <summary>Normal time in one cycle, by the frequency.</summary>
    public Explained<TimeSpan> PerCycle { get; }

    /// <summary>Smallest normal time; null when none counts.</summary>
    public TimeSpan? Smallest { get; }

    /// <summary>Largest normal time; null when none counts.</summary>
    public TimeSpan? Largest { get; }

    /// <summary>s: sample standard deviation of the normal times.</summary>
    public Explained<TimeSpan> Deviation { get; }

    /// <summary>s / x̄.</summary>
    public Explained<double> Coefficient { get; }

    /// <summary>
    /// Observations needed for ± h by the formula of the textbooks: population standard deviation and two of them (95.45 %), 40 at ± 5 %.
    /// It asks for other numbers than <see cref="Needed"/>; a study says which it follows.
    /// </summary>
    public Explained<long> NeededByTextbook { get; }

    /// <summary>Observations needed for ± h at 1 − α by the sample standard deviation and the normal quantile.</summary>
    public Explained<long> Needed { get; }

    /// <summary>Times to look into, the most distant first.</summary>
    public IReadOnlyList<SuspectTime> Suspects { get; }

    /// <summary>
    /// The generalized extreme Studentized deviate test: the most distant value is set aside and the next tested, for at most a quarter of the values, 20 at most, and while 7 are left; all up to the last
    /// that is rejected are suspects, so that two on one side do not hide each other. Source: Rosner, B., Percentage Points for a Generalized ESD Many-Outlier Procedure, Technometrics 25(2), 1983.
    /// </summary>
    private List<SuspectTime> Suspected(double[] times, double risk)
    {
        var left = times.Select((t, i) => (Time: t, Of: Counted[i])).ToList();
        var (found, rejected) = (new List<SuspectTime>(), 0);
        while (left.Count >= 7 && found.Count < Math.Min(times.Length / 4, MostSuspects) && Grubbs.Of(left.Select(l => l.Time).ToArray(), risk: risk) is { Index: { } at } grubbs)
        {
            found.Add(new(left[at].Of, grubbs.Test, grubbs.Critical));
            left.RemoveAt(at);
            rejected = grubbs.Test.Conclusion == Conclusion.Rejected ? found.Count : rejected;
        }

        return found[..rejected];
    }

    private static Explained<long> Rounded(Formula formula, double size, params Term[] terms) => size <= SampleSize.Most
        ? formula.Gives(Math.Max(1, (long)Math.Ceiling(size - 1e-9)), Units.Pieces, [.. terms, new Term("n", "size before rounding", size, Units.Ratio)])
        : formula.Lacks<long>(Units.Pieces, [new("", "size within reach", GapKind.Impossible)], terms);
}
