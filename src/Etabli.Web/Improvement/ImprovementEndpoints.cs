using System.Globalization;
using Etabli.Application;
using Etabli.Application.Improvement;
using Etabli.Application.Improvement.Actions;
using Etabli.Application.Improvement.Indicators;
using Etabli.Application.Improvement.Projects;
using Etabli.Web.Improvement.Parts;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Improvement;

/// <summary>What leaves a project as a file: its action plan, its series.</summary>
internal static class ImprovementEndpoints
{
    public static void MapImprovement(this IEndpointRouteBuilder app)
    {
        app.MapGet("/projets/{project:guid}/actions/export.csv", ExportActions).RequireAuthorization();
        app.MapGet("/projets/{project:guid}/indicateurs/{indicator:guid}/export.csv", ExportPoints).RequireAuthorization();
    }

    private static async Task<FileContentHttpResult> ExportActions(Guid project, ProjectHead.Reader heads, ActionList.Reader plans, IStringLocalizer<ImprovementWords> words, CancellationToken stop)
    {
        await heads.Find(new(project), stop);
        var plan = await plans.Of(new(project), stop);
        string[] columns = ["Code", "State", "Axis", "Action", "Deliverable", "Owner", "Due", "FirstPromised", "Started", "StateClosed", "Pdca", "EffectivenessMeasured"];
        return Csv("actions.csv", Sheets.Write(Culture, [.. columns.Select(c => words[c].Value)], plan.Actions.Select(a => (IReadOnlyList<object?>)
        [
            a.Code, words[$"State{a.State}"].Value, a.Axis, a.Label, a.Deliverable, a.OwnerCode, a.Due, a.FirstDue, a.StartedOn, a.ClosedOn, a.Pdca.ToString()[..1],
            a.Measured ? a.Effectiveness : null,
        ])));
    }

    private static async Task<FileContentHttpResult> ExportPoints(Guid project, Guid indicator, IndicatorSheet.Reader indicators, IStringLocalizer<ImprovementWords> words, CancellationToken stop)
    {
        var sheet = await indicators.Find(new(indicator), stop);
        if (sheet.Project.Value != project)
        {
            throw new NotFoundException("indicator", indicator);
        }

        string[] columns = ["PeriodColumn", "Day", "Value", "Unit", "RecordedBy", "RecordedOn", "Correction", "Replaced"];
        return Csv($"{sheet.Code}.csv", Sheets.Write(Culture, [.. columns.Select(c => words[c].Value)], sheet.Points.Select(p => (IReadOnlyList<object?>)
        [
            sheet.Frequency == Etabli.Improvement.Indicators.Frequency.Weekly ? $"{Etabli.Improvement.Indicators.IsoWeek.Of(p.Period).Year}-{Said.Week(p.Period)}" : p.Period,
            p.Period, p.Value, sheet.Unit, p.ByCode, p.At, p.CorrectionReason, p.ReplacedAt,
        ])));
    }

    private static string Culture => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private static FileContentHttpResult Csv(string name, byte[] content) => TypedResults.File(content, "text/csv; charset=utf-8", name);
}
