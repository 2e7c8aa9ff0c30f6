namespace Etabli.Methods.Balancing.Ruled;

/// <summary>The smallest set of rules that cannot be kept together (fr: règles contradictoires).</summary>
/// <remarks>
/// One that none of its rules can be left out of, by leaving rules out one by one (deletion filter: Chinneck and Dravnieks, ORSA J. Computing 3(2), 1991);
/// then every smaller set is tried, fewest rules first, while they are few.
/// </remarks>
internal static class RuleConflict
{
    private const int MostSets = 2_000;

    /// <summary>The rules to blame, and whether no smaller set is.</summary>
    /// <param name="count">Rules; all together they are impossible.</param>
    /// <param name="isImpossible">Whether some rules alone are surely impossible.</param>
    public static (IReadOnlyList<int> Rules, bool IsSmallest) Of(int count, Func<IReadOnlyList<int>, bool> isImpossible)
    {
        List<int> kept = [.. Enumerable.Range(0, count)];
        for (var rule = 0; rule < count; rule++)
        {
            List<int> without = [.. kept.Where(r => r != rule)];
            if (without.Count < kept.Count && isImpossible(without))
            {
                kept = without;
            }
        }

        var tried = 0;
        for (var size = 0; size < kept.Count; size++)
        {
            foreach (var set in Sets(count, size, 0))
            {
                if (++tried > MostSets)
                {
                    return (kept, false);
                }

                if (isImpossible(set))
                {
                    return (set, true);
                }
            }
        }

        return (kept, true);
    }

    private static IEnumerable<IReadOnlyList<int>> Sets(int count, int size, int from)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var first = from; first <= count - size; first++)
        {
            foreach (var rest in Sets(count, size - 1, first + 1))
            {
                yield return [first, .. rest];
            }
        }
    }
}
