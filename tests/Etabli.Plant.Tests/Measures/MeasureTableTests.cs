using Etabli.People;
using Etabli.Plant.Measures;
using Etabli.Plant.Occurrences;
using Etabli.Plant.Tables;

namespace Etabli.Plant.Tests.Measures;

public sealed class MeasureTableTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Two_columns_of_one_name_are_refused_whatever_their_case()
    {
        var no = Assert.Throws<RefusalException>(() => Bore([new("Cote", CellKind.Number), new("cote ", CellKind.Number)]));
        Assert.Equal(Refusal.ColumnTwice, no.Refusal);
    }

    [Fact]
    public void A_record_keeps_its_number_of_columns_and_their_places_whatever_they_are_called()
    {
        var bore = Bore([new("date", CellKind.Day), new("ecart", CellKind.Number, "µm")]);
        bore.Describe("Alésage", [new("jour", CellKind.Day), new("écart", CellKind.Number, " µm ")], "jour");
        Assert.Equal((1, "µm", "jour"), (bore.PlaceOf("ÉCART"), bore.Columns[1].Unit, bore.Key));
        Assert.Equal(Refusal.ColumnsRefused, Assert.Throws<RefusalException>(() => bore.Describe("Alésage", [new("jour", CellKind.Day)], null)).Refusal);
    }

    [Fact]
    public void What_tells_rows_apart_is_one_of_the_columns() =>
        Assert.Equal(Refusal.KeyNotAColumn, Assert.Throws<RefusalException>(() => new MeasureTable(new(Guid.NewGuid()), new(Guid.NewGuid()), "Alésage", [new("ecart", CellKind.Number)], "lot", "METH", At)).Refusal);

    [Theory]
    [InlineData("changement de serie", "arret propre", StopKind.Changeover)]
    [InlineData("panne groupe hydraulique", "arret propre", StopKind.Breakdown)]
    [InlineData("attente tubes debites", "arret induit", StopKind.Induced)]
    [InlineData("bris d outil", "arret propre", StopKind.OtherOwn)]
    [InlineData("nettoyage", "arret planifie", StopKind.Planned)]
    public void A_stop_nobody_classed_is_suggested_the_class_of_its_words_the_cause_before_the_plant_s_own_class(string cause, string its, StopKind kind) => Assert.Equal(kind, StopCause.Suggested(cause, its));

    private static MeasureTable Bore(IReadOnlyList<MeasureColumn> columns) => new(new(Guid.NewGuid()), new(Guid.NewGuid()), "Alésage", columns, null, "METH", At);
}
