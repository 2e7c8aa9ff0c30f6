using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People;

/// <summary>Who can give a right the caller lacks: the administrators of the organisations where they hold any role.</summary>
public sealed record WhomToAsk(IReadOnlyList<WhomToAsk.One> People)
{
    public sealed record One(string Name, string Organisation);

    public sealed class Reader(EtabliDb db)
    {
        public async Task<WhomToAsk> Find(CancellationToken stop) =>
            new(await db.Database.SqlQuery<One>($"select full_name as \"Name\", organisation as \"Organisation\" from people.whom_to_ask()").ToListAsync(stop));
    }
}
