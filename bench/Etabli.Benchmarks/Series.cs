namespace Etabli.Benchmarks;

/// <summary>Measures of a process that holds, the same at every run.</summary>
internal static class Series
{
    public static double[] Normal(int count, double mean = 20, double deviation = 2, int seed = 1)
    {
        var dice = new Random(seed);
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = mean + deviation * Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());
        }

        return values;
    }
}
