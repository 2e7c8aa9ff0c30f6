using Etabli.Improvement;
using Etabli.People;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>A range pasted from a spreadsheet is recorded whole, or not at all when a line is wrong.</summary>
public sealed class RecordPastedPoints(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(IndicatorId Indicator, string Text);

    /// <summary>What the range says, line by line; nothing is kept.</summary>
    public async Task<PastedPoints> Preview(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var indicator = await db.MustFind(order.Indicator, stop);
        rights.MustBe(indicator.Organisation, ProjectRoles.Contributors);
        return Read(indicator, order.Text);
    }

    /// <exception cref="RefusalException">A line is wrong: nothing is kept, the preview says which.</exception>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var indicator = await db.MustFind(order.Indicator, stop);
        rights.MustBe(indicator.Organisation, ProjectRoles.Contributors);
        var pasted = Read(indicator, order.Text);
        if (pasted.Errors > 0)
        {
            throw new RefusalException(Etabli.Improvement.Refusal.LinesInError, pasted.Errors);
        }

        var fresh = pasted.New.ToList();
        foreach (var line in fresh)
        {
            indicator.Record(line.Period!.Value, line.Value!.Value, caller.Id, clock.GetUtcNow(), clock.Today());
        }

        if (fresh.Count > 0)
        {
            journal.Note("indicator.pasted", "indicator", indicator.Id.Value, indicator.Organisation, detail: new { code = indicator.Code, count = fresh.Count, from = fresh.Min(l => l.Period), to = fresh.Max(l => l.Period) });
            await db.SaveKnowingly(indicator.Code, stop);
        }

        return fresh.Count;
    }

    private PastedPoints Read(Etabli.Improvement.Indicators.Indicator indicator, string text) =>
        PastedPoints.Read(text, indicator.Frequency, indicator.Series.ToDictionary(p => p.Period, p => p.Value), clock.Today(), caller.Culture);
}
