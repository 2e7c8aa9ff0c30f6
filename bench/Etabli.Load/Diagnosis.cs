using System.Diagnostics;
using System.Globalization;
using System.Text;
using Etabli.Application;
using Etabli.Application.Hosting;
using Etabli.Application.Plant.Occurrences;
using Etabli.Demo;
using Etabli.Figures.Ink;
using Etabli.Figures.ValueStreams;
using Npgsql;
using static Etabli.Load.Tools;

namespace Etabli.Load;

/// <summary>The measures of the diagnosis: import beside raw COPY, redrawing of maps, pages over half a million events.</summary>
internal static class Diagnosis
{
    private const int Imported = 100_000;
    private const int Yearly = 500_000;
    private const int Turns = 7;

    private static readonly string[] Pages =
    [
        "/usine/evenements", "/usine/evenements?nature=arrets&poste=P7", "/usine/pareto", "/usine/pareto?nature=arrets&par=poste&mesure=duree&barre=P7", "/usine/recueil", "/usine", "/usine/evenements/journal", "/usine/evenements/journal?jour=2025-06-15&poste=P7",
    ];

    public static async Task Take(string published, string report)
    {
        await using var house = House.Of(published);
        await house.Start();
        await using var storehouse = await house.Beside();
        var page = new StringBuilder();
        page.AppendLine("# Measures of the diagnosis, " + TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).AppendLine();
        page.AppendLine(Measures.Machine()).AppendLine("Medians of " + Turns + " turns. Shared machine: read the ratios, not the milliseconds.").AppendLine();
        await Import(storehouse, page);
        Redraw(page);
        await OverAYear(house, storehouse, page);
        await File.WriteAllTextAsync(report, page.ToString());
        Console.WriteLine(page);
    }

    private static async Task Import(Storehouse storehouse, StringBuilder page)
    {
        var csv = Csv(Imported);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEtabli(storehouse);
        await using var provider = services.BuildServiceProvider();
        await using var owner = new NpgsqlConnection(storehouse.OwnerConnection);
        await owner.OpenAsync();
        var (ours, copies) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            await Do(owner, "delete from plant.event; delete from plant.event_import");
            await Do(owner, "vacuum plant.event");
            await using (var scope = provider.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<Caller>().Become(DemoIds.Person("CLEAN"), CancellationToken.None);
                var clock = Stopwatch.StartNew();
                var answer = await scope.ServiceProvider.GetRequiredService<TakeEvents>().Run(new(new StringReader(csv), "fr", "mesure.csv"), CancellationToken.None);
                ours.Add(clock.Elapsed.TotalSeconds);
                if (answer.New != Imported)
                {
                    throw new InvalidOperationException($"{answer.New} of {Imported} came in.");
                }
            }

            await Do(owner, "delete from plant.event");
            await Do(owner, "vacuum plant.event");
            var raw = Stopwatch.StartNew();
            await Copy(owner, Imported, 0);
            copies.Add(raw.Elapsed.TotalSeconds);
        }

        var (mine, theirs) = (Median(ours), Median(copies));
        page.AppendLine("## Import of " + Said(Imported) + " stops").AppendLine();
        page.AppendLine("| way | s | rows/s | against COPY |").AppendLine("|---|---|---|---|");
        page.AppendLine(CultureInfo.InvariantCulture, $"| raw binary COPY into the same table, same indexes, rows ready in memory | {theirs:0.00} | {Imported / theirs:0} | 1 |");
        page.AppendLine(CultureInfo.InvariantCulture, $"| the gesture: CSV of {csv.Length / 1e6:0.0} MB read, every cell checked, entered once, under row-level security, journalled | {mine:0.00} | {Imported / mine:0} | {theirs / mine:0.00} |");
        page.AppendLine();
    }

    private static void Redraw(StringBuilder page)
    {
        page.AppendLine("## Redrawing a value stream map").AppendLine();
        page.AppendLine("| operations | ms, from description to SVG | KB of SVG | KB allocated |").AppendLine("|---|---|---|---|");
        foreach (var operations in new[] { 10, 60, 200 })
        {
            var map = Map(operations);
            var sheet = Sheet.For("fr", 400);
            var size = ValueStreamMapDrawing.Draw(map, sheet).Length;
            var times = new List<double>();
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var turn = 0; turn < 20; turn++)
            {
                var clock = Stopwatch.StartNew();
                ValueStreamMapDrawing.Draw(map, sheet);
                times.Add(clock.Elapsed.TotalMilliseconds);
            }

            var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 20;
            page.AppendLine(CultureInfo.InvariantCulture, $"| {operations} | {Median(times):0.0} | {size / 1e3:0} | {allocated / 1e3:0} |");
        }

        page.AppendLine();
    }

    private static async Task OverAYear(House house, Storehouse storehouse, StringBuilder page)
    {
        await using var owner = new NpgsqlConnection(storehouse.OwnerConnection);
        await owner.OpenAsync();
        page.AppendLine("## Pages over a year of events").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"| page | ms, {Said(1_000)} events | ms, {Said(Yearly)} events | growth |").AppendLine("|---|---|---|---|");
        var few = await Ask(house, owner, 1_000);
        var many = await Ask(house, owner, Yearly);
        foreach (var (address, before, after) in Pages.Select((p, i) => (p, few[i], many[i])))
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"| `{address}` | {before:0.0} | {after:0.0} | × {after / before:0.0} |");
        }

        page.AppendLine(CultureInfo.InvariantCulture, $"\n{Yearly / 1_000d:0} times the events.");
    }

    private static async Task<List<double>> Ask(House house, NpgsqlConnection owner, int events)
    {
        await Do(owner, "delete from plant.event");
        await Copy(owner, events, 0);
        await Do(owner, "delete from plant.event_station; insert into plant.event_station select distinct organisation, kind, station from plant.event");
        await Do(owner, "vacuum analyze plant.event");
        using var guest = await Guest.As(house.Address, DemoIds.Person("CLEAN").Value.ToString());
        var medians = new List<double>();
        foreach (var address in Pages)
        {
            var times = new List<double>();
            for (var turn = 0; turn < Turns + 2; turn++)
            {
                var clock = Stopwatch.StartNew();
                using var answer = await guest.Get(address);
                await answer.Content.ReadAsByteArrayAsync();
                answer.EnsureSuccessStatusCode();
                if (turn >= 2)
                {
                    times.Add(clock.Elapsed.TotalMilliseconds);
                }
            }

            medians.Add(Median(times));
        }

        return medians;
    }

    private static (DateOnly Day, string Shift, string Station, string Cause, string Class, decimal Minutes) Event(int i) =>
        (new DateOnly(2025, 1, 1).AddDays(i * 365 / Math.Max(Yearly, 1) % 365), (i % 2) == 0 ? "A" : "B", "P" + i % 40, "Cause " + i * 7 % 60, "arrêt propre", i % 90 + 0.5m);

    private static string Csv(int rows)
    {
        var csv = new StringBuilder("id;date;equipe;poste;debut;duree_min;cause;classe\n", rows * 70);
        for (var i = 0; i < rows; i++)
        {
            var (day, shift, station, cause, kind, minutes) = Event(i);
            csv.Append(CultureInfo.InvariantCulture, $"M{i};{day:yyyy-MM-dd};{shift};{station};{i % 24:00}:{i % 60:00};").Append(minutes.ToString(CultureInfo.GetCultureInfo("fr-FR"))).Append(CultureInfo.InvariantCulture, $";{cause};{kind}\n");
        }

        return csv.ToString();
    }

    private static async Task Copy(NpgsqlConnection owner, int rows, int from)
    {
        var plant = DemoIds.Organisation("vnp").Value;
        var import = Guid.NewGuid();
        await using var copy = await owner.BeginBinaryImportAsync("copy plant.event (organisation, kind, code, day, begun, shift, station, cause, class, quantity, minutes, import) from stdin (format binary)");
        for (var i = from; i < rows; i++)
        {
            var (day, shift, station, cause, kind, minutes) = Event(i);
            await copy.StartRowAsync();
            await copy.WriteAsync(plant);
            await copy.WriteAsync("Stop");
            await copy.WriteAsync("M" + i);
            await copy.WriteAsync(day, NpgsqlTypes.NpgsqlDbType.Date);
            await copy.WriteAsync(new TimeOnly(i % 24, i % 60), NpgsqlTypes.NpgsqlDbType.Time);
            await copy.WriteAsync(shift);
            await copy.WriteAsync(station);
            await copy.WriteAsync(cause);
            await copy.WriteAsync(kind);
            await copy.WriteAsync(1);
            await copy.WriteAsync(minutes);
            await copy.WriteAsync(import);
        }

        await copy.CompleteAsync();
    }

    private static ValueStreamMap Map(int operations)
    {
        List<MapNode> nodes = [new MapSupplier("f", "Fournisseur"), new MapCustomer("c", "Client"), new MapControl("gp", "Gestion de production")];
        List<MaterialFlow> flows = [];
        var steps = new List<LadderStep>();
        for (var i = 0; i < operations; i++)
        {
            var (stock, process) = ("s" + i, "o" + i);
            nodes.Add(new MapStock(stock, "En-cours", new Amount(1440 - 7 * i, "p"), new Amount(15.25m, "j", 2)));
            nodes.Add(new MapProcess(process, "OP" + i, "Tournage, ébavurage et contrôle", 1, [new("Tc", "316 s"), new("Tcs", "75 min"), new("Dispo", "79 %"), new("Lot", "48"), new("Rebut", "3,8 %")]));
            steps.Add(new LadderStep(stock, new Amount(15.25m, "j", 2), true));
            steps.Add(new LadderStep(process, new Amount(316, "s"), false));
            flows.Add(new MaterialFlow(stock, process));
            if (i > 0)
            {
                flows.Add(new MaterialFlow("o" + (i - 1), stock));
            }
        }

        return new("Chaîne de valeur", nodes, flows) { Ladders = [new TimeLadder("Branche", steps, "152,5 j", null, true)], Information = [.. Enumerable.Range(0, operations).Select(i => new InformationFlow("gp", "o" + i, InformationFlowKind.Manual, "programme"))] };
    }
}
