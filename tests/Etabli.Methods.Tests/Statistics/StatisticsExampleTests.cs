using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Distributions;
using Etabli.Methods.Statistics.Fitting;
using Etabli.Methods.Statistics.Hypotheses;
using Etabli.Methods.Statistics.Regression;

namespace Etabli.Methods.Tests.Statistics;

/// <summary>The examples of the docstrings and of docs/methods/statistics-*.md, word for word.</summary>
public sealed class StatisticsExampleTests
{
    [Fact]
    public void Describing()
    {
        var morning = Summary.Of([10.2, 10.4, 10.3]);
        var day = morning.Merge(Summary.Of([10.1, 10.5]));
        Assert.Equal(10.3, day.Mean.Known, 1e-14);
        Assert.Equal(0.158113883, day.StandardDeviation.Known, 1e-9);
        Between(10.1037, 10.4963, Confidence.OfMean(day).Known);
        Assert.Equal(2, Summary.Empty.With([1, 2]).With([3]).Mean.Known);
        Between(1.036757, 4.963243, Confidence.OfMean(Summary.Of([1, 2, 3, 4, 5])).Known);
        Between(0.897401, 20.643305, Confidence.OfVariance(Summary.Of([1, 2, 3, 4, 5])).Known);
        var grubbs = Grubbs.Of([199.31, 199.53, 200.19, 200.82, 201.92, 201.95, 202.18, 245.57], Alternative.Greater);
        Assert.Equal((2.4688, 2.0317), (Math.Round(grubbs.Test.Statistic!.Value, 4), Math.Round(grubbs.Critical, 4)));
    }

    [Fact]
    public void Testing()
    {
        Assert.Equal(Conclusion.Rejected, MeanTests.Welch([20.1, 19.8, 20.4, 20.0], [20.9, 21.3, 20.6, 21.1]).Conclusion);
        Assert.Equal(0.25, VarianceTests.TwoVariances([1, 2, 3, 4, 5], [1, 3, 5, 7, 9]).Statistic);
        Assert.Equal(0.7888, NormalityTests.ShapiroWilk([148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236]).Statistic!.Value, 5e-5);
        Assert.Equal(21, OneWayAnova.Of([[1, 2, 3], [2, 3, 4], [6, 7, 8]]).Test.Statistic!.Value, 1e-12);
        Assert.Equal(2, Trend.Runs([1, 2, 3, 4, 5, 6, 7, 8]).Statistic);
        Assert.Equal("load", LinearRegression.Line([1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8], name: "load")["load"].Name);
        Assert.Equal(FitWarning.SmallSample, DistributionFit.Of([12.1, 14.0, 11.2, 19.5, 13.3, 12.8]).Warnings[0]);
    }

    [Fact]
    public void Reading_distributions()
    {
        Assert.Equal(0.9750021, NormalDistribution.Below(1.96), 5e-8);
        Assert.Equal(9.8659E-10, NormalDistribution.Above(6), 5e-14);
        Assert.Equal(2.99998, NormalDistribution.UpperQuantile(0.00135), 5e-6);
        Assert.Equal(0.975, StudentDistribution.Below(2.228139, 10), 1e-7);
        Assert.Equal(2.228139, StudentDistribution.Quantile(0.975, 10), 5e-7);
        Assert.Equal(18.30704, ChiSquaredDistribution.Quantile(0.95, 10), 5e-6);
        Assert.Equal(4.964603, FisherDistribution.Quantile(0.95, 1, 10), 5e-7);
        Assert.Equal(0.5, BetaDistribution.Quantile(0.5, 2, 2), 1e-12);
        Assert.Equal(3.876777, StudentizedRange.UpperQuantile(0.05, 3, 10), 5e-7);
        Assert.Equal(0.03669402, NoncentralStudent.Above(2.0, 10, 0), 5e-9);
    }

    private static void Between(double low, double high, ConfidenceInterval interval)
    {
        Assert.Equal(low, interval.Low!.Value, 5e-5);
        Assert.Equal(high, interval.High!.Value, 5e-5);
    }
}
