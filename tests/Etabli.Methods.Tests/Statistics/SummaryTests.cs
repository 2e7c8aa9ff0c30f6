using Etabli.Methods.Statistics;

namespace Etabli.Methods.Tests.Statistics;

public sealed class SummaryTests
{
    /// <summary>NumAcc4 holds 10000000.1 and its like: as doubles they are off by 1E−9, so that 8 digits of their spread of 0.1 is all there is.</summary>
    [Theory]
    [InlineData("Lottery", 15, 15)]
    [InlineData("Michelso", 15, 13)]
    [InlineData("NumAcc1", 15, 15)]
    [InlineData("NumAcc2", 15, 14)]
    [InlineData("NumAcc4", 15, 8)]
    public void The_certified_means_and_spreads_of_NIST_are_found(string set, double digitsOfMean, double digitsOfSpread)
    {
        var certified = Nist.Certified(set);
        var summary = Summary.Of(Nist.Columns(set)["y"]);
        Assert.Equal(certified.GetProperty("n").GetInt64(), summary.Count);
        var (mean, spread) = (Nist.Digits(Nist.Number(certified, "mean"), summary.Mean.Known), Nist.Digits(Nist.Number(certified, "sd"), summary.StandardDeviation.Known));
        Assert.True(mean >= digitsOfMean && spread >= digitsOfSpread, $"{set}: mean {mean:F1} digits, sd {spread:F1}");
    }

    [Theory]
    [InlineData("pistonrings", "pistonrings.csv")]
    [InlineData("antifreeze", "antifreeze.csv")]
    public void Shape_and_interval_agree_with_R(string name, string file)
    {
        var expected = DemoFactory.Published("spc/expected/descriptive.json").GetProperty(name);
        var values = SpcColumn(file, name == "pistonrings" ? 125 : null);
        var summary = Summary.Of(values);
        Assert.Equal(Number("n"), summary.Count);
        Assert.Equal(Number("mean"), summary.Mean.Known, 1e-13 * 74);
        Assert.Equal(Number("sd"), summary.StandardDeviation.Known, 1e-14);
        Assert.Equal((Number("min"), Number("max")), (summary.Minimum, summary.Maximum));
        Assert.Equal(Number("skew_g1"), summary.MomentSkewness.Known, 1e-9);
        Assert.Equal(Number("skew_G1"), summary.Skewness.Known, 1e-9);
        Assert.Equal(Number("kurt_excess_g2"), summary.MomentKurtosis.Known, 1e-9);
        Assert.Equal(Number("kurt_excess_G2"), summary.Kurtosis.Known, 1e-9);
        var interval = Confidence.OfMean(summary).Known;
        Assert.Equal(expected.GetProperty("ci95_mean")[0].GetDouble(), interval.Low!.Value, 1e-11);
        Assert.Equal(expected.GetProperty("ci95_mean")[1].GetDouble(), interval.High!.Value, 1e-11);
        double Number(string key) => expected.GetProperty(key).GetDouble();
    }

    [Fact]
    public void Two_to_nine_have_a_variance_of_32_sevenths()
    {
        var summary = Summary.Of([2, 4, 4, 4, 5, 5, 7, 9]);
        Assert.Equal(32.0 / 7, summary.Variance.Known, 1e-15);
        Assert.Equal(5, summary.Mean.Known);
        Assert.Equal("s² = Σ(x − x̄)² / (n − 1)", summary.Variance.Because.Formula.Symbols);
    }

    [Fact]
    public void Merging_two_summaries_is_summarising_all()
    {
        var dice = new Random(11);
        for (var i = 0; i < 200; i++)
        {
            var values = Enumerable.Range(0, dice.Next(4, 5000)).Select(_ => 1000 + dice.NextDouble() * dice.NextDouble()).ToArray();
            var cut = dice.Next(0, values.Length + 1);
            var whole = Summary.Of(values);
            var merged = Summary.Of(values.AsSpan(0, cut)).Merge(Summary.Of(values.AsSpan(cut)));
            MustAgree(whole, merged, 1e-12);
            var oneByOne = values.Take(300).Aggregate(Summary.Empty, (s, v) => s.With([v]));
            MustAgree(Summary.Of(values.AsSpan(0, Math.Min(300, values.Length))), oneByOne, 1e-12);
        }
    }

    [Fact]
    public void A_shift_moves_the_mean_alone_and_a_scale_moves_what_has_a_unit()
    {
        var dice = new Random(12);
        for (var i = 0; i < 100; i++)
        {
            var values = Enumerable.Range(0, dice.Next(5, 200)).Select(_ => (double)dice.Next(-50, 50)).ToArray();
            if (values.Distinct().Count() == 1)
            {
                continue;
            }

            var (plain, moved, scaled) = (Summary.Of(values), Summary.Of([.. values.Select(v => v + 1e9)]), Summary.Of([.. values.Select(v => v * -4)]));
            Assert.Equal(plain.Mean.Known + 1e9, moved.Mean.Known);
            Assert.Equal(plain.Variance.Known, moved.Variance.Known, 1e-12 * plain.Variance.Known);
            Assert.Equal(plain.Skewness.Known, moved.Skewness.Known, 1e-11);
            Assert.Equal(plain.Kurtosis.Known, moved.Kurtosis.Known, 1e-11);
            Assert.Equal(plain.StandardDeviation.Known * 4, scaled.StandardDeviation.Known, 1e-12 * scaled.StandardDeviation.Known);
            Assert.Equal(-plain.Skewness.Known, scaled.Skewness.Known, 1e-11);
            Assert.Equal(plain.Kurtosis.Known, scaled.Kurtosis.Known, 1e-11);
        }
    }

    [Fact]
    public void What_does_not_exist_is_a_gap_and_never_NaN()
    {
        Assert.Equal([new Gap("", "values")], Summary.Empty.Mean.Because.Gaps);
        Assert.Null(Summary.Empty.Minimum);
        Assert.Equal([new Gap("", "second value")], Summary.Of([3]).Variance.Because.Gaps);
        Assert.Equal(0, Summary.Of([3, 3, 3]).StandardDeviation.Known);
        Assert.Equal([new Gap("", "spread of the values", GapKind.Impossible)], Summary.Of([0.1, 0.1, 0.1, 0.1]).Skewness.Because.Gaps);
        Assert.False(Summary.Of([1, 2, 3]).Kurtosis.IsKnown);
        Assert.False(Summary.Of([1e-300, 2e-300, 3e-300, 4e-300]).Kurtosis.IsKnown);
        Assert.True(double.IsFinite(Summary.Of([1e75, -1e75, 3, 4, 1e75]).Kurtosis.Known));
        Assert.False(Confidence.OfMean(Summary.Of([3])).IsKnown);
        Assert.False(Confidence.OfMedian([1, 2, 3]).IsKnown);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1e76)]
    public void A_value_that_is_no_measure_is_refused_wherever_it_stands(double wild)
    {
        for (var at = 0; at < 9; at++)
        {
            var values = Enumerable.Repeat(1.5, 9).ToArray();
            values[at] = wild;
            Assert.Equal("values", Assert.Throws<ArgumentOutOfRangeException>(() => Summary.Of(values)).ParamName);
        }
    }

    [Fact]
    public void Ninety_five_intervals_of_a_hundred_hold_the_truth()
    {
        var dice = new Random(13);
        var (means, spreads, medians, drawn) = (0, 0, 0, 4000);
        for (var i = 0; i < drawn; i++)
        {
            var values = Enumerable.Range(0, 15).Select(_ => 10 + 2 * Dice.Normal(dice)).ToArray();
            var summary = Summary.Of(values);
            means += Confidence.OfMean(summary).Known.Contains(10) ? 1 : 0;
            spreads += Confidence.OfStandardDeviation(summary).Known.Contains(2) ? 1 : 0;
            medians += Confidence.OfMedian(values).Known.Contains(10) ? 1 : 0;
        }

        // 4 standard errors of a share of 0.95 over 4 000 draws are 0.0138.
        Assert.InRange(means / (double)drawn, 0.936, 0.964);
        Assert.InRange(spreads / (double)drawn, 0.936, 0.964);
        Assert.Equal(Confidence.OfMedian(Enumerable.Range(0, 15).Select(i => (double)i).ToArray()).Known.Level, medians / (double)drawn, 0.0138);
    }

    [Fact]
    public void A_trimmed_mean_forgets_the_ends()
    {
        Assert.Equal(3, TrimmedMean.Of([1, 2, 3, 4, 100], 0.2).Known);
        Assert.Equal(22, TrimmedMean.Of([1, 2, 3, 4, 100], 0).Known);
        Assert.Equal(29, TrimmedMean.Of(Enumerable.Range(0, 100).Select(i => (double)i).ToArray(), 0.29).Because.Terms.Single(t => t.Symbol == "g").Value);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => TrimmedMean.Of([1, 2], 0.5)).ParamName);
    }

    [Fact]
    public void The_median_of_ten_lies_between_the_second_and_the_ninth_at_97_9_per_cent()
    {
        var interval = Confidence.OfMedian([10, 1, 9, 2, 8, 3, 7, 4, 6, 5]).Known;
        Assert.Equal((2.0, 9.0), (interval.Low, interval.High));
        Assert.Equal(1 - 22.0 / 1024, interval.Level, 1e-12);
        var variance = Confidence.OfVariance(Summary.Of([1, 2, 3, 4, 5])).Known;
        Assert.Equal(0.897401, variance.Low!.Value, 1e-6);
        Assert.Equal(20.6433, variance.High!.Value, 1e-3);
    }

    internal static double[] SpcColumn(string file, int? first = null)
    {
        var lines = DemoFactory.PublishedLines($"spc/{file}");
        var names = lines[0].Split(',');
        var at = file == "pistonrings.csv" ? Array.IndexOf(names, "diameter") : names.Length - 1;
        return [.. lines.Skip(1).Where(l => l.Length > 0).Take(first ?? int.MaxValue).Select(l => DemoFactory.Number(l.Split(',')[at]))];
    }

    private static void MustAgree(Summary expected, Summary actual, double relative)
    {
        Assert.Equal((expected.Count, expected.Minimum, expected.Maximum), (actual.Count, actual.Minimum, actual.Maximum));
        Assert.Equal(expected.Mean.Known, actual.Mean.Known, relative);
        Assert.Equal(expected.Variance.Known, actual.Variance.Known, relative * expected.Variance.Known);
        Assert.Equal(expected.Skewness.Known, actual.Skewness.Known, relative * 10);
        Assert.Equal(expected.Kurtosis.Known, actual.Kurtosis.Known, relative * 10);
    }
}
