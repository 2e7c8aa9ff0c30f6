namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Balances a line under the rules of the workshop: proved best, proved impossible with the rules to blame, or the best so far with a bound.</summary>
public static class RuledBalancer
{
    private const int FirstWidth = 8;
    private const long FirstVisits = 200;
    private const int Wider = 8;
    private const int FirstTurns = 4_000;
    private const int WindowWidth = 512;
    private const int FirstPasses = 200;
    private const int MorePasses = 60;

    /// <summary>The best balance at a cycle.</summary>
    /// <param name="ruled">The line with its rules.</param>
    /// <param name="cycle">c, in the line's unit. Range: &gt; 0.</param>
    /// <param name="stations">Most stations along the line; null: any.</param>
    /// <param name="goals">What is wanted as little as possible, the first before the second; none: stations.</param>
    /// <param name="budget">What may be spent; the memory bounds how many states of a layer are kept.</param>
    /// <param name="progress">Told at each better balance and each widening.</param>
    /// <param name="stop">Ends the search; the best so far is the answer.</param>
    /// <exception cref="RuleException">A goal that cannot be measured on this line.</exception>
    /// <remarks>Worst case exponential; see <see cref="RuledSearch"/>. Without rules it is <see cref="LineBalancer.Fewest"/>.</remarks>
    /// <example><code>RuledBalancer.Best(RuledLine.Of(line, new() { Rules = [new ApartRule([0, 3])] }), cycle: 525);</code></example>
    public static RuledAnswer Best(RuledLine ruled, int cycle, int? stations = null, IReadOnlyList<LineGoal>? goals = null, BalanceBudget? budget = null, IProgress<BalanceProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        Argument.Positive(cycle, nameof(cycle));
        Argument.Positive(stations, nameof(stations));
        goals = Checked(ruled, goals ?? [LineGoal.Stations]);
        var purse = new Purse(budget ?? new(), stop);
        return Kept(ruled, BestOf(ruled, cycle, stations, goals.Count == 0 ? [LineGoal.Stations] : goals, purse, progress));
    }

    /// <summary>The shortest cycle of so many stations; at that cycle, the best by further goals.</summary>
    /// <param name="ruled">The line with its rules.</param>
    /// <param name="stations">Most stations along the line. Range: &gt; 0.</param>
    /// <param name="goals">What is wanted as little as possible at the shortest cycle; none: nothing more.</param>
    /// <param name="budget">What may be spent.</param>
    /// <param name="progress">Told at each shorter cycle and each widening.</param>
    /// <param name="stop">Ends the search; the best so far is the answer.</param>
    /// <exception cref="RuleException">A goal that cannot be measured on this line.</exception>
    /// <remarks>Cycles between bound and answer are halved with narrow searches, then with wider ones, until each shorter one is proved impossible.</remarks>
    /// <example><code>RuledBalancer.Fastest(ruled, stations: 5, goals: [LineGoal.Moves]);</code></example>
    public static RuledAnswer Fastest(RuledLine ruled, int stations, IReadOnlyList<LineGoal>? goals = null, BalanceBudget? budget = null, IProgress<BalanceProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        Argument.Positive(stations, nameof(stations));
        goals = Checked(ruled, goals ?? []);
        var purse = new Purse(budget ?? new(), stop);

        // Without rules the engine for plain lines is the stronger one.
        if (IsPlain(ruled))
        {
            var plain = LineBalancer.Fastest(ruled.Line, stations, purse.Left(), progress, stop);
            purse.Spend(plain.Nodes);
            return Kept(ruled, Further(ruled, stations, goals, purse, progress, Told(plain, ruled.Line), plain.Cycle, plain.Bound));
        }

        var pair = new Pair(ruled);
        var most = MostCycle(ruled);
        var first = Decide(pair, most, stations, purse, int.MaxValue);
        if (first.Balance is null)
        {
            return first.IsSure ? Impossible(ruled, most, stations, purse) : new(null, RuledEnd.Nothing, 1, [], false, purse.Nodes);
        }

        var (best, high) = (first.Balance, RuledValue.ShortestCycle(ruled, first.Balance));
        var low = 1;
        for (var above = high; low < above;)
        {
            var middle = low + ((above - low) / 2);
            (low, above) = pair.Least(middle, stations) is null ? (middle + 1, above) : (low, middle);
        }

        var beams = WorkerBeam.Takes(ruled) ? new WorkerBeams(pair.Forward, pair.Backward, ruled, stations) : null;
        var passes = FirstPasses;
        if (beams is not null)
        {
            (best, high) = beams.Descended(best, high, low, purse.Step);
            progress?.Report(new(stations, high, low, purse.Nodes));
        }

        var improver = CycleImprover.Takes(ruled) ? new CycleImprover(ruled, pair.Forward, stations) : null;
        for (var (width, turns) = (FirstWidth, FirstTurns); low < high; width *= Wider, turns *= 4)
        {
            if (beams is not null)
            {
                (best, high) = beams.Shortened(best, high, low, passes, purse.Step, cycle => progress?.Report(new(stations, cycle, low, purse.Nodes)));
                passes = MorePasses;
            }

            progress?.Report(new(stations, high, low, purse.Nodes));
            var asked = low;
            while (asked < high && !purse.IsSpent)
            {
                var aim = asked + ((high - asked) / 2);
                var one = Decide(pair, aim, stations, purse, width);
                if (one.Balance is { } found)
                {
                    (best, high) = (found, Math.Min(aim, RuledValue.ShortestCycle(ruled, found)));
                    progress?.Report(new(stations, high, low, purse.Nodes));
                }
                else
                {
                    low = one.IsSure ? Math.Max(low, aim + 1) : low;
                    asked = aim + 1;
                }
            }

            if (improver is not null && improver.Improved(best, low, turns, purse.Step) is var better && RuledValue.ShortestCycle(ruled, better) is var shorter && shorter < high)
            {
                (best, high) = (better, shorter);
            }

            (best, high) = Windowed(ruled, best, high, low, width, purse);
            if (purse.IsSpent || width >= pair.MostWidth(stations, purse))
            {
                break;
            }
        }

        return Kept(ruled, Further(ruled, stations, goals, purse, progress, best, high, low));
    }

    // No answer leaves before the checker, which shares no code with the search, has seen it.
    private static RuledAnswer Kept(RuledLine ruled, RuledAnswer answer) =>
        answer.Balance is { } balance && RuledCheck.Of(ruled, balance) is [var breach, ..] ? throw new InvalidOperationException($"the balance found breaks {breach}") : answer;

    // Neighbouring stations, one of them among the longest, balanced anew one unit shorter, as long as that is found.
    private static (RuledBalance Best, int Cycle) Windowed(RuledLine ruled, RuledBalance best, int cycle, int low, int width, Purse purse)
    {
        if (!LineWindow.Takes(ruled))
        {
            return (best, cycle);
        }

        var most = width == FirstWidth ? 3 : width == FirstWidth * Wider ? 4 : 5;
        for (var size = 2; size <= Math.Min(most, best.Stations.Count) && cycle > low;)
        {
            var needs = Enumerable.Range(0, best.Stations.Count).Select(k => RuledValue.ShortestCycle(ruled, best, k)).ToList();
            var found = false;
            for (var first = 0; first + size <= best.Stations.Count && !found && !purse.IsSpent; first++)
            {
                if (needs.Skip(first).Take(size).Max() == cycle && new LineWindow(ruled, best, first, size) is { Part: { } part } window && Decide(new(part), cycle - 1, size, purse, WindowWidth).Balance is { } shorter)
                {
                    (best, found) = (window.With(shorter), true);
                }
            }

            cycle = RuledValue.ShortestCycle(ruled, best);
            size = found ? 2 : size + 1;
            if (purse.IsSpent)
            {
                break;
            }
        }

        return (best, cycle);
    }

    // At the cycle found, the other goals.
    private static RuledAnswer Further(RuledLine ruled, int stations, IReadOnlyList<LineGoal> goals, Purse purse, IProgress<BalanceProgress>? progress, RuledBalance best, int cycle, int low)
    {
        best = best with { Cycle = cycle };
        if (goals.Count == 0)
        {
            return new(best, low >= cycle ? RuledEnd.Proved : RuledEnd.Budget, Math.Min(low, cycle), [], false, purse.Nodes);
        }

        var answer = BestOf(ruled, cycle, stations, goals, purse, progress);
        return answer with { Balance = answer.Balance ?? best, End = low >= cycle && answer.End == RuledEnd.Proved ? RuledEnd.Proved : RuledEnd.Budget, Bound = Math.Min(low, cycle), Conflict = [], IsSmallest = false };
    }

    private static IReadOnlyList<LineGoal> Checked(RuledLine ruled, IReadOnlyList<LineGoal> goals) =>
        goals.Distinct().Count() < goals.Count || (goals.Contains(LineGoal.Moves) && ruled.Setting.Today.Count == 0) ? throw new RuleException(RuleFault.Goal)
            : goals.Contains(LineGoal.Unevenness) && ruled.Setting.Workers.Count > 0 && (ruled.Setting.Operators > 1 || ruled.Setting.Sides.Count > 0) ? throw new RuleException(RuleFault.SharedWork)
            : goals;

    private static RuledAnswer BestOf(RuledLine ruled, int cycle, int? stations, IReadOnlyList<LineGoal> goals, Purse purse, IProgress<BalanceProgress>? progress)
    {
        if (IsPlain(ruled) && goals is [LineGoal.Stations] && ruled.Line.Longest <= cycle)
        {
            var plain = LineBalancer.Fewest(ruled.Line, cycle, purse.Left(), progress, purse.Stop);
            purse.Spend(plain.Nodes);
            return plain.Count > stations
                ? new(null, plain.Bound > stations ? RuledEnd.Impossible : RuledEnd.Nothing, plain.Bound, [], plain.Bound > stations, purse.Nodes)
                : new(Told(plain, ruled.Line), plain.IsProved ? RuledEnd.Proved : RuledEnd.Budget, plain.Bound, [], false, purse.Nodes);
        }

        var pair = new Pair(ruled);
        var levels = Math.Min(stations ?? int.MaxValue, pair.Forward.MostLevels);
        var searches = pair.At(cycle, levels, goals, purse);
        if (searches[0].Search.Least is not { } least)
        {
            return Impossible(ruled, cycle, levels, purse);
        }

        var bound = (int)Math.Max(least.A, goals[0] == LineGoal.Stations ? PlainBound(ruled, cycle, purse) : 0);
        (RuledSearch Search, bool IsBackward, RuledState State)? best = null;
        for (var (width, visits) = (FirstWidth, FirstVisits); ; width *= Wider, visits *= Wider)
        {
            foreach (var (search, isBackward) in searches)
            {
                search.ToBeat = best?.State.Cost;
                search.Pass(width, visits, Samples(width));
                if (search.Best is { } better && (best is null || better.Cost < best.Value.State.Cost))
                {
                    best = (search, isBackward, better);
                    progress?.Report(new((int)RuledValue.Of(ruled, search.Told(better, isBackward), LineGoal.Stations), cycle, bound, purse.Nodes));
                }

                if (search.IsWhole || (best is { } now && (!(least < now.State.Cost) || (goals.Count == 1 && now.State.Cost.A <= bound))))
                {
                    return best is { } proved ? new(proved.Search.Told(proved.State, proved.IsBackward), RuledEnd.Proved, (int)proved.State.Cost.A, [], false, purse.Nodes) : Impossible(ruled, cycle, levels, purse);
                }
            }

            if (purse.IsSpent || width >= pair.MostWidth(levels, purse))
            {
                return best is { } some ? new(some.Search.Told(some.State, some.IsBackward), RuledEnd.Budget, bound, [], false, purse.Nodes) : new(null, RuledEnd.Nothing, bound, [], false, purse.Nodes);
            }

            progress?.Report(new(best is { } so ? (int)RuledValue.Of(ruled, so.Search.Told(so.State, so.IsBackward), LineGoal.Stations) : 0, cycle, bound, purse.Nodes));
        }
    }

    private static RuledAnswer Impossible(RuledLine ruled, int cycle, int levels, Purse purse)
    {
        var (rules, isSmallest) = RuleConflict.Of(ruled.Setting.Rules.Count, kept =>
        {
            var (balance, isSure) = Decide(new(ruled.Only(kept)), cycle, levels, purse, int.MaxValue);
            return balance is null && isSure;
        });
        return new(null, RuledEnd.Impossible, 0, rules, isSmallest && !purse.IsSpent, purse.Nodes);
    }

    // Whether any balance keeps the cycle: found, surely none, or not found by passes up to so wide.
    private static (RuledBalance? Balance, bool IsSure) Decide(Pair pair, int cycle, int levels, Purse purse, int most)
    {
        var searches = pair.At(cycle, levels, [], purse);
        if (searches[0].Search.Least is null)
        {
            return (null, true);
        }

        most = Math.Min(most, pair.MostWidth(levels, purse));
        for (var (width, visits) = (FirstWidth, FirstVisits); ; width *= Wider, visits *= Wider)
        {
            foreach (var (search, isBackward) in searches)
            {
                search.Pass(width, visits, Samples(width));
                if (search.Best is { } best)
                {
                    return (search.Told(best, isBackward), false);
                }

                if (search.IsWhole)
                {
                    return (null, true);
                }
            }

            if (purse.IsSpent || width >= most)
            {
                return (null, false);
            }
        }
    }

    private static int Samples(int width) => width <= FirstWidth ? 6 : width <= FirstWidth * Wider ? 12 : 24;

    private static bool IsPlain(RuledLine ruled) =>
        ruled.Setting is { Shape: LineShape.Straight, Operators: 1, Copies: 1, Sides.Count: 0, Workers.Count: 0, Models.Count: 0, Setups.Count: 0, Returns.Count: 0, Deviations.Count: 0, Rules.Count: 0 };

    // Rules only take balances away: the line without them bounds it.
    private static int PlainBound(RuledLine ruled, int cycle, Purse purse)
    {
        if (ruled.Setting is not { Shape: LineShape.Straight, Operators: 1, Copies: 1, Sides.Count: 0, Workers.Count: 0, Models.Count: 0 } || ruled.Line.Longest > cycle)
        {
            return 0;
        }

        var plain = LineBalancer.Fewest(ruled.Line, cycle, new(Nodes: 2_000, Memory: 1 << 26), null, purse.Stop);
        purse.Spend(plain.Nodes);
        return plain.Bound;
    }

    private static RuledBalance Told(LineBalance plain, AssemblyLine line)
    {
        var rank = RuledValue.Order(line);
        return new([.. plain.Stations.Select((s, i) => new TaskPlace(s, 0, rank[i]))], [.. Enumerable.Range(0, plain.Stations.Max() + 1).Select(_ => new LineStation(1, []))], plain.Cycle);
    }

    // All tasks one after another by whoever is slowest, with the longest way to each.
    private static int MostCycle(RuledLine ruled)
    {
        var setting = ruled.Setting;
        var sum = 1.0;
        for (var i = 0; i < ruled.Line.Tasks.Count; i++)
        {
            var usual = ruled.Line.Tasks[i].Time;
            var slowest = setting.Workers.Count == 0 ? usual : setting.Workers.Max(w => w.Times[i] ?? 0);
            var longest = setting.Models.Count == 0 ? slowest : setting.Models.Max(m => setting.Workers.Count == 0 || usual == 0 ? m.Times[i] : Math.Ceiling(m.Times[i] * (double)slowest / usual));
            sum += longest + Math.Ceiling(setting.Deviations.Count == 0 ? 0 : setting.Deviations[i] * 10);
        }

        sum += setting.Setups.Concat(setting.Returns).Sum(s => (double)s.Time);
        return (int)Math.Min(int.MaxValue / 4, sum);
    }

    /// <summary>Both directions of a line where they are worth the same; one where stations have names.</summary>
    private sealed class Pair(RuledLine ruled)
    {
        public RuledModel Forward { get; } = new(ruled);

        public RuledModel? Backward { get; } = ruled.IsPlaced || ruled.Setting.Shape == LineShape.U ? null : new(ruled, backward: true);

        public List<(RuledSearch Search, bool IsBackward)> At(int cycle, int levels, IReadOnlyList<LineGoal> goals, Purse purse)
        {
            var searches = new List<(RuledSearch, bool)> { (new(Forward, cycle, Math.Min(levels, Forward.MostLevels), goals, purse.Step, () => purse.IsSpent, purse.Turn()), false) };
            if (Backward is not null)
            {
                searches.Add((new(Backward, cycle, Math.Min(levels, Forward.MostLevels), goals, purse.Step, () => purse.IsSpent, purse.Turn()), true));
            }

            return searches;
        }

        public Costs? Least(int cycle, int levels) => new RuledSearch(Forward, cycle, Math.Min(levels, Forward.MostLevels), [], () => false, () => false).Least;

        // A state is about so many bytes, and all layers may be alive.
        public int MostWidth(int levels, Purse purse) => (int)Math.Clamp(purse.Memory / ((350L + (16 * Forward.Words)) * 5 * Math.Min(Math.Max(1, levels), Forward.Count)), FirstWidth, 1 << 24);
    }

    /// <summary>What is left of a budget, over all the searches of one answer.</summary>
    private sealed class Purse(BalanceBudget budget, CancellationToken stop)
    {
        public CancellationToken Stop => stop;

        public long Memory => budget.Memory;

        private int turns;

        public long Nodes { get; private set; }

        public bool IsSpent => stop.IsCancellationRequested || Nodes >= budget.Nodes;

        public BalanceBudget Left() => budget with { Nodes = budget.Nodes == long.MaxValue ? long.MaxValue : Math.Max(1, budget.Nodes - Nodes) };

        public void Spend(long nodes) => Nodes += nodes;

        /// <summary>How many searches there were: each samples its loads in a way of its own, the same each time.</summary>
        public int Turn() => turns++;

        /// <summary>One state more; whether that was one too many.</summary>
        public bool Step()
        {
            Nodes++;
            return IsSpent;
        }
    }
}
