using System.Text.Json;
using Etabli.Plant.Tables;

namespace Etabli.Web.Plant.Tables;

/// <summary>The columns of a table as the spreadsheet island wants them.</summary>
internal static class GridColumns
{
    public static string Json(IReadOnlyList<SheetColumn> columns, Func<SheetColumn, string> label, Func<SheetColumn, string, string> choice) => JsonSerializer.Serialize(columns.Select(c => new
    {
        label = label(c),
        kind = c.Kind is CellKind.Duration ? nameof(CellKind.Number) : c.Kind is CellKind.Clock ? nameof(CellKind.Text) : c.Kind.ToString(),
        headings = c.Headings,
        choices = c.Choices.Select(x => choice(c, x.Key)),
        keys = c.Choices.SelectMany(x => x.Words.Where(w => w.Length == 1 && char.IsAsciiLetter(w[0])).Select(w => (w, Said: choice(c, x.Key)))).DistinctBy(k => k.w).ToDictionary(k => k.w, k => k.Said),
    }));
}
