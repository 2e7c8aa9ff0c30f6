using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Etabli.Application.Improvement;

/// <summary>
/// CSV as the reader's spreadsheet opens it: in French semicolons and decimal commas, in English commas and points; with
/// the mark that tells UTF-8; and no cell that a spreadsheet would run as a formula.
/// </summary>
public static class Sheets
{
    public static byte[] Write(string culture, IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(rows);
        var numbers = CultureInfo.GetCultureInfo(culture != "en" ? "fr-FR" : "en-GB");
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, Settings(culture)))
        {
            foreach (var cell in heading)
            {
                csv.WriteField(cell);
            }

            foreach (var row in rows)
            {
                csv.NextRecord();
                foreach (var cell in row)
                {
                    csv.WriteField(Said(cell, numbers));
                }
            }

            csv.NextRecord();
        }

        return memory.ToArray();
    }

    /// <summary>A long table, row by row as it is read: nothing is held whole.</summary>
    public static async Task WriteTo(Stream body, string culture, IReadOnlyList<string> heading, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(rows);
        var numbers = CultureInfo.GetCultureInfo(culture != "en" ? "fr-FR" : "en-GB");
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(writer, Settings(culture));
        heading.ToList().ForEach(csv.WriteField);
        await csv.NextRecordAsync();
        await foreach (var row in rows.WithCancellation(stop))
        {
            foreach (var cell in row)
            {
                csv.WriteField(Said(cell, numbers));
            }

            await csv.NextRecordAsync();
        }
    }

    private static CsvConfiguration Settings(string culture) => new(CultureInfo.InvariantCulture) { Delimiter = culture != "en" ? ";" : ",", NewLine = "\r\n" };

    private static string Said(object? cell, CultureInfo numbers) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", numbers),
        int number => number.ToString(CultureInfo.InvariantCulture),
        var text => Harmless(text.ToString() ?? ""),
    };

    private static string Harmless(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + text : text;
}
