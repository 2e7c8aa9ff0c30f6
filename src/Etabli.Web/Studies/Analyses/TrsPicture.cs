using Etabli.Application.Studies.Analyses;
using Etabli.Figures.OeeCascades;
using Etabli.Methods.Performance;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Studies.Analyses;

/// <summary>The cascade of times (F43), from what was read.</summary>
internal static class TrsPicture
{
    public static OeeCascade Of(AnalysisReading read, TrsReading reading, IStringLocalizer<AnalysisWords> words, Tell tell)
    {
        var whole = reading.Whole;
        var opening = whole.Opening ?? whole.Required;
        List<CascadeLoss> losses =
        [
            new(CascadeLossKind.Planned, words["Loss.Planned"], Minutes(opening - whole.Required)),
            .. whole.Stops.Where(s => s.Name is not (nameof(StopClass.Closure) or nameof(StopClass.Planned)) && !(s.Name == nameof(StopClass.Changeover) && whole.Changeovers == ChangeoverReading.OutOfRequired))
                .Select(s => new CascadeLoss(s.Name == nameof(StopClass.Induced) ? CascadeLossKind.Induced : CascadeLossKind.Own, words[$"Loss.{s.Name}"], Minutes(s.Duration))),
            new(CascadeLossKind.Pace, words["Loss.rhythm"], Minutes(whole.RhythmLoss.Duration)),
            new(CascadeLossKind.Quality, words["Loss.quality"], Minutes(whole.QualityLoss.Duration)),
        ];
        return new(read.Analysis.Content.Title, whole.Name, Minutes(opening), losses)
        {
            Convention = words[$"ConventionIs.{whole.Changeovers}"],
            Count = words["RowsRead", reading.Records],
            Period = words["PeriodSaid", tell.Day(reading.First), tell.Day(reading.Last)],
        };
    }

    private static decimal Minutes(TimeSpan time) => (decimal)time.TotalMinutes;
}
