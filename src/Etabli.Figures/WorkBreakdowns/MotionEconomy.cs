using Etabli.Figures.Ink;

namespace Etabli.Figures.WorkBreakdowns;

/// <summary>What was seen of one principle of motion economy. (fr: principe observé)</summary>
/// <param name="Number">From 1 to <see cref="MotionEconomy.Count"/>.</param>
/// <param name="Holds">Whether it is kept; null when nobody looked.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Lead">What could be done.</param>
public sealed record SeenPrinciple(int Number, bool? Holds, string Seen = "", string Lead = "");

/// <summary>The principles of motion economy as they hold at one station. (fr: économie des gestes)</summary>
/// <param name="Title">Which station.</param>
/// <param name="Seen">What was seen, in any order; a principle that is not named was not looked at.</param>
/// <remarks>The 22 principles of Barnes, R. M., Motion and Time Study, in words of our own.</remarks>
public sealed record MotionEconomy(string Title, IReadOnlyList<SeenPrinciple> Seen)
{
    /// <summary>How many principles there are.</summary>
    public const int Count = 22;

    /// <summary>Where each of the three groups begins: body, workplace, tools.</summary>
    internal static readonly int[] Groups = [1, 9, 17];

    /// <summary>When it was seen.</summary>
    public string? Period { get; init; }

    /// <summary>A principle in words.</summary>
    /// <param name="number">From 1 to <see cref="Count"/>.</param>
    /// <param name="language">In which language.</param>
    public static string Principle(int number, Language language) => MotionEconomyWords.In(language).Principles[number - 1];
}
