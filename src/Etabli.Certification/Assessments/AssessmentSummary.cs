using Etabli.People.Files;

namespace Etabli.Certification.Assessments;

/// <summary>What the jury reads, frozen when the commission closes (fr: récapitulatif des évaluations).</summary>
/// <param name="Json">Everything, as text.</param>
/// <param name="Sha256">Fingerprint of that text.</param>
/// <param name="File">The same as pages, once they are made.</param>
public sealed record AssessmentSummary(string Json, string Sha256, DateTimeOffset FrozenAt, FileId? File)
{
    public static AssessmentSummary Freeze(string json, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        return new(json, Fingerprints.Of(json), at, null);
    }

    public bool IsIntact() => Sha256 == Fingerprints.Of(Json);
}
