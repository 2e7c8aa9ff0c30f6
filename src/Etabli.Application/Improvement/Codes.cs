using System.Globalization;

namespace Etabli.Application.Improvement;

/// <summary>Short names given in order: AC01, AC02; X1, X2; K01.</summary>
internal static class Codes
{
    /// <summary>The code asked for, or one past the highest taken with this prefix.</summary>
    internal static string Next(string? asked, string prefix, int digits, IEnumerable<string> taken)
    {
        if (!string.IsNullOrWhiteSpace(asked))
        {
            return asked.Trim();
        }

        var highest = taken
            .Where(c => c.StartsWith(prefix, StringComparison.Ordinal))
            .Select(c => int.TryParse(c.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .DefaultIfEmpty(0)
            .Max();
        return prefix + (highest + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
