using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Web.Shell.Parts;

namespace Etabli.Web.Certification.Assessments;

/// <summary>How the grid shows a finding, and what a form says was before the reader's eyes.</summary>
internal static class GridMarks
{
    public static StatusKind KindOf(FindingValue value) => value switch
    {
        FindingValue.Met => StatusKind.Good,
        FindingValue.NotMet => StatusKind.Bad,
        _ => StatusKind.Unknown,
    };

    /// <summary>Identifiers as a hidden field carries them, separated by commas; what is not one is left out.</summary>
    public static IReadOnlyList<FindingId> Ids(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(t => Guid.TryParse(t, out var id) ? new FindingId(id) : default).Where(id => id != default)];
}
