using Etabli.People;
using Etabli.Studies.Sheets;

namespace Etabli.Studies.Tests.Sheets;

public class StudyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_process_chart_keeps_its_steps_in_the_order_they_were_typed()
    {
        var study = Begin(StudyKind.ProcessChart);
        study.Fill(SheetKind.ProcessSteps, [Step("Débit", "Operation"), Step("Transfert", "Transport", distance: "64")]);
        Assert.Equal(["Débit", "Transfert"], study.Rows(SheetKind.ProcessSteps).Select(r => r[0]));
    }

    [Theory]
    [InlineData("Débit", "Fabrication", "0", "Symbol")]
    [InlineData("", "Operation", "0", "Step")]
    [InlineData("Débit", "Operation", "-3", "Distance")]
    [InlineData("Débit", "Operation", "3,5", "Distance")]
    public void A_cell_that_its_column_cannot_hold_is_refused_and_named(string label, string symbol, string distance, string column)
    {
        var study = Begin(StudyKind.ProcessChart);
        var no = Assert.Throws<RefusalException>(() => study.Fill(SheetKind.ProcessSteps, [Step("Mise en caisse", "Operation"), Step(label, symbol, distance)]));
        Assert.Equal(Refusal.CellRefused, no.Refusal);
        Assert.Equal([2, column], no.About);
        Assert.Empty(study.Rows(SheetKind.ProcessSteps));
    }

    [Fact]
    public void A_sheet_of_another_tool_is_refused()
    {
        var no = Assert.Throws<RefusalException>(() => Begin(StudyKind.Histogram).Fill(SheetKind.Trips, []));
        Assert.Equal(Refusal.SheetNotOfThisStudy, no.Refusal);
    }

    [Fact]
    public void A_row_with_a_cell_too_few_is_refused()
    {
        var no = Assert.Throws<RefusalException>(() => Begin(StudyKind.CheckSheet).Fill(SheetKind.Causes, [["Rayure"]]));
        Assert.Equal(Refusal.CellRefused, no.Refusal);
    }

    [Fact]
    public void A_sheet_has_ten_thousand_rows_and_not_one_more()
    {
        var study = Begin(StudyKind.CheckSheet);
        study.Fill(SheetKind.Causes, [.. Enumerable.Range(0, SheetForm.MostRows).Select(i => (IReadOnlyList<string>)[$"cause {i}", ""])]);
        var no = Assert.Throws<RefusalException>(() => study.Fill(SheetKind.Causes, [.. Enumerable.Range(0, SheetForm.MostRows + 1).Select(i => (IReadOnlyList<string>)[$"cause {i}", ""])]));
        Assert.Equal(Refusal.TooManyRows, no.Refusal);
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused()
    {
        var no = Assert.Throws<RefusalException>(() => Begin(StudyKind.Histogram).Describe("Alésage", "ROD1", new(2025, 11, 28), new(2025, 9, 1), new Dictionary<string, string>()));
        Assert.Equal(Refusal.PeriodUpsideDown, no.Refusal);
    }

    [Fact]
    public void A_study_without_a_title_is_refused()
    {
        var no = Assert.Throws<RefusalException>(() => new Study(new(Guid.NewGuid()), new(Guid.NewGuid()), StudyKind.Histogram, null, "  ", new(Guid.NewGuid()), "CLEAN", Noon));
        Assert.Equal(Refusal.TitleMissing, no.Refusal);
    }

    [Fact]
    public void A_setting_of_another_tool_is_not_kept_and_one_that_cannot_be_is_refused()
    {
        var study = Begin(StudyKind.Histogram);
        study.Describe("Alésage", "", null, null, new Dictionary<string, string> { ["UpperLimit"] = "39", ["FloorWidth"] = "80" });
        Assert.Equal(["UpperLimit"], study.Content.Settings.Keys);
        var no = Assert.Throws<RefusalException>(() => study.Describe("Alésage", "", null, null, new Dictionary<string, string> { ["UpperLimit"] = "grande" }));
        Assert.Equal(Refusal.CellRefused, no.Refusal);
    }

    [Fact]
    public void Taking_back_a_revision_gives_the_same_content_as_a_new_revision()
    {
        var study = Begin(StudyKind.CheckSheet);
        study.Fill(SheetKind.Causes, [["Rayure", ""]]);
        var first = study.Keep("CLEAN", Noon);
        study.Fill(SheetKind.Causes, []);
        study.Keep("METH", Noon);
        study.TakeBack(first);
        var third = study.Keep("CLEAN", Noon);
        Assert.Equal(3, third.Number);
        Assert.Equal("Rayure", study.Rows(SheetKind.Causes)[0][0]);
    }

    [Fact]
    public void Every_kind_of_study_has_a_form_whose_sheets_have_columns_of_distinct_names_and_headings()
    {
        foreach (var kind in Enum.GetValues<StudyKind>())
        {
            Assert.NotEmpty(StudyForm.Of(kind).Sheets);
        }

        foreach (var sheet in Enum.GetValues<SheetKind>())
        {
            var columns = SheetForm.Of(sheet).Columns;
            Assert.Equal(columns.Count, columns.Select(c => c.Key).Distinct().Count());
            Assert.True(columns[0].Needed, $"{sheet}: a row begins with what it is about.");
            var headings = columns.SelectMany(c => c.Headings).ToList();
            Assert.Equal(headings.Count, headings.Distinct().Count());
        }
    }

    private static Study Begin(StudyKind kind) => new(new(Guid.NewGuid()), new(Guid.NewGuid()), kind, null, "Une étude", new(Guid.NewGuid()), "CLEAN", Noon);

    private static string[] Step(string label, string symbol, string distance = "") => [label, symbol, distance, "", "", "", "", "", ""];
}
