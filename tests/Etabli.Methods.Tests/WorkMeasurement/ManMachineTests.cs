using System.Globalization;
using Etabli.Methods.WorkMeasurement;

namespace Etabli.Methods.Tests.WorkMeasurement;

public sealed class ManMachineTests
{
    [Fact]
    public void The_operator_of_ROD1_is_engaged_63_percent_and_has_105_seconds_free()
    {
        var answers = DemoFactory.Answers.GetProperty("simogramme_ROD1");
        var chart = Honing();
        Assert.Equal(answers.GetProperty("cycle_s").GetDouble(), chart.Cycle.TotalSeconds);
        Assert.Equal(answers.GetProperty("taux_engagement_operateur_pct").GetDouble() / 100, chart.OperatorTime.Engagement.Known, 1e-9);
        Assert.Equal(answers.GetProperty("taux_engagement_machine_pct").GetDouble() / 100, chart.Lanes[1].Engagement.Known, 1e-9);
        Assert.Equal(answers.GetProperty("temps_libre_operateur_s").GetDouble(), chart.OperatorTime.Waiting.TotalSeconds);
        Assert.Equal(240, chart.Running.TotalSeconds);
        Assert.Equal(129, chart.Masked.TotalSeconds);
        Assert.Equal(12, chart.PiecesPerHour, 1e-9);
    }

    [Fact]
    public void Six_seconds_of_the_operator_of_ROD1_are_described_by_nobody() => Assert.Equal(6, Honing().OperatorTime.Undescribed.TotalSeconds);

    [Fact]
    public void Two_machines_like_ROD1_leave_their_operator_no_time_and_wait_for_him()
    {
        var servicing = Honing().Servicing;
        Assert.Equal(300.0 / 189, servicing.Ideal.Known, 1e-9);
        var two = servicing.With(2);
        Assert.Equal((378, 0, 78), (two.Cycle.TotalSeconds, two.OperatorIdle.TotalSeconds, two.MachineIdle.TotalSeconds));
        Assert.Equal(7200 / 378.0, two.PiecesPerHour, 1e-9);
        Assert.Equal(300, servicing.With(1).Cycle.TotalSeconds);
    }

    [Theory]
    [InlineData(2, 15, 0.5, 6.8)]
    [InlineData(1.5, 8, 0.3, 5.3)]
    [InlineData(3, 12, 1, 3.75)]
    public void Three_published_cases_of_synchronous_servicing_are_found_again(double loading, double running, double walking, double machines) =>
        Assert.Equal(machines, new MachineServicing(TimeSpan.FromMinutes(loading), TimeSpan.FromMinutes(running), TimeSpan.FromMinutes(walking)).Ideal.Known, 0.05);

    [Fact]
    public void More_machines_never_slow_the_whole_and_never_free_the_operator()
    {
        var dice = new Random(82);
        for (var run = 0; run < 300; run++)
        {
            var servicing = new MachineServicing(TimeSpan.FromSeconds(dice.Next(1, 200)), TimeSpan.FromSeconds(dice.Next(0, 900)), TimeSpan.FromSeconds(dice.Next(0, 100)));
            var table = servicing.UpTo(8);
            Assert.All(table.Zip(table.Skip(1)), p =>
            {
                Assert.True(p.Second.PiecesPerHour >= p.First.PiecesPerHour - 1e-9);
                Assert.True(p.Second.OperatorEngagement >= p.First.OperatorEngagement - 1e-9);
                Assert.True(p.Second.MachineEngagement <= p.First.MachineEngagement + 1e-9);
            });
            Assert.All(table, a => Assert.True(a.OperatorIdle == TimeSpan.Zero || a.MachineIdle == TimeSpan.Zero));
        }
    }

    [Fact]
    public void Blocks_that_claim_one_lane_at_once_are_named_and_counted_once()
    {
        var chart = ManMachineChart.Of("op", [Block("a", "op", 0, 10, ActivityKind.Manual), Block("b", "op", 5, 10, ActivityKind.Manual), Block("c", "m", 0, 20, ActivityKind.Technological)]);
        var overlap = Assert.Single(chart.Overlaps);
        Assert.Equal(("op", "a", "b"), (overlap.Lane, overlap.First.Label, overlap.Second.Label));
        Assert.Equal(15, chart.OperatorTime.Busy.TotalSeconds);
    }

    [Fact]
    public void Masked_work_outside_the_machine_s_time_is_named()
    {
        var chart = ManMachineChart.Of("op", [Block("run", "m", 0, 10, ActivityKind.Technological), Block("check", "op", 8, 5, ActivityKind.Overlapped)]);
        Assert.Equal("check", Assert.Single(chart.NotMasked).Label);
        Assert.Equal(2, chart.Masked.TotalSeconds);
    }

    [Fact]
    public void Time_of_series_is_outside_the_cycle()
    {
        var chart = ManMachineChart.Of("op", [Block("set up", "op", 100, 600, ActivityKind.Series), Block("do", "op", 0, 10, ActivityKind.Manual)]);
        Assert.Equal(10, chart.Cycle.TotalSeconds);
        Assert.Throws<ArgumentException>(() => ManMachineChart.Of("op", [Block("set up", "op", 0, 600, ActivityKind.Series)]));
    }

    [Fact]
    public void The_parts_of_a_lane_always_make_the_cycle()
    {
        var dice = new Random(83);
        for (var run = 0; run < 300; run++)
        {
            var chart = ManMachineChart.Of("op", Enumerable.Range(0, dice.Next(1, 12)).Select(i => new Activity($"{i}", dice.Next(3) == 0 ? ["op", "m"] : [dice.Next(2) == 0 ? "op" : "m"], TimeSpan.FromSeconds(dice.Next(100)), TimeSpan.FromSeconds(dice.Next(1, 50)), (ActivityKind)dice.Next(5))));
            Assert.All(chart.Lanes, l =>
            {
                Assert.Equal(chart.Cycle, l.Busy + l.Waiting + l.Undescribed);
                Assert.InRange(l.Engagement.Known, 0, 1);
                Assert.True(l.Undescribed >= TimeSpan.Zero && l.Waiting >= TimeSpan.Zero);
            });
            Assert.True(chart.Masked <= chart.Running);
        }
    }

    internal static ManMachineChart Honing() => ManMachineChart.Of("opérateur", DemoFactory.Rows("14_simogramme_ROD1.csv").Select(r => new Activity(
        r["sequence"], r["ressource"] switch { "opérateur" => ["opérateur"], "machine" => ["ROD1"], _ => ["opérateur", "ROD1"] },
        TimeSpan.FromSeconds(int.Parse(r["debut_s"], CultureInfo.InvariantCulture)), TimeSpan.FromSeconds(int.Parse(r["duree_s"], CultureInfo.InvariantCulture)),
        r["type"] switch { "Ttm" => ActivityKind.TechnicalManual, "Tt" => ActivityKind.Technological, "Tz" => ActivityKind.Overlapped, _ => ActivityKind.Waiting })));

    private static Activity Block(string label, string lane, int start, int duration, ActivityKind kind) => new(label, [lane], TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(duration), kind);
}
