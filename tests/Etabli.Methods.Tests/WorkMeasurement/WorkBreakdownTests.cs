using Etabli.Methods.WorkMeasurement;

namespace Etabli.Methods.Tests.WorkMeasurement;

public sealed class WorkBreakdownTests
{
    [Fact]
    public void The_demonstration_s_assembly_is_worth_what_a_sum_of_its_file_says()
    {
        // Added from the file by class: VA 1,809 s, NVAN 577 s, of 2,386 s.
        var rows = DemoFactory.Rows("11_taches_montage.csv").ToList();
        var work = WorkBreakdown.Of(rows.Select(r => new WorkPart(r["libelle"], TimeSpan.FromSeconds(int.Parse(r["temps_s"], System.Globalization.CultureInfo.InvariantCulture)), r["classe_va"] == "VA" ? WorkWorth.ValueAdding : WorkWorth.Necessary)));
        Assert.Equal(2_386, work.Total.TotalSeconds);
        Assert.Equal(1_809 / 2_386.0, work.ShareOf(WorkWorth.ValueAdding).Known, 12);
        Assert.Equal(1, work.ShareOf(WorkWorth.ValueAdding).Known + work.ShareOf(WorkWorth.Necessary).Known, 12);
        Assert.Equal(0, work.Gain.Known);
    }

    [Fact]
    public void What_is_left_out_takes_no_time_what_is_said_takes_its_time_and_the_rest_stays_with_a_word()
    {
        var work = WorkBreakdown.Of(
        [
            new("Chercher la clé", TimeSpan.FromSeconds(10), WorkWorth.Waste, WorkIdea.Eliminate),
            new("Serrer", TimeSpan.FromSeconds(30), WorkWorth.ValueAdding, WorkIdea.Simplify, TimeSpan.FromSeconds(24)),
            new("Contrôler", TimeSpan.FromSeconds(20), WorkWorth.Necessary, WorkIdea.Combine),
        ]);
        Assert.Equal(44, work.Expected.TotalSeconds);
        Assert.Equal(16 / 60.0, work.Gain.Known, 12);
        Assert.Equal(24 / 44.0, work.ShareOf(WorkWorth.ValueAdding, after: true).Known, 12);
        Assert.Equal("Contrôler", Assert.Single(work.Unsaid).Label);
        Assert.Empty(work.WorthyAndLeftOut);
    }

    [Fact]
    public void Value_that_is_left_out_is_named_and_a_work_without_time_has_no_share()
    {
        Assert.Single(WorkBreakdown.Of([new("Serrer", TimeSpan.FromSeconds(30), WorkWorth.ValueAdding, WorkIdea.Eliminate)]).WorthyAndLeftOut);
        Assert.False(WorkBreakdown.Of([new("Rien", TimeSpan.Zero)]).Gain.IsKnown);
        Assert.False(WorkBreakdown.Of([]).ShareOf(WorkWorth.Waste).IsKnown);
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkBreakdown.Of([new("Non", TimeSpan.FromSeconds(-1))]));
    }

    [Fact]
    public void Shares_of_all_worths_and_of_what_nobody_judged_make_the_whole_in_any_work()
    {
        var random = new Random(7);
        for (var turn = 0; turn < 500; turn++)
        {
            var work = WorkBreakdown.Of(Enumerable.Range(0, random.Next(1, 12)).Select(_ => new WorkPart(
                "x", TimeSpan.FromSeconds(random.Next(1, 90)), random.Next(4) is var w and < 3 ? (WorkWorth)w : null, random.Next(5) is var i and < 4 ? (WorkIdea)i : null, random.Next(3) == 0 ? TimeSpan.FromSeconds(random.Next(0, 90)) : null)));
            var worths = Enum.GetValues<WorkWorth>().Select(w => (WorkWorth?)w).Append(null).ToList();
            Assert.Equal(1, worths.Sum(w => work.ShareOf(w).Known), 10);
            Assert.Equal(work.Total - work.Expected, TimeSpan.FromSeconds(Math.Round(work.Gain.Known * work.Total.TotalSeconds, 6)));
        }
    }
}
