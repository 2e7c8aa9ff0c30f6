using Etabli.Methods.Statistics.Fitting;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Methods.Tests.Statistics;

public sealed class DistributionFitTests
{
    public static TheoryData<DistributionFamily> Ranked => [.. Enum.GetValues<DistributionFamily>().Where(f => f != DistributionFamily.Empirical)];

    [Fact]
    public void Parameters_that_made_a_sample_are_found_again_within_four_standard_errors()
    {
        var dice = new Random(50);
        const int n = 4000;
        double[] normal = Dice.Normals(dice, n, 30, 4), lognormal = [.. normal.Select(v => Math.Exp(v / 20))];
        double[] exponential = [.. Enumerable.Range(0, n).Select(_ => Dice.Exponential(dice, 7))];
        double[] weibull = [.. Enumerable.Range(0, n).Select(_ => 12 * Math.Pow(Dice.Exponential(dice, 1), 1 / 1.8))];
        double[] erlang = [.. Enumerable.Range(0, n).Select(_ => Dice.Exponential(dice, 2) + Dice.Exponential(dice, 2) + Dice.Exponential(dice, 2))];
        var root = Math.Sqrt(n);
        MustBe(Fit(normal, DistributionFamily.Normal), (30, 4 * 4 / root), (4, 4 * 4 / Math.Sqrt(2 * n)));
        MustBe(Fit(lognormal, DistributionFamily.Lognormal), (1.5, 4 * 0.2 / root), (0.2, 4 * 0.2 / Math.Sqrt(2 * n)));
        MustBe(Fit(exponential, DistributionFamily.Exponential), (7, 4 * 7 / root));

        // Asymptotic standard errors of the Weibull: 0.78·k/√n and 1.053·λ/(k·√n); of the gamma's shape √(k / (n(k·ψ′(k) − 1))), ψ′(3) = 0.39493.
        MustBe(Fit(weibull, DistributionFamily.Weibull), (1.8, 4 * 0.78 * 1.8 / root), (12, 4 * 1.053 * 12 / 1.8 / root));
        var shape = Math.Sqrt(3 / (n * (3 * 0.39493 - 1)));
        MustBe(Fit(erlang, DistributionFamily.Gamma), (3, 4 * shape), (2, 4 * shape));
    }

    [Theory]
    [MemberData(nameof(Ranked))]
    public void No_neighbour_of_the_fit_is_likelier(DistributionFamily family)
    {
        var dice = new Random(51);
        var values = Enumerable.Range(0, 60).Select(_ => 5 + Dice.Exponential(dice, 2) + Dice.Exponential(dice, 2)).Order().ToArray();
        var fit = Fit(values, family);
        var parameters = fit.Distribution!.Parameters.Select(p => p.Value).ToArray();
        for (var round = 0; round < 60; round++)
        {
            var moved = parameters.Select(p => p * (1 + 0.004 * (dice.NextDouble() - 0.5))).ToArray();
            Assert.True(Build(family, moved).LogLikelihood(values, []) <= fit.LogLikelihood!.Value + 1e-5, $"{family} at {string.Join("; ", moved)}");
        }

        Assert.Equal(Build(family, parameters).LogLikelihood(values, []), fit.LogLikelihood!.Value, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Ranked))]
    public void Tails_density_quantile_and_draws_tell_the_same(DistributionFamily family)
    {
        var dice = new Random(52);
        var fit = Fit([.. Enumerable.Range(0, 80).Select(_ => 3 + Dice.Exponential(dice, 2) + Dice.Exponential(dice, 1))], family).Distribution!;
        foreach (var share in new[] { 0.001, 0.1, 0.5, 0.9, 0.999 })
        {
            var x = fit.Quantile(share);
            Assert.Equal(share, fit.Below(x), 1e-8);
            Assert.Equal(1, fit.Below(x) + fit.Above(x), 1e-12);
        }

        var (from, to) = (fit.Quantile(0.2), fit.Quantile(0.8));
        var area = 0.0;
        const int steps = 4000;
        for (var i = 0; i < steps; i++)
        {
            area += fit.Density(from + (to - from) * (i + 0.5) / steps) * (to - from) / steps;
        }

        Assert.Equal(0.6, area, 1e-4);
        var below = Enumerable.Range(0, 4000).Count(_ => fit.Draw(dice) <= from);
        Assert.Equal(0.2, below / 4000.0, 4 * Math.Sqrt(0.16 / 4000));
    }

    [Fact]
    public void The_family_that_made_a_large_sample_comes_first()
    {
        var dice = new Random(53);
        DistributionFamily[] plain = [DistributionFamily.Exponential, DistributionFamily.Normal, DistributionFamily.Lognormal, DistributionFamily.Gamma, DistributionFamily.Weibull, DistributionFamily.Triangular];
        Assert.Equal(DistributionFamily.Lognormal, DistributionFit.Of([.. Dice.Normals(dice, 600).Select(v => Math.Exp(0.7 * v))], families: plain).Best!.Family);
        Assert.Equal(DistributionFamily.Weibull, DistributionFit.Of([.. Enumerable.Range(0, 900).Select(_ => Math.Pow(Dice.Exponential(dice, 1), 1 / 4.0))], families: plain).Best!.Family);
        Assert.Equal(DistributionFamily.Exponential, DistributionFit.Of([.. Enumerable.Range(0, 300).Select(_ => Dice.Exponential(dice, 40))], families: plain).Best!.Family);
        Assert.Equal(DistributionFamily.Triangular, DistributionFit.Of([.. Enumerable.Range(0, 900).Select(_ => 10 + Math.Sqrt(dice.NextDouble()) * 5)], families: plain).Best!.Family);
    }

    [Fact]
    public void A_least_time_is_found_by_the_shifted_families_and_never_above_the_sample()
    {
        var dice = new Random(54);
        double[] values = [.. Enumerable.Range(0, 1500).Select(_ => 20 + 6 * Math.Pow(Dice.Exponential(dice, 1), 1 / 2.0))];
        var fit = Fit(values, DistributionFamily.ShiftedWeibull);
        Assert.Equal(20, fit.Distribution!.Parameters.Single(p => p.Name == "shift").Value, 0.5);
        Assert.Equal(2, fit.Distribution.Parameters.Single(p => p.Name == "shape").Value, 0.3);
        Assert.True(fit.Aicc < Fit(values, DistributionFamily.Weibull).Aicc);
        foreach (var family in new[] { DistributionFamily.ShiftedLognormal, DistributionFamily.ShiftedGamma, DistributionFamily.ShiftedWeibull })
        {
            Assert.InRange(Fit(values, family).Distribution!.Parameters.Single(p => p.Name == "shift").Value, 0, values.Min());
            Assert.True(Fit([100, 100.1, 107, 130, 300], family).LogLikelihood < 0);
            Assert.Equal("room for a shift under the smallest value", Assert.Single(Fit([1, 1.1, 7, 30, 200], family).Gaps).Name);
        }
    }

    [Fact]
    public void Interrupted_timings_count_for_what_they_are_known_to_pass()
    {
        // Exponential: total time over the number met.
        Assert.Equal(30, Fit([10, 20], DistributionFamily.Exponential, [30]).Distribution!.Parameters[0].Value);
        var dice = new Random(55);
        foreach (var (family, draw, sought) in new (DistributionFamily, Func<double>, double[])[]
        {
            (DistributionFamily.Lognormal, () => Math.Exp(2 + 0.5 * Dice.Normal(dice)), [2, 0.5]),
            (DistributionFamily.Normal, () => 50 + 6 * Dice.Normal(dice), [50, 6]),
            (DistributionFamily.Weibull, () => 10 * Math.Pow(Dice.Exponential(dice, 1), 0.5), [2, 10]),
            (DistributionFamily.Gamma, () => Dice.Exponential(dice, 3) + Dice.Exponential(dice, 3), [2, 3]),
        })
        {
            var all = Enumerable.Range(0, 3000).Select(_ => draw()).ToArray();
            var limit = all.Order().ElementAt(2000);
            var cut = Fit([.. all.Where(v => v <= limit)], family, [.. all.Where(v => v > limit).Select(_ => limit)]);
            Assert.All(sought.Zip(cut.Distribution!.Parameters), p => Assert.Equal(p.First, p.Second.Value, 0.08 * p.First));
            Assert.Null(cut.AndersonDarling);
        }
    }

    [Fact]
    public void Under_the_family_bootstrap_probabilities_are_uniform()
    {
        var dice = new Random(56);
        var ps = Enumerable.Range(0, 150).Select(_ => DistributionFit.AndersonDarlingTest([.. Enumerable.Range(0, 25).Select(_ => Math.Exp(Dice.Normal(dice)))], DistributionFamily.Lognormal, dice, 99, stop: TestContext.Current.CancellationToken).Probability!.Value).Order().ToArray();
        var most = ps.Select((p, i) => Math.Max(Math.Abs((i + 1) / 150.0 - p), Math.Abs(p - i / 150.0))).Max();

        // Kolmogorov's 0.1 % point, 1.95 / √150, and the grain of 1 / 100.
        Assert.True(most < 1.95 / Math.Sqrt(150) + 0.01, $"{most}");
    }

    [Fact]
    public void The_bootstrap_agrees_with_Stephens_on_normal_values_and_rejects_what_is_not()
    {
        var values = Dice.Normals(new Random(57), 40, 10, 2);
        var table = NormalityTests.AndersonDarling(values);
        var test = DistributionFit.AndersonDarlingTest(values, DistributionFamily.Normal, new Random(58), 999, stop: TestContext.Current.CancellationToken);
        Assert.Equal(table.Probability!.Value, test.Probability!.Value, 0.06);
        Assert.Equal(test.Probability, DistributionFit.AndersonDarlingTest(values, DistributionFamily.Normal, new Random(58), 999, stop: TestContext.Current.CancellationToken).Probability);
        var dice = new Random(59);
        Assert.Equal(Conclusion.Rejected, DistributionFit.AndersonDarlingTest([.. Dice.Normals(dice, 80).Select(v => Math.Exp(1.2 * v))], DistributionFamily.Normal, dice, 199, stop: TestContext.Current.CancellationToken).Conclusion);
    }

    [Fact]
    public void A_scale_moves_the_likelihood_of_every_family_alike()
    {
        var dice = new Random(60);
        double[] values = [.. Enumerable.Range(0, 50).Select(_ => 4 + Dice.Exponential(dice, 2) + Dice.Exponential(dice, 1))];
        foreach (var family in Ranked.Select(r => r.Data))
        {
            var (plain, scaled) = (Fit(values, family), Fit([.. values.Select(v => v * 60)], family));
            Assert.Equal(plain.LogLikelihood!.Value - 50 * Math.Log(60), scaled.LogLikelihood!.Value, 1e-4);
            Assert.Equal(plain.KolmogorovSmirnov!.Value, scaled.KolmogorovSmirnov!.Value, 1e-4);
        }
    }

    [Fact]
    public void What_must_be_said_is_said()
    {
        Assert.Equal([FitWarning.SmallSample], DistributionFit.Of([12.1, 14.0, 11.2, 19.5, 13.3, 12.8]).Warnings);
        var dice = new Random(61);
        var rounded = DistributionFit.Of([.. Dice.Normals(dice, 60, 30, 3).Select(v => Math.Round(v))]);
        Assert.Contains(FitWarning.TiesFromRounding, rounded.Warnings);
        Assert.Equal(1, rounded.Resolution);
        Assert.Contains(FitWarning.NeighboursAlike, DistributionFit.Of([.. Enumerable.Range(0, 50).Select(i => 10 + i * 0.37)]).Warnings);
        Assert.Contains(FitWarning.Censored, DistributionFit.Of([1, 2, 3, 4], [5]).Warnings);
        Assert.Empty(DistributionFit.Of(Dice.Normals(dice, 60, 30, 3)).Warnings);
    }

    [Fact]
    public void Families_that_cannot_hold_the_sample_say_why_and_none_gives_NaN()
    {
        var flat = DistributionFit.Of([5, 5, 5, 5, 5, 5]);
        Assert.All(flat.Fits.Where(f => f.Family != DistributionFamily.Exponential), f => Assert.Equal("spread of the values", Assert.Single(f.Gaps).Name));
        var negative = DistributionFit.Of([-3, -1, 2, 4, 6, 9]);
        Assert.Equal(DistributionFamily.Normal, negative.Fits.First(f => f.Family == DistributionFamily.Normal && f.Aicc is not null).Family);
        Assert.All(negative.Fits.Where(f => f.Family is DistributionFamily.Lognormal or DistributionFamily.Gamma or DistributionFamily.Weibull or DistributionFamily.Exponential), f => Assert.Null(f.Distribution));
        double[][] hard = [[1, 2], [1e-9, 1], [1e70, 2e70, 3e70, 5e70, 6e70], [0.001, 0.001, 0.002, 900], [1, 1, 1, 1, 1.0000001], [3, 3.1, 3.2, 3.3, 3.4, 3.5]];
        foreach (var fit in hard.SelectMany(h => DistributionFit.Of(h).Fits))
        {
            Assert.True(fit.Distribution is null || fit.Distribution.Parameters.All(p => double.IsFinite(p.Value)), fit.ToString());
            Assert.True(fit.Aicc is null || double.IsFinite(fit.Aicc.Value));
            Assert.True(fit.AndersonDarling is null || double.IsFinite(fit.AndersonDarling.Value));
            Assert.True(fit.Aicc is not null || fit.Gaps.Count == 1);
        }

        Assert.Equal("values", Assert.Throws<ArgumentException>(() => DistributionFit.Of([1])).ParamName);
        Assert.Equal("family", Assert.Throws<ArgumentException>(() => DistributionFit.AndersonDarlingTest([1, 2, 3, 4, 5], DistributionFamily.Empirical, new Random(1), stop: TestContext.Current.CancellationToken)).ParamName);
        Assert.Throws<OperationCanceledException>(() => DistributionFit.AndersonDarlingTest([1, 2, 3, 4, 5], DistributionFamily.Normal, new Random(1), stop: new CancellationToken(true)));
    }

    private static CandidateFit Fit(double[] values, DistributionFamily family, double[]? censored = null) => DistributionFit.Of(values, censored, [family]).Fits.Single();

    private static void MustBe(CandidateFit fit, params (double Value, double Tolerance)[] sought) =>
        Assert.All(sought.Zip(fit.Distribution!.Parameters), p => Assert.Equal(p.First.Value, p.Second.Value, p.First.Tolerance));

    private static Shape Build(DistributionFamily family, double[] p) => family switch
    {
        DistributionFamily.Exponential => new ExponentialShape(p[0]),
        DistributionFamily.Normal => new NormalShape(p[0], p[1], cut: false),
        DistributionFamily.TruncatedNormal => new NormalShape(p[0], p[1], cut: true),
        DistributionFamily.Lognormal => new LognormalShape(p[0], p[1]),
        DistributionFamily.Gamma => new GammaShape(p[0], p[1]),
        DistributionFamily.Weibull => new WeibullShape(p[0], p[1]),
        DistributionFamily.ShiftedLognormal => new ShiftedShape(new LognormalShape(p[0], p[1]), p[2]),
        DistributionFamily.ShiftedGamma => new ShiftedShape(new GammaShape(p[0], p[1]), p[2]),
        DistributionFamily.ShiftedWeibull => new ShiftedShape(new WeibullShape(p[0], p[1]), p[2]),
        DistributionFamily.Triangular => new TriangularShape(p[0], p[1], p[2]),
        _ => new PertShape(p[0], p[1], p[2]),
    };
}
