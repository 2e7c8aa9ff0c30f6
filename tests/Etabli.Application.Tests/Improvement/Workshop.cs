using Etabli.Application.Improvement.Projects;
using Etabli.Improvement;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Application.Tests.Improvement;

/// <summary>The plant VNP with its people and one project, and another plant beside it.</summary>
internal sealed class Workshop : IAsyncDisposable
{
    private Workshop(House house) => House = house;

    internal House House { get; }

    internal OrganisationId Vnp { get; private set; }

    /// <summary>Lean coordinator of VNP.</summary>
    internal PersonId Clean { get; private set; }

    /// <summary>Process technician of VNP.</summary>
    internal PersonId Meth { get; private set; }

    /// <summary>Operator of VNP.</summary>
    internal PersonId A03 { get; private set; }

    /// <summary>Tutor at VNP: reads, writes nothing.</summary>
    internal PersonId Tutor { get; private set; }

    /// <summary>Lean coordinator of another plant.</summary>
    internal PersonId Stranger { get; private set; }

    internal ProjectId Vérins { get; private set; }

    internal static async Task<Workshop> Open(CancellationToken stop)
    {
        var house = await House.Open(stop);
        var workshop = new Workshop(house) { Vnp = await house.Organisation(OrganisationKind.Plant, "Les Vérins de Nulle-Part") };
        var elsewhere = await house.Organisation(OrganisationKind.Plant, "Autre usine");
        workshop.Clean = await house.Person("CLEAN", (Role.LeanCoordinator, workshop.Vnp));
        workshop.Meth = await house.Person("METH", (Role.ProcessTechnician, workshop.Vnp));
        workshop.A03 = await house.Person("A03", (Role.Operator, workshop.Vnp));
        workshop.Tutor = await house.Person("TUT", (Role.Tutor, workshop.Vnp));
        workshop.Stranger = await house.Person("AILLEURS", (Role.LeanCoordinator, elsewhere));
        workshop.Vérins = await workshop.By(workshop.Clean, (CreateProject create) => create.Run(
            new(workshop.Vnp, "Vérins 50/28", "Raccourcir le délai de 33,75 à 20 jours", new(2025, 12, 1), new(2026, 2, 27)), stop));
        return workshop;
    }

    /// <summary>One gesture or reading, by somebody.</summary>
    internal Task<TAnswer> By<TGesture, TAnswer>(PersonId who, Func<TGesture, Task<TAnswer>> what)
        where TGesture : notnull =>
        House.As(who, s => what(s.GetRequiredService<TGesture>()));

    internal Task By<TGesture>(PersonId who, Func<TGesture, Task> what)
        where TGesture : notnull =>
        House.As(who, s => what(s.GetRequiredService<TGesture>()));

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
