using Etabli.Application.Improvement;
using Etabli.Application.Plant.Tables;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Etabli.Plant.Workstations;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Register;

/// <summary>
/// A table of the plant's register is taken as it was typed, pasted or read in a file: the good lines are kept, the others come
/// back with what is wrong in each cell.
/// </summary>
public sealed class TakeRegister(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Kind">Which table.</param>
    /// <param name="Table">The rows as they now are.</param>
    /// <param name="Family">Family of the operation, for tasks.</param>
    /// <param name="Operation">Code of the operation, for tasks.</param>
    /// <param name="Chosen">Columns chosen by hand.</param>
    /// <param name="From">Name of the file; null when it was typed.</param>
    /// <param name="Whole">Whether what the table leaves out is gone; never when a line is wrong.</param>
    /// <param name="Version">The version that was seen; null for a table nobody wrote in yet.</param>
    public sealed record Order(
        RegisterKind Kind, TypedTable Table, ProductFamilyId? Family = null, string Operation = "", IReadOnlyDictionary<string, int>? Chosen = null, string? From = null, bool Whole = false, uint? Version = null);

    /// <param name="Read">What was kept, and what was not.</param>
    /// <param name="Changes">Numbers that are not what they were.</param>
    public sealed record Outcome(SheetReading Read, IReadOnlyList<RegisterChange> Changes);

    /// <exception cref="RefusalException">A column is missing, nothing can be kept, a station that was observed is left out, or somebody changed it meanwhile: nothing changes.</exception>
    public async Task<Outcome> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var plant = order.Family is { } family ? (await db.MustFind(family, stop)).Organisation : caller.Plant(PlantLoading.Keepers);
        rights.MustBe(plant, PlantLoading.Keepers);
        var register = await db.Register(plant, order.Kind, stop, order.Family, order.Operation);
        if (register is null)
        {
            register = new(new(Guid.CreateVersion7()), plant, order.Kind, order.Family, order.Operation);
            db.PlantRegisters.Add(register);
        }
        else if (order is { Whole: true, Version: null })
        {
            // Whoever writes the whole table saw it empty; somebody wrote in it since.
            throw new RefusalException(Refusal.ChangedMeanwhile);
        }
        else
        {
            db.Expect(register, order.Version);
        }

        var read = await Read(order, register, plant, stop);
        if (read.Missing.Count > 0 || (read.Rows.Count == 0 && (read.Faults.Count > 0 || !order.Whole)))
        {
            throw new RefusalException(Refusal.NothingToTake);
        }

        var source = new NumberSource(order.From is null ? NumberOrigin.Typed : NumberOrigin.Imported, caller.Id, caller.Code, clock.GetUtcNow(), order.From);
        var whole = order.Whole && read.Faults.Count == 0;
        var changes = register.Take(read.Rows, source, whole);
        register.Keep(caller.Code, clock.GetUtcNow());
        if (order.Kind == RegisterKind.Stations)
        {
            await Settle(register, whole, stop);
        }

        journal.Note("register.taken", "plant-register", register.Id.Value, plant, detail: new
        {
            kind = order.Kind.ToString(),
            operation = order.Operation,
            from = order.From,
            rows = register.Objects.Count,
            faulty = read.Faults.Select(f => f.Row).Distinct().Count(),
            numbers = changes.Count,
        });
        await db.SavePlant(stop, Refusal.ChangedMeanwhile);
        return new(read, changes);
    }

    /// <summary>What the table says, cell by cell; nothing is kept.</summary>
    public async Task<SheetReading> Preview(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var plant = order.Family is { } family ? (await db.MustFind(family, stop)).Organisation : caller.Plant(PlantLoading.Keepers);
        rights.MustBe(plant, PlantLoading.Keepers);
        return await Read(order, await db.Register(plant, order.Kind, stop, order.Family, order.Operation), plant, stop);
    }

    private async Task<SheetReading> Read(Order order, PlantRegister? register, OrganisationId plant, CancellationToken stop)
    {
        var named = RegisterForm.Of(order.Kind).Links.Values.Distinct().ToList();
        var others = named.Count == 0 ? [] : await db.PlantRegisters.AsNoTracking().Where(r => r.Organisation == plant && named.Contains(r.Kind)).ToListAsync(stop);
        var known = named.ToDictionary(k => k, k => (IReadOnlySet<string>)others.Where(r => r.Kind == k).SelectMany(r => r.Objects.Select(o => o[RegisterForm.Of(k).Code])).ToHashSet(StringComparer.Ordinal));
        if (known.ContainsKey(RegisterKind.Stations))
        {
            known[RegisterKind.Stations] = (await db.Workstations.AsNoTracking().Where(w => w.Organisation == plant).Select(w => w.Code).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        }

        var unit = await db.PlantSettings.AsNoTracking().Where(s => s.Organisation == plant).Select(s => s.Unit).SingleOrDefaultAsync(stop);
        return RegisterReading.Read(order.Table, order.Kind, known, order.Whole ? [] : register?.Objects ?? [], unit, order.Chosen);
    }

    /// <summary>The stations that observations, labels and events point to are those of the table; only a whole table takes one away.</summary>
    private async Task Settle(PlantRegister register, bool whole, CancellationToken stop)
    {
        var there = await db.Workstations.Where(w => w.Organisation == register.Organisation).ToDictionaryAsync(w => w.Code, stop);
        var said = register.Objects.ToDictionary(o => o["Code"], StringComparer.Ordinal);
        foreach (var (code, one) in said)
        {
            if (there.TryGetValue(code, out var station))
            {
                station.Become(one["Nature"]);
            }
            else
            {
                db.Workstations.Add(new Workstation(new(Guid.CreateVersion7()), register.Organisation, code, one["Nature"]));
            }
        }

        if (!whole)
        {
            return;
        }

        var gone = there.Values.Where(w => !said.ContainsKey(w.Code)).ToList();
        var ids = gone.Select(w => (WorkstationId?)w.Id).ToList();
        if (gone.Count > 0 && await db.Observations.Where(o => ids.Contains(o.Workstation)).Select(o => o.Workstation).FirstOrDefaultAsync(stop) is { } used)
        {
            throw new RefusalException(Refusal.StationInUse, gone.First(w => w.Id == used).Code);
        }

        db.Workstations.RemoveRange(gone);
    }
}
