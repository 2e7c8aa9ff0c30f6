using System.Globalization;
using System.Text.Json;

namespace Etabli.Methods.Tests.Statistics;

/// <summary>The Statistical Reference Datasets of NIST, kept outside the repository: values, certified figures, and how many digits we share with them.</summary>
internal static class Nist
{
    public static JsonElement Certified(string set) => DemoFactory.Published("nist/certified.json").GetProperty("certified").GetProperty(set);

    /// <summary>Columns of a set, by their names.</summary>
    public static Dictionary<string, double[]> Columns(string set)
    {
        var lines = DemoFactory.PublishedLines($"nist/{set}.csv");
        var rows = lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',').Select(DemoFactory.Number).ToArray()).ToArray();
        return lines[0].Split(',').Select((name, i) => (name, column: rows.Select(r => r[i]).ToArray())).ToDictionary(c => c.name, c => c.column);
    }

    public static double Number(JsonElement of, string name) => double.Parse(of.GetProperty(name).GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Log relative error: correct digits, 15 at most, as certified values have no more.</summary>
    public static double Digits(double certified, double found)
    {
        var error = certified == 0 ? Math.Abs(found) : Math.Abs((found - certified) / certified);
        return error == 0 ? 15 : Math.Min(15, -Math.Log10(error));
    }
}
