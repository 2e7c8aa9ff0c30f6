using Etabli.People;

namespace Etabli.Improvement;

/// <summary>What every text of this module goes through: trimmed, not empty where it must not be, not endless.</summary>
internal static class Wording
{
    /// <summary>Longest name, label or code line.</summary>
    internal const int Line = 300;

    /// <summary>Longest free text.</summary>
    internal const int Page = 20_000;

    internal static string Required(string? text, Refusal whenMissing, int limit = Line)
    {
        var trimmed = Optional(text, limit);
        return trimmed.Length == 0 ? throw new RefusalException(whenMissing) : trimmed;
    }

    internal static string Optional(string? text, int limit = Line)
    {
        var trimmed = (text ?? "").Trim();
        return trimmed.Length > limit ? throw new RefusalException(Refusal.TextTooLong, limit) : trimmed;
    }

    /// <summary>Lines of a list: trimmed, without the empty ones.</summary>
    internal static IEnumerable<string> Lines(IEnumerable<string> lines) =>
        lines.Select(l => Optional(l, 2_000)).Where(l => l.Length > 0);
}
