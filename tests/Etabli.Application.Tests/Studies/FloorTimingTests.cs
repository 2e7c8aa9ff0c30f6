using Etabli.Application.Studies.Sheets;
using Etabli.Application.Studies.Timings;
using Etabli.Application.Plant;
using Etabli.Application.Tests.Improvement;
using Etabli.Figures.Ink;
using Etabli.People;
using Etabli.Plant.Calendars;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Etabli.Studies.Timings;
using PeopleRefusal = Etabli.People.Refusal;
using StudyRefusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Tests.Studies;

/// <summary>Sessions of the stopwatch and rounds of work sampling that arrive from the floor, on a real PostgreSQL.</summary>
public sealed class FloorTimingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 6, 30, 0, TimeSpan.Zero);

    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => shop = await Workshop.Open(Stop);

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task A_session_sent_twice_at_once_and_again_is_in_the_sheet_once()
    {
        var study = await Begin(StudyKind.TimeStudy);
        var session = Guid.CreateVersion7();
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Time(shop.Clean, study, session, [("a", 10m), ("b", 5m)])));
        Assert.Equal([0, 0, 0, 2], taken.Order());
        Assert.Equal(0, await Time(shop.Clean, study, session, [("a", 10m), ("b", 5m)]));
        var sheet = await Find(study);
        Assert.Equal(2, sheet.Study.Rows(SheetKind.Timings).Count);
        Assert.Equal(2, sheet.Study.Revision);
    }

    [Fact]
    public async Task Two_devices_and_somebody_at_the_desk_lose_nothing_of_each_other()
    {
        var study = await Begin(StudyKind.TimeStudy);
        await Fill(study, "Élément;Cycle;Temps observé\na;1;10\na;2;11");
        var read = await Find(study);
        await Task.WhenAll(Time(shop.Clean, study, Guid.CreateVersion7(), [("a", 12m)]), Time(shop.Meth, study, Guid.CreateVersion7(), [("a", 13m)]));

        // What was typed at the desk stood on what was there before: it is refused, not laid over what came from the floor.
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (FillSheet g) => g.Run(new(study, SheetKind.Timings, TypedTable.Read("Élément;Cycle;Temps observé\na;1;10", "fr"), Version: read.Version), Stop)));
        Assert.Equal(StudyRefusal.ChangedMeanwhile, no.Refusal);
        var rows = (await Find(study)).Study.Rows(SheetKind.Timings);
        Assert.Equal(["1", "2", "3", "4"], rows.Select(r => r[1]));
        Assert.Equal(["10", "11", "12", "13"], rows.Select(r => r[3]).Order());
    }

    [Fact]
    public async Task A_study_begun_on_the_floor_is_made_once_with_its_unit_its_scale_and_its_first_session()
    {
        var study = new StudyId(Guid.CreateVersion7());
        var session = Guid.CreateVersion7();
        Task<int> Send() => shop.By(shop.Meth, (TakeTimings g) => g.Run(
            new(study, session, Morning, [new("a", "Prendre", 1, 6m, 60), new("a", "Prendre", 2, 7.2m, 70), new("", "Visite", 2, 30m, IsForeign: true), new("a", "Prendre", 3, 60m, 60, "Geste manqué")], Begin: new("Chronométrage P4", "P4", TimeUnit.Centiminute, "Sixty")), Stop));
        Assert.Equal(4, await Send());
        Assert.Equal(0, await Send());
        var content = (await Find(study)).Study.Content;
        Assert.Equal(("Chronométrage P4", "P4", "Centiminute", "Sixty"), (content.Title, content.Scope, content.Settings["TimeUnit"], content.Settings["RatingScale"]));
        Assert.Equal(new DateOnly(2026, 1, 5), content.From);
        var reading = StudyReading.Of(StudyKind.TimeStudy, content, [], Language.French, at => at);

        // 6 s at 60 of 60 is 10 cmin; 7.2 s at 70 is 14 cmin: the mean is 12. The visit and the missed gesture are apart.
        Assert.Equal(12m, reading.Facts.Single(f => f.Key == "NormalTime").Value);
        Assert.Equal((2m, 1m), (reading.Facts.Single(f => f.Key == "TimesCounted").Value, reading.Facts.Single(f => f.Key == "TimesLeftOut").Value));
    }

    [Fact]
    public async Task Who_may_not_fill_a_study_does_not_time_for_it_and_a_foreign_one_is_not_there()
    {
        var study = await Begin(StudyKind.TimeStudy);
        foreach (var who in (PersonId[])[shop.A03, shop.Tutor])
        {
            Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => Time(who, study, Guid.CreateVersion7(), [("a", 1m)]))).Refusal);
        }

        await Assert.ThrowsAsync<NotFoundException>(() => Time(shop.Stranger, study, Guid.CreateVersion7(), [("a", 1m)]));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (StopwatchKit.Reader r) => r.Find(study, Stop)));
        Assert.Empty((await Find(study)).Study.Rows(SheetKind.Timings));

        // Another kind of study takes no times; a time of nothing is refused whole.
        Assert.Equal(StudyRefusal.SheetNotOfThisStudy, (await Assert.ThrowsAsync<RefusalException>(async () => await Time(shop.Clean, await Begin(StudyKind.Histogram), Guid.CreateVersion7(), [("a", 1m)]))).Refusal);
        Assert.Equal(StudyRefusal.CellRefused, (await Assert.ThrowsAsync<RefusalException>(() => Time(shop.Clean, study, Guid.CreateVersion7(), [("a", 1m), ("b", 0m)]))).Refusal);
        Assert.Equal(1, (await Find(study)).Study.Revision);
    }

    [Fact]
    public async Task The_kit_takes_along_the_elements_what_was_foreign_and_the_scale()
    {
        var study = await Begin(StudyKind.TimeStudy);
        await shop.By(shop.Clean, (TakeTimings g) => g.Run(new(study, Guid.CreateVersion7(), Morning, [new("b", "Poser", 1, 6m, PerCycle: 0.1m), new("a", "Prendre", 1, 7m), new("", "Visite", 1, 30m, IsForeign: true)]), Stop));
        var kit = await shop.By(shop.Meth, (StopwatchKit.Reader r) => r.Find(null, Stop));
        var taken = Assert.Single(kit.Studies);
        Assert.Equal([new("b", "Poser", 0.1m), new("a", "Prendre", null)], taken.Elements);
        Assert.Equal(["Visite"], taken.Foreign);
        Assert.Equal(("Hundred", 1), (taken.Scale, taken.Cycles));
        Assert.Equal([100, 60, 100, 100], kit.Scales.Select(s => s.Normal));
        Assert.Empty((await shop.By(shop.A03, (StopwatchKit.Reader r) => r.Find(null, Stop))).Studies);
    }

    [Fact]
    public async Task States_seen_on_a_round_are_each_in_the_sheet_once_at_their_instant()
    {
        var study = await Begin(StudyKind.WorkSampling);
        TakeSightings.Seen[] seen = [new(Guid.CreateVersion7(), "Marche", "ROD1", Morning.AddMinutes(2)), new(Guid.CreateVersion7(), "Arrêt", "BT1", Morning)];
        Task<int> Send(PersonId who, params TakeSightings.Seen[] what) => shop.By(who, (TakeSightings g) => g.Run(new(study, what), Stop));
        Assert.Equal(2, (await Task.WhenAll(Send(shop.A03, seen), Send(shop.A03, seen))).Sum());
        Assert.Equal(1, await Send(shop.A03, [.. seen, new(Guid.CreateVersion7(), "Marche", "ROD1", Morning.AddHours(1))]));
        var rows = (await Find(study)).Study.Rows(SheetKind.Sightings);
        Assert.Equal([("Arrêt", "BT1"), ("Marche", "ROD1"), ("Marche", "ROD1")], rows.Select(r => (r[0], r[3])));
        Assert.All(rows, r => Assert.Equal("2026-01-05", r[1]));
        Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => Send(shop.Tutor, seen))).Refusal);
        await Assert.ThrowsAsync<NotFoundException>(() => Send(shop.Stranger, seen));
        Assert.Equal(StudyRefusal.CellRefused, (await Assert.ThrowsAsync<RefusalException>(() => Send(shop.A03, new TakeSightings.Seen(Guid.CreateVersion7(), " ", "ROD1", Morning)))).Refusal);
    }

    private Task<StudyId> Begin(StudyKind kind) => shop.By(shop.Clean, (BeginStudy g) => g.Run(new(kind, "Une étude"), Stop));

    private Task<Etabli.Application.Plant.Tables.SheetReading> Fill(StudyId id, string text) => shop.By(shop.Clean, (FillSheet g) => g.Run(new(id, SheetKind.Timings, TypedTable.Read(text, "fr")), Stop));

    private Task<StudySheet> Find(StudyId id) => shop.By(shop.Clean, (StudySheet.Reader r) => r.Find(id, Stop));

    private Task<int> Time(PersonId who, StudyId study, Guid session, IEnumerable<(string Element, decimal Seconds)> times) =>
        shop.By(who, (TakeTimings g) => g.Run(new(study, session, Morning, [.. times.Select(t => new TimedMark(t.Element, "", 1, t.Seconds))]), Stop));
}
