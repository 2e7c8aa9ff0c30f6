namespace Etabli.Figures.Ink;

/// <summary>
/// A series longer than the columns of its plot, thinned without a lie: of each column its first, lowest, highest and last
/// values are kept, in their order. One pass.
/// </summary>
internal static class LongSeries
{
    /// <summary>Width of a column: a pixel of a screen.</summary>
    internal const double Column = 0.26;

    internal static bool IsLong(int count, double width) => count > 4 * (width / Column);

    /// <summary>The places of the values to draw; what is not a number is left out.</summary>
    internal static List<int> Keep(IReadOnlyList<double> values, double width)
    {
        var columns = Math.Max(1, (int)(width / Column));
        var kept = new List<int>(4 * columns);
        var (column, first, low, high, last) = (-1, -1, -1, -1, -1);
        for (var i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                continue;
            }

            var here = (int)((long)i * columns / values.Count);
            if (here != column)
            {
                Add(kept, first, low, high, last);
                (column, first, low, high) = (here, i, i, i);
            }

            low = values[i] < values[low] ? i : low;
            high = values[i] > values[high] ? i : high;
            last = i;
        }

        Add(kept, first, low, high, last);
        return kept;
    }

    private static void Add(List<int> kept, int first, int low, int high, int last)
    {
        foreach (var at in (ReadOnlySpan<int>)[first, Math.Min(low, high), Math.Max(low, high), last])
        {
            if (at >= 0 && (kept.Count == 0 || kept[^1] < at))
            {
                kept.Add(at);
            }
        }
    }
}
