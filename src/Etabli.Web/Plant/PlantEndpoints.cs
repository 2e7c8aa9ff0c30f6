using System.Globalization;
using System.Text;
using Etabli.Application.Plant.Flows;
using Etabli.Application.Plant.Occurrences;
using Etabli.Figures.Ink;
using Etabli.Figures.Paretos;
using Etabli.Figures.ValueStreams;
using Etabli.Web.Plant.Flows;
using Etabli.Web.Plant.Occurrences;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Plant;

/// <summary>What leaves the plant's pages as a file.</summary>
internal static class PlantEndpoints
{
    public static void MapPlant(this IEndpointRouteBuilder app)
    {
        app.MapGet("/usine/pareto.svg", Pareto).RequireAuthorization();
        app.MapGet("/usine/{family:guid}/etats.svg", Pair).RequireAuthorization();
    }

    /// <summary>Both states of a family on one sheet.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> Pair(Guid family, FlowSheet.Reader flows, CancellationToken stop) =>
        await flows.Find(new(family), stop) is { Family.Future: { } future } sheet && FlowPair.Of(sheet, sheet.Showing(future), Language.Of(CultureInfo.CurrentUICulture.Name)) is { } pair
            ? TypedResults.File(Encoding.UTF8.GetBytes(ValueStreamPairDrawing.Draw(pair, PairPage.Strip(sheet, pair))), "image/svg+xml", "etats.svg")
            : TypedResults.NotFound();

    private static async Task<FileContentHttpResult> Pareto(
        string? nature, string? par, string? mesure, string? poste, string? du, string? au, string? barre, EventPareto.Reader paretos, IStringLocalizer<EventWords> words, CancellationToken stop)
    {
        var kind = EventQuery.KindOf(nature);
        var (level, measure) = (ParetoPage.LevelOf(par), ParetoPage.MeasureOf(mesure, kind));
        var found = await paretos.Find(new(new(kind, poste, EventQuery.Day(du), EventQuery.Day(au)), level, measure, barre), stop);
        var language = Language.Of(CultureInfo.CurrentUICulture.Name);
        var title = poste is { Length: > 0 } ? words["ParetoOfAt", words[$"Kinds.{kind}"].Value.ToLower(CultureInfo.CurrentCulture), poste] : words["ParetoOf", words[$"Kinds.{kind}"].Value.ToLower(CultureInfo.CurrentCulture)];
        var picture = found.Picture(title, words[$"Measure.{measure}"], ParetoPage.Unit(measure), level, barre, language);
        var cartouche = new Cartouche(title, poste, Period: picture.Period, Count: found.Count.ToString(CultureInfo.InvariantCulture));
        return TypedResults.File(Encoding.UTF8.GetBytes(ParetoDrawing.Draw(picture, new(language, 230, cartouche))), "image/svg+xml", "pareto.svg");
    }
}
