using System.Text.Json.Serialization;

namespace Etabli.Certification.Qualifications;

/// <summary>The way a candidate comes to the certification (fr: voie d'accès).</summary>
public enum AccessRoute
{
    /// <summary>fr: parcours de formation sous statut d'élève ou d'étudiant.</summary>
    [JsonStringEnumMemberName("eleve_etudiant")]
    School,

    /// <summary>fr: contrat d'apprentissage.</summary>
    [JsonStringEnumMemberName("apprentissage")]
    Apprenticeship,

    /// <summary>fr: formation continue.</summary>
    [JsonStringEnumMemberName("formation_continue")]
    ContinuingTraining,

    /// <summary>fr: contrat de professionnalisation.</summary>
    [JsonStringEnumMemberName("contrat_professionnalisation")]
    ProfessionalisationContract,

    /// <summary>fr: candidature individuelle.</summary>
    [JsonStringEnumMemberName("candidature_individuelle")]
    Individual,

    /// <summary>fr: validation des acquis de l'expérience (VAE).</summary>
    [JsonStringEnumMemberName("vae")]
    Vae,
}

/// <summary>Whether a standard opens one route, and how we know (fr: ouverture d'une voie d'accès).</summary>
public sealed record AccessRouteOpening
{
    public AccessRoute Id { get; init; }

    public string Label { get; init; } = "";

    public bool Open { get; init; }

    public bool Jury { get; init; }

    /// <summary>Set when the source lost its yes/no column and the opening was deduced.</summary>
    public string? OpenInferredFrom { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];
}
