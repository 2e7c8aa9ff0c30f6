namespace Etabli.Figures.Steps;

/// <summary>Where a step of a project is. (fr: état d’une étape)</summary>
public enum StepState
{
    /// <summary>Nothing in it yet.</summary>
    Empty,
    /// <summary>Something is in it.</summary>
    Started,
    /// <summary>The one being worked on.</summary>
    Current,
    /// <summary>Done.</summary>
    Done,
}

/// <summary>One step of a project. (fr: étape)</summary>
/// <param name="Name">Its name, short.</param>
/// <param name="State">Where it is.</param>
/// <param name="Artefacts">Objects made in it.</param>
/// <param name="Supported">Criteria that these objects support.</param>
/// <param name="Criteria">Criteria that the step can support; the second count is not written if zero.</param>
public sealed record ProjectStep(string Name, StepState State, int Artefacts, int Supported = 0, int Criteria = 0);

/// <summary>The strip across the top of a project: its nine steps. (fr: bandeau des étapes)</summary>
/// <param name="Project">Name of the project.</param>
/// <param name="Steps">Its steps, in order; nine in the method, but any number is drawn.</param>
public sealed record ProjectSteps(string Project, IReadOnlyList<ProjectStep> Steps);
