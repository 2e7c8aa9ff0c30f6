using System.Xml.Linq;
using Etabli.Application.Plant;
using Etabli.Application.Plant.Flows;
using Etabli.Application.Plant.Tables;
using Etabli.Plant.Calendars;
using Etabli.Plant.Register;
using Etabli.Plant.Tables;
using Etabli.Studies.Sheets;

namespace Etabli.House.Tests;

/// <summary>A table is shown with its reader's words, and sent back with them: the server must know them again.</summary>
public class ColumnWordTests
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_sheet_shown_in_a_language_is_read_back_in_it_column_by_column_and_choice_by_choice(string language)
    {
        var words = Words("StudyWords", language);
        foreach (var kind in Enum.GetValues<SheetKind>())
        {
            var form = SheetForm.Of(kind);
            IReadOnlyList<string> row = [.. form.Columns.Select(c => c.Kind switch { CellKind.Number => c.Least is > 1 ? "100" : "1", CellKind.Duration => "90", CellKind.Day => "2026-01-23", CellKind.Clock => "06:30", CellKind.Choice => c.Choices[^1].Key, _ => "mot " + c.Key })];
            foreach (var choice in form.Columns.SelectMany(c => c.Choices.Select(x => (Column: c, x.Key))))
            {
                Assert.Equal((choice.Key, null), SheetReading.Cell(choice.Column, words[$"Choice.{choice.Key}"], language));
            }

            var text = SheetReading.Write(form.Columns, [row], language, c => words[$"Column.{c.Key}"], (_, key) => words[$"Choice.{key}"]);
            var read = SheetReading.Read(TypedTable.Read(text, language), form.Columns);
            Assert.True(read.Missing.Count + read.Faults.Count == 0, $"{kind} {language}: {string.Join(", ", read.Missing.Select(c => c.Key).Concat(read.Faults.Select(f => f.Column.Key)))}");
            Assert.Equal(row, Assert.Single(read.Rows));
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_table_of_the_register_shown_in_a_language_and_a_unit_is_read_back_in_them(string language)
    {
        var words = Words("RegisterWords", language);
        foreach (var form in Enum.GetValues<RegisterKind>().Select(RegisterForm.Of))
        {
            foreach (var unit in Enum.GetValues<TimeUnit>())
            {
                IReadOnlyList<string> row =
                [
                    .. form.Columns.Select(c => c.Kind switch
                    {
                        CellKind.Number => "1", CellKind.Duration => "90", CellKind.Day => "2026-01-23", CellKind.Clock => "06:30", CellKind.Choice => c.Choices[^1].Key, _ => "mot " + c.Key,
                    }),
                ];
                var text = SheetReading.Write(form.Columns, [row], language, c => words[$"Column.{c.Key}"] + (c.Kind == CellKind.Duration ? $" ({unit.Symbol()})" : ""), (_, key) => words[$"Choice.{key}"], unit);
                var read = SheetReading.Read(TypedTable.Read(text, language), form.Columns);
                Assert.True(read.Missing.Count + read.Faults.Count == 0, $"{form.Kind} {language}: {string.Join(", ", read.Missing.Select(c => c.Key).Concat(read.Faults.Select(f => f.Column.Key)))}");
                Assert.Equal(row, Assert.Single(read.Rows));
            }

            foreach (var choice in form.Columns.SelectMany(c => c.Choices.Select(x => (Column: c, x.Key))))
            {
                Assert.Equal((choice.Key, null), SheetReading.Cell(choice.Column, words[$"Choice.{choice.Key}"], language));
            }
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void Every_column_of_the_flow_s_tables_is_recognised_by_the_word_it_is_shown_with(string language)
    {
        var words = Words("FlowWords", language);
        foreach (var kind in Enum.GetValues<FlowTableKind>())
        {
            foreach (var (column, _, names) in FlowColumns.Of(kind))
            {
                Assert.True(names.Contains(TypedTable.Plain(words[$"Column.{column}"])), $"{kind}.{column} is shown as « {words[$"Column.{column}"]} » in {language} and not recognised by it.");
            }
        }
    }

    private static Dictionary<string, string> Words(string name, string language) =>
        XDocument.Parse(Repository.Read($"src/Etabli.Web/Words/{name}.{language}.resx")).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);
}
