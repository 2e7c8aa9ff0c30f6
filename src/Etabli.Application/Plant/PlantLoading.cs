using Etabli.Application.Improvement;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Refusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Plant;

/// <summary>Loading what a plant is made of, or saying it is not there for this caller; and saving it knowingly.</summary>
internal static class PlantLoading
{
    /// <summary>Who may change the numbers of a plant.</summary>
    internal static Role[] Keepers => ProjectRoles.Contributors;

    /// <summary>Who belongs to a plant, and so reads what it is made of.</summary>
    internal static Role[] Residents => [.. Keepers, Role.Operator, Role.Tutor, Role.LineManager, Role.FunctionalManager];

    /// <summary>The plant of the caller: where they hold one of these roles.</summary>
    /// <exception cref="RefusalException">They hold none.</exception>
    internal static OrganisationId Plant(this Caller caller, params Role[] anyOf) =>
        caller.Roles.Where(r => anyOf.Contains(r.Role)).Select(r => (OrganisationId?)r.Organisation).FirstOrDefault() ?? throw new RefusalException(Etabli.People.Refusal.NotAllowed);

    /// <summary>The unit a plant says the times of its work in: seconds until it says another.</summary>
    internal static Task<TimeUnit> UnitOf(this EtabliDb db, OrganisationId plant, CancellationToken stop) =>
        db.PlantSettings.AsNoTracking().Where(s => s.Organisation == plant).Select(s => s.Unit).SingleOrDefaultAsync(stop);

    internal static async Task<ProductFamily> MustFind(this EtabliDb db, ProductFamilyId id, CancellationToken stop) =>
        await db.ProductFamilies.SingleOrDefaultAsync(f => f.Id == id, stop) ?? throw new NotFoundException("product-family", id);

    /// <summary>One table of a plant's register; null while nobody wrote in it.</summary>
    internal static Task<PlantRegister?> Register(this EtabliDb db, OrganisationId plant, RegisterKind kind, CancellationToken stop, ProductFamilyId? family = null, string operation = "") =>
        db.PlantRegisters.SingleOrDefaultAsync(r => r.Organisation == plant && r.Kind == kind && r.Family == family && r.Operation == operation, stop);

    /// <param name="db">The database.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="taken">What it means that somebody else entered the same thing meanwhile.</param>
    /// <exception cref="RefusalException">Somebody else changed it since it was read.</exception>
    internal static async Task SavePlant(this EtabliDb db, CancellationToken stop, Refusal taken = Refusal.NameTaken)
    {
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RefusalException(taken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusalException(Refusal.ChangedMeanwhile);
        }
    }
}
