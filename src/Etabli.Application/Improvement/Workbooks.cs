using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Etabli.Application.Improvement;

/// <summary>A table as a workbook: numbers stay numbers, days stay days, and a text is never run as a formula (fr: classeur).</summary>
public static class Workbooks
{
    private const uint DayStyle = 1;

    private static readonly char[] NotInName = [':', '\\', '/', '?', '*', '[', ']'];

    /// <param name="name">Name of its sheet.</param>
    /// <param name="heading">Names of the columns.</param>
    /// <param name="rows">Cells: null, a decimal, an int, a day, or words.</param>
    public static byte[] Write(string name, IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<object?>> rows)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(rows);
        using var memory = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            part.Workbook = new Workbook();
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })), new Borders(new Border()),
                new CellStyleFormats(new CellFormat()), new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            var sheet = part.AddNewPart<WorksheetPart>();
            using (var writer = OpenXmlWriter.Create(sheet))
            {
                writer.WriteStartElement(new Worksheet());
                writer.WriteStartElement(new SheetData());
                WriteRow(writer, heading);
                foreach (var row in rows)
                {
                    WriteRow(writer, row);
                }

                writer.WriteEndElement();
                writer.WriteEndElement();
            }

            var bare = new string([.. name.Where(c => !NotInName.Contains(c))]);
            part.Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = part.GetIdOfPart(sheet), SheetId = 1, Name = bare.Length is 0 or > 31 ? "Sheet" : bare }));
        }

        return memory.ToArray();
    }

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<object?> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(cell switch
            {
                null => new Cell(),
                decimal number => new Cell { CellValue = new CellValue(number), DataType = CellValues.Number },
                int number => new Cell { CellValue = new CellValue(number), DataType = CellValues.Number },
                DateOnly day => new Cell { CellValue = new CellValue((decimal)day.ToDateTime(TimeOnly.MinValue).ToOADate()), StyleIndex = DayStyle },
                var text => new Cell { InlineString = new InlineString(new Text(text.ToString() ?? "") { Space = SpaceProcessingModeValues.Preserve }), DataType = CellValues.InlineString },
            });
        }

        writer.WriteEndElement();
    }
}
