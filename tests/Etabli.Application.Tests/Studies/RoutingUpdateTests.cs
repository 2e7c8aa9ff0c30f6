using Etabli.Application.Plant;
using Etabli.Application.Plant.Flows;
using Etabli.Application.Plant.Register;
using Etabli.Application.Studies.Lines;
using Etabli.Application.Studies.Sheets;
using Etabli.Application.Studies.Timings;
using Etabli.Application.Tests.Improvement;
using Etabli.Figures.Ink;
using Etabli.People;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using PeopleRefusal = Etabli.People.Refusal;
using PlantRefusal = Etabli.Plant.Refusal;
using StudyRefusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Tests.Studies;

/// <summary>What a time study says of a routing, and what becomes of it: on a real PostgreSQL, with the files of the demonstration.</summary>
public sealed class RoutingUpdateTests : IAsyncLifetime
{
    private Workshop shop = null!;
    private ProductFamilyId family;
    private StudyId study;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        shop = await Workshop.Open(Stop);
        family = await shop.By(shop.Clean, (SetFamily g) => g.Run(new(null, "Vérins 50/28", 96, 2, 450, 30), Stop));
        await shop.By(shop.Clean, (TakeRegister g) => g.Run(new(RegisterKind.Tasks, TypedTable.Read(Demo("11_taches_montage.csv"), "fr"), family, "OP100", From: "11_taches_montage.csv"), Stop));
        study = await shop.By(shop.Clean, (BeginStudy g) => g.Run(new(StudyKind.TimeStudy, "Chronométrage de P3"), Stop));
        await shop.By(shop.Clean, (DescribeStudy g) => g.Run(new(study, "Chronométrage de P3", "P3", null, null, new Dictionary<string, string> { ["TimeUnit"] = "Centiminute", ["AllowancePercent"] = "11", ["Convention"] = "OfWork", ["RoutingSeconds"] = "445" }), Stop));
        await shop.By(shop.Clean, (FillSheet g) => g.Run(new(study, SheetKind.Timings, TypedTable.Read(Demo("12_chrono_P3.csv"), "fr")), Stop));
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_elements_of_the_demonstration_name_their_tasks_and_only_those_of_surely_other_times_stand_out()
    {
        var found = await Compare();
        Assert.Equal([("a", "6"), ("b", "13"), ("c", "11"), ("d", "12"), ("e", "10")], found.Elements.Select(e => (e.Element, e.Task)));
        Assert.All(found.Elements, e => Assert.True(e.IsGuessed));

        // 773.37 cmin, 464.0 s, against the 445 s of the routing: the answers of the demonstration.
        Assert.Equal(464.02, found.Times.Sum(t => t.Standard.Known.TotalSeconds), 0.01);
        Assert.Equal(TimeSpan.FromSeconds(445), found.Times.Aggregate(TimeSpan.Zero, (s, t) => s + t.Routing!.Value));

        // Element c was under-estimated: 252.19 cmin × 1.11 = 167.96 s where the routing says 152.
        var c = found.Times.Single(t => t.Task == "11");
        Assert.Equal(167.96, c.Standard.Known.TotalSeconds, 0.01);
        Assert.Equal(11, c.Counted);
        Assert.True(c.Differs);
    }

    [Fact]
    public async Task A_task_taken_has_the_measured_time_with_the_study_as_its_source_and_the_others_stay_as_they_are()
    {
        var found = await Compare();
        var changes = await Update(shop.Meth, ["11"], found);
        Assert.Equal(("11", 152m, 168.0m), Assert.Single(changes) is var change ? (change.Code, change.Before!.Value, change.After!.Value) : default);
        var after = await Compare();
        var task = after.Chosen!.Tasks.Single(t => t.Code == "11");
        Assert.Equal((NumberOrigin.Measured, "METH", "Chronométrage de P3", 11, study.Value), (task.Source!.Origin, task.Source.ByCode, task.Source.From, task.Source.Readings, task.Source.Study));
        Assert.Equal(["6"], after.Chosen.Tasks.Single(t => t.Code == "13").After);
        Assert.Equal(2_386m + 16, after.Chosen.Tasks.Sum(t => t.Seconds));
        Assert.Equal("11_taches_montage.csv", after.Chosen.Tasks.Single(t => t.Code == "12").Source!.From);
        Assert.False(after.Times.Single(t => t.Task == "11").Differs);
    }

    [Fact]
    public async Task An_element_tied_by_hand_keeps_its_task_and_one_tied_to_none_is_not_guessed_again()
    {
        await shop.By(shop.Clean, (TieElements g) => g.Run(new(study, new Dictionary<string, string> { ["a"] = "1", ["b"] = "" }), Stop));
        var found = await Compare();
        Assert.Equal([("a", "1", false), ("b", "", false), ("c", "11", true)], found.Elements.Take(3).Select(e => (e.Element, e.Task, e.IsGuessed)));
        Assert.DoesNotContain(found.Times, t => t.Task is "6" or "13");
        var no = await Assert.ThrowsAsync<RefusalException>(() => Update(shop.Clean, ["6"], found));
        Assert.Equal(StudyRefusal.TaskNotMeasured, no.Refusal);
        Assert.Equal(64, (await Compare()).Chosen!.Tasks.Single(t => t.Code == "6").Seconds);
    }

    [Fact]
    public async Task Nothing_is_taken_on_a_routing_or_a_study_that_changed_meanwhile()
    {
        var found = await Compare();
        await Update(shop.Clean, ["11"], found);
        var routing = await Assert.ThrowsAsync<RefusalException>(() => Update(shop.Clean, ["12"], found));
        Assert.Equal(PlantRefusal.ChangedMeanwhile, routing.Refusal);
        var fresh = await Compare();
        await shop.By(shop.Clean, (TieElements g) => g.Run(new(study, new Dictionary<string, string> { ["d"] = "" }), Stop));
        var stale = await Assert.ThrowsAsync<RefusalException>(() => Update(shop.Clean, ["12"], fresh));
        Assert.Equal(StudyRefusal.ChangedMeanwhile, stale.Refusal);
    }

    [Fact]
    public async Task Only_those_who_keep_the_plant_s_numbers_take_a_time_and_strangers_see_nothing()
    {
        var found = await Compare();
        Assert.False((await shop.By(shop.Tutor, (RoutingComparison.Reader r) => r.Find(study, null, null, Language.French, Stop))).MayUpdate);
        foreach (var who in new[] { shop.Tutor, shop.A03 })
        {
            Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => Update(who, ["11"], found))).Refusal);
        }

        await Assert.ThrowsAsync<NotFoundException>(() => Update(shop.Stranger, ["11"], found));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (RoutingComparison.Reader r) => r.Find(study, null, null, Language.French, Stop)));
    }

    [Fact]
    public async Task The_allowances_of_the_office_add_up_and_replace_the_percentage_while_the_company_s_own_stay()
    {
        await shop.By(shop.Clean, (FillSheet g) => g.Run(new(study, SheetKind.Allowances, TypedTable.Read("motif;pct;table\nTablier plombé;1,5;Maison", "fr")), Stop));
        await Choose(("personal", "Besoins personnels"), ("basic-fatigue", "Fatigue de base"), ("standing", "Travail debout"));

        // 696.73 cmin × 1.125.
        var reading = await Read();
        Assert.Equal(696.73 * 1.125 * 0.6, (double)reading.Facts.Single(f => f.Key == "StandardTime").Value!.Value, 0.02);
        await Choose(("personal", "Personal needs"), ("standing", "Standing"));
        await Choose(("personal", "Besoins personnels"));
        var rows = (await shop.By(shop.Clean, (StudySheet.Reader r) => r.Find(study, Stop))).Study.Rows(SheetKind.Allowances);
        Assert.Equal(["Besoins personnels", "Tablier plombé"], rows.Select(r => r[0]));
        Assert.Equal(StudyRefusal.ChoiceRefused, (await Assert.ThrowsAsync<RefusalException>(() => Choose(("force-5", "5"), ("force-10", "10")))).Refusal);
        Assert.Equal(StudyRefusal.ChoiceRefused, (await Assert.ThrowsAsync<RefusalException>(() => Choose(("courage", "Courage")))).Refusal);
    }

    [Fact]
    public async Task A_line_takes_the_tasks_of_the_routing_with_the_times_measured_since_and_keeps_its_proposal()
    {
        var line = await shop.By(shop.Clean, (BeginStudy g) => g.Run(new(StudyKind.LineBalance, "Ligne M"), Stop));
        var choice = Assert.Single(await shop.By(shop.Clean, (RoutingChoice.Reader r) => r.All(Stop)));
        Assert.Equal((family, "Vérins 50/28", "OP100"), (choice.Family, choice.FamilyName, choice.Operation));
        await shop.By(shop.Clean, (FillSheet g) => g.Run(new(line, SheetKind.LineTasks, TypedTable.Read("n;temps;prédécesseurs;poste proposé\n11;999;;P4", "fr")), Stop));
        await Update(shop.Clean, ["11"], await Compare());
        await shop.By(shop.Meth, (TakeRouting g) => g.Run(new(line, family, "OP100"), Stop));
        var rows = (await shop.By(shop.Clean, (StudySheet.Reader r) => r.Find(line, Stop))).Study.Rows(SheetKind.LineTasks);
        var form = SheetForm.Of(SheetKind.LineTasks);
        Assert.Equal(25, rows.Count);
        var row = rows.Single(r => r[form.At("LineTask")] == "11");
        Assert.Equal((168m, "P3", "P4", "ValueAdding"), (decimal.Parse(row[form.At("TaskTime")], System.Globalization.CultureInfo.InvariantCulture), row[form.At("StationToday")], row[form.At("StationProposed")], row[form.At("Worth")]));
        Assert.Equal("6 8 9", rows.Single(r => r[form.At("LineTask")] == "10")[form.At("WaitsFor")]);
        Assert.Equal(StudyRefusal.RoutingMissing, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, (TakeRouting g) => g.Run(new(line, family, "OP999"), Stop)))).Refusal);
        Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Tutor, (TakeRouting g) => g.Run(new(line, family, "OP100"), Stop)))).Refusal);
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (TakeRouting g) => g.Run(new(line, family, "OP100"), Stop)));
    }

    private Task Choose(params (string Key, string Label)[] reasons) =>
        shop.By(shop.Clean, (ChooseAllowances g) => g.Run(new(study, reasons.ToDictionary(r => r.Key, r => r.Label)), Stop));

    private async Task<StudyReading> Read()
    {
        var sheet = await shop.By(shop.Clean, (StudySheet.Reader r) => r.Find(study, Stop));
        return StudyReading.Of(StudyKind.TimeStudy, sheet.Study.Content, [], Language.French, at => at);
    }

    private Task<RoutingComparison> Compare() => shop.By(shop.Clean, (RoutingComparison.Reader r) => r.Find(study, null, null, Language.French, Stop));

    private Task<IReadOnlyList<RegisterChange>> Update(PersonId who, IReadOnlyList<string> tasks, RoutingComparison on) =>
        shop.By(who, (UpdateRouting g) => g.Run(new(study, family, "OP100", tasks, on.Version, on.Chosen!.Version), Stop));

    private static string Demo(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo", file));
}
