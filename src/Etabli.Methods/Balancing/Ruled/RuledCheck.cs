using Etabli.Methods.Quality;

namespace Etabli.Methods.Balancing.Ruled;

/// <summary>What a balance under rules breaks (fr: écart aux règles).</summary>
public enum RuleBreachKind
{
    /// <summary>A task without a station, an operator or a rank that can be, or a station without a description.</summary>
    NoPlace,

    /// <summary>A task before one it waits for.</summary>
    TooEarly,

    /// <summary>More work at a station than its cycles.</summary>
    TooMuchWork,

    /// <summary>More work of one model than its own maximum.</summary>
    TooMuchOfModel,

    /// <summary>A task on the wrong side.</summary>
    WrongSide,

    /// <summary>More copies than a station may have.</summary>
    Copies,

    /// <summary>A place without a worker, a worker at two places, or one who has not the skill.</summary>
    Worker,

    /// <summary>A task outside its zone, or at a forbidden station.</summary>
    Zone,

    /// <summary>Tasks of one station at several.</summary>
    Together,

    /// <summary>Tasks that may not meet at one station.</summary>
    Apart,

    /// <summary>Tasks too near each other.</summary>
    Distance,

    /// <summary>More of something at a station than it can take.</summary>
    Budget,

    /// <summary>Equipment at more stations than there is.</summary>
    Equipment,
}

/// <summary>One thing a balance under rules breaks.</summary>
/// <param name="Kind">What.</param>
/// <param name="Rule">The rule, from 0; null when it is none of the workshop's own.</param>
/// <param name="Task">The task, from 0.</param>
/// <param name="Other">Another task it is about.</param>
/// <param name="Station">The station, from 0.</param>
/// <param name="Value">What was found: work, amount, distance, stations.</param>
/// <param name="Limit">What it may be.</param>
/// <param name="Model">The model, from 0.</param>
public sealed record RuleBreach(RuleBreachKind Kind, int? Rule = null, int? Task = null, int? Other = null, int? Station = null, double? Value = null, double? Limit = null, int? Model = null);

/// <summary>Checks a balance against its line and rules without any of the searches' code.</summary>
public static class RuledCheck
{
    private const double Slack = 1e-6;

    /// <summary>All that a balance breaks; nothing when it keeps everything.</summary>
    /// <param name="ruled">The line with its rules.</param>
    /// <param name="balance">The balance, its cycle in it.</param>
    /// <remarks>O((tasks + arcs + rules) · models).</remarks>
    public static IReadOnlyList<RuleBreach> Of(RuledLine ruled, RuledBalance balance)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        ArgumentNullException.ThrowIfNull(balance);
        var breaches = new List<RuleBreach>();
        Places(ruled, balance, breaches);
        if (breaches.Count > 0)
        {
            return breaches;
        }

        Precedence(ruled, balance, breaches);
        People(ruled, balance, breaches);
        Work(ruled, balance, breaches);
        int[] stations = [.. balance.StationOf];
        breaches.AddRange(Stations(ruled, stations));
        return breaches;
    }

    /// <summary>What stations alone break of the workshop's own rules: zones, tasks together or apart, distances, budgets, equipment.</summary>
    /// <param name="ruled">The line with its rules.</param>
    /// <param name="stations">Station of each task, from 0, in the order of the line; below 0: not placed yet, and not looked at.</param>
    public static IReadOnlyList<RuleBreach> Stations(RuledLine ruled, IReadOnlyList<int> stations)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        ArgumentNullException.ThrowIfNull(stations);
        var breaches = new List<RuleBreach>();
        foreach (var (at, rule) in ruled.Setting.Rules.Index())
        {
            switch (rule)
            {
                case StationRule of:
                    breaches.AddRange(of.Tasks.Where(t => stations[t] >= 0 && of.Stations.Contains(stations[t]) == of.IsForbidden).Select(t => new RuleBreach(RuleBreachKind.Zone, at, t, Station: stations[t])));
                    break;
                case TogetherRule of:
                    var first = of.Tasks.FirstOrDefault(t => stations[t] >= 0, -1);
                    breaches.AddRange(of.Tasks.Where(t => stations[t] >= 0 && stations[t] != stations[first]).Select(t => new RuleBreach(RuleBreachKind.Together, at, t, first, stations[t])));
                    break;
                case ApartRule of:
                    foreach (var met in of.Tasks.Distinct().Where(t => stations[t] >= 0).GroupBy(t => stations[t]).Where(g => g.Count() > 1))
                    {
                        breaches.Add(new(RuleBreachKind.Apart, at, met.First(), met.Skip(1).First(), met.Key));
                    }

                    break;
                case DistanceRule of when stations[of.First] >= 0 && stations[of.Second] >= 0:
                    var apart = Math.Abs(stations[of.First] - stations[of.Second]);
                    if (apart < of.Least)
                    {
                        breaches.Add(new(RuleBreachKind.Distance, at, of.First, of.Second, stations[of.Second], apart, of.Least));
                    }

                    break;
                case BudgetRule of:
                    foreach (var station in stations.Index().Where(s => s.Item >= 0).GroupBy(s => s.Item, s => of.Amounts[s.Index]))
                    {
                        if (station.Sum() > of.Most + BudgetRule.Slack)
                        {
                            breaches.Add(new(RuleBreachKind.Budget, at, Station: station.Key, Value: station.Sum(), Limit: of.Most));
                        }
                    }

                    break;
                case EquipmentRule of:
                    var count = of.Tasks.Select(t => stations[t]).Where(s => s >= 0).Distinct().Count();
                    if (count > of.Most)
                    {
                        breaches.Add(new(RuleBreachKind.Equipment, at, Value: count, Limit: of.Most));
                    }

                    break;
            }
        }

        return breaches;
    }

    private static void Places(RuledLine ruled, RuledBalance balance, List<RuleBreach> breaches)
    {
        var places = ruled.Setting.Sides.Count > 0 ? 2 : ruled.Setting.Operators;
        for (var i = 0; i < ruled.Line.Tasks.Count; i++)
        {
            if (i >= balance.Tasks.Count || balance.Tasks[i].Station < 0 || balance.Tasks[i].Station >= balance.Stations.Count || balance.Tasks[i].Operator < 0 || balance.Tasks[i].Operator >= places)
            {
                breaches.Add(new(RuleBreachKind.NoPlace, Task: i));
            }
        }

        foreach (var same in balance.Tasks.Index().GroupBy(t => (t.Item.Station, t.Item.Rank)).Where(g => g.Count() > 1))
        {
            breaches.Add(new(RuleBreachKind.NoPlace, Task: same.Last().Index, Other: same.First().Index, Station: same.Key.Station));
        }

        breaches.AddRange(balance.Stations.Index().Where(s => s.Item.Copies < 1 || s.Item.Copies > ruled.Setting.Copies).Select(s => new RuleBreach(RuleBreachKind.Copies, Station: s.Index, Value: s.Item.Copies, Limit: ruled.Setting.Copies)));
    }

    private static void Precedence(RuledLine ruled, RuledBalance balance, List<RuleBreach> breaches)
    {
        foreach (var arc in ruled.Line.Arcs)
        {
            var (first, second) = (balance.Tasks[arc.Before], balance.Tasks[arc.After]);
            var inOrder = (first.IsOnReturn, second.IsOnReturn) switch
            {
                (false, false) => (first.Station, first.Rank).CompareTo((second.Station, second.Rank)) < 0,
                (true, true) => first.Station > second.Station || (first.Station == second.Station && first.Rank < second.Rank),
                (false, true) => true,
                (true, false) => false,
            };
            if (!inOrder || (ruled.Setting.Shape == LineShape.Straight && (first.IsOnReturn || second.IsOnReturn)))
            {
                breaches.Add(new(RuleBreachKind.TooEarly, Task: arc.After, Other: arc.Before, Station: second.Station));
            }
        }
    }

    private static void People(RuledLine ruled, RuledBalance balance, List<RuleBreach> breaches)
    {
        var setting = ruled.Setting;
        for (var i = 0; i < setting.Sides.Count; i++)
        {
            if (setting.Sides[i] != LineSide.Either && (setting.Sides[i] == LineSide.Left) != (balance.Tasks[i].Operator == 0))
            {
                breaches.Add(new(RuleBreachKind.WrongSide, Task: i, Station: balance.Tasks[i].Station));
            }
        }

        if (setting.Workers.Count == 0)
        {
            return;
        }

        var used = new HashSet<int>();
        foreach (var place in balance.Tasks.Index().GroupBy(t => (t.Item.Station, t.Item.Operator)))
        {
            var who = place.Key.Operator < balance.Stations[place.Key.Station].Workers.Count ? balance.Stations[place.Key.Station].Workers[place.Key.Operator] : -1;
            if (who < 0 || who >= setting.Workers.Count || !used.Add(who))
            {
                breaches.Add(new(RuleBreachKind.Worker, Station: place.Key.Station));
                continue;
            }

            breaches.AddRange(place.Where(t => setting.Workers[who].Times[t.Index] is null).Select(t => new RuleBreach(RuleBreachKind.Worker, Task: t.Index, Station: place.Key.Station)));
        }
    }

    private static void Work(RuledLine ruled, RuledBalance balance, List<RuleBreach> breaches)
    {
        if (breaches.Any(b => b.Kind == RuleBreachKind.Worker))
        {
            return;
        }

        var setting = ruled.Setting;
        foreach (var station in balance.Tasks.Index().GroupBy(t => t.Item.Station))
        {
            int[] order = [.. station.OrderBy(t => t.Item.Rank).Select(t => t.Index)];
            var copies = balance.Stations[station.Key].Copies;
            var mean = Longest(ruled, balance, order, null);
            if (mean > ((double)balance.Cycle * copies) + Slack)
            {
                breaches.Add(new(RuleBreachKind.TooMuchWork, Station: station.Key, Value: mean, Limit: (double)balance.Cycle * copies));
            }

            foreach (var (at, model) in setting.Models.Index())
            {
                if (model.Most is { } most && Longest(ruled, balance, order, at) is var spent && spent > (balance.Cycle * most * copies) + Slack)
                {
                    breaches.Add(new(RuleBreachKind.TooMuchOfModel, Station: station.Key, Value: spent, Limit: balance.Cycle * most * copies, Model: at));
                }
            }
        }
    }

    /// <summary>When the last operator of a station is ready for the next piece.</summary>
    internal static double Longest(RuledLine ruled, RuledBalance balance, int[] order, int? model) => Ends(ruled, balance, order, model).Values.Max();

    /// <summary>When each operator of a station is ready for the next piece.</summary>
    internal static Dictionary<int, double> Ends(RuledLine ruled, RuledBalance balance, int[] order, int? model)
    {
        var setting = ruled.Setting;
        var z = setting.Deviations.Count > 0 ? Tails.NormalQuantile(setting.Percentile) : 0;
        var ends = new Dictionary<int, double>();
        var hands = new Dictionary<int, (double Free, int First, int Last, double Variance)>();
        foreach (var i in order)
        {
            var place = balance.Tasks[i];
            var hand = hands.TryGetValue(place.Operator, out var known) ? known : (Free: 0, First: i, Last: -1, Variance: 0.0);
            var start = hand.Free + (hand.Last < 0 ? 0 : setting.Setups.Where(s => s.From == hand.Last && s.To == i).Sum(s => s.Time));
            foreach (var arc in ruled.Line.Arcs.Where(a => a.After == i && ends.ContainsKey(a.Before) && balance.Tasks[a.Before].IsOnReturn == place.IsOnReturn))
            {
                start = Math.Max(start, ends[arc.Before]);
            }

            ends[i] = start + Time(ruled, i, setting.Workers.Count > 0 ? balance.Stations[place.Station].Workers[place.Operator] : -1, model);
            hands[place.Operator] = (ends[i], hand.First, i, hand.Variance + (setting.Deviations.Count > 0 ? setting.Deviations[i] * setting.Deviations[i] : 0));
        }

        return hands.ToDictionary(o => o.Key, o => o.Value is var h ? h.Free + setting.Returns.Where(r => r.From == h.Last && r.To == h.First).Sum(r => r.Time) + (z * Math.Sqrt(h.Variance)) : 0);
    }

    /// <summary>Time of a task: of a model, or the mean of the mix; by a worker, in the proportion of his time to the line's, rounded up.</summary>
    internal static double Time(RuledLine ruled, int task, int worker, int? model)
    {
        var setting = ruled.Setting;
        double OfModel(int m)
        {
            var (alone, usual) = (setting.Models[m].Times[task], ruled.Line.Tasks[task].Time);
            return worker < 0 || usual == 0 ? alone : (double)Math.Ceiling(alone * (decimal)setting.Workers[worker].Times[task]!.Value / usual);
        }

        return model is { } one ? OfModel(one)
            : setting.Models.Count > 0 ? setting.Models.Select((m, at) => m.Share * OfModel(at)).Sum() / setting.Models.Sum(m => m.Share)
            : worker < 0 ? ruled.Line.Tasks[task].Time : setting.Workers[worker].Times[task]!.Value;
    }
}
