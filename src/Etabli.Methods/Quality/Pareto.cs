using System.Runtime.InteropServices;

namespace Etabli.Methods.Quality;

/// <summary>The vital few and the useful many (fr: Pareto).</summary>
/// <remarks>
/// Source: Juran, J. M. (ed.), Quality Control Handbook, McGraw-Hill, 1951, for the principle; thresholds and classes are trade usage.
/// </remarks>
public static class Pareto
{
    /// <summary>Pareto of weighed causes.</summary>
    /// <param name="weights">Cause and weight, in any order; a cause may come several times, its weights are added. Each weight ≥ 0.</param>
    /// <param name="measure">What the weights are, to be said on the figure.</param>
    /// <param name="choices">Thresholds and grouping; the usual ones when null.</param>
    /// <returns>
    /// Bars by decreasing weight, ties by name (ordinal), others last. Class A is, by default, the smallest leading set whose
    /// cumulated share is at or above the threshold, compared exactly, in decimal; a bar of others has the class of its place. Empty when nothing weighs.
    /// </returns>
    /// <exception cref="ArgumentException">A cause says nothing, or B is under A.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative.</exception>
    /// <exception cref="OverflowException">The total is beyond a decimal.</exception>
    /// <remarks>O(n + k log k), k causes. Source: Juran, 1951; classes are trade usage.</remarks>
    /// <example>
    /// Contact number 94, price code 80, supplier code 66, part number 33, schedule date 27: the first three make 240 / 300 = 80 %, class A.
    /// <code>
    /// var table = Pareto.Of([("price code", 80), ("schedule date", 27), ("supplier code", 66), ("contact num.", 94), ("part num.", 33)]);
    /// table.ClassA.Count; // 3
    /// </code>
    /// </example>
    public static ParetoTable Of(IEnumerable<(string Cause, decimal Weight)> weights, ParetoMeasure measure = ParetoMeasure.Count, ParetoChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        choices ??= new();
        if (choices.B < choices.A)
        {
            throw new ArgumentException($"B is {choices.B}, under A, {choices.A}; expected A ≤ B.", nameof(choices));
        }

        var sums = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (cause, weight) in weights)
        {
            Argument.Said(cause, nameof(weights));
            CollectionsMarshal.GetValueRefOrAddDefault(sums, cause, out _) += Argument.NotNegative(weight, nameof(weights));
        }

        var zeros = sums.Where(s => s.Value == 0).Select(s => s.Key).Order(StringComparer.Ordinal);
        var ranked = sums.Where(s => s.Value > 0).Select(s => (Cause: s.Key, Weight: s.Value)).ToList();
        ranked.Sort((x, y) => Compare(x, y, choices.Others));
        var total = ranked.Sum(r => r.Weight);
        return new(measure, total, Bars(Grouped(ranked, total, choices), total, choices), [.. zeros]);
    }

    /// <summary>Pareto of what happened, by count, duration or cost.</summary>
    /// <param name="occurrences">What happened, in any order.</param>
    /// <param name="measure">By what it is weighed: pieces, seconds or money.</param>
    /// <param name="choices">Thresholds and grouping; the usual ones when null.</param>
    /// <exception cref="ArgumentException">An occurrence does not say the measure: an unknown is not a zero.</exception>
    /// <remarks>O(n + k log k). The three measures rarely agree: <see cref="ParetoTable.RankOf"/> tells the rank in each. Source: Juran, 1951.</remarks>
    /// <example><code>Pareto.Of([new Occurrence("jam", Duration: TimeSpan.FromMinutes(3)), new("setup", Duration: TimeSpan.FromMinutes(81))], ParetoMeasure.Duration).Bars[0].Amount; // 4860 s, setup</code></example>
    public static ParetoTable Of(IEnumerable<Occurrence> occurrences, ParetoMeasure measure, ParetoChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(occurrences);
        return Of(occurrences.Select(o => (o.Cause, o.WeightBy(measure))), measure, choices);
    }

    /// <summary>Pareto of families, and of the causes in each.</summary>
    /// <param name="occurrences">What happened; each with its family.</param>
    /// <param name="measure">By what it is weighed, on both levels.</param>
    /// <param name="choices">Thresholds and grouping of both levels. A family grouped with others has no second level of its own.</param>
    /// <exception cref="ArgumentException">An occurrence has no family, or does not say the measure.</exception>
    /// <remarks>O(n + k log k). Source: trade usage.</remarks>
    /// <example><code>Pareto.TwoLevels([new("jam", 3, Family: "press"), new("setup", 5, Family: "press"), new("jam", 2, Family: "oven")], ParetoMeasure.Count).Within[0].Causes.Bars[0].Cause; // "setup", of the press</code></example>
    public static ParetoTree TwoLevels(IEnumerable<Occurrence> occurrences, ParetoMeasure measure, ParetoChoices? choices = null)
    {
        ArgumentNullException.ThrowIfNull(occurrences);
        var all = occurrences.ToList();
        if (all.Find(o => string.IsNullOrWhiteSpace(o.Family)) is { } stray)
        {
            throw new ArgumentException($"An occurrence of '{stray.Cause}' has no family; expected one on every occurrence.", nameof(occurrences));
        }

        var families = Of(all.Select(o => (o.Family, o.WeightBy(measure))), measure, choices);
        var byFamily = all.ToLookup(o => o.Family, StringComparer.Ordinal);
        return new(families, [.. families.Bars.Where(b => byFamily.Contains(b.Cause)).Select(b => new ParetoOfFamily(b.Cause, Of(byFamily[b.Cause], measure, choices)))]);
    }

    private static int Compare((string Cause, decimal Weight) x, (string Cause, decimal Weight) y, string others)
    {
        var last = (x.Cause == others).CompareTo(y.Cause == others);
        var heavier = last == 0 ? y.Weight.CompareTo(x.Weight) : last;
        return heavier == 0 ? string.CompareOrdinal(x.Cause, y.Cause) : heavier;
    }

    private static List<(string Cause, decimal Weight)> Grouped(List<(string Cause, decimal Weight)> ranked, decimal total, ParetoChoices choices)
    {
        var told = ranked.Count > 0 && ranked[^1].Cause == choices.Others ? ranked.Count - 1 : ranked.Count;
        var kept = Math.Max(choices.KeepFirst ?? told, Leading(ranked, total, choices.A, choices.Rule));
        if (told - kept < 2)
        {
            return ranked;
        }

        return [.. ranked[..kept], (choices.Others, ranked.Skip(kept).Sum(r => r.Weight))];
    }

    /// <summary>How many leading causes a threshold takes; weights are compared with threshold × total, so no share is rounded.</summary>
    private static int Leading(List<(string Cause, decimal Weight)> ranked, decimal total, decimal threshold, ThresholdRule rule)
    {
        var sum = 0m;
        for (var i = 0; i < ranked.Count; i++)
        {
            sum += ranked[i].Weight;
            if (rule == ThresholdRule.Reach && sum >= threshold * total)
            {
                return i + 1;
            }

            if (rule == ThresholdRule.StayUnder && sum > threshold * total)
            {
                return i;
            }
        }

        return ranked.Count;
    }

    private static List<ParetoBar> Bars(List<(string Cause, decimal Weight)> ranked, decimal total, ParetoChoices choices)
    {
        var a = Leading(ranked, total, choices.A, choices.Rule);
        var b = Leading(ranked, total, choices.B, choices.Rule);
        var bars = new List<ParetoBar>(ranked.Count);
        var sum = 0m;
        for (var i = 0; i < ranked.Count; i++)
        {
            var (cause, weight) = ranked[i];
            sum += weight;
            bars.Add(new(cause, weight, weight / total, sum / total, i < a ? AbcClass.A : i < b ? AbcClass.B : AbcClass.C, cause == choices.Others));
        }

        return bars;
    }
}
