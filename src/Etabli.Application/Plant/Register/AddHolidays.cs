using System.Globalization;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant.Register;

/// <summary>The public holidays of a year in France are added to the calendar; days that were said already stay as they are.</summary>
public sealed class AddHolidays(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Year">Range: 2000 to 2100.</param>
    public sealed record Order(int Year);

    /// <returns>How many days were added.</returns>
    /// <exception cref="RefusalException">A year outside 2000 to 2100.</exception>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        if (order.Year is < 2000 or > 2100)
        {
            throw new RefusalException(Refusal.YearOutOfRange);
        }

        var plant = caller.Plant(PlantLoading.Keepers);
        var register = await db.Register(plant, RegisterKind.SpecialDays, stop);
        if (register is null)
        {
            db.PlantRegisters.Add(register = new(new(Guid.CreateVersion7()), plant, RegisterKind.SpecialDays));
        }

        var known = register.Objects.Select(o => o["Day"]).ToHashSet(StringComparer.Ordinal);
        var rows = FrenchHolidays.Of(order.Year).Select(h => (Day: h.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), h.Name)).Where(h => !known.Contains(h.Day)).ToList();
        register.Take([.. rows.Select(h => (IReadOnlyList<string>)[h.Day, nameof(SpecialDayKind.Holiday), h.Name])], new(NumberOrigin.Typed, caller.Id, caller.Code, clock.GetUtcNow()), whole: false);
        register.Keep(caller.Code, clock.GetUtcNow());
        journal.Note("register.holidays-added", "plant-register", register.Id.Value, plant, detail: new { year = order.Year, days = rows.Count });
        await db.SavePlant(stop, Refusal.ChangedMeanwhile);
        return rows.Count;
    }
}
