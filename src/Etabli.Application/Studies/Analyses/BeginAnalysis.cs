using Etabli.Application.Plant.Measures;
using Etabli.Improvement;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Etabli.Studies.Analyses;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Somebody asks a question of a record of measures.</summary>
public sealed class BeginAnalysis(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Kind">What is asked.</param>
    /// <param name="Table">Of which record.</param>
    /// <param name="Title">What people call it.</param>
    /// <param name="Columns">Place of the column that plays each part.</param>
    /// <param name="Choices">What is chosen, by key.</param>
    /// <param name="Project">The project it serves; null when it serves none.</param>
    /// <param name="Id">Its identifier, so that sending twice makes one.</param>
    public sealed record Order(
        AnalysisKind Kind, MeasureTableId Table, string Title, IReadOnlyDictionary<string, int> Columns, IReadOnlyDictionary<string, string> Choices, Guid? Project = null, Guid? Id = null);

    /// <exception cref="RefusalException">No title, a part no column plays, a choice that cannot be.</exception>
    public async Task<AnalysisId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var id = new AnalysisId(order.Id ?? Guid.CreateVersion7());
        if (await db.Analyses.AnyAsync(a => a.Id == id, stop))
        {
            // Sent twice: it is there.
            return id;
        }

        var table = await db.MustFind(order.Table, stop);
        rights.MustBe(table.Organisation, StudyRoles.Makers);
        if (order.Project is { } project && !await db.Projects.AnyAsync(p => p.Id == new ProjectId(project) && p.Organisation == table.Organisation, stop))
        {
            throw new NotFoundException("project", project);
        }

        var analysis = new Analysis(id, table.Organisation, order.Kind, table, order.Project, new(order.Title, order.Columns, order.Choices, [], []), caller.Id, caller.Code, clock.GetUtcNow());
        db.Analyses.Add(analysis);
        journal.Note("analysis.begun", "analysis", id.Value, table.Organisation, detail: new { kind = order.Kind.ToString(), title = analysis.Content.Title, record = table.Name });
        await db.SaveAnalysis(stop);
        return id;
    }
}
