using System.Numerics;

namespace Etabli.Methods.Quality;

/// <summary>Centre, sigma and limits of points: arrays of one value when all points share it, of one per point otherwise.</summary>
/// <param name="Centre">Centre line.</param>
/// <param name="Sigma">Standard deviation of the plotted statistic; NaN where it has none. Never leaves the room.</param>
/// <param name="Lower">Lower limit; −∞ for none.</param>
/// <param name="Upper">Upper limit; +∞ for none.</param>
internal sealed record Levels(double[] Centre, double[] Sigma, double[] Lower, double[] Upper)
{
    public static double At(double[] level, int i) => level[level.Length == 1 ? 0 : i];
}

/// <summary>Reads the rules over the points in one pass, O(points), with a memory that does not grow.</summary>
internal sealed partial class RuleReading(RunRules rules, int firstNumber)
{
    private readonly List<RuleRun> runs = [];
    private readonly int sameSide = rules.SameSide ?? int.MaxValue;
    private readonly int trend = rules.Trend ?? int.MaxValue;
    private readonly int alternating = rules.Alternating ?? int.MaxValue;
    private readonly int hugs = rules.HuggingCentre ?? int.MaxValue;
    private readonly int avoids = rules.AvoidingCentre ?? int.MaxValue;
    private readonly (int Points, uint Window) two = Window(rules.BeyondTwoSigmas);
    private readonly (int Points, uint Window) one = Window(rules.BeyondOneSigma);
    private readonly int[] open = [.. Enumerable.Repeat(-1, 8 * 3)];
    private int sideLength;
    private int side;
    private int stepLength;
    private int step;
    private int turnLength;
    private int hugging;
    private int avoiding;
    private uint aboveTwo;
    private uint belowTwo;
    private uint aboveOne;
    private uint belowOne;

    public List<RuleRun> Read(double[] values, Levels levels, bool[]? skipped, byte[] broken)
    {
        var patterns = rules with { BeyondLimits = false } != RunRules.None;
        var vary = Math.Max(Math.Max(levels.Centre.Length, levels.Sigma.Length), Math.Max(levels.Lower.Length, levels.Upper.Length)) > 1;
        var (centre, sigma, lower, upper) = (levels.Centre[0], levels.Sigma[0], levels.Lower[0], levels.Upper[0]);
        if (!vary && skipped is null && Longest <= LongestRun)
        {
            ReadWords(values, centre, sigma, lower, upper, broken);
            return Sorted();
        }

        var previous = double.NaN;
        for (var i = 0; i < values.Length; i++)
        {
            if (skipped is not null && skipped[i])
            {
                Forget();
                previous = double.NaN;
                continue;
            }

            if (vary)
            {
                (centre, sigma, lower, upper) = (Levels.At(levels.Centre, i), Levels.At(levels.Sigma, i), Levels.At(levels.Lower, i), Levels.At(levels.Upper, i));
            }

            var value = values[i];
            var signs = ChartRule.None;
            if (rules.BeyondLimits && (value > upper || value < lower))
            {
                signs = Sign(ChartRule.BeyondLimits, value > upper ? 1 : -1, i, i, joins: i - 1);
            }

            if (patterns)
            {
                signs |= OneSide(value - centre, i) | Movement(value - previous, i) | Zones(value - centre, sigma, i);
                previous = value;
            }

            broken[i] = (byte)signs;
        }

        return Sorted();
    }

    private List<RuleRun> Sorted()
    {
        runs.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Rule.CompareTo(b.Rule));
        return runs;
    }

    private static (int Points, uint Window) Window(PointsAmong? asked) => asked is { } a ? (a.Points, a.Among == 32 ? uint.MaxValue : (1u << a.Among) - 1) : (int.MaxValue, 0);

    private static int Side(double of) => (of > 0 ? 1 : 0) - (of < 0 ? 1 : 0);

    private ChartRule OneSide(double away, int i)
    {
        var now = Side(away);
        sideLength = now == 0 ? 0 : now == side ? sideLength + 1 : 1;
        side = now;
        return sideLength >= sameSide ? Sign(ChartRule.SameSide, side, i - sideLength + 1, i, i - 1) : ChartRule.None;
    }

    private ChartRule Movement(double difference, int i)
    {
        var now = Side(difference);
        stepLength = now == 0 ? 1 : now == step ? stepLength + 1 : 2;
        turnLength = now == 0 ? 1 : now == -step ? turnLength + 1 : 2;
        step = now;
        var signs = ChartRule.None;
        if (stepLength >= trend)
        {
            signs |= Sign(ChartRule.Trend, step, i - stepLength + 1, i, i - 1);
        }

        if (turnLength >= alternating)
        {
            signs |= Sign(ChartRule.Alternating, 0, i - turnLength + 1, i, i - 1);
        }

        return signs;
    }

    private ChartRule Zones(double away, double sigma, int i)
    {
        var signs = Among(ref aboveTwo, away > 2 * sigma, two, ChartRule.BeyondTwoSigmas, 1, i)
            | Among(ref belowTwo, away < -2 * sigma, two, ChartRule.BeyondTwoSigmas, -1, i)
            | Among(ref aboveOne, away > sigma, one, ChartRule.BeyondOneSigma, 1, i)
            | Among(ref belowOne, away < -sigma, one, ChartRule.BeyondOneSigma, -1, i);
        var distance = Math.Abs(away);
        hugging = distance < sigma ? hugging + 1 : 0;
        avoiding = distance > sigma ? avoiding + 1 : 0;
        if (hugging >= hugs)
        {
            signs |= Sign(ChartRule.HuggingCentre, 0, i - hugging + 1, i, i - 1);
        }

        if (avoiding >= avoids)
        {
            signs |= Sign(ChartRule.AvoidingCentre, 0, i - avoiding + 1, i, i - 1);
        }

        return signs;
    }

    private ChartRule Among(ref uint memory, bool beyond, (int Points, uint Window) asked, ChartRule rule, int towards, int i)
    {
        memory = unchecked(memory << 1) | (beyond ? 1u : 0);
        var seen = memory & asked.Window;
        if (BitOperations.PopCount(seen) < asked.Points || !beyond)
        {
            return ChartRule.None;
        }

        var first = i - BitOperations.Log2(seen);
        return Sign(rule, towards, first, i, first);
    }

    /// <summary>Opens a run, or lengthens the one of the same rule and side that reaches at least <paramref name="joins"/>.</summary>
    private ChartRule Sign(ChartRule rule, int towards, int first, int last, int joins)
    {
        var place = BitOperations.TrailingZeroCount((int)rule) * 3 + towards + 1;
        var known = open[place];
        if (known >= 0 && runs[known].Last >= joins + firstNumber)
        {
            runs[known] = runs[known] with { Last = last + firstNumber };
        }
        else
        {
            open[place] = runs.Count;
            runs.Add(new(rule, first + firstNumber, last + firstNumber, last + firstNumber, towards));
        }

        return rule;
    }

    private void Forget()
    {
        (sideLength, side, stepLength, step, turnLength, hugging, avoiding) = (0, 0, 0, 0, 0, 0, 0);
        (aboveTwo, belowTwo, aboveOne, belowOne) = (0, 0, 0, 0);
    }
}
