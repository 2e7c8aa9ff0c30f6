using Etabli.Application.Improvement.Indicators;
using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Occurrences;

/// <summary>An import of events is taken back, whole; the journal keeps that it was.</summary>
public sealed class TakeBackEvents(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(Guid Import);

    /// <returns>How many events are gone.</returns>
    /// <exception cref="RefusalException">It was taken back already.</exception>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var import = await db.EventImports.SingleOrDefaultAsync(i => i.Id == order.Import, stop) ?? throw new RefusalException(Refusal.ImportGone);
        rights.MustBe(import.Organisation, PlantLoading.Keepers);
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        var gone = await db.PlantEvents.Where(e => e.Import == import.Id).ExecuteDeleteAsync(stop);
        await db.EventStations.Where(s => s.Kind == import.Kind && !db.PlantEvents.Any(e => e.Organisation == s.Organisation && e.Kind == s.Kind && e.Station == s.Station)).ExecuteDeleteAsync(stop);
        db.EventImports.Remove(import);
        journal.Note("events.taken-back", "event-import", import.Id, import.Organisation, detail: new { kind = import.Kind.ToString(), from = import.From, events = gone });
        await db.SaveChangesAsync(stop);
        await FeedRefresh.Run(db, caller, journal, clock, import.Organisation, f => f.Kind is FeedKind.StopMinutes or FeedKind.StopCount or FeedKind.ScrapPieces, stop);
        await whole.CommitAsync(stop);
        return gone;
    }
}
