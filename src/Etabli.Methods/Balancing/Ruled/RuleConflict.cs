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

        var tried = 0L;
        for (var size = 0; size < kept.Count; size++)
        {
            tried += Choices(count, size);
            if (tried > MostSets)
            {
                return (kept, false);
            }

            var set = First(count, size, 0, [], isImpossible);
            if (set is not null)
            {
                return (set, true);
            }
        }

        return (kept, true);
    }

    // n over k, or more than may be tried.
    private static long Choices(int count, int size)
    {
        var choices = 1L;
        for (var i = 1; i <= size && choices <= MostSets; i++)
        {
            choices = choices * (count - size + i) / i;
        }

        return choices;
    }

    private static List<int>? First(int count, int size, int from, List<int> begun, Func<IReadOnlyList<int>, bool> isImpossible)
    {
        if (size == 0)
        {
            return isImpossible(begun) ? begun : null;
        }

        for (var rule = from; rule <= count - size; rule++)
        {
            if (First(count, size - 1, rule + 1, [.. begun, rule], isImpossible) is { } set)
            {
                return set;
            }
        }

        return null;
    }
}
