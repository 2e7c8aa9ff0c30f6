namespace Etabli.Methods.Balancing.Ruled;

/// <summary>Full loads picked task by task, by what a crew does better than others and by what waits, with a little chance: for states that have too many loads to follow all.</summary>
/// <remarks>Beam search by sampled loads: L. Borba and M. Ritt, Computers and Operations Research 45, 2014. The same seed gives the same loads.</remarks>
internal sealed class LoadSampler(RuledModel model, int cycle, int turn)
{
    private readonly double[] scores = new double[model.Count];
    private readonly double[] work = new double[model.Times.Length];
    private ulong seed = 0x9E3779B97F4A7C15UL ^ ((ulong)turn << 20);

    /// <summary>One load: fills the list and the set.</summary>
    /// <param name="done">Tasks done, those of the load are added.</param>
    /// <param name="load">The load, ascending when it is full.</param>
    /// <param name="crew">Who does it; one place.</param>
    /// <param name="rivals">Least time of each task by anybody who is still free but this crew; empty when all are alike.</param>
    /// <param name="way">Which of the ways to judge tasks.</param>
    /// <param name="isWelcome">Whether the rules let a task join.</param>
    /// <param name="join">Told of each task that does.</param>
    public void Fill(ulong[] done, List<int> load, Crew crew, double[] rivals, int way, Func<int, bool> isWelcome, Action<int> join)
    {
        var times = model.Times[0][crew.Workers.Length == 0 ? 0 : crew.Workers[0]];
        var chance = way < 3 ? 0 : 0.15 * (1 + (way % 5));
        for (var i = 0; i < model.Count; i++)
        {
            var heavy = model.Graph.Weights[i] / (double)model.Graph.Weights[0];
            var better = rivals.Length == 0 ? times[i] / (model.Cycles[0] * cycle) : Math.Min(4, (rivals[i] + 1) / (times[i] + 1.0)) / 2;
            var score = (way % 3) switch { 0 => better, 1 => better + heavy, _ => (better * 0.5) + heavy };
            scores[i] = score * (1 + (chance * (Chance() - 0.5) * 2));
        }

        var variance = 0.0;
        work.AsSpan().Clear();
        while (true)
        {
            var best = -1;
            for (var i = 0; i < model.Count; i++)
            {
                if ((best < 0 || scores[i] > scores[best]) && !Bits.Has(done, i) && IsReady(i, done) && Fits(i, crew, variance) && isWelcome(i))
                {
                    best = i;
                }
            }

            if (best < 0)
            {
                break;
            }

            load.Add(best);
            join(best);
            Bits.Set(done, best);
            variance += model.Variances[best];
            for (var d = 0; d < work.Length; d++)
            {
                work[d] += model.Times[d][crew.Workers.Length == 0 ? 0 : crew.Workers[0]][best];
            }
        }

        load.Sort();
    }

    private bool IsReady(int task, ulong[] done) => LineGraph.Within(model.Graph.Before(task), done) || (model.IsU && LineGraph.Within(model.Graph.After(task), done));

    private bool Fits(int task, Crew crew, double variance)
    {
        for (var d = 0; d < work.Length; d++)
        {
            var time = model.Times[d][crew.Workers.Length == 0 ? 0 : crew.Workers[0]][task];
            if (work[d] + time + (model.Spreads[d] * Math.Sqrt(variance + model.Variances[task])) > model.Limit(d, cycle, crew.Copies))
            {
                return false;
            }
        }

        return true;
    }

    private double Chance()
    {
        unchecked
        {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            return (seed >> 11) / (double)(1UL << 53);
        }
    }
}
