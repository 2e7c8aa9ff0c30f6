using Etabli.People;

namespace Etabli.Improvement.Indicators;

/// <summary>
/// One card of the indicator catalogue - definition, use, formula, frequency, target - and its series
/// (fr: indicateur, fiche du référentiel des indicateurs).
/// </summary>
public sealed class Indicator
{
    /// <summary>Days people have to record the value of a period that is over: a weekend passes.</summary>
    private const int DaysToRecord = 3;

    private readonly List<IndicatorPoint> points = [];
    private readonly List<IndicatorPhase> phases = [];
    private readonly List<ContextNote> notes = [];

    private Indicator()
    {
        Code = Name = Definition = Use = Formula = Unit = Source = OwnerCode = "";
    }

    public Indicator(IndicatorId id, ProjectId project, OrganisationId organisation, string code, IndicatorCard card, PersonId author, DateTimeOffset at)
        : this()
    {
        Id = id;
        Project = project;
        Organisation = organisation;
        Code = Wording.Required(code, Refusal.CodeMissing, 20);
        Author = author;
        CreatedAt = at;
        Define(card);
    }

    public IndicatorId Id { get; private set; }

    public ProjectId Project { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>Short name: K07.</summary>
    public string Code { get; private set; }

    public BoardLetter Letter { get; private set; }

    public string Name { get; private set; }

    public string Definition { get; private set; }

    /// <summary>Which decision it serves.</summary>
    public string Use { get; private set; }

    /// <summary>How it is computed, in words or symbols.</summary>
    public string Formula { get; private set; }

    public string Unit { get; private set; }

    public Frequency Frequency { get; private set; }

    public decimal Target { get; private set; }

    public TargetDirection Direction { get; private set; }

    /// <summary>Last day the target holds; null while it holds until it is changed.</summary>
    public DateOnly? TargetUntil { get; private set; }

    /// <summary>Where the figures come from.</summary>
    public string Source { get; private set; }

    public PersonId Owner { get; private set; }

    public string OwnerCode { get; private set; }

    public PersonId Author { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Where its values come from by themselves; null when people record them.</summary>
    public IndicatorFeed? Feed { get; private set; }

    /// <summary>Every value ever recorded, those replaced too.</summary>
    public IReadOnlyList<IndicatorPoint> Points => points;

    public IReadOnlyList<IndicatorPhase> Phases => phases;

    public IReadOnlyList<ContextNote> Notes => notes;

    /// <summary>The values that count, oldest first.</summary>
    public IEnumerable<IndicatorPoint> Series => points.Where(p => p.ReplacedAt is null).OrderBy(p => p.Period);

    /// <summary>First day of the period a day falls in.</summary>
    public static DateOnly PeriodOf(DateOnly day, Frequency frequency) => frequency switch
    {
        Frequency.Daily => day,
        Frequency.Weekly => IsoWeek.Of(day).Monday,
        Frequency.Monthly => new(day.Year, day.Month, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Daily, weekly or monthly."),
    };

    /// <summary>Whether a value is on the good side of a target; on it counts as good.</summary>
    public static bool Meets(decimal value, decimal target, TargetDirection direction) =>
        direction == TargetDirection.AtLeast ? value >= target : value <= target;

    public bool Meets(decimal value) => Meets(value, Target, Direction);

    /// <exception cref="RefusalException">A field the référentiel demands is empty, or the frequency changes under recorded values.</exception>
    public void Define(IndicatorCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (card.Frequency != Frequency && points.Count > 0)
        {
            throw new RefusalException(Refusal.FrequencyFixedByPoints);
        }

        if (card.Owner.Value == Guid.Empty)
        {
            throw new RefusalException(Refusal.IndicatorOwnerMissing);
        }

        Name = Wording.Required(card.Name, Refusal.TitleMissing);
        Definition = Wording.Required(card.Definition, Refusal.DefinitionMissing, 1_000);
        Use = Wording.Required(card.Use, Refusal.UseMissing, 1_000);
        Formula = Wording.Required(card.Formula, Refusal.FormulaMissing, 1_000);
        Unit = Wording.Required(card.Unit, Refusal.UnitMissing, 30);
        Source = Wording.Required(card.Source, Refusal.SourceMissing);
        OwnerCode = Wording.Required(card.OwnerCode, Refusal.IndicatorOwnerMissing, 60);
        Owner = card.Owner;
        Letter = card.Letter;
        Frequency = card.Frequency;
        Target = card.Target;
        Direction = card.Direction;
        TargetUntil = card.TargetUntil;
    }

    /// <summary>First day of the latest period whose value is awaited: it is over, and three days were left to record it.</summary>
    public static DateOnly Awaited(DateOnly today, Frequency frequency) => PeriodOf(PeriodOf(today.AddDays(-DaysToRecord), frequency).AddDays(-1), frequency);

    /// <summary>Records the value of the period the day falls in.</summary>
    /// <exception cref="RefusalException">That period has a value already, or is not begun yet.</exception>
    public IndicatorPoint Record(DateOnly day, decimal value, PersonId by, DateTimeOffset at, DateOnly today)
    {
        var period = PeriodOf(day, Frequency);
        if (period > today)
        {
            throw new RefusalException(Refusal.DatedInTheFuture, period);
        }

        if (Current(period) is not null)
        {
            throw new RefusalException(Refusal.PointAlreadyRecorded, period);
        }

        var point = new IndicatorPoint(period, value, by, at);
        points.Add(point);
        return point;
    }

    /// <summary>Replaces the value of a period; the old one stays, marked as replaced.</summary>
    /// <exception cref="RefusalException">Nothing was recorded for that period, or no reason is given.</exception>
    public IndicatorPoint Correct(DateOnly day, decimal value, string reason, PersonId by, DateTimeOffset at)
    {
        var period = PeriodOf(day, Frequency);
        var old = Current(period) ?? throw new RefusalException(Refusal.PointNotRecorded, period);
        var point = new IndicatorPoint(period, value, by, at, Wording.Required(reason, Refusal.CorrectionReasonMissing, 1_000));
        old.GiveWay(at);
        points.Add(point);
        return point;
    }

    /// <summary>Its values come from a source from now on, or from people again.</summary>
    /// <exception cref="RefusalException">The source lacks something.</exception>
    public void Follow(IndicatorFeed? feed) => Feed = feed is null || feed.IsComplete ? feed : throw new RefusalException(Refusal.FeedIncomplete);

    /// <summary>Takes what its source says of the periods that are over: one without a value gets it, one that says another now is corrected, the old value staying.</summary>
    /// <param name="read">What the source says, by first day of period.</param>
    /// <param name="reason">Why a value is corrected.</param>
    /// <param name="by">Who brought what changed.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The period of this day is not over.</param>
    /// <returns>How many periods got a value, and how many another one.</returns>
    public (int New, int Corrected) Refresh(IEnumerable<KeyValuePair<DateOnly, decimal>> read, string reason, PersonId by, DateTimeOffset at, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(read);
        var known = points.Where(p => p.ReplacedAt is null).ToDictionary(p => p.Period, p => p.Value);
        var (fresh, corrected) = (0, 0);
        foreach (var (day, value) in read)
        {
            var period = PeriodOf(day, Frequency);
            if (period >= PeriodOf(today, Frequency))
            {
                continue;
            }

            if (!known.TryGetValue(period, out var old))
            {
                Record(period, value, by, at, today);
                fresh++;
            }
            else if (old != value)
            {
                Correct(period, value, reason, by, at);
                corrected++;
            }
        }

        return (fresh, corrected);
    }

    /// <summary>Names a stretch of the series from a day on; the same day again renames it.</summary>
    public void Phase(DateOnly from, string label)
    {
        var words = Wording.Required(label, Refusal.NoteMissing, 60);
        var start = PeriodOf(from, Frequency);
        phases.RemoveAll(p => p.From == start);
        phases.Add(new(start, words));
    }

    public ContextNote Note(DateOnly day, string text, PersonId by, DateTimeOffset at)
    {
        var note = new ContextNote(day, Wording.Required(text, Refusal.NoteMissing, 1_000), by, at);
        notes.Add(note);
        return note;
    }

    private IndicatorPoint? Current(DateOnly period) => points.SingleOrDefault(p => p.Period == period && p.ReplacedAt is null);
}

/// <summary>What the catalogue says of an indicator (fr: fiche d’indicateur). Its target may hold until a day only.</summary>
public sealed record IndicatorCard(
    BoardLetter Letter,
    string Name,
    string Definition,
    string Use,
    string Formula,
    string Unit,
    Frequency Frequency,
    decimal Target,
    TargetDirection Direction,
    string Source,
    PersonId Owner,
    string OwnerCode,
    DateOnly? TargetUntil = null);
