using Etabli.Application.Improvement.Indicators;
using Etabli.Improvement.Indicators;

namespace Etabli.Application.Tests.Improvement;

/// <summary>What chance alone makes of an indicator, against limits reckoned by hand: X̄ ± 2.6596 · mean moving range (ISO 7870-2).</summary>
public sealed class VariabilityTests : IAsyncLifetime
{
    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => shop = await Workshop.Open(Stop);

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    /// <summary>10, 12, 10, 12…: mean 11, every range 2, limits 11 ± 2.6596 × 2 = 5.681 and 16.319.</summary>
    [Theory]
    [InlineData(17, TargetDirection.AtLeast, IndicatorVariability.TargetReach.Beyond)]
    [InlineData(12, TargetDirection.AtLeast, IndicatorVariability.TargetReach.Among)]
    [InlineData(5, TargetDirection.AtLeast, IndicatorVariability.TargetReach.Held)]
    [InlineData(5, TargetDirection.AtMost, IndicatorVariability.TargetReach.Beyond)]
    [InlineData(12, TargetDirection.AtMost, IndicatorVariability.TargetReach.Among)]
    [InlineData(17, TargetDirection.AtMost, IndicatorVariability.TargetReach.Held)]
    public async Task A_target_is_out_of_the_reach_of_chance_within_it_or_held_whatever_it_does(int target, TargetDirection direction, IndicatorVariability.TargetReach reach)
    {
        var moves = IndicatorVariability.Of(await Series(target, direction, [10, 12, 10, 12, 10, 12, 10, 12]))!;
        Assert.Equal(11 - 2 * 3 / 1.1283791670955126, moves.Chart.Lower.Known, 1e-9);
        Assert.Equal(11 + 2 * 3 / 1.1283791670955126, moves.Chart.Upper.Known, 1e-9);
        Assert.Equal(reach, moves.Reach);
        Assert.Empty(moves.Outside);
    }

    [Fact]
    public async Task A_value_that_chance_does_not_give_is_named_by_its_period_and_seven_values_say_nothing()
    {
        var id = await Series(0, TargetDirection.AtLeast, [10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 40]);
        var moves = IndicatorVariability.Of(id)!;
        Assert.Equal([new DateOnly(2025, 11, 10)], moves.Outside);
        Assert.Null(moves.Reach);
        Assert.Null(IndicatorVariability.Of(await Series(0, TargetDirection.AtLeast, [10, 12, 10, 12, 10, 12, 10])));
    }

    [Fact]
    public async Task A_series_that_climbs_is_said_to_have_a_trend_and_a_level_one_is_not()
    {
        var climbs = IndicatorVariability.Of(await Series(0, TargetDirection.AtLeast, [1, 2, 3, 4, 5, 6, 7, 8]))!;
        Assert.True(climbs.Order!.Probability < 0.05);
        Assert.Null(climbs.Reach);
        Assert.Null(IndicatorVariability.Of(await Series(0, TargetDirection.AtLeast, [3, 3, 3, 3, 3, 3, 3, 3]))!.Order);
    }

    private int made;

    private async Task<IndicatorSheet> Series(decimal target, TargetDirection direction, int[] values)
    {
        var card = new IndicatorCard(BoardLetter.Q, "Rebut", "part rebutée", "agir", "rebuts/produites", "%", Frequency.Weekly, target, direction, "relevés", shop.Clean, "");
        var id = await shop.By(shop.Clean, (AddIndicator g) => g.Run(new(shop.Vérins, $"V{++made}", card), Stop));
        for (var i = 0; i < values.Length; i++)
        {
            var day = new DateOnly(2025, 9, 1).AddDays(7 * i);
            await shop.By(shop.Clean, async (RecordPoint g) =>
            {
                await g.Run(new(id, day, values[i]), Stop);
                return 0;
            });
        }

        return await shop.By(shop.Clean, (IndicatorSheet.Reader r) => r.Find(id, Stop));
    }
}
