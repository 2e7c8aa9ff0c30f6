namespace Etabli.Improvement.Projects;

/// <summary>
/// The nine steps of an improvement project, which are the nine capacities of the Lean référentiel
/// (fr: étape du chantier).
/// </summary>
public enum ProjectStep
{
    /// <summary>See and measure what is (fr: diagnostiquer).</summary>
    Diagnose = 1,

    /// <summary>Choose where to go (fr: définir les axes de progrès).</summary>
    Axes = 2,

    /// <summary>Choose how (fr: proposer les leviers).</summary>
    Levers = 3,

    /// <summary>With whom (fr: constituer et accompagner l’équipe).</summary>
    Team = 4,

    /// <summary>Coordinate and steer the actions (fr: piloter).</summary>
    Steer = 5,

    /// <summary>Measure performance (fr: mesurer).</summary>
    Measure = 6,

    /// <summary>Solve what resists (fr: corriger).</summary>
    Correct = 7,

    /// <summary>Make it last (fr: standardiser).</summary>
    Standardise = 8,

    /// <summary>Tell what was gained (fr: valoriser).</summary>
    Value = 9,
}
