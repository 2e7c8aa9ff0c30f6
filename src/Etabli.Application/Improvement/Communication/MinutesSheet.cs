using Etabli.Improvement;
using Etabli.Improvement.Communication;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Communication;

/// <summary>Minutes of a session, whole; a project's are listed latest first.</summary>
public sealed record MinutesSheet(
    MinutesId Id, ProjectId Project, DateOnly Day, string Subject, string Place, IReadOnlyList<string> Attendees, string Text, IReadOnlyList<string> Decisions, PersonId Author, string AuthorName, DateTimeOffset WrittenAt, uint Version)
{
    public sealed class Reader(EtabliDb db)
    {
        public async Task<IReadOnlyList<MinutesSheet>> Of(ProjectId project, CancellationToken stop) =>
            await Sheets(db.Minutes.Where(m => m.Project == project).OrderByDescending(m => m.Day).ThenByDescending(m => m.WrittenAt).Take(500)).ToListAsync(stop);

        /// <exception cref="NotFoundException">No such minutes for this caller.</exception>
        public async Task<MinutesSheet> Find(MinutesId id, CancellationToken stop) =>
            await Sheets(db.Minutes.Where(m => m.Id == id)).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("minutes", id);

        private IQueryable<MinutesSheet> Sheets(IQueryable<Minutes> minutes) => minutes.AsNoTracking().Select(m => new MinutesSheet(
            m.Id, m.Project, m.Day, m.Subject, m.Place, m.Attendees, m.Text, m.Decisions, m.Author,
            db.Persons.Where(p => p.Id == m.Author).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? "",
            m.WrittenAt, EF.Property<uint>(m, "Version")));
    }
}
