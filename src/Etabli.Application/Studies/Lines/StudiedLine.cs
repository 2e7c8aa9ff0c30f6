using System.Globalization;
using System.Text.Json;
using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;
using Etabli.Studies.Lines;
using Etabli.Studies.Sheets;

namespace Etabli.Application.Studies.Lines;

/// <summary>Why a sheet does not say a line (fr: défaut de la feuille de ligne).</summary>
public enum LineSheetFault
{
    /// <summary>There is no task.</summary>
    NoTask,

    /// <summary>Two rows have one number.</summary>
    TaskTwice,

    /// <summary>A task waits for one that is not there.</summary>
    TaskUnknown,

    /// <summary>Tasks wait for each other.</summary>
    TaskCircle,

    /// <summary>More tasks, or more time, than is computed with.</summary>
    TooMuch,

    /// <summary>A rule names a task that is not there.</summary>
    RuleTask,

    /// <summary>A rule names a station that is none of today, nor a rank.</summary>
    RuleStation,

    /// <summary>A rule has fewer tasks, or others, than it is about.</summary>
    RuleShort,

    /// <summary>A rule without the number it needs.</summary>
    RuleValue,

    /// <summary>Two rows are one model.</summary>
    ModelTwice,

    /// <summary>A time of a model that is not among the models.</summary>
    ModelUnknown,

    /// <summary>A time of a model for a task that is not there.</summary>
    ModelTask,

    /// <summary>A worker has a task that is not there.</summary>
    WorkerTask,

    /// <summary>A walk or a set-up between tasks that are not there.</summary>
    SetupTask,

    /// <summary>A task that no worker can do.</summary>
    NoSkill,

    /// <summary>A U line with several operators a station, or with two sides.</summary>
    UAlone,

    /// <summary>Named workers and copies of stations at once.</summary>
    WorkersOnce,
}

/// <summary>A fault of the sheet, and what it is about (fr: défaut nommé).</summary>
public sealed record LineSheetGap(LineSheetFault Fault, string About = "");

/// <summary>What a search found (fr: équilibrage trouvé).</summary>
/// <param name="Stations">Station of each task, from 0; empty when there is none.</param>
/// <param name="Bound">No balance has less of what was looked for.</param>
/// <param name="Nodes">States followed.</param>
/// <param name="Outcome">Why it ended.</param>
/// <param name="Conflict">Rows of rules that contradict each other, from 1.</param>
/// <param name="Places">How many stations, copies counted.</param>
/// <param name="Cycle">The shortest cycle it keeps, in units of the line.</param>
public sealed record SolvedLine(IReadOnlyList<int> Stations, int Bound, long Nodes, BalanceOutcome Outcome, IReadOnlyList<int> Conflict, int Places = 0, int Cycle = 0);

/// <summary>One task of the sheet (fr: tâche étudiée).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What is done.</param>
/// <param name="Seconds">Its time.</param>
/// <param name="After">Numbers of what it waits for.</param>
/// <param name="Today">Station of today; empty when nobody said.</param>
/// <param name="Proposed">Station of the proposal: that of today where the sheet proposes none.</param>
/// <param name="Worth">Key of its class; empty when nobody said.</param>
public sealed record StudiedTask(string Id, string Name, decimal Seconds, IReadOnlyList<string> After, string Today, string Proposed, string Worth);

/// <summary>
/// The line that a study describes, as the methods compute it (fr: ligne étudiée). Two things only are asked of the methods,
/// here and nowhere else: what a balance breaks, <see cref="Check"/> and <see cref="Unkept"/>, and a better one, <see cref="Solve"/>.
/// </summary>
public sealed record StudiedLine
{
    private static readonly int[] Scales = [1, 10, 100, 1_000];
    private static readonly string[] Letters = ["M", "N", "Q", "X"];
    private static readonly char[] Between = [' ', ',', ';', '\u00A0', '/', '+'];

    private readonly Lazy<StudiedState> now;
    private readonly Lazy<StudiedState> then;

    private StudiedLine(IReadOnlyList<StudiedTask> tasks, AssemblyLine line, int units, StudyContent content)
    {
        (Tasks, Line, Units) = (tasks, line, units);
        Takt = Set(content, "TaktSeconds");
        Target = Set(content, "TargetPercent") / 100;
        List<string> order = [.. (content.Settings.GetValueOrDefault("StationOrder") ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
        HasProposal = tasks.Any(t => t.Proposed != t.Today);
        Today = Posts(tasks.Select(t => t.Today), order);
        Proposed = HasProposal ? Posts(tasks.Select(t => t.Proposed), order) : Today;
        (Rules, var rules) = StudiedRules.Of(content, tasks, Today);
        (Setting, var gaps) = StudiedSetting.Of(content, tasks, line, units);
        RuleGaps = [.. rules, .. gaps];
        now = new(() => StudiedState.Of(this, Today, t => t.Today));
        then = new(() => HasProposal ? StudiedState.Of(this, Proposed, t => t.Proposed) : now.Value);
    }

    /// <summary>Today, with who does what as well as its stations allow.</summary>
    public StudiedState TodayState => now.Value;

    /// <summary>The proposal, likewise; today without a proposal.</summary>
    public StudiedState ProposedState => then.Value;

    /// <summary>All that the line is besides tasks, precedence and rules: its shape, its operators, its models.</summary>
    public LineSetting Setting { get; }

    /// <summary>Whether a station is one operator who does the tasks in the times of the sheet, one after another.</summary>
    public bool IsPlain => Setting is { Shape: LineShape.Straight, Operators: 1, Copies: 1, Sides.Count: 0, Workers.Count: 0, Models.Count: 0, Setups.Count: 0, Returns.Count: 0, Deviations.Count: 0 };

    /// <summary>The rules of the workshop that the study says.</summary>
    public IReadOnlyList<StudiedRule> Rules { get; }

    /// <summary>Rows of rules, and settings, that cannot be.</summary>
    public IReadOnlyList<LineSheetGap> RuleGaps { get; }

    /// <summary>The tasks, in the order of the sheet.</summary>
    public IReadOnlyList<StudiedTask> Tasks { get; }

    /// <summary>The same for the methods, in whole units.</summary>
    public AssemblyLine Line { get; }

    /// <summary>Units of the line in a second.</summary>
    public int Units { get; }

    /// <summary>Time between two pieces, in seconds; null when nobody set it.</summary>
    public decimal? Takt { get; }

    /// <summary>Load aimed at, as a share of the takt; null when nobody set it.</summary>
    public decimal? Target { get; }

    /// <summary>Whether a task stands elsewhere than today.</summary>
    public bool HasProposal { get; }

    /// <summary>Stations of today in the order of the flow: as set, else by their names.</summary>
    public IReadOnlyList<string> Today { get; }

    /// <summary>Stations of the proposal in the order of the flow; those of today without a proposal.</summary>
    public IReadOnlyList<string> Proposed { get; }

    /// <summary>The tasks as they can be done: the order of the sheet, but none before what it waits for.</summary>
    public IReadOnlyList<StudiedTask> InOrder
    {
        get
        {
            var next = Line.Arcs.ToLookup(a => a.Before, a => a.After);
            var waits = new int[Tasks.Count];
            foreach (var arc in Line.Arcs)
            {
                waits[arc.After]++;
            }

            var ready = new PriorityQueue<int, int>(Enumerable.Range(0, waits.Length).Where(i => waits[i] == 0).Select(i => (i, i)));
            var order = new List<StudiedTask>(Tasks.Count);
            while (ready.TryDequeue(out var task, out _))
            {
                order.Add(Tasks[task]);
                foreach (var after in next[task].Where(after => --waits[after] == 0))
                {
                    ready.Enqueue(after, after);
                }
            }

            return order;
        }
    }

    /// <summary>The line of a sheet; or what keeps the sheet from saying one.</summary>
    public static (StudiedLine? Line, IReadOnlyList<LineSheetGap> Gaps) Of(StudyContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var form = SheetForm.Of(SheetKind.LineTasks);
        var rows = content.Rows(SheetKind.LineTasks);
        string Cell(IReadOnlyList<string> row, string key) => form.At(key) is var at && at < row.Count ? row[at].Trim() : "";
        List<StudiedTask> tasks = [.. rows.Select(r => new StudiedTask(
            Cell(r, "LineTask"), Cell(r, "TaskLabel"), decimal.Parse(Cell(r, "TaskTime"), CultureInfo.InvariantCulture),
            [.. Cell(r, "WaitsFor").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()],
            Cell(r, "StationToday"), Cell(r, "StationProposed") is { Length: > 0 } proposed ? proposed : Cell(r, "StationToday"), Cell(r, "Worth")))];
        if (tasks.Count == 0)
        {
            return (null, [new(LineSheetFault.NoTask)]);
        }

        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        List<LineSheetGap> gaps = [.. tasks.Where((t, i) => !places.TryAdd(t.Id, i)).Select(t => new LineSheetGap(LineSheetFault.TaskTwice, t.Id))];
        gaps.AddRange(tasks.SelectMany(t => t.After.Where(a => !places.ContainsKey(a)).Select(a => new LineSheetGap(LineSheetFault.TaskUnknown, $"{a} → {t.Id}"))));
        if (gaps.Count > 0)
        {
            return (null, gaps);
        }

        // Whole units: seconds, or tenths, hundredths, thousandths of them when a time says so.
        List<decimal> times = [.. tasks.Select(t => t.Seconds), .. StudiedSetting.Times(content)];
        var units = Scales.FirstOrDefault(u => times.TrueForAll(t => t * u == decimal.Truncate(t * u)), 1_000);
        try
        {
            var line = AssemblyLine.Of(
                [.. tasks.Select(t => new LineTask(t.Id, t.Seconds * units > int.MaxValue / 2 ? throw new LineException(LineFault.TooLong, [t.Id]) : (int)decimal.Round(t.Seconds * units), t.Name))],
                [.. tasks.SelectMany((t, i) => t.After.Select(a => new LineArc(places[a], i)))]);
            return (new(tasks, line, units, content), []);
        }
        catch (LineException wrong)
        {
            return (null, [new(wrong.Fault == LineFault.Circle ? LineSheetFault.TaskCircle : LineSheetFault.TooMuch, string.Join(" → ", wrong.About))]);
        }
    }

    /// <summary>All that a balance breaks: what stands before what it waits for; what the takt does not hold, when there is one.</summary>
    /// <param name="stationOf">Station of a task, one of <paramref name="posts"/>; empty counts as nowhere.</param>
    /// <param name="posts">The stations, in the order of the flow.</param>
    public IReadOnlyList<BalanceBreach> Check(Func<StudiedTask, string> stationOf, IReadOnlyList<string> posts)
    {
        ArgumentNullException.ThrowIfNull(stationOf);
        ArgumentNullException.ThrowIfNull(posts);
        var places = posts.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        return BalanceCheck.Of(Line, [.. Tasks.Select(t => places.GetValueOrDefault(stationOf(t), -1))], Takt is { } takt ? Cycle(takt) : int.MaxValue);
    }

    /// <summary>Rules that a balance does not keep, in the order of the sheet.</summary>
    /// <param name="stationOf">Station of a task.</param>
    /// <param name="posts">The stations, in the order of the flow.</param>
    public IReadOnlyList<(StudiedRule Rule, RuleBreach Breach)> Unkept(Func<StudiedTask, string> stationOf, IReadOnlyList<string> posts)
    {
        ArgumentNullException.ThrowIfNull(stationOf);
        ArgumentNullException.ThrowIfNull(posts);
        return Rules.Count == 0 ? [] : [.. RuledCheck.Stations(Ruled(), [.. Tasks.Select(t => Place(stationOf(t), posts))]).Select(b => (Rules[b.Rule!.Value], b))];
    }

    /// <summary>Why each task may not go to each station, by the rules alone: what that would break and is not broken where it stands.</summary>
    /// <remarks>tasks · stations · rules; nothing when that is beyond a tenth of a second of work: the reading still says what is broken.</remarks>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<LineRule>>> RefusedMoves()
    {
        var verdicts = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<LineRule>>>(StringComparer.Ordinal);
        if (Rules.Count == 0 || (long)Tasks.Count * Tasks.Count * Proposed.Count * Rules.Count > 5_000_000)
        {
            return verdicts;
        }

        var ruled = Ruled();
        int[] stations = [.. Tasks.Select(t => Place(t.Proposed, Proposed))];
        HashSet<int> broken = [.. RuledCheck.Stations(ruled, stations).Select(b => b.Rule!.Value)];
        foreach (var (i, task) in Tasks.Index())
        {
            var of = new Dictionary<string, IReadOnlyList<LineRule>>(StringComparer.Ordinal);
            var stays = stations[i];
            foreach (var post in Proposed.Where(p => p != task.Proposed))
            {
                stations[i] = Place(post, Proposed);
                List<LineRule> refused = [.. RuledCheck.Stations(ruled, stations).Select(b => b.Rule!.Value).Distinct().Where(r => !broken.Contains(r)).Select(r => Rules[r].Rule)];
                if (refused.Count > 0)
                {
                    of[post] = refused;
                }
            }

            stations[i] = stays;
            if (of.Count > 0)
            {
                verdicts[task.Id] = of;
            }
        }

        return verdicts;
    }

    /// <summary>A better balance: what the question asks, with the best so far when it is stopped.</summary>
    /// <exception cref="LineException">A task is longer than the takt asked.</exception>
    public SolvedLine Solve(BalanceQuestion question, BalanceBudget budget, IProgress<BalanceProgress>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (Rules.Count > 0 || !IsPlain || question.Goal == BalanceGoal.FewestMoves)
        {
            return SolveUnderRules(question, budget, progress, stop);
        }

        var balance = question.Goal == BalanceGoal.ShortestCycle
            ? LineBalancer.Fastest(Line, question.Stations!.Value, budget, progress, stop)
            : LineBalancer.Fewest(Line, Cycle(question.TaktSeconds!.Value), budget, progress, stop);

        // No answer leaves without having been checked by other code than what found it.
        return BalanceCheck.Of(Line, balance.Stations, balance.Cycle) is [var broken, ..] ? throw new InvalidOperationException($"An answer of the search breaks {broken}.")
            : new(balance.Stations, balance.Bound, balance.Nodes, balance.End switch { BalanceEnd.Proved => BalanceOutcome.Proved, BalanceEnd.Memory => BalanceOutcome.MemoryFull, _ => BalanceOutcome.TimeOver }, [],
                balance.Count, balance.Stations.Select((s, i) => (s, Line.Tasks[i].Time)).GroupBy(t => t.s).Max(g => g.Sum(t => t.Time)));
    }

    // At the takt, as few moves as the goal lets: stations first, or moves alone.
    private SolvedLine SolveUnderRules(BalanceQuestion question, BalanceBudget budget, IProgress<BalanceProgress>? progress, CancellationToken stop)
    {
        var hasToday = Tasks.All(t => t.Today.Length > 0);
        var ruled = Ruled(hasToday);
        if (question.TaktSeconds is { } takt && Line.Longest > Cycle(takt) && Setting is { Copies: 1, Workers.Count: 0, Models.Count: 0 })
        {
            throw new LineException(LineFault.TaskTooLong, [Line.Tasks.First(t => t.Time == Line.Longest).Id]);
        }

        IReadOnlyList<LineGoal> moves = hasToday ? [LineGoal.Moves] : [];
        IReadOnlyList<LineGoal> hands = Setting.Operators > 1 || Setting.Sides.Count > 0 ? [LineGoal.Operators] : [];
        var answer = question.Goal switch
        {
            BalanceGoal.ShortestCycle => RuledBalancer.Fastest(ruled, question.Stations!.Value, moves, budget, progress, stop),
            BalanceGoal.FewestMoves => RuledBalancer.Best(ruled, Cycle(question.TaktSeconds!.Value), question.Stations, [LineGoal.Moves, LineGoal.Stations], budget, progress, stop),
            _ => RuledBalancer.Best(ruled, Cycle(question.TaktSeconds!.Value), null, [LineGoal.Stations, .. hands, .. moves], budget, progress, stop),
        };
        return new(answer.Balance?.StationOf ?? [], answer.Bound, answer.Nodes, answer.End switch { RuledEnd.Proved => BalanceOutcome.Proved, RuledEnd.Budget => BalanceOutcome.TimeOver, RuledEnd.Impossible => BalanceOutcome.Impossible, _ => BalanceOutcome.NothingFound }, [.. answer.Conflict.Select(r => Rules[r].Row)],
            answer.Balance is { } best ? best.StationOf.Max() + 1 + best.Stations.Sum(s => s.Copies - 1) : 0, answer.Balance is { } kept ? RuledValue.ShortestCycle(ruled, kept) : 0);
    }

    /// <summary>The line with its rules and settings, as the methods know it.</summary>
    internal RuledLine Ruled(bool withToday = false) => RuledLine.Of(Line, Setting with { Rules = [.. Rules.Select(r => r.Rule)], Today = withToday ? [.. Tasks.Select(t => Place(t.Today, Today))] : [] });

    // A station that is there today keeps its place, whatever became empty; new ones are counted.
    internal int Place(string post, IReadOnlyList<string> posts) => post.Length == 0 ? -1 : posts.All(Today.Contains) ? StudiedRules.IndexOf(Today, post) : StudiedRules.IndexOf(posts, post);

    /// <summary>Station of each task, from 0, by the ranked positional weights at the takt.</summary>
    /// <exception cref="Etabli.People.RefusalException">There is no takt.</exception>
    /// <exception cref="LineException">A task is longer than the takt.</exception>
    public IReadOnlyList<int> Ranked() => RankedWeights.Balance(Mean(), Cycle(Takt ?? throw new Etabli.People.RefusalException(Etabli.Studies.Refusal.TaktMissing)));

    // Each task in the mean of the mix.
    private AssemblyLine Mean() => Setting.Models.Count == 0 ? Line : AssemblyLine.Of([.. Line.Tasks.Select((t, i) => t with { Time = (int)Math.Ceiling(MeanOf(i) * Units) })], Line.Arcs);

    /// <summary>Time of a task in the mean of the mix, in seconds, whoever does it.</summary>
    /// <param name="task">From 0, in the order of the sheet.</param>
    public decimal MeanOf(int task) => Setting.Models.Count == 0 ? Tasks[task].Seconds : Setting.Models.Sum(m => (decimal)m.Share * m.Times[task]) / Setting.Models.Sum(m => (decimal)m.Share) / Units;

    /// <summary>A time of the line, in seconds.</summary>
    public decimal Seconds(long units) => units / (decimal)Units;

    /// <summary>How far the search is, in seconds.</summary>
    public BalanceReach Reach(BalanceGoal goal, int stations, int cycle, int bound, long nodes) =>
        new(stations, Seconds(cycle), goal == BalanceGoal.ShortestCycle ? Seconds(bound) : bound, nodes);

    /// <summary>Whether another reading of the sheet is the same line: the same tasks, times, precedences, rules and settings, wherever the tasks stand.</summary>
    public bool IsSameAs(StudiedLine other)
    {
        ArgumentNullException.ThrowIfNull(other);
        static string Said(StudiedTask t) => string.Create(CultureInfo.InvariantCulture, $"{t.Id}|{t.Seconds / 1.0000000000000000000000000000m}|{string.Join(' ', t.After.Order(StringComparer.Ordinal))}");
        return Tasks.Select(Said).Order(StringComparer.Ordinal).SequenceEqual(other.Tasks.Select(Said).Order(StringComparer.Ordinal)) && Rules.Select(Told).SequenceEqual(other.Rules.Select(Told))
            && (Units, JsonSerializer.Serialize(Setting)) == (other.Units, JsonSerializer.Serialize(other.Setting));
        string Told(StudiedRule rule) => StudiedRules.Say(rule.Rule, Tasks, [], french: false);
    }

    /// <summary>Name of a station of an answer: that of today where the answer knows the stations of today by their place; else a letter that none of them begins with, and its rank.</summary>
    /// <param name="station">From 1.</param>
    /// <param name="goal">What was looked for.</param>
    public string NameOf(int station, BalanceGoal goal)
    {
        if ((Rules.Count > 0 || !IsPlain || goal == BalanceGoal.FewestMoves) && Tasks.All(t => t.Today.Length > 0))
        {
            return station <= Today.Count ? Today[station - 1] : NameOf(station);
        }

        return NameOf(station);
    }

    /// <summary>Name of a new station: a letter that no station of today begins with, and its rank.</summary>
    public string NameOf(int station)
    {
        var letter = Letters.FirstOrDefault(l => !Today.Any(p => p.StartsWith(l, StringComparison.OrdinalIgnoreCase)), "Z");
        return letter + station.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A time in whole units of the line.</summary>
    internal int Cycle(decimal seconds) => (int)Math.Min(int.MaxValue / 2, Math.Max(1, Math.Floor(seconds * Units)));

    private static decimal? Set(StudyContent content, string key) => content.Settings.TryGetValue(key, out var text) ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    // As set; the others after them by their letters, then by their number: P2 before P10.
    private static List<string> Posts(IEnumerable<string> named, List<string> order)
    {
        List<string> known = [.. named.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
        return [.. known.OrderBy(n => order.IndexOf(n) is var at && at < 0 ? int.MaxValue : at).ThenBy(Lettered, StringComparer.Ordinal).ThenBy(Numbered).ThenBy(n => n, StringComparer.Ordinal)];
    }

    private static string Lettered(string name) => name.TrimEnd("0123456789".ToCharArray());

    private static long Numbered(string name) => long.TryParse(name.AsSpan(Lettered(name).Length), out var number) ? number : -1;
}
