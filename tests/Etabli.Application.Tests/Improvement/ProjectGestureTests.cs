using Etabli.Application.Improvement.Actions;
using Etabli.Application.Improvement.Axes;
using Etabli.Application.Improvement.Communication;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Application.Improvement.Files;
using Etabli.Application.Improvement.Indicators;
using Etabli.Application.Improvement.Projects;
using Etabli.Application.Journal;
using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.Improvement.Axes;
using Etabli.Improvement.Diagnoses;
using Etabli.Improvement.Indicators;
using Etabli.Improvement.Projects;
using Etabli.People;
using Etabli.People.Files;
using Etabli.TestHouse;
using Microsoft.EntityFrameworkCore;
using PeopleRefusal = Etabli.People.Refusal;
using Refusal = Etabli.Improvement.Refusal;

namespace Etabli.Application.Tests.Improvement;

public sealed class ProjectGestureTests : IAsyncLifetime
{
    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => shop = await Workshop.Open(Stop);

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task Somebody_of_the_plant_without_a_role_in_projects_reads_and_changes_nothing()
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Tutor, (CreateProject g) => g.Run(
            new(shop.Vnp, "Autre chantier", "Pour voir", new(2026, 1, 1), new(2026, 2, 1)), Stop)));
        Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
        no = await Assert.ThrowsAsync<RefusalException>(() => Observe(shop.Tutor));
        Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
        Assert.Equal(1, await shop.House.As(shop.Tutor, s => House.Db(s).Projects.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_project_of_another_plant_does_not_exist()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => Observe(shop.Stranger));
        Assert.Equal(0, await shop.House.As(shop.Stranger, s => House.Db(s).Projects.CountAsync(Stop)));
    }

    [Fact]
    public async Task An_operator_notes_what_they_see_and_plans_nothing()
    {
        await Observe(shop.A03);
        var no = await Assert.ThrowsAsync<RefusalException>(() => Plan(shop.A03));
        Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
    }

    [Fact]
    public async Task Observations_made_at_the_same_moment_get_different_numbers()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Observe(shop.A03)));
        var numbers = await shop.House.As(shop.Clean, s => House.Db(s).Observations.Select(o => o.Number).OrderBy(n => n).ToListAsync(Stop));
        Assert.Equal(Enumerable.Range(1, 8), numbers);
    }

    [Fact]
    public async Task A_place_that_is_the_code_of_a_station_is_that_station_and_the_measure_and_photos_come_back()
    {
        var station = Guid.CreateVersion7();
        await shop.House.Insert("insert into plant.workstation (id, organisation, code, kind) values ($1, $2, 'ROD1', 'rodeuse')", station, shop.Vnp.Value);
        var photo = new FileId(Guid.CreateVersion7());
        var id = await shop.By(shop.Clean, (NoteObservation g) => g.Run(
            new(shop.Vérins, new(new(2025, 10, 7), null, "ROD1", "Régleur cherche les pierres", Waste.Motion, new(11.50m, "min", "chronomètre", 3)), [photo]), Stop));
        var seen = await shop.House.As(shop.Meth, s => House.Db(s).Observations.AsNoTracking().SingleAsync(o => o.Id == id, Stop));
        Assert.Equal(station, seen.Workstation?.Value);
        Assert.Equal(11.5m, seen.Measure!.Value);
        Assert.Equal(3, seen.Measure.Readings);
        Assert.Equal(photo, Assert.Single(seen.Photos));
    }

    [Fact]
    public async Task Two_who_change_the_same_action_are_told_and_nothing_is_lost()
    {
        var id = await Plan(shop.Clean);
        var version = await shop.House.As(shop.Clean, s => House.Db(s).PlannedActions.Where(a => a.Id == id).Select(a => EF.Property<uint>(a, "Version")).SingleAsync(Stop));
        await shop.By(shop.Meth, (ChangeAction g) => g.Run(new(id, "X0", "Filmer quatre changements", "4 films", shop.Meth, PdcaStep.Plan, version), Stop));
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (ChangeAction g) => g.Run(new(id, "X0", "Filmer deux changements", "2 films", shop.Meth, PdcaStep.Plan, version), Stop)));
        Assert.Equal(Refusal.ChangedMeanwhile, no.Refusal);
        var label = await shop.House.As(shop.Clean, s => House.Db(s).PlannedActions.Where(a => a.Id == id).Select(a => a.Label).SingleAsync(Stop));
        Assert.Equal("Filmer quatre changements", label);
    }

    [Fact]
    public async Task The_life_of_an_action_is_told_by_its_journal()
    {
        var id = await Plan(shop.Clean);
        await shop.By(shop.Meth, (StartAction g) => g.Run(new(id), Stop));
        await shop.By(shop.Meth, (PostponeAction g) => g.Run(new(id, new(2026, 3, 20), "Caméra indisponible"), Stop));
        await shop.By(shop.Meth, (CloseAction g) => g.Run(new(id, false, "après la semaine 13"), Stop));
        await shop.By(shop.Clean, (NoteEffectiveness g) => g.Run(new(id, "3 films analysés"), Stop));
        var story = await shop.By(shop.Clean, (JournalPage.Reader r) => r.Of("action", id.Value, null, Stop));
        Assert.Equal(["action.measured", "action.closed", "action.postponed", "action.started", "action.planned"], story.Entries.Select(e => e.Act));
        var action = await shop.House.As(shop.Clean, s => House.Db(s).PlannedActions.AsNoTracking().SingleAsync(a => a.Id == id, Stop));
        Assert.Equal(new DateOnly(2026, 3, 13), Assert.Single(action.DueChanges).From);
        Assert.True(action.EffectivenessMeasured);
    }

    [Fact]
    public async Task An_action_on_an_axis_the_project_does_not_have_is_refused()
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => Plan(shop.Clean, "X9"));
        Assert.Equal(Refusal.AxisUnknown, no.Refusal);
    }

    [Fact]
    public async Task An_action_owned_by_somebody_of_another_plant_is_refused()
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (PlanAction g) => g.Run(
            new(shop.Vérins, null, "X0", "Filmer", "films", shop.Stranger, new(2026, 3, 13), PdcaStep.Plan), Stop)));
        Assert.Equal(Refusal.PersonNotOfThePlant, no.Refusal);
    }

    [Fact]
    public async Task Codes_are_given_in_order_and_the_same_code_twice_is_refused()
    {
        await SetAxis(null);
        await SetAxis(null);
        var no = await Assert.ThrowsAsync<RefusalException>(() => SetAxis("X1"));
        Assert.Equal(Refusal.CodeAlreadyUsed, no.Refusal);
        Assert.Equal("X1", Assert.Single(no.About));
        var codes = await shop.House.As(shop.Clean, s => House.Db(s).ProgressAxes.Select(a => a.Code).OrderBy(c => c).ToListAsync(Stop));
        Assert.Equal(["X1", "X2"], codes);
    }

    [Fact]
    public async Task A_pasted_range_is_recorded_whole_or_not_at_all()
    {
        var id = await AddTrs();
        const string wrong = "semaine\tTRS\n2025-S36\t44,2\n2025-S37\tsoixante\n2025-S60\t60,0";
        var no = await Assert.ThrowsAsync<RefusalException>(() => Paste(id, wrong));
        Assert.Equal(Refusal.LinesInError, no.Refusal);
        Assert.Equal(2, Assert.Single(no.About));

        Assert.Equal(2, await Paste(id, "semaine\tTRS\n2025-S36\t44,2\n2025-S37\t61,7\n2025-S52\t"));
        Assert.Equal(1, await Paste(id, "2025-S36;44,2\n2025-S38;60"));
        var values = await shop.House.As(shop.Clean, s => House.Db(s).Indicators.Where(i => i.Id == id).SelectMany(i => i.Points).OrderBy(p => p.Period).Select(p => p.Value).ToListAsync(Stop));
        Assert.Equal([44.2m, 61.7m, 60m], values);
    }

    [Fact]
    public async Task A_corrected_value_stays_beside_the_one_that_replaced_it()
    {
        var id = await AddTrs();
        await shop.By(shop.Meth, (RecordPoint g) => g.Run(new(id, new(2025, 9, 3), 42.4m), Stop));
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Meth, (RecordPoint g) => g.Run(new(id, new(2025, 9, 4), 44.2m), Stop)));
        Assert.Equal(Refusal.PointAlreadyRecorded, no.Refusal);
        await shop.By(shop.Clean, (RecordPoint g) => g.Run(new(id, new(2025, 9, 4), 44.2m, "chiffres inversés"), Stop));
        var points = await shop.House.As(shop.Clean, s => House.Db(s).Indicators.Where(i => i.Id == id).SelectMany(i => i.Points).OrderBy(p => p.At).ThenBy(p => p.Value).Select(p => new { p.Value, Replaced = p.ReplacedAt != null }).ToListAsync(Stop));
        Assert.Equal([(42.4m, true), (44.2m, false)], points.Select(p => (p.Value, p.Replaced)));
    }

    [Fact]
    public async Task Minutes_steps_team_notes_and_files_are_kept()
    {
        await shop.By(shop.Clean, (WriteMinutes g) => g.Run(new(shop.Vérins, new(new(2026, 1, 21), "SMED, séance 3", "Obeya", ["CLEAN", "METH"], "Film revu.", ["Chariot validé"])), Stop));
        await shop.By(shop.Clean, (AddProjectFile g) => g.Run(new(shop.Vérins, new Upload("essai.csv", new MemoryStream("a;b\n1;2\n"u8.ToArray())), "Plan du chariot", "", ProjectStep.Steer), Stop));
        await shop.By(shop.Clean, (JoinTeam g) => g.Run(new(shop.Vérins, shop.Meth, "Méthodes"), Stop));
        await shop.By(shop.Clean, (MarkStep g) => g.Run(new(shop.Vérins, ProjectStep.Diagnose, false, new DateOnly(2025, 10, 6)), Stop));
        await shop.By(shop.Clean, (MarkStep g) => g.Run(new(shop.Vérins, ProjectStep.Diagnose, true, new DateOnly(2025, 11, 28)), Stop));
        var trs = await AddTrs();
        await shop.By(shop.Clean, (AnnotateIndicator g) => g.Run(new(trs, new(2025, 12, 22), "Fermeture annuelle", false), Stop));
        await shop.By(shop.Clean, (AnnotateIndicator g) => g.Run(new(trs, new(2025, 9, 1), "base", true), Stop));
        await shop.By(shop.Clean, (AnnotateIndicator g) => g.Run(new(trs, new(2025, 9, 1), "avant", true), Stop));
        var project = await shop.House.As(shop.Meth, s => House.Db(s).Projects.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(ProjectStep.Axes, project.CurrentStep);
        Assert.Equal("METH", Assert.Single(project.Team).Code);
        var minutes = await shop.House.As(shop.Meth, s => House.Db(s).Minutes.AsNoTracking().SingleAsync(Stop));
        Assert.Equal(["CLEAN", "METH"], minutes.Attendees);
        var indicator = await shop.House.As(shop.Meth, s => House.Db(s).Indicators.AsNoTracking().SingleAsync(Stop));
        Assert.Equal("avant", Assert.Single(indicator.Phases).Label);
        Assert.Equal("Fermeture annuelle", Assert.Single(indicator.Notes).Text);
    }

    [Fact]
    public async Task The_night_shift_of_one_o_clock_notes_on_its_own_day_which_in_London_has_not_begun()
    {
        shop.House.Clock.Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        shop.House.Clock.Set(new(2026, 3, 2, 23, 30, 0, TimeSpan.Zero));
        var seen = new ObservedFact(new(2026, 3, 3), null, "ROD1", "Le groupe hydraulique s’arrête", Waste.Waiting);
        await shop.By(shop.A03, (NoteObservation g) => g.Run(new(shop.Vérins, seen), Stop));
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (NoteObservation g) => g.Run(new(shop.Vérins, seen with { Day = new(2026, 3, 4) }), Stop)));
        Assert.Equal(Etabli.Improvement.Refusal.DatedInTheFuture, no.Refusal);
    }

    private Task<ObservationId> Observe(PersonId who) => shop.By(who, (NoteObservation g) => g.Run(
        new(shop.Vérins, new(new(2025, 10, 7), null, "QUAI", "384 tiges attendent le départ du mardi", Waste.Inventory)), Stop));

    private Task<PlannedActionId> Plan(PersonId who, string axis = "X0") => shop.By(who, (PlanAction g) => g.Run(
        new(shop.Vérins, null, axis, "Filmer trois changements de série", "3 films annotés", shop.Meth, new(2026, 3, 13), PdcaStep.Plan), Stop));

    private Task<ProgressAxisId> SetAxis(string? code) => shop.By(shop.Clean, (SetAxis g) => g.Run(
        new(shop.Vérins, code, new AxisWording("Débloquer le goulot", "TRS 56,5 %", "TRS 72 %", new(2026, 2, 27), "K07", "supprimer les samedis")), Stop));

    private Task<IndicatorId> AddTrs() => shop.By(shop.Clean, (AddIndicator g) => g.Run(
        new(shop.Vérins, "K07", new(BoardLetter.D, "TRS rodage", "TRS de ROD1", "Choisir les arrêts à attaquer", "tU/tR", "%", Frequency.Weekly, 72m, TargetDirection.AtLeast, "15, 16", shop.Meth, "")), Stop));

    private Task<int> Paste(IndicatorId id, string text) => shop.By(shop.Clean, (RecordPastedPoints g) => g.Run(new(id, text), Stop));
}
