namespace Etabli.Figures.Actions;

/// <summary>Where an action is. (fr: état d’une action)</summary>
public enum ActionState
{
    /// <summary>Not begun (fr: à faire).</summary>
    ToDo,
    /// <summary>Begun (fr: en cours).</summary>
    InProgress,
    /// <summary>Past its due date (fr: en retard).</summary>
    Late,
    /// <summary>Closed, its effect not measured yet (fr: soldée).</summary>
    Done,
    /// <summary>Closed and its effect proved (fr: vérifiée efficace).</summary>
    Verified,
    /// <summary>Closed, but its effect did not come (fr: inefficace).</summary>
    Ineffective,
    /// <summary>Given up, with a reason (fr: abandonnée).</summary>
    Abandoned,
}

/// <summary>One action, with every field that the référentiel demands. (fr: action)</summary>
/// <param name="Code">Its number.</param>
/// <param name="Label">What is done.</param>
/// <param name="Deliverable">What must come out of it.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Due">When it is expected.</param>
/// <param name="State">Where it is.</param>
/// <param name="Closed">When it was closed.</param>
/// <param name="Effect">How its effect was measured.</param>
public sealed record PlannedAction(
    string Code,
    string Label,
    string Deliverable,
    string Owner,
    DateOnly Due,
    ActionState State,
    DateOnly? Closed = null,
    string? Effect = null);

/// <summary>An action plan on a day. (fr: plan d’actions)</summary>
/// <param name="Title">What it is the plan of.</param>
/// <param name="Actions">Its actions, in the order they are shown.</param>
public sealed record ActionPlan(string Title, IReadOnlyList<PlannedAction> Actions);
