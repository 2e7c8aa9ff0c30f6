namespace Etabli.Methods.Balancing.Ruled;

/// <summary>What a load costs, and what the rest of the line must cost at least.</summary>
internal sealed partial class RuledSearch
{
    private Costs CostOf(int level, Crew crew)
    {
        var copies = Math.Max(1, crew.Copies);
        Span<double> costs = stackalloc double[4];
        for (var g = 0; g < goals.Count; g++)
        {
            costs[g] = goals[g] switch
            {
                LineGoal.Stations => copies,
                LineGoal.Operators => load.Count == 0 ? 0 : copies * crew.Operators,
                LineGoal.Moves => load.Count(t => model.Today[t] != level),
                _ => Squared((model.Cycles[0] * cycle * copies * Math.Max(1, crew.Operators)) - Work(crew)),
            };
        }

        return new(costs[0], costs[1], costs[2], costs[3]);
    }

    // By the worker who does it: with several at a station this goal is refused.
    private double Work(Crew crew)
    {
        var times = model.Times[0][model.Workers == 0 || load.Count == 0 ? 0 : crew.Workers[0]];
        return load.Sum(t => (double)times[t]);
    }

    private static double Squared(double value) => value * value;

    /// <summary>What the rest of the line must cost at least after the tasks of <see cref="current"/>; null when there is no way to end.</summary>
    private (Costs Least, double Score, bool IsWhole)? Rest(int level, Costs cost)
    {
        var (work, isWhole, moves) = (0.0, true, 0);
        for (var i = 0; i < model.Count; i++)
        {
            if (Bits.Has(current, i))
            {
                continue;
            }

            isWhole = false;
            if (lastOf[i] < level)
            {
                return null;
            }

            moves += model.Today[i] < level || !model.IsAllowed(i, model.Today[i]) ? 1 : 0;
            if (model.Workers == 0)
            {
                work += model.Times[0][0][i];
                continue;
            }

            var least = RuledModel.Never;
            for (var w = 0; w < model.Workers; w++)
            {
                if ((extras[model.Distances.Length + model.Equipment.Length + (w / 31)] >> (w % 31) & 1) == 0)
                {
                    least = Math.Min(least, model.Times[0][w][i]);
                }
            }

            if (least > model.Limit(0, cycle, model.Copies))
            {
                return null;
            }

            work += least;
        }

        if (isWhole)
        {
            return (cost, 0, true);
        }

        var limit = model.Cycles[0] * cycle;
        var stations = Math.Max(1, Math.Ceiling((work / (limit * model.Hands)) - 1e-9));
        var operators = Math.Max(1, Math.Ceiling((work / limit) - 1e-9));
        for (var d = 1; d < model.Times.Length; d++)
        {
            var own = 0.0;
            for (var i = 0; i < model.Count && model.Workers == 0; i++)
            {
                own += Bits.Has(current, i) ? 0 : model.Times[d][0][i];
            }

            operators = Math.Max(operators, Math.Ceiling((own / (model.Cycles[d] * cycle)) - 1e-9));
            stations = Math.Max(stations, Math.Ceiling((own / (model.Cycles[d] * cycle * model.Hands)) - 1e-9));
        }

        if (level + Math.Ceiling((stations / model.Copies) - 1e-9) > levels || IsTooLate(level))
        {
            return null;
        }

        Span<double> costs = stackalloc double[4];
        for (var g = 0; g < goals.Count; g++)
        {
            costs[g] = goals[g] switch
            {
                LineGoal.Stations => stations,
                LineGoal.Operators => operators,
                LineGoal.Moves => moves,
                _ => model.Workers > 0 ? 0 : Squared((operators * limit) - work) / operators,
            };
        }

        return (cost + new Costs(costs[0], costs[1], costs[2], costs[3]), work, false);
    }

    // Work that must be done before a station is more than all before it can take.
    private bool IsTooLate(int level)
    {
        if (!model.IsPlaced)
        {
            return false;
        }

        var sum = 0.0;
        foreach (var i in byLast)
        {
            if (!Bits.Has(current, i))
            {
                sum += model.Least[i];
                if (sum > model.Limit(0, cycle, model.Copies) * model.Hands * (lastOf[i] + 1 - level))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
