namespace Etabli.Certification.Dossiers;

/// <summary>Where a dossier stands, deduced from its dated facts (fr: état du dossier).</summary>
public enum Stage
{
    /// <summary>fr: brouillon.</summary>
    Draft,

    /// <summary>fr: demande déposée (VAE).</summary>
    RequestFiled,

    /// <summary>fr: demande incomplète (VAE).</summary>
    RequestIncomplete,

    /// <summary>fr: non recevable (VAE).</summary>
    NotEligible,

    /// <summary>fr: recevable (VAE).</summary>
    Eligible,

    /// <summary>fr: inscrit.</summary>
    Enrolled,

    /// <summary>fr: modalités définies.</summary>
    ModesDefined,

    /// <summary>fr: dossier transmis.</summary>
    ModesTransmitted,

    /// <summary>fr: en évaluation.</summary>
    UnderAssessment,

    /// <summary>fr: dossier de preuves déposé (VAE).</summary>
    PortfolioDeposited,

    /// <summary>fr: entretien tenu (VAE).</summary>
    InterviewHeld,

    /// <summary>fr: évaluation close.</summary>
    AssessmentClosed,

    /// <summary>fr: inscrit au jury.</summary>
    OnJuryList,

    /// <summary>fr: admissible.</summary>
    Admissible,

    /// <summary>fr: non admissible.</summary>
    NotAdmissible,

    /// <summary>fr: attribué.</summary>
    Awarded,

    /// <summary>fr: abandonné.</summary>
    Abandoned,
}

/// <summary>The names of the states as the rules' file writes them (fr: code d'état).</summary>
public static class StageCodes
{
    public static string Code(this Stage stage) => stage switch
    {
        Stage.Draft => "brouillon",
        Stage.RequestFiled => "demande_deposee",
        Stage.RequestIncomplete => "incomplete",
        Stage.NotEligible => "non_recevable",
        Stage.Eligible => "recevable",
        Stage.Enrolled => "inscrit",
        Stage.ModesDefined => "modalites_definies",
        Stage.ModesTransmitted => "dossier_transmis",
        Stage.UnderAssessment => "en_evaluation",
        Stage.PortfolioDeposited => "dossier_preuves_depose",
        Stage.InterviewHeld => "entretien_tenu",
        Stage.AssessmentClosed => "evaluation_close",
        Stage.OnJuryList => "inscrit_au_jury",
        Stage.Admissible => "admissible",
        Stage.NotAdmissible => "non_admissible",
        Stage.Awarded => "attribue",
        Stage.Abandoned => "abandonne",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Expected a known stage."),
    };
}
