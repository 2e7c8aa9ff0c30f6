using Etabli.Certification.Enrolments;

namespace Etabli.Certification.Assessments;

/// <summary>What was seen of one criterion; no points, no averages (fr: atteint, non atteint, non observé).</summary>
public enum FindingValue
{
    Met,
    NotMet,
    NotObserved,
}

/// <summary>
/// What one assessor says of one criterion, over what he saw said before (fr: constat).
/// </summary>
/// <param name="Replaces">The sayings on this criterion that the author had before his eyes.</param>
public sealed record FindingEntry(
    FindingId Id, string Criterion, FindingValue Value, string? Comment, NamedPerson Author, DateTimeOffset At, IReadOnlyList<FindingId> Replaces);

/// <summary>
/// Reads the sayings on a grid. Nothing is ever overwritten: two members who save from the same state leave two
/// heads, both shown, until somebody speaks over both (fr: grille d'évaluation).
/// </summary>
/// <remarks>Depends on the set of entries only, never on the order they came in.</remarks>
public static class Findings
{
    /// <summary>
    /// The entries of one criterion that stand, oldest first: nothing replaced them yet, and nobody stands against himself,
    /// so that of what one member said from several windows the latest alone stands.
    /// </summary>
    public static IReadOnlyList<FindingEntry> Heads(IEnumerable<FindingEntry> entries, string criterion) =>
        [.. Unreplaced(entries, criterion).GroupBy(e => e.Author.Id).Select(mine => mine.Last()).OrderBy(e => e.At).ThenBy(e => e.Id.Value)];

    /// <summary>
    /// What a new entry replaces: the heads its author had before his eyes, what he said himself before, and what the
    /// authors of those heads had said before them.
    /// </summary>
    public static IReadOnlyList<FindingId> Answered(IReadOnlyList<FindingEntry> entries, string criterion, IReadOnlyList<FindingId> seen, NamedPerson by)
    {
        var heads = entries.Where(e => seen.Contains(e.Id)).ToList();
        return [.. seen.Concat(Unreplaced(entries, criterion)
            .Where(e => e.Author.Id == by.Id || heads.Exists(h => h.Author.Id == e.Author.Id && (h.At, h.Id.Value).CompareTo((e.At, e.Id.Value)) > 0))
            .Select(e => e.Id)).Distinct()];
    }

    /// <summary>Heads that disagree on the value; equal values side by side are no dispute.</summary>
    public static bool Diverge(IReadOnlyList<FindingEntry> heads) => heads.Select(h => h.Value).Distinct().Count() > 1;

    /// <summary>The value all heads share; null when nobody spoke or they disagree.</summary>
    public static FindingValue? Value(IReadOnlyList<FindingEntry> heads) =>
        heads.Count == 0 || Diverge(heads) ? null : heads[0].Value;

    /// <summary>Two grids written apart, put together: every entry once.</summary>
    public static IReadOnlyList<FindingEntry> Merge(IEnumerable<FindingEntry> one, IEnumerable<FindingEntry> other) =>
        [.. one.Concat(other).DistinctBy(e => e.Id).OrderBy(e => e.At).ThenBy(e => e.Id.Value)];

    private static List<FindingEntry> Unreplaced(IEnumerable<FindingEntry> entries, string criterion)
    {
        var all = entries.Where(e => e.Criterion == criterion).DistinctBy(e => e.Id).ToList();
        var replaced = all.SelectMany(e => e.Replaces).ToHashSet();
        return [.. all.Where(e => !replaced.Contains(e.Id)).OrderBy(e => e.At).ThenBy(e => e.Id.Value)];
    }
}
