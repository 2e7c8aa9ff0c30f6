using Etabli.Improvement;
using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>An indicator has its values from the plant's own records from now on, or from people again.</summary>
public sealed class FollowSource(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Indicator">Which one.</param>
    /// <param name="Feed">Its source; null: people record it again.</param>
    /// <param name="Version">The version that was seen.</param>
    public sealed record Order(IndicatorId Indicator, IndicatorFeed? Feed, uint? Version = null);

    /// <returns>How many periods got a value, and how many another one.</returns>
    /// <exception cref="RefusalException">The source lacks something.</exception>
    public async Task<(int New, int Corrected)> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var indicator = await db.MustFind(order.Indicator, stop);
        rights.MustBe(indicator.Organisation, ProjectRoles.Contributors);
        db.Expect(indicator, order.Version);
        indicator.Follow(order.Feed);
        var outcome = order.Feed is null ? (0, 0) : indicator.Refresh(await FeedReading.Read(db, indicator, clock.Today(), stop), FeedRefresh.Reason(caller), caller.Id, clock.GetUtcNow(), clock.Today());
        journal.Note(order.Feed is null ? "indicator.unfed" : "indicator.fed", "indicator", indicator.Id.Value, indicator.Organisation, detail: new { code = indicator.Code, kind = order.Feed?.Kind.ToString(), periods = outcome.Item1 });
        await db.SaveKnowingly(indicator.Code, stop);
        return outcome;
    }
}
