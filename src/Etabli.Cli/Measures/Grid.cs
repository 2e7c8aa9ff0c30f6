using System.Globalization;

namespace Etabli.Cli.Measures;

/// <summary>Lines in columns for a terminal: words to the left, numbers to the right.</summary>
internal sealed class Grid(params string[] heading)
{
    private readonly List<string[]> rows = [];

    public Grid Row(params string[] cells)
    {
        rows.Add(cells);
        return this;
    }

    public IEnumerable<string> Lines()
    {
        List<string[]> all = heading.Length > 0 ? [heading, .. rows] : rows;
        var columns = all.Count == 0 ? 0 : all.Max(r => r.Length);
        int[] widths = [.. Enumerable.Range(0, columns).Select(c => all.Max(r => c < r.Length ? Width(r[c]) : 0))];
        bool[] right = [.. Enumerable.Range(0, columns).Select(c => rows.Exists(r => c < r.Length && r[c].Length > 0) && rows.TrueForAll(r => c >= r.Length || r[c].Length == 0 || char.IsDigit(r[c][0]) || r[c][0] is '-' or '–'))];
        return all.Select(r => string.Join("  ", r.Select((cell, c) => right[c] ? new string(' ', widths[c] - Width(cell)) + cell : cell + new string(' ', widths[c] - Width(cell)))).TrimEnd());
    }

    private static int Width(string cell) => new StringInfo(cell).LengthInTextElements;
}
