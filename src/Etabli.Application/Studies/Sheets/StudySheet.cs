using Etabli.Improvement;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Etabli.Studies.Tallies;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Sheets;

/// <summary>One study, whole: what it says, its strokes, its revisions (fr: fiche d’étude).</summary>
/// <param name="Study">Read only.</param>
/// <param name="AuthorName">Who made it.</param>
/// <param name="ProjectTitle">Title of the project it serves.</param>
/// <param name="Marks">Its strokes that count, the oldest first; the last of a long list.</param>
/// <param name="Revisions">Number, who and when, the latest first.</param>
/// <param name="Version">To say on which version a change stands.</param>
/// <param name="MayFill">Whether the caller may change it.</param>
/// <param name="MayCount">Whether the caller may count on it.</param>
public sealed record StudySheet(
    Study Study, string AuthorName, string? ProjectTitle, IReadOnlyList<TallyMark> Marks, IReadOnlyList<StudySheet.Kept> Revisions, uint Version, bool MayFill, bool MayCount)
{
    /// <summary>Most strokes drawn; a sheet with more is counted by period elsewhere.</summary>
    public const int MostMarks = 20_000;

    public sealed record Kept(int Number, string ByCode, DateTimeOffset At);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <exception cref="NotFoundException">No such study for this caller.</exception>
        public async Task<StudySheet> Find(StudyId id, CancellationToken stop)
        {
            var found = await db.Studies.AsNoTracking().Where(s => s.Id == id).Select(s => new
            {
                Study = s,
                Version = EF.Property<uint>(s, "Version"),
                Author = db.Persons.Where(p => p.Id == s.Author).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? s.AuthorCode,
            }).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("study", id);
            var project = found.Study.Project is { } its ? await db.Projects.AsNoTracking().Where(p => p.Id == new ProjectId(its)).Select(p => p.Title).SingleOrDefaultAsync(stop) : null;
            var revisions = await db.StudyRevisions.AsNoTracking().Where(r => r.Study == id).OrderByDescending(r => r.Number).Take(50).Select(r => new Kept(r.Number, r.ByCode, r.At)).ToListAsync(stop);
            var marks = found.Study.Kind == StudyKind.CheckSheet
                ? await db.TallyMarks.AsNoTracking().Where(m => m.Study == id && m.UndoneAt == null).OrderByDescending(m => m.At).Take(MostMarks).ToListAsync(stop)
                : [];
            marks.Reverse();
            var plant = found.Study.Organisation;
            return new(found.Study, found.Author, project, marks, revisions, found.Version, StudyRoles.Makers.Any(r => caller.Is(r, plant)), StudyRoles.Counters.Any(r => caller.Is(r, plant)));
        }
    }
}
