using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Etabli.Application;
using Etabli.Application.Plant.Measures;
using Etabli.Application.Studies.Analyses;
using Etabli.Demo;
using Etabli.Plant.Measures;
using Etabli.Studies.Analyses;
using Npgsql;
using static Etabli.Load.Tools;

namespace Etabli.Load;

/// <summary>Measures coming in: a table and REST beside raw COPY in the same run; and the pages of a chart over a million of them.</summary>
internal static class Ingest
{
    private const int Rows = 200_000;
    private const int Long = 1_000_000;
    private const int Bulk = 10_000;
    private const int Singles = 300;
    private const int Turns = 5;

    private static readonly string[] Asked = ["the page with its figure", "the graph to explore, whole", "the graph, a stretch of 500 points", "the record's page"];

    public static async Task Take(string published, string report)
    {
        await using var house = House.Of(published);
        await house.Start();
        await using var storehouse = await house.Beside();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEtabli(storehouse);
        await using var provider = services.BuildServiceProvider();
        await using var owner = new NpgsqlConnection(storehouse.OwnerConnection);
        await owner.OpenAsync();
        var page = new StringBuilder();
        page.AppendLine("# Measures coming in, " + TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).AppendLine();
        page.AppendLine(Measures.Machine()).AppendLine("Medians of " + Turns + " turns. Shared machine: read the ratios, not the milliseconds.").AppendLine();
        await Import(provider, owner, page);
        await Rest(provider, owner, house, page);
        await LongChart(provider, owner, house, page);
        await File.WriteAllTextAsync(report, page.ToString());
        Console.WriteLine(page);
    }

    private static async Task Import(ServiceProvider provider, NpgsqlConnection owner, StringBuilder page)
    {
        page.AppendLine("## " + Said(Rows) + " rows of five cells").AppendLine();
        page.AppendLine("| way | s | rows/s | against COPY |").AppendLine("|---|---|---|---|");
        var (whole, copies) = (new List<double>(), new List<double>());
        var csv = Csv(Rows);
        for (var turn = 0; turn < Turns; turn++)
        {
            MeasureTableId table = default;
            var clock = Stopwatch.StartNew();
            await As(provider, async (TakeMeasures gesture) => table = (await gesture.Run(new(new StringReader(csv), "fr", $"cotes{turn}.csv"), CancellationToken.None)).Table);
            whole.Add(clock.Elapsed.TotalSeconds);
            await Empty(owner, table);
            var raw = Stopwatch.StartNew();
            await Copy(owner, table, Rows);
            copies.Add(raw.Elapsed.TotalSeconds);
            await Empty(owner, table);
        }

        var (mine, theirs) = (Median(whole), Median(copies));
        page.AppendLine(CultureInfo.InvariantCulture, $"| raw binary COPY into the same table, same indexes, rows ready in memory | {theirs:0.00} | {Rows / theirs:0} | 1 |");
        page.AppendLine(CultureInfo.InvariantCulture, $"| the gesture: CSV of {csv.Length / 1e6:0.0} MB read, columns recognised, every cell checked, under row-level security, journalled | {mine:0.00} | {Rows / mine:0} | {theirs / mine:0.00} |").AppendLine();
    }

    private static async Task Rest(ServiceProvider provider, NpgsqlConnection owner, House house, StringBuilder page)
    {
        MeasureTableId table = default;
        await As(provider, async (TakeMeasures gesture) => table = (await gesture.Run(new(new StringReader(Csv(10)), "fr", "banc.csv"), CancellationToken.None)).Table);
        var key = "";
        await As(provider, async (MakeAccessKey gesture) => key = await gesture.Run(new("Banc"), CancellationToken.None));
        using var http = new HttpClient { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var (bulk, copies) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            var body = "[" + string.Join(",", Enumerable.Range(turn * Bulk, Bulk).Select(Json)) + "]";
            var clock = Stopwatch.StartNew();
            await Send(http, table, body, $"lot{turn}");
            bulk.Add(clock.Elapsed.TotalSeconds);
            await Empty(owner, table);
            var raw = Stopwatch.StartNew();
            await Copy(owner, table, Bulk);
            copies.Add(raw.Elapsed.TotalSeconds);
            await Empty(owner, table);
        }

        var single = Stopwatch.StartNew();
        var limited = false;
        var sent = 0;
        for (; sent < Singles && !limited; sent++)
        {
            limited = !await Send(http, table, Json(sent), $"un{sent}", limited: true);
        }

        var each = single.Elapsed.TotalMilliseconds / sent;
        var (mine, theirs) = (Median(bulk), Median(copies));
        page.AppendLine("## By REST").AppendLine();
        page.AppendLine("| way | s | rows/s | against COPY |").AppendLine("|---|---|---|---|");
        page.AppendLine(CultureInfo.InvariantCulture, $"| raw binary COPY of {Said(Bulk)} rows | {theirs:0.000} | {Bulk / theirs:0} | 1 |");
        page.AppendLine(CultureInfo.InvariantCulture, $"| one request of {Said(Bulk)} rows, with its receipt | {mine:0.000} | {Bulk / mine:0} | {theirs / mine:0.00} |").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"A row a request, one after the other: {each:0.0} ms each over {Said(sent)} requests.{(limited ? " The limit of requests ended it." : "")}").AppendLine();
    }

    private static async Task LongChart(ServiceProvider provider, NpgsqlConnection owner, House house, StringBuilder page)
    {
        page.AppendLine("## An individuals chart, all eight rules, of a record").AppendLine();
        page.AppendLine("| what | ms, " + Said(10_000) + " rows | ms, " + Said(Long) + " rows | growth |").AppendLine("|---|---|---|---|");
        var (few, many) = (await Chart(provider, owner, house, 10_000), await Chart(provider, owner, house, Long));
        foreach (var (name, before, after) in Asked.Select((n, i) => (n, few[i], many[i])))
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {before:0} | {after:0} | × {after / before:0.0} |");
        }
    }

    private static async Task<List<double>> Chart(ServiceProvider provider, NpgsqlConnection owner, House house, int rows)
    {
        MeasureTableId table = default;
        AnalysisId analysis = default;
        await As(provider, async (TakeMeasures gesture) => table = (await gesture.Run(new(new StringReader(Csv(10)), "fr", $"serie{rows}.csv"), CancellationToken.None)).Table);
        await Empty(owner, table);
        await Copy(owner, table, rows);
        await Do(owner, "vacuum analyze plant.measure_row");
        await As(provider, async (BeginAnalysis gesture) => analysis = await gesture.Run(new(AnalysisKind.ControlChart, table, "Longue", new Dictionary<string, int> { ["Value"] = 2 }, new Dictionary<string, string> { ["Chart"] = "Individuals", ["Rules"] = "Nelson" }), CancellationToken.None));
        using var guest = await Guest.As(house.Address, DemoIds.Person("CLEAN").Value.ToString());
        var medians = new List<double>();
        foreach (var address in new[] { $"/analyses/{analysis}", $"/analyses/{analysis}/graphe", $"/analyses/{analysis}/graphe?de=5000&a=5499", $"/usine/mesures/{table}" })
        {
            var times = new List<double>();
            for (var turn = 0; turn <= Turns; turn++)
            {
                var clock = Stopwatch.StartNew();
                using var answer = await guest.Get(address);
                await answer.Content.ReadAsByteArrayAsync();
                if (!answer.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException($"{address} of {rows} rows: {answer.StatusCode}");
                }

                if (turn > 0)
                {
                    times.Add(clock.Elapsed.TotalMilliseconds);
                }
            }

            medians.Add(Median(times));
        }

        return medians;
    }

    private static async Task As<T>(ServiceProvider provider, Func<T, Task> act)
        where T : notnull
    {
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Caller>().Become(DemoIds.Person("CLEAN"), CancellationToken.None);
        await act(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <returns>Whether it was taken; not when too much was asked and that is allowed.</returns>
    private static async Task<bool> Send(HttpClient http, MeasureTableId table, string body, string name, bool limited = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/mesures/{table}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", name);
        using var answer = await http.SendAsync(request);
        if (limited && answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
        {
            return false;
        }

        answer.EnsureSuccessStatusCode();
        return true;
    }

    private static async Task Empty(NpgsqlConnection owner, MeasureTableId table)
    {
        await Do(owner, $"delete from plant.measure_row where \"table\" = '{table}'; update plant.measure_table set rows = 0, next = 1 where id = '{table}'");
        await Do(owner, "vacuum plant.measure_row");
    }

    private static (string Moment, string Gauge, double Value, int Batch) Row(int i) =>
        (new DateTime(2025, 1, 1).AddSeconds(i * 20L).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), "B" + i % 7, Math.Round(20 + 5 * Math.Sin(i * 0.7) + i * 7919L % 1000 / 250.0, 3), i / 50);

    private static string Csv(int rows)
    {
        var csv = new StringBuilder("horodatage;banc;cote_um;lot;operateur\n", rows * 40);
        for (var i = 0; i < rows; i++)
        {
            var (moment, gauge, value, batch) = Row(i);
            csv.Append(CultureInfo.InvariantCulture, $"{moment};{gauge};").Append(value.ToString(CultureInfo.GetCultureInfo("fr-FR"))).Append(CultureInfo.InvariantCulture, $";L{batch};A0{i % 5}\n");
        }

        return csv.ToString();
    }

    private static string Json(int i)
    {
        var (moment, gauge, value, batch) = Row(i);
        return string.Create(CultureInfo.InvariantCulture, $"{{\"horodatage\":\"{moment}\",\"banc\":\"{gauge}\",\"cote_um\":{value},\"lot\":\"L{batch}\",\"operateur\":\"A0{i % 5}\"}}");
    }

    private static async Task Copy(NpgsqlConnection owner, MeasureTableId table, int rows)
    {
        var plant = DemoIds.Organisation("vnp").Value;
        var import = Guid.NewGuid();
        await using (var copy = await owner.BeginBinaryImportAsync("copy plant.measure_row (\"table\", organisation, import, number, cells) from stdin (format binary)"))
        {
            for (var i = 0; i < rows; i++)
            {
                var (moment, gauge, value, batch) = Row(i);
                await copy.StartRowAsync();
                await copy.WriteAsync(table.Value);
                await copy.WriteAsync(plant);
                await copy.WriteAsync(import);
                await copy.WriteAsync(i + 1L);
                await copy.WriteAsync(new[] { moment.Replace(' ', 'T'), gauge, value.ToString(CultureInfo.InvariantCulture), "L" + batch, "A0" + i % 5 });
            }

            await copy.CompleteAsync();
        }

        await Do(owner, $"update plant.measure_table set rows = {rows}, next = {rows + 1} where id = '{table}'");
    }
}
