using System.Globalization;
using System.Text.Json;
using Etabli.Application.Journal;
using Etabli.Improvement.Actions;
using Etabli.Improvement.Indicators;
using Etabli.Web.Shell;
using Etabli.Web.Shell.Parts;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Improvement.Parts;

/// <summary>How values of the trade are said in these pages.</summary>
internal static class Said
{
    public static bool English => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>S36, W36.</summary>
    public static string Week(DateOnly day) => (English ? "W" : "S") + IsoWeek.Of(day).Number.ToString("00", CultureInfo.InvariantCulture);

    /// <summary>A period as its frequency names it: S36 2025, 7 oct. 2025, oct. 2025.</summary>
    public static string Period(DateOnly period, Frequency frequency, Tell tell) => frequency switch
    {
        Frequency.Weekly => $"{Week(period)} {IsoWeek.Of(period).Year}",
        Frequency.Monthly => period.ToString("MMM yyyy", CultureInfo.CurrentCulture),
        _ => tell.Day(period),
    };

    /// <summary>ven. 9 janv.: the year only when it could be mistaken.</summary>
    public static string Near(DateOnly day, Tell tell) =>
        Math.Abs(day.DayNumber - tell.Today.DayNumber) < 183 ? day.ToString("ddd d MMM", CultureInfo.CurrentCulture) : tell.Day(day);

    /// <summary>A value with its unit, which never leaves it.</summary>
    public static string Value(decimal value, string unit, Tell tell) =>
        tell.Number(value) + (unit is "%" ? English ? "" : "\u202F" : "\u00A0") + unit;

    /// <summary>≥ 72 %, ≤ 1,5 %.</summary>
    public static string Target(decimal target, TargetDirection direction, string unit, Tell tell) =>
        (direction == TargetDirection.AtLeast ? "≥\u00A0" : "≤\u00A0") + Value(target, unit, tell);

    public static StatusKind Status(ActionState state) => state switch
    {
        ActionState.Late => StatusKind.Bad,
        ActionState.UnderWay => StatusKind.UnderWay,
        ActionState.Closed => StatusKind.Good,
        _ => StatusKind.ToDo,
    };

    public static StatusKind Status(bool? reached) => reached switch
    {
        true => StatusKind.Good,
        false => StatusKind.Bad,
        _ => StatusKind.Unknown,
    };

    /// <summary>Claire Léandre (CLEAN); A03.</summary>
    public static string Person(string name, string code) => name == code ? code : $"{name} ({code})";

    /// <summary>The title of a project without what comes after its colon, for a path.</summary>
    public static string Short(string title)
    {
        var cut = title.IndexOf(':', StringComparison.Ordinal);
        return cut < 3 ? title : title[..cut].TrimEnd(' ', '\u00A0', '\u202F');
    }

    /// <summary>The history of an object as the parts show it.</summary>
    public static IReadOnlyList<HistoryEntry> History(JournalPage page, IStringLocalizer<JournalWords> acts) =>
        [.. page.Entries.Select(e => new HistoryEntry(e.At, e.Person, acts[e.Act], Detail(e.Detail), e.Hash))];

    // Of the facts of an act, those a reader understands without a key: a reason, a move of date, what a value was.
    private static string? Detail(string json)
    {
        using var facts = JsonDocument.Parse(json);
        if (facts.RootElement.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var said = new List<string>();
        if (facts.RootElement.TryGetProperty("from", out var from) && facts.RootElement.TryGetProperty("to", out var to))
        {
            said.Add($"{from} → {to}");
        }

        foreach (var name in (string[])["reason", "text", "person"])
        {
            if (facts.RootElement.TryGetProperty(name, out var fact) && fact.ValueKind == JsonValueKind.String)
            {
                said.Add(fact.GetString()!);
            }
        }

        return said.Count == 0 ? null : string.Join(", ", said);
    }
}
