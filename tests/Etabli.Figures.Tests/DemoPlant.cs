using System.Globalization;
using System.Text;

namespace Etabli.Figures.Tests;

/// <summary>The demonstration plant as its files tell it: one row, its values by column.</summary>
internal static class DemoPlant
{
    internal static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Demo", file + ".csv"), Encoding.UTF8).Where(line => line.Length > 0).Select(Cells).ToList();
        return [.. lines.Skip(1).Select(cells => (IReadOnlyDictionary<string, string>)lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    internal static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(character);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
