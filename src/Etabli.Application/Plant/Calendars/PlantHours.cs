using Etabli.Persistence;
using Etabli.Plant.Calendars;
using Etabli.Plant.Register;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Plant.Calendars;

/// <summary>When the caller's plant works, and the unit it says its times in (fr: heures de l’usine).</summary>
public sealed record PlantHours(PlantCalendar Calendar, TimeUnit Unit)
{
    public sealed class Reader(EtabliDb db, Caller caller)
    {
        public async Task<PlantHours> Find(CancellationToken stop)
        {
            var plant = caller.Plant(PlantLoading.Residents);
            var tables = await db.PlantRegisters.AsNoTracking().Where(r => r.Organisation == plant && (r.Kind == RegisterKind.Shifts || r.Kind == RegisterKind.SpecialDays)).ToListAsync(stop);
            var unit = await db.UnitOf(plant, stop);
            return new(PlantRegister.Calendar(Of(RegisterKind.Shifts), Of(RegisterKind.SpecialDays)), unit);

            IEnumerable<PlantObject> Of(RegisterKind kind) => tables.FirstOrDefault(t => t.Kind == kind)?.Objects ?? [];
        }
    }
}
