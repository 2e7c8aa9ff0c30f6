namespace Etabli.Methods.ValueStreams;

/// <summary>What a map says once computed: lead time, critical branch, ladders, loads against takt (fr: lecture de la cartographie).</summary>
public sealed record StreamReading
{
    /// <summary>Relative difference under which two branches tie: the rounding of a sum, no more.</summary>
    private const double Tie = 1e-9;

    private static readonly Formula NoSteps = new("lead time", "L = Σ w", Books.LearningToSee);

    internal StreamReading(ValueStream stream, ReadingConventions conventions)
    {
        var graph = new StreamGraph(stream);
        var times = new StepTimes(stream.Demand, conventions);
        Takt = stream.Demand.Takt;
        Cycle = Listed.Of(graph.Cycle().Select(i => stream.Steps[i].Code));
        Loads = Listed.Of(stream.Steps.Where(s => s is { Kind: StreamStepKind.Process, Box: not null }).Select(s => StationLoad.Of(s.Code, s.Box!, Takt)));
        Bottleneck = Bottleneck.Of(Loads);
        Stock = StockFigures.Of(stream);
        Branches = Listed.Of<StreamBranch>([]);
        if (graph.HasCycle || stream.Steps.Count == 0)
        {
            LeadTime = NoSteps.Lacks<double>(Units.WorkingDays, [new("", graph.HasCycle ? "cycle" : "steps", graph.HasCycle ? GapKind.Impossible : GapKind.NotGiven)]);
            return;
        }

        Critical = new StreamBranch([.. graph.Longest([.. stream.Steps.Select(times.DaysOrZero)]).Select(i => stream.Steps[i])], times) { IsCritical = true };
        var longest = Critical.AtLeastDays;
        BranchCount = graph.CountPaths();
        Branches = Listed.Of(graph.Paths(conventions.MostBranches).Select(p => new StreamBranch([.. p.Select(i => stream.Steps[i])], times)).Select(b => b with { IsCritical = b.AtLeastDays >= longest * (1 - Tie) }));
        var gaps = stream.Steps.Where(s => s.Waits).SelectMany(s => times.Days(s).Because.Gaps).Concat(conventions.CountsProcessing ? times.LeadTime([.. stream.Steps.Where(s => !s.Waits)]).Because.Gaps : []).ToList();
        LeadTime = gaps.Count == 0 ? Critical.LeadTime : Critical.LeadTime with { Value = null, Because = new(Critical.LeadTime.Because.Formula, Critical.LeadTime.Because.Terms, gaps) };
    }

    /// <summary>Rhythm asked by the customer.</summary>
    public Takt Takt { get; }

    /// <summary>Codes of a cycle, in the order of its links; empty when the stream has none. With a cycle there is no branch and no lead time.</summary>
    public IReadOnlyList<string> Cycle { get; }

    /// <summary>Whether the stream goes round.</summary>
    public bool HasCycle => Cycle.Count > 0;

    /// <summary>The longest branch, what is missing counted as 0, the first among ties; null with a cycle or without steps.</summary>
    public StreamBranch? Critical { get; }

    /// <summary>L of the critical branch. No value when a step of any branch lacks its days: it might have been the longest.</summary>
    public Explained<double> LeadTime { get; }

    /// <summary>Branches, in the order of steps and links; at most as many as the conventions list.</summary>
    public IReadOnlyList<StreamBranch> Branches { get; }

    /// <summary>How many branches there are, listed or not.</summary>
    public double BranchCount { get; }

    /// <summary>Whether every branch is listed.</summary>
    public bool ListsAllBranches => BranchCount == Branches.Count;

    /// <summary>Each process that has a data box against the takt, in the order of the steps.</summary>
    public IReadOnlyList<StationLoad> Loads { get; }

    /// <summary>The process that sets the rhythm; null when no effective cycle is known.</summary>
    public Bottleneck? Bottleneck { get; }

    /// <summary>Pieces and value in the whole stream.</summary>
    public StockFigures Stock { get; }
}
