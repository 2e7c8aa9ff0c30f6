using System.Globalization;
using System.Text.Json;

namespace Etabli.Application.Printing.Pages;

/// <summary>
/// A written diagnosis as pages of the report (fr: diagnostic écrit). It is read from the copy that is frozen with the report,
/// so that nothing changed in the study afterwards reaches it.
/// </summary>
/// <param name="Title">What people call it.</param>
/// <param name="Scope">Line, workshop, product.</param>
/// <param name="From">First day noted.</param>
/// <param name="Until">Last day noted.</param>
/// <param name="Revision">Which revision of the study was taken.</param>
/// <param name="Description">Description of the process.</param>
/// <param name="Sources">Where the facts come from.</param>
/// <param name="Means">Means that were used.</param>
/// <param name="Conclusion">What it comes to.</param>
/// <param name="Findings">Its facts, by theme.</param>
/// <param name="Plates">Its figures.</param>
public sealed record DiagnosisPages(
    string Title, string Scope, DateOnly? From, DateOnly? Until, int Revision, string? Description, string? Sources, string? Means, string? Conclusion,
    IReadOnlyList<DiagnosisFinding> Findings, IReadOnlyList<DiagnosisPicture> Plates)
{
    /// <summary>The diagnosis that a copy of evidence holds; null when it is something else.</summary>
    public static DiagnosisPages? Of(string kind, string? json)
    {
        if (kind != Improvement.ArtefactKinds.Study || json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        var said = document.RootElement;
        if (Text(said, "kind") != "diagnosis" || !said.TryGetProperty("plates", out var plates))
        {
            return null;
        }

        var settings = said.GetProperty("settings");
        return new(
            Text(said, "title") ?? "", Text(said, "scope") ?? "", Day(said, "from"), Day(said, "until"), said.GetProperty("revision").GetInt32(),
            Text(settings, "Description"), Text(settings, "Sources"), Text(settings, "Means"), Text(settings, "Conclusion"),
            [.. said.GetProperty("sheets").EnumerateArray().Where(s => Text(s, "kind") == "facts").SelectMany(Rows).GroupBy(f => f.Theme).SelectMany(g => g)],
            [.. plates.EnumerateArray().Select(p => new DiagnosisPicture(
                p.GetProperty("source").GetGuid(), Text(p, "key") ?? "", Text(p, "title") ?? "", Text(p, "author") ?? "", Day(p, "day"), Text(p, "svg") ?? "",
                [.. p.GetProperty("photos").EnumerateArray().Select(f => f.GetString()!)]))]);
    }

    // By the names the copy gives its columns: a column that came later is missing in an old copy, and says nothing.
    private static IEnumerable<DiagnosisFinding> Rows(JsonElement sheet)
    {
        var at = sheet.GetProperty("columns").EnumerateArray().Select((c, i) => (Key: c.GetString()!, i)).ToDictionary(c => c.Key, c => c.i);
        foreach (var row in sheet.GetProperty("rows").EnumerateArray())
        {
            string? Cell(string key) => at.TryGetValue(key, out var i) && i < row.GetArrayLength() && row[i].GetString() is { Length: > 0 } text ? text : null;
            yield return new(
                Cell("Theme") ?? "", Cell("Fact") ?? "", Cell("Measured"), Cell("Source"), Cell("Gap"),
                decimal.TryParse(Cell("Seriousness"), NumberStyles.Number, CultureInfo.InvariantCulture, out var grade) ? (int)grade : null, Cell("Lead"));
        }
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static DateOnly? Day(JsonElement of, string name) => DateOnly.TryParseExact(Text(of, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>One fact of a written diagnosis (fr: constat).</summary>
/// <param name="Theme">Key of its theme.</param>
/// <param name="Fact">What was found.</param>
/// <param name="Measured">Its measure; null when it was not measured.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Gap">Gap to the target.</param>
/// <param name="Seriousness">From 1 to 4, 4 the most serious; null when not judged.</param>
/// <param name="Lead">What could be done.</param>
public sealed record DiagnosisFinding(string Theme, string Fact, string? Measured, string? Source, string? Gap, int? Seriousness, string? Lead);

/// <summary>One figure of a written diagnosis, as it was drawn that day (fr: planche).</summary>
/// <param name="Source">The artefact it shows.</param>
/// <param name="Key">Which drawing, to word it.</param>
/// <param name="Photos">SHA-256 of its photos, among the exhibit's files.</param>
public sealed record DiagnosisPicture(Guid Source, string Key, string Title, string Author, DateOnly? Day, string Svg, IReadOnlyList<string> Photos);
