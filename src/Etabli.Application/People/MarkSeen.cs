using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.People;

/// <summary>I have seen these things that wait for me: they stay to be done, the bell stops counting them.</summary>
public sealed class MarkSeen(EtabliDb db, Rights rights, TimeProvider clock)
{
    public async Task Run(IReadOnlyCollection<string> keys, CancellationToken stop)
    {
        var me = rights.MustBeSomebody();
        ArgumentNullException.ThrowIfNull(keys);
        var now = clock.GetUtcNow();
        string[] all = [.. keys.Where(k => k.Length is > 0 and <= 200)];
        await db.Database.ExecuteSqlAsync($"insert into people.seen (person, thing, at) select {me.Value}, k, {now} from unnest({all}) k on conflict do nothing", stop);
    }
}
