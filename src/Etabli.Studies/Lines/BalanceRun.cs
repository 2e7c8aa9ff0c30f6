using Etabli.People;

namespace Etabli.Studies.Lines;

/// <summary>What a search for a balance looks for (fr: but du calcul).</summary>
public enum BalanceGoal
{
    /// <summary>The fewest stations that keep the takt.</summary>
    FewestStations,

    /// <summary>The shortest cycle of so many stations.</summary>
    ShortestCycle,

    /// <summary>The fewest tasks moved from today, at the takt and at most so many stations.</summary>
    FewestMoves,
}

/// <summary>Where a search for a balance is (fr: état du calcul).</summary>
public enum BalanceStage
{
    /// <summary>Waits for its turn.</summary>
    Asked,

    /// <summary>Searches.</summary>
    Running,

    /// <summary>Ended by itself, proved or not.</summary>
    Done,

    /// <summary>Somebody stopped it; its best answer is kept when there was one.</summary>
    Cancelled,

    /// <summary>The server was stopped under it; its best answer is kept when there was one.</summary>
    Interrupted,

    /// <summary>No answer: the line cannot be balanced so, or something broke.</summary>
    Failed,
}

/// <summary>Why a search ended (fr: fin du calcul d’équilibrage).</summary>
public enum BalanceOutcome
{
    /// <summary>No balance is better.</summary>
    Proved,

    /// <summary>The time it had is over.</summary>
    TimeOver,

    /// <summary>The memory it had is full.</summary>
    MemoryFull,

    /// <summary>Somebody, or the end of the server, stopped it.</summary>
    Stopped,

    /// <summary>A task is longer than the takt: there is no balance.</summary>
    TaskTooLong,

    /// <summary>Proved: no balance keeps the rules of the workshop; the rows to blame are kept.</summary>
    Impossible,

    /// <summary>Its time ended before any balance was found.</summary>
    NothingFound,

    /// <summary>The sheet no longer says a line that can be computed.</summary>
    NoLine,

    /// <summary>Something else; the operator’s log says it.</summary>
    Unexpected,
}

/// <summary>A task and the station that would do it (fr: tâche affectée).</summary>
/// <param name="Task">Its number in the sheet.</param>
/// <param name="Station">1 for the first station of the line.</param>
public sealed record PlacedTask(string Task, int Station);

/// <summary>What is looked for (fr: question d’équilibrage).</summary>
/// <param name="Goal">Which.</param>
/// <param name="Stations">So many stations, for the shortest cycle and for the fewest moves.</param>
/// <param name="TaktSeconds">The takt to keep, for the fewest stations and for the fewest moves.</param>
/// <param name="LimitSeconds">Time it may take.</param>
public sealed record BalanceQuestion(BalanceGoal Goal, int? Stations, decimal? TaktSeconds, int LimitSeconds)
{
    /// <summary>Longest a search may take, in seconds.</summary>
    public const int LongestSeconds = 3_600;

    /// <summary>Most stations that can be asked.</summary>
    public const int MostStations = 500;
}

/// <summary>How far a search is (fr: point du calcul).</summary>
/// <param name="Stations">Stations of the best balance so far.</param>
/// <param name="CycleSeconds">Its cycle.</param>
/// <param name="Bound">No balance has fewer stations, or a shorter cycle in seconds.</param>
/// <param name="Nodes">States followed.</param>
public sealed record BalanceReach(int Stations, decimal CycleSeconds, decimal Bound, long Nodes);

/// <summary>A search for a balance of the line of a study: who asked what, how far it is, what it found (fr: calcul d’équilibrage).</summary>
public sealed class BalanceRun
{
    /// <summary>Times a search is begun again after the process died under it, before it is given up.</summary>
    public const int MostTries = 3;

    private BalanceRun()
    {
    }

    /// <exception cref="RefusalException">A count of stations, a takt or a time that cannot be.</exception>
    public BalanceRun(BalanceRunId id, StudyId study, OrganisationId organisation, int revision, BalanceQuestion question, PersonId person, string byCode, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Goal != BalanceGoal.FewestStations && question.Stations is not (>= 1 and <= BalanceQuestion.MostStations))
        {
            throw new RefusalException(Refusal.StationCountRefused, BalanceQuestion.MostStations);
        }

        if (question.Goal != BalanceGoal.ShortestCycle && question.TaktSeconds is not > 0)
        {
            throw new RefusalException(Refusal.TaktMissing);
        }

        if (question.LimitSeconds is < 1 or > BalanceQuestion.LongestSeconds)
        {
            throw new RefusalException(Refusal.TimeLimitRefused, BalanceQuestion.LongestSeconds);
        }

        (Id, Study, Organisation, Revision, Person, ByCode, AskedAt) = (id, study, organisation, revision, person, byCode, at);
        (Goal, Stations, TaktSeconds, LimitSeconds) = (question.Goal, question.Stations, question.TaktSeconds, question.LimitSeconds);
    }

    public BalanceRunId Id { get; private set; }

    public StudyId Study { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>The revision of the study whose line is balanced.</summary>
    public int Revision { get; private set; }

    public BalanceGoal Goal { get; private set; }

    public int? Stations { get; private set; }

    public decimal? TaktSeconds { get; private set; }

    public int LimitSeconds { get; private set; }

    public PersonId Person { get; private set; }

    public string ByCode { get; private set; } = "";

    public BalanceStage Stage { get; private set; }

    /// <summary>Times it was begun.</summary>
    public int Tries { get; private set; }

    public int? BestStations { get; private set; }

    public decimal? BestCycle { get; private set; }

    /// <summary>No balance has less of what is looked for: stations, or seconds.</summary>
    public decimal? Bound { get; private set; }

    public long Nodes { get; private set; }

    /// <summary>The station of each task; empty until there is an answer.</summary>
    public IReadOnlyList<PlacedTask> Answer { get; private set; } = [];

    public BalanceOutcome? Outcome { get; private set; }

    /// <summary>Rows of the sheet of rules, from 1, that cannot be kept together; empty when none is to blame.</summary>
    public IReadOnlyList<int> Conflict { get; private set; } = [];

    /// <summary>The revision of the study that took the answer as its proposal.</summary>
    public int? KeptAs { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public BalanceQuestion Question => new(Goal, Stations, TaktSeconds, LimitSeconds);

    public bool IsOver => Stage is not (BalanceStage.Asked or BalanceStage.Running);

    public bool IsProved => Outcome == BalanceOutcome.Proved;

    /// <summary>Begins, or begins again after the process died in the middle; false when that happened too often.</summary>
    public bool Begin(DateTimeOffset at)
    {
        (Stage, StartedAt, Tries) = (BalanceStage.Running, at, Tries + 1);
        if (Tries <= MostTries)
        {
            return true;
        }

        Fail(BalanceOutcome.Stopped, at);
        return false;
    }

    public void Reach(BalanceReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        (BestStations, BestCycle, Bound, Nodes) = (reach.Stations, reach.CycleSeconds, reach.Bound, reach.Nodes);
    }

    /// <summary>The search ended with its best answer; who stopped it, if somebody did, is in the stage.</summary>
    public void End(BalanceReach reach, IReadOnlyList<PlacedTask> answer, BalanceOutcome outcome, BalanceStage stage, DateTimeOffset at)
    {
        Reach(reach);
        (Answer, Outcome, Stage, EndedAt) = ([.. answer], outcome, stage, at);
    }

    public void Fail(BalanceOutcome why, DateTimeOffset at) => (Stage, Outcome, EndedAt) = (why == BalanceOutcome.Stopped ? BalanceStage.Interrupted : BalanceStage.Failed, why, at);

    /// <summary>There is no balance under the rules of these rows.</summary>
    public void Contradict(IReadOnlyList<int> rows, DateTimeOffset at)
    {
        Fail(BalanceOutcome.Impossible, at);
        Conflict = [.. rows];
    }

    /// <summary>Nobody wants it any more; one that waits ends now, one that runs ends with its best answer.</summary>
    public void Cancel(DateTimeOffset at)
    {
        if (!IsOver)
        {
            (Stage, Outcome, EndedAt) = (BalanceStage.Cancelled, BalanceOutcome.Stopped, at);
        }
    }

    /// <summary>Its answer became the proposal of the study.</summary>
    /// <exception cref="RefusalException">There is no answer.</exception>
    public void KeepAs(int revision)
    {
        if (Answer.Count == 0)
        {
            throw new RefusalException(Refusal.NoAnswer);
        }

        KeptAs = revision;
    }
}
