using Etabli.Improvement;
using Etabli.Improvement.Diagnoses;
using Etabli.People.Files;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Diagnoses;

/// <summary>The floor observations of a project, in the order they were made.</summary>
public sealed record ObservationList(IReadOnlyList<ObservationList.Row> Observations)
{
    public sealed record Row(ObservationId Id, int Number, DateOnly Day, string Place, string Fact, Waste Waste, Measure? Measure, IReadOnlyList<FileId> Photos, string AuthorCode);

    public sealed class Reader(EtabliDb db)
    {
        public async Task<ObservationList> Of(ProjectId project, CancellationToken stop) => new(await db.Observations.AsNoTracking()
            .Where(o => o.Project == project)
            .OrderByDescending(o => o.Number)
            .Take(2_000)
            .Select(o => new Row(o.Id, o.Number, o.Day, o.Place, o.Fact, o.Waste, o.Measure, o.Photos,
                db.Persons.Where(p => p.Id == o.Author).Select(p => p.Code).FirstOrDefault() ?? ""))
            .ToListAsync(stop));
    }
}
