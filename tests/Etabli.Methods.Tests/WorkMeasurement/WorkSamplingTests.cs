using Etabli.Methods.WorkMeasurement;

namespace Etabli.Methods.Tests.WorkMeasurement;

public sealed class WorkSamplingTests
{
    [Fact]
    public void ROD1_runs_61_5_percent_of_the_time_to_4_8_points()
    {
        var answers = DemoFactory.Answers.GetProperty("observations_instantanees");
        var counts = DemoFactory.Rows("13_observations_instantanees.csv").GroupBy(r => r["etat"]).Select(g => (g.Key, g.Count())).ToList();
        var sampling = WorkSampling.Of(counts);
        Assert.Equal(answers.GetProperty("n").GetInt32(), sampling.Size);
        Assert.All(answers.GetProperty("comptes").EnumerateObject(), c => Assert.Equal(c.Value.GetInt32(), sampling.Shares.Single(s => s.State == c.Name).Count));
        var running = sampling.Shares.Single(s => s.State == "Marche");
        Assert.Equal(answers.GetProperty("p_marche").GetDouble(), running.Share.Known, 5e-5);
        Assert.Equal(answers.GetProperty("precision_absolue_95").GetDouble(), running.Precision.Known, 5e-5);
    }

    [Fact]
    public void Wilson_s_and_Wald_s_intervals_of_246_in_400_are_those_of_28_digit_arithmetic()
    {
        // Closed form at z = 1.959964: centre (p + z²/2n)/(1 + z²/n), computed apart to 28 digits.
        var running = WorkSampling.Of([("running", 246), ("other", 154)]).Shares[0];
        Assert.Equal(0.5664353569, running.Wilson.Low!.Value, 1e-9);
        Assert.Equal(0.6613768154, running.Wilson.High!.Value, 1e-9);
        Assert.Equal(0.5673145354, running.Wald.Low!.Value, 1e-9);
    }

    [Fact]
    public void A_state_never_seen_has_no_precision_by_Wald_and_an_interval_by_Wilson()
    {
        var never = WorkSampling.Of([("running", 20), ("down", 0)]).Shares[1];
        Assert.Equal(0, never.Precision.Known);
        Assert.Equal(0, never.Wilson.Low);
        Assert.InRange(never.Wilson.High!.Value, 0.1, 0.2);
    }

    [Fact]
    public void Four_hundred_observations_are_what_the_formula_asks_for_their_own_precision()
    {
        var running = WorkSampling.Of([("running", 246), ("other", 154)]).Shares[0];
        Assert.Equal(400, WorkSampling.Needed(running.Precision.Known, 0.615).Known);
        Assert.Equal(385, WorkSampling.Needed(0.05).Known);
        Assert.Equal(WorkSampling.Needed(0.05 * 0.615, 0.615).Known, WorkSampling.NeededRelative(0.05, 0.615).Known);
    }

    [Fact]
    public void Nothing_seen_or_a_state_twice_is_refused()
    {
        Assert.Throws<ArgumentException>(() => WorkSampling.Of([]));
        Assert.Throws<ArgumentException>(() => WorkSampling.Of([("a", 1), ("a", 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkSampling.Of([("a", -1)]));
    }

    [Fact]
    public void The_same_seed_draws_the_same_rounds_and_none_falls_into_the_break()
    {
        var break1 = new RoundPause(new(10, 0), new(10, 20));
        IReadOnlyList<TimeOnly> Draw(int seed) => RoundSchedule.Draw(new(6, 0), new(14, 0), 20, new Random(seed), TimeSpan.FromMinutes(5), [break1]);
        Assert.Equal(Draw(7), Draw(7));
        Assert.NotEqual(Draw(7), Draw(8));
        for (var seed = 0; seed < 200; seed++)
        {
            var rounds = Draw(seed);
            Assert.Equal(20, rounds.Count);
            Assert.DoesNotContain(rounds, r => r >= break1.From && r < break1.Until);
            Assert.All(rounds.Zip(rounds.Skip(1)), p => Assert.True(p.Second - p.First >= TimeSpan.FromMinutes(5)));
            Assert.All(rounds, r => Assert.InRange(r, new TimeOnly(6, 0), new TimeOnly(13, 59)));
        }
    }

    [Fact]
    public void Every_minute_of_a_shift_is_as_likely_as_another()
    {
        var (counts, dice) = (new int[60], new Random(92));
        for (var run = 0; run < 20_000; run++)
        {
            foreach (var round in RoundSchedule.Draw(new(22, 30), new(23, 30), 6, dice))
            {
                counts[(int)(round - new TimeOnly(22, 30)).TotalMinutes]++;
            }
        }

        // χ² of 59 degrees of freedom: 98.3 at one in a thousand.
        Assert.InRange(counts.Sum(c => Math.Pow(c - 2000.0, 2) / 2000), 20, 98.3);
    }

    [Fact]
    public void A_night_shift_goes_over_midnight_and_too_many_rounds_are_refused()
    {
        var rounds = RoundSchedule.Draw(new(21, 0), new(5, 0), 30, new Random(1));
        Assert.Contains(rounds, r => r.Hour >= 21);
        Assert.Contains(rounds, r => r.Hour < 5);
        Assert.Throws<ArgumentException>(() => RoundSchedule.Draw(new(6, 0), new(7, 0), 13, new Random(1), TimeSpan.FromMinutes(5)));
        Assert.Equal(13, RoundSchedule.Draw(new(6, 0), new(7, 1), 13, new Random(1), TimeSpan.FromMinutes(5)).Count);
    }
}
