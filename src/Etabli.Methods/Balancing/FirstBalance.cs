namespace Etabli.Methods.Balancing;

/// <summary>Good balances at once: station after station the load of the greatest weight, under several weights.</summary>
/// <remarks>Source: T. R. Hoffmann, Assembly line balancing with a precedence matrix, Management Science 9(4), 1963; weights after E. Sewell, S. Jacobson, INFORMS Journal on Computing 24(3), 2012.</remarks>
internal sealed class FirstBalance(LineGraph graph, LoadSearch loads)
{
    private const int MostLoads = 1_000;
    private const int MostVisits = 20_000;
    private static readonly double[] Alphas = [0, 0.005, 0.01, 0.02];
    private static readonly double[] Betas = [0, 0.005, 0.01, 0.02];
    private static readonly double[] Gammas = [0, 0.01, 0.03];
    private readonly double[] weights = new double[graph.Count];

    /// <summary>Stations of each task, from 0, and their count; the fewest of the weights tried.</summary>
    /// <param name="cycle">c.</param>
    /// <param name="enough">A count no better one is looked for.</param>
    /// <param name="rounds">Weights to try.</param>
    /// <param name="stop">To stop.</param>
    public (int[] Stations, int Count) Fewest(int cycle, int enough, int rounds, CancellationToken stop)
    {
        int[]? best = null;
        var fewest = int.MaxValue;
        var round = 0;
        foreach (var gamma in Gammas)
        {
            foreach (var alpha in Alphas)
            {
                foreach (var beta in Betas)
                {
                    if (best is not null && (fewest <= enough || round == rounds || stop.IsCancellationRequested))
                    {
                        return (best, fewest);
                    }

                    round++;
                    for (var i = 0; i < graph.Count; i++)
                    {
                        weights[i] = graph.Times[i] + (alpha * graph.Weights[i]) + (beta * graph.Next[i].Length * cycle / 10) - (gamma * cycle);
                    }

                    if (Build(cycle, fewest) is { } found)
                    {
                        (best, fewest) = found;
                    }
                }
            }
        }

        return (best!, fewest);
    }

    private (int[] Stations, int Count)? Build(int cycle, int below)
    {
        var stations = new int[graph.Count];
        var (done, placed, name) = (new ulong[graph.Words], 0, 0UL);
        var count = 0;
        while (placed < graph.Count)
        {
            if (count + 1 >= below)
            {
                return null;
            }

            var heaviest = new Heaviest(weights, new int[graph.Count]);
            loads.Run(done, name, cycle, long.MaxValue, MostVisits, ref heaviest);
            var load = heaviest.Best.IsEmpty ? Greedy(done, cycle) : heaviest.Best;
            foreach (var i in load)
            {
                stations[i] = count;
                done[i >> 6] |= 1UL << i;
                name ^= graph.Names[i];
            }

            placed += load.Length;
            count++;
        }

        return (stations, count);
    }

    // When the search gave up before it had one load: the heaviest tasks first that fit and wait for nothing.
    private int[] Greedy(ReadOnlySpan<ulong> before, int cycle)
    {
        var done = before.ToArray();
        var (load, room) = (new List<int>(), cycle);
        for (var i = 0; i < graph.Count; i++)
        {
            if ((done[i >> 6] >> i & 1) == 0 && graph.Times[i] <= room && LineGraph.Within(graph.Before(i), done))
            {
                load.Add(i);
                room -= graph.Times[i];
                done[i >> 6] |= 1UL << i;
            }
        }

        return [.. load];
    }

    private struct Heaviest(double[] weights, int[] best) : ILoads
    {
        private double most = double.NegativeInfinity;
        private int size;
        private int seen;

        public readonly ReadOnlySpan<int> Best => best.AsSpan(0, size);

        public bool Take(ReadOnlySpan<int> load, ReadOnlySpan<ulong> set, int idle, ulong name)
        {
            var weight = 0d;
            foreach (var i in load)
            {
                weight += weights[i];
            }

            if (weight > most)
            {
                (most, size) = (weight, load.Length);
                load.CopyTo(best);
            }

            return ++seen < MostLoads;
        }
    }
}
