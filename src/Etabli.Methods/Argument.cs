using System.Globalization;

namespace Etabli.Methods;

/// <summary>The checks at the door: a wrong input is named, with its value and what was expected.</summary>
internal static class Argument
{
    public static double Finite(double value, string name) => double.IsFinite(value) ? value : throw Wrong(value, name, "a finite number");

    public static double Positive(double value, string name) => double.IsFinite(value) && value > 0 ? value : throw Wrong(value, name, "a finite number above 0");

    public static double? Positive(double? value, string name) => value is { } given ? Positive(given, name) : null;

    public static double NotNegative(double value, string name) => double.IsFinite(value) && value >= 0 ? value : throw Wrong(value, name, "a finite number, 0 or more");

    public static double? NotNegative(double? value, string name) => value is { } given ? NotNegative(given, name) : null;

    public static decimal Positive(decimal value, string name) => value > 0 ? value : throw Wrong(value, name, "a number above 0");

    public static decimal NotNegative(decimal value, string name) => value >= 0 ? value : throw Wrong(value, name, "0 or more");

    public static decimal? NotNegative(decimal? value, string name) => value is { } given ? NotNegative(given, name) : null;

    public static long Positive(long value, string name) => value > 0 ? value : throw Wrong(value, name, "a whole number above 0");

    public static long NotNegative(long value, string name) => value >= 0 ? value : throw Wrong(value, name, "a whole number, 0 or more");

    public static long? NotNegative(long? value, string name) => value is { } given ? NotNegative(given, name) : null;

    public static int Positive(int value, string name) => value > 0 ? value : throw Wrong(value, name, "a whole number above 0");

    public static int? Positive(int? value, string name) => value is { } given ? Positive(given, name) : null;

    public static TimeSpan Positive(TimeSpan value, string name) => value > TimeSpan.Zero ? value : throw Wrong(value, name, "a duration above 0");

    public static TimeSpan NotNegative(TimeSpan value, string name) => value >= TimeSpan.Zero ? value : throw Wrong(value, name, "a duration, 0 or more");

    public static TimeSpan? NotNegative(TimeSpan? value, string name) => value is { } given ? NotNegative(given, name) : null;

    /// <summary>A share that may be nothing and may not be all: 0 ≤ value &lt; 1.</summary>
    public static double? BelowOne(double? value, string name) => value is null or (>= 0 and < 1) ? value : throw Wrong(value.Value, name, "a share from 0 up to 1, 1 excluded");

    /// <summary>A share that may be all and may not be nothing: 0 &lt; value ≤ 1.</summary>
    public static double? AboveZero(double? value, string name) => value is null or (> 0 and <= 1) ? value : throw Wrong(value.Value, name, "a share above 0, up to 1");

    public static string Said(string value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value;
    }

    private static ArgumentOutOfRangeException Wrong(IFormattable value, string name, string expected) =>
        new(name, value, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; expected {expected}."));
}
