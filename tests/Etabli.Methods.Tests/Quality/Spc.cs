using System.Globalization;
using System.Text.Json;

namespace Etabli.Methods.Tests.Quality;

/// <summary>Published series and answers kept outside the repository (spc), and the bore series of the demonstration.</summary>
internal static class Spc
{
    public static JsonElement Expected(string name) => DemoFactory.Published($"spc/expected/{name}.json");

    /// <summary>Rows of a published series; the folder is asked first, so that a missing one is said.</summary>
    public static IReadOnlyList<string[]> Rows(string file)
    {
        Expected("arl");
        var folder = Environment.GetEnvironmentVariable("ETABLI_DATA") ?? Path.Combine(DemoFactory.Root, "../shared/data");
        return [.. File.ReadLines(Path.Combine(folder, "spc", file)).Skip(1).Select(l => l.Split(','))];
    }

    public static double[] PistonRings() => [.. Rows("pistonrings.csv").Select(r => Number(r[0]))];

    public static double[] Bore() => [.. DemoFactory.Rows("18_spc_alesage.csv").Select(r => Number(r["ecart_um"]))];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public static double[] Numbers(JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];

    public static int[] Integers(JsonElement of, string name) => of.GetProperty(name).ValueKind == JsonValueKind.Number ? [of.GetProperty(name).GetInt32()] : [.. of.GetProperty(name).EnumerateArray().Select(e => e.GetInt32())];

    public static void Agree(IEnumerable<double> expected, IEnumerable<double> actual, double within)
    {
        var (e, a) = (expected.ToList(), actual.ToList());
        Assert.Equal(e.Count, a.Count);
        Assert.All(e.Zip(a), p => Assert.Equal(p.First, p.Second, within));
    }

    /// <summary>Normal values by Box and Muller from seeded dice.</summary>
    public static double[] Normal(int seed, int count, double mean = 0, double sigma = 1)
    {
        var dice = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => mean + sigma * Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble()))];
    }
}
