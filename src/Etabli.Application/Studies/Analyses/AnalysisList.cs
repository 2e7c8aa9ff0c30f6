using Etabli.Persistence;
using Etabli.Plant.Measures;
using Etabli.Studies.Analyses;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Analyses;

/// <summary>The analyses of the caller's plants, the latest first, a page at a time (fr: liste d’analyses).</summary>
/// <param name="Analyses">Those of this page.</param>
/// <param name="HasMore">Whether another page follows.</param>
/// <param name="MayMake">Whether the caller may begin one.</param>
public sealed record AnalysisList(IReadOnlyList<AnalysisList.Row> Analyses, bool HasMore, bool MayMake)
{
    /// <summary>Analyses on one page.</summary>
    public const int PageSize = 50;

    public sealed record Row(AnalysisId Id, AnalysisKind Kind, string Title, string Record, string AuthorCode, DateTimeOffset ChangedAt);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="kind">Of one kind; of all when null.</param>
        /// <param name="table">Of one record; of all when null.</param>
        /// <param name="project">Of one project; of all when null.</param>
        /// <param name="page">From 1.</param>
        /// <param name="stop">Stops the reading.</param>
        public async Task<AnalysisList> Find(AnalysisKind? kind, MeasureTableId? table, Guid? project, int page, CancellationToken stop)
        {
            var rows = await (
                from analysis in db.Analyses.AsNoTracking()
                where (kind == null || analysis.Kind == kind) && (table == null || analysis.Table == table) && (project == null || analysis.Project == project)
                join record in db.MeasureTables on analysis.Table equals record.Id
                orderby analysis.ChangedAt descending, analysis.Id
                select new Row(analysis.Id, analysis.Kind, EF.Property<string>(analysis, "Title"), record.Name, analysis.AuthorCode, analysis.ChangedAt))
                .Skip((Math.Clamp(page, 1, 10_000) - 1) * PageSize).Take(PageSize + 1).ToListAsync(stop);
            return new([.. rows.Take(PageSize)], rows.Count > PageSize, StudyRoles.Makers.Any(caller.Is));
        }
    }
}
