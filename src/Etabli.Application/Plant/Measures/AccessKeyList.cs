using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Measures;

/// <summary>The access keys of a plant, the latest first, and the records a new one could open (fr: clés d’accès de l’usine).</summary>
/// <param name="Keys">Those that stand and those that do no more.</param>
/// <param name="Tables">The records of the plant, by name.</param>
public sealed record AccessKeyList(IReadOnlyList<AccessKeyList.Row> Keys, IReadOnlyList<AccessKeyList.Choice> Tables)
{
    /// <summary>Most keys shown.</summary>
    private const int Most = 200;

    /// <param name="Id">Identifies it.</param>
    /// <param name="Label">What it is for.</param>
    /// <param name="Table">The one record it opens; null for all of the plant.</param>
    /// <param name="TableName">Name of that record.</param>
    /// <param name="Until">Its last day.</param>
    /// <param name="ByCode">Who made it.</param>
    /// <param name="MadeAt">When.</param>
    /// <param name="LastUsedAt">When it was last used.</param>
    /// <param name="RevokedAt">When it was taken back.</param>
    /// <param name="RevokedByCode">By whom.</param>
    /// <param name="Stands">Whether it opens anything today.</param>
    public sealed record Row(
        AccessKeyId Id, string Label, MeasureTableId? Table, string? TableName, DateOnly? Until, string ByCode, DateTimeOffset MadeAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, string? RevokedByCode, bool Stands);

    /// <summary>A record a key can open.</summary>
    public sealed record Choice(MeasureTableId Id, string Name);

    public sealed class Reader(EtabliDb db, Caller caller, TimeProvider clock)
    {
        /// <exception cref="Etabli.People.RefusalException">The caller changes no numbers of a plant.</exception>
        public async Task<AccessKeyList> Find(CancellationToken stop)
        {
            var plant = caller.Plant(PlantLoading.Keepers);
            var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
            var tables = await db.MeasureTables.AsNoTracking().Where(t => t.Organisation == plant).OrderBy(t => t.Name).Select(t => new Choice(t.Id, t.Name)).ToListAsync(stop);
            var names = tables.ToDictionary(t => t.Id, t => t.Name);
            var keys = await db.AccessKeys.AsNoTracking().Where(k => k.Organisation == plant).OrderByDescending(k => k.MadeAt).ThenByDescending(k => k.Id).Take(Most).ToListAsync(stop);
            return new(
                [.. keys.Select(k => new Row(k.Id, k.Label, k.Table, k.Table is { } table ? names.GetValueOrDefault(table) : null, k.Until, k.ByCode, k.MadeAt, k.LastUsedAt, k.RevokedAt, k.RevokedByCode, k.Stands(today)))],
                tables);
        }
    }
}
