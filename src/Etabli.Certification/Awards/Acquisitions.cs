using Etabli.Certification.Enrolments;
using Etabli.People;

namespace Etabli.Certification.Awards;

/// <summary>What one row of the register says of acquired blocks (fr: ligne d'acquis).</summary>
public sealed record Acquisition(RegisterEntryId Id, string Number, IReadOnlyList<string> Blocks, RegisterMark Mark, RegisterEntryId? About, DateTimeOffset IssuedAt);

/// <summary>What a person has acquired for life on one standard, read from the register (fr: acquis).</summary>
public static class Acquisitions
{
    /// <summary>
    /// Blocks acquired, each with the number that proves it, in the order of acquisition. Acquired parts never expire
    /// (rule R53); only a revocation takes one away. Entries of all versions of the standard count: a block keeps its
    /// code from version to version.
    /// </summary>
    public static IReadOnlyList<CarriedOverBlock> Of(PersonId person, string standardSlug, IReadOnlyCollection<RegisterEntry> register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return Of([.. register
            .Where(e => e.Holder.Person == person && e.StandardSlug == standardSlug)
            .Select(e => new Acquisition(e.Id, e.Number, e.Blocks, e.Mark, e.About, e.IssuedAt))]);
    }

    /// <summary>The same, from the rows of one person on one standard.</summary>
    public static IReadOnlyList<CarriedOverBlock> Of(IReadOnlyCollection<Acquisition> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var revoked = rows.Where(r => r.Mark == RegisterMark.Revocation).Select(r => r.About).ToHashSet();
        return
        [
            .. rows
                .Where(r => r.Mark == RegisterMark.None && !revoked.Contains(r.Id))
                .OrderBy(r => r.IssuedAt).ThenBy(r => r.Number, StringComparer.Ordinal)
                .SelectMany(r => r.Blocks.Select(b => new CarriedOverBlock(b, r.Number)))
                .DistinctBy(b => b.Block),
        ];
    }
}
