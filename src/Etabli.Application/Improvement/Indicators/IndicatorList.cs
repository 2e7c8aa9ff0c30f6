using Etabli.Improvement;
using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>Indicators with their series, by letter of the board.</summary>
public sealed record IndicatorList(IReadOnlyList<IndicatorList.Row> Indicators)
{
    public sealed record Row(
        IndicatorId Id, ProjectId Project, string ProjectTitle, string Code, BoardLetter Letter, string Name, string Unit, Frequency Frequency, decimal Target, TargetDirection Direction, string OwnerCode, IReadOnlyList<Point> Series)
    {
        public OrganisationId Organisation { get; init; }

        /// <summary>Last day the target holds; null while it holds until it is changed.</summary>
        public DateOnly? TargetUntil { get; init; }

        /// <summary>What was said last of the series; null when nothing was.</summary>
        public Note? Said { get; init; }

        /// <summary>How far the last value is on the good side of its target, in its unit: below zero when it is missed.</summary>
        public decimal? Gap => Last is { } last ? Direction == TargetDirection.AtLeast ? last.Value - Target : Target - last.Value : null;

        public Point? Last => Series.Count == 0 ? null : Series[^1];

        /// <summary>The period whose value should be there by now and is not; null when none is awaited.</summary>
        public DateOnly? Missing(DateOnly today) => Indicator.Awaited(today, Frequency) is var awaited && !(Last?.Period >= awaited) ? awaited : null;

        /// <summary>Whether the target has to be set again.</summary>
        public bool IsTargetOver(DateOnly today) => TargetUntil < today;

        public bool? Reached => Last is { } last ? Indicator.Meets(last.Value, Target, Direction) : null;
    }

    public sealed record Point(DateOnly Period, decimal Value);

    public sealed record Note(DateOnly Day, string Text);

    public sealed class Reader(EtabliDb db)
    {
        public Task<IndicatorList> Of(ProjectId project, CancellationToken stop) => Read(db.Indicators.Where(i => i.Project == project), stop);

        /// <summary>All indicators of the plants the caller sees.</summary>
        public Task<IndicatorList> Mine(CancellationToken stop) => Read(db.Indicators, stop);

        private async Task<IndicatorList> Read(IQueryable<Indicator> which, CancellationToken stop)
        {
            var rows = await which.AsNoTracking().AsSplitQuery()
                .OrderBy(i => i.Code).ThenBy(i => i.Id)
                .Take(500)
                .Select(i => new
                {
                    i.Id,
                    i.Project,
                    Title = db.Projects.Where(p => p.Id == i.Project).Select(p => p.Title).First(),
                    i.Code,
                    i.Letter,
                    i.Name,
                    i.Unit,
                    i.Frequency,
                    i.Target,
                    i.Direction,
                    i.OwnerCode,
                    i.Organisation,
                    i.TargetUntil,
                    Series = i.Points.Where(p => p.ReplacedAt == null).OrderBy(p => p.Period).Select(p => new Point(p.Period, p.Value)).ToList(),
                    Said = i.Notes.OrderByDescending(n => n.Day).ThenByDescending(n => n.At).Select(n => new Note(n.Day, n.Text)).FirstOrDefault(),
                })
                .ToListAsync(stop);
            return new([.. rows
                .Select(i => new Row(i.Id, i.Project, i.Title, i.Code, i.Letter, i.Name, i.Unit, i.Frequency, i.Target, i.Direction, i.OwnerCode, i.Series) { Organisation = i.Organisation, TargetUntil = i.TargetUntil, Said = i.Said })
                .OrderBy(i => i.Letter).ThenBy(i => i.Code, StringComparer.Ordinal)]);
        }
    }
}
