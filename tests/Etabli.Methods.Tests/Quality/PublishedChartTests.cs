using Etabli.Methods.Quality;

namespace Etabli.Methods.Tests.Quality;

/// <summary>Charts of published series against what an independent program found (spc/expected).</summary>
public sealed class PublishedChartTests
{
    private static readonly ChartChoices First25 = new() { ReferencePoints = 25 };

    /// <summary>The other program divides ranges by d2 as printed, with three decimals; ours is computed. Only the rounding may differ.</summary>
    private static double PrintedOverExact(int size) => Math.Round(ControlChartConstants.For(size).MeanRange, 3) / ControlChartConstants.For(size).MeanRange;

    [Fact]
    public void Constants_are_those_of_the_published_table_up_to_25()
    {
        foreach (var row in Spc.Expected("control_chart_constants").GetProperty("rows").EnumerateArray())
        {
            var c = ControlChartConstants.For(row.GetProperty("n").GetInt32());
            double[] found = [c.MeanRange, c.RangeDeviation, c.MeanDeviation, c.A, c.A2, c.A3, c.B3, c.B4, c.B5, c.B6, c.D1, c.D2, c.D3, c.D4, c.E2];
            string[] names = ["d2", "d3", "c4", "A", "A2", "A3", "B3", "B4", "B5", "B6", "D1", "D2", "D3", "D4", "E2"];
            Assert.All(names.Zip(found), p => Assert.Equal(row.GetProperty(p.First).GetDouble(), p.Second, 1e-6));
        }
    }

    [Theory]
    [InlineData("xbar_r_pistonrings")]
    [InlineData("xbar_s_pistonrings")]
    public void Means_of_the_piston_rings_leave_their_limits_at_37_38_39(string name)
    {
        var expected = Spc.Expected(name);
        var choices = First25 with { Rules = RunRules.LimitsOnly with { SameSide = 7 } };
        var pair = name.Contains("_r_", StringComparison.Ordinal) ? SubgroupChart.XBarR(Spc.PistonRings(), 5, choices) : SubgroupChart.XBarS(Spc.PistonRings(), 5, choices);
        Assert.Equal(expected.GetProperty("center").GetDouble(), pair.Location.Centre.Known, 1e-10);
        var rounding = name.Contains("_r_", StringComparison.Ordinal) ? PrintedOverExact(5) : 1;
        Assert.Equal(expected.GetProperty("std_dev").GetDouble() * rounding, pair.Sigma.Known, 1e-12);
        Assert.Equal((expected.GetProperty("lcl").GetDouble() - pair.Location.Centre.Known) * rounding, pair.Location.Lower.Known - pair.Location.Centre.Known, 1e-9);
        Assert.Equal((expected.GetProperty("ucl").GetDouble() - pair.Location.Centre.Known) * rounding, pair.Location.Upper.Known - pair.Location.Centre.Known, 1e-9);
        Spc.Agree([.. Spc.Numbers(expected, "statistics"), .. Spc.Numbers(expected, "newstats")], pair.Location.Values().ToArray(), 1e-10);
        Assert.Equal(Spc.Integers(expected, "beyond_limits"), pair.Location.Breaking(ChartRule.BeyondLimits));
        Assert.Equal(Spc.Integers(expected, "violating_runs_qcc_runlength7"), pair.Location.Breaking(ChartRule.SameSide));
        Assert.Equal((1, 25), (pair.Location.Points.First(p => p.InReference).Number, pair.Location.Points.Last(p => p.InReference).Number));
    }

    [Fact]
    public void Pooled_sigma_of_the_piston_rings_is_that_of_all_subgroups_together()
    {
        var expected = Spc.Expected("xbar_r_pistonrings_pooledsd");
        var pair = SubgroupChart.XBarR(Spc.PistonRings(), 5, First25 with { Estimator = SigmaEstimator.Pooled });
        Assert.Equal(expected.GetProperty("std_dev").GetDouble(), pair.Sigma.Known, 1e-12);
        Assert.Equal(expected.GetProperty("ucl").GetDouble(), pair.Location.Upper.Known, 1e-10);
        Assert.Equal(100, pair.DegreesOfFreedom);
    }

    [Theory]
    [InlineData("r_pistonrings")]
    [InlineData("s_pistonrings")]
    public void Ranges_and_deviations_of_the_piston_rings_hold(string name)
    {
        var expected = Spc.Expected(name);
        var pair = name[0] == 'r' ? SubgroupChart.XBarR(Spc.PistonRings(), 5, First25) : SubgroupChart.XBarS(Spc.PistonRings(), 5, First25);
        Assert.Equal(expected.GetProperty("center").GetDouble(), pair.Spread.Centre.Known, 1e-10);
        Assert.Equal(expected.GetProperty("ucl").GetDouble(), pair.Spread.Upper.Known, name[0] == 'r' ? 1e-6 : 1e-9);
        Assert.Equal(0, pair.Spread.Lower.Known);
        Spc.Agree([.. Spc.Numbers(expected, "statistics"), .. Spc.Numbers(expected, "newstats")], pair.Spread.Values().ToArray(), 1e-10);
        Assert.True(pair.Spread.IsInControl);
    }

    [Fact]
    public void The_antifreeze_holds_on_its_individuals_chart()
    {
        var expected = Spc.Expected("imr_antifreeze");
        var pair = IndividualChart.Of(Spc.Rows("antifreeze.csv").Select(r => Spc.Number(r[1])).ToArray());
        Assert.Equal(expected.GetProperty("center").GetDouble(), pair.Location.Centre.Known, 1e-12);
        Assert.Equal(expected.GetProperty("std_dev").GetDouble() * PrintedOverExact(2), pair.Sigma.Known, 1e-12);
        Assert.Equal((expected.GetProperty("lcl").GetDouble() - pair.Location.Centre.Known) * PrintedOverExact(2), pair.Location.Lower.Known - pair.Location.Centre.Known, 1e-12);
        Assert.Equal((expected.GetProperty("ucl").GetDouble() - pair.Location.Centre.Known) * PrintedOverExact(2), pair.Location.Upper.Known - pair.Location.Centre.Known, 1e-12);
        Spc.Agree(Spc.Numbers(expected, "moving_ranges"), pair.Spread.Values().ToArray(), 1e-12);
        Assert.Equal(expected.GetProperty("mr_bar").GetDouble(), pair.Spread.Centre.Known, 1e-12);
        Assert.Equal(expected.GetProperty("mr_ucl").GetDouble(), pair.Spread.Upper.Known, 1e-9);
        Assert.Equal((2, 34), (pair.Spread.Points[0].Number, pair.Spread.Points[^1].Number));
        Assert.True(pair.IsInControl);
    }

    [Fact]
    public void The_orange_juice_leaves_its_limits_at_15_and_23_and_runs_low_once_mended()
    {
        var expected = Spc.Expected("p_orangejuice");
        var counts = Spc.Rows("orangejuice.csv").Select(r => int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        var choices = new ChartChoices { ReferencePoints = 30, Rules = RunRules.LimitsOnly with { SameSide = 7 } };
        var p = AttributeChart.P(counts, [50], choices);
        Assert.Equal(expected.GetProperty("center").GetDouble(), p.Centre.Known, 1e-12);
        Assert.Equal(expected.GetProperty("std_dev").GetDouble(), p.Sigma.Known, 1e-12);
        Spc.Agree(Spc.Numbers(expected, "lcl"), p.Points.Select(x => x.Lower!.Value), 1e-12);
        Spc.Agree(Spc.Numbers(expected, "ucl"), p.Points.Select(x => x.Upper!.Value), 1e-12);
        Assert.Equal(Spc.Integers(expected, "beyond_limits"), p.Breaking(ChartRule.BeyondLimits));

        var expectedNp = Spc.Expected("np_orangejuice");
        var np = AttributeChart.Np(counts, 50, choices);
        Assert.Equal(expectedNp.GetProperty("center").GetDouble(), np.Centre.Known, 1e-12);
        Assert.Equal(expectedNp.GetProperty("lcl").GetDouble(), np.Lower.Known, 1e-12);
        Assert.Equal(expectedNp.GetProperty("ucl").GetDouble(), np.Upper.Known, 1e-12);
        Assert.Equal(Spc.Integers(expectedNp, "beyond_limits"), np.Breaking(ChartRule.BeyondLimits));
        Assert.Equal(Spc.Integers(expectedNp, "violating_runs_qcc_runlength7"), np.Breaking(ChartRule.SameSide));
    }

    [Fact]
    public void Circuits_and_computers_have_the_printed_limits_of_their_nonconformities()
    {
        var expected = Spc.Expected("c_circuit");
        var c = AttributeChart.C(Spc.Rows("circuit.csv").Select(r => int.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture)).ToArray(), new() { ReferencePoints = 26, Rules = RunRules.LimitsOnly with { SameSide = 7 } });
        Assert.Equal(expected.GetProperty("center").GetDouble(), c.Centre.Known, 1e-12);
        Assert.Equal(expected.GetProperty("lcl").GetDouble(), c.Lower.Known, 1e-12);
        Assert.Equal(expected.GetProperty("ucl").GetDouble(), c.Upper.Known, 1e-12);
        Assert.Equal(Spc.Integers(expected, "beyond_limits").Order(), c.Breaking(ChartRule.BeyondLimits));
        Assert.Equal(Spc.Integers(expected, "violating_runs_qcc_runlength7"), c.Breaking(ChartRule.SameSide));

        var computers = Spc.Expected("u_pcmanufact");
        var u = AttributeChart.U(Spc.Rows("pcmanufact.csv").Select(r => int.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture)).ToArray(), [5]);
        Assert.Equal(computers.GetProperty("center").GetDouble(), u.Centre.Known, 1e-12);
        Assert.Equal(computers.GetProperty("lcl").GetDouble(), u.Lower.Known, 1e-12);
        Assert.Equal(computers.GetProperty("ucl").GetDouble(), u.Upper.Known, 1e-12);
        Spc.Agree(Spc.Numbers(computers, "statistics"), u.Values().ToArray(), 1e-12);
        Assert.True(u.IsInControl);
        Assert.Contains(ChartLimitation.FewPoints, u.Limitations);
    }

    [Fact]
    public void The_EWMA_of_the_piston_rings_signals_from_37_with_exact_limits()
    {
        var expected = Spc.Expected("ewma_pistonrings_l02");
        var chart = EwmaChart.Of(Spc.PistonRings(), 5, 0.2, First25);
        Spc.Agree(Spc.Numbers(expected, "ewma"), chart.Values().ToArray(), 1e-9);
        var centre = chart.Centre.Known;
        Spc.Agree(Spc.Numbers(expected, "lcl").Select(l => (l - centre) * PrintedOverExact(5)), chart.Points.Select(p => p.Lower!.Value - centre), 1e-9);
        Spc.Agree(Spc.Numbers(expected, "ucl").Select(l => (l - centre) * PrintedOverExact(5)), chart.Points.Select(p => p.Upper!.Value - centre), 1e-9);
        Assert.Equal(Spc.Integers(expected, "violations"), chart.Breaking(ChartRule.BeyondLimits));
    }

    [Fact]
    public void The_CUSUM_of_the_piston_rings_signals_from_37_on_the_upper_side_only()
    {
        var expected = Spc.Expected("cusum_pistonrings");
        var cusum = CusumChart.Of(Spc.PistonRings(), 5, choices: First25);
        Spc.Agree(Spc.Numbers(expected, "cusum_pos"), cusum.Upper.Values().ToArray(), 1e-3);
        Spc.Agree(Spc.Numbers(expected, "cusum_neg").Select(v => -v), cusum.Lower.Values().ToArray(), 1e-3);
        Assert.Equal(Spc.Integers(expected.GetProperty("violations"), "upper"), cusum.Upper.Breaking(ChartRule.BeyondLimits));
        Assert.True(cusum.Lower.IsInControl);
        Assert.Equal(new CusumSignal(37, 1, Since: 31, 40), Assert.Single(cusum.Signals));
    }

    [Fact]
    public void Mean_run_lengths_are_those_of_the_published_tables()
    {
        var values = Spc.Expected("arl").GetProperty("values");
        foreach (var c in values.GetProperty("cusum").EnumerateArray())
        {
            Assert.Equal(c.GetProperty("two_sided_arl").GetDouble(), RunLength.Cusum(c.GetProperty("k").GetDouble(), c.GetProperty("h").GetDouble(), c.GetProperty("mu").GetDouble()).Known, 1e-5);
        }

        foreach (var e in values.GetProperty("ewma").EnumerateArray())
        {
            Assert.Equal(e.GetProperty("two_sided_arl").GetDouble(), RunLength.Ewma(e.GetProperty("lambda").GetDouble(), e.GetProperty("L").GetDouble(), e.GetProperty("mu").GetDouble()).Known, 1e-4);
        }

        Assert.Equal(values.GetProperty("shewhart3sigma").GetProperty("arl0").GetDouble(), RunLength.Shewhart(0).Known, 1e-9);
        Assert.Equal(values.GetProperty("shewhart3sigma").GetProperty("arl_shift1_n5_xbar").GetDouble(), RunLength.Shewhart(1, 5).Known, 1e-11);
    }

    [Fact]
    public void Each_constructed_sequence_breaks_exactly_the_rules_it_was_made_for()
    {
        foreach (var test in Spc.Expected("nelson_rules_constructed").GetProperty("cases").EnumerateObject())
        {
            var z = Spc.Numbers(test.Value, "z");
            var chart = IndividualChart.Of(z, new() { Rules = RunRules.Nelson, Standard = new(0, 1) }).Location;
            var signals = test.Value.GetProperty("signals");
            for (var rule = 1; rule <= 8; rule++)
            {
                var expected = signals.TryGetProperty($"{rule}", out var points) ? points.EnumerateArray().Select(p => p.GetInt32()).ToArray() : [];
                Assert.True(expected.SequenceEqual(chart.Breaking((ChartRule)(1 << (rule - 1)))), $"{test.Name}, rule {rule}");
            }
        }
    }
}
