using System.Text.Json;
using Etabli.Methods.Quality;

namespace Etabli.Methods.Tests.Quality;

public sealed class CapabilityTests
{
    private static readonly ProcessStability Holds = ProcessStability.Stated(true, "Anne read the charts");

    [Theory]
    [InlineData("capability_pistonrings")]
    [InlineData("capability_pistonrings_offcentre")]
    public void The_piston_rings_have_the_published_indices_and_intervals(string name)
    {
        var expected = Spc.Expected(name);
        var spec = Spc.Numbers(expected, "spec");
        var values = Spc.PistonRings()[..125];
        var within = SubgroupChart.XBarR(values, 5).Sigma with { Value = expected.GetProperty("sigma_within").GetDouble() };
        var tolerance = new Tolerance(spec[0], spec[1], expected.GetProperty("target").GetDouble());
        var study = Capability.Of(values, tolerance, within, stability: Holds);
        var indices = expected.GetProperty("indices");
        Index(indices.GetProperty("Cp"), study.Capability.Potential);
        Index(indices.GetProperty("Cp_k"), study.Capability.Actual);
        Assert.Equal(indices.GetProperty("Cpm").GetProperty("Value").GetDouble(), study.Taguchi.Known, 1e-9);

        // ξ = (x̄ − T)/σ. Boyles has n(1 + ξ²)²/(1 + 2ξ²) degrees; the other program forgets the square, and its interval is found again without it.
        var square = Math.Pow((study.Mean - tolerance.Target!.Value) / study.Within!.Value, 2);
        var theirs = 125 * (1 + square) / (1 + 2 * square);
        var ours = theirs * (1 + square);
        Assert.Equal(indices.GetProperty("Cpm").GetProperty("2.5%").GetDouble(), study.Taguchi.Known * Math.Sqrt(Tails.ChiSquareQuantile(0.025, theirs) / theirs), 1e-7);
        Assert.Equal(study.Taguchi.Interval!.Low, study.Taguchi.Known * Math.Sqrt(Tails.ChiSquareQuantile(0.025, ours) / ours), 1e-12);

        // The other program prints one-sided intervals for one side: its 95 % are 90 % of both ends.
        var ninety = Capability.Of(values, tolerance, within, stability: Holds, choices: new() { Confidence = 0.90 });
        Index(indices.GetProperty("Cp_l"), ninety.Capability.LowerSide);
        Index(indices.GetProperty("Cp_u"), ninety.Capability.UpperSide);

        Assert.Equal(expected.GetProperty("sd_overall").GetDouble(), study.Overall, 1e-12);
        Assert.Equal(expected.GetProperty("Pp").GetDouble(), study.Performance.Potential.Known, 1e-9);
        Assert.Equal(expected.GetProperty("Ppk").GetDouble(), study.Performance.Actual.Known, 1e-9);
        Ends(Spc.Numbers(expected, "Pp_CI95"), study.Performance.Potential);
        Ends(Spc.Numbers(expected, "Ppk_CI95_bissell"), study.Performance.Actual);
        Assert.Equal(expected.GetProperty("obs_below").GetDouble(), study.Observed.Below, 1e-12);
        Assert.Equal(expected.GetProperty("obs_above").GetDouble(), study.Observed.Above, 1e-12);
        Assert.Equal(expected.GetProperty("ppm_within_total").GetDouble(), study.ExpectedWithin!.PartsPerMillion, expected.GetProperty("ppm_within_total").GetDouble() * 1e-7);
        Assert.Equal(expected.GetProperty("ppm_overall_total").GetDouble(), study.ExpectedOverall!.PartsPerMillion, expected.GetProperty("ppm_overall_total").GetDouble() * 1e-7);

        static void Index(JsonElement expected, CapabilityIndex index)
        {
            Assert.Equal(expected.GetProperty("Value").GetDouble(), index.Known, 1e-9);
            Ends([expected.GetProperty("2.5%").GetDouble(), expected.GetProperty("97.5%").GetDouble()], index);
        }

        static void Ends(double[] expected, CapabilityIndex index)
        {
            Assert.Equal(expected[0], index.Interval!.Low, 1e-7);
            Assert.Equal(expected[1], index.Interval.High, 1e-7);
        }
    }

    [Fact]
    public void The_bore_has_no_capability_while_its_stones_wear_and_its_performance_all_the_same()
    {
        var answers = DemoFactory.Answers.GetProperty("spc_alesage");
        var values = Spc.Bore();
        var charts = SubgroupChart.XBarR(values, 5);
        var tolerance = new Tolerance(answers.GetProperty("LTI").GetDouble(), answers.GetProperty("LTS").GetDouble());
        var study = Capability.Of(values, charts, tolerance);
        Assert.False(study.Capability.Actual.IsKnown);
        var gap = Assert.Single(study.Capability.Actual.Index.Because.Gaps);
        Assert.Equal(("stability", GapKind.Impossible), (gap.Name, gap.Kind));
        Assert.Contains("rule 1 at points 53 to 53", gap.Of, StringComparison.Ordinal);
        Assert.Null(study.Capability.Actual.Interval);
        Assert.Contains(CapabilityLimitation.Unstable, study.Limitations);
        Assert.Equal(answers.GetProperty("Pp").GetDouble(), study.Performance.Potential.Known, 1e-3);
        Assert.Equal(answers.GetProperty("Ppk").GetDouble(), study.Performance.Actual.Known, 1e-3);
        Assert.Equal(answers.GetProperty("ecart_type_global").GetDouble(), study.Overall, 5e-5);
        Assert.Equal(0.0094, study.Observed.Above, 5e-5);

        // The indices the answers print are those of a process taken as stable.
        var trusted = Capability.Of(values, tolerance, charts.Sigma, stability: ProcessStability.Stated(true, "as the answers do"));
        Assert.Equal(answers.GetProperty("Cp").GetDouble(), trusted.Capability.Potential.Known, 5e-4);
        Assert.Equal(answers.GetProperty("Cpk").GetDouble(), trusted.Capability.Actual.Known, 5e-4);
    }

    [Fact]
    public void Degrees_of_freedom_of_ranges_widen_the_interval()
    {
        var values = Spc.Normal(31, 100, 10, 1);
        var charts = SubgroupChart.XBarR(values, 5);
        var tolerance = new Tolerance(5, 15);
        var usual = Capability.Of(values, tolerance, charts.Sigma, charts.DegreesOfFreedom, Holds);
        var honest = Capability.Of(values, tolerance, charts.Sigma, charts.DegreesOfFreedom, Holds, new() { Degrees = IndexDegrees.OfSigma });
        Assert.Equal(72.7, charts.DegreesOfFreedom, 0.3);
        Assert.True(honest.Capability.Potential.Interval!.Low < usual.Capability.Potential.Interval!.Low);
        Assert.True(honest.Capability.Actual.Interval!.High > usual.Capability.Actual.Interval!.High);
        Assert.Equal(usual.Capability.Potential.Known, honest.Capability.Potential.Known);
    }

    [Fact]
    public void One_limit_has_a_Cpk_and_no_Cp()
    {
        var study = Capability.Of(Spc.Normal(32, 60, 10, 1), new(null, 13), stability: Holds);
        Assert.False(study.Performance.Potential.IsKnown);
        Assert.False(study.Performance.LowerSide.IsKnown);
        Assert.Equal(study.Performance.UpperSide.Known, study.Performance.Actual.Known);
        Assert.Equal(0, study.ExpectedOverall!.Below);
        Assert.False(study.Capability.Actual.IsKnown);
        Assert.Contains(CapabilityLimitation.NoSigmaWithin, study.Limitations);
    }

    [Fact]
    public void Too_few_values_or_none_that_vary_have_no_index_and_a_wrong_tolerance_is_refused()
    {
        Assert.Contains(Capability.Of([1, 2, 3], new(0, 5)).Performance.Actual.Index.Because.Gaps, g => g.Name == "enough values");
        var flat = Capability.Of(Enumerable.Repeat(2.0, 50).ToArray(), new(0, 5), stability: Holds);
        Assert.Contains(flat.Performance.Potential.Index.Because.Gaps, g => g is { Name: "variation", Kind: GapKind.Impossible });
        Assert.Contains(CapabilityLimitation.NoVariation, flat.Limitations);
        Assert.Null(flat.ExpectedOverall);
        Assert.Equal("upper", Assert.Throws<ArgumentException>(() => new Tolerance(5, 5)).ParamName);
        Assert.Throws<ArgumentException>(() => new Tolerance(null, null));
        Assert.Throws<ArgumentException>(() => new Tolerance(0, 5, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Tolerance(double.NaN, 5));
        Assert.Throws<ArgumentException>(() => Capability.Of([1], new(0, 5)));
        Assert.Throws<ArgumentException>(() => Capability.Of([1, double.NaN], new(0, 5)));
        Assert.Contains(CapabilityLimitation.StabilityUnknown, Capability.Of(Spc.Normal(1, 60), new(-9, 9)).Limitations);
    }

    [Theory]
    [InlineData(1000, 25.4)]
    [InlineData(-7, 0.001)]
    public void Indices_do_not_change_with_the_unit(double shift, double scale)
    {
        var values = Spc.Normal(33, 200, 10, 1);
        double Move(double v) => shift + scale * v;
        var moved = values.Select(Move).ToArray();
        var one = Capability.Of(values, new(6, 13), SubgroupChart.XBarS(values, 4).Sigma, stability: Holds);
        var other = Capability.Of(moved, new(Move(6), Move(13)), SubgroupChart.XBarS(moved, 4).Sigma, stability: Holds);
        Assert.Equal(one.Capability.Actual.Known, other.Capability.Actual.Known, 1e-8);
        Assert.Equal(one.Taguchi.Known, other.Taguchi.Known, 1e-8);
        Assert.True(one.Capability.Actual.Known <= one.Capability.Potential.Known);
        Assert.True(one.Taguchi.Known <= one.Capability.Potential.Known);
        Assert.Equal(one.Observed, other.Observed);
    }

    [Fact]
    public void Quantiles_of_a_normal_law_give_the_indices_of_three_sigmas()
    {
        var law = ReferenceQuantiles.Of(p => 10 + 2 * Tails.NormalQuantile(p), "normal");
        var indices = PercentileCapability.Of(law, new(2, 16));
        Assert.Equal(14 / 12.0, indices.Potential.Known, 1e-9);
        Assert.Equal(1, indices.Actual.Known, 1e-9);
        var exponential = PercentileCapability.Of(ReferenceQuantiles.Of(p => -Math.Log(1 - p), "exponential"), new(null, 4));
        Assert.Equal((4 - Math.Log(2)) / (-Math.Log(ReferenceQuantiles.LowShare) - Math.Log(2)), exponential.Actual.Known, 1e-9);
        Assert.False(exponential.Potential.IsKnown);
        Assert.Contains(CapabilityLimitation.TailsBeyondSample, PercentileCapability.OfValues(Spc.Bore(), new(0, 39)).Limitations);
        Assert.Throws<ArgumentException>(() => PercentileCapability.OfValues([1, 1, 1], new(0, 5)));
    }

    [Fact]
    public void A_lognormal_sample_is_made_normal_by_its_logarithm()
    {
        var values = Spc.Normal(34, 400, 0, 0.6).Select(Math.Exp).ToArray();
        var fit = BoxCoxTransform.Fit(values);
        Assert.InRange(0, fit.Interval.Low, fit.Interval.High);
        Assert.False(fit.Interval.Low < 1 && fit.Interval.High > 1);
        Assert.Equal(fit.Power.Known, BoxCoxTransform.Fit(values.Select(v => 1000 * v).ToArray()).Power.Known, 1e-6);
        var exact = ReferenceQuantiles.Of(p => Math.Exp(0.6 * Tails.NormalQuantile(p)), "lognormal");
        Assert.Equal(exact.Median, fit.Quantiles()!.Median, 0.1);
        Assert.Equal(exact.High, fit.Quantiles()!.High, 1.5);
        Assert.Contains("Value 2 is -1", Assert.Throws<ArgumentException>(() => BoxCoxTransform.Fit([1, -1, 2, 3, 4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BoxCoxTransform.Fit([2, 2, 2, 2, 2]));
    }

    [Theory]
    [InlineData(JohnsonFamily.Unbounded)]
    [InlineData(JohnsonFamily.Bounded)]
    [InlineData(JohnsonFamily.Lognormal)]
    public void A_Johnson_law_is_found_again_from_its_own_quantiles(JohnsonFamily family)
    {
        double Z(double p) => Tails.NormalQuantile(p);
        Func<double, double> law = family switch
        {
            JohnsonFamily.Unbounded => p => 3 + 2 * Math.Sinh((Z(p) - 0.7) / 1.4),
            JohnsonFamily.Bounded => p => 3 + 2 / (1 + Math.Exp(-(Z(p) - 0.7) / 1.4)),
            _ => p => 3 + Math.Exp((Z(p) - 0.7) / 1.4),
        };
        foreach (var turned in new[] { 1, -1 })
        {
            double Turned(double p) => turned > 0 ? law(p) : -law(1 - p);
            var found = JohnsonLaw.OfQuantiles(Turned, 0.524)!;
            Assert.Equal(family, found.Family);
            Assert.Equal(1.4, found.Eta, 1e-6);
            foreach (var p in new[] { 0.00135, 0.1, 0.5, 0.9, 0.99865 })
            {
                Assert.Equal(Turned(p), found.QuantileOf(p), 1e-5);
            }
        }
    }

    [Fact]
    public void A_sample_whose_quantiles_repeat_has_no_Johnson_law()
    {
        Assert.Null(JohnsonLaw.Fit([.. Enumerable.Range(0, 40).Select(i => (double)(i % 2))]));
        Assert.NotNull(JohnsonLaw.Fit(Spc.Normal(35, 500)));
    }
}
