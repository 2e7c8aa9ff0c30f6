using Etabli.Improvement;
using Etabli.Improvement.Communication;
using Etabli.Persistence;

namespace Etabli.Application.Improvement.Communication;

/// <summary>Minutes are corrected; the journal says by whom.</summary>
public sealed class ChangeMinutes(EtabliDb db, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(MinutesId Minutes, SessionAccount Account, uint? Version = null);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var minutes = await db.MustFind(order.Minutes, stop);
        rights.MustBe(minutes.Organisation, ProjectRoles.Contributors);
        db.Expect(minutes, order.Version);
        minutes.Word(order.Account, clock.Today());
        journal.Note("minutes.changed", "minutes", minutes.Id.Value, minutes.Organisation, detail: new { subject = minutes.Subject, day = minutes.Day });
        await db.SaveKnowingly("", stop);
    }
}
