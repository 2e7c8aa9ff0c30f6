using Etabli.People;

namespace Etabli.Improvement.Projects;

/// <summary>
/// An improvement project of a plant, from what is seen on the floor to what was gained
/// (fr: projet d’amélioration, chantier).
/// </summary>
public sealed class Project
{
    private readonly List<TeamMember> team = [];
    private readonly List<StepProgress> steps = [];

    private Project()
    {
        Title = Purpose = PilotCode = "";
    }

    public Project(ProjectId id, OrganisationId organisation, string title, string purpose, PersonId pilot, string pilotCode, DateOnly starts, DateOnly ends, DateTimeOffset at)
        : this()
    {
        Id = id;
        Organisation = organisation;
        Describe(title, purpose, starts, ends);
        Pilot = pilot;
        PilotCode = Wording.Required(pilotCode, Refusal.CodeMissing);
        CreatedBy = pilot;
        CreatedAt = at;
        steps.AddRange(Enum.GetValues<ProjectStep>().Select(s => new StepProgress(s)));
    }

    public ProjectId Id { get; private set; }

    /// <summary>The plant whose project it is.</summary>
    public OrganisationId Organisation { get; private set; }

    public string Title { get; private set; }

    /// <summary>Why, and what must be reached.</summary>
    public string Purpose { get; private set; }

    public PersonId Pilot { get; private set; }

    public string PilotCode { get; private set; }

    public DateOnly Starts { get; private set; }

    public DateOnly Ends { get; private set; }

    public PersonId CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public IReadOnlyList<TeamMember> Team => team;

    /// <summary>Always nine.</summary>
    public IReadOnlyList<StepProgress> Steps => steps;

    /// <summary>The step one is at: the first started and not done, else the first not started, else the last.</summary>
    public ProjectStep CurrentStep => CurrentOf([.. steps.Select(s => (s.Step, s.StartedOn, s.DoneOn))]);

    /// <summary>Contributors whose line manager is the pilot; the référentiel wants none (rule R70).</summary>
    public IEnumerable<TeamMember> UnderPilotAuthority => team.Where(m => m.ReportsToPilot);

    /// <summary>The same rule on bare dates, for readings that load no project.</summary>
    public static ProjectStep CurrentOf(IReadOnlyCollection<(ProjectStep Step, DateOnly? StartedOn, DateOnly? DoneOn)> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var ordered = steps.OrderBy(s => s.Step).ToList();
        foreach (var step in ordered)
        {
            if (step is { StartedOn: not null, DoneOn: null })
            {
                return step.Step;
            }
        }

        return ordered.Where(s => s.StartedOn is null).Select(s => (ProjectStep?)s.Step).FirstOrDefault() ?? ProjectStep.Value;
    }

    /// <exception cref="RefusalException">No title, no purpose, or it ends before it starts.</exception>
    public void Describe(string title, string purpose, DateOnly starts, DateOnly ends)
    {
        if (ends < starts)
        {
            throw new RefusalException(Refusal.ProjectEndsBeforeItStarts, starts, ends);
        }

        Title = Wording.Required(title, Refusal.TitleMissing);
        Purpose = Wording.Required(purpose, Refusal.PurposeMissing, 2_000);
        Starts = starts;
        Ends = ends;
    }

    /// <summary>Hands the project over; the new pilot no longer counts among the contributors' subordinates.</summary>
    public void HandOver(PersonId pilot, string pilotCode)
    {
        PilotCode = Wording.Required(pilotCode, Refusal.CodeMissing);
        Pilot = pilot;
    }

    /// <exception cref="RefusalException">Already in the team, or the role has no words.</exception>
    public TeamMember Join(PersonId person, string code, string role, bool reportsToPilot = false)
    {
        if (team.Any(m => m.Person == person))
        {
            throw new RefusalException(Refusal.AlreadyInTeam, code);
        }

        var member = new TeamMember(
            person,
            Wording.Required(code, Refusal.CodeMissing),
            Wording.Required(role, Refusal.TeamRoleMissing),
            reportsToPilot);
        team.Add(member);
        return member;
    }

    /// <exception cref="RefusalException">Not in the team, or the pilot.</exception>
    public void Leave(PersonId person)
    {
        if (person == Pilot)
        {
            throw new RefusalException(Refusal.PilotStaysInTeam);
        }

        var member = team.SingleOrDefault(m => m.Person == person) ?? throw new RefusalException(Refusal.NotInTeam);
        team.Remove(member);
    }

    /// <summary>Starts a step, or takes up again one that was done. The steps overlap in real life: no order is imposed.</summary>
    public void StartStep(ProjectStep step, DateOnly day) => Progress(step).Start(day);

    /// <exception cref="RefusalException">The step was not started, is already done, or would end before it started.</exception>
    public void FinishStep(ProjectStep step, DateOnly day) => Progress(step).Finish(day);

    private StepProgress Progress(ProjectStep step) => steps.Single(s => s.Step == step);
}
