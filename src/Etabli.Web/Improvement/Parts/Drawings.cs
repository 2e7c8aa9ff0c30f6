using Etabli.Application.Improvement;
using Etabli.Application.Improvement.Actions;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Application.Improvement.Indicators;
using Etabli.Figures.Actions;
using Etabli.Figures.Ink;
using Etabli.Figures.Observations;
using Etabli.Figures.Trends;
using Etabli.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Etabli.Web.Improvement.Parts;

/// <summary>The figures of a project, drawn for a page.</summary>
internal static class Drawings
{
    public static MarkupString Trend(IndicatorSheet sheet, double width = 200) =>
        new(IndicatorTrendDrawing.Draw(Pictures.Trend(sheet), Sheet.For(Culture, width) with { Id = $"i{sheet.Id.Value:N}" }));

    /// <summary>The identity card of an indicator (F40).</summary>
    public static MarkupString Identity(IndicatorSheet sheet, string frequency, string chart, Tell tell)
    {
        var period = sheet.Series is [.., var last] ? Said.Period(last.Period, sheet.Frequency, tell) : null;
        return new(IndicatorCardDrawing.Draw(Pictures.Identity(sheet, Said.Person(sheet.OwnerName, sheet.OwnerCode), frequency, chart, period), Sheet.For(Culture, 180) with { Id = $"k{sheet.Id.Value:N}" }));
    }

    public static MarkupString Sparkline(IndicatorList.Row row, double width = 40) =>
        new(SparklineDrawing.Draw(Pictures.Trend(row), Sheet.For(Culture, width) with { Id = $"s{row.Id.Value:N}" }, 10));

    public static MarkupString Card(ObservationSheet sheet, string? photo) =>
        new(ObservationDrawing.Draw(Pictures.Card(sheet, Language.Of(Culture)) with { Photo = photo }, Sheet.For(Culture, 190) with { Id = $"o{sheet.Id.Value:N}" }));

    public static MarkupString Plan(string title, ActionList plan) =>
        new(ActionPlanDrawing.Draw(Pictures.Plan(title, plan), Sheet.For(Culture, 277) with { Id = "plan" }));

    private static string Culture => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
}
