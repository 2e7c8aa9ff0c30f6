using Etabli.Plant.Tasks;

namespace Etabli.Plant.Tests.Tasks;

/// <summary>What must be done before what.</summary>
public class PrecedenceTests
{
    [Fact]
    public void A_circle_is_told_in_the_order_one_waits_for_the_next()
    {
        var circle = Precedence.Cycle([("1", []), ("2", ["1", "4"]), ("3", ["2"]), ("4", ["3"])]);
        Assert.Equal(["2", "4", "3"], circle);
    }

    [Fact]
    public void A_task_that_waits_for_itself_is_a_circle_of_one() => Assert.Equal(["7"], Precedence.Cycle([("7", ["7"])]));

    [Fact]
    public void What_waits_for_something_unknown_waits_for_nothing() => Assert.Empty(Precedence.Cycle([("1", ["99"]), ("2", ["1"])]));

    [Fact]
    public void A_hundred_thousand_tasks_in_a_row_are_followed_to_their_end()
    {
        var chain = Enumerable.Range(0, 100_000).Select(i => (i.ToString(System.Globalization.CultureInfo.InvariantCulture), (IReadOnlyList<string>)(i == 0 ? [] : [(i - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)])));
        Assert.Empty(Precedence.Cycle(chain.Reverse()));
    }

    [Fact]
    public void A_circle_is_found_exactly_when_no_order_exists_on_random_graphs_of_six_tasks()
    {
        var random = new Random(20_261_126);
        for (var round = 0; round < 2_000; round++)
        {
            var after = Enumerable.Range(0, 6).Select(i => (Code: $"{i}", After: (IReadOnlyList<string>)[.. Enumerable.Range(0, 6).Where(j => j != i && random.Next(5) == 0).Select(j => $"{j}")])).ToList();
            var circle = Precedence.Cycle(after);
            Assert.Equal(!HasOrder(after), circle.Count > 0);
            var told = Precedence.Cycles(after).SelectMany(c => c).ToList();
            Assert.Equal(told.Count, told.Distinct().Count());
            Assert.True(HasOrder([.. after.Where(t => !told.Contains(t.Code))]));
            for (var i = 0; i < circle.Count; i++)
            {
                Assert.Contains(circle[(i + 1) % circle.Count], after.First(a => a.Code == circle[i]).After);
            }
        }
    }

    /// <summary>Takes away what waits for nothing, until nothing is left.</summary>
    private static bool HasOrder(IReadOnlyList<(string Code, IReadOnlyList<string> After)> all)
    {
        var left = all.ToList();
        while (left.RemoveAll(t => !t.After.Any(a => left.Exists(o => o.Code == a))) > 0)
        {
            // One more layer is gone.
        }

        return left.Count == 0;
    }
}
