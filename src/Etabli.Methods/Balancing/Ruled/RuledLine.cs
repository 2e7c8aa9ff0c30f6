namespace Etabli.Methods.Balancing.Ruled;

/// <summary>A line with what the workshop asks, checked (fr: ligne à règles).</summary>
public sealed record RuledLine
{
    private RuledLine(AssemblyLine line, LineSetting setting) => (Line, Setting) = (line, setting);

    /// <summary>Tasks and precedence.</summary>
    public AssemblyLine Line { get; }

    /// <summary>All else.</summary>
    public LineSetting Setting { get; }

    /// <summary>Whether stations are known by their place: then an empty one may be needed, and no other order of stations is as good.</summary>
    internal bool IsPlaced => Setting.Today.Count > 0 || Setting.Rules.Any(r => r is StationRule or DistanceRule);

    /// <summary>A line with rules.</summary>
    /// <param name="line">Tasks and precedence.</param>
    /// <param name="setting">All else.</param>
    /// <exception cref="RuleException">The first thing that cannot be, with the rule and the tasks it is about. That rules contradict each other is found by the search, not here.</exception>
    public static RuledLine Of(AssemblyLine line, LineSetting setting)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(setting);
        var count = line.Tasks.Count;
        Ask(setting.Operators is >= 1 and <= LineSetting.MostOperators, RuleFault.Operators);
        Ask(setting.Copies is >= 1 and <= LineSetting.MostCopies, RuleFault.Copies);
        Ask(setting.Percentile is >= 0.5 and < 1, RuleFault.Percentile);
        Ask(setting.Sides.Count == 0 || setting.Sides.Count == count, RuleFault.Length);
        Ask(setting.Today.Count == 0 || setting.Today.Count == count, RuleFault.Length);
        Ask(setting.Deviations.Count == 0 || setting.Deviations.Count == count, RuleFault.Length);
        Ask(setting.Deviations.All(d => double.IsFinite(d) && d >= 0), RuleFault.Deviation);
        Ask(setting.Today.All(s => s is >= 0 and < AssemblyLine.MostTasks), RuleFault.Station);
        Ask(setting.Shape != LineShape.U || (setting.Operators == 1 && setting.Sides.Count == 0), RuleFault.UAlone);
        Ask(setting.Workers.Count == 0 || setting.Copies == 1, RuleFault.WorkersOnce);
        foreach (var worker in setting.Workers)
        {
            Ask(worker.Times.Count == count, RuleFault.Length, null, worker.Name);
            Ask(worker.Times.All(t => t is null or (>= 0 and <= int.MaxValue / 4)), RuleFault.Time, null, worker.Name);
        }

        for (var i = 0; i < count && setting.Workers.Count > 0; i++)
        {
            Ask(setting.Workers.Any(w => w.Times[i] is not null), RuleFault.NoSkill, null, line.Tasks[i].Id);
        }

        foreach (var model in setting.Models)
        {
            Ask(model.Times.Count == count, RuleFault.Length, null, model.Name);
            Ask(model.Times.All(t => t is >= 0 and <= int.MaxValue / 4), RuleFault.Time, null, model.Name);
            Ask(model.Share is > 0 and <= 1_000_000, RuleFault.Share, null, model.Name);
            Ask(model.Most is null or (>= 1 and <= 1_000), RuleFault.Most, null, model.Name);
        }

        foreach (var setup in setting.Setups.Concat(setting.Returns))
        {
            Ask((uint)setup.From < (uint)count && (uint)setup.To < (uint)count, RuleFault.Task);
            Ask(setup.Time is >= 0 and <= int.MaxValue / 4, RuleFault.Time, null, line.Tasks[setup.From].Id);
        }

        foreach (var (at, rule) in setting.Rules.Index())
        {
            Check(rule, at, line);
        }

        return new(line, setting with
        {
            Sides = Listed.Of(setting.Sides),
            Workers = Listed.Of(setting.Workers),
            Models = Listed.Of(setting.Models),
            Setups = Listed.Of(setting.Setups),
            Returns = Listed.Of(setting.Returns),
            Deviations = Listed.Of(setting.Deviations),
            Today = Listed.Of(setting.Today),
            Rules = Listed.Of(setting.Rules),
        });
    }

    /// <summary>The same with some of its rules only.</summary>
    internal RuledLine Only(IEnumerable<int> rules) => new(Line, Setting with { Rules = Listed.Of([.. rules.Select(r => Setting.Rules[r])]) });

    private static void Check(LineRule rule, int at, AssemblyLine line)
    {
        IReadOnlyList<int> tasks = rule switch
        {
            StationRule of => of.Tasks,
            TogetherRule of => of.Tasks,
            ApartRule of => of.Tasks,
            EquipmentRule of => of.Tasks,
            DistanceRule of => [of.First, of.Second],
            _ => [],
        };
        Ask(tasks.All(t => (uint)t < (uint)line.Tasks.Count), RuleFault.Task, at);
        var least = rule switch { TogetherRule or ApartRule or DistanceRule => 2, BudgetRule => 0, _ => 1 };
        Ask(tasks.Distinct().Count() >= least, RuleFault.TooFewTasks, at);
        switch (rule)
        {
            case StationRule of:
                Ask(of.Stations.Count > 0 && of.Stations.All(s => s is >= 0 and < AssemblyLine.MostTasks), RuleFault.Station, at);
                break;
            case DistanceRule of:
                Ask(of.Least is >= 1 and < AssemblyLine.MostTasks, RuleFault.Distance, at);
                break;
            case EquipmentRule of:
                Ask(of.Most >= 1, RuleFault.Equipment, at, of.Name);
                break;
            case BudgetRule of:
                Ask(of.Amounts.Count == line.Tasks.Count, RuleFault.Length, at, of.Name);
                Ask(of.Amounts.All(a => double.IsFinite(a) && a >= 0) && double.IsFinite(of.Most) && of.Most >= 0, RuleFault.Budget, at, of.Name);
                break;
        }
    }

    private static void Ask(bool holds, RuleFault fault, int? rule = null, string about = "")
    {
        if (!holds)
        {
            throw new RuleException(fault, rule, about);
        }
    }
}

/// <summary>Why a rule or a setting cannot be (fr: défaut d’une règle).</summary>
public enum RuleFault
{
    /// <summary>A task that is not there.</summary>
    Task,

    /// <summary>A station below the first, beyond every line, or none at all.</summary>
    Station,

    /// <summary>Fewer tasks than such a rule is about.</summary>
    TooFewTasks,

    /// <summary>A list that has not one value a task.</summary>
    Length,

    /// <summary>A distance below 1.</summary>
    Distance,

    /// <summary>Equipment for no station.</summary>
    Equipment,

    /// <summary>An amount or a limit below 0, or no number.</summary>
    Budget,

    /// <summary>Operators of a station out of range.</summary>
    Operators,

    /// <summary>Copies of a station out of range.</summary>
    Copies,

    /// <summary>A percentile below 0.5, or 1.</summary>
    Percentile,

    /// <summary>A standard deviation below 0.</summary>
    Deviation,

    /// <summary>A time below 0 or beyond what is computed with.</summary>
    Time,

    /// <summary>A share of the mix that is not above 0.</summary>
    Share,

    /// <summary>A model's own maximum below one cycle.</summary>
    Most,

    /// <summary>A task nobody can do.</summary>
    NoSkill,

    /// <summary>A U line with several operators a station or with two sides: what its operators wait for is not computed.</summary>
    UAlone,

    /// <summary>Evenness is asked of named workers who share stations: who does how much is not decided by their tasks.</summary>
    SharedWork,

    /// <summary>A goal named twice, or moves without a line of today.</summary>
    Goal,

    /// <summary>Named workers and copies of stations at once: a worker stands at one place.</summary>
    WorkersOnce,
}

/// <summary>A rule or a setting that cannot be: what is wrong, in which rule, about whom.</summary>
public sealed class RuleException(RuleFault fault, int? rule = null, string about = "")
    : FormatException($"{fault}{(rule is { } at ? $" in rule {at + 1}" : "")}{(about.Length > 0 ? ": " + about : "")}")
{
    /// <summary>What is wrong.</summary>
    public RuleFault Fault { get; } = fault;

    /// <summary>The rule, from 0; null when it is about the setting.</summary>
    public int? Rule { get; } = rule;

    /// <summary>The task, worker, model or equipment it is about; empty when it is about all.</summary>
    public string About { get; } = about;
}
