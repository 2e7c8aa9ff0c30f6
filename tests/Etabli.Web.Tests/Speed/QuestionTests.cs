using System.Text.RegularExpressions;
using Etabli.Demo;
using Etabli.Web.Tests.House;
using Etabli.Web.Tests.Security;
using Npgsql;

namespace Etabli.Web.Tests.Speed;

/// <summary>What pages ask of PostgreSQL, read in PostgreSQL's own log: few questions, and as many for many rows as for few.</summary>
public sealed partial class QuestionTests : IAsyncLifetime
{
    private const int Most = 12;
    private static readonly string[] People = ["CLEAN", "PROD", "RH", "UIMM", "RES", "EV1", "E1", "GTP"];
    private Site site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Log => Path.Combine(site.Settings.Home, "postgres", "data", "server.log");

    public async ValueTask InitializeAsync()
    {
        site = await Site.OpenAlone(CancellationToken.None);
        var administrator = $"Host={Path.Combine(site.Settings.Home, "postgres", "s")};Username=etabli_super;Database=postgres;Pooling=false";
        await using var connection = new NpgsqlConnection(administrator);
        await connection.OpenAsync();
        foreach (var sql in new[] { "alter system set log_statement = 'all'", "select pg_reload_conf()" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(site.Settings.Home, recursive: true);
    }

    [Fact]
    public async Task No_page_asks_more_than_twelve_questions_and_none_asks_more_when_there_are_more_rows()
    {
        var few = await CountEverything();
        Assert.True(few.Count > 10, $"Only {few.Count} kinds of pages were reached.");
        Assert.True(few.Values.Max() <= Most, string.Join('\n', few.Where(p => p.Value > Most).Select(p => $"{p.Key}: {p.Value}")));

        await MultiplyRows();
        var many = await CountEverything();
        var grown = many.Where(p => few.TryGetValue(p.Key, out var before) && p.Value > before).Select(p => $"{p.Key}: {few[p.Key]} questions, {p.Value} with more rows").ToList();
        Assert.True(grown.Count == 0, string.Join('\n', grown));
    }

    private async Task<SortedDictionary<string, int>> CountEverything()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var code in People)
        {
            using var visitor = await Visitor.As(site, code);
            foreach (var address in (await Crawl.From(visitor)).Addresses.Where(a => !a.StartsWith("/fichiers", StringComparison.Ordinal)))
            {
                // Once to warm what is kept in memory, then once to count.
                using (await visitor.Get(address))
                {
                    var from = await Settled();
                    using (await visitor.Get(address))
                    {
                        var asked = Count(from, await Settled());
                        var kind = $"{code} {Choice().Replace(Crawl.Identifier().Replace(address, "…"), "=…")}";
                        counts[kind] = Math.Max(asked, counts.GetValueOrDefault(kind));
                    }
                }
            }
        }

        return counts;
    }

    /// <summary>The length of the log once nobody writes to it: a marker of ours is its last line.</summary>
    private async Task<long> Settled()
    {
        await Ledger.Do(site, "select 'the log is settled'");
        return new FileInfo(Log).Length;
    }

    private int Count(long from, long to)
    {
        using var file = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = from;
        var text = new byte[to - from];
        file.ReadExactly(text);
        return Statement().Matches(System.Text.Encoding.UTF8.GetString(text)).Count(m => !NotAQuestion().IsMatch(m.Groups[1].Value));
    }

    /// <summary>Ten times the rows of the demonstration's project, past the gestures: what counts is how many there are.</summary>
    private async Task MultiplyRows()
    {
        foreach (var table in new[] { "observation", "planned_action", "progress_axis", "minutes" })
        {
            var columns = await Ledger.One<string[]>(site, "select array_agg(quote_ident(column_name)) from information_schema.columns where table_schema = 'improvement' and table_name = $1 and column_name <> 'id'", table);
            var values = columns.Select(c => c switch { "number" => "number + 1000 * n", "code" => "code || '-' || n", _ => c });
            await Ledger.Do(site, $"insert into improvement.{table} (id, {string.Join(", ", columns)}) select gen_random_uuid(), {string.Join(", ", values)} from improvement.{table}, generate_series(1, 9) n");
        }

        await Ledger.Do(site, "insert into people.person (id, code, first_name, last_name, culture) select gen_random_uuid(), 'N' || n, 'Nom', 'Numéro ' || n, 'fr' from generate_series(1, 100) n");
        await Ledger.Do(site, "insert into people.role_held (id, person, role, organisation, from_day) select gen_random_uuid(), p.id, 'TeamLeader', $1, date '2024-01-01' from people.person p where p.code ~ '^N[0-9]+$'", DemoIds.Organisation("vnp").Value);
    }

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Choice();

    [GeneratedRegex(@"LOG:  (?:statement|execute [^:]+): ([^\n]*)")]
    private static partial Regex Statement();

    /// <summary>What the pool, the transaction, the listener, the jobs and this test say for themselves.</summary>
    [GeneratedRegex(@"^(DISCARD|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|LISTEN|UNLISTEN|select 'the log|.*qrtz_)", RegexOptions.IgnoreCase)]
    private static partial Regex NotAQuestion();
}
