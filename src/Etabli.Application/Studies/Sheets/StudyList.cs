using Etabli.Application.Improvement;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Sheets;

/// <summary>The studies of the caller's plants, the latest first, a page at a time (fr: liste d’études).</summary>
/// <param name="Studies">Those of this page.</param>
/// <param name="Counts">How many there are of each kind.</param>
/// <param name="HasMore">Whether another page follows.</param>
/// <param name="MayMake">Whether the caller may begin one.</param>
public sealed record StudyList(IReadOnlyList<StudyList.Row> Studies, IReadOnlyDictionary<StudyKind, int> Counts, bool HasMore, bool MayMake)
{
    /// <summary>Studies on one page.</summary>
    public const int PageSize = 50;

    public sealed record Row(StudyId Id, StudyKind Kind, string Title, string Scope, string AuthorCode, DateTimeOffset ChangedAt, Guid? Project);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="kind">Of one kind; of all when null.</param>
        /// <param name="project">Of one project; of all when null.</param>
        /// <param name="page">From 1.</param>
        /// <param name="stop">Stops the reading.</param>
        public async Task<StudyList> Find(StudyKind? kind, Guid? project, int page, CancellationToken stop)
        {
            var all = db.Studies.AsNoTracking().Where(s => project == null || s.Project == project);
            var counts = await all.GroupBy(s => s.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
            var rows = await all.Where(s => kind == null || s.Kind == kind)
                .OrderByDescending(s => s.ChangedAt).ThenBy(s => s.Id)
                .Skip((Math.Clamp(page, 1, 10_000) - 1) * PageSize).Take(PageSize + 1)
                .Select(s => new Row(s.Id, s.Kind, EF.Property<string>(s, "Title"), EF.Property<string>(s, "Scope"), s.AuthorCode, s.ChangedAt, s.Project)).ToListAsync(stop);
            return new(
                [.. rows.Take(PageSize)], counts, rows.Count > PageSize, ProjectRoles.Contributors.Any(caller.Is));
        }
    }
}
