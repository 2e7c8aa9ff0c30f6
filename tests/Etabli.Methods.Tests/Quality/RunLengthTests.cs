using Etabli.Methods.Quality;

namespace Etabli.Methods.Tests.Quality;

public sealed class RunLengthTests
{
    /// <summary>Printed by Champ and Woodall, 1987, for a process that holds; their rule of one side asks 8 points.</summary>
    [Theory]
    [InlineData(false, false, false, 370.40)]
    [InlineData(false, true, false, 225.44)]
    [InlineData(false, false, true, 166.05)]
    [InlineData(true, false, false, 152.73)]
    [InlineData(true, true, true, 91.75)]
    public void Rules_added_bring_false_alarms_as_printed(bool side, bool two, bool four, double printed)
    {
        var rules = RunRules.LimitsOnly with { SameSide = side ? 8 : null, BeyondTwoSigmas = two ? new(2, 3) : null, BeyondOneSigma = four ? new(4, 5) : null };
        Assert.Equal(printed, RunLength.Shewhart(rules, 0).Known, 0.005);
    }

    [Fact]
    public void Charts_drawn_from_seeded_dice_signal_after_as_many_points_as_computed()
    {
        const int Runs = 4000;
        var dice = new Random(11);
        double Draw() => 1 + Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
        double Mean(Func<int> length) => Enumerable.Range(0, Runs).Average(_ => (double)length());

        var cusum = Mean(() =>
        {
            var (up, down, n) = (2.5, 2.5, 0);
            while (up <= 5 && down <= 5)
            {
                var z = Draw();
                (up, down, n) = (Math.Max(0, up + z - 0.5), Math.Max(0, down - z - 0.5), n + 1);
            }

            return n;
        });
        var ewma = Mean(() =>
        {
            var (z, n) = (0.0, 0);
            do
            {
                (z, n) = (z + 0.1 * (Draw() - z), n + 1);
            }
            while (Math.Abs(z) <= 2.814 * Math.Sqrt(0.1 / 1.9));
            return n;
        });
        Assert.Equal(RunLength.Cusum(0.5, 5, 1, headStart: 2.5).Known, cusum, 0.4);
        Assert.Equal(RunLength.Ewma(0.1, 2.814, 1).Known, ewma, 0.4);
    }

    [Fact]
    public void The_engine_of_the_rules_signals_as_late_as_the_chain_says()
    {
        const int Runs = 1500;
        var lengths = Enumerable.Range(0, Runs).Select(i => IndividualChart.Of(Spc.Normal(i, 400, 1), new() { Rules = RunRules.WesternElectric, Standard = new(0, 1) }).Location.Runs.Min(r => r.Signal));
        Assert.Equal(RunLength.Shewhart(RunRules.WesternElectric, 1).Known, lengths.Average(), 1.0);
    }

    [Fact]
    public void The_further_the_mean_moves_the_sooner_any_chart_signals()
    {
        double[] shifts = [0, 0.25, 0.5, 1, 2, 4];
        Func<double, double>[] charts =
        [
            s => RunLength.Shewhart(s).Known, s => RunLength.Shewhart(RunRules.WesternElectric, s).Known, s => RunLength.Ewma(0.2, 3, s).Known, s => RunLength.Cusum(0.5, 4, s).Known,
        ];
        foreach (var chart in charts)
        {
            var lengths = shifts.Select(chart).ToList();
            Assert.Equal(lengths.OrderDescending(), lengths);
            Assert.Equal(chart(1), chart(-1), 1e-6);
            Assert.True(lengths[^1] >= 1);
        }

        Assert.Equal(RunLength.Shewhart(0.7).Known, RunLength.Ewma(1, 3, 0.7).Known);
        Assert.False(RunLength.Shewhart(0, sigmas: 40).IsKnown);
        Assert.False(RunLength.Cusum(1, 29, 0).IsKnown);
        Assert.False(RunLength.Ewma(0.2, 12, 0).IsKnown);
        Assert.Throws<ArgumentOutOfRangeException>(() => RunLength.Cusum(0.5, 31, 0));
        Assert.Throws<ArgumentException>(() => RunLength.Shewhart(RunRules.Nelson, 0));
        Assert.Throws<ArgumentException>(() => RunLength.Shewhart(RunRules.None, 0));
    }

    [Fact]
    public void A_step_is_found_where_it_was_made_and_noise_is_not_called_one()
    {
        var values = Spc.Normal(21, 60);
        var quiet = ChangePoint.Of(values);
        Assert.False(quiet.IsSignificant);
        for (var i = 40; i < 60; i++)
        {
            values[i] += 2;
        }

        var change = ChangePoint.Of(values);
        Assert.True(change.IsSignificant);
        Assert.InRange(41, change.From, change.To);
        Assert.InRange(change.FirstAfter, 39, 43);
        var moved = ChangePoint.Of(values.Select(v => 100 - 3 * v).ToArray());
        Assert.Equal((change.FirstAfter, change.From, change.To), (moved.FirstAfter, moved.From, moved.To));
        Assert.Equal(change.Statistic.Known, moved.Statistic.Known, 1e-8);
        Assert.False(ChangePoint.Of([4, 4, 4, 4, 4]).IsSignificant);
        Assert.True(ChangePoint.Of([4, 4, 4, 5, 5, 5]).IsSignificant);
        Assert.Throws<ArgumentException>(() => ChangePoint.Of([1, 2, 3]));
    }

    [Fact]
    public void Seen_from_a_signal_a_change_counts_each_point_by_what_it_is_worth()
    {
        // Shares of samples of 10 then of 1000: only the large ones can tell, and they rose at 31.
        int[] sizes = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1000 : 10)];
        int[] counts = [.. sizes.Select((n, i) => n == 10 ? 1 : i >= 30 ? 160 : 100)];
        var change = ChangePoint.Before(AttributeChart.P(counts, sizes, new() { Standard = new(0.1) }), until: 40);
        Assert.True(change.IsSignificant);
        Assert.Equal(31, change.FirstAfter);
        Assert.Equal(0.1 + (5 * 60 + 0.0) / (5 * 1010), change.After, 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => ChangePoint.Before(AttributeChart.P(counts, sizes), until: 41));
        Assert.Throws<ArgumentException>(() => ChangePoint.Before(EwmaChart.Of(Spc.Normal(2, 40), 1), until: 40));
    }

    [Fact]
    public void The_bound_on_p_is_not_below_what_shuffled_noise_shows()
    {
        var beyond = Enumerable.Range(0, 400).Count(i => ChangePoint.Of(Spc.Normal(1000 + i, 40)).IsSignificant);
        Assert.InRange(beyond, 0, 28);
    }
}
