using System.Text.Json;
using Etabli.Studies.Sheets;

namespace Etabli.Web.Studies.Sheets;

/// <summary>The columns of a sheet as the spreadsheet island wants them.</summary>
internal static class GridColumns
{
    public static string Json(SheetForm form, Func<SheetColumn, string> label, Func<SheetColumn, string, string> choice) => JsonSerializer.Serialize(form.Columns.Select(c => new
    {
        label = label(c),
        kind = c.Kind.ToString(),
        headings = c.Headings,
        choices = c.Choices.Select(x => choice(c, x.Key)),
        keys = c.Choices.SelectMany(x => x.Words.Where(w => w.Length == 1 && char.IsAsciiLetter(w[0])).Select(w => (w, Said: choice(c, x.Key)))).DistinctBy(k => k.w).ToDictionary(k => k.w, k => k.Said),
    }));
}
