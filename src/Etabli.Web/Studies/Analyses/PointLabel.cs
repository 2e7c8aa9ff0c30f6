using System.Globalization;
using Etabli.Application.Studies.Analyses;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Analyses;

/// <summary>How a point of a chart is called: its name and its day.</summary>
internal static class PointLabel
{
    /// <param name="points">Names of the points.</param>
    /// <param name="number">Number of the point, from 1.</param>
    /// <param name="words">Words of the analyses.</param>
    public static string Of(ChartReading.PointNames points, int number, IStringLocalizer<AnalysisWords> words) =>
        Day(points, number) is { } day ? words["PointOn", Name(points, number), day] : Name(points, number);

    public static string Name(ChartReading.PointNames points, int number) => points.Names[Math.Clamp(number, 1, points.Names.Count) - 1];

    /// <summary>Its day as people of this language write it in short; null when no column says it.</summary>
    public static string? Day(ChartReading.PointNames points, int number)
    {
        var moment = points.Moments[Math.Clamp(number, 1, points.Moments.Count) - 1];
        return moment.Length < 10 || !DateOnly.TryParseExact(moment[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? null
            : day.ToString("d MMM yyyy", CultureInfo.CurrentCulture) + (moment.Length > 10 ? " " + moment[11..16] : "");
    }
}
