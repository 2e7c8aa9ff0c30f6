using System.Net;
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
    private long settled;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Log => Path.Combine(site.Settings.Home, "postgres", "data", "server.log");

    public async ValueTask InitializeAsync()
    {
        site = await Site.OpenAlone(CancellationToken.None);
        var administrator = $"Host={Path.Combine(site.Settings.Home, "postgres", "s")};Username=etabli_super;Database=postgres;Pooling=false";
        await using var connection = new NpgsqlConnection(administrator);
        await connection.OpenAsync();
        foreach (var sql in new[] { "alter system set log_statement = 'all'", "alter system set log_line_prefix = '%a|'", "select pg_reload_conf()" })
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
        var living = await LivingDossiers.Settle(site);
        var reached = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var code in People)
        {
            using var visitor = await Visitor.As(site, code);
            reached[code] = (await Crawl.From(visitor)).Addresses;
        }

        var few = await CountEverything(living, reached);
        Assert.True(few.Count > 50, $"Only {few.Count} kinds of pages were reached.");
        Assert.True(few.Values.All(asked => asked.Count <= Most), string.Join('\n', few.Where(p => p.Value.Count > Most).Select(p => Say(p.Key, p.Value))));

        await MultiplyRows();
        MustNotGrow(few, await CountEverything(living, reached));
    }

    private static void MustNotGrow(SortedDictionary<string, IReadOnlyList<string>> few, SortedDictionary<string, IReadOnlyList<string>> many)
    {
        var grown = many.Where(p => few.TryGetValue(p.Key, out var before) && p.Value.Count > before.Count).Select(p => $"{Say(p.Key, few[p.Key])}\n  with more rows\n{Say(p.Key, p.Value)}").ToList();
        Assert.True(grown.Count == 0, string.Join('\n', grown));
    }

    /// <summary>What each person reaches by links, and every page of the dossiers and juries, whether or not a link shows it today.</summary>
    private async Task<SortedDictionary<string, IReadOnlyList<string>>> CountEverything(LivingDossiers.Settled living, Dictionary<string, IReadOnlyList<string>> walked)
    {
        var counts = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var code in People)
        {
            using var visitor = await Visitor.As(site, code);
            var reached = walked[code];
            settled = await Settled();
            foreach (var address in reached.Union(living.Pages()).Where(a => !a.StartsWith("/fichiers", StringComparison.Ordinal)))
            {
                var asked = await Asked(visitor, address, isWarm: reached.Contains(address));
                var kind = $"{code} {Choice().Replace(Crawl.Identifier().Replace(address, "…"), "=…")}";
                if (!counts.TryGetValue(kind, out var known) || known.Count < asked.Count)
                {
                    counts[kind] = asked;
                }
            }
        }

        return counts;
    }

    private static string Say(string kind, IReadOnlyList<string> asked) => $"{kind}: {asked.Count}\n" + string.Join('\n', asked.Select(said => "    " + (said.Length > 160 ? said[..160] + "…" : said)));

    /// <summary>Once to warm what is kept in memory, unless the walk just did, then once to count.</summary>
    private async Task<IReadOnlyList<string>> Asked(Visitor visitor, string address, bool isWarm)
    {
        if (!isWarm)
        {
            using var warm = await visitor.Get(address);
            if (warm.StatusCode != HttpStatusCode.OK)
            {
                return [];
            }

            settled = await Settled();
        }

        // Where one page's questions end, the next one's begin.
        var from = settled;
        using var counted = await visitor.Get(address);
        settled = await Settled();
        return Read(from, settled);
    }

    /// <summary>The length of the log once nobody writes to it: a marker of ours is its last line.</summary>
    private async Task<long> Settled()
    {
        await Ledger.Do(site, "select 'the log is settled'");
        return new FileInfo(Log).Length;
    }

    private List<string> Read(long from, long to)
    {
        using var file = new FileStream(Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = from;
        var text = new byte[to - from];
        file.ReadExactly(text);
        return [.. Statement().Matches(System.Text.Encoding.UTF8.GetString(text)).Select(m => m.Groups[1].Value).Where(said => !NotAQuestion().IsMatch(said))];
    }

    /// <summary>Ten times the rows of the demonstration's project, past the gestures: what counts is how many there are.</summary>
    private async Task MultiplyRows()
    {
        foreach (var table in new[] { "observation", "planned_action", "progress_axis", "minutes" })
        {
            await Multiply("improvement", table);
        }

        await Multiply("certification", "evidence");
        await Ledger.Do(site, "insert into people.person (id, code, first_name, last_name, culture) select gen_random_uuid(), 'N' || n, 'Nom', 'Numéro ' || n, 'fr' from generate_series(1, 100) n");
        await Ledger.Do(site, "insert into people.role_held (id, person, role, organisation, from_day) select gen_random_uuid(), p.id, 'TeamLeader', $1, date '2024-01-01' from people.person p where p.code ~ '^N[0-9]+$'", DemoIds.Organisation("vnp").Value);
    }

    private async Task Multiply(string schema, string table)
    {
        var columns = await Ledger.One<string[]>(site, "select array_agg(quote_ident(column_name)) from information_schema.columns where table_schema = $1 and table_name = $2 and column_name <> 'id'", schema, table);
        var values = columns.Select(c => c switch { "number" => "number + 1000 * n", "code" => "code || '-' || n", _ => c });
        await Ledger.Do(site, $"insert into {schema}.{table} (id, {string.Join(", ", columns)}) select gen_random_uuid(), {string.Join(", ", values)} from {schema}.{table}, generate_series(1, 9) n");
        Assert.True(await Ledger.One<long>(site, $"select count(*) from {schema}.{table}") >= 10, $"{schema}.{table} is not longer.");
    }

    [GeneratedRegex("=[^&]*")]
    private static partial Regex Choice();

    /// <summary>Only what the pages' own connections say: the jobs and the live connection have their own rhythm.</summary>
    [GeneratedRegex(@"^etabli\|LOG:  (?:statement|execute [^:]+): ([^\n]*)", RegexOptions.Multiline)]
    private static partial Regex Statement();

    /// <summary>What the pool and the transaction say for themselves.</summary>
    [GeneratedRegex("^(DISCARD|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)", RegexOptions.IgnoreCase)]
    private static partial Regex NotAQuestion();
}
