using Etabli.People;

namespace Etabli.Improvement.Projects;

/// <summary>Where a project stands on one of its nine steps (fr: avancement d’étape).</summary>
public sealed class StepProgress
{
    private StepProgress()
    {
    }

    internal StepProgress(ProjectStep step) => Step = step;

    public ProjectStep Step { get; private set; }

    public DateOnly? StartedOn { get; private set; }

    public DateOnly? DoneOn { get; private set; }

    internal void Start(DateOnly day)
    {
        StartedOn ??= day;
        DoneOn = null;
    }

    internal void Finish(DateOnly day)
    {
        if (StartedOn is null)
        {
            throw new RefusalException(Refusal.StepNotStarted);
        }

        if (DoneOn is not null)
        {
            throw new RefusalException(Refusal.StepAlreadyDone);
        }

        if (day < StartedOn)
        {
            throw new RefusalException(Refusal.StepDoneBeforeStarted, StartedOn);
        }

        DoneOn = day;
    }
}
