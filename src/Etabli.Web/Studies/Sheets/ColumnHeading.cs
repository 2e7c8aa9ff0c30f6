using Etabli.Plant.Calendars;
using Etabli.Plant.Tables;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Sheets;

/// <summary>How a column of a study is named to its reader: a time with its unit.</summary>
internal static class ColumnHeading
{
    public static string Of(SheetColumn column, IStringLocalizer<StudyWords> words, TimeUnit unit) =>
        words[$"Column.{column.Key}"] + (column.Kind == CellKind.Duration ? $" ({unit.Symbol()})" : "");
}
