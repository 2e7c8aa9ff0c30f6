namespace Etabli.Methods.Balancing.Ruled;

/// <summary>
/// Station after station: all sets of tasks that can be done after k stations, each once with its least cost, from those after k − 1. When a layer is wider than allowed
/// the best of it are kept and nothing is proved; a pass that left nothing out is a proof.
/// </summary>
/// <remarks>
/// The dynamic programme of Held, Karp and Shareshian (Operations Research 11(3), 1963) with the rest of the rules in the state; narrow passes are a beam search, then wider ones (Borba and
/// Ritt, Computers and Operations Research 45, 2014, for workers). Loads are filled up only where a fuller one is never worse: no set-ups, and no goal but stations and operators.
/// </remarks>
internal sealed partial class RuledSearch
{
    private readonly RuledModel model;
    private readonly StationSchedule schedule;
    private readonly IReadOnlyList<LineGoal> goals;
    private readonly Func<bool> stop;
    private readonly Func<bool> isOver;
    private readonly int cycle;
    private readonly int levels;
    private readonly bool canFill;
    private readonly bool isShortened;
    private readonly int[] lastOf;
    private readonly int[] byLast;
    private readonly int workerWords;
    private readonly List<int> load = [];
    private readonly ulong[] current;
    private readonly double[] budgets;
    private readonly int[] extras;
    private readonly HashSet<RuledState> met = new(new SameRest());
    private Dictionary<RuledState, RuledState> next = new(new SameRest());
    private readonly LoadSampler sampler;
    private long visitsLeft;

    public RuledSearch(RuledModel model, int cycle, int levels, IReadOnlyList<LineGoal> goals, Func<bool> stop, Func<bool> isOver, int turn = 0)
    {
        (this.model, this.cycle, this.levels, this.goals, this.stop, this.isOver) = (model, cycle, levels, goals, stop, isOver);
        schedule = new(model, cycle);
        sampler = new(model, cycle, turn);
        isShortened = model.HasSetups || model.HasReturns;
        canFill = !isShortened && goals.All(g => g is LineGoal.Stations or LineGoal.Operators);
        lastOf = [.. Enumerable.Range(0, model.Count).Select(i => model.LastAllowed(i, levels))];
        for (var i = model.Count - 1; i >= 0 && !model.IsU; i--)
        {
            foreach (var s in model.Graph.Next[i])
            {
                lastOf[i] = Math.Min(lastOf[i], lastOf[s]);
            }
        }

        for (var i = 0; i < model.Count; i++)
        {
            if (model.Mates[i] is { } mates)
            {
                lastOf[i] = LineGraph.Members(mates).Min(m => lastOf[m]);
            }
        }

        byLast = [.. Enumerable.Range(0, model.Count).OrderBy(i => lastOf[i])];
        workerWords = (model.Workers + 30) / 31;
        current = new ulong[model.Words];
        budgets = new double[model.Budgets.Length];
        extras = new int[model.Distances.Length + model.Equipment.Length + workerWords];
    }

    /// <summary>The best whole balance found; null when none was.</summary>
    public RuledState? Best { get; private set; }

    /// <summary>Whether the last pass left nothing out.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>No balance costs less than this; null when there can be none.</summary>
    public Costs? Least => Root()?.Least;

    /// <summary>What another search found already: answers must cost less.</summary>
    public Costs? ToBeat { get; set; }

    /// <summary>Follows layers of at most so many states, so many loads a state; a state with more gives so many samples a crew.</summary>
    public void Pass(int width, long visits, int samples)
    {
        IsWhole = true;
        List<RuledState> layer = Root() is { } root ? [root] : [];
        for (var level = 0; level < levels && layer.Count > 0; level++)
        {
            next = new(new SameRest());
            foreach (var state in layer)
            {
                if (stop())
                {
                    IsWhole = false;
                    return;
                }

                if (!IsBetter(state.Least))
                {
                    continue;
                }

                visitsLeft = visits;
                Expand(state, level);
                if (visitsLeft <= 0)
                {
                    IsWhole = false;
                    Sample(state, level, samples);
                }

                if (Best is not null && goals.Count == 0)
                {
                    return;
                }

                if (next.Count > 4L * width)
                {
                    next = Narrowed(width).ToDictionary(s => s, new SameRest());
                    IsWhole = false;
                }
            }

            IsWhole &= next.Count <= width;
            layer = Narrowed(width);
        }

        IsWhole &= !schedule.GaveUp;
    }

    /// <summary>The balance of a whole state.</summary>
    public RuledBalance Told(RuledState whole, bool backward)
    {
        var chain = new List<RuledState>();
        for (var state = whole; state.Parent is not null; state = state.Parent)
        {
            chain.Insert(0, state);
        }

        var tasks = new TaskPlace[model.Count];
        var stations = new LineStation[chain.Count];
        foreach (var (k, state) in chain.Index())
        {
            var at = backward ? chain.Count - 1 - k : k;
            var places = model.Hands;
            int[] workers = model.Workers == 0 ? [] : [.. Enumerable.Repeat(-1, places)];
            if (state.Load.Length == 0)
            {
                stations[at] = new(1, workers);
                continue;
            }

            if (!schedule.Fits(state.Load, state.Parent!.Done, state.Crew.Operators, state.Crew.Copies, state.Crew.Workers))
            {
                throw new InvalidOperationException("a load that fitted does not");
            }

            var onReturn = model.IsU && !model.IsOrdered ? Returning(state) : schedule.OnReturn;
            var order = schedule.Order;
            for (var r = 0; r < order.Length; r++)
            {
                var p = order[r];
                var hand = schedule.Hands[p];
                tasks[model.Graph.Origin[state.Load[p]]] = new(at, hand, backward ? order.Length - 1 - r : r, p < 64 && (onReturn >> p & 1) != 0);
                if (workers.Length > 0)
                {
                    workers[hand] = state.Crew.Workers[model.Setting.Sides.Count > 0 && state.Crew.Operators == 1 ? 0 : hand];
                }
            }

            stations[at] = new(state.Crew.Copies, workers);
        }

        return new(tasks, stations, cycle);
    }

    // Without an order in the station: all that can go on the way in does.
    private ulong Returning(RuledState state)
    {
        var front = state.Parent!.Done.ToArray();
        var onReturn = 0UL;
        for (var p = 0; p < state.Load.Length; p++)
        {
            if (LineGraph.Within(model.Graph.Before(state.Load[p]), front))
            {
                Bits.Set(front, state.Load[p]);
            }
            else
            {
                onReturn |= 1UL << p;
            }
        }

        return onReturn;
    }

    private bool IsBetter(Costs least) => ToBeat is not { } known || least < known;

    private List<RuledState> Narrowed(int width)
    {
        List<RuledState> all = [.. next.Values];
        all.Sort(RuledState.Compare);
        if (all.Count > width)
        {
            all.RemoveRange(width, all.Count - width);
        }

        return all;
    }

    private RuledState? Root()
    {
        current.AsSpan().Clear();
        extras.AsSpan().Clear();
        extras.AsSpan(0, model.Distances.Length).Fill(-1);
        for (var d = 0; d < model.Times.Length; d++)
        {
            if (Enumerable.Range(0, model.Count).Any(i => model.Times[d].Min(w => w[i]) > model.Limit(d, cycle, model.Copies)))
            {
                return null;
            }
        }

        return Rest(0, default) is { } rest ? new() { Done = new ulong[model.Words], Extras = [.. extras], Cost = default, Least = rest.Least, Score = rest.Score } : null;
    }

    private void Expand(RuledState state, int level)
    {
        load.Clear();
        state.Done.CopyTo(current, 0);
        budgets.AsSpan().Clear();
        if (model.IsPlaced)
        {
            Offer(state, level, default);
        }

        met.Clear();
        Extend(state, level, -1, Crews(state));
    }

    // Loads of one operator each, those that a depth-first order would come to late among them.
    private void Sample(RuledState state, int level, int samples)
    {
        if (model.IsOrdered)
        {
            return;
        }

        var crews = Crews(state);
        foreach (var crew in crews)
        {
            double[] rivals = model.Workers == 0 ? [] : [.. Enumerable.Range(0, model.Count).Select(i => crews.Where(c => c.Workers[0] != crew.Workers[0]).Select(c => (double)Math.Min(model.Times[0][c.Workers[0]][i], (long)cycle * 4)).DefaultIfEmpty(0).Min())];
            for (var turn = 0; turn < samples; turn++)
            {
                load.Clear();
                state.Done.CopyTo(current, 0);
                budgets.AsSpan().Clear();
                sampler.Fill(current, load, crew, rivals, turn, task => IsWelcome(task, level), task => Spend(task, 1));
                if (load.Count > 0)
                {
                    Offer(state, level, crew);
                }
            }
        }
    }

    // Everybody who could stand at the station: counts of operators, or sets of workers that are still free.
    private List<Crew> Crews(RuledState state)
    {
        var crews = new List<Crew>();
        for (var o = 1; o <= model.Hands; o++)
        {
            if (model.Workers == 0)
            {
                crews.Add(new(o, 1, []));
            }
            else
            {
                Choose(state, o, [], crews);
            }
        }

        return crews;
    }

    private void Choose(RuledState state, int operators, int[] chosen, List<Crew> crews)
    {
        if (chosen.Length == operators)
        {
            crews.Add(new(operators, 1, chosen));
            return;
        }

        // Sides differ, so does the order of workers; places alike do not.
        var from = model.Setting.Sides.Count > 0 || chosen.Length == 0 ? 0 : chosen[^1] + 1;
        for (var w = from; w < model.Workers; w++)
        {
            if ((state.Extras[model.Distances.Length + model.Equipment.Length + (w / 31)] >> (w % 31) & 1) == 0 && !chosen.Contains(w))
            {
                Choose(state, operators, [.. chosen, w], crews);
            }
        }
    }

    private void Extend(RuledState state, int level, int last, List<Crew> crews)
    {
        for (var task = model.IsU ? 0 : last + 1; task < model.Count; task++)
        {
            if (Bits.Has(current, task) || !IsReady(task) || !IsWelcome(task, level))
            {
                continue;
            }

            // One state can have millions of loads: the end of the budget is heard among them too.
            if (--visitsLeft <= 0 || (visitsLeft % 64 == 0 && isOver()))
            {
                visitsLeft = 0;
                return;
            }

            var at = load.BinarySearch(task);
            load.Insert(~at, task);
            Bits.Set(current, task);
            Spend(task, 1);

            if (!model.IsU || IsNewLoad())
            {
                Follow(state, level, task, crews);
            }

            load.RemoveAt(~at);
            Bits.Clear(current, task);
            Spend(task, -1);

            if (visitsLeft <= 0)
            {
                return;
            }
        }
    }

    private void Spend(int task, int sign)
    {
        for (var b = 0; b < budgets.Length; b++)
        {
            budgets[b] += sign * model.Budgets[b].Amounts[task];
        }
    }

    private bool IsNewLoad() => met.Add(new() { Done = [.. current], Extras = [], Cost = default, Least = default, Score = 0 });

    private void Follow(RuledState state, int level, int task, List<Crew> crews)
    {
        int[] tasks = [.. load];
        var (able, fitting) = (new List<Crew>(crews.Count), new List<Crew>(crews.Count));
        foreach (var crew in crews)
        {
            // With set-ups a fuller load can be a shorter one, in fewer copies too.
            var copies = isShortened ? 1 : crew.Copies;
            while (copies <= model.Copies && !schedule.Fits(tasks, state.Done, crew.Operators, copies, crew.Workers))
            {
                copies++;
            }

            if (copies <= model.Copies)
            {
                able.Add(crew with { Copies = copies });
                if (crew.Operators <= tasks.Length)
                {
                    fitting.Add(crew with { Copies = copies });
                }
            }
            else if (isShortened && !schedule.IsTooMuch)
            {
                able.Add(crew);
            }
        }

        if (able.Count == 0)
        {
            return;
        }

        foreach (var crew in fitting)
        {
            // Fewer operators, or fewer of their copies, are never worse when anybody can do anything.
            if (model.Workers > 0 || !fitting.Exists(c => c != crew && c.Copies <= crew.Copies && c.Copies * c.Operators <= crew.Copies * crew.Operators && (c.Copies < crew.Copies || c.Operators < crew.Operators)))
            {
                if (!canFill || !CanTakeMore(state, level, tasks, crew))
                {
                    Offer(state, level, crew);
                }
            }
        }

        Extend(state, level, task, able);
    }

    private bool IsReady(int task) =>
        LineGraph.Within(model.Graph.Before(task), current) || (model.IsU && LineGraph.Within(model.Graph.After(task), current));

    private bool IsWelcome(int task, int level)
    {
        if (!model.IsAllowed(task, level) || (model.Apart[task] is { } apart && load.Exists(t => Bits.Has(apart, t))))
        {
            return false;
        }

        for (var b = 0; b < budgets.Length; b++)
        {
            if (budgets[b] + model.Budgets[b].Amounts[task] > model.Budgets[b].Most + BudgetRule.Slack)
            {
                return false;
            }
        }

        return true;
    }

    // Whether a task could join that no later station would miss.
    private bool CanTakeMore(RuledState state, int level, int[] tasks, Crew crew)
    {
        for (var j = 0; j < model.Count; j++)
        {
            if (!model.IsFree[j] || Bits.Has(current, j) || !IsReady(j) || !IsWelcome(j, level))
            {
                continue;
            }

            var at = ~Array.BinarySearch(tasks, j);
            if (schedule.Fits([.. tasks[..at], j, .. tasks[at..]], state.Done, crew.Operators, crew.Copies, crew.Workers))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The load as it stands ends the station: the state after it, when it keeps every rule and can still be better.</summary>
    private void Offer(RuledState state, int level, Crew crew)
    {
        if (!AreRulesKept(state, level))
        {
            return;
        }

        for (var w = 0; w < workerWords; w++)
        {
            var slot = model.Distances.Length + model.Equipment.Length + w;
            extras[slot] = state.Extras[slot];
        }

        foreach (var worker in crew.Workers ?? [])
        {
            extras[model.Distances.Length + model.Equipment.Length + (worker / 31)] |= 1 << (worker % 31);
        }

        var cost = state.Cost + CostOf(level, crew);
        if (Rest(level + 1, cost) is not { } rest)
        {
            return;
        }

        if (!IsBetter(rest.Least))
        {
            return;
        }

        var made = new RuledState { Done = [.. current], Extras = [.. extras], Cost = cost, Least = rest.Least, Score = rest.Score, Parent = state, Load = [.. load], Crew = crew };
        if (rest.IsWhole)
        {
            (Best, ToBeat) = (made, cost);
        }
        else if (!next.TryGetValue(made, out var known))
        {
            next.Add(made, made);
        }
        else if (cost < known.Cost)
        {
            (known.Cost, known.Least, known.Parent, known.Load, known.Crew) = (cost, made.Least, state, made.Load, crew);
        }
    }

    private bool AreRulesKept(RuledState state, int level)
    {
        foreach (var task in load)
        {
            if (model.Mates[task] is { } mates && !LineGraph.Within(mates, current))
            {
                return false;
            }
        }

        for (var d = 0; d < model.Distances.Length; d++)
        {
            var (one, other, least) = model.Distances[d];
            var (now, then) = (load.BinarySearch(one) >= 0, load.BinarySearch(other) >= 0);
            var open = state.Extras[d];
            if ((now && then) || ((now || then) && open >= 0 && level - open < least))
            {
                return false;
            }

            var isBoth = Bits.Has(current, one) && Bits.Has(current, other);
            extras[d] = isBoth ? -1 : now || then ? level : open;
            if (extras[d] >= 0 && level + 1 - extras[d] >= least)
            {
                extras[d] = -1;
            }
        }

        for (var e = 0; e < model.Equipment.Length; e++)
        {
            var slot = model.Distances.Length + e;
            var (tasks, most) = model.Equipment[e];
            extras[slot] = state.Extras[slot] + (load.Exists(t => Bits.Has(tasks, t)) ? 1 : 0);
            if (extras[slot] > most)
            {
                return false;
            }

            // When all of its tasks are done the count no longer matters.
            if (LineGraph.Within(tasks, current))
            {
                extras[slot] = 0;
            }
        }

        return true;
    }
}
