using Etabli.Methods.Balancing;

namespace Etabli.Methods.Tests.Balancing;

/// <summary>The relaxation over all fillings of a station: how many stations tasks need at least, precedence forgotten.</summary>
public sealed class PatternBoundTests
{
    [Fact]
    public void The_textbook_s_rolls_of_paper_need_453_where_the_relaxation_is_452_and_a_quarter()
    {
        // V. Chvátal, Linear Programming, 1983, chapter 13: widths of 45, 36, 31 and 14 out of rolls of 100; 97, 610, 395 and 211 of them.
        int[] widths = [.. Enumerable.Repeat(45, 97), .. Enumerable.Repeat(36, 610), .. Enumerable.Repeat(31, 395), .. Enumerable.Repeat(14, 211)];
        Assert.Equal(453, PatternBound.Least(widths, 100, 416, int.MaxValue));
    }

    [Fact]
    public void A_task_that_fits_beside_no_couple_of_long_ones_asks_for_a_station_that_no_sum_asks_for()
    {
        // 95 of 108: the sum asks for 2 stations, thirds and halves for 2; 15 fits beside no two of 20.
        Assert.Equal(3, PatternBound.Least([20, 20, 20, 20, 15], 54, 2, int.MaxValue));
        Assert.Equal(2, PatternBound.Least([20, 20, 20, 20, 14], 54, 2, int.MaxValue));
    }

    [Fact]
    public void On_thousands_of_random_packings_it_never_asks_for_more_than_packing_needs_and_nearly_always_for_as_many()
    {
        var random = new Random(1961);
        var (met, turns) = (0, 3_000);
        for (var turn = 0; turn < turns; turn++)
        {
            var cycle = random.Next(10, 120);
            int[] times = [.. Enumerable.Range(0, random.Next(1, 11)).Select(_ => random.Next(3) == 0 ? random.Next(0, cycle + 1) : random.Next(cycle / 4, cycle * 2 / 3))];
            var needed = Packing(times, cycle);
            var sum = (times.Sum() + cycle - 1) / cycle;
            var bound = PatternBound.Least(times, cycle, sum, int.MaxValue);
            Assert.InRange(bound, sum, Math.Max(needed, sum));
            met += bound == needed ? 1 : 0;
        }

        Assert.True(met > turns * 0.98, $"{met} of {turns}");
    }

    [Fact]
    public void What_is_known_is_never_lost_and_what_costs_too_much_is_not_tried()
    {
        Assert.Equal(7, PatternBound.Least([20, 20, 20, 20, 15], 54, 7, int.MaxValue));
        Assert.Equal(2, PatternBound.Least([20, 20, 20, 20, 15], 54, 2, 2));
        Assert.Equal(2, PatternBound.Least([20, 20, 20, 20, 15], 54, 2, int.MaxValue, work: 100));
        Assert.Equal(0, PatternBound.Least([], 54, 0, int.MaxValue));
        Assert.Equal(0, PatternBound.Least([0, 0], 54, 0, int.MaxValue));
        Assert.Equal(1, PatternBound.Least([1], 2_000_000_000, 1, int.MaxValue));
    }

    [Theory]
    [InlineData(47, 33)]
    [InlineData(49, 32)]
    [InlineData(50, 32)]
    [InlineData(52, 31)]
    [InlineData(54, 31)]
    public void The_line_of_wee_mag_is_proved_at_the_cycles_where_the_last_station_was_long_in_doubt(int cycle, int stations)
    {
        var line = LineFile.ReadIn2(string.Join('\n', DemoFactory.PublishedLines("salbp/scholl/WEE-MAG.IN2"))).Line;
        var balance = LineBalancer.Fewest(line, cycle, new(Nodes: 2_000), stop: TestContext.Current.CancellationToken);
        Assert.True(balance.IsProved);
        Assert.Equal(stations, balance.Count);
        Assert.Empty(BalanceCheck.Of(line, balance.Stations, cycle));
    }

    // The fewest stations by trying each task in each station begun, and in one new one.
    private static int Packing(int[] times, int cycle)
    {
        int[] order = [.. times.Where(t => t > 0).OrderDescending()];
        var best = order.Length;
        var rooms = new List<int>();
        void Put(int at)
        {
            if (rooms.Count >= best)
            {
                return;
            }

            if (at == order.Length)
            {
                best = rooms.Count;
                return;
            }

            for (var b = 0; b < rooms.Count; b++)
            {
                if (rooms[b] >= order[at])
                {
                    rooms[b] -= order[at];
                    Put(at + 1);
                    rooms[b] += order[at];
                }
            }

            rooms.Add(cycle - order[at]);
            Put(at + 1);
            rooms.RemoveAt(rooms.Count - 1);
        }

        Put(0);
        return best;
    }
}
