using Etabli.Application.Improvement;
using Etabli.Methods.ValueStreams;
using Etabli.Persistence;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Flows;

/// <summary>A product family with its flow and what the map says of it (fr: fiche de flux).</summary>
/// <param name="Family">The family, read only.</param>
/// <param name="Reading">What the map says; null until the day's rhythm and an operation are there.</param>
/// <param name="Families">The plant's families, to choose from.</param>
/// <param name="MayKeep">Whether the caller may change its numbers.</param>
/// <param name="Version">To say on which version a change stands.</param>
public sealed record FlowSheet(ProductFamily Family, StreamReading? Reading, IReadOnlyList<FlowSheet.Choice> Families, bool MayKeep, uint Version = 0)
{
    public sealed record Choice(ProductFamilyId Id, string Name);

    /// <summary>Unit the plant says the times of its work in.</summary>
    public TimeUnit Unit { get; init; }

    /// <summary>The same family with another flow: as it is meant to be, or as it would be.</summary>
    public FlowSheet Showing(FlowState state)
    {
        var shown = Family.Showing(state);
        return this with { Family = shown, Reading = FlowStream.Of(shown)?.Read() };
    }

    /// <summary>What changes from another state of the flow to this one; null while one of the two cannot be read.</summary>
    public StreamDifference? Since(ProductFamily before) =>
        FlowStream.Of(before) is { } was && FlowStream.Of(Family) is { } now && !was.Read().HasCycle && !now.Read().HasCycle ? StreamDifference.Between(was, now) : null;

    /// <summary>Stocks in both states that wait in another way: how before, how now.</summary>
    public IReadOnlyList<(string Code, StockMode Before, StockMode After)> ModesSince(ProductFamily before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return [.. Family.Stocks.Join(before.Stocks, s => s.Code, s => s.Code, (now, was) => (now.Code, was.Mode, now.Mode)).Where(m => m.Item2 != m.Item3)];
    }

    /// <summary>Numbers of the kanban loops that are another in this state, stock by stock; a stock that is in one state only is left out.</summary>
    public IReadOnlyList<(string Code, FlowChange Change)> LoopsSince(ProductFamily before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return
        [
            .. Family.Stocks.Join(before.Stocks, s => s.Code, s => s.Code, (now, was) => (Now: now.LoopNumbers().ToDictionary(n => n.Number, n => n.Value), Was: was.LoopNumbers().ToDictionary(n => n.Number, n => n.Value), now.Code))
                .SelectMany(s => s.Was.Keys.Union(s.Now.Keys).Select(n => (s.Code, new FlowChange(n, s.Was.TryGetValue(n, out var old) ? old : null, s.Now.TryGetValue(n, out var fresh) ? fresh : null))))
                .Where(c => c.Item2.Before != c.Item2.After),
        ];
    }

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <summary>The family asked for, or the first of the caller's plants; null when there is none yet.</summary>
        /// <exception cref="NotFoundException">The family asked for is not there for this caller.</exception>
        public async Task<FlowSheet?> Find(ProductFamilyId? id, CancellationToken stop)
        {
            var families = await db.ProductFamilies.AsNoTracking().OrderBy(f => f.Name).Select(f => new Choice(f.Id, f.Name)).ToListAsync(stop);
            if ((id ?? (families.Count > 0 ? families[0].Id : null)) is not { } chosen)
            {
                return null;
            }

            var found = await db.ProductFamilies.AsNoTracking().Where(f => f.Id == chosen).Select(f => new { Family = f, Version = EF.Property<uint>(f, "Version") }).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("product-family", chosen);
            return new(found.Family, FlowStream.Of(found.Family)?.Read(), families, ProjectRoles.Contributors.Any(r => caller.Is(r, found.Family.Organisation)), found.Version)
            {
                Unit = await db.UnitOf(found.Family.Organisation, stop),
            };
        }

        /// <summary>Whether the caller may found a family somewhere.</summary>
        public bool MayFound() => ProjectRoles.Contributors.Any(caller.Is);
    }
}
