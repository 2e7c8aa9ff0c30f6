using System.Text.Json;
using Etabli.Application.Improvement;
using Etabli.Application.Improvement.Projects;
using Etabli.Application.Plant.Measures;
using Etabli.Application.Studies.Analyses;
using Etabli.Improvement.Projects;
using Etabli.Plant.Measures;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Tests.Studies;

/// <summary>An analysis made for a project is one of its works: found there, frozen with its numbers and a fingerprint of what it read.</summary>
public sealed class AnalysisEvidenceTests : AnalysisCase
{
    [Fact]
    public async Task It_is_found_among_what_the_project_made_at_the_step_that_measures()
    {
        var id = await Begin(await Text("v\n10\n12\n11\n13\n12"));
        var row = Assert.Single((await Shop.By(Shop.Clean, (ArtefactList.Reader r) => r.OfProject(Shop.Vérins, Stop))).Artefacts, a => a.Kind == ArtefactKinds.Analysis);
        Assert.Equal(("Alésage", $"/analyses/{id}", 6), (row.Title, row.Href, row.Step));
        var project = await Shop.By(Shop.Clean, (ProjectSheet.Reader r) => r.Find(Shop.Vérins, ProjectStep.Measure, Stop));
        Assert.Equal(id.Value, Assert.Single(project.Analyses).Id);
        Assert.Equal(1, project.Counts.Analyses);
        Assert.Equal("Alésage", await Shop.By(Shop.Clean, (ArtefactSnapshots.Reader r) => r.Title(ArtefactKinds.Analysis, id.Value, Stop)));
    }

    [Fact]
    public async Task Its_copy_holds_the_limits_found_and_a_corrected_measure_changes_its_fingerprint()
    {
        // Mean 11.6; mean moving range (2 + 1 + 2 + 1)/4 = 1.5; sigma 1.5/1.1284.
        var table = await Text("v\n10\n12\n11\n13\n12");
        var id = await Begin(table);
        var before = await Copy(id);
        var found = before.GetProperty("found").GetProperty("level");
        Assert.Equal(11.6, found.GetProperty("centre").GetDouble(), 1e-9);
        Assert.Equal(11.6 + 3 * 1.5 / 1.1283791670955126, found.GetProperty("upper").GetDouble(), 1e-9);
        Assert.Equal("v", before.GetProperty("columns").GetProperty("Value").GetString());
        Assert.Equal(5, before.GetProperty("values").GetProperty("rows").GetInt32());
        Assert.Equal(Sha(before), Sha(await Copy(id)));

        await Shop.By(Shop.Clean, async (CorrectMeasure g) =>
        {
            await g.Run(new(table, 3, ["14"], "fr", "faute de frappe"), Stop);
            return 0;
        });
        Assert.NotEqual(Sha(before), Sha(await Copy(id)));
    }

    [Fact]
    public async Task What_cannot_be_reckoned_is_kept_as_the_reason_and_nobody_else_may_take_it()
    {
        var id = await Begin(await Text("v\n10"));
        var copy = await Copy(id);
        Assert.Equal("tooFew", copy.GetProperty("problem").GetString());
        Assert.Equal(JsonValueKind.Null, copy.GetProperty("found").ValueKind);
        await Assert.ThrowsAsync<NotFoundException>(() => Shop.By(Shop.Stranger, (ArtefactSnapshots.Reader r) => r.Take(ArtefactKinds.Analysis, id.Value, Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => Shop.By(Shop.Stranger, (ArtefactSnapshots.Reader r) => r.Title(ArtefactKinds.Analysis, id.Value, Stop)));
    }

    [Fact]
    public async Task Two_readings_whose_texts_are_cut_elsewhere_have_two_fingerprints()
    {
        async Task<string> Judged(string first, string second)
        {
            var id = await Begin(AnalysisKind.AttributeAgreement, $"p;o;v\n{first}\n{second}\n1;B;bon\n2;B;bon", new() { ["Part"] = 0, ["Operator"] = 1, ["Verdict"] = 2 });
            var copy = await Copy(id);
            Assert.Equal(4, copy.GetProperty("values").GetProperty("rows").GetInt32());
            return Sha(copy);
        }

        Assert.NotEqual(await Judged("1;A;bon", "2;A;bonbon"), await Judged("1;A;bonbon", "2;A;bon"));
    }

    private static string Sha(JsonElement copy) => copy.GetProperty("values").GetProperty("sha256").GetString()!;

    private async Task<JsonElement> Copy(AnalysisId id) =>
        JsonDocument.Parse((await Shop.By(Shop.Clean, (ArtefactSnapshots.Reader r) => r.Take(ArtefactKinds.Analysis, id.Value, Stop))).Json).RootElement;

    private async Task<MeasureTableId> Text(string text) => (await Shop.By(Shop.Clean, (TakeMeasures g) => g.Run(new(new StringReader(text), "fr", "", null, $"t{Guid.NewGuid():N}"), Stop))).Table;

    private Task<AnalysisId> Begin(MeasureTableId table) =>
        Shop.By(Shop.Clean, (BeginAnalysis g) => g.Run(new(AnalysisKind.ControlChart, table, "Alésage", new Dictionary<string, int> { ["Value"] = 0 }, new Dictionary<string, string>(), Shop.Vérins.Value), Stop));
}
