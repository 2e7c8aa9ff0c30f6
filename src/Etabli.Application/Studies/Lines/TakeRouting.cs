using System.Globalization;
using Etabli.Application.Improvement;
using Etabli.Application.Plant;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Etabli.Plant.Tasks;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Lines;

/// <summary>A list of tasks of the plant, to be balanced.</summary>
/// <param name="Family">Of which family.</param>
/// <param name="FamilyName">Its name.</param>
/// <param name="Operation">Code of the operation.</param>
public sealed record RoutingChoice(ProductFamilyId Family, string FamilyName, string Operation)
{
    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <summary>The lists of tasks of the caller's plant.</summary>
        public async Task<IReadOnlyList<RoutingChoice>> All(CancellationToken stop)
        {
            if (!StudyRoles.Makers.Any(caller.Is))
            {
                return [];
            }

            var plant = caller.Plant(StudyRoles.Makers);
            return await (
                from register in db.PlantRegisters.AsNoTracking()
                join family in db.ProductFamilies.AsNoTracking() on register.Family equals (ProductFamilyId?)family.Id
                where register.Organisation == plant && register.Kind == RegisterKind.Tasks
                orderby family.Name, register.Operation
                select new RoutingChoice(family.Id, family.Name, register.Operation)).Take(100).ToListAsync(stop);
        }
    }
}

/// <summary>The tasks of a routing become those of a line that is studied, with their times as the plant's data say them now (fr: reprise de la gamme).</summary>
public sealed class TakeRouting(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Study">Whose line.</param>
    /// <param name="Family">Family of the routing.</param>
    /// <param name="Operation">Operation of the routing.</param>
    /// <param name="Version">The version of the study that was seen.</param>
    public sealed record Order(StudyId Study, ProductFamilyId Family, string Operation, uint? Version = null);

    /// <remarks>What the sheet says of a task beside its time, such as the station proposed, stays with the task.</remarks>
    /// <exception cref="NotFoundException">No such study or family for this caller.</exception>
    /// <exception cref="RefusalException">No such routing, not a line, or somebody changed the study meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        var family = await db.MustFind(order.Family, stop);
        rights.MustBe(family.Organisation, PlantLoading.Keepers);
        db.Expect(study, order.Version);
        var register = family.Organisation == study.Organisation ? await db.Register(family.Organisation, RegisterKind.Tasks, stop, family.Id, order.Operation) : null;
        if (register is null || register.Objects.Count == 0)
        {
            throw new RefusalException(Refusal.RoutingMissing);
        }

        var form = SheetForm.Of(SheetKind.LineTasks);
        var code = form.At("LineTask");
        var before = study.Rows(SheetKind.LineTasks).GroupBy(r => r[code], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        study.Fill(SheetKind.LineTasks, [.. PlantRegister.Tasks(register.Objects).Tasks.Select(t => Row(form, t, before.GetValueOrDefault(t.Code)))]);
        journal.Note("study.routed", "study", study.Id.Value, study.Organisation, detail: new { family = family.Name, operation = order.Operation, tasks = register.Objects.Count });
        await db.SaveStudy(study, study.Keep(caller.Code, clock.GetUtcNow()), stop);
    }

    private static IReadOnlyList<string> Row(SheetForm form, WorkTask task, IReadOnlyList<string>? before) =>
    [
        .. form.Columns.Select((column, at) => column.Key switch
        {
            "LineTask" => task.Code,
            "TaskLabel" => task.Label,
            "TaskTime" => task.Seconds.ToString(CultureInfo.InvariantCulture),
            "WaitsFor" => string.Join(' ', task.After),
            "StationToday" => task.Station,
            "Worth" => task.Class switch { ValueClass.ValueAdded => "ValueAdding", ValueClass.Necessary => "Necessary", ValueClass.Waste => "Waste", _ => before?[at] ?? "" },
            _ => before?[at] ?? "",
        }),
    ];
}
