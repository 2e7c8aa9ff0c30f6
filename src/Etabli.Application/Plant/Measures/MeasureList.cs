using Etabli.Persistence;
using Etabli.Plant.Measures;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Measures;

/// <summary>The records of a plant, the latest changed first, a page at a time (fr: relevés de l’usine).</summary>
/// <param name="Tables">Those of this page.</param>
/// <param name="Count">How many there are of what was asked.</param>
/// <param name="HasMore">Whether another page follows.</param>
/// <param name="MayTake">Whether the caller may bring one.</param>
public sealed record MeasureList(IReadOnlyList<MeasureTable> Tables, int Count, bool HasMore, bool MayTake)
{
    /// <summary>Records on one page.</summary>
    public const int PageSize = 50;

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="named">A part of the name; null for all.</param>
        /// <param name="page">From 1.</param>
        public async Task<MeasureList> Find(string? named, int page, CancellationToken stop)
        {
            var plant = caller.Plant(PlantLoading.Residents);
            var tables = db.MeasureTables.AsNoTracking().Where(t => t.Organisation == plant);
            if (named is { Length: > 0 })
            {
                tables = tables.Where(t => EF.Functions.ILike(t.Name, "%" + named.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%"));
            }

            var count = await tables.CountAsync(stop);
            var rows = await tables.OrderByDescending(t => t.ChangedAt).ThenBy(t => t.Name).Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize + 1).ToListAsync(stop);
            return new([.. rows.Take(PageSize)], count, rows.Count > PageSize, PlantLoading.Keepers.Any(role => caller.Is(role, plant)));
        }
    }
}
