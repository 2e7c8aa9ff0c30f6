using System.Globalization;

namespace Etabli.Application.Improvement;

/// <summary>A day as somebody typed or pasted it: 2026-01-23, 23/01/2026, 23.01.26 (fr: date saisie).</summary>
public static class TypedDay
{
    private static readonly string[] Shapes = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "yyyy/M/d"];

    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact((text ?? "").Trim(), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
