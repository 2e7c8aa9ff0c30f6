using Etabli.People;

namespace Etabli.Certification;

/// <summary>What people write: trimmed, and long enough to say something.</summary>
internal static class Wording
{
    /// <exception cref="RefusalException">Shorter than asked once trimmed.</exception>
    public static string Reason(string? text, int shortest = 1)
    {
        var trimmed = (text ?? "").Trim();
        return trimmed.Length >= shortest ? trimmed : throw new RefusalException(Refusal.ReasonTooShort, shortest);
    }

    public static string? Optional(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
