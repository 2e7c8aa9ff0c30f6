using System.Text.Json;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Methods.Tests.Statistics;

public sealed class HypothesisTests
{
    private static readonly double[][] Sprays =
    [
        [10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13], [11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13], [0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4],
        [3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4], [3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4], [11, 9, 15, 22, 15, 16, 13, 10, 26, 26, 24, 13],
    ];

    [Fact]
    public void Students_sleep_gives_Students_figures()
    {
        var sleep = DemoFactory.Published("spc/expected/ttests_sleep.json");
        var (a, b) = (Numbers(sleep, "a"), Numbers(sleep, "b"));
        var welch = MeanTests.Welch(a, b);
        MustBe(sleep.GetProperty("welch"), welch);
        Assert.Equal(sleep.GetProperty("welch").GetProperty("df").GetDouble(), welch.Freedom[0], 1e-9);
        MustBe(sleep.GetProperty("pooled"), MeanTests.TwoSample(a, b));
        MustBe(sleep.GetProperty("paired"), MeanTests.Paired(a, b));
        var variances = VarianceTests.TwoVariances(a, b);
        Assert.Equal(sleep.GetProperty("ftest").GetProperty("F").GetDouble(), variances.Statistic!.Value, 1e-12);
        Assert.Equal(sleep.GetProperty("ftest").GetProperty("p").GetDouble(), variances.Probability!.Value, 1e-12);
        Assert.Equal(Conclusion.Rejected, MeanTests.Paired(a, b).Conclusion);
        Assert.Equal(Conclusion.NotRejected, welch.Conclusion);
        Assert.Equal(AssumptionStatus.Holds, MeanTests.TwoSample(a, b).Assumptions[2].Status);
    }

    [Fact]
    public void A_one_sided_test_halves_p_and_opens_its_interval()
    {
        double[] values = [5.1, 4.9, 5.6, 5.2, 5.0];
        var both = MeanTests.OneSample(values, 5);
        var greater = MeanTests.OneSample(values, 5, Alternative.Greater);
        var less = MeanTests.OneSample(values, 5, Alternative.Less);
        Assert.Equal(0.2560, both.Probability!.Value, 5e-5);
        Assert.Equal(both.Probability.Value / 2, greater.Probability!.Value, 1e-14);
        Assert.Equal(1, greater.Probability.Value + less.Probability!.Value, 1e-14);
        Assert.Null(greater.Estimate!.Interval!.Value.High);
        Assert.Null(less.Estimate!.Interval!.Value.Low);
    }

    [Fact]
    public void The_insect_sprays_give_the_printed_figures_of_Bartlett_Brown_Forsythe_and_Welch()
    {
        var bartlett = VarianceTests.Bartlett(Sprays);
        Assert.Equal((25.96, 5), (Math.Round(bartlett.Statistic!.Value, 2), bartlett.Freedom[0]));
        Assert.Equal(9.085e-05, bartlett.Probability!.Value, 5e-9);
        var levene = VarianceTests.Levene(Sprays);
        Assert.Equal(3.8214, levene.Statistic!.Value, 5e-5);
        Assert.Equal(0.004223, levene.Probability!.Value, 5e-7);
        var welch = OneWayAnova.Welch(Sprays);
        Assert.Equal(36.065, welch.Statistic!.Value, 5e-4);
        Assert.Equal(30.043, welch.Freedom[1], 5e-4);
        Assert.Equal(7.999e-12, welch.Probability!.Value, 5e-16);
    }

    [Fact]
    public void Mendels_682_peas_of_925_do_not_speak_against_three_quarters()
    {
        // Bounds: P(B ≥ 682) and P(B ≤ 682) are 0.025 there, by an integral reckoned apart with 25 digits.
        var test = ProportionTests.One(682, 925, 0.75);
        Assert.Equal(0.3825, test.Probability!.Value, 5e-5);
        Assert.Equal(0.7076683, test.Estimate!.Interval!.Value.Low!.Value, 5e-8);
        Assert.Equal(0.7654066, test.Estimate.Interval.Value.High!.Value, 5e-8);
        Assert.Equal(0.2632, ProportionTests.One(7, 20, 0.5).Probability!.Value, 5e-5);
        Assert.Equal(0.1684, ProportionTests.Exact(0, 20).High!.Value, 5e-5);
        Assert.Equal(0, ProportionTests.Exact(0, 20).Low);
    }

    [Fact]
    public void The_exact_binomial_p_is_the_sum_over_all_counts()
    {
        var dice = new Random(3);
        for (var i = 0; i < 300; i++)
        {
            var n = dice.Next(1, 60);
            var (x, share) = (dice.Next(0, n + 1), 0.02 + 0.96 * dice.NextDouble());
            var chances = Enumerable.Range(0, n + 1).Select(k => Choose(n, k) * Math.Pow(share, k) * Math.Pow(1 - share, n - k)).ToArray();
            Assert.Equal(Math.Min(1, chances.Where(c => c <= chances[x] * (1 + 1e-7)).Sum()), ProportionTests.One(x, n, share).Probability!.Value, 1e-9);
            Assert.Equal(chances.Take(x + 1).Sum(), ProportionTests.One(x, n, share, Alternative.Less).Probability!.Value, 1e-9);
        }
    }

    [Fact]
    public void Intervals_of_a_share_cover_as_they_say()
    {
        // Coverage summed exactly over all counts: Clopper-Pearson never under 95 %, Wilson near it on average.
        var wilson = 0.0;
        for (var share = 0.05; share < 0.96; share += 0.05)
        {
            var (exact, near) = (0.0, 0.0);
            for (var x = 0; x <= 30; x++)
            {
                var chance = Choose(30, x) * Math.Pow(share, x) * Math.Pow(1 - share, 30 - x);
                exact += ProportionTests.Exact(x, 30).Contains(share) ? chance : 0;
                near += ProportionTests.Wilson(x, 30).Contains(share) ? chance : 0;
            }

            Assert.True(exact >= 0.95);
            wilson += near / 19;
        }

        Assert.Equal(0.95, wilson, 0.01);
    }

    [Fact]
    public void Two_shares_are_the_two_by_two_table_by_another_road()
    {
        var two = ProportionTests.Two(15, 120, 30, 140);
        var table = ContingencyTests.Independence([[15, 105], [30, 110]]);
        Assert.Equal(table.Statistic!.Value, two.Statistic!.Value * two.Statistic.Value, 1e-12);
        Assert.Equal(table.Probability!.Value, two.Probability!.Value, 1e-12);
        Assert.True(two.Estimate!.Interval!.Value.Contains(15 / 120.0 - 30 / 140.0));
        Assert.Equal(AssumptionStatus.Doubtful, ProportionTests.Two(1, 9, 2, 8).Assumptions[1].Status);
        Assert.Equal(Conclusion.Unknown, ProportionTests.Two(0, 9, 0, 8).Conclusion);
    }

    [Fact]
    public void Printed_tables_of_counts_agree()
    {
        var parties = ContingencyTests.Independence([[762, 327, 468], [484, 239, 477]]);
        Assert.Equal(30.07, parties.Statistic!.Value, 5e-3);
        Assert.Equal(2.954e-07, parties.Probability!.Value, 5e-11);
        Assert.Equal(0.4857, ContingencyTests.FisherExact(3, 1, 1, 3).Probability!.Value, 5e-5);
        Assert.Equal(17.0 / 70, ContingencyTests.FisherExact(3, 1, 1, 3, Alternative.Greater).Probability!.Value, 1e-12);
        Assert.Equal(0.0004652, ContingencyTests.FisherExact(2, 15, 10, 3, Alternative.Less).Probability!.Value, 5e-8);
        var fair = ContingencyTests.Fit([16, 18, 16, 14, 12, 12], [1, 1, 1, 1, 1, 1]);
        Assert.Equal((2.0, 5.0), (Math.Round(fair.Statistic!.Value, 10), fair.Freedom[0]));
        Assert.Equal(AssumptionStatus.Doubtful, ContingencyTests.Fit([1, 2], [1, 1]).Assumptions[1].Status);
    }

    [Fact]
    public void The_printed_rank_tests_of_Hollander_and_Wolfe_agree()
    {
        double[] term = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46], early = [1.15, 0.88, 0.90, 0.74, 1.21];
        var permeability = RankTests.MannWhitney(term, early, Alternative.Greater);
        Assert.Equal((35.0, true), (permeability.Statistic!.Value, permeability.Exact));
        Assert.Equal(0.1272, permeability.Probability!.Value, 5e-5);
        double[] first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30], second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
        var depression = RankTests.SignedRank([.. first.Zip(second, (x, y) => x - y)], Alternative.Greater);
        Assert.Equal((40.0, true), (depression.Statistic!.Value, depression.Exact));
        Assert.Equal(0.01953, depression.Probability!.Value, 5e-6);
        Assert.Equal(2.0 / 35, RankTests.MannWhitney([1.1, 2.2, 3.3], [4.4, 5.5, 6.6, 7.7]).Probability!.Value, 1e-14);
        Assert.Equal(2.0 / 32, RankTests.SignedRank([1.1, 2.2, 3.3, 4.4, 5.5]).Probability!.Value, 1e-14);
    }

    [Fact]
    public void Exact_rank_probabilities_are_counted_over_every_arrangement_and_their_normal_twin_is_near()
    {
        // Every choice of 4 places of 9.
        var us = new List<double>();
        for (var mask = 0; mask < 512; mask++)
        {
            if (int.PopCount(mask) == 4)
            {
                us.Add(Enumerable.Range(0, 9).Where(i => (mask >> i & 1) == 1).Sum(i => i + 1) - 10);
            }
        }

        double[] first = [1, 5, 6, 9], second = [2, 3, 4, 7, 8];
        var test = RankTests.MannWhitney(first, second, Alternative.Greater);
        Assert.Equal(us.Count(u => u >= test.Statistic) / 126.0, test.Probability!.Value, 1e-12);
        var tied = RankTests.MannWhitney([.. first, 9], [.. second, 9], Alternative.Greater);
        Assert.False(tied.Exact);
        var (a, b) = (Enumerable.Range(0, 45).Select(i => i * 1.01).ToArray(), Enumerable.Range(0, 45).Select(i => i + 5.005).ToArray());
        Assert.Equal(RankTests.MannWhitney(a, b).Probability!.Value, RankTests.MannWhitney([.. a, .. a[..6].Select(v => v + 0.2)], [.. b, .. b[..6].Select(v => v + 0.3)]).Probability!.Value, 0.08);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Normality_agrees_with_R(int at)
    {
        var expected = DemoFactory.Published("spc/expected/normality.json").GetProperty("cases")[at];
        var values = at switch
        {
            1 => SummaryTests.SpcColumn("pistonrings.csv", 125),
            2 => SummaryTests.SpcColumn("antifreeze.csv"),
            _ => Numbers(expected, "data"),
        };
        var shapiro = NormalityTests.ShapiroWilk(values);
        Assert.Equal(expected.GetProperty("sw_W").GetDouble(), shapiro.Statistic!.Value, 1e-11);
        Assert.Equal(expected.GetProperty("sw_p").GetDouble(), shapiro.Probability!.Value, 1e-9);
        var anderson = NormalityTests.AndersonDarling(values);
        Assert.Equal(expected.GetProperty("ad_A2").GetDouble(), anderson.Statistic!.Value, 1e-11);
        Assert.Equal(expected.GetProperty("ad_p").GetDouble(), anderson.Probability!.Value, 1e-10);
        Assert.Equal(expected.GetProperty("ad_A2star").GetDouble(), anderson.Because.Terms.Single(t => t.Symbol == "A²*").Value, 1e-11);
    }

    [Fact]
    public void Under_the_hypothesis_five_samples_of_a_hundred_are_rejected()
    {
        var dice = new Random(21);
        var (student, shapiro, anderson, levene, drawn) = (0, 0, 0, 0, 3000);
        for (var i = 0; i < drawn; i++)
        {
            var (a, b) = (Dice.Normals(dice, 12, 5, 2), Dice.Normals(dice, 9, 5, 2));
            student += MeanTests.Welch(a, b).Conclusion == Conclusion.Rejected ? 1 : 0;
            shapiro += NormalityTests.ShapiroWilk(a).Conclusion == Conclusion.Rejected ? 1 : 0;
            anderson += NormalityTests.AndersonDarling(a).Conclusion == Conclusion.Rejected ? 1 : 0;
            levene += VarianceTests.Levene([a, b], LeveneCentre.Mean).Conclusion == Conclusion.Rejected ? 1 : 0;
        }

        // 4 standard errors of 0.05 over 3 000 draws are 0.016.
        Assert.InRange(student / (double)drawn, 0.034, 0.066);
        Assert.InRange(shapiro / (double)drawn, 0.034, 0.066);
        Assert.InRange(anderson / (double)drawn, 0.034, 0.066);
        Assert.InRange(levene / (double)drawn, 0.034, 0.08);
    }

    [Fact]
    public void A_shift_or_a_scale_changes_no_conclusion()
    {
        var dice = new Random(22);
        for (var i = 0; i < 60; i++)
        {
            var (a, b) = (Dice.Normals(dice, 10), Dice.Normals(dice, 10, 0.5));
            double[] Moved(double[] of) => Array.ConvertAll(of, v => 50 + v * 8);
            MustAgree(MeanTests.Welch(a, b), MeanTests.Welch(Moved(a), Moved(b)));
            MustAgree(VarianceTests.Bartlett([a, b]), VarianceTests.Bartlett([Moved(a), Moved(b)]));
            MustAgree(NormalityTests.ShapiroWilk(a), NormalityTests.ShapiroWilk(Moved(a)));
            MustAgree(NormalityTests.AndersonDarling(a), NormalityTests.AndersonDarling(Moved(a)));
            MustAgree(RankTests.MannWhitney(a, b), RankTests.MannWhitney(Moved(a), Moved(b)));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0.1)]
    [InlineData(-1e-9)]
    public void A_constant_sample_is_a_stated_gap_in_every_test_and_never_a_division_by_zero(double value)
    {
        // A tenth is no double: a mean that is off by its last digit would make a spread, and a test, of nothing.
        double[] flat = [value, value, value, value, value, value, value];
        HypothesisTest[] tests =
        [
            MeanTests.OneSample(flat, value), MeanTests.OneSample(flat, 2), MeanTests.TwoSample(flat, flat), MeanTests.Welch(flat, flat), MeanTests.Paired(flat, [.. flat.Select(v => v * 2)]), VarianceTests.TwoVariances(flat, [1, 2]),
            VarianceTests.TwoVariances([1, 2], flat), VarianceTests.Levene([flat, flat]), VarianceTests.Bartlett([flat, [1, 2]]), NormalityTests.ShapiroWilk(flat), NormalityTests.AndersonDarling([.. flat, value]),
            RankTests.MannWhitney(flat, flat), RankTests.SignedRank([0, 0, 0]), OneWayAnova.Of([flat, flat]).Test, OneWayAnova.Welch([flat, [1, 2]]),
        ];
        Assert.All(tests, t =>
        {
            Assert.Equal(Conclusion.Unknown, t.Conclusion);
            Assert.Null(t.Statistic);
            Assert.Equal(GapKind.Impossible, Assert.Single(t.Because.Gaps).Kind);
        });
    }

    [Fact]
    public void Samples_that_are_too_small_wild_or_unmatched_are_refused_by_name()
    {
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => MeanTests.OneSample([1], 0)).ParamName);
        Assert.Equal("second", Assert.Throws<ArgumentException>(() => MeanTests.Paired([1, 2], [1, 2, 3])).ParamName);
        Assert.Equal("first", Assert.Throws<ArgumentOutOfRangeException>(() => MeanTests.Welch([1, double.NaN], [1, 2])).ParamName);
        Assert.Equal("risk", Assert.Throws<ArgumentOutOfRangeException>(() => MeanTests.Welch([1, 2], [1, 2], risk: 1)).ParamName);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => ProportionTests.One(5, 4, 0.5)).ParamName);
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => NormalityTests.ShapiroWilk(new double[5001])).ParamName);
        Assert.Equal("groups", Assert.Throws<ArgumentException>(() => OneWayAnova.Of([[1, 2]])).ParamName);
        Assert.Equal("table", Assert.Throws<ArgumentException>(() => ContingencyTests.Independence([[0, 0], [1, 2]])).ParamName);
    }

    internal static double[] Numbers(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (c, i) => c * (n - k + i) / i);

    private static void MustAgree(HypothesisTest expected, HypothesisTest actual)
    {
        Assert.Equal(expected.Statistic!.Value, actual.Statistic!.Value, 1e-9 * Math.Max(1, Math.Abs(expected.Statistic.Value)));
        Assert.Equal(expected.Probability!.Value, actual.Probability!.Value, 1e-9);
    }

    private static void MustBe(JsonElement expected, HypothesisTest test)
    {
        Assert.Equal(expected.GetProperty("t").GetDouble(), test.Statistic!.Value, 1e-12);
        Assert.Equal(expected.GetProperty("p").GetDouble(), test.Probability!.Value, 1e-12);
        if (expected.TryGetProperty("ci", out var interval))
        {
            Assert.Equal(interval[0].GetDouble(), test.Estimate!.Interval!.Value.Low!.Value, 1e-10);
            Assert.Equal(interval[1].GetDouble(), test.Estimate.Interval.Value.High!.Value, 1e-10);
        }
    }
}
