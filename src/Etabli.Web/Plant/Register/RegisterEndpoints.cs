using System.Globalization;
using Etabli.Application;
using Etabli.Application.Improvement;
using Etabli.Application.Plant.Register;
using Etabli.Application.Plant.Tables;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Etabli.Plant.Tables;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Plant.Register;

/// <summary>The tables of the register as files.</summary>
internal static class RegisterEndpoints
{
    public static void MapPlantRegister(this IEndpointRouteBuilder app)
    {
        app.MapGet("/usine/donnees/{table}.csv", Csv).RequireAuthorization();
        app.MapGet("/usine/donnees/{table}.xlsx", Xlsx).RequireAuthorization();
    }

    private static async Task<FileContentHttpResult> Csv(string table, Guid? famille, string? operation, RegisterSheet.Reader registers, IStringLocalizer<RegisterWords> words, CancellationToken stop)
    {
        var (_, heading, rows) = await Table(table, famille, operation, registers, words, stop);
        return TypedResults.File(Sheets.Write(Culture, heading, rows), "text/csv; charset=utf-8", $"{table}.csv");
    }

    private static async Task<FileContentHttpResult> Xlsx(string table, Guid? famille, string? operation, RegisterSheet.Reader registers, IStringLocalizer<RegisterWords> words, CancellationToken stop)
    {
        var (kind, heading, rows) = await Table(table, famille, operation, registers, words, stop);
        return TypedResults.File(Workbooks.Write(words[$"Table.{kind}"], heading, rows), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{table}.xlsx");
    }

    private static async Task<(RegisterKind Kind, IReadOnlyList<string> Heading, IEnumerable<IReadOnlyList<object?>> Rows)> Table(
        string table, Guid? family, string? operation, RegisterSheet.Reader registers, IStringLocalizer<RegisterWords> words, CancellationToken stop)
    {
        var kind = RegisterAddress.Named(table) ?? throw new NotFoundException("table", table);
        var sheet = await registers.Find(kind, kind == RegisterKind.Tasks && family is { } its ? new ProductFamilyId(its) : null, kind == RegisterKind.Tasks ? operation ?? "" : "", stop);
        var columns = RegisterForm.Of(kind).Columns;
        return (
            kind, [.. columns.Select(c => words[$"Column.{c.Key}"].Value + (c.Kind == CellKind.Duration ? $" ({sheet.Unit.Symbol()})" : ""))],
            sheet.Rows.Select(r => (IReadOnlyList<object?>)[.. r.Select((cell, i) => SheetReading.Value(columns[i], cell, (_, key) => words[$"Choice.{key}"], sheet.Unit))]));
    }

    private static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
