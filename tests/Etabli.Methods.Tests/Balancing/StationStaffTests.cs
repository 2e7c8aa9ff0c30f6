using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Methods.Tests.Balancing;

public sealed class StationStaffTests
{
    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void The_stations_of_any_balance_that_keeps_the_cycle_are_staffed_so_that_it_is_kept_with_no_more_copies(int seed)
    {
        var random = new Random(seed);
        var met = 0;
        for (var turn = 0; turn < 400; turn++)
        {
            var ruled = RuledBalancerTests.Any(random);
            var cycle = random.Next(6, 30);
            if (RuledBalancer.Best(ruled, cycle, 3, stop: TestContext.Current.CancellationToken).Balance is not { } found)
            {
                continue;
            }

            met++;
            var told = $"seed {seed}, turn {turn}, cycle {cycle}";
            var staff = StationStaff.Of(ruled, found.StationOf, cycle, found.Stations.Count);
            Assert.True(staff.Balance is not null && staff.Unable.Count == 0, told);
            Assert.True(RuledCheck.Of(ruled, staff.Balance) is [] and var _, $"{told}: {string.Join(", ", RuledCheck.Of(ruled, staff.Balance).Select(b => b.Kind))}");
            Assert.True(staff.Balance.Places <= found.Places, told);

            // What the places are busy is what the checker finds, and no shorter than their work.
            var loads = RuledLoads.Of(ruled, staff.Balance);
            Assert.Equal(ruled.Line.Tasks.Count, loads.Sum(p => p.Tasks.Count));
            Assert.All(loads, p => Assert.True(p.Busy >= p.Work - 1e-9 && p.Busy <= ((double)cycle * p.Copies) + 1e-6, told));
        }

        Assert.True(met > 100);
    }

    [Fact]
    public void Stations_that_cannot_keep_the_cycle_are_as_short_as_they_can_be_and_one_that_nobody_can_hold_is_named()
    {
        var line = AssemblyLine.Of([new("a", 50), new("b", 40), new("c", 30)], [new(0, 2)]);
        var two = StationStaff.Of(RuledLine.Of(line, new() { Operators = 2 }), [0, 0, 0], 60, 1).Balance!;
        Assert.Equal([80.0, 40.0], RuledLoads.Of(RuledLine.Of(line, new() { Operators = 2 }), two).Select(p => p.Busy).OrderDescending());

        var workers = RuledLine.Of(line, new() { Workers = [new("x", [50, 40, null]), new("y", [null, 60, 20])] });
        Assert.Equal([1], StationStaff.Of(workers, [0, 1, 1], 60, 2) is { Balance.Stations: var at } ? at[1].Workers : []);
        Assert.Equal([0], StationStaff.Of(workers, [0, 0, 0], 60, 1).Unable);
        Assert.Empty(StationStaff.Of(RuledLine.Of(line, new() { Workers = [new("x", [50, 40, 30])] }), [0, 1, 1], 60, 2) is { Balance: null } none ? none.Unable : [9]);
    }
}
