using Etabli.Application.Certification.Enrolments;
using Etabli.Application.Certification.Qualifications;
using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Application.Tests.Certification;

/// <summary>An exam centre at its desk: the four standards imported, two candidates, a company, a provider, a resource centre, and another centre beside it.</summary>
internal sealed class EnrolmentDesk : IAsyncDisposable
{
    private EnrolmentDesk(House house) => House = house;

    internal House House { get; }

    internal OrganisationId Centre { get; private set; }

    internal OrganisationId Vnp { get; private set; }

    internal OrganisationId School { get; private set; }

    internal OrganisationId Resources { get; private set; }

    internal PersonId Officer { get; private set; }

    /// <summary>Officer of another exam centre.</summary>
    internal PersonId Stranger { get; private set; }

    internal PersonId Clean { get; private set; }

    internal PersonId Meth { get; private set; }

    internal PersonId Tutor { get; private set; }

    /// <summary>Operator of the company: works there, has no part in dossiers.</summary>
    internal PersonId A03 { get; private set; }

    internal PersonId Trainer { get; private set; }

    internal PersonId Res { get; private set; }

    /// <summary>Coordonnateur Lean: no end date, no reconstructed situation.</summary>
    internal StandardId Lean { get; private set; }

    /// <summary>RNCP 28228: expired on 21 April 2022, reconstructed situation exceptional.</summary>
    internal StandardId Rncp28228 { get; private set; }

    internal static async Task<EnrolmentDesk> Open(CancellationToken stop)
    {
        var house = await House.Open(stop);
        var desk = new EnrolmentDesk(house)
        {
            Centre = await house.Organisation(OrganisationKind.ExamCentre, "UIMM territoriale, centre d’examen"),
            Vnp = await house.Organisation(OrganisationKind.Plant, "Les Vérins de Nulle-Part"),
            School = await house.Organisation(OrganisationKind.TrainingProvider, "Pôle formation"),
            Resources = await house.Organisation(OrganisationKind.ResourceCentre, "UIMM centre de ressources"),
        };
        var elsewhere = await house.Organisation(OrganisationKind.ExamCentre, "Autre centre");
        desk.Officer = await house.Person("UIMM", (Role.ExamCentreOfficer, desk.Centre));
        desk.Stranger = await house.Person("AUTRE", (Role.ExamCentreOfficer, elsewhere));
        desk.Clean = await house.Person("CLEAN", (Role.Candidate, desk.Centre), (Role.LeanCoordinator, desk.Vnp));
        desk.Meth = await house.Person("METH", (Role.Candidate, desk.Centre));
        desk.Tutor = await house.Person("PROD", (Role.Tutor, desk.Vnp));
        desk.A03 = await house.Person("A03", (Role.Operator, desk.Vnp));
        desk.Trainer = await house.Person("OF1", (Role.Trainer, desk.School));
        desk.Res = await house.Person("RES", (Role.ResourceCentreOfficer, desk.Resources));
        desk.Lean = await desk.Import("coordonnateur-lean-amelioration-continue.json", stop);
        desk.Rncp28228 = await desk.Import("rncp28228-cqpm0272-animateur-demarche-lean.json", stop);
        return desk;
    }

    /// <summary>One gesture or reading, by somebody.</summary>
    internal Task<TAnswer> By<TGesture, TAnswer>(PersonId who, Func<TGesture, Task<TAnswer>> what)
        where TGesture : notnull => House.As(who, s => what(s.GetRequiredService<TGesture>()));

    /// <inheritdoc cref="By{TGesture,TAnswer}"/>
    internal Task By<TGesture>(PersonId who, Func<TGesture, Task> what)
        where TGesture : notnull => House.As(who, s => what(s.GetRequiredService<TGesture>()));

    internal Enrol.Order Order(StandardId standard, PersonId candidate) =>
        new(Centre, candidate, standard, AccessRoute.ContinuingTraining, Vnp, School, Tutor);

    internal Task<DossierId> Enrol(PersonId candidate, CancellationToken stop) => By(Officer, (Enrol g) => g.Run(Order(Lean, candidate), stop));

    /// <summary>Every competence of the Lean standard by project.</summary>
    internal static IReadOnlyList<PlannedModes> OnProject() =>
        [.. Enumerable.Range(1, 9).Select(i => new PlannedModes($"C{i}", [AssessmentMode.ProjectPresentation], null))];

    private async Task<StandardId> Import(string name, CancellationToken stop) =>
        (await By(Res, (ImportStandard g) => g.Run(new(Text(name), "1.0"), stop))).Id!.Value;

    /// <summary>A référentiel's file, as it stands beside the tests.</summary>
    internal static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "referentiels", name));

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
