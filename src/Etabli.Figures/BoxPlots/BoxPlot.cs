namespace Etabli.Figures.BoxPlots;

/// <summary>The five numbers of a group of values, and those that lie far out. (fr: boîte à moustaches)</summary>
/// <param name="Name">Name of the group.</param>
/// <param name="Count">How many values it has.</param>
/// <param name="Low">End of the lower whisker: the lowest value that is not far out.</param>
/// <param name="LowerQuartile">First quartile.</param>
/// <param name="Median">Median.</param>
/// <param name="UpperQuartile">Third quartile.</param>
/// <param name="High">End of the upper whisker: the highest value that is not far out.</param>
public sealed record BoxGroup(string Name, int Count, double Low, double LowerQuartile, double Median, double UpperQuartile, double High)
{
    /// <summary>Values beyond the fences, at one and a half times the box from it.</summary>
    public IReadOnlyList<double> Outliers { get; init; } = [];

    /// <summary>Mean, drawn as a cross; none if null.</summary>
    public double? Mean { get; init; }

    /// <summary>The numbers of some values, quartiles interpolated between ranks, fences by Tukey.</summary>
    /// <param name="name">Name of the group.</param>
    /// <param name="values">Its values; what is not a number is left out.</param>
    public static BoxGroup? Of(string name, IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0)
        {
            return null;
        }

        var (low, high) = (At(sorted, 0.25), At(sorted, 0.75));
        var (floor, ceiling) = (low - 1.5 * (high - low), high + 1.5 * (high - low));
        double[] inside = [.. sorted.Where(value => value >= floor && value <= ceiling)];
        return new BoxGroup(name, sorted.Length, inside[0], low, At(sorted, 0.5), high, inside[^1])
        {
            Outliers = [.. sorted.Where(value => value < floor || value > ceiling)],
            Mean = sorted.Average(),
        };
    }

    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}

/// <summary>Groups of values side by side. (fr: boîtes à moustaches)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Quantity">What was measured.</param>
/// <param name="Unit">Its unit; nothing if empty.</param>
/// <param name="Groups">The groups, from left to right.</param>
public sealed record BoxPlot(string Title, string Quantity, string Unit, IReadOnlyList<BoxGroup> Groups)
{
    /// <summary>Digits after the separator.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Value aimed at.</summary>
    public double? Target { get; init; }

    /// <summary>Lowest value tolerated.</summary>
    public double? LowerTolerance { get; init; }

    /// <summary>Highest value tolerated.</summary>
    public double? UpperTolerance { get; init; }

    /// <summary>What groups are: operator, machine, week; written under the axis.</summary>
    public string? GroupName { get; init; }

    /// <summary>When the values were measured.</summary>
    public string? Period { get; init; }

    /// <summary>A test between the groups, in words: one line under the figure.</summary>
    public string? Test { get; init; }

    /// <summary>How it reads, in one sentence; made from the numbers if null.</summary>
    public string? Reading { get; init; }
}
