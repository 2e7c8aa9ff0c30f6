using System.Globalization;
using Etabli.Application.Improvement;
using Etabli.Application.Plant.Measures;
using Etabli.Plant.Measures;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Etabli.Web.Plant.Measures;

/// <summary>Records of measures as files: the CSV goes out as it is read, however long; a workbook holds its first rows.</summary>
internal static class MeasureEndpoints
{
    /// <summary>Rows a workbook can hold besides its heading, and we can hold before it is written.</summary>
    private const int MostOfWorkbook = 100_000;

    public static void MapMeasures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/usine/mesures/{id:guid}.csv", Csv).RequireAuthorization();
        app.MapGet("/usine/mesures/{id:guid}.xlsx", Xlsx).RequireAuthorization();
    }

    private static async Task<PushStreamHttpResult> Csv(Guid id, MeasureSheet.Reader measures, CancellationToken stop)
    {
        var table = await measures.Table(new(id), stop);
        var culture = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return TypedResults.Stream(body => Sheets.WriteTo(body, culture, [.. table.Columns.Select(c => c.Name)], measures.Stream(table.Id, 0, long.MaxValue, stop).Select(row => Cells(table, row)), stop), "text/csv; charset=utf-8", $"{Bare(table.Name)}.csv");
    }

    private static async Task<FileContentHttpResult> Xlsx(Guid id, MeasureSheet.Reader measures, CancellationToken stop)
    {
        var table = await measures.Table(new(id), stop);
        var rows = new List<IReadOnlyList<object?>>();
        await foreach (var row in measures.Stream(table.Id, 0, MostOfWorkbook, stop))
        {
            rows.Add(Cells(table, row));
        }

        return TypedResults.File(Workbooks.Write(table.Name, [.. table.Columns.Select(c => c.Name)], rows), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{Bare(table.Name)}.xlsx");
    }

    private static IReadOnlyList<object?> Cells(MeasureTable table, MeasureSheet.Row row) => [.. table.Columns.Select((c, i) => MeasureCell.Value(c.Kind, i < row.Cells.Length ? row.Cells[i] : ""))];

    private static string Bare(string name) => new([.. name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '_')]);
}
