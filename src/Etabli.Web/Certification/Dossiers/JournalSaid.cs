using System.Text.Json;
using Etabli.Application.Journal;
using Etabli.Web.Shell.Parts;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Dossiers;

/// <summary>Entries of the journal as lines of history: the act's sentence, and the few facts one reads.</summary>
internal static class JournalSaid
{
    private static readonly string[] Read = ["title", "competence", "criterion", "criteria", "target", "member", "tutor", "to", "rule", "number", "carriedOver"];

    public static IReadOnlyList<HistoryEntry> Lines(IEnumerable<JournalPage.Entry> entries, IStringLocalizer<JournalWords> words) =>
        [.. entries.Select(e => new HistoryEntry(e.At, e.Person, words[e.Act], Facts(e.Detail), e.Hash))];

    private static string? Facts(string detail)
    {
        using var json = JsonDocument.Parse(detail);
        var facts = json.RootElement.ValueKind == JsonValueKind.Object
            ? json.RootElement.EnumerateObject().Where(p => Read.Contains(p.Name)).Select(p => Said(p.Value)).Where(f => f.Length > 0).ToList()
            : [];
        return facts.Count == 0 ? null : string.Join(" · ", facts);
    }

    private static string Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Said)),
        JsonValueKind.Null => "",
        _ => value.ToString(),
    };
}
