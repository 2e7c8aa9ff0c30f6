using Etabli.Methods.Statistics.Distributions;

namespace Etabli.Methods.Tests.Statistics;

/// <summary>Both tails against integrals reckoned apart with 40 digits, quantiles against the tails, Tukey's range against printed tables.</summary>
public sealed class DistributionTests
{
    [Theory]
    [InlineData(6, 9.8658764503769814e-10)]
    [InlineData(20, 2.7536241186062337e-89)]
    [InlineData(37, 5.7255712225245768e-300)]
    public void The_far_normal_tail_keeps_its_digits(double z, double above)
    {
        Close(above, NormalDistribution.Above(z), 1e-12);
        Close(above, NormalDistribution.Below(-z), 1e-12);
        Assert.Equal(z, NormalDistribution.UpperQuantile(above), 1e-9);
        Assert.Equal(1.959963984540054, NormalDistribution.Quantile(0.975), 1e-13);
    }

    [Theory]
    [InlineData(2, 10, 0.036694017385370183)]
    [InlineData(-1.5, 3.5, 0.89109090649232738)]
    [InlineData(12, 4, 0.00013821427425148648)]
    [InlineData(40, 100, 1.2310538010700354e-63)]
    [InlineData(0.001, 7, 0.49961500862249942)]
    [InlineData(3, 1e6, 0.0013499312707108985)]
    [InlineData(5, 0.5, 0.1429957015794294)]
    public void Student_is_exact_in_both_tails(double t, double freedom, double above)
    {
        Close(above, StudentDistribution.Above(t, freedom), 1e-12);
        Close(above, StudentDistribution.Below(-t, freedom), 1e-12);
        Close(t, StudentDistribution.UpperQuantile(above, freedom), 1e-9);
    }

    [Theory]
    [InlineData(0.5, 1, 0.52049987781304654, 0.47950012218695346)]
    [InlineData(3, 10, 0.018575936222140674, 0.98142406377785933)]
    [InlineData(300, 100, 1, 7.4121008573228768e-22)]
    [InlineData(1000050, 1000000, 0.51428951007538432, 0.48571048992461568)]
    [InlineData(1e-8, 3, 2.6596151946973723e-13, 0.99999999999973404)]
    public void Chi_squared_is_exact_in_both_tails(double x, double freedom, double below, double above)
    {
        Close(below, ChiSquaredDistribution.Below(x, freedom), 1e-12);
        Close(above, ChiSquaredDistribution.Above(x, freedom), 1e-12);
        Close(x, below < above ? ChiSquaredDistribution.Quantile(below, freedom) : ChiSquaredDistribution.UpperQuantile(above, freedom), 1e-10);
    }

    [Theory]
    [InlineData(4, 1, 10, 0.92661196522925963, 0.073388034770740366)]
    [InlineData(0.2, 5, 7, 0.047583549778572522, 0.95241645022142748)]
    [InlineData(30, 8, 180, 1, 1.8919765081681749e-29)]
    [InlineData(1.001, 2000, 3000, 0.5108510098187701, 0.4891489901812299)]
    [InlineData(100, 3, 3, 0.99833247407369391, 0.0016675259263060872)]
    public void Fisher_is_exact_in_both_tails(double f, double first, double second, double below, double above)
    {
        Close(below, FisherDistribution.Below(f, first, second), 1e-12);
        Close(above, FisherDistribution.Above(f, first, second), 1e-12);
        Close(f, below < above ? FisherDistribution.Quantile(below, first, second) : FisherDistribution.UpperQuantile(above, first, second), 1e-10);
    }

    [Theory]
    [InlineData(2.0, 10, 1.5, 0.3408459275578092)]
    [InlineData(2.2, 3, 3, 0.7731629270522166)]
    [InlineData(1.98, 100, 2.8, 0.7930373920676984)]
    [InlineData(5, 1, 2, 0.3064625825121014)]
    [InlineData(40, 20, 38, 0.416658456198352)]
    public void The_noncentral_t_is_exact(double t, double freedom, double shift, double above)
    {
        Assert.Equal(above, NoncentralStudent.Above(t, freedom, shift), 1e-12);
        Assert.Equal(1 - above, NoncentralStudent.Below(t, freedom, shift), 1e-12);
        Assert.Equal(StudentDistribution.Above(t, freedom), NoncentralStudent.Above(t, freedom, 1e-13), 1e-12);
    }

    /// <summary>Upper points of Harter's tables (1960), as printed.</summary>
    [Theory]
    [InlineData(0.05, 2, 1, 17.97, 0.005)]
    [InlineData(0.05, 10, 1, 49.07, 0.005)]
    [InlineData(0.05, 2, 10, 3.151, 0.0005)]
    [InlineData(0.05, 3, 10, 3.877, 0.0011)]
    [InlineData(0.05, 5, 20, 4.232, 0.0005)]
    [InlineData(0.05, 10, 10, 5.599, 0.0011)]
    [InlineData(0.05, 10, 30, 4.824, 0.0011)]
    [InlineData(0.05, 20, 120, 5.126, 0.0011)]
    [InlineData(0.01, 2, 1, 90.03, 0.01)]
    [InlineData(0.01, 3, 10, 5.270, 0.0011)]
    [InlineData(0.01, 5, 20, 5.294, 0.0011)]
    public void The_studentized_range_gives_the_printed_tables(double share, int means, double freedom, double q, double rounding)
    {
        Assert.Equal(q, StudentizedRange.UpperQuantile(share, means, freedom), rounding);
        Assert.Equal(share, StudentizedRange.Above(StudentizedRange.UpperQuantile(share, means, freedom), means, freedom), 1e-11);
    }

    [Fact]
    public void The_range_of_two_means_is_Student_by_another_road()
    {
        foreach (var freedom in new[] { 1.0, 2.5, 7, 40, 1000 })
        {
            foreach (var q in new[] { 0.1, 1, 3, 8, 40 })
            {
                Assert.Equal(StudentDistribution.Beyond(q / Math.Sqrt(2), freedom), StudentizedRange.Above(q, 2, freedom), 1e-11);
            }
        }
    }

    [Fact]
    public void Known_ties_between_distributions_hold()
    {
        var dice = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var (t, freedom) = (dice.NextDouble() * 6, 0.5 + dice.NextDouble() * 200);
            Close(StudentDistribution.Beyond(t, freedom), FisherDistribution.Above(t * t, 1, freedom), 1e-11);
            var x = dice.NextDouble() * 20;
            Close(Math.Exp(-x / 2), ChiSquaredDistribution.Above(x, 2), 1e-13);
            Close(NormalDistribution.Above(t) * 2, ChiSquaredDistribution.Above(t * t, 1), 1e-12);
            var (p, a, b) = (dice.NextDouble(), 0.2 + dice.NextDouble() * 30, 0.2 + dice.NextDouble() * 30);
            var share = BetaDistribution.Quantile(p, a, b);
            Assert.Equal(p, BetaDistribution.Below(share, a, b), 1e-9);
            Assert.Equal(p, FisherDistribution.Below(FisherDistribution.Quantile(p, a, b), a, b), 1e-11);
            Assert.Equal(p, ChiSquaredDistribution.Below(ChiSquaredDistribution.Quantile(p, a), a), 1e-11);
            Assert.Equal(p, StudentDistribution.Below(StudentDistribution.Quantile(p, a), a), 1e-11);
        }
    }

    [Fact]
    public void A_quantile_is_a_finite_number_or_its_share_is_refused()
    {
        foreach (var share in new[] { 1e-300, 1e-12, 0.5, 1 - 1e-12 })
        {
            foreach (var freedom in new[] { 0.1, 1, 30, 1e6 })
            {
                Func<double>[] quantiles =
                [
                    () => StudentDistribution.Quantile(share, freedom), () => StudentDistribution.UpperQuantile(share, freedom), () => ChiSquaredDistribution.Quantile(share, freedom),
                    () => ChiSquaredDistribution.UpperQuantile(share, freedom), () => FisherDistribution.Quantile(share, freedom, 3), () => FisherDistribution.UpperQuantile(share, 5, freedom), () => BetaDistribution.Quantile(share, freedom, 2),
                ];
                foreach (var quantile in quantiles)
                {
                    try
                    {
                        Assert.True(double.IsFinite(quantile()), $"{share} {freedom}");
                    }
                    catch (ArgumentOutOfRangeException refusal)
                    {
                        Assert.Equal("share", refusal.ParamName);
                        Assert.True(freedom < 1 || share < 1e-200);
                    }
                }
            }
        }

        Close(2.228138851986275, StudentDistribution.Quantile(0.975, 10), 1e-13);
    }

    [Fact]
    public void What_is_no_share_no_freedom_or_no_number_is_refused()
    {
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(1)).ParamName);
        Assert.Equal("freedom", Assert.Throws<ArgumentOutOfRangeException>(() => StudentDistribution.Above(1, 0)).ParamName);
        Assert.Equal("z", Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Below(double.NaN)).ParamName);
        Assert.Equal("x", Assert.Throws<ArgumentOutOfRangeException>(() => BetaDistribution.Below(1.1, 1, 1)).ParamName);
        Assert.Equal("means", Assert.Throws<ArgumentOutOfRangeException>(() => StudentizedRange.Above(1, 1, 10)).ParamName);
        Assert.Equal("shift", Assert.Throws<ArgumentOutOfRangeException>(() => NoncentralStudent.Above(1, 10, 2000)).ParamName);
    }

    private static void Close(double expected, double actual, double relative) => Assert.True(Math.Abs(expected - actual) <= relative * Math.Abs(expected), $"{actual:R} for {expected:R}");
}
