using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People;

/// <summary>The indicators of one of my projects, as the first page shows them: the last value, the target, the last thirteen points.</summary>
public sealed record MyIndicators(IReadOnlyList<MyIndicators.One> Indicators)
{
    /// <summary>Points of the small drawing.</summary>
    public const int Points = 13;

    /// <param name="Id">The indicator.</param>
    /// <param name="Name">As typed.</param>
    /// <param name="Unit">As typed.</param>
    /// <param name="Target">To reach.</param>
    /// <param name="Floor">True when the target is a floor, false when it is a ceiling.</param>
    /// <param name="Values">The last points, oldest first; none when nothing was measured yet.</param>
    /// <param name="Last">Period of the last point.</param>
    public sealed record One(Guid Id, string Name, string Unit, decimal Target, bool Floor, decimal[] Values, DateOnly? Last)
    {
        /// <summary>Null when nothing was measured.</summary>
        public decimal? Value => Values.Length == 0 ? null : Values[^1];

        public bool Reached => Value is { } value && (Floor ? value >= Target : value <= Target);
    }

    public sealed class Reader(EtabliDb db)
    {
        /// <summary>Five at most: those measured, the ones off their target first.</summary>
        public async Task<MyIndicators> Of(Guid project, CancellationToken stop)
        {
            var all = await db.Database.SqlQuery<One>($"""
                select i.id as "Id", i.name as "Name", i.unit as "Unit", i.target as "Target", i.direction = 'AtLeast' as "Floor",
                  array(select p.value from (select value, period from improvement.indicator_point where indicator = i.id and replaced_at is null order by period desc limit {Points}) p order by p.period) as "Values",
                  (select max(period) from improvement.indicator_point where indicator = i.id and replaced_at is null) as "Last"
                from improvement.indicator i where i.project = {project} order by i.code collate "fr-x-icu" limit 30
                """).ToListAsync(stop);
            return new MyIndicators([.. all.Where(i => i.Values.Length > 0).OrderBy(i => i.Reached).Take(5)]);
        }
    }
}
