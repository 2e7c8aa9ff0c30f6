using System.Globalization;

namespace Etabli.Figures.Ink;

/// <summary>Writes computed numbers: what a computation may give, a decimal cannot always hold.</summary>
internal static class WrittenReal
{
    private const string Unknown = "—";

    internal static string Written(this Language language, double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return Unknown;
        }

        var size = Math.Abs(value);
        if (size is < 1e15 and > 1e-9 || value == 0)
        {
            return language.Number(Math.Round((decimal)value, Math.Clamp(decimals, 0, 12), MidpointRounding.AwayFromZero), Math.Clamp(decimals, 0, 12));
        }

        if (size <= 1e-9 && decimals < 10)
        {
            return language.Number(0, decimals);
        }

        var power = (int)Math.Floor(Math.Log10(size));
        return language.Number((decimal)Math.Round(value / Math.Pow(10, power), 2), 2) + "E" + power.ToString(CultureInfo.InvariantCulture).Replace('-', '−');
    }

    internal static string Written(this Language language, double? value, int decimals) => value is { } known ? language.Written(known, decimals) : Unknown;
}
