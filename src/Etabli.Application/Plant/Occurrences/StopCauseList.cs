using Etabli.Persistence;
using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Occurrences;

/// <summary>The causes of the plant's stops with their class, the longest first (fr: classes des causes d’arrêt).</summary>
/// <param name="Causes">Each with its class, said or suggested by its words.</param>
/// <param name="MayClass">Whether the caller may say it.</param>
public sealed record StopCauseList(IReadOnlyList<StopCauseList.Row> Causes, bool MayClass)
{
    /// <summary>Most causes shown: a plant has some tens.</summary>
    public const int Most = 300;

    public sealed record Row(string Cause, string Class, decimal Minutes, StopKind Kind, string? ByCode);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        public async Task<StopCauseList> Find(CancellationToken stop)
        {
            var plant = caller.Plant(PlantLoading.Residents);
            var causes = await db.PlantEvents.AsNoTracking().Where(e => e.Organisation == plant && e.Kind == PlantEventKind.Stop)
                .GroupBy(e => e.Cause).Select(g => new { Cause = g.Key, Class = g.Max(e => e.Class), Minutes = g.Sum(e => e.Minutes ?? 0) }).OrderByDescending(c => c.Minutes).Take(Most).ToListAsync(stop);
            var said = await db.StopCauses.AsNoTracking().Where(c => c.Organisation == plant).ToDictionaryAsync(c => c.Cause, stop);
            return new(
                [.. causes.Select(c => said.TryGetValue(c.Cause, out var its) ? new Row(c.Cause, c.Class ?? "", c.Minutes, its.Kind, its.ByCode) : new Row(c.Cause, c.Class ?? "", c.Minutes, StopCause.Suggested(TypedTable.Plain(c.Cause), TypedTable.Plain(c.Class ?? "")), null))],
                PlantLoading.Keepers.Any(role => caller.Is(role, plant)));
        }
    }
}
