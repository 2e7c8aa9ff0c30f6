using System.Globalization;
using System.Text.Json;
using Etabli.Application.Plant.Tables;
using Etabli.People;
using Etabli.Plant.Measures;
using Etabli.Plant.Tables;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Measures;

/// <summary>Rows as a machine says them: one JSON object, or a list of objects, whose names are the record's columns (fr: lecture de lignes JSON).</summary>
/// <param name="Rows">The good rows, as they are kept.</param>
/// <param name="Faults">What is wrong, cell by cell.</param>
/// <param name="FaultyRows">Rows with a fault.</param>
public sealed record RowsReading(IReadOnlyList<string[]> Rows, IReadOnlyList<MeasureFault> Faults, int FaultyRows)
{
    /// <summary>Most rows at once.</summary>
    public const int MostRows = 10_000;

    private const int Deepest = 8;
    private const int Shown = 100;
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <param name="body">JSON, in UTF-8.</param>
    /// <param name="table">The record they go to.</param>
    /// <param name="culture">"fr" or "en": how numbers are written in texts.</param>
    /// <param name="zone">The plant's: an instant that says its own is told in it.</param>
    /// <exception cref="RefusalException">It is not that: the row and the column are named.</exception>
    public static RowsReading Of(ReadOnlyMemory<byte> body, MeasureTable table, string culture, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(zone);
        using var json = Parsed(body);
        var many = json.RootElement.ValueKind == JsonValueKind.Array;
        if (many && json.RootElement.GetArrayLength() > MostRows)
        {
            throw new RefusalException(Refusal.TooManyRowsAtOnce, MostRows);
        }

        var rows = new List<string[]>();
        var faults = new List<MeasureFault>();
        var faulty = 0;
        var number = 0;
        foreach (var element in many ? json.RootElement.EnumerateArray() : (IEnumerable<JsonElement>)[json.RootElement])
        {
            var (cells, wrong) = One(element, ++number, table, culture, zone);
            if (wrong.Count > 0)
            {
                faulty++;
                faults.AddRange(wrong.Take(MeasureReading.MostFaults - faults.Count));
            }
            else if (Array.Exists(cells, c => c.Length > 0))
            {
                rows.Add(cells);
            }
        }

        return rows.Count + faulty == 0 ? throw new RefusalException(Refusal.NoRowSaid) : new(rows, faults, faulty);
    }

    private static JsonDocument Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            // Some programs begin a file with the mark of UTF-8.
            return JsonDocument.Parse(body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body, new() { MaxDepth = Deepest });
        }
        catch (JsonException e)
        {
            throw new RefusalException(Refusal.NotJson, (e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
        }
    }

    private static (string[] Cells, List<MeasureFault> Wrong) One(JsonElement element, int number, MeasureTable table, string culture, TimeZoneInfo zone)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new RefusalException(Refusal.RowNotAnObject, number);
        }

        var cells = new string?[table.Columns.Count];
        var wrong = new List<MeasureFault>();
        foreach (var property in element.EnumerateObject())
        {
            var name = Words(() => property.Name);
            if (table.PlaceOf(name) is not (>= 0 and var place))
            {
                throw new RefusalException(Refusal.RowColumnUnknown, number, Short(name));
            }

            var column = table.Columns[place];
            if (cells[place] is not null)
            {
                throw new RefusalException(Refusal.RowColumnTwice, number, column.Name);
            }

            if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            {
                throw new RefusalException(Refusal.RowValueNotSimple, number, column.Name);
            }

            var text = property.Value.ValueKind == JsonValueKind.String ? TableFile.Clean(Words(() => property.Value.GetString()!)) : property.Value.GetRawText();
            var kept = Kept(column.Kind, property.Value.ValueKind, text, culture, zone);
            if (kept is null)
            {
                wrong.Add(new(number, column.Name, Short(text), column.Kind));
            }

            cells[place] = kept ?? "";
        }

        return ([.. cells.Select(c => c ?? "")], wrong);
    }

    private static string? Kept(CellKind kind, JsonValueKind said, string text, string culture, TimeZoneInfo zone) => said switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True or JsonValueKind.False => kind switch
        {
            CellKind.Text => text,
            CellKind.Number => said == JsonValueKind.True ? "1" : "0",
            _ => null,
        },
        JsonValueKind.Number => MeasureCell.Kept(kind, text, "en"),
        _ => (kind == CellKind.Moment ? Moment(text, zone) : null) ?? MeasureCell.Kept(kind, text, culture),
    };

    /// <summary>An ISO instant, to the second; one that says its zone is told in the plant's.</summary>
    private static string? Moment(string text, TimeZoneInfo zone)
    {
        if (!DateTimeOffset.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return null;
        }

        var saysZone = text[^1] == 'Z' || text.AsSpan(10).IndexOfAny('+', '-') >= 0;
        return (saysZone ? TimeZoneInfo.ConvertTime(at, zone).DateTime : at.DateTime).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>A text of JSON may hold half a character, which is found only when it is read.</summary>
    private static string Words(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new RefusalException(Refusal.NotJson, 1, 1);
        }
    }

    private static string Short(string text) => text.Length > Shown ? text[..Shown] + "…" : text;
}
