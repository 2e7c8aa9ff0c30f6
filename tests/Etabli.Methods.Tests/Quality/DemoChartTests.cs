using Etabli.Methods.Quality;

namespace Etabli.Methods.Tests.Quality;

/// <summary>The bore of the demonstration factory: 128 subgroups of five, stones worn from 53 to 59.</summary>
public sealed class DemoChartTests
{
    [Fact]
    public void The_bore_leaves_its_limits_at_53_56_59_60_and_its_range_at_5_and_117()
    {
        var answers = DemoFactory.Answers.GetProperty("spc_alesage");
        var pair = SubgroupChart.XBarR(Spc.Bore(), 5);
        Assert.Equal(answers.GetProperty("n_sous_groupes").GetInt32(), pair.Location.Points.Count);
        Assert.Equal(answers.GetProperty("X_bar").GetDouble(), pair.Location.Centre.Known, 5e-5);
        Assert.Equal(answers.GetProperty("R_bar").GetDouble(), pair.Spread.Centre.Known, 5e-5);

        // The answers take A2 = 0.577 and D4 = 2.114 as printed; ours are computed.
        Assert.Equal(answers.GetProperty("LIC_X").GetDouble(), pair.Location.Lower.Known, 5e-3);
        Assert.Equal(answers.GetProperty("LSC_X").GetDouble(), pair.Location.Upper.Known, 5e-3);
        Assert.Equal(answers.GetProperty("LSC_R").GetDouble(), pair.Spread.Upper.Known, 1e-2);
        Assert.Equal(answers.GetProperty("sigma_court_terme").GetDouble(), pair.Sigma.Known, 5e-4);
        Assert.Equal(Spc.Integers(answers, "hors_limites_X"), pair.Location.Breaking(ChartRule.BeyondLimits));
        Assert.Equal(Spc.Integers(answers, "hors_limites_R"), pair.Spread.Breaking(ChartRule.BeyondLimits));
        Assert.Empty(pair.Location.Limitations);
    }

    [Fact]
    public void Leaving_the_worn_stones_out_lowers_the_centre_and_still_draws_them_with_their_reason()
    {
        var all = SubgroupChart.XBarR(Spc.Bore(), 5);
        var less = SubgroupChart.XBarR(Spc.Bore(), 5, new() { Exclusions = [.. Enumerable.Range(53, 7).Select(n => new Exclusion(n, "worn stones"))] });
        Assert.True(less.Location.Centre.Known < all.Location.Centre.Known);
        Assert.Equal(all.Location.Values().ToArray(), less.Location.Values().ToArray());
        Assert.Equal(Enumerable.Range(53, 7), less.Location.Points.Where(p => p.Excluded == "worn stones").Select(p => p.Number));
        Assert.DoesNotContain(53, less.Location.Breaking(ChartRule.BeyondLimits));
        Assert.Equal(SigmaZone.Beyond, less.Location.Points[52].Zone);
    }

    [Fact]
    public void The_change_seen_from_the_signal_at_56_began_with_the_worn_stones()
    {
        var chart = SubgroupChart.XBarR(Spc.Bore(), 5).Location;
        var change = ChangePoint.Before(chart, until: 59);
        Assert.True(change.IsSignificant);
        Assert.Equal(53, change.FirstAfter);
        Assert.InRange(53, change.From, change.To);
        Assert.True(change.After > change.Before + 5);
    }
}
