using System.Globalization;
using System.Text;
using Etabli.Application.Studies.Analyses;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Analyses;

/// <summary>The figures of the analyses as files.</summary>
internal static class AnalysisEndpoints
{
    public static void MapAnalyses(this IEndpointRouteBuilder app) => app.MapGet("/analyses/{id:guid}.svg", Svg).RequireAuthorization();

    private static async Task<Results<FileContentHttpResult, NotFound>> Svg(Guid id, AnalysisReading.Reader analyses, IStringLocalizer<AnalysisWords> words, Tell tell, CancellationToken stop)
    {
        var read = await analyses.Find(new(id), stop);
        return read.Problem is null && new AnalysisPictures(words, tell).Draw(read, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, cartouche: true) is { } svg
            ? TypedResults.File(Encoding.UTF8.GetBytes(svg), "image/svg+xml", "analyse.svg")
            : TypedResults.NotFound();
    }
}
