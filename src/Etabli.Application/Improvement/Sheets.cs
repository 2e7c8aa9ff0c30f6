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
        var french = culture != "en";
        var numbers = CultureInfo.GetCultureInfo(french ? "fr-FR" : "en-GB");
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = french ? ";" : ",", NewLine = "\r\n" }))
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
