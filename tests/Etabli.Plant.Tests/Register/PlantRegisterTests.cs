using Etabli.People;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;

namespace Etabli.Plant.Tests.Register;

/// <summary>Rows taken into a table of the register.</summary>
public class PlantRegisterTests
{
    private static readonly NumberSource Typed = new(NumberOrigin.Typed, default, "CLEAN", new(2026, 1, 23, 8, 0, 0, TimeSpan.Zero));
    private static readonly NumberSource Filed = Typed with { Origin = NumberOrigin.Imported, ByCode = "METH", From = "temps.csv" };

    [Fact]
    public void A_number_that_did_not_change_keeps_its_source_and_one_that_did_is_told_with_what_it_was()
    {
        var tasks = Tasks();
        tasks.Take([Task("1", 62), Task("2", 78, "1")], Typed, whole: true);
        var changes = tasks.Take([Task("1", 62), Task("2", 80, "1")], Filed, whole: true);
        Assert.Equal(new RegisterChange("2", "Time", 78, 80), Assert.Single(changes));
        Assert.Equal(Typed, tasks.Objects[0].Sources["Time"]);
        Assert.Equal(Filed, tasks.Objects[1].Sources["Time"]);
    }

    [Fact]
    public void A_partial_table_leaves_the_rows_it_does_not_name_where_they_were()
    {
        var tasks = Tasks();
        tasks.Take([Task("1", 62), Task("2", 78, "1"), Task("3", 45, "2")], Typed, whole: true);
        tasks.Take([Task("2", 80, "1"), Task("4", 58)], Filed, whole: false);
        Assert.Equal(["1", "2", "3", "4"], tasks.Objects.Select(o => o["Code"]));
        tasks.Take([Task("4", 58)], Filed, whole: true);
        Assert.Equal(["4"], tasks.Objects.Select(o => o["Code"]));
    }

    [Fact]
    public void A_precedence_that_turns_in_a_circle_is_refused_and_the_circle_is_named()
    {
        var tasks = Tasks();
        var refusal = Assert.Throws<RefusalException>(() => tasks.Take([Task("1", 1, "3"), Task("2", 1, "1"), Task("3", 1, "2")], Typed, whole: true));
        Assert.Equal(Refusal.TasksInACircle, refusal.Refusal);
        Assert.Empty(tasks.Objects);
    }

    [Fact]
    public void Tasks_are_of_an_operation_and_other_tables_are_not()
    {
        Assert.Throws<RefusalException>(() => new PlantRegister(new(Guid.NewGuid()), default, RegisterKind.Tasks));
        Assert.Throws<RefusalException>(() => new PlantRegister(new(Guid.NewGuid()), default, RegisterKind.Sites, new(Guid.NewGuid()), "OP10"));
    }

    [Fact]
    public void A_shift_whose_breaks_take_all_its_time_is_refused()
    {
        var shifts = new PlantRegister(new(Guid.NewGuid()), default, RegisterKind.Shifts);
        Assert.Throws<RefusalException>(() => shifts.Take([["A", "06:00", "13:30", "450", "WeekDays"]], Typed, whole: true));
        shifts.Take([["A", "06:00", "13:30", "449", "WeekDays"]], Typed, whole: true);
        Assert.Equal(1, Assert.Single(PlantRegister.Calendar(shifts.Objects, []).Shifts).NetMinutes);
    }

    [Fact]
    public void Every_table_says_a_code_column_that_is_its_own_and_links_to_tables_that_are()
    {
        foreach (var form in Enum.GetValues<RegisterKind>().Select(RegisterForm.Of))
        {
            Assert.True(form.Columns.Single(c => c.Key == form.Code).Needed);
            Assert.All(form.Links.Keys, key => Assert.Contains(form.Columns, c => c.Key == key));
            Assert.Equal(form.Columns.Count, form.Columns.Select(c => c.Key).Distinct().Count());
            Assert.Equal(form.Columns.Sum(c => c.Headings.Length), form.Columns.SelectMany(c => c.Headings).Distinct().Count());
        }
    }

    private static PlantRegister Tasks() => new(new(Guid.NewGuid()), default, RegisterKind.Tasks, new(Guid.NewGuid()), "OP100");

    private static IReadOnlyList<string> Task(string code, int seconds, string after = "") => [code, "Tâche " + code, $"{seconds}", after, "P1", "ValueAdded"];
}
