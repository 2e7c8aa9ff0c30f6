using Etabli.People;

namespace Etabli.Improvement.Actions;

/// <summary>
/// One line of the action plan: label, deliverable, owner, due date, state and measured effectiveness, as rule R34
/// demands (fr: action du plan d’actions).
/// </summary>
public sealed class PlannedAction
{
    private readonly List<DueChange> dueChanges = [];

    private PlannedAction()
    {
        Code = Axis = Label = Deliverable = OwnerCode = "";
    }

    public PlannedAction(PlannedActionId id, ProjectId project, OrganisationId organisation, string code, ActionWording wording, DateOnly due, PersonId author, DateTimeOffset at)
        : this()
    {
        Id = id;
        Project = project;
        Organisation = organisation;
        Code = Wording.Required(code, Refusal.CodeMissing, 20);
        Due = FirstDue = due;
        Author = author;
        PlannedAt = at;
        Word(wording);
    }

    public PlannedActionId Id { get; private set; }

    public ProjectId Project { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>Short name in the project: AC07.</summary>
    public string Code { get; private set; }

    /// <summary>Code of the axis it serves; X0 for what serves all of them.</summary>
    public string Axis { get; private set; }

    public string Label { get; private set; }

    /// <summary>What will exist once it is done.</summary>
    public string Deliverable { get; private set; }

    public PersonId Owner { get; private set; }

    public string OwnerCode { get; private set; }

    public PdcaStep Pdca { get; private set; }

    public DateOnly Due { get; private set; }

    /// <summary>The day first promised, whatever happened since.</summary>
    public DateOnly FirstDue { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public bool EffectivenessMeasured { get; private set; }

    /// <summary>What was measured, or when it will be; null until closed.</summary>
    public string? EffectivenessStatement { get; private set; }

    public IReadOnlyList<DueChange> DueChanges => dueChanges;

    public PersonId Author { get; private set; }

    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>What the action is on a day, told from its dates alone (readings that load no action use it).</summary>
    public static ActionState StateOn(DateOnly day, DateOnly due, DateOnly? startedOn, DateOnly? closedOn) =>
        closedOn is not null ? ActionState.Closed
        : due < day ? ActionState.Late
        : startedOn is not null ? ActionState.UnderWay
        : ActionState.ToDo;

    public ActionState StateOn(DateOnly day) => StateOn(day, Due, StartedOn, ClosedOn);

    /// <summary>Whole days past the due date, counted to the closing or to the day given; 0 when in time.</summary>
    public int DaysLateOn(DateOnly day) => Math.Max(0, (ClosedOn ?? day).DayNumber - Due.DayNumber);

    /// <summary>Says the action anew, except its date, which only moves with a reason.</summary>
    /// <exception cref="RefusalException">Closed, or no label, deliverable, owner or axis.</exception>
    public void Word(ActionWording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        MustBeOpen();
        if (wording.Owner.Value == Guid.Empty)
        {
            throw new RefusalException(Refusal.ActionOwnerMissing);
        }

        Label = Wording.Required(wording.Label, Refusal.ActionLabelMissing);
        Deliverable = Wording.Required(wording.Deliverable, Refusal.ActionDeliverableMissing);
        OwnerCode = Wording.Required(wording.OwnerCode, Refusal.ActionOwnerMissing, 60);
        Axis = Wording.Required(wording.Axis, Refusal.ActionAxisMissing, 20);
        Owner = wording.Owner;
        Pdca = wording.Pdca;
    }

    /// <exception cref="RefusalException">Closed, or already started.</exception>
    public void Start(DateOnly day)
    {
        MustBeOpen();
        if (StartedOn is not null)
        {
            throw new RefusalException(Refusal.ActionAlreadyStarted);
        }

        StartedOn = day;
    }

    /// <summary>Moves the due date and keeps the old one with the reason.</summary>
    /// <exception cref="RefusalException">Closed, no reason, or the same day.</exception>
    public DueChange Postpone(DateOnly to, string reason, PersonId by, DateTimeOffset at)
    {
        MustBeOpen();
        if (to == Due)
        {
            throw new RefusalException(Refusal.DueDateUnchanged, Due);
        }

        var change = new DueChange(Due, to, Wording.Required(reason, Refusal.PostponeReasonMissing, 1_000), by, at);
        dueChanges.Add(change);
        Due = to;
        return change;
    }

    /// <summary>Closes the action with a word on its effectiveness, be it that nothing was measured yet.</summary>
    /// <exception cref="RefusalException">Already closed, or closed before it started.</exception>
    public void Close(DateOnly day, Effectiveness effectiveness)
    {
        ArgumentNullException.ThrowIfNull(effectiveness);
        MustBeOpen();
        if (day < StartedOn)
        {
            throw new RefusalException(Refusal.ActionClosedBeforeItStarted, StartedOn);
        }

        StartedOn ??= day;
        ClosedOn = day;
        Keep(effectiveness);
    }

    /// <summary>What was measured after the closing.</summary>
    /// <exception cref="RefusalException">Not closed yet.</exception>
    public void NoteEffectiveness(Effectiveness effectiveness)
    {
        ArgumentNullException.ThrowIfNull(effectiveness);
        if (ClosedOn is null)
        {
            throw new RefusalException(Refusal.ActionNotClosed);
        }

        Keep(effectiveness);
    }

    private void Keep(Effectiveness effectiveness)
    {
        EffectivenessMeasured = effectiveness.Measured;
        EffectivenessStatement = effectiveness.Statement;
    }

    private void MustBeOpen()
    {
        if (ClosedOn is not null)
        {
            throw new RefusalException(Refusal.ActionClosed);
        }
    }
}

/// <summary>What an action says of itself, its date apart (fr: énoncé de l’action).</summary>
public sealed record ActionWording(string Axis, string Label, string Deliverable, PersonId Owner, string OwnerCode, PdcaStep Pdca);
