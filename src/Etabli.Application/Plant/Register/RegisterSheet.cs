using Etabli.Persistence;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Register;

/// <summary>One table of the plant's register, whole (fr: table du référentiel).</summary>
/// <param name="Kind">Which table.</param>
/// <param name="Objects">Its rows.</param>
/// <param name="Version">To say on which version a change stands; null when nobody wrote in it yet.</param>
/// <param name="ByCode">Who changed it last; empty when nobody did.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Counts">How many rows each table has.</param>
/// <param name="Unit">Unit the times are said in.</param>
/// <param name="Families">The families with their operations, for tasks.</param>
/// <param name="MayKeep">Whether the caller may change it.</param>
public sealed record RegisterSheet(
    RegisterKind Kind, IReadOnlyList<PlantObject> Objects, uint? Version, string ByCode, DateTimeOffset ChangedAt, IReadOnlyDictionary<RegisterKind, int> Counts, TimeUnit Unit,
    IReadOnlyList<RegisterSheet.Way> Families, bool MayKeep)
{
    /// <summary>A family with its operations.</summary>
    public sealed record Way(ProductFamilyId Id, string Name, IReadOnlyList<RoutingOperation> Operations);

    /// <summary>How many tasks each operation has, when no operation was asked for.</summary>
    public IReadOnlyDictionary<(ProductFamilyId Family, string Operation), int> TaskCounts { get; init; } = new Dictionary<(ProductFamilyId, string), int>();

    /// <summary>Its rows with a cell for each column.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => [.. Objects.Select(o => (IReadOnlyList<string>)[.. RegisterForm.Of(Kind).Columns.Select(c => o[c.Key])])];

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <param name="kind">Which table.</param>
        /// <param name="family">Family of the operation, for tasks.</param>
        /// <param name="operation">Code of the operation, for tasks; empty to learn what operations there are.</param>
        /// <exception cref="NotFoundException">No such family, or operation, for this caller.</exception>
        public async Task<RegisterSheet> Find(RegisterKind kind, ProductFamilyId? family, string operation, CancellationToken stop)
        {
            ArgumentNullException.ThrowIfNull(operation);
            var plant = caller.Plant(PlantLoading.Residents);
            var ways = kind != RegisterKind.Tasks ? [] : await db.ProductFamilies.AsNoTracking().Where(f => f.Organisation == plant).OrderBy(f => f.Name).Select(f => new Way(f.Id, f.Name, f.Operations)).ToListAsync(stop);
            if (family is { } wanted && ways.Find(w => w.Id == wanted) is var way && (way is null || (operation.Length > 0 && way.Operations.All(o => o.Code != operation))))
            {
                throw new NotFoundException("product-family", wanted);
            }

            var found = await db.PlantRegisters.AsNoTracking().Where(r => r.Organisation == plant && r.Kind == kind && r.Family == family && r.Operation == operation)
                .Select(r => new { Register = r, Version = EF.Property<uint>(r, "Version") }).SingleOrDefaultAsync(stop);
            IReadOnlyList<PlantObject> objects = found?.Register.Objects ?? [];
            if (kind == RegisterKind.Stations)
            {
                // Stations named before the table was written are in it.
                var named = objects.Select(o => o["Code"]).ToHashSet(StringComparer.Ordinal);
                var others = await db.Workstations.AsNoTracking().Where(w => w.Organisation == plant).OrderBy(w => w.Code).Select(w => new { w.Code, w.Kind }).ToListAsync(stop);
                objects = [.. objects, .. others.Where(w => !named.Contains(w.Code)).Select(w => new PlantObject(new Dictionary<string, string> { ["Code"] = w.Code, ["Nature"] = w.Kind }, new Dictionary<string, NumberSource>()))];
            }

            var unit = await db.UnitOf(plant, stop);
            var counts = await db.Database.SqlQuery<Counted>($"""
                select kind as "Kind", sum(jsonb_array_length(objects))::int as "Many" from plant.register where organisation = {plant.Value} group by kind
                union all select 'Stations', count(*)::int from plant.workstation where organisation = {plant.Value}
                """).ToListAsync(stop);
            var tasks = kind != RegisterKind.Tasks || operation.Length > 0 ? [] : await db.Database.SqlQuery<CountedTasks>($"""
                select family as "Family", operation as "Operation", jsonb_array_length(objects) as "Many" from plant.register where organisation = {plant.Value} and kind = 'Tasks'
                """).ToListAsync(stop);
            var register = found?.Register;
            return new(
                kind, objects, found?.Version, register?.ByCode ?? "", register?.ChangedAt ?? default,
                counts.GroupBy(c => Enum.Parse<RegisterKind>(c.Kind)).ToDictionary(g => g.Key, g => g.Max(c => c.Many)), unit, ways,
                PlantLoading.Keepers.Any(role => caller.Is(role, plant)))
            {
                TaskCounts = tasks.ToDictionary(t => (new ProductFamilyId(t.Family), t.Operation), t => t.Many),
            };
        }

        internal sealed record Counted(string Kind, int Many);

        internal sealed record CountedTasks(Guid Family, string Operation, int Many);
    }
}
