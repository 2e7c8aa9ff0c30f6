namespace Etabli.Figures.Ink;

/// <summary>An axis of measured values, graduated by round steps: 1, 2 or 5 times a power of ten. It need not hold zero.</summary>
internal sealed record ValueAxis(double Low, double High, double Step)
{
    private const double Furthest = 1e300;

    internal int Decimals => Math.Clamp((int)-Math.Floor(Math.Log10(Step) + 1e-9), 0, 9);

    internal IReadOnlyList<double> Graduations => [.. Enumerable.Range(0, (int)Math.Clamp(Math.Round((High - Low) / Step), 0, 40) + 1).Select(i => Low + i * Step).Select(value => Math.Abs(value) < Step * 1e-9 ? 0 : value)];

    /// <summary>The axis that holds these values; what is not a number counts for nothing.</summary>
    internal static ValueAxis Of(IEnumerable<double> values, int most = 6, bool fromZero = false)
    {
        var (least, greatest) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (double.IsFinite(value))
            {
                least = Math.Min(least, Math.Clamp(value, -Furthest, Furthest));
                greatest = Math.Max(greatest, Math.Clamp(value, -Furthest, Furthest));
            }
        }

        if (least > greatest)
        {
            (least, greatest) = (0, 1);
        }

        if (fromZero)
        {
            (least, greatest) = (Math.Min(0, least), Math.Max(0, greatest));
        }

        if (greatest - least <= Math.Max(Math.Abs(least), Math.Abs(greatest)) * 1e-9)
        {
            var room = least == 0 ? 1 : Math.Abs(least) * 0.05;
            (least, greatest) = fromZero ? (least, greatest + room) : (least - room, greatest + room);
        }

        var step = Nice((greatest - least) / most);
        return new ValueAxis(Math.Floor(least / step + 1e-9) * step, Math.Ceiling(greatest / step - 1e-9) * step, step);
    }

    /// <summary>The same axis with some air at both ends, which it does not take below zero when nothing is below.</summary>
    internal static ValueAxis Aired(IReadOnlyCollection<double> values, int most = 6, double air = 0.06)
    {
        List<double> known = [.. values.Where(double.IsFinite).Select(value => Math.Clamp(value, -Furthest, Furthest))];
        if (known.Count == 0)
        {
            return Of([], most);
        }

        var (least, greatest) = (known.Min(), known.Max());
        var room = (greatest - least) * air;
        var foot = least >= 0 && least - room < 0 ? 0 : least - room;
        return Of([foot, greatest + room], most);
    }

    /// <summary>Place of a value between the foot (0) and the top (1), kept inside.</summary>
    internal double At(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    internal double WidestLabel(Language language, TextStyle style) => Graduations.Max(value => style.Measure(language.Written(value, Decimals)));

    private static double Nice(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var lead = rough / power;
        return (lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10) * power;
    }
}
