using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Methods.Tests.Statistics;

/// <summary>Outliers and trends.</summary>
public sealed class SeriesTests
{
    [Fact]
    public void The_uranium_masses_of_Tietjen_and_Moore_hold_an_outlier_as_NIST_prints_it()
    {
        double[] masses = [199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57];
        var grubbs = Grubbs.Of(masses, Alternative.Greater);
        Assert.Equal(2.4687, grubbs.Test.Statistic!.Value, 1e-4);
        Assert.Equal(2.032, grubbs.Critical, 5e-4);
        Assert.Equal((7, 245.57, Conclusion.Rejected), (grubbs.Index, grubbs.Value, grubbs.Test.Conclusion));
        Assert.Equal(2.1266, Grubbs.Of(masses).Critical, 1e-4);
        Assert.Equal((0, Conclusion.NotRejected), (Grubbs.Of(masses, Alternative.Less).Index, Grubbs.Of(masses, Alternative.Less).Test.Conclusion));
    }

    [Fact]
    public void At_the_critical_value_p_is_the_risk()
    {
        var dice = new Random(30);
        for (var i = 0; i < 40; i++)
        {
            var values = Dice.Normals(dice, dice.Next(4, 40));
            var (grubbs, risk) = (Grubbs.Of(values), 0.05);
            var p = grubbs.Test.Probability!.Value;
            Assert.Equal(grubbs.Test.Statistic > grubbs.Critical, p < risk);
            Assert.Equal(grubbs.Test.Statistic!.Value, Grubbs.Of(values, risk: Math.Clamp(p, 1e-12, 0.999)).Critical, p < 0.9 ? 1e-9 : 10);
            Assert.Equal(grubbs.Test.Statistic.Value, Grubbs.Of([.. values.Select(v => 7 - 3 * v)]).Test.Statistic!.Value, 1e-10);
        }

        Assert.Equal(0, Grubbs.Of([0, 0, 0, 1]).Test.Probability!.Value, 1e-6);
        Assert.Equal(Conclusion.Unknown, Grubbs.Of([2, 2, 2]).Test.Conclusion);
    }

    [Fact]
    public void Five_clean_samples_of_a_hundred_lose_a_value_to_Grubbs()
    {
        var dice = new Random(31);
        var rejected = Enumerable.Range(0, 3000).Count(_ => Grubbs.Of(Dice.Normals(dice, 12)).Test.Conclusion == Conclusion.Rejected);
        Assert.InRange(rejected / 3000.0, 0.034, 0.066);
    }

    [Fact]
    public void A_box_tells_mild_and_extreme_outliers_apart()
    {
        var box = Boxplot.Of([1, 2, 3, 4, 5, 6, 7, 8, 30]);
        Assert.Equal((3.0, 5.0, 7.0), (box.LowerQuartile, box.Median, box.UpperQuartile));
        Assert.Equal((-3.0, 13.0), box.InnerFences);
        Assert.Equal((-9.0, 19.0), box.OuterFences);
        Assert.Equal((1.0, 8.0), (box.LowerWhisker, box.UpperWhisker));
        Assert.Equal([new Outlier(8, 30, true)], box.Outliers);
        Assert.Equal([new Outlier(0, 15, false)], Boxplot.Of([15, 1, 2, 3, 4, 5, 6, 7, 8]).Outliers);
        Assert.Empty(Boxplot.Of([4, 4, 4]).Outliers);
    }

    [Fact]
    public void Gilberts_example_of_Mann_and_Kendall_gives_S_of_6()
    {
        var test = Trend.MannKendall([5, 6, 11, 8, 10]);
        Assert.Equal(6, test.Statistic);
        Assert.Equal(0.6, test.Estimates[1].Value, 1e-14);
        Assert.Equal(Math.Sqrt(5 * 4 * 15 / 18.0), test.Because.Terms[1].Value, 1e-14);

        // z = (6 − 1) / √(50/3) = 1.224745, two-sided.
        Assert.Equal(0.220671, test.Probability!.Value, 1e-6);
        Assert.Equal(0.110336, Trend.MannKendall([5, 6, 11, 8, 10], alternative: Alternative.Greater).Probability!.Value, 1e-6);
        Assert.Equal(0.110336, Trend.MannKendall([10, 8, 11, 6, 5], alternative: Alternative.Less).Probability!.Value, 1e-6);

        // Slopes: 1, 3, 1, 1.25, 5, 1, 4/3, −3, −0.5, 2: median (1 + 1.25) / 2.
        Assert.Equal(1.125, test.Estimate!.Value, 1e-14);
    }

    [Fact]
    public void A_straight_rise_is_seen_and_its_slope_read_in_the_unit_of_time()
    {
        double[] times = [0, 1, 3, 4, 8, 9, 10, 12], series = [.. times.Select(t => 5 - 0.25 * t)];
        var test = Trend.MannKendall(series, times);
        Assert.Equal((-28.0, Conclusion.Rejected), (test.Statistic, test.Conclusion));
        Assert.Equal(-0.25, test.Estimate!.Value, 1e-14);
        Assert.Equal(Conclusion.Unknown, Trend.MannKendall([1, 1, 1, 1]).Conclusion);
        Assert.Equal("times", Assert.Throws<ArgumentException>(() => Trend.MannKendall([1, 2, 3, 4], [1, 2, 2, 3])).ParamName);
    }

    [Fact]
    public void Sens_interval_holds_the_slope_as_often_as_it_says()
    {
        var dice = new Random(32);
        var held = Enumerable.Range(0, 1000).Count(_ => Trend.MannKendall([.. Enumerable.Range(0, 15).Select(i => 0.3 * i + Dice.Normal(dice))]).Estimate!.Interval!.Value.Contains(0.3));
        Assert.InRange(held / 1000.0, 0.92, 0.98);
    }

    [Fact]
    public void Runs_are_counted_over_every_order()
    {
        // 4 above and 4 below: 70 orders, counted by hand of the machine.
        double[] order = [1, 2, 7, 8, 3, 9, 4, 10];
        var test = Trend.Runs(order, Alternative.Greater);
        var counts = new List<int>();
        for (var mask = 0; mask < 256; mask++)
        {
            if (int.PopCount(mask) == 4)
            {
                counts.Add(1 + Enumerable.Range(0, 7).Count(i => (mask >> i & 1) != (mask >> (i + 1) & 1)));
            }
        }

        Assert.Equal(6, test.Statistic);
        Assert.Equal(counts.Count(c => c >= 6) / 70.0, test.Probability!.Value, 1e-12);
        Assert.Equal(2.0 / 70, Trend.Runs([1, 2, 3, 4, 5, 6, 7, 8], Alternative.Less).Probability!.Value, 1e-12);
        Assert.Equal(Conclusion.Unknown, Trend.Runs([3, 3, 3]).Conclusion);
        var dice = new Random(33);
        var series = Dice.Normals(dice, 60);
        Assert.Equal(Trend.Runs(series).Probability!.Value, Trend.Runs([.. series, 1e6, -1e6]).Probability!.Value, 0.25);
    }

    [Theory]
    [InlineData("Lottery", 13)]
    [InlineData("Michelso", 12)]
    [InlineData("NumAcc1", 14)]
    [InlineData("NumAcc2", 14)]
    [InlineData("NumAcc4", 7)]
    public void The_certified_autocorrelations_of_NIST_are_found(string set, double digits)
    {
        var certified = Nist.Number(Nist.Certified(set), "autocorr_lag1");
        var series = Nist.Columns(set)["y"];
        var found = series.Length < 4 ? Trend.LagOne(series)!.Value : Trend.SerialCorrelation(series).Estimate!.Value;
        Assert.True(Nist.Digits(certified, found) >= digits, $"{set}: {Nist.Digits(certified, found):F1} digits");
    }

    [Fact]
    public void Neighbours_that_resemble_each_other_are_seen()
    {
        var dice = new Random(34);
        var series = new double[200];
        for (var i = 1; i < series.Length; i++)
        {
            series[i] = 0.6 * series[i - 1] + Dice.Normal(dice);
        }

        Assert.Equal(Conclusion.Rejected, Trend.SerialCorrelation(series, Alternative.Greater).Conclusion);
        Assert.Equal(Conclusion.Rejected, Trend.Runs(series, Alternative.Less).Conclusion);
        Assert.Equal(Conclusion.Unknown, Trend.SerialCorrelation([1, 1, 1, 1]).Conclusion);
    }
}
