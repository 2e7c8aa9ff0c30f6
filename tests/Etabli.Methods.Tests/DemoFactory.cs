using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Etabli.Methods.Tests;

/// <summary>The demonstration factory as its files tell it, and the answers its generator computed on its own.</summary>
internal static class DemoFactory
{
    public static string Root { get; } = FindRoot();

    public static JsonElement Answers { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "data/demo/csv/reponses.json"))).RootElement;

    /// <summary>Rows of a file, by the names of its head.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Root, "data/demo/csv", file));
        var head = Cells(lines[0]);
        return [.. lines.Skip(1).Select(l => head.Zip(Cells(l)).ToDictionary(c => c.First, c => c.Second))];
    }

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Public reference data that is not in the repository; says so and does not pass when it is missing.</summary>
    public static JsonElement Published(string file) => JsonDocument.Parse(File.ReadAllText(PublishedPath(file))).RootElement;

    /// <summary>Lines of a public reference table that is not in the repository; says so and does not pass when it is missing.</summary>
    public static string[] PublishedLines(string file) => File.ReadAllLines(PublishedPath(file));

    private static string PublishedPath(string file)
    {
        var folder = Environment.GetEnvironmentVariable("ETABLI_DATA") ?? Path.Combine(Root, "../shared/data");
        var path = Path.Combine(folder, file);
        Assert.SkipUnless(File.Exists(path), $"Reference data {file} is not there: set ETABLI_DATA to the folder that holds it.");
        return path;
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Etabli.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
