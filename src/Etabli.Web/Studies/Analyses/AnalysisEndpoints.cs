using System.Globalization;
using System.Text;
using Etabli.Application.Studies.Analyses;
using Etabli.Web.Shell;
using Etabli.Web.Shell.Graphs;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Analyses;

/// <summary>The figures of the analyses as files.</summary>
internal static class AnalysisEndpoints
{
    public static void MapAnalyses(this IEndpointRouteBuilder app)
    {
        app.MapGet("/analyses/{id:guid}.svg", Svg).RequireAuthorization();
        app.MapGet("/analyses/{id:guid}/graphe", Explore).RequireAuthorization();
    }

    /// <summary>The numbers of the figure to explore; of a long control chart, a stretch on demand.</summary>
    private static async Task<Results<ContentHttpResult, NotFound>> Explore(
        Guid id, AnalysisReading.Reader analyses, IStringLocalizer<AnalysisWords> words, GraphOf graphs, Tell tell, int? de, int? a, string? machine, string? du, string? au, CancellationToken stop)
    {
        var read = await analyses.Find(new(id), stop, AnalysisAddress.Narrowed(machine, du, au));
        return read.Problem is null && new AnalysisPictures(words, tell).Explore(read, graphs, de ?? 0, a) is { } graph
            ? TypedResults.Content(graph.Json(), "application/json", Encoding.UTF8)
            : TypedResults.NotFound();
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Svg(Guid id, AnalysisReading.Reader analyses, IStringLocalizer<AnalysisWords> words, Tell tell, CancellationToken stop)
    {
        var read = await analyses.Find(new(id), stop);
        return read.Problem is null && new AnalysisPictures(words, tell).Draw(read, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cartouche: true) is { } svg
            ? TypedResults.File(Encoding.UTF8.GetBytes(svg), "image/svg+xml", "analyse.svg")
            : TypedResults.NotFound();
    }
}
