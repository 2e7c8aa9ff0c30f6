using System.Text;
using System.Text.Json;
using Etabli.Application.Improvement;
using Etabli.Application.Improvement.Actions;
using Etabli.Application.Improvement.Axes;
using Etabli.Application.Improvement.Communication;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Application.Improvement.Files;
using Etabli.Application.Improvement.Indicators;
using Etabli.Application.Improvement.Projects;
using Etabli.Application.Plant.Measures;
using Etabli.Application.Studies.Analyses;
using Etabli.Application.Studies.Sheets;
using Etabli.Improvement;
using Etabli.Improvement.Actions;
using Etabli.Improvement.Axes;
using Etabli.Improvement.Diagnoses;
using Etabli.Improvement.Indicators;
using Etabli.Improvement.Projects;
using Etabli.Studies.Analyses;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Tests.Improvement;

public sealed class ProjectReadingTests : IAsyncLifetime
{
    private Workshop shop = null!;
    private IndicatorId trs;
    private ObservationId stones;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        shop = await Workshop.Open(Stop);
        stones = await shop.By(shop.A03, (NoteObservation g) => g.Run(
            new(shop.Vérins, new(new(2025, 10, 7), null, "ROD1", "Régleur cherche les pierres", Waste.Motion, new(11m, "min", "chronomètre", 1))), Stop));
        await shop.By(shop.Clean, (SetAxis g) => g.Run(new(shop.Vérins, "X1", new AxisWording("Débloquer le goulot", "TRS 56,5 %", "TRS 72 %", new(2026, 2, 27), "K07", "supprimer les samedis")), Stop));
        await shop.By(shop.Clean, (ImportActions g) => g.Run(new(shop.Vérins, Plan), Stop));
        trs = await shop.By(shop.Clean, (AddIndicator g) => g.Run(
            new(shop.Vérins, "K07", new(BoardLetter.D, "TRS rodage", "TRS de ROD1", "Choisir les arrêts à attaquer", "tU/tR", "%", Frequency.Weekly, 72m, TargetDirection.AtLeast, "15, 16", shop.Meth, "")), Stop));
        await shop.By(shop.Clean, (RecordPastedPoints g) => g.Run(new(trs, "2025-S36\t44,20\n2025-S37\t61,7\n2026-S02\t63,6"), Stop));
        await shop.By(shop.Clean, (AnnotateIndicator g) => g.Run(new(trs, new(2025, 9, 1), "base", true), Stop));
        await shop.By(shop.Clean, (WriteMinutes g) => g.Run(new(shop.Vérins, new(new(2026, 1, 21), "SMED, séance 3", "Obeya", ["CLEAN"], "Film revu.", ["Chariot validé"])), Stop));
        await shop.By(shop.Clean, (AddProjectFile g) => g.Run(new(shop.Vérins, new Upload("essai.csv", new MemoryStream("a;b\n1;2\n"u8.ToArray())), "Plan du chariot", "", ProjectStep.Steer), Stop));
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    private const string Plan = """
        id;axe;libellé;livrable;responsable;échéance;PDCA
        AC01;X1;Filmer trois changements;3 films annotés;METH;12/12/2025;P
        AC02;;Réunion 5 minutes;tableau vivant;CLEAN;2026-04-01;D
        ;X1;Monter des brides;brides posées;meth;2026-03-06;D
        """;

    [Fact]
    public async Task The_project_page_counts_what_each_step_holds()
    {
        var sheet = await shop.By(shop.Tutor, (ProjectSheet.Reader r) => r.Find(shop.Vérins, ProjectStep.Steer, Stop));
        Assert.Equal(1, sheet.ObjectsOf(ProjectStep.Diagnose));
        Assert.Equal(1, sheet.ObjectsOf(ProjectStep.Axes));
        Assert.Equal(5, sheet.ObjectsOf(ProjectStep.Steer));
        Assert.Equal(1, sheet.ObjectsOf(ProjectStep.Measure));
        Assert.Equal(3, sheet.Actions.Count);
        Assert.Empty(sheet.Observations);
        var list = await shop.By(shop.Tutor, (ProjectList.Reader r) => r.Mine(Stop));
        Assert.Equal((3, 0, 1), (list.Projects[0].Actions, list.Projects[0].Closed, list.Projects[0].Late));
        Assert.Empty(list.MayCreateAt);
    }

    [Fact]
    public async Task The_action_plan_shows_the_late_ones_first()
    {
        var plan = await shop.By(shop.Clean, (ActionList.Reader r) => r.Of(shop.Vérins, Stop));
        Assert.Equal(["AC01", "AC03", "AC02"], plan.Actions.Select(a => a.Code));
        Assert.Equal([ActionState.Late, ActionState.ToDo, ActionState.ToDo], plan.Actions.Select(a => a.State));
        Assert.Equal(80, plan.Actions[0].GapOn(plan.Day));
    }

    [Fact]
    public async Task Imported_lines_in_error_are_all_named_and_none_is_kept()
    {
        const string wrong = "libellé;livrable;responsable;échéance;axe;code\n;x;METH;2026-03-01;X1;\nA;;METH;2026-03-01;X1;\nB;b;PERSONNE;2026-03-01;X1;\nC;c;METH;demain;X1;\nD;d;METH;2026-03-01;X7;\nE;e;METH;2026-03-01;X1;AC01";
        var preview = await shop.By(shop.Clean, (ImportActions g) => g.Preview(new(shop.Vérins, wrong), Stop));
        Assert.Equal(
            [PastedActionError.LabelMissing, PastedActionError.DeliverableMissing, PastedActionError.OwnerUnknown, PastedActionError.DueNotRead, PastedActionError.AxisUnknown, PastedActionError.CodeTaken],
            preview.Lines.Select(l => l.Error));
        var headless = await shop.By(shop.Clean, (ImportActions g) => g.Preview(new(shop.Vérins, "libellé;livrable\nA;b"), Stop));
        Assert.Equal(["owner", "due"], headless.ColumnsMissing);
    }

    [Fact]
    public async Task Every_kind_of_artefact_can_be_taken_and_is_the_same_bytes_twice()
    {
        await shop.By(shop.Clean, (BeginStudy g) => g.Run(new(StudyKind.ProcessChart, "Déroulement du fût", shop.Vérins.Value), Stop));
        var record = await shop.By(shop.Clean, (TakeMeasures g) => g.Run(new(new StringReader("v\n10\n12\n11"), "fr", "", null, "Cotes"), Stop));
        await shop.By(shop.Clean, (BeginAnalysis g) => g.Run(new(AnalysisKind.ControlChart, record.Table, "Carte", new Dictionary<string, int> { ["Value"] = 0 }, new Dictionary<string, string>(), shop.Vérins.Value), Stop));
        var all = await shop.By(shop.Clean, (ArtefactList.Reader r) => r.ForPerson(Stop));
        Assert.Equal(ArtefactKinds.All.Order(), all.Artefacts.Select(a => a.Kind).Distinct().Order());
        foreach (var one in all.Artefacts)
        {
            var first = await shop.By(shop.Clean, (ArtefactSnapshots.Reader r) => r.Take(one.Kind, one.Source, Stop));
            var second = await shop.By(shop.Clean, (ArtefactSnapshots.Reader r) => r.Take(one.Kind, one.Source, Stop));
            Assert.Equal(first.Json, second.Json);
            Assert.Equal(first.Svg, second.Svg);
            Assert.NotEmpty(first.Title);
            Assert.NotEmpty(first.AuthorName);
            using var parsed = JsonDocument.Parse(first.Json);
            Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
        }

        var picture = await shop.By(shop.Clean, (ArtefactSnapshots.Reader r) => r.Take("indicator", trs.Value, Stop));
        Assert.StartsWith("<svg", picture.Svg, StringComparison.Ordinal);
        Assert.Contains("\"value\":44.2}", picture.Json, StringComparison.Ordinal);
        var seen = await shop.By(shop.Clean, (ArtefactSnapshots.Reader r) => r.Take("observation", stones.Value, Stop));
        Assert.Equal("A03", seen.AuthorName);
    }

    [Theory]
    [InlineData("semaine;trs;note\n2025-S36;44,2;ras\n2025-S37;;fermée", "fr", "2025-S36\t44,2\n2025-S37\t")]
    [InlineData("week,oee\n2025-W36,44.2", "fr", "2025-W36\t44,2")]
    [InlineData("2025-S36\t44,2\n2025-S37\t45", "fr", "2025-S36\t44,2\n2025-S37\t45")]
    [InlineData("2025-09-01,44.2", "en", "2025-09-01\t44.2")]
    [InlineData("semaine;trs\n2025-S36;beaucoup", "fr", "2025-S36\tbeaucoup")]
    public void A_series_comes_from_the_first_two_columns_of_a_file_as_its_reader_would_paste_it(string file, string reader, string pasted) =>
        Assert.Equal(pasted, PastedPoints.FromTable(new StringReader(file), "fr", reader));

    [Fact]
    public async Task An_artefact_of_another_plant_cannot_be_taken()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (ArtefactSnapshots.Reader r) => r.Take("indicator", trs.Value, Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (ArtefactSnapshots.Reader r) => r.Take("action-plan", shop.Vérins.Value, Stop)));
        Assert.Empty((await shop.By(shop.Stranger, (ArtefactList.Reader r) => r.OfProject(shop.Vérins, Stop))).Artefacts);
    }

    [Fact]
    public void Canonical_json_has_one_spelling()
    {
        Assert.Equal("{\"a\":1.5,\"b\":[1,null,\"é’\"]}", CanonicalJson.Of(new Dictionary<string, object> { ["b"] = new object?[] { 1.00m, null, "é’" }, ["a"] = 1.50m }));
    }

    [Fact]
    public void A_sheet_for_a_French_spreadsheet_has_commas_semicolons_and_no_formula()
    {
        var text = Encoding.UTF8.GetString(Sheets.Write("fr", ["N°", "Valeur"], [["=1+1", 1234.50m], [null, -3m]]));
        Assert.Equal("\uFEFFN°;Valeur\r\n'=1+1;1234,5\r\n;-3\r\n", text);
    }

    [Theory]
    [InlineData("1 234,5", "fr", "1234.5")]
    [InlineData("56.5 %", "fr", "56.5")]
    [InlineData("1,234", "fr", "1.234")]
    [InlineData("1,234", "en", "1234")]
    [InlineData("1.234,5", "fr", "1234.5")]
    [InlineData("−3", "fr", "-3")]
    public void A_number_is_read_as_people_type_it(string text, string culture, string expected)
    {
        Assert.True(TypedNumber.TryRead(text, culture, out var value));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), value);
    }
}
