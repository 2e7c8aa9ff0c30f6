using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Methods.Tests.Statistics;

public sealed class SampleSizeTests
{
    [Fact]
    public void Sizes_agree_with_R()
    {
        var expected = DemoFactory.Published("spc/expected/sample_size.json").GetProperty("values");
        double Number(string name) => expected.GetProperty(name).GetDouble();
        static double Exact(Explained<long> size) => size.Because.Terms.Single(t => t.Name == "size before rounding").Value;

        // R stops its search within 1E−4 of the root.
        Assert.Equal(Number("power_t_two_sample_delta1_sd1_p90"), Exact(SampleSize.ForTTest(1, 1, 0.9)), 1e-4);
        Assert.Equal(Number("power_t_one_sample_delta05_sd1_p80"), Exact(SampleSize.ForTTest(0.5, 1, 0.8, TestDesign.OneSample)), 1e-4);
        Assert.Equal(Number("power_prop_50_75_p90"), Exact(SampleSize.ForTwoShares(0.5, 0.75, 0.9)), 1e-4);
        Assert.Equal(Number("z_mean_sigma15_E3_95"), SampleSize.ForMean(15, 3).Known);
        Assert.Equal(Number("z_prop_p05_E003_95"), SampleSize.ForShare(0.03, 0.05).Known);
        Assert.Equal(Number("prop_worst_E005_95"), SampleSize.ForShare(0.05).Known);
    }

    [Fact]
    public void Twenty_a_side_see_one_deviation_at_86_9_per_cent()
    {
        // R prints 0.8689528 with the tail of the difference alone; the other one adds 2E−7.
        Assert.Equal(0.8689528, SampleSize.PowerOfTTest(20, 1, 1, alternative: Alternative.Greater, risk: 0.025).Known, 5e-8);
        Assert.Equal(0.8689530, SampleSize.PowerOfTTest(20, 1, 1).Known, 5e-8);
        Assert.Equal(23, SampleSize.ForTTest(1, 1, 0.9).Known);
        Assert.Equal(77, SampleSize.ForTwoShares(0.50, 0.75, 0.9).Known);
    }

    [Fact]
    public void The_size_found_reaches_the_power_and_one_less_does_not()
    {
        foreach (var (effect, power, design, alternative) in new[] { (0.3, 0.8, TestDesign.OneSample, Alternative.TwoSided), (1.2, 0.95, TestDesign.TwoSamples, Alternative.Greater), (0.02, 0.8, TestDesign.TwoSamples, Alternative.TwoSided), (6, 0.5, TestDesign.TwoSamples, Alternative.TwoSided) })
        {
            var n = SampleSize.ForTTest(effect, 1, power, design, alternative).Known;
            Assert.True(SampleSize.PowerOfTTest(n, effect, 1, design, alternative).Known >= power - 1e-9);
            Assert.True(n == 2 || SampleSize.PowerOfTTest(n - 1, effect, 1, design, alternative).Known < power);
        }
    }

    [Fact]
    public void Power_is_how_often_the_test_sees_the_difference()
    {
        var dice = new Random(40);
        var seen = Enumerable.Range(0, 3000).Count(_ => MeanTests.TwoSample(Dice.Normals(dice, 9), Dice.Normals(dice, 9, 1.2)).Conclusion == Conclusion.Rejected);
        Assert.Equal(SampleSize.PowerOfTTest(9, 1.2, 1).Known, seen / 3000.0, 4 * Math.Sqrt(0.25 / 3000));
        var n = SampleSize.ForDeviation(1.5, 0.8).Known;
        var bound = Etabli.Methods.Statistics.Distributions.ChiSquaredDistribution.UpperQuantile(0.05, n - 1);
        var wide = Enumerable.Range(0, 3000).Count(_ => Summary.Of(Dice.Normals(dice, (int)n, 0, 1.5)).Variance.Known * (n - 1) > bound);
        Assert.InRange(wide / 3000.0, 0.77, 0.85);
    }

    [Fact]
    public void What_is_out_of_reach_is_a_gap_and_what_is_out_of_range_is_refused()
    {
        Assert.False(SampleSize.ForMean(1e9, 1e-9).IsKnown);
        Assert.False(SampleSize.ForTTest(1e-9, 1, 0.9).IsKnown);
        Assert.False(SampleSize.ForDeviation(1 + 1e-9, 0.9).IsKnown);
        Assert.Equal("margin", Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForMean(1, 0)).ParamName);
        Assert.Equal("power", Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForTTest(1, 1, 0.04)).ParamName);
        Assert.Equal("size", Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.PowerOfTTest(1, 1, 1)).ParamName);
    }
}
