namespace Etabli.Certification.Qualifications;

/// <summary>One thing wrong in a standard's file, with the place (fr: erreur de référentiel).</summary>
/// <param name="JsonPath">Where: $.competences[3].criteria[0].id.</param>
/// <param name="Rule">Which rule: a keyword of the schema ("required", "pattern"…) or a rule of coherence ("block-partition"…).</param>
/// <param name="Detail">What was expected, or what was found.</param>
public sealed record StandardFault(string JsonPath, string Rule, string? Detail = null)
{
    public override string ToString() => Detail is null ? $"{JsonPath}: {Rule}" : $"{JsonPath}: {Rule} ({Detail})";
}

/// <summary>What came of reading a file: its content, or every fault, never both (fr: lecture de référentiel).</summary>
public sealed record StandardReading(StandardContent? Content, IReadOnlyList<StandardFault> Faults);
