namespace Etabli.Figures.Ink;

/// <summary>Labels at the end of their lines, moved apart when the lines are near one another.</summary>
internal static class SideLabels
{
    /// <summary>Baselines as near as may be to the wanted ones, none nearer to another than the leading; neighbours share the move.</summary>
    internal static double[] Spread(IReadOnlyList<double> wanted, double leading, double top, double bottom)
    {
        int[] order = [.. Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i])];
        var blocks = new List<(double Sum, int Count)>();
        for (var k = 0; k < order.Length; k++)
        {
            var block = (Sum: wanted[order[k]] - k * leading, Count: 1);
            while (blocks.Count > 0 && blocks[^1].Sum / blocks[^1].Count > block.Sum / block.Count)
            {
                block = (block.Sum + blocks[^1].Sum, block.Count + blocks[^1].Count);
                blocks.RemoveAt(blocks.Count - 1);
            }

            blocks.Add(block);
        }

        double[] sorted = [.. blocks.SelectMany(block => Enumerable.Repeat(block.Sum / block.Count, block.Count)).Select((start, k) => start + k * leading)];
        for (var k = 0; k < sorted.Length; k++)
        {
            sorted[k] = Math.Max(sorted[k], top + k * leading);
        }

        for (var k = sorted.Length - 1; k >= 0; k--)
        {
            sorted[k] = Math.Min(sorted[k], bottom - (sorted.Length - 1 - k) * leading);
        }

        var placed = new double[wanted.Count];
        for (var k = 0; k < order.Length; k++)
        {
            placed[order[k]] = sorted[k];
        }

        return placed;
    }
}
