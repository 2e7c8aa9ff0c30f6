using System.Globalization;
using System.Text;
using System.Text.Json;
using MathNet.Numerics;
using MathNet.Numerics.LinearRegression;
using MathNet.Numerics.Statistics;

namespace Etabli.Benchmarks;

/// <summary>How many digits are shared with the certified figures of NIST's reference sets, ours and the rival's.</summary>
internal static class Digits
{
    public static string Table(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "certified.json")));
        var certified = document.RootElement.GetProperty("certified");
        var text = new StringBuilder("## Digits shared with NIST's certified figures\n\n| set | figure | ours | MathNet | naive |\n|---|---|---|---|---|\n");
        foreach (var set in new[] { "Lottery", "Michelso", "NumAcc1", "NumAcc2", "NumAcc4" })
        {
            var values = Columns(folder, set)["y"];
            var summary = Methods.Statistics.Summary.Of(values);
            var mean = values.Average();
            var rival = new DescriptiveStatistics(values);
            Row(text, set, "mean", Number(certified.GetProperty(set), "mean"), summary.Mean.Known, rival.Mean, values.Sum() / values.Length);
            Row(text, set, "standard deviation", Number(certified.GetProperty(set), "sd"), summary.StandardDeviation.Known, rival.StandardDeviation, Math.Sqrt((values.Sum(v => v * v) - values.Length * mean * mean) / (values.Length - 1)));
        }

        foreach (var (set, degree) in new[] { ("Norris", 1), ("Wampler1", 5), ("Wampler2", 5), ("Wampler4", 5), ("Filip", 10) })
        {
            var columns = Columns(folder, set);
            var (x, y) = (columns["x"], columns["y"]);
            var ours = Methods.Statistics.Regression.LinearRegression.Polynomial(x, y, degree).Coefficients.Select(c => c.Value).ToArray();
            double[] rival;
            try
            {
                rival = Fit.Polynomial(x, y, degree, DirectRegressionMethod.QR);
            }
            catch (ArgumentException)
            {
                rival = [.. Enumerable.Repeat(0.0, degree + 1)];
            }

            Worst(text, set, certified.GetProperty(set), ours, rival);
        }

        var longley = Columns(folder, "Longley");
        var names = longley.Keys.Where(k => k != "y").ToList();
        var all = names.ConvertAll(n => longley[n]);
        var fit = Methods.Statistics.Regression.LinearRegression.Multiple(all, longley["y"]).Coefficients.Select(c => c.Value).ToArray();
        var rows = Enumerable.Range(0, longley["y"].Length).Select(i => all.Select(c => c[i]).ToArray()).ToArray();
        Worst(text, "Longley", certified.GetProperty("Longley"), fit, MultipleRegression.QR(rows, longley["y"], intercept: true));
        return text.Append("\nFifteen digits at most: certified figures have no more. For coefficients, the worst of the set.\n").ToString();
    }

    private static void Worst(StringBuilder text, string set, JsonElement certified, double[] ours, double[] rival)
    {
        var known = certified.GetProperty("parameters").EnumerateArray().Select(c => Number(c, "estimate")).ToArray();
        double Least(double[] found) => known.Zip(found, Shared).Min();
        text.Append(CultureInfo.InvariantCulture, $"| {set} | coefficients | {Least(ours):0.0} | {Least(rival):0.0} | |\n");
    }

    private static void Row(StringBuilder text, string set, string figure, double certified, double ours, double rival, double naive) =>
        text.Append(CultureInfo.InvariantCulture, $"| {set} | {figure} | {Shared(certified, ours):0.0} | {Shared(certified, rival):0.0} | {Shared(certified, naive):0.0} |\n");

    private static double Shared(double certified, double found)
    {
        var error = certified == 0 ? Math.Abs(found) : Math.Abs((found - certified) / certified);
        return error == 0 ? 15 : double.IsFinite(error) ? Math.Clamp(-Math.Log10(error), 0, 15) : 0;
    }

    private static double Number(JsonElement of, string name) => Parse(of.GetProperty(name).GetString()!);

    private static double Parse(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static Dictionary<string, double[]> Columns(string folder, string set)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, set + ".csv"));
        var rows = lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',').Select(Parse).ToArray()).ToArray();
        return lines[0].Split(',').Select((name, i) => (name, column: rows.Select(r => r[i]).ToArray())).ToDictionary(c => c.name, c => c.column);
    }
}
