using Etabli.Improvement;
using Etabli.Improvement.Axes;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Axes;

/// <summary>The progress axes of a project.</summary>
public sealed record AxisList(IReadOnlyList<AxisList.Row> Axes)
{
    public sealed record Row(
        ProgressAxisId Id, ProjectId Project, string Code, string Label, string InitialSituation, string Target, DateOnly Due, string MeasuredBy, string Stake, string Risk, string Constraint, PersonId Author, string AuthorName, DateTimeOffset SetAt, uint Version)
    {
        public AxisWording Wording => new(Label, InitialSituation, Target, Due, MeasuredBy, Stake, Risk, Constraint);
    }

    public sealed class Reader(EtabliDb db)
    {
        public async Task<AxisList> Of(ProjectId project, CancellationToken stop) =>
            new(await Rows(db.ProgressAxes.Where(a => a.Project == project).OrderBy(a => a.Code)).ToListAsync(stop));

        /// <exception cref="NotFoundException">No such axis for this caller.</exception>
        public async Task<Row> Find(ProgressAxisId id, CancellationToken stop) =>
            await Rows(db.ProgressAxes.Where(a => a.Id == id)).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("axis", id);

        private IQueryable<Row> Rows(IQueryable<ProgressAxis> axes) => axes.AsNoTracking().Select(a => new Row(
            a.Id, a.Project, a.Code, a.Label, a.InitialSituation, a.Target, a.Due, a.MeasuredBy, a.Stake, a.Risk, a.Constraint, a.Author,
            db.Persons.Where(p => p.Id == a.Author).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? "",
            a.SetAt, EF.Property<uint>(a, "Version")));
    }
}
