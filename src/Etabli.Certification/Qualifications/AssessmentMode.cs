using System.Text.Json.Serialization;

namespace Etabli.Certification.Qualifications;

/// <summary>How a competence can be assessed (fr: modalité d'évaluation).</summary>
public enum AssessmentMode
{
    /// <summary>Observation and questioning on real work (fr: situation professionnelle réelle).</summary>
    [JsonStringEnumMemberName("situation_reelle")]
    RealWorkSituation,

    /// <summary>A report, then its presentation (fr: présentation des projets ou activités).</summary>
    [JsonStringEnumMemberName("presentation_projets")]
    ProjectPresentation,

    /// <summary>A situation made for the purpose (fr: situation professionnelle reconstituée).</summary>
    [JsonStringEnumMemberName("situation_reconstituee")]
    ReconstructedSituation,

    /// <summary>What the company says; it completes the others (fr: avis de l'entreprise).</summary>
    [JsonStringEnumMemberName("avis_entreprise")]
    CompanyOpinion,
}

/// <summary>A mode in the standard's own words (fr: description de modalité).</summary>
public sealed record ModeDescription
{
    public AssessmentMode Id { get; init; }

    public string Label { get; init; } = "";

    public string Text { get; init; } = "";

    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The parts to tick for the mode to count as done.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];
}

/// <summary>What the company's opinion bears on (fr: portée de l'avis de l'entreprise).</summary>
public enum CompanyOpinionBasis
{
    /// <summary>Each competence, or criteria of it (fr: capacités et/ou critères).</summary>
    CompetencesOrCriteria,

    /// <summary>Each competence (fr: compétences).</summary>
    Competences,

    /// <summary>Each activity of the occupation (fr: référentiel d'activité).</summary>
    Activities,
}

/// <summary>How modes combine (fr: combinaison des modalités).</summary>
public enum ModeCombination
{
    /// <summary>One of them (fr: ou).</summary>
    [JsonStringEnumMemberName("ou")]
    Or,

    /// <summary>One or several (fr: et/ou).</summary>
    [JsonStringEnumMemberName("et_ou")]
    AndOr,
}

/// <summary>Which modes a standard foresees and what must go with them (fr: règle de modalités).</summary>
public sealed record ModeRule
{
    public string Expression { get; init; } = "";

    /// <summary>At least one of these, per competence.</summary>
    public IReadOnlyList<AssessmentMode> AnyOf { get; init; } = [];

    public ModeCombination Combination { get; init; }

    public bool CombinationInferred { get; init; }

    /// <summary>And all of these.</summary>
    public IReadOnlyList<AssessmentMode> AllOf { get; init; } = [];

    /// <summary>Routes on which the company's opinion is not asked (rule R22).</summary>
    public IReadOnlyList<AccessRoute> CompanyOpinionExemptRoutes { get; init; } = [];

    /// <summary>The source's word for the basis; <see cref="OpinionBasis"/> is its reading.</summary>
    public string? CompanyOpinionBasis { get; init; }

    public IReadOnlyList<AssessmentMode> Preferred { get; init; } = [];

    /// <summary>Modes that need a written reason (rule R14).</summary>
    public IReadOnlyList<AssessmentMode> Exceptional { get; init; } = [];

    [JsonIgnore]
    public bool AsksCompanyOpinion => AllOf.Contains(AssessmentMode.CompanyOpinion);

    /// <summary>The source says « capacités et/ou critères » unless it names activities or competences alone.</summary>
    [JsonIgnore]
    public CompanyOpinionBasis OpinionBasis => CompanyOpinionBasis switch
    {
        "referentiel_d_activite" => Qualifications.CompanyOpinionBasis.Activities,
        "competences_du_referentiel_de_certification" => Qualifications.CompanyOpinionBasis.Competences,
        _ => Qualifications.CompanyOpinionBasis.CompetencesOrCriteria,
    };

    public bool OpinionExemptOn(AccessRoute route) => !AsksCompanyOpinion || CompanyOpinionExemptRoutes.Contains(route);
}
