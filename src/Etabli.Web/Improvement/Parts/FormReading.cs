using Etabli.Web.Shell.Forms;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Improvement.Parts;

/// <summary>Reads a typed field, or notes what is wrong with it and how to mend it.</summary>
internal static class FormReading
{
    public static void Needed(this string? text, FormErrors errors, string field, IStringLocalizer words)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(field, words["FieldNeeded"]);
        }
    }

    public static DateOnly AsDay(this string? text, FormErrors errors, string field, IStringLocalizer words)
    {
        if (Typed.Day(text) is { } day)
        {
            return day;
        }

        errors.Add(field, string.IsNullOrWhiteSpace(text) ? words["DayNeeded"] : words["DayWrong", text]);
        return default;
    }

    public static decimal AsNumber(this string? text, FormErrors errors, string field, IStringLocalizer words)
    {
        if (Typed.Number(text) is { } number)
        {
            return number;
        }

        errors.Add(field, string.IsNullOrWhiteSpace(text) ? words["NumberNeeded"] : words["NumberWrong", text]);
        return default;
    }

    public static Guid AsChoice(this string? text, FormErrors errors, string field, IStringLocalizer words)
    {
        if (Guid.TryParse(text, out var chosen) && chosen != Guid.Empty)
        {
            return chosen;
        }

        errors.Add(field, words["ChoiceNeeded"]);
        return default;
    }
}
