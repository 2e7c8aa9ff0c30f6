using System.Globalization;
using System.Text.Json;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Documents;

/// <summary>What frozen evidence says when it has no picture: the facts whose names have words, in the order of the words below.</summary>
public static class ExhibitFacts
{
    private static readonly string[] Order =
    [
        "day", "place", "subject", "attendees", "text", "decisions", "label", "initialSituation", "target", "due", "measuredBy", "stake", "risk", "constraint",
        "deliverable", "owner", "state", "closedOn", "effectiveness", "title", "description",
    ];

    /// <summary>The facts of a frozen content; none when it is not readable.</summary>
    public static IReadOnlyList<ExhibitFact> Of(string? json, IStringLocalizer<DocumentWords> words, Tell tell)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(tell);
        if (json is null)
        {
            return [];
        }

        var found = new Dictionary<string, ExhibitFact>(StringComparer.Ordinal);
        using var content = JsonDocument.Parse(json);
        Read(content.RootElement, found, words, tell);
        return [.. Order.Where(found.ContainsKey).Select(name => found[name])];
    }

    private static void Read(JsonElement element, Dictionary<string, ExhibitFact> found, IStringLocalizer<DocumentWords> words, Tell tell)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                Read(property.Value, found, words, tell);
            }
            else if (Array.IndexOf(Order, property.Name) >= 0 && words["Fact." + property.Name] is { ResourceNotFound: false } label && Value(property.Value, tell) is { } value)
            {
                found[property.Name] = new ExhibitFact(label, value.Text, value.Items);
            }
        }
    }

    private static (string Text, IReadOnlyList<string>? Items)? Value(JsonElement value, Tell tell) => value.ValueKind switch
    {
        JsonValueKind.String when DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => (tell.Day(day), null),
        JsonValueKind.String when value.GetString() is { Length: > 0 } text => (text, null),
        JsonValueKind.Number => (tell.Number(value.GetDecimal()), null),
        JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => ("", [.. value.EnumerateArray().Select(item => item.GetString()!)]),
        _ => null,
    };
}

/// <summary>One fact: a text, or a list.</summary>
public sealed record ExhibitFact(string Label, string Text, IReadOnlyList<string>? Items);
