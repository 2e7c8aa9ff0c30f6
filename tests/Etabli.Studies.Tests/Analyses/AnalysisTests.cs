using Etabli.People;
using Etabli.Plant.Measures;
using Etabli.Plant.Tables;
using Etabli.Studies.Analyses;

namespace Etabli.Studies.Tests.Analyses;

public sealed class AnalysisTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly MeasureTable Bore = new(new(Guid.NewGuid()), new(Guid.NewGuid()), "Alésage", [new("lot", CellKind.Text), new("ecart", CellKind.Number), new("jour", CellKind.Day)], null, "METH", At);

    [Fact]
    public void A_column_of_words_is_no_quantity() =>
        Assert.Equal(Refusal.ColumnCannotPlay, Assert.Throws<RefusalException>(() => Chart(new() { ["Value"] = 0 })).Refusal);

    [Fact]
    public void A_target_beyond_the_tolerance_is_refused() =>
        Assert.Equal(Refusal.ToleranceUpsideDown, Assert.Throws<RefusalException>(() => new Analysis(new(Guid.NewGuid()), Bore.Organisation, AnalysisKind.Capability, Bore, null, new("Capabilité", new Dictionary<string, int> { ["Value"] = 1 }, new Dictionary<string, string> { ["Lower"] = "0", ["Upper"] = "39", ["Target"] = "40" }, [], []), new(Guid.NewGuid()), "METH", At)).Refusal);

    [Fact]
    public void A_point_is_left_out_once_with_its_last_reason_and_taken_in_again()
    {
        var chart = Chart(new() { ["Value"] = 1 });
        chart.LeaveOut("53", "pierres", "METH", At);
        chart.LeaveOut("53", "pierres d’un autre lot", "CE-A", At);
        Assert.Equal(("53", "pierres d’un autre lot", "CE-A"), Assert.Single(chart.Content.LeftOut) is var one ? (one.Point, one.Reason, one.ByCode) : default);
        chart.TakeIn("53", At);
        Assert.Empty(chart.Content.LeftOut);
        Assert.Equal(Refusal.ReasonMissing, Assert.Throws<RefusalException>(() => chart.LeaveOut("53", " ", "METH", At)).Refusal);
    }

    [Fact]
    public void Limits_frozen_on_one_quantity_do_not_judge_another_and_stay_when_only_the_title_changes()
    {
        var chart = Chart(new() { ["Value"] = 1 });
        chart.Hold(new(21.3, 6.3, 128, "METH", At), At);
        chart.Describe(Bore, "Carte de l’alésage", new Dictionary<string, int> { ["Value"] = 1 }, new Dictionary<string, string>(), At);
        Assert.NotNull(chart.Content.Held);
        chart.Describe(Bore, "Carte de l’alésage", new Dictionary<string, int> { ["Value"] = 1, ["Subgroup"] = 0 }, new Dictionary<string, string>(), At);
        Assert.Null(chart.Content.Held);
    }

    [Fact]
    public void An_empty_note_takes_the_note_away()
    {
        var chart = Chart(new() { ["Value"] = 1 });
        chart.Note("53", "pierres changées", "METH", At);
        chart.Note("53", "  ", "METH", At);
        Assert.Empty(chart.Content.Notes);
    }

    private static Analysis Chart(Dictionary<string, int> columns) =>
        new(new(Guid.NewGuid()), Bore.Organisation, AnalysisKind.ControlChart, Bore, null, new("Carte", columns, new Dictionary<string, string>(), [], []), new(Guid.NewGuid()), "METH", At);
}
