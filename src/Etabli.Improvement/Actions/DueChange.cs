using Etabli.People;

namespace Etabli.Improvement.Actions;

/// <summary>One move of a due date, with its reason; none is erased (fr: report d’échéance).</summary>
public sealed class DueChange
{
    private DueChange()
    {
        Reason = "";
    }

    internal DueChange(DateOnly from, DateOnly to, string reason, PersonId by, DateTimeOffset at)
    {
        From = from;
        To = to;
        Reason = reason;
        By = by;
        At = at;
    }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public string Reason { get; private set; }

    public PersonId By { get; private set; }

    public DateTimeOffset At { get; private set; }
}
