using Etabli.Improvement;
using Etabli.Improvement.Diagnoses;
using Etabli.People;
using Etabli.People.Files;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Diagnoses;

/// <summary>One floor observation, whole.</summary>
public sealed record ObservationSheet(
    ObservationId Id,
    ProjectId Project,
    int Number,
    DateOnly Day,
    string Place,
    string? Station,
    string Fact,
    Waste Waste,
    Measure? Measure,
    IReadOnlyList<FileId> Photos,
    PersonId Author,
    string AuthorName,
    DateTimeOffset NotedAt,
    uint Version)
{
    public sealed class Reader(EtabliDb db)
    {
        /// <exception cref="NotFoundException">No such observation for this caller.</exception>
        public async Task<ObservationSheet> Find(ObservationId id, CancellationToken stop) =>
            await Sheets(db.Observations.Where(o => o.Id == id)).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("observation", id);

        /// <summary>All of a project, in one question, by number.</summary>
        public async Task<IReadOnlyList<ObservationSheet>> OfProject(ProjectId project, CancellationToken stop) =>
            await Sheets(db.Observations.Where(o => o.Project == project).OrderBy(o => o.Number)).ToListAsync(stop);

        private IQueryable<ObservationSheet> Sheets(IQueryable<Observation> observations) => observations.AsNoTracking()
            .Select(o => new ObservationSheet(
                o.Id, o.Project, o.Number, o.Day, o.Place,
                db.Workstations.Where(w => w.Id == o.Workstation).Select(w => w.Code + ", " + w.Kind).FirstOrDefault(),
                o.Fact, o.Waste, o.Measure, o.Photos, o.Author,
                db.Persons.Where(p => p.Id == o.Author).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? "",
                o.NotedAt, EF.Property<uint>(o, "Version")));
    }
}
