using Etabli.Methods.Statistics;

namespace Etabli.Methods.Tests.Statistics;

public sealed class HistogramTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 2)]
    [InlineData(64, 7, 8)]
    [InlineData(65, 8, 9)]
    [InlineData(100, 8, 10)]
    public void Sturges_and_the_square_root_depend_on_the_size_alone(int n, int sturges, int root)
    {
        var sample = Enumerable.Range(0, n).Select(i => (double)(i * i)).ToArray();
        Assert.Equal(sturges, Histogram.CountClasses(sample, ClassRule.Sturges).Known);
        Assert.Equal(root, Histogram.CountClasses(sample, ClassRule.SquareRoot).Known);
    }

    [Fact]
    public void Freedman_and_Diaconis_say_which_quartiles_they_read()
    {
        // 1…8: type 7 quartiles 2.75 and 6.25, IQR 3.5, h = 2 · 3.5 / 2 = 3.5, 7 / 3.5 = 2; type 6: 2.25 and 6.75, IQR 4.5, 7 / 4.5 → 2.
        double[] sample = [1, 2, 3, 4, 5, 6, 7, 8];
        var count = Histogram.CountClasses(sample, ClassRule.FreedmanDiaconis);
        Assert.Equal(2, count.Known);
        Assert.Contains(count.Because.Terms, t => t is { Symbol: "IQR", Value: 3.5 } && t.Name.EndsWith("type 7", StringComparison.Ordinal));
        var other = Histogram.CountClasses(sample, ClassRule.FreedmanDiaconis, QuantileType.Type6);
        Assert.Contains(other.Because.Terms, t => t is { Symbol: "IQR", Value: 4.5 } && t.Name.EndsWith("type 6", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sample_whose_middle_half_is_one_value_has_no_width_by_Freedman_and_Diaconis()
    {
        Assert.Equal([new Gap("", "interquartile range", GapKind.Impossible)], Histogram.CountClasses([5, 5, 5, 5, 5, 5, 5, 9], ClassRule.FreedmanDiaconis).Because.Gaps);
        Assert.Equal(1, Histogram.CountClasses([5, 5, 5], ClassRule.FreedmanDiaconis).Known);
        Assert.Equal([new Gap("", "number of classes", GapKind.Impossible)], Histogram.CountClasses([1, 2, 3, 4, 1e9], ClassRule.FreedmanDiaconis).Because.Gaps);
    }

    [Fact]
    public void A_value_on_an_edge_belongs_to_the_class_above_and_the_largest_to_the_last()
    {
        Assert.Equal([new HistogramClass(0, 2, 2), new HistogramClass(2, 4, 3)], Histogram.Of([4, 0, 1, 2, 3], classes: 2));
        Assert.Equal([new HistogramClass(7, 7, 3)], Histogram.Of([7, 7, 7], classes: 5));
    }

    [Fact]
    public void Every_value_falls_in_one_class_and_a_shift_moves_nothing()
    {
        var dice = new Random(50);
        for (var i = 0; i < 300; i++)
        {
            var sample = Enumerable.Range(0, dice.Next(1, 200)).Select(_ => (double)dice.Next(-64, 64)).ToArray();
            var classes = Histogram.Of(sample, 1 << dice.Next(0, 5));
            Assert.Equal(sample.Length, classes.Sum(c => c.Count));
            Assert.Equal(sample.Min(), classes[0].From);
            Assert.Equal(sample.Max(), classes[^1].To);
            Assert.All(classes.Take(classes.Count - 1), c => Assert.Equal(c.Count, sample.Count(v => v >= c.From && v < c.To)));
            Assert.All(classes.Zip(classes.Skip(1)), p => Assert.Equal(p.First.To, p.Second.From));
            Assert.Equal(classes.Select(c => c.Count), Histogram.Of([.. sample.Reverse()], classes.Count).Select(c => c.Count));
        }
    }

    [Theory]
    [InlineData(QuantileType.Type7, 1.75)]
    [InlineData(QuantileType.Type6, 1.25)]
    public void The_first_quartile_of_one_to_four_depends_on_the_type(QuantileType type, double expected)
    {
        Assert.Equal(expected, Quantile.Of([1, 2, 3, 4], 0.25, type));
        Assert.Equal(1, Quantile.Of([1, 2, 3, 4], 0, type));
        Assert.Equal(4, Quantile.Of([1, 2, 3, 4], 1, type));
        Assert.Equal(2.5, Quantile.Of([1, 2, 3, 4], 0.5, type));
        Assert.Equal(9, Quantile.Of([9], 0.3, type));
    }

    [Fact]
    public void A_quantile_stays_in_the_sample_and_grows_with_its_share()
    {
        var dice = new Random(51);
        for (var i = 0; i < 300; i++)
        {
            var sample = Enumerable.Range(0, dice.Next(1, 20)).Select(_ => dice.NextDouble()).Order().ToArray();
            foreach (var type in Enum.GetValues<QuantileType>())
            {
                var (p, q) = (dice.NextDouble(), dice.NextDouble());
                var (low, high) = (Quantile.Of(sample, Math.Min(p, q), type), Quantile.Of(sample, Math.Max(p, q), type));
                Assert.True(sample[0] <= low && low <= high && high <= sample[^1]);
            }
        }
    }

    [Fact]
    public void The_widest_and_the_narrowest_samples_give_numbers_and_no_NaN()
    {
        double[] wide = [double.MinValue, double.MaxValue];
        Assert.Equal(double.MinValue, Quantile.Of(wide, 0, QuantileType.Type7));
        Assert.Equal(0, Quantile.Of(wide, 0.5, QuantileType.Type7));
        Assert.Equal([1, 0, 1], Histogram.Of(wide, 3).Select(c => c.Count));
        Assert.False(Histogram.CountClasses(wide, ClassRule.FreedmanDiaconis).IsKnown);
        var narrow = Histogram.Of([0.1, Math.BitIncrement(0.1)], 7);
        Assert.Equal(2, narrow.Sum(c => c.Count));
        Assert.All(narrow, c => Assert.True(c.From <= c.To));
    }

    [Fact]
    public void An_empty_a_wild_or_an_unsorted_sample_is_refused()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => Histogram.Of([], 3)).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentOutOfRangeException>(() => Histogram.CountClasses([1, double.NaN], ClassRule.Sturges)).ParamName);
        Assert.Equal("classes", Assert.Throws<ArgumentOutOfRangeException>(() => Histogram.Of([1, 2], 0)).ParamName);
        Assert.Equal("sorted", Assert.Throws<ArgumentException>(() => Quantile.Of([2, 1], 0.5, QuantileType.Type7)).ParamName);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1, 2], 1.1, QuantileType.Type7)).ParamName);
        Assert.Equal("type", Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1, 2], 0.5, 0)).ParamName);
    }
}
