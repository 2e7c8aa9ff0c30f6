using System.Text.RegularExpressions;
using Npgsql;

namespace Etabli.Load;

/// <summary>Counts what a page asks of PostgreSQL, in PostgreSQL's own log.</summary>
internal sealed partial class Questions(string home)
{
    private readonly string log = Path.Combine(home, "postgres", "data", "server.log");

    private string Administrator => $"Host={Path.Combine(home, "postgres", "s")};Username=etabli_super;Database=postgres;Pooling=false";

    public Task Listen() => Set("all");

    public Task Leave() => Set("none");

    /// <summary>Statements one page makes, without what the pool and the transaction say for themselves.</summary>
    public async Task<int> Of(Func<Task> page)
    {
        var from = new FileInfo(log).Length;
        await page();
        await Task.Delay(150);
        await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = from;
        var text = await new StreamReader(file).ReadToEndAsync();
        return Statement().Matches(text).Count(m => !Housekeeping().IsMatch(m.Groups[1].Value));
    }

    private async Task Set(string what)
    {
        await using var connection = new NpgsqlConnection(Administrator);
        await connection.OpenAsync();
        foreach (var sql in new[] { $"alter system set log_statement = '{what}'", "select pg_reload_conf()" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        await Task.Delay(500);
    }

    [GeneratedRegex(@"LOG:  (?:statement|execute [^:]+): ([^\n]*)")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^(DISCARD|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|LISTEN|UNLISTEN)", RegexOptions.IgnoreCase)]
    private static partial Regex Housekeeping();
}
