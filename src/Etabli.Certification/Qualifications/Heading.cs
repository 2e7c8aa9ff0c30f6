using System.Text.Json.Serialization;

namespace Etabli.Certification.Qualifications;

/// <summary>The five headings criteria are sorted under (fr: rubrique de critères).</summary>
public enum Heading
{
    /// <summary>fr: méthodes utilisées.</summary>
    [JsonStringEnumMemberName("methodes")]
    Methods,

    /// <summary>fr: moyens utilisés.</summary>
    [JsonStringEnumMemberName("moyens")]
    Means,

    /// <summary>fr: liens professionnels et relationnels.</summary>
    [JsonStringEnumMemberName("relations")]
    Relations,

    /// <summary>fr: contraintes liées au milieu et à l'environnement de travail.</summary>
    [JsonStringEnumMemberName("contraintes")]
    Constraints,

    /// <summary>fr: résultats.</summary>
    [JsonStringEnumMemberName("resultats")]
    Results,
}

/// <summary>A heading with the standard's own words (fr: intitulé de rubrique).</summary>
public sealed record HeadingLabel
{
    public Heading Id { get; init; }

    public string Label { get; init; } = "";
}
