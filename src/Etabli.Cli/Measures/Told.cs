using System.Globalization;
using System.Text.Json;
using Etabli.Methods;
using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Cli.Measures;

/// <summary>Results as JSON, with formula, terms and source down to what was given; and as words.</summary>
internal static class Told
{
    public static object Of<T>(Explained<T> result)
        where T : struct => new { value = Value(result.Value), unit = result.Unit, because = Of(result.Because) };

    public static object Of(Explanation because) => new
    {
        name = because.Formula.Name,
        formula = because.Formula.Symbols,
        source = because.Formula.Source.ToString(),
        terms = because.Terms.Select(t => new { symbol = t.Symbol, name = t.Name, value = Finite(t.Value), unit = t.Unit, of = t.Of, assumed = t.Assumed, from = t.From is { } from ? Of(from) : null }),
        gaps = because.Gaps.Select(g => new { of = g.Of, name = g.Name, kind = Key(g.Kind) }),
    };

    public static object? Of(ConfidenceInterval? interval) => interval is { } i ? new { low = i.Low, high = i.High, level = i.Level } : null;

    public static object Of(HypothesisTest test) => new
    {
        statistic = test.Statistic,
        freedom = test.Freedom,
        probability = test.Probability,
        exact = test.Exact,
        alternative = Key(test.Alternative),
        risk = test.Risk,
        conclusion = Key(test.Conclusion),
        estimates = test.Estimates.Select(e => new { name = e.Name, value = e.Value, unit = e.Unit, interval = Of(e.Interval) }),
        assumptions = test.Assumptions.Select(a => new { name = a.Name, status = Key(a.Status), note = a.Note }),
        because = Of(test.Because),
    };

    public static object Of(AnovaTable table) => table.Lines.Select(l => new { name = l.Name, freedom = l.Freedom, squares = l.Squares, meanSquare = l.MeanSquare, ratio = l.Ratio, probability = l.Probability });

    /// <summary>The stable key of a word: English, camelCase.</summary>
    public static string Key<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(word.ToString());

    /// <summary>A number as the reader writes it, with six digits.</summary>
    public static string Say(double? value) => value is { } v ? v.ToString(v != 0 && Math.Abs(v) is >= 1e6 and < 1e12 ? "F0" : "G6", CultureInfo.CurrentCulture) : "–";

    public static string Amount(decimal value) => value.ToString("0.######", CultureInfo.CurrentCulture);

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double? share) => share is { } s ? (100 * s).ToString("0.00", CultureInfo.CurrentCulture) + " %" : "–";

    public static string Say(ConfidenceInterval? interval) => interval is { } i ? Between(i.Low is { } low ? Say(low) : "−∞", i.High is { } high ? Say(high) : "+∞") : "";

    /// <summary>The value, or why there is none.</summary>
    public static string Say<T>(Explained<T> result)
        where T : struct => result.Value switch
        {
            null => "–",
            TimeSpan time => Say(time.TotalSeconds),
            ConfidenceInterval interval => Say(interval),
            double number => Say(number),
            int number => Say(number),
            long number => Say(number),
            _ => result.Value.ToString()!,
        };

    /// <summary>Things one after the other.</summary>
    public static string Join(IEnumerable<string> parts) => string.Join(Speech.Say("ListMark"), parts);

    /// <summary>Two ends.</summary>
    public static string Between(string low, string high) => $"[{low}{Speech.Say("ListMark")}{high}]";

    /// <summary>What is missing, in the reader's words.</summary>
    public static string Lacking(Explanation because) => string.Join(", ", because.Gaps.Select(g => g.Of.Length > 0 ? $"{Speech.Term(g.Name)} ({g.Of})" : Speech.Term(g.Name)));

    private static object? Value<T>(T? value)
        where T : struct => value switch
        {
            null => null,
            TimeSpan time => time.TotalSeconds,
            ConfidenceInterval interval => Of((ConfidenceInterval?)interval),
            _ => value,
        };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
