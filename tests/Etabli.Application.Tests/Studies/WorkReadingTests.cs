using Etabli.Application.Plant;
using Etabli.Application.Plant.Tables;
using Etabli.Application.Studies.Sheets;
using Etabli.Application.Studies.Timings;
using Etabli.Figures.Ink;
using Etabli.Plant.Tasks;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Tests.Studies;

/// <summary>What the studies that take a work apart say of a sheet, and of one that cannot be read so.</summary>
public sealed class WorkReadingTests
{
    [Fact]
    public void A_breakdown_says_its_worths_its_gain_and_what_nobody_said()
    {
        var reading = Read(StudyKind.WorkBreakdown, SheetKind.WorkElements, "libellé;temps (s);classe va;ecrs;temps après (s)\nChercher la clé;10;NVA;E;\nSerrer;30;VA;S;24\nContrôler;20;;C;");
        Assert.Equal(60, Fact(reading, "WorkTime"));
        Assert.Equal(44, Fact(reading, "WorkTimeAfter"));
        Assert.Equal(50, Fact(reading, "Share.ValueAdding"));
        Assert.Equal(26.7m, Math.Round(Fact(reading, "WorkGain")!.Value, 1));
        Assert.Contains(("WorthMissing", "Contrôler"), reading.Lacks);
        Assert.Contains(("TimeAfterMissing", "Contrôler"), reading.Lacks);
        Assert.Equal(["WorkBreakdown", "MotionEconomy"], reading.Pictures.Select(p => p.Key));
    }

    [Fact]
    public void An_empty_breakdown_still_prints_the_principles_to_tick()
    {
        var reading = StudyReading.Of(StudyKind.WorkBreakdown, Content(), [], Language.French, at => at);
        Assert.Equal("MotionEconomy", Assert.Single(reading.Pictures).Key);
        Assert.Contains("place fixe", reading.Pictures[0].Draw(new(Language.French, 190)), StringComparison.Ordinal);
    }

    [Fact]
    public void Times_on_an_eighty_per_cent_curve_give_eighty_per_cent_and_what_comes_after()
    {
        var settings = new Dictionary<string, string> { ["GoalSeconds"] = "40", ["ForecastUnits"] = "8" };
        var reading = Read(StudyKind.LearningCurve, SheetKind.LearntUnits, "rang;temps (s)\n1;100\n2;80\n4;64", settings);
        Assert.Equal(80, Math.Round(Fact(reading, "LearningRate")!.Value, 6));
        Assert.Equal(51.2m, Math.Round(Fact(reading, "ForecastUnit")!.Value, 6));

        // 100·n^log₂0.8 ≤ 40: n ≥ 2^(log 0.4 / log 0.8) = 17.2.
        Assert.Equal(18, Fact(reading, "UnitsUntilGoal"));
        Assert.Equal("LearningCurve", Assert.Single(reading.Pictures).Key);
    }

    [Theory]
    [InlineData("rang;temps (s)\n1;100\n3;64", "Wright", "UnitTimes", "UnitsNotInARow")]
    [InlineData("rang;temps (s)\n1;100\n2;64", "Crawford", "AverageTimes", "AveragesNeedWright")]
    [InlineData("rang;temps (s)\n1;100\n2;110\n4;125", "Crawford", "UnitTimes", "NotLearning")]
    [InlineData("rang;temps (s)\n1;100\n1;90", "Crawford", "UnitTimes", "SecondUnit")]
    [InlineData("rang;temps (s)\n1;100\n2;97\n3;101\n4;96", "Crawford", "UnitTimes", "LearningNotSure")]
    public void Times_that_prove_no_learning_are_told_so(string sheet, string model, string times, string lack) =>
        Assert.Contains(Read(StudyKind.LearningCurve, SheetKind.LearntUnits, sheet, new() { ["LearningModel"] = model, ["LearntTimes"] = times }).Lacks, l => l.Key == lack);

    [Fact]
    public void Products_are_placed_by_their_quantity_and_bounds_that_fall_are_told()
    {
        var reading = Read(StudyKind.ProductionType, SheetKind.MadeProducts, "produit;quantité par an;lot\nA;21120;24\nB;120;\nC;3;1", new() { ["WeeksWorked"] = "44", ["SmallFrom"] = "500" });
        Assert.Equal((1m, 1m, 1m), (Fact(reading, "Series.Large"), Fact(reading, "Series.Small"), Fact(reading, "Series.Unit")));
        Assert.Equal(480, Fact(reading, "CyclesPerWeek"));
        Assert.Contains(("BoundsNotRising", ""), reading.Lacks);
        Assert.Contains(("LotMissing", "B"), reading.Lacks);
    }

    [Theory]
    [InlineData("6", "", "6")]
    [InlineData("a", "Ébavurer (t6)", "6")]
    [InlineData("a", "Ébavurer ( T 6 )", "")]
    [InlineData("a", "Ébavurer (T 6)", "6")]
    [InlineData("a", "Ébavurer (6)", "6")]
    [InlineData("a", "ebavurer le chanfrein", "6")]
    [InlineData("a", "Ébavurer (t7) soigneusement", "")]
    [InlineData("a", "Serrer (t99)", "")]
    [InlineData("a", "Serrer (t10)", "T10")]
    public void An_element_names_its_task_by_its_code_by_the_end_of_its_label_or_by_the_same_label(string code, string label, string task)
    {
        WorkTask[] tasks = [new("6", "Ébavurer le chanfrein", 64, [], "P3", null, null), new("7", "Monter", 10, [], "P3", null, null), new("T10", "Engager", 10, [], "P3", null, null)];
        IReadOnlyList<string> row = [code, "1", label, "10", "", "", "", "", "", ""];
        Assert.Equal(task, Assert.Single(ElementTasks.Of([row], tasks)).Task);
    }

    private static StudyReading Read(StudyKind kind, SheetKind sheet, string text, Dictionary<string, string>? settings = null)
    {
        var read = SheetReading.Read(TypedTable.Read(text, "fr"), SheetForm.Of(sheet).Columns);
        Assert.Empty(read.Faults);
        Assert.Empty(read.Missing);
        return StudyReading.Of(kind, Content(settings).With(sheet, read.Rows), [], Language.French, at => at);
    }

    private static StudyContent Content(Dictionary<string, string>? settings = null) => new("Essai", "", null, null, settings ?? [], []);

    private static decimal? Fact(StudyReading reading, string key) => reading.Facts.Single(f => f.Key == key).Value;
}
