namespace Etabli.Figures.Trends;

/// <summary>
/// The vertical axis of a trend. It starts at zero unless the series lives far above it; then it is cut, and the drawing
/// says so. (fr: échelle)
/// </summary>
/// <param name="Low">Value at the foot.</param>
/// <param name="High">Value at the top.</param>
/// <param name="Step">From one graduation to the next.</param>
public sealed record TrendScale(double Low, double High, double Step)
{
    /// <summary>Whether the axis is cut.</summary>
    public bool IsBroken => Low > 0;

    /// <summary>Values that get a graduation.</summary>
    public IReadOnlyList<double> Graduations => [.. Enumerable.Range(0, (int)Math.Round((High - Low) / Step) + 1).Select(i => Math.Round(Low + i * Step, 9))];

    /// <summary>Decimals that a graduation needs.</summary>
    public int Decimals => Step >= 1 && Step == Math.Floor(Step) ? 0 : Step >= 0.1 ? 1 : 2;

    /// <summary>The axis of a series.</summary>
    /// <param name="values">The values, target included; at least one.</param>
    public static TrendScale Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Count, nameof(values));
        var least = values.Min();
        var most = values.Max();
        if (most == least)
        {
            most = least == 0 ? 1 : least + Math.Abs(least) * 0.1;
        }

        // Less than half of the axis in use: from zero, changes would not be seen.
        var fromZero = least < 0 || least <= most * 0.6;
        var foot = fromZero ? Math.Min(0, least) : least - (most - least) * 0.15;
        var step = Nice((most - foot) / 5);
        var low = Math.Floor(foot / step + 1e-9) * step;
        var high = Math.Ceiling(most / step - 1e-9) * step;
        if (high - most < step * 0.15)
        {
            high += step;
        }

        return new TrendScale(Math.Round(low, 9), Math.Round(high, 9), step);
    }

    /// <summary>Place of a value between the foot (0) and the top (1).</summary>
    /// <param name="value">The value.</param>
    public double At(double value) => (value - Low) / (High - Low);

    private static double Nice(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var lead = rough / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }
}
