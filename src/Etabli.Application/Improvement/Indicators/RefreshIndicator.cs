using Etabli.Improvement;
using Etabli.People;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>An automatic series takes what its source says now of the periods that are over.</summary>
public sealed class RefreshIndicator(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(IndicatorId Indicator);

    /// <returns>How many periods got a value, and how many another one.</returns>
    /// <exception cref="RefusalException">It has no source, or its source lacks a column.</exception>
    public async Task<(int New, int Corrected)> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var indicator = await db.MustFind(order.Indicator, stop);
        rights.MustBe(indicator.Organisation, ProjectRoles.Contributors);
        var outcome = indicator.Refresh(await FeedReading.Read(db, indicator, clock.Today(), stop), FeedRefresh.Reason(caller), caller.Id, clock.GetUtcNow(), clock.Today());
        journal.Note("indicator.refreshed", "indicator", indicator.Id.Value, indicator.Organisation, detail: new { code = indicator.Code, fresh = outcome.New, corrected = outcome.Corrected });
        await db.SaveKnowingly(indicator.Code, stop);
        return outcome;
    }
}
