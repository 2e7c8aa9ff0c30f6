using System.Text.Json;
using Etabli.Application.Plant.Flows;
using Etabli.Application.Plant.Occurrences;
using Etabli.Application.Tests.Improvement;
using Etabli.Methods.Quality;
using Etabli.People;
using Etabli.Plant.Occurrences;
using PeopleRefusal = Etabli.People.Refusal;
using PlantRefusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Tests.Plant;

/// <summary>The demonstration's stops and scrap, from their files as they are, on a real PostgreSQL.</summary>
public sealed class EventTests : IAsyncLifetime
{
    private static readonly EventFilter AllStops = new(PlantEventKind.Stop);

    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Demo => Path.Combine(AppContext.BaseDirectory, "demo");

    public async ValueTask InitializeAsync() => shop = await Workshop.Open(Stop);

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_Pareto_of_the_honing_machine_s_stops_is_the_one_its_generator_gives_to_the_last_minute()
    {
        var answer = await Take("16_arrets.csv");
        Assert.Equal((1_138, 0), (answer.New, answer.Reading.FaultyLines));
        var pareto = await Pareto(new(AllStops with { Station = "ROD1" }, EventLevel.Cause, ParetoMeasure.Duration));
        var said = (await Answers("pareto_arrets_ROD1")).EnumerateArray().ToList();
        Assert.Equal(said.Select(c => (c.GetProperty("cause").GetString()!, c.GetProperty("min").GetDecimal())), pareto.Table.Bars.Select(b => (b.Cause, b.Amount)));
        Assert.All(said.Zip(pareto.Table.Bars), p => Assert.Equal(p.First.GetProperty("cumul_pct").GetDecimal(), Math.Round(p.Second.Cumulated * 100, 2)));
        Assert.Equal(said.Select(c => c.GetProperty("nb").GetInt64()), pareto.Rows.Select(r => r.Count));
        Assert.Equal(4, pareto.Table.ClassA.Count);
    }

    [Fact]
    public async Task The_stops_of_a_day_follow_each_other_by_station_with_the_class_their_cause_has_and_those_of_no_class_wait()
    {
        Assert.Null((await Timeline(null, null)).Day);
        await Take("16_arrets.csv");
        var day = await Timeline(new(2025, 9, 1), "ROD1");
        Assert.Equal((new TimeOnly(6, 18), 14m, "Évacuation copeaux"), (day.Stops[0].Begun!.Value, day.Stops[0].Minutes!.Value, day.Stops[0].Cause));
        Assert.Equal(StopKind.Changeover, day.Stops[1].Kind);
        Assert.Equal((null, new DateOnly(2025, 9, 2)), (day.Before, day.After));
        var drawn = day.Picture("Journal", k => k.ToString()[..2], k => k.ToString());
        Assert.Equal(day.Stops.Count(s => s.Minutes > 0), drawn.Count);
        Assert.Equal(day.Stops.Where(s => s.Kind is null).Select(s => s.Cause).Distinct(), drawn.Lanes.Single().Stops.Where(s => s.Class is null).Select(s => s.Cause).Distinct());

        // The mean time to repair is that of the breakdowns of the last 30 days, counted by hand from the file.
        var last = await Timeline(new(2025, 9, 30), null);
        var breakdowns = (await File.ReadAllLinesAsync(Path.Combine(Demo, "16_arrets.csv"), Stop)).Skip(1).Select(l => l.Split(',')).Where(c => c[3] == "ROD1" && string.CompareOrdinal(c[1], "2025-09-01") >= 0 && string.CompareOrdinal(c[1], "2025-09-30") <= 0 && c[6].StartsWith("Panne", StringComparison.Ordinal)).ToList();
        Assert.Equal(Math.Round(breakdowns.Average(c => decimal.Parse(c[5], System.Globalization.CultureInfo.InvariantCulture)), 1), last.Repairs["ROD1"]);

        await shop.By(shop.Clean, (ClassStops g) => g.Run(new(new Dictionary<string, StopKind> { ["Évacuation copeaux"] = StopKind.ShortStop }), Stop));
        Assert.Equal(StopKind.ShortStop, (await Timeline(new(2025, 9, 1), "ROD1")).Stops[0].Kind);
        Assert.Null((await shop.By(shop.Stranger, (StopTimeline.Reader r) => r.Find(null, null, Stop))).Day);
    }

    [Fact]
    public async Task The_scrap_of_the_honing_machine_is_counted_in_pieces()
    {
        Assert.Equal(460, (await Take("17_rebuts.csv")).New);
        var pareto = await Pareto(new(new(PlantEventKind.Scrap, "ROD1"), EventLevel.Cause, ParetoMeasure.Count));
        var said = await Answers("pareto_rebuts_ROD1");
        Assert.Equal(said.EnumerateObject().Count(), pareto.Table.Bars.Count);
        Assert.All(said.EnumerateObject(), c => Assert.Equal(c.Value.GetDecimal(), pareto.Table.Bars.Single(b => b.Cause == c.Name).Amount));
    }

    [Fact]
    public async Task The_second_level_of_a_cause_is_its_stations_and_adds_up_to_the_bar()
    {
        await Take("16_arrets.csv");
        var pareto = await Pareto(new(AllStops, EventLevel.Cause, ParetoMeasure.Duration, "Changement de série"));
        Assert.Equal(pareto.Table.Bars.Single(b => b.Cause == "Changement de série").Amount, pareto.Within!.Total);
        Assert.Contains(pareto.Within.Bars, b => b.Cause == "ROD1" && b.Amount == 9_674);
        var stations = await Pareto(new(AllStops, EventLevel.Station, ParetoMeasure.Duration, "ROD1"));
        Assert.Equal(stations.Table.Bars.Single(b => b.Cause == "ROD1").Amount, stations.Within!.Total);
        Assert.Equal(20_445, stations.Within.Total);
    }

    [Fact]
    public async Task The_same_table_again_enters_nothing_and_two_equal_lines_are_two_events()
    {
        Assert.Equal(460, (await Take("17_rebuts.csv")).New);
        Assert.Equal(0, (await Take("17_rebuts.csv")).New);
        const string twice = "date;poste;défaut;quantité\n2025-09-01;ROD1;Choc;1\n2025-09-01;ROD1;Choc;1";
        Assert.Equal(2, (await TakeText(twice)).New);
        Assert.Equal(0, (await TakeText(twice)).New);
    }

    [Fact]
    public async Task Wrong_cells_are_told_with_their_line_and_the_good_lines_are_kept()
    {
        var answer = await TakeText("date;poste;cause;durée (min)\n2025-09-01;ROD1;Panne;12,5\n32/13/2025;ROD1;Panne;3\n2025-09-02;;Panne;-4\n2025-09-03;ROD1;;douze\n2199-01-01;ROD1;Panne;1");
        Assert.Equal(1, answer.New);
        Assert.Equal(
            [(3, EventColumn.Day, EventError.NotADay), (4, EventColumn.Station, EventError.Missing), (4, EventColumn.Minutes, EventError.OutOfRange), (5, EventColumn.Cause, EventError.Missing), (5, EventColumn.Minutes, EventError.NotANumber), (6, EventColumn.Day, EventError.DayToCome)],
            answer.Reading.Faults.Select(f => (f.Line, f.Column, f.Error)));
        Assert.Equal(4, answer.Reading.FaultyLines);
        Assert.Equal(5, answer.Reading.Rejected.Split('\n').Length);
    }

    [Fact]
    public async Task A_table_without_a_cause_says_which_column_is_missing_and_changes_nothing()
    {
        var answer = await TakeText("date;poste;durée\n2025-09-01;ROD1;12");
        Assert.Equal([EventColumn.Cause], answer.Reading.Missing);
        Assert.Equal(0, (await List(AllStops)).Count);
    }

    [Fact]
    public async Task A_table_of_which_no_line_is_good_is_refused()
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => TakeText("date;poste;cause;durée\nhier;ROD1;Panne;12"));
        Assert.Equal(PlantRefusal.NothingToTake, no.Refusal);
    }

    [Fact]
    public async Task An_import_is_taken_back_whole_and_only_once_and_never_by_another_plant()
    {
        var answer = await Take("16_arrets.csv");
        await TakeText("id;date;poste;cause;durée\nZ1;2025-09-01;ROD1;Panne;12");
        var strange = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Stranger, (TakeBackEvents g) => g.Run(new(answer.Import!.Value), Stop)));
        Assert.Equal(PlantRefusal.ImportGone, strange.Refusal);
        Assert.Equal(1_138, await shop.By(shop.Clean, (TakeBackEvents g) => g.Run(new(answer.Import!.Value), Stop)));
        Assert.Equal(1, (await List(AllStops)).Count);
        await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (TakeBackEvents g) => g.Run(new(answer.Import!.Value), Stop)));
    }

    [Fact]
    public async Task Another_plant_sees_none_of_it_and_an_operator_brings_none()
    {
        await Take("16_arrets.csv");
        Assert.Equal(0, (await shop.By(shop.Stranger, (EventList.Reader r) => r.Find(AllStops, null, Stop))).Count);
        Assert.True((await shop.By(shop.Stranger, (EventPareto.Reader r) => r.Find(new(AllStops, EventLevel.Cause, ParetoMeasure.Count), Stop))).Table.IsEmpty);
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (TakeEvents g) => g.Run(new(new StringReader("date;poste;cause;durée\n2025-09-01;ROD1;Panne;12"), "fr", null), Stop)));
        Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
    }

    [Fact]
    public async Task Pages_of_the_list_follow_one_another_without_losing_or_repeating_an_event()
    {
        await Take("16_arrets.csv");
        var seen = new List<string>();
        (DateOnly, string)? after = null;
        EventList page;
        do
        {
            page = await shop.By(shop.Clean, (EventList.Reader r) => r.Find(AllStops with { Station = "ROD1" }, after, Stop));
            seen.AddRange(page.Events.Select(e => e.Code));
            after = (page.Events[^1].Day, page.Events[^1].Code);
        }
        while (page.HasMore);
        Assert.Equal(page.Count, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(427, seen.Count);
    }

    [Fact]
    public async Task An_event_without_the_measure_asked_is_told_not_weighed()
    {
        await TakeText("date;poste;cause;durée;coût\n2025-09-01;ROD1;Panne;12;\n2025-09-01;ROD1;Réglage;5;30");
        var pareto = await Pareto(new(AllStops, EventLevel.Cause, ParetoMeasure.Cost));
        Assert.Equal(1, pareto.Unmeasured);
        Assert.Equal(["Réglage"], pareto.Table.Bars.Select(b => b.Cause));
    }

    [Fact]
    public async Task A_cell_without_end_is_one_wrong_cell_told_in_short()
    {
        var answer = await TakeText("date;poste;cause;durée\n2025-09-01;ROD1;" + new string('x', 3_000_000) + ";12\n2025-09-01;ROD1;Panne;12");
        Assert.Equal(1, answer.New);
        var fault = Assert.Single(answer.Reading.Faults);
        Assert.Equal((2, EventError.TooLong), (fault.Line, fault.Error));
        Assert.InRange(fault.Text.Length, 1, 300);
    }

    [Fact]
    public void Whatever_is_pasted_as_events_is_read_without_failing_and_a_good_line_fits_its_table()
    {
        var dice = new Random(11);
        const string letters = "aé;,\t\n\"0123456789-:/ Panne\uD83D\u0000'=";
        for (var i = 0; i < 3_000; i++)
        {
            var noise = new string([.. Enumerable.Range(0, dice.Next(1, 300)).Select(_ => letters[dice.Next(letters.Length)])]);
            using var text = new StringReader("date;poste;cause;durée;quantité;début\n2025-09-01;R;" + noise);
            foreach (var good in EventReading.Open(text, "fr", new(2026, 1, 23)).Read())
            {
                Assert.InRange(good.Cause.Length, 1, PlantEvent.Longest);
                Assert.InRange(good.Minutes!.Value, 0, PlantEvent.MostMinutes);
                Assert.DoesNotContain('\0', good.Cause + good.Station + good.Shift + good.Class);
            }
        }
    }

    [Theory]
    [InlineData("TCN1-TCN2", "TCN1 TCN2")]
    [InlineData("P1-P6", "P1 P2 P3 P4 P5 P6")]
    [InlineData("ST-CHR", "")]
    [InlineData("P6-P1", "")]
    [InlineData("ROD1", "")]
    public void Posts_named_from_one_to_the_other_are_all_of_them(string said, string posts)
    {
        var all = DataCollection.Reader.StationsOf(said);
        Assert.Equal(posts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(said).Distinct().Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
    }

    private async Task<TakeEvents.Answer> Take(string file) => await TakeText(await File.ReadAllTextAsync(Path.Combine(Demo, file), Stop));

    private Task<TakeEvents.Answer> TakeText(string text) => shop.By(shop.Clean, (TakeEvents g) => g.Run(new(new StringReader(text), "fr", null), Stop));

    private Task<EventPareto> Pareto(EventPareto.Question question) => shop.By(shop.Clean, (EventPareto.Reader r) => r.Find(question, Stop));

    private Task<EventList> List(EventFilter filter) => shop.By(shop.Clean, (EventList.Reader r) => r.Find(filter, null, Stop));

    private static async Task<JsonElement> Answers(string part) => JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Demo, "reponses.json"), Stop)).RootElement.GetProperty(part);

    private Task<StopTimeline> Timeline(DateOnly? day, string? station) => shop.By(shop.Clean, (StopTimeline.Reader r) => r.Find(day, station, Stop));
}
