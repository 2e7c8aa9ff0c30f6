using Etabli.Application.Plant;
using Etabli.Application.Studies.Sheets;
using Etabli.Figures.Ink;
using Etabli.Methods.WorkMeasurement;
using Etabli.Persistence;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Etabli.Plant.Tasks;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Timings;

/// <summary>What a time study says of the tasks of a routing (fr: comparaison à la gamme).</summary>
/// <param name="Study">The time study.</param>
/// <param name="Version">To say on which version of the study a change stands.</param>
/// <param name="Routings">Task lists of the plant, the one that most elements name first.</param>
/// <param name="Chosen">The one it is compared with; null when the plant has none.</param>
/// <param name="Unit">Unit the plant says its times in.</param>
/// <param name="MayUpdate">Whether the caller may take times into the routing.</param>
public sealed record RoutingComparison(
    Study Study, uint Version, IReadOnlyList<RoutingComparison.Routing> Routings, RoutingComparison.Routing? Chosen, TimeUnit Unit, bool MayUpdate)
{
    /// <summary>The elements, each with its task.</summary>
    public IReadOnlyList<ElementTask> Elements { get; private init; } = [];

    /// <summary>Measured times, task after task in the order of the routing; only tasks that were timed.</summary>
    public IReadOnlyList<TaskTime> Times { get; private init; } = [];

    /// <summary>A task list of the plant.</summary>
    /// <param name="Family">Of which family.</param>
    /// <param name="FamilyName">Its name.</param>
    /// <param name="Operation">Code of the operation.</param>
    /// <param name="Tasks">Its tasks.</param>
    /// <param name="Version">To say on which version a change stands.</param>
    public sealed record Routing(ProductFamilyId Family, string FamilyName, string Operation, IReadOnlyList<WorkTask> Tasks, uint Version);

    /// <summary>The times a study measured for the tasks its elements belong to.</summary>
    public static IReadOnlyList<TaskTime> TimesOf(TimeStudy study, IEnumerable<ElementTask> elements, IReadOnlyList<WorkTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(elements);
        ArgumentNullException.ThrowIfNull(tasks);
        var timed = study.Elements.ToDictionary(e => e.Element.Code, StringComparer.Ordinal);
        var by = elements.Where(e => e.Task.Length > 0 && timed.ContainsKey(e.Element)).ToLookup(e => e.Task, e => timed[e.Element], StringComparer.Ordinal);
        return [.. tasks.Where(t => by.Contains(t.Code)).Select(t => TaskTime.Of(t.Code, by[t.Code], study.Choices.Allowance, TimeSpan.FromTicks((long)decimal.Round(t.Seconds * TimeSpan.TicksPerSecond))))];
    }

    public sealed class Reader(EtabliDb db, Caller caller, StudySheet.Reader studies)
    {
        /// <param name="id">The study.</param>
        /// <param name="family">Family of the routing wanted; null for the one most elements name.</param>
        /// <param name="operation">Operation of the routing wanted.</param>
        /// <param name="language">Language of what the study says by itself.</param>
        /// <param name="stop">Stops the work.</param>
        /// <exception cref="NotFoundException">No such study for this caller, not a time study, or no such routing.</exception>
        public async Task<RoutingComparison> Find(StudyId id, ProductFamilyId? family, string? operation, Language language, CancellationToken stop)
        {
            var sheet = await studies.Find(id, stop);
            var study = sheet.Study;
            if (study.Kind != StudyKind.TimeStudy)
            {
                throw new NotFoundException("study", id);
            }

            var plant = study.Organisation;
            var families = await db.ProductFamilies.AsNoTracking().Where(f => f.Organisation == plant).ToDictionaryAsync(f => f.Id, f => f.Name, stop);
            var registers = await db.PlantRegisters.AsNoTracking().Where(r => r.Organisation == plant && r.Kind == RegisterKind.Tasks).Select(r => new { Register = r, Version = EF.Property<uint>(r, "Version") }).ToListAsync(stop);
            var rows = study.Rows(SheetKind.Timings);
            var routings = registers.Where(r => r.Register.Family is { } of && families.ContainsKey(of) && r.Register.Objects.Count > 0)
                .Select(r => new Routing(r.Register.Family!.Value, families[r.Register.Family.Value], r.Register.Operation, PlantRegister.Tasks(r.Register.Objects).Tasks, r.Version))
                .OrderByDescending(r => ElementTasks.Of(rows, r.Tasks).Count(e => e.Task.Length > 0)).ThenBy(r => r.FamilyName, StringComparer.Ordinal).ThenBy(r => r.Operation, StringComparer.Ordinal).ToList();
            var chosen = family is { } wanted ? routings.Find(r => r.Family == wanted && r.Operation == operation) ?? throw new NotFoundException("product-family", wanted) : routings.FirstOrDefault();
            var unit = await db.UnitOf(plant, stop);
            var comparison = new RoutingComparison(study, sheet.Version, routings, chosen, unit, sheet.MayFill && PlantLoading.Keepers.Any(r => caller.Is(r, plant)));
            if (chosen is null || rows.Count == 0)
            {
                return comparison;
            }

            var elements = ElementTasks.Of(rows, chosen.Tasks);
            return comparison with { Elements = elements, Times = TimesOf(StudyReading.TimeStudyOf(study.Content, language), elements, chosen.Tasks) };
        }
    }
}
