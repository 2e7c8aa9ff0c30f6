namespace Etabli.Application.Improvement;

/// <summary>What an artefact may be, as written on evidence and in addresses (fr: nature du livrable).</summary>
public static class ArtefactKinds
{
    /// <summary>The project itself; its source is the project.</summary>
    public const string Project = "project";

    public const string Observation = "observation";
    public const string Axis = "axis";

    /// <summary>The whole plan on a day; its source is the project.</summary>
    public const string ActionPlan = "action-plan";

    public const string Action = "action";
    public const string Indicator = "indicator";
    public const string Minutes = "minutes";
    public const string File = "file";

    /// <summary>A study made for the project: a process chart, a diagnosis grid…</summary>
    public const string Study = "study";

    /// <summary>A question asked of measures for the project: a control chart, a capability, a gauge study…</summary>
    public const string Analysis = "analysis";

    public static IReadOnlyList<string> All { get; } = [Project, Observation, Axis, ActionPlan, Action, Indicator, Minutes, File, Study, Analysis];
}
