using Etabli.People;
using Etabli.Studies.Sheets;
using Etabli.Studies.Timings;

namespace Etabli.Studies.Tests.Timings;

public class TimedSessionTests
{
    [Fact]
    public void Cycles_of_a_session_count_on_behind_those_the_sheet_has()
    {
        var kept = new TimedSession([new("a", "Prendre", 1, 9.5m), new("a", "Prendre", 2, 9.9m)]).RowsAfter([]);
        var rows = new TimedSession([new("a", "Prendre la pièce", 1, 10.25m, 95), new("b", "Poser", 1, 4)]).RowsAfter(kept);
        Assert.Equal(["a", "3", "Prendre", "10.25", "95", "", "", "", "", ""], rows[0]);
        Assert.Equal(["b", "3", "Poser", "4", "", "", "", "", "", ""], rows[1]);
    }

    [Fact]
    public void What_is_not_the_work_has_a_code_of_its_own_the_same_for_the_same_words()
    {
        var kept = new TimedSession([new("", "Visite", 1, 30, IsForeign: true), new("X2", "Poser", 1, 4)]).RowsAfter([]);
        var rows = new TimedSession([new("", "Outil tombé", 1, 12, IsForeign: true), new("", "visite", 2, 8, IsForeign: true)]).RowsAfter(kept);
        Assert.Equal("X1", kept[0][0]);
        Assert.Equal(["X3", "2", "Outil tombé", "12", "", "", "", "", "Yes", ""], rows[0]);
        Assert.Equal("X1", rows[1][0]);
    }

    [Fact]
    public void A_code_that_somebody_meanwhile_gave_to_something_foreign_does_not_make_the_element_foreign()
    {
        IReadOnlyList<string> foreign = ["c", "1", "Visite", "30", "", "", "", "", "Yes"];
        var rows = new TimedSession([new("c", "Monter", 1, 12), new("c", "Monter", 2, 11)]).RowsAfter([foreign]);
        Assert.All(rows, r => Assert.Equal(("c-2", ""), (r[0], r[8])));
    }

    [Fact]
    public void A_time_left_out_without_a_reason_is_refused_and_so_is_a_session_without_times()
    {
        Assert.Equal(Refusal.ReasonMissing, Assert.Throws<RefusalException>(() => new TimedSession([new("a", "", 1, 9, LeftOutBecause: " ")]).RowsAfter([])).Refusal);
        Assert.Equal(Refusal.NothingToKeep, Assert.Throws<RefusalException>(() => new TimedSession([]).RowsAfter([])).Refusal);
        Assert.Equal(Refusal.CellRefused, Assert.Throws<RefusalException>(() => new TimedSession([new("a", "", 0, 9)]).RowsAfter([])).Refusal);
    }

    [Fact]
    public void A_row_is_what_its_sheet_can_hold()
    {
        var columns = SheetForm.Of(SheetKind.Timings).Columns;
        var row = new TimedSession([new("a", "Prendre", 1, 9.123m, 105, "Geste manqué", PerCycle: 0.1m)]).RowsAfter([])[0];
        Assert.All(columns.Zip(row), c => Assert.True(c.First.Holds(c.Second), c.First.Key));
        Assert.All(SheetForm.Of(SheetKind.Sightings).Columns.Zip(new Sighting("Marche", "ROD1", new(2026, 1, 5, 6, 2, 59)).Row()), c => Assert.True(c.First.Holds(c.Second), c.First.Key));
    }
}
