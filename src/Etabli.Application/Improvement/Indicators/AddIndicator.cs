using Etabli.Improvement;
using Etabli.Improvement.Indicators;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>An indicator enters the catalogue of the project.</summary>
public sealed class AddIndicator(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Project">Which project.</param>
    /// <param name="Code">Short name; null: the next K number.</param>
    /// <param name="Card">What the catalogue says; the owner's code is read from the plant.</param>
    public sealed record Order(ProjectId Project, string? Code, IndicatorCard Card);

    public async Task<IndicatorId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(ProjectRoles.Contributors);
        var project = await db.MustFind(order.Project, stop);
        rights.MustBe(project.Organisation, ProjectRoles.Contributors);
        await using var numbering = await db.Database.BeginTransactionAsync(stop);
        await db.Queue(project.Id, stop);
        var taken = await db.Indicators.Where(i => i.Project == project.Id).Select(i => i.Code).ToListAsync(stop);
        var owner = order.Card.Owner.Value == Guid.Empty ? "" : await db.MustBeOfThePlant(order.Card.Owner, project.Organisation, stop);
        var indicator = new Indicator(
            new(Guid.CreateVersion7()), project.Id, project.Organisation, Codes.Next(order.Code, "K", 2, taken), order.Card with { OwnerCode = owner }, caller.Id, clock.GetUtcNow());
        db.Indicators.Add(indicator);
        journal.Note("indicator.added", "indicator", indicator.Id.Value, project.Organisation, detail: new { code = indicator.Code, name = indicator.Name });
        await db.SaveKnowingly(indicator.Code, stop);
        await numbering.CommitAsync(stop);
        return indicator.Id;
    }
}
