using Etabli.Methods.Quality;

namespace Etabli.Methods.Tests.Quality;

public sealed class ControlChartTests
{
    [Fact]
    public void Constants_of_two_and_three_values_are_their_closed_forms()
    {
        Assert.Equal(2 / Math.Sqrt(Math.PI), ControlChartConstants.For(2).MeanRange, 1e-12);
        Assert.Equal(Math.Sqrt(2 - 4 / Math.PI), ControlChartConstants.For(2).RangeDeviation, 1e-12);
        Assert.Equal(3 / Math.Sqrt(Math.PI), ControlChartConstants.For(3).MeanRange, 1e-12);
        Assert.Equal(Math.Sqrt(2 + 3 * Math.Sqrt(3) / Math.PI - 9 / Math.PI), ControlChartConstants.For(3).RangeDeviation, 1e-12);
        Assert.Equal(0.57682, ControlChartConstants.For(5).A2, 5e-6);
        Assert.Equal(0.5231, 1 / ControlChartConstants.For(3).MeanRangeOf(1), 5e-5);
    }

    [Fact]
    public void A_single_value_has_no_range_and_the_refusal_says_what_to_use()
    {
        var no = Assert.Throws<ArgumentOutOfRangeException>(() => SubgroupChart.XBarR([1, 2, 3], size: 1));
        Assert.Equal("size", no.ParamName);
        Assert.Contains("IndividualChart", no.Message, StringComparison.Ordinal);
        Assert.Contains("Subgroup 2", Assert.Throws<ArgumentException>(() => SubgroupChart.XBarS([1, 2, 3], [2, 1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_a_number_is_refused_with_its_subgroup()
    {
        var no = Assert.Throws<ArgumentException>(() => SubgroupChart.XBarR([1, 2, 3, double.NaN, 5, 6], size: 2));
        Assert.Equal("values", no.ParamName);
        Assert.Contains("Value 2 of subgroup 2", no.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SubgroupChart.XBarR([1, 2, 3], size: 2));
        Assert.Throws<ArgumentException>(() => SubgroupChart.XBarR([], size: 2));
        Assert.Throws<ArgumentException>(() => SubgroupChart.XBarR([-1e308, 1e308], size: 2));
        Assert.Throws<ArgumentException>(() => IndividualChart.Of([1, double.PositiveInfinity]));
        Assert.Throws<ArgumentException>(() => AttributeChart.P([3, 60], [50]));
        Assert.Throws<ArgumentException>(() => AttributeChart.C([3, -1]));
        Assert.Throws<ArgumentException>(() => AttributeChart.U([3, 1], [1, 0]));
        Assert.Throws<ArgumentException>(() => AttributeChart.P([3, 1], [9, 9, 9]));
    }

    [Fact]
    public void A_constant_process_has_limits_on_its_centre_and_says_that_it_does_not_vary()
    {
        var pair = SubgroupChart.XBarR(Enumerable.Repeat(5.0, 50).ToArray(), 5, new() { Rules = RunRules.Nelson });
        Assert.Equal((5, 5, 0), (pair.Location.Upper.Known, pair.Location.Lower.Known, pair.Sigma.Known));
        Assert.Contains(ChartLimitation.NoVariation, pair.Location.Limitations);
        Assert.Contains(ChartLimitation.FewPoints, pair.Location.Limitations);
        Assert.True(pair.IsInControl);
        Assert.Throws<ArgumentException>(() => CusumChart.Of(Enumerable.Repeat(5.0, 50).ToArray(), 5));
    }

    [Fact]
    public void Equal_sizes_given_one_by_one_are_the_same_chart()
    {
        var values = Spc.Normal(3, 100, 20, 2);
        Assert.Equal(SubgroupChart.XBarR(values, 5), SubgroupChart.XBarR(values, Enumerable.Repeat(5, 20).ToArray()));
        Assert.NotEqual(SubgroupChart.XBarR(values, 5), SubgroupChart.XBarR(values, 4));
    }

    [Fact]
    public void Unequal_sizes_give_each_point_its_limits_and_no_common_one()
    {
        int[] sizes = [.. Enumerable.Range(0, 30).Select(i => 3 + i % 4)];
        var values = Spc.Normal(4, sizes.Sum(), 20, 2);
        foreach (var pair in new[] { SubgroupChart.XBarR(values, sizes), SubgroupChart.XBarS(values, sizes) })
        {
            Assert.Equal(2, pair.Sigma.Known, 0.3);
            Assert.False(pair.Location.Upper.IsKnown);
            Assert.Contains(pair.Location.Upper.Because.Gaps, g => g.Name == "limits vary by point");
            Assert.All(pair.Location.Points.Zip(sizes), p => Assert.Equal(pair.Location.Centre.Known + 3 * pair.Sigma.Known / Math.Sqrt(p.Second), p.First.Upper!.Value, 1e-12));
            Assert.False(pair.Spread.Centre.IsKnown);
            Assert.Equal(pair.Spread.Points[0].Centre, pair.Spread.Points[4].Centre);
        }
    }

    [Theory]
    [InlineData(1e9, 1)]
    [InlineData(-40, 0.001)]
    [InlineData(0, 1000)]
    public void Shifting_and_scaling_the_measures_shifts_and_scales_the_chart_and_breaks_the_same_rules(double shift, double scale)
    {
        var values = Spc.Normal(5, 1000);
        for (var i = 700; i < 720; i++)
        {
            values[i] += 2;
        }

        var choices = new ChartChoices { Rules = RunRules.Nelson, SpreadRules = RunRules.Nelson };
        var one = SubgroupChart.XBarS(values, 4, choices);
        var other = SubgroupChart.XBarS(values.Select(v => shift + scale * v).ToArray(), 4, choices);
        Assert.Equal(shift + scale * one.Location.Upper.Known, other.Location.Upper.Known, scale * 1e-6);
        Assert.Equal(scale * one.Sigma.Known, other.Sigma.Known, scale * 1e-6);
        Assert.Equal(one.Location.Runs, other.Location.Runs);
        Assert.Equal(one.Spread.Runs, other.Spread.Runs);
        Assert.NotEmpty(one.Location.Runs);
    }

    [Fact]
    public void Turning_the_measures_upside_down_turns_the_side_of_every_rule()
    {
        var values = Spc.Normal(6, 2000);
        var choices = new ChartChoices { Rules = RunRules.Nelson, Standard = new(0, 0.8) };
        var one = IndividualChart.Of(values, choices).Location.Runs;
        var other = IndividualChart.Of(values.Select(v => -v).ToArray(), choices).Location.Runs;
        Assert.Equal(one.Select(r => r with { Side = -r.Side }).OrderBy(r => (r.First, r.Rule, r.Side)), other.OrderBy(r => (r.First, r.Rule, r.Side)));
        Assert.True(one.Select(r => r.Rule).Distinct().Count() >= 6);
    }

    [Fact]
    public void A_run_says_where_it_began_when_it_could_be_known_and_where_it_ended()
    {
        double[] z = [-1, .. Enumerable.Repeat(0.5, 12), -1, 2.5, 0, 2.2, 2.3];
        var runs = IndividualChart.Of(z, new() { Rules = RunRules.Nelson with { HuggingCentre = null, BeyondOneSigma = null }, Standard = new(0, 1) }).Location.Runs;
        Assert.Equal(new RuleRun(ChartRule.SameSide, 2, 10, 13, 1), runs[0]);
        Assert.Equal(2, runs[0].Number);
        Assert.Equal(new RuleRun(ChartRule.BeyondTwoSigmas, 15, 17, 18, 1), runs[1]);
        Assert.Equal(2, runs.Count);
    }

    [Fact]
    public void A_rule_that_is_off_says_nothing_and_a_longer_run_asks_for_more()
    {
        double[] z = [-1, .. Enumerable.Repeat(0.5, 8), -1];
        Assert.Empty(Read(z, RunRules.Nelson with { HuggingCentre = null, AvoidingCentre = null }));
        Assert.Equal(ChartRule.SameSide, Assert.Single(Read(z, RunRules.None with { SameSide = 8 })).Rule);
        Assert.Empty(Read(z, RunRules.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunRules { SameSide = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RunRules { BeyondTwoSigmas = new(4, 3) });

        static IReadOnlyList<RuleRun> Read(double[] z, RunRules rules) => IndividualChart.Of(z, new() { Rules = rules, Standard = new(0, 1) }).Location.Runs;
    }

    [Fact]
    public void An_excluded_point_breaks_no_rule_and_ends_the_run_it_lay_in()
    {
        double[] z = [.. Enumerable.Repeat(0.5, 13), 9];
        var chart = IndividualChart.Of(z, new() { Rules = RunRules.Nelson, Standard = new(0, 1), Exclusions = [new(7, "tool change"), new(14, "wrong part")] }).Location;
        Assert.Empty(chart.Runs);
        Assert.Equal(("tool change", "wrong part"), (chart.Points[6].Excluded, chart.Points[13].Excluded));
        Assert.Equal(SigmaZone.Beyond, chart.Points[13].Zone);
        Assert.Throws<ArgumentException>(() => IndividualChart.Of(z, new() { Exclusions = [new(15, "not there")] }));
        Assert.Throws<ArgumentException>(() => IndividualChart.Of(z, new() { Exclusions = [new(1, "once"), new(1, "twice")] }));
        Assert.Throws<ArgumentException>(() => new Exclusion(1, " "));
        Assert.Throws<ArgumentException>(() => IndividualChart.Of([1, 2], new() { Exclusions = [new(1, "all"), new(2, "gone")] }));
    }

    [Fact]
    public void Frozen_limits_do_not_move_with_the_points()
    {
        var frozen = SubgroupChart.XBarR([10, 11, 12, 13], 2, new() { Standard = new(0, 1) });
        Assert.True(frozen.Location.IsFrozen);
        Assert.Equal(3 / Math.Sqrt(2), frozen.Location.Upper.Known, 1e-12);
        Assert.Equal(ControlChartConstants.For(2).D2, frozen.Spread.Upper.Known, 1e-12);
        Assert.All(frozen.Location.Points, p => Assert.False(p.InReference));
        Assert.Equal([1, 2], frozen.Location.Breaking(ChartRule.BeyondLimits));
        Assert.Throws<ArgumentException>(() => SubgroupChart.XBarR([10, 11, 12, 13], 2, new() { Standard = new(0) }));
    }

    [Fact]
    public void Standardised_shares_signal_where_the_shares_do()
    {
        int[] sizes = [.. Enumerable.Range(0, 40).Select(i => 40 + i)];
        int[] counts = [.. sizes.Select((n, i) => i == 20 ? 25 : n / 10)];
        var rules = new ChartChoices { Rules = RunRules.Nelson with { Trend = null, Alternating = null, HuggingCentre = 3, SameSide = 4 } };
        var plain = AttributeChart.P(counts, sizes, rules);
        var standardised = AttributeChart.P(counts, sizes, rules, standardised: true);
        Assert.Equal(plain.Runs, standardised.Runs);
        Assert.Equal(3, plain.Runs.Select(r => r.Rule).Distinct().Count());
        Assert.Equal([21], plain.Breaking(ChartRule.BeyondLimits));
        Assert.Equal([21], standardised.Breaking(ChartRule.BeyondLimits));
        Assert.Equal((-3, 3), (standardised.Lower.Known, standardised.Upper.Known));
        Assert.False(plain.Upper.IsKnown);
        Assert.Contains(ChartLimitation.FewExpected, plain.Limitations);
        Assert.Throws<ArgumentException>(() => AttributeChart.P([0, 1], [50], new() { ReferencePoints = 1 }, standardised: true));
    }

    [Fact]
    public void A_count_has_no_limit_below_none_nor_above_all()
    {
        Assert.Equal(0, AttributeChart.P([1, 2, 0, 1], [20]).Lower.Known);
        Assert.Equal(1, AttributeChart.P([19, 20, 18, 20], [20]).Upper.Known);
        Assert.Equal((0, 20), (AttributeChart.Np([1, 2, 0, 1], 20).Lower.Known, AttributeChart.Np([19, 20, 18, 20], 20).Upper.Known));
        Assert.Equal(0, AttributeChart.C([1, 2, 0, 1]).Lower.Known);
        Assert.Equal(0, AttributeChart.U([1, 2, 0, 1], [2.5]).Lower.Known);
    }

    [Fact]
    public void A_moving_average_has_wider_limits_until_its_span_is_full()
    {
        var chart = MovingAverageChart.Of([1, 2, 3, 4], 1, 2, new() { Standard = new(2, 1) });
        Assert.Equal([1, 1.5, 2.5, 3.5], chart.Values().ToArray());
        Assert.Equal([5, 2 + 3 / Math.Sqrt(2), 2 + 3 / Math.Sqrt(2), 2 + 3 / Math.Sqrt(2)], chart.Points.Select(p => p.Upper!.Value));
    }

    [Fact]
    public void A_head_start_sees_a_wrong_start_sooner_and_a_restart_counts_anew()
    {
        var values = Enumerable.Repeat(1.5, 12).ToArray();
        var choices = new ChartChoices { Standard = new(0, 1) };
        var plain = CusumChart.Of(values, 1, new() { Decision = 4 }, choices);
        var ready = CusumChart.Of(values, 1, new() { Decision = 4, HeadStart = 2 }, choices);
        Assert.Equal((5, 1), (plain.Signals[0].Number, plain.Signals[0].Since));
        Assert.Equal(3, ready.Signals[0].Number);
        Assert.Equal([5, 10], CusumChart.Of(values, 1, new() { Decision = 4, Restarts = true }, choices).Signals.Select(s => s.Number));
        Assert.Throws<ArgumentException>(() => CusumChart.Of(values, 1, new() { Decision = 2, HeadStart = 2 }, choices));
    }

    [Fact]
    public void A_pair_of_dimensions_each_within_its_limits_may_be_what_the_process_never_does()
    {
        var noise = Spc.Normal(8, 120);
        double[] pairs = [.. Enumerable.Range(0, 60).SelectMany(i => new[] { noise[2 * i], noise[2 * i] + 0.1 * noise[2 * i + 1] })];
        double[] strange = [.. pairs, 1.5, -1.5];
        var chart = HotellingChart.Of(strange, 2, choices: new() { ReferencePoints = 60 });
        Assert.Equal([61], chart.Breaking(ChartRule.BeyondLimits));
        Assert.True(IndividualChart.Of(strange.Where((_, i) => i % 2 == 0).ToArray()).Location.IsInControl);
        Assert.True(chart.Points[60].Upper > chart.Points[0].Upper);

        // Phase I by beta, phase II by F: m = 60, p = 2, from the laws' closed forms for p = 2.
        var alpha = 0.0027;
        Assert.Equal(59.0 * 59 / 60 * (1 - Math.Pow(alpha, 2.0 / 57)), chart.Points[0].Upper!.Value, 1e-6);
        Assert.Equal(2.0 * 61 * 59 / (60 * 58) * (58 / 2.0) * (Math.Pow(alpha, -2.0 / 58) - 1), chart.Points[60].Upper!.Value, 1e-6);
        Assert.Throws<ArgumentException>(() => HotellingChart.Of([.. Enumerable.Range(0, 40).Select(i => (double)(i / 2))], 2));
    }

    [Fact]
    public void What_a_characteristic_brings_to_T2_is_what_is_lost_without_it_and_a_lone_one_brings_all()
    {
        // The third is far alone and follows nothing: nearly all of the distance is its own.
        var noise = Spc.Normal(11, 3 * 60);
        double[] pieces = [.. noise, 0, 0, 9];
        var brought = HotellingChart.Contributions(pieces, 3, 61, choices: new() { ReferencePoints = 60 });
        var whole = HotellingChart.Of(pieces, 3, choices: new() { ReferencePoints = 60 }).Points[60].Value;
        Assert.All(brought, b => Assert.InRange(b.Known, 0, whole));
        Assert.True(brought[2].Known > 0.9 * whole && brought[0].Known < 0.1 * whole);

        // Without the first, T² is that of a chart of the two others.
        double[] others = [.. pieces.Where((_, i) => i % 3 != 0)];
        Assert.Equal(whole - HotellingChart.Of(others, 2, choices: new() { ReferencePoints = 60 }).Points[60].Value, brought[0].Known, 1e-9);
        Assert.Equal(["T²", "T²₍ⱼ₎"], brought[0].Because.Terms.Select(t => t.Symbol));
        Assert.Throws<ArgumentOutOfRangeException>(() => HotellingChart.Contributions(pieces, 3, 62));
    }

    [Fact]
    public void T2_of_subgroups_averages_to_the_characteristics_and_does_not_change_with_their_units()
    {
        var noise = Spc.Normal(9, 3 * 4 * 30);
        var one = HotellingChart.Of(noise, 3, 4);
        var other = HotellingChart.Of([.. noise.Select((v, i) => i % 3 == 0 ? 1000 + 25.4 * v : v)], 3, 4);
        Spc.Agree(one.Values().ToArray(), other.Values().ToArray(), 1e-8);
        Assert.InRange(one.Values().ToArray().Average(), 2, 4);
        Assert.True(one.IsInControl);
    }
}
