using System.Text.Json;
using Etabli.Application.Plant.Measures;
using Etabli.Application.Plant.Occurrences;
using Etabli.Application.Studies.Analyses;
using Etabli.Application.Tests.Improvement;
using Etabli.Methods.Quality;
using Etabli.Methods.Statistics.Hypotheses;
using Etabli.People;
using Etabli.Plant.Measures;
using Etabli.Plant.Occurrences;
using Etabli.Studies.Analyses;
using PeopleRefusal = Etabli.People.Refusal;
using PlantRefusal = Etabli.Plant.Refusal;
using StudyRefusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Tests.Studies;

/// <summary>Questions asked of the demonstration's measures, their answers against its generator's, on a real PostgreSQL.</summary>
public sealed class AnalysisTests : IAsyncLifetime
{
    private static readonly Dictionary<string, int> Bore = new() { ["Value"] = 5, ["Subgroup"] = 0, ["Moment"] = 1 };

    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Demo => Path.Combine(AppContext.BaseDirectory, "demo");

    public async ValueTask InitializeAsync() => shop = await Workshop.Open(Stop);

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_control_chart_of_the_bore_is_the_one_its_generator_gives_and_finds_the_bad_stones()
    {
        var answers = await Answers("spc_alesage");
        var chart = (await Read(await Begin(AnalysisKind.ControlChart, await Taken("18_spc_alesage.csv"), Bore))).Chart!;
        Assert.Equal("XBarR", chart.Kind);
        Assert.Equal(answers.GetProperty("X_bar").GetDouble(), chart.Location.Centre.Known, 0.005);
        Assert.Equal(answers.GetProperty("R_bar").GetDouble(), chart.Spread!.Centre.Known, 0.005);
        Assert.Equal([53, 56, 59, 60], chart.Location.Breaking(ChartRule.BeyondLimits));
        Assert.Equal([5, 117], chart.Spread.Breaking(ChartRule.BeyondLimits));
        Assert.Equal("53", chart.Points.Names[52]);
        Assert.StartsWith("2025-10-", chart.Points.Moments[52], StringComparison.Ordinal);

        // The stones were bad from subgroup 53 to 59; the change is dated there, and proved.
        Assert.True(chart.Change!.IsSignificant);
        Assert.InRange(chart.Change.FirstAfter, 50, 56);
    }

    [Fact]
    public async Task An_unstable_process_has_a_performance_and_no_capability()
    {
        var study = (await Read(await Begin(AnalysisKind.Capability, await Taken("18_spc_alesage.csv"), Bore, new() { ["Lower"] = "0", ["Upper"] = "39" }))).Capability!;
        Assert.False(study.Study.Capability.Actual.IsKnown);
        Assert.Equal(StabilityState.Unstable, study.Study.Stability.State);
        var answers = await Answers("spc_alesage");
        Assert.Equal(answers.GetProperty("Ppk").GetDouble(), study.Study.Performance.Actual.Known, 0.001);
        Assert.Equal(answers.GetProperty("Pp").GetDouble(), study.Study.Performance.Potential.Known, 0.001);
        Assert.Equal(640, study.Study.Count);
    }

    [Fact]
    public async Task Points_left_out_with_their_reasons_leave_a_stable_process_whose_capability_may_be_stated()
    {
        var id = await Begin(AnalysisKind.Capability, await Taken("18_spc_alesage.csv"), Bore, new() { ["Lower"] = "0", ["Upper"] = "39" });
        CapabilityReading study;
        for (var round = 0; !(study = (await Read(id)).Capability!).Chart.IsInControl && round < 4; round++)
        {
            foreach (var point in study.Chart.Location.Breaking(ChartRule.BeyondLimits).Concat(study.Chart.Spread.Breaking(ChartRule.BeyondLimits)).Distinct())
            {
                await Leave(id, study.Points.Names[point - 1], "pierres usées");
            }
        }

        Assert.True(study.Chart.IsInControl);
        Assert.True(study.Study.Capability.Actual.IsKnown);
    }

    [Fact]
    public async Task The_gauge_study_is_the_one_its_generator_gives()
    {
        var answers = await Answers("r_et_r_anova");
        var study = (await Read(await Begin(AnalysisKind.GaugeStudy, await Taken("19_r_et_r.csv"), new() { ["Part"] = 0, ["Operator"] = 1, ["Value"] = 3 }, new() { ["Lower"] = "0", ["Upper"] = "39" }))).Gauge!.Study;
        Assert.Equal(answers.GetProperty("pct_RR_variation_totale").GetDouble(), study.GaugeShare.Known * 100, 0.05);
        Assert.Equal(answers.GetProperty("pct_RR_tolerance_6s").GetDouble(), study.Gauge.ToleranceShare!.Value * 100, 0.05);
        Assert.True(study.IsPooled);
        Assert.Equal(answers.GetProperty("ndc").GetInt32(), study.DistinctCategories.Known);
    }

    [Fact]
    public async Task The_TRS_of_each_machine_and_of_all_weighted_by_required_time_is_the_one_its_generator_gives()
    {
        await shop.By(shop.Clean, async (TakeEvents g) => await g.Run(new(new StringReader(await File.ReadAllTextAsync(Path.Combine(Demo, "16_arrets.csv"), Stop)), "fr", null), Stop));
        var id = await Begin(AnalysisKind.Trs, await Taken("15_production_poste.csv"), new() { ["Machine"] = 2, ["Moment"] = 0, ["Shift"] = 1, ["Opening"] = 3, ["Required"] = 4, ["Made"] = 6, ["Good"] = 8, ["Cycle"] = 9 });
        var trs = (await Read(id)).Trs!;
        foreach (var said in (await Answers("trs")).EnumerateObject())
        {
            var its = trs.Machines.Single(m => m.Name == said.Name);
            Assert.Equal(said.Value.GetProperty("TRS_pct").GetDouble(), its.Trs.Known * 100, 0.005);
            Assert.Equal(said.Value.GetProperty("DO_pct").GetDouble(), its.Availability.Known * 100, 0.005);
            Assert.Equal(said.Value.GetProperty("TRG_pct").GetDouble(), its.Trg.Known * 100, 0.005);
            Assert.Equal(said.Value.GetProperty("tF_min").GetDouble(), its.Running.TotalMinutes);
        }

        Assert.Equal(trs.Machines.Sum(m => m.Useful.TotalMinutes) / trs.Machines.Sum(m => m.Required.TotalMinutes), trs.Whole.Trs.Known, 1e-12);
        Assert.Equal(0, trs.Unmatched);
        var honing = (await shop.By(shop.Clean, (AnalysisReading.Reader r) => r.Find(id, Stop, new("ROD1")))).Trs!;
        var reliable = await Answers("fiabilite_ROD1");
        Assert.Equal(reliable.GetProperty("nb_pannes").GetInt32(), honing.Reliability!.Breakdowns);
        Assert.Equal(reliable.GetProperty("MTBF_min").GetDouble(), honing.Reliability.MeanTimeBetween.Known.TotalMinutes, 0.05);
        Assert.Equal(("Changement de série", StopKind.Changeover, 9_674m), (honing.Causes[0].Name, honing.Causes[0].Kind, honing.Causes[0].Minutes));

        // The plant decides which time a cause takes away: planned, it is no loss any more.
        await shop.By(shop.Clean, (ClassStops g) => g.Run(new(new Dictionary<string, StopKind> { ["Changement de série"] = StopKind.Planned }), Stop));
        var planned = (await shop.By(shop.Clean, (AnalysisReading.Reader r) => r.Find(id, Stop, new("ROD1")))).Trs!;
        Assert.True(planned.Causes[0].IsSaid);
        Assert.True(planned.Whole.Running > honing.Whole.Running);
    }

    [Fact]
    public async Task A_point_is_left_out_only_with_a_reason_is_still_drawn_and_counts_again_when_taken_in()
    {
        var id = await Begin(AnalysisKind.ControlChart, await Taken("18_spc_alesage.csv"), Bore);
        var mute = await Assert.ThrowsAsync<RefusalException>(() => Leave(id, "53", " "));
        Assert.Equal(StudyRefusal.ReasonMissing, mute.Refusal);
        await Leave(id, "53", "pierres d’un autre lot");
        var chart = (await Read(id)).Chart!;
        Assert.Equal(128, chart.Location.Points.Count);
        Assert.Equal("pierres d’un autre lot", chart.Location.Points[52].Excluded);
        Assert.DoesNotContain(53, chart.Location.Breaking(ChartRule.BeyondLimits));
        await Leave(id, "53", null);
        Assert.Contains(53, (await Read(id)).Chart!.Location.Breaking(ChartRule.BeyondLimits));
    }

    [Fact]
    public async Task Frozen_limits_do_not_follow_new_measures_and_are_free_again_on_demand()
    {
        var table = await Text("v\n10\n11\n10\n9\n10\n11\n9\n10");
        var id = await Begin(AnalysisKind.ControlChart, table, new() { ["Value"] = 0 });
        var before = (await Read(id)).Chart!.Location.Centre.Known;
        await Hold(id, true);
        await Text("v\n30\n31\n30\n29", table);
        var held = (await Read(id)).Chart!.Location;
        Assert.True(held.IsFrozen);
        Assert.Equal(before, held.Centre.Known, 1e-9);
        Assert.Equal([9, 10, 11, 12], held.Breaking(ChartRule.BeyondLimits));
        await Hold(id, false);
        Assert.NotEqual(before, (await Read(id)).Chart!.Location.Centre.Known);
    }

    [Fact]
    public async Task Two_shifts_that_differ_are_told_with_the_test_that_says_so_and_two_that_do_not_prove_nothing()
    {
        var dice = new Random(4);
        string Lines(double gap) => "equipe;v\n" + string.Join('\n', Enumerable.Range(0, 60).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "A" : "B")};{(i % 2 == 0 ? 0 : gap) + dice.NextDouble():F4}")));
        var apart = (await Read(await Begin(AnalysisKind.Comparison, await Text(Lines(5)), new() { ["Group"] = 0, ["Value"] = 1 }))).Comparison!;
        Assert.Equal(Conclusion.Rejected, apart.Means.Conclusion);
        var alike = (await Read(await Begin(AnalysisKind.Comparison, await Text(Lines(0)), new() { ["Group"] = 0, ["Value"] = 1 }))).Comparison!;
        Assert.Equal(Conclusion.NotRejected, alike.Means.Conclusion);
    }

    [Fact]
    public async Task A_straight_line_is_found_again_and_so_is_the_spread_of_values()
    {
        var table = await Text("x;y\n" + string.Join('\n', Enumerable.Range(1, 30).Select(i => $"{i};{3 * i + 2 + i % 2}")));
        var relation = (await Read(await Begin(AnalysisKind.Relation, table, new() { ["Factor"] = 0, ["Value"] = 1 }))).Relation!;
        Assert.Equal(3, relation.Fit.Coefficients[1].Value, 0.01);
        var spread = (await Read(await Begin(AnalysisKind.Distribution, table, new() { ["Value"] = 0 }))).Distribution!;
        Assert.Equal((30, 15.5), (spread.Summary.Count, spread.Summary.Mean.Known));
        Assert.Equal(Conclusion.Rejected, spread.Order!.Conclusion);
    }

    [Theory]
    [InlineData("g;v\nA;1\nA;2\nB;3", AnalysisProblem.SubgroupOfOne)]
    [InlineData("g;v\nA;\nB;", AnalysisProblem.ColumnChanged)]
    public async Task What_keeps_a_chart_from_being_drawn_is_said_and_nothing_breaks(string text, AnalysisProblem problem)
    {
        var table = await Text("g;v\nA;1\nA;2");
        var id = await Begin(AnalysisKind.ControlChart, table, new() { ["Value"] = 1, ["Subgroup"] = 0 });
        if (problem == AnalysisProblem.ColumnChanged)
        {
            await Described(table);
        }
        else
        {
            id = await Begin(AnalysisKind.ControlChart, await Text(text), new() { ["Value"] = 1, ["Subgroup"] = 0 });
        }

        Assert.Equal(problem, (await Read(id)).Problem);
    }

    [Theory]
    [InlineData("n;v\n10;3\n10;12", "P", AnalysisProblem.MoreThanSize)]
    [InlineData("n;v\n10;3\n0;1", "U", AnalysisProblem.SizeNotPositive)]
    [InlineData("n;v\n10;3\n10;1.5", "C", AnalysisProblem.NotACount)]
    [InlineData("n;v\n10;3\n12;1", "Np", AnalysisProblem.UnequalSubgroups)]
    [InlineData("n;v\n10;3", "Individuals", AnalysisProblem.TooFew)]
    public async Task Counts_that_cannot_be_are_named_with_their_row(string text, string chart, AnalysisProblem problem)
    {
        var columns = new Dictionary<string, int> { ["Value"] = 1 };
        if (chart is "P" or "U" or "Np")
        {
            columns["Size"] = 0;
        }

        Assert.Equal(problem, (await Read(await Begin(AnalysisKind.ControlChart, await Text(text), columns, new() { ["Chart"] = chart }))).Problem);
    }

    [Fact]
    public async Task A_question_that_cannot_be_asked_is_refused()
    {
        var table = await Text("code;v\nA;1\nB;2");
        async Task<object> Why(AnalysisKind kind, Dictionary<string, int> columns, Dictionary<string, string>? choices = null) => (await Assert.ThrowsAsync<RefusalException>(() => Begin(kind, table, columns, choices))).Refusal;
        Assert.Equal(StudyRefusal.RoleMissing, await Why(AnalysisKind.ControlChart, []));
        Assert.Equal(StudyRefusal.ColumnCannotPlay, await Why(AnalysisKind.ControlChart, new() { ["Value"] = 0 }));
        Assert.Equal(StudyRefusal.ColumnCannotPlay, await Why(AnalysisKind.ControlChart, new() { ["Value"] = 7 }));
        Assert.Equal(StudyRefusal.ToleranceUpsideDown, await Why(AnalysisKind.Capability, new() { ["Value"] = 1 }, new() { ["Lower"] = "3", ["Upper"] = "3" }));
        Assert.Equal(StudyRefusal.ChoiceRefused, await Why(AnalysisKind.ControlChart, new() { ["Value"] = 1 }, new() { ["Chart"] = "Radar" }));
    }

    [Fact]
    public async Task Another_plant_finds_none_of_it_an_operator_only_reads_and_a_record_that_is_read_stays()
    {
        var table = await Text("v\n1\n2\n3\n4");
        var id = await Begin(AnalysisKind.ControlChart, table, new() { ["Value"] = 0 });
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (AnalysisReading.Reader r) => r.Find(id, Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, async (NotePoint g) =>
        {
            await g.Run(new(id, "1", "?"), Stop);
            return 0;
        }));
        Assert.False((await shop.By(shop.A03, (AnalysisReading.Reader r) => r.Find(id, Stop))).MayKeep);
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (BeginAnalysis g) => g.Run(new(AnalysisKind.ControlChart, table, "x", new Dictionary<string, int> { ["Value"] = 0 }, new Dictionary<string, string>()), Stop)));
        Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
        var used = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Clean, async (DiscardMeasures g) =>
        {
            await g.Run(new(table), Stop);
            return 0;
        }));
        Assert.Equal(PlantRefusal.RecordInUse, used.Refusal);
        Assert.Single((await shop.By(shop.Clean, (AnalysisList.Reader r) => r.Find(null, table, null, 1, Stop))).Analyses);
    }

    private async Task<MeasureTableId> Taken(string file) => (await shop.By(shop.Clean, async (TakeMeasures g) => await g.Run(new(new StringReader(await File.ReadAllTextAsync(Path.Combine(Demo, file), Stop)), "fr", file), Stop))).Table;

    private async Task<MeasureTableId> Text(string text, MeasureTableId? table = null) => (await shop.By(shop.Clean, (TakeMeasures g) => g.Run(new(new StringReader(text), "fr", "", table, table is null ? $"t{Guid.NewGuid():N}" : ""), Stop))).Table;

    private Task<AnalysisId> Begin(AnalysisKind kind, MeasureTableId table, Dictionary<string, int> columns, Dictionary<string, string>? choices = null) =>
        shop.By(shop.Clean, (BeginAnalysis g) => g.Run(new(kind, table, "Alésage", columns, choices ?? []), Stop));

    private Task<AnalysisReading> Read(AnalysisId id) => shop.By(shop.Clean, (AnalysisReading.Reader r) => r.Find(id, Stop));

    private Task<int> Leave(AnalysisId id, string point, string? reason) => shop.By(shop.Clean, async (LeaveOutPoint g) =>
    {
        await g.Run(new(id, point, reason), Stop);
        return 0;
    });

    private Task<int> Hold(AnalysisId id, bool hold) => shop.By(shop.Clean, async (HoldLimits g) =>
    {
        await g.Run(new(id, hold), Stop);
        return 0;
    });

    private Task<int> Described(MeasureTableId table) => shop.By(shop.Clean, async (DescribeMeasures g) =>
    {
        await g.Run(new(table, "t", [new("g", Etabli.Plant.Tables.CellKind.Text), new("v", Etabli.Plant.Tables.CellKind.Text)], null), Stop);
        return 0;
    });

    private static async Task<JsonElement> Answers(string part) => JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Demo, "reponses.json"), Stop)).RootElement.GetProperty(part);
}
