using Etabli.Certification.Dossiers;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>Stages put together as people who follow many dossiers look for them (fr: étape du suivi).</summary>
public enum StageGroup
{
    /// <summary>VAE requests waiting, drafts.</summary>
    Requests,

    /// <summary>Enrolled: the modes are to be defined, agreed, transmitted.</summary>
    Preparing,

    /// <summary>Transmitted: the candidate builds evidence, a commission is to be named.</summary>
    Transmitted,
    UnderAssessment,

    /// <summary>The commission has closed: a jury is to be found.</summary>
    Closed,

    /// <summary>Declared, awarded.</summary>
    Declared,

    /// <summary>Abandoned, not eligible.</summary>
    Over,
}

/// <summary>Which stage is in which group.</summary>
public static class StageGroups
{
    public static StageGroup Of(Stage stage) => stage switch
    {
        Stage.Draft or Stage.RequestFiled or Stage.RequestIncomplete or Stage.Eligible => StageGroup.Requests,
        Stage.Enrolled or Stage.ModesDefined => StageGroup.Preparing,
        Stage.ModesTransmitted => StageGroup.Transmitted,
        Stage.UnderAssessment or Stage.PortfolioDeposited or Stage.InterviewHeld => StageGroup.UnderAssessment,
        Stage.AssessmentClosed or Stage.OnJuryList => StageGroup.Closed,
        Stage.Admissible or Stage.NotAdmissible or Stage.Awarded => StageGroup.Declared,
        _ => StageGroup.Over,
    };

    public static IReadOnlyList<Stage> Stages(StageGroup group) => [.. Enum.GetValues<Stage>().Where(s => Of(s) == group)];
}
