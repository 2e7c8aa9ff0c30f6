using Etabli.Improvement;
using Etabli.Improvement.Indicators;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>The card of an indicator is said anew.</summary>
public sealed class ChangeIndicator(EtabliDb db, Rights rights, Journal.Journal journal)
{
    public sealed record Order(IndicatorId Indicator, IndicatorCard Card, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var indicator = await db.MustFind(order.Indicator, stop);
        rights.MustBe(indicator.Organisation, ProjectRoles.Contributors);
        db.Expect(indicator, order.Version);
        var before = new { name = indicator.Name, formula = indicator.Formula, unit = indicator.Unit, target = indicator.Target, direction = indicator.Direction.ToString(), until = indicator.TargetUntil };
        var owner = order.Card.Owner.Value == Guid.Empty ? "" : await db.MustBeOfThePlant(order.Card.Owner, indicator.Organisation, stop);
        indicator.Define(order.Card with { OwnerCode = owner });
        journal.Note("indicator.changed", "indicator", indicator.Id.Value, indicator.Organisation, detail: new { code = indicator.Code, before });
        await db.SaveKnowingly(indicator.Code, stop);
    }
}
