namespace Etabli.Methods.Tests.Statistics;

/// <summary>Draws of known distributions, by roads that are not the library's.</summary>
internal static class Dice
{
    /// <summary>Box and Muller's pair, one half of it.</summary>
    public static double Normal(Random dice) => Math.Sqrt(-2 * Math.Log(1 - dice.NextDouble())) * Math.Cos(2 * Math.PI * dice.NextDouble());

    public static double[] Normals(Random dice, int count, double mean = 0, double spread = 1) => [.. Enumerable.Range(0, count).Select(_ => mean + spread * Normal(dice))];

    public static double Exponential(Random dice, double mean) => -mean * Math.Log(1 - dice.NextDouble());
}
