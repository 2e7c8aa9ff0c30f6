using Etabli.Methods.Quality;

namespace Etabli.Methods.Tests.Quality;

public sealed class QualityCostsTests
{
    private static readonly QualityCosts Costs = QualityCosts.Of(
    [
        new(QualityCostCategory.Prevention, "training", 500m),
        new(QualityCostCategory.Appraisal, "inspection", 800m),
        new(QualityCostCategory.InternalFailure, "scrap", 1200.10m),
        new(QualityCostCategory.InternalFailure, "rework", 0.20m),
        new(QualityCostCategory.ExternalFailure, "returns", 2499.70m),
    ]);

    [Fact]
    public void Non_quality_is_what_faults_cost_to_the_cent()
    {
        Assert.Equal(3700.00m, Costs.NonQuality.Known);
        Assert.Equal(1300m, Costs.Conformity.Known);
        Assert.Equal(5000m, Costs.Total.Known);
        Assert.Equal([0.1m, 0.16m, 0.24006m, 0.49994m], Costs.Categories.Select(c => c.Share!.Value));
        Assert.Equal(1m, Costs.Categories.Sum(c => c.Share));
        Assert.Equal(["IF", "EF"], Costs.NonQuality.Because.Terms.Select(t => t.Symbol));
    }

    [Fact]
    public void A_share_of_no_turnover_is_not_one_and_no_cost_has_no_share()
    {
        Assert.Equal(0.037m, Costs.ShareOf(100_000m).Known);
        Assert.False(Costs.ShareOf(0).IsKnown);
        Assert.All(QualityCosts.Of([]).Categories, c => Assert.Null(c.Share));
        Assert.Equal(0, QualityCosts.Of([]).Total.Known);
        Assert.Throws<ArgumentOutOfRangeException>(() => new QualityCost(QualityCostCategory.Prevention, "refund", -1m));
        Assert.Throws<ArgumentException>(() => new QualityCost(QualityCostCategory.Prevention, "", 1m));
    }
}
