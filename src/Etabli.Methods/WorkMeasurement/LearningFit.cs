using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Regression;

namespace Etabli.Methods.WorkMeasurement;

/// <summary>One time of a unit, or one average of the first units (fr: temps relevé d’une pièce).</summary>
/// <param name="Number">Which unit; for Wright's curve how many units the average is of. From 1.</param>
/// <param name="Time">In any unit, the same for all. Range: above 0.</param>
public readonly record struct LearntTime(long Number, double Time);

/// <summary>The learning curve that measured times say (fr: courbe d’apprentissage ajustée).</summary>
/// <remarks>
/// A straight line of log y on log n by least squares. The interval holds for units timed independently (Crawford); averages of the first units are made of each other, so with Wright's curve it is too narrow and
/// is not given. The fit goes through the middle of the times on a log scale: their median rather than their mean.
/// Sources: Crawford, J. R., Learning Curve, Ship Curve, Ratios, Related Data, Lockheed, 1944; Draper, N. R. and Smith, H., Applied Regression Analysis, 3rd ed., 1998.
/// </remarks>
/// <example>
/// <code>
/// var fit = LearningFit.Of([new(1, 100), new(2, 80), new(4, 64)], LearningModel.Crawford);
/// fit.Rate.Known; // 0.8
/// fit.Curve!.Unit(8); // 51.2
/// </code>
/// </example>
public sealed record LearningFit
{
    private static readonly Source Crawford = new("Crawford, J. R.", "Learning Curve, Ship Curve, Ratios, Related Data", 1944);
    private static readonly Formula RateFormula = new("learning rate", "r = 2^b, ln y = ln a + b·ln n", Crawford);
    private static readonly Formula FirstFormula = new("time of the first unit", "a = e^(mean of ln y − b·mean of ln n)", Crawford);

    private LearningFit(IReadOnlyList<LearntTime> times, LearningModel model, double level)
    {
        (Times, Model, Level) = (times, model, level);
        double[] x = [.. times.Select(t => Math.Log(t.Number))];
        double[] y = [.. times.Select(t => Math.Log(t.Time))];
        var size = new Term("n", "number of values", times.Count, Units.Pieces);
        if (x.Distinct().Take(2).Count() < 2)
        {
            Gap[] second = [new("", "second unit")];
            (Rate, First) = (RateFormula.Lacks<double>(Units.Ratio, second, size), FirstFormula.Lacks<double>(Units.OfMeasure, second, size));
            return;
        }

        double exponent, constant;
        if (times.Count > 2)
        {
            Line = LinearRegression.Line(x, y, "ln n", level: level);
            (exponent, constant) = (Line["ln n"].Value, Line[LinearRegression.Constant].Value);
            if (model == LearningModel.Crawford && Line["ln n"].Interval is { Low: { } low, High: { } high })
            {
                Interval = new(Math.Pow(2, low), Math.Pow(2, high), level);
            }
        }
        else
        {
            exponent = (y[1] - y[0]) / (x[1] - x[0]);
            constant = y[0] - exponent * x[0];
        }

        var (rate, first) = (Math.Pow(2, exponent), Math.Exp(constant));
        Term[] terms = [size, new("b", "exponent", exponent, Units.Ratio)];
        Rate = RateFormula.Gives(rate, Units.Ratio, terms);
        First = FirstFormula.Gives(first, Units.OfMeasure, terms);
        IsLearning = rate is > 0.5 and < 1;
        Curve = rate is > 0.5 and <= 1 ? new(first, rate, model) : null;
    }

    /// <summary>The times, in the order of their numbers.</summary>
    public IReadOnlyList<LearntTime> Times { get; }

    /// <summary>What falls: the average or the unit.</summary>
    public LearningModel Model { get; }

    /// <summary>1 − α of the interval.</summary>
    public double Level { get; }

    /// <summary>r: what is left when the number doubles; a gap under two different numbers. Above 1 the times grow.</summary>
    public Explained<double> Rate { get; }

    /// <summary>a: time of the first unit the curve goes through, in the unit of the times.</summary>
    public Explained<double> First { get; }

    /// <summary>Where the true rate lies; null under three times, for an exact fit, and for Wright's curve.</summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>The line of the logarithms; null under three times.</summary>
    public LinearRegression? Line { get; }

    /// <summary>The curve; null when the times do not fall as people learn: a rate of 50 % or under, or above 100 %.</summary>
    public LearningCurve? Curve { get; }

    /// <summary>Whether the rate is one of learning: above 50 % and under 100 %.</summary>
    public bool IsLearning { get; }

    /// <summary>Whether the times surely fall: the whole interval lies under 100 %; null without an interval.</summary>
    public bool? SurelyFalls => Interval?.High is { } high ? high < 1 : null;

    /// <summary>Fits a curve.</summary>
    /// <param name="times">The times, in any order; a number may come more than once.</param>
    /// <param name="model">What they are: times of units, or averages of the first units.</param>
    /// <param name="level">1 − α. Range: above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number below 1, a time that is not above 0 or not finite, or the level is no share.</exception>
    /// <remarks>O(n log n).</remarks>
    public static LearningFit Of(IEnumerable<LearntTime> times, LearningModel model, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(times);
        Sample.Share(level, nameof(level));
        var all = times.OrderBy(t => t.Number).ToList();
        foreach (var one in all)
        {
            Argument.Positive(one.Number, nameof(times));
            Argument.Positive(Argument.Finite(one.Time, nameof(times)), nameof(times));
        }

        return new(Listed.Of(all), model, level);
    }

    /// <summary>The averages of the first units, from the times of units that follow each other from the first.</summary>
    /// <param name="times">Times of the units.</param>
    /// <returns>An average for each unit; null when a unit is missing or comes twice.</returns>
    public static IReadOnlyList<LearntTime>? Averages(IEnumerable<LearntTime> times)
    {
        ArgumentNullException.ThrowIfNull(times);
        var all = times.OrderBy(t => t.Number).ToList();
        if (all.Index().Any(t => t.Item.Number != t.Index + 1))
        {
            return null;
        }

        var (averages, sum) = (new List<LearntTime>(), 0.0);
        foreach (var one in all)
        {
            sum += one.Time;
            averages.Add(new(one.Number, sum / one.Number));
        }

        return averages;
    }
}
