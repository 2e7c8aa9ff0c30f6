using Etabli.Persistence;
using Etabli.Plant.Flows;

namespace Etabli.Application.Plant.Flows;

/// <summary>The future state follows numbers that were measured again since it was drawn, or knowingly keeps its own.</summary>
public sealed class FollowCurrentState(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Family">Which family.</param>
    /// <param name="Numbers">Code and name of each number.</param>
    /// <param name="Keep">Whether the future state keeps its own numbers.</param>
    /// <param name="Version">The version that was seen.</param>
    public sealed record Order(ProductFamilyId Family, IReadOnlySet<(string At, string Number)> Numbers, bool Keep, uint? Version = null);

    /// <exception cref="Etabli.People.RefusalException">There is no future state, or somebody changed it meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var family = await db.MustFind(order.Family, stop);
        rights.MustBe(family.Organisation, PlantLoading.Keepers);
        Improvement.Finding.Expect(db, family, order.Version);
        family.Follow(order.Numbers, order.Keep ? new(NumberOrigin.Typed, caller.Id, caller.Code, clock.GetUtcNow()) : null);
        journal.Note("flow.future-followed", "product-family", family.Id.Value, family.Organisation, detail: new { kept = order.Keep, numbers = order.Numbers.Select(n => $"{n.At} {n.Number}").Order(StringComparer.Ordinal) });
        await db.SavePlant(stop);
    }
}
