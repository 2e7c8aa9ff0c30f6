using System.Globalization;
using Etabli.Application;
using Etabli.Application.Improvement;
using Etabli.Application.Plant.Tables;
using Etabli.Application.Studies.Sheets;
using Etabli.Figures.Ink;
using Etabli.Plant.Calendars;
using Etabli.Studies.Sheets;
using Etabli.Web.Shell;
using Etabli.Web.Studies.Sheets;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies;

/// <summary>What leaves a study as a file: its sheets, its drawings.</summary>
internal static class StudyEndpoints
{
    public static void MapStudies(this IEndpointRouteBuilder app)
    {
        app.MapGet("/etudes/{study:guid}/{sheet}.csv", Csv).RequireAuthorization();
        app.MapGet("/etudes/{study:guid}/{sheet}.xlsx", Xlsx).RequireAuthorization();
        app.MapGet("/etudes/{study:guid}/figures/{place:int}.svg", Picture).RequireAuthorization();
    }

    private static async Task<FileContentHttpResult> Csv(Guid study, string sheet, StudySheet.Reader studies, IStringLocalizer<StudyWords> words, CancellationToken stop)
    {
        var (form, rows, unit) = Of(await studies.Find(new(study), stop), sheet);
        return TypedResults.File(Etabli.Application.Improvement.Sheets.Write(Culture, Heading(form, words, unit), rows.Select(r => (IReadOnlyList<object?>)[.. Cells(form, r, words, unit)])), "text/csv; charset=utf-8", $"{sheet}.csv");
    }

    private static async Task<FileContentHttpResult> Xlsx(Guid study, string sheet, StudySheet.Reader studies, IStringLocalizer<StudyWords> words, CancellationToken stop)
    {
        var (form, rows, unit) = Of(await studies.Find(new(study), stop), sheet);
        return TypedResults.File(
            Workbooks.Write(words[$"Sheet.{form.Kind}"], Heading(form, words, unit), rows.Select(r => (IReadOnlyList<object?>)[.. Cells(form, r, words, unit)])),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{sheet}.xlsx");
    }

    private static async Task<FileContentHttpResult> Picture(Guid study, int place, StudySheet.Reader studies, Tell tell, CancellationToken stop)
    {
        var sheet = await studies.Find(new(study), stop);
        var language = Language.Of(Culture);
        var content = sheet.Study.Content;
        var pictures = StudyReading.Of(sheet.Study.Kind, content, sheet.Marks, language, tell.Local).Pictures;
        if (place < 0 || place >= pictures.Count)
        {
            throw new NotFoundException("picture", place);
        }

        var cartouche = new Cartouche(content.Title, content.Scope.Length == 0 ? null : content.Scope, sheet.AuthorName, Date: DateOnly.FromDateTime(tell.Local(sheet.Study.ChangedAt).DateTime), Version: sheet.Study.Revision.ToString(CultureInfo.InvariantCulture));
        var drawn = pictures[place].Draw(new(language, pictures[place].Width, cartouche));
        return TypedResults.File(System.Text.Encoding.UTF8.GetBytes(drawn), "image/svg+xml", $"figure-{place + 1}.svg");
    }

    private static (SheetForm Form, IReadOnlyList<IReadOnlyList<string>> Rows, TimeUnit Unit) Of(StudySheet study, string sheet)
    {
        var kind = StudyForm.Of(study.Study.Kind).Sheets.Where(s => string.Equals(s.ToString(), sheet, StringComparison.OrdinalIgnoreCase)).Select(s => (SheetKind?)s).FirstOrDefault() ?? throw new NotFoundException("sheet", sheet);
        return (SheetForm.Of(kind), study.Study.Rows(kind), StudyForm.UnitOf(study.Study.Content));
    }

    private static List<string> Heading(SheetForm form, IStringLocalizer<StudyWords> words, TimeUnit unit) => [.. form.Columns.Select(c => ColumnHeading.Of(c, words, unit))];

    private static IEnumerable<object?> Cells(SheetForm form, IReadOnlyList<string> row, IStringLocalizer<StudyWords> words, TimeUnit unit) => row.Select((cell, i) => SheetReading.Value(form.Columns[i], cell, (_, key) => words[$"Choice.{key}"], unit));

    private static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
