using Etabli.Application.Certification.Assessments;
using Etabli.Application.Certification.Dossiers;
using Etabli.Application.Certification.Qualifications;
using Etabli.Application.Improvement.Axes;
using Etabli.Application.Improvement.Projects;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;
using Etabli.Improvement;
using Etabli.Improvement.Axes;
using Etabli.People;
using Etabli.People.Grants;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Application.Tests.Certification;

/// <summary>An exam centre, a plant with its candidate and tutor, two assessors, and a dossier whose modes went to the resource centre.</summary>
internal sealed class ExamDay : IAsyncDisposable
{
    private ExamDay(House house) => House = house;

    internal House House { get; }

    internal OrganisationId Centre { get; private set; }

    internal OrganisationId Vnp { get; private set; }

    internal PersonId Anne { get; private set; }

    internal PersonId Clean { get; private set; }

    internal PersonId Tutor { get; private set; }

    /// <summary>Operator of the candidate's plant: sees the plant, has no part in the dossier.</summary>
    internal PersonId A03 { get; private set; }

    internal PersonId Eva { get; private set; }

    internal PersonId Evan { get; private set; }

    /// <summary>Officer of another exam centre.</summary>
    internal PersonId Stranger { get; private set; }

    internal StandardId Standard { get; private set; }

    internal DossierId Dossier { get; private set; }

    internal ProjectId Project { get; private set; }

    internal ProgressAxisId Axis { get; private set; }

    internal static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "referentiels", name + ".json"));

    internal static async Task<ExamDay> Open(CancellationToken stop)
    {
        var house = await House.Open(stop);
        var day = new ExamDay(house)
        {
            Centre = await house.Organisation(OrganisationKind.ExamCentre, "UIMM du Val"),
            Vnp = await house.Organisation(OrganisationKind.Plant, "Vérins de Nulle-Part"),
        };
        var resources = await house.Organisation(OrganisationKind.ResourceCentre, "UIMM ressources");
        var elsewhere = await house.Organisation(OrganisationKind.ExamCentre, "Autre centre");
        day.Anne = await house.Person("ANNE", (Role.ExamCentreOfficer, day.Centre));
        day.Clean = await house.Person("CLEAN", (Role.LeanCoordinator, day.Vnp), (Role.Candidate, day.Centre));
        day.Tutor = await house.Person("TUT", (Role.Tutor, day.Vnp));
        day.A03 = await house.Person("A03", (Role.Operator, day.Vnp));
        day.Eva = await house.Person("EV1", (Role.Assessor, day.Centre));
        day.Evan = await house.Person("EV2", (Role.Assessor, day.Centre));
        day.Stranger = await house.Person("AILLEURS", (Role.ExamCentreOfficer, elsewhere));
        day.Standard = (await day.By(day.Anne, (ImportStandard g) => g.Run(new(Text("coordonnateur-lean-amelioration-continue")), stop))).Id!.Value;
        day.Project = await day.By(day.Clean, (CreateProject g) => g.Run(new(day.Vnp, "Vérins 50/28", "Raccourcir le délai", new(2025, 12, 1), new(2026, 2, 27)), stop));
        day.Axis = await day.By(day.Clean, (SetAxis g) => g.Run(
            new(day.Project, "X1", new AxisWording("Débloquer le goulot", "TRS 56,5 %", "TRS 72 %", new(2026, 2, 27), "K07", "supprimer les samedis")), stop));
        day.Dossier = new(Guid.CreateVersion7());
        await house.As(day.Anne, s => day.Enrol(House.Db(s), resources, stop));
        return day;
    }

    /// <summary>One gesture or reading, by somebody.</summary>
    internal Task<TAnswer> By<TGesture, TAnswer>(PersonId who, Func<TGesture, Task<TAnswer>> what)
        where TGesture : notnull =>
        House.As(who, s => what(s.GetRequiredService<TGesture>()));

    internal Task By<TGesture>(PersonId who, Func<TGesture, Task> what)
        where TGesture : notnull =>
        House.As(who, s => what(s.GetRequiredService<TGesture>()));

    internal Task Appoint(CancellationToken stop) => By(Anne, (AppointCommission g) => g.Run(new(Dossier, [new(Eva), new(Evan)]), stop));

    internal Task<EvidenceId> Link(CancellationToken stop, params string[] criteria) =>
        By(Clean, (LinkEvidence g) => g.Run(new(Dossier, "axis", Axis.Value, 2, criteria), stop));

    internal async Task<ReportDeposit> Deposit(CancellationToken stop, int hoursAfterDeadline = -24)
    {
        var deadline = House.Clock.GetUtcNow().AddDays(5);
        await By(Anne, (SetReportDeadline g) => g.Run(new(Dossier, deadline), stop));
        House.Clock.Set(deadline.AddHours(hoursAfterDeadline));
        return await By(Clean, (DepositReport g) => g.Run(new(Dossier), stop));
    }

    internal Task<SittingId> Present(CancellationToken stop) => By(Eva, (NoteSitting g) => g.Run(
        new(Dossier, SittingKind.Presentation, AssessmentMode.ProjectPresentation, [], DateOnly.FromDateTime(House.Clock.GetUtcNow().UtcDateTime), "UIMM du Val", [Eva, Evan], "Claire."), stop));

    internal Task<Guid> Opine(CancellationToken stop) =>
        By(Tutor, (GiveCompanyOpinion g) => g.Run(new(Dossier, OpinionSubject.Activity, "A1", true, "Présent sur le terrain."), stop));

    internal async Task<string> Close(CancellationToken stop)
    {
        await Appoint(stop);
        await Deposit(stop);
        await Present(stop);
        await Opine(stop);
        foreach (var competence in Enumerable.Range(1, 9).Select(n => $"C{n}"))
        {
            await By(Eva, (DecideCompetence g) => g.Run(new(Dossier, competence, competence != "C5"), stop));
        }

        return await By(Evan, (CloseAssessment g) => g.Run(new(Dossier), stop));
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private async Task Enrol(Etabli.Persistence.EtabliDb db, OrganisationId resources, CancellationToken stop)
    {
        var now = House.Clock.GetUtcNow();
        var standard = await db.Standards.FindAsync([Standard], stop);
        var dossier = Etabli.Certification.Dossiers.Dossier.Enrol(Dossier, standard!, new()
        {
            Candidate = new(Clean, "CLEAN", null),
            Centre = new(Centre, "UIMM du Val"),
            Company = new(Vnp, "Vérins de Nulle-Part"),
            Tutor = new(Tutor, "TUT"),
            Route = AccessRoute.ContinuingTraining,
            On = DateOnly.FromDateTime(now.UtcDateTime),
        }, [], Anne, now);
        dossier.DefineModes(standard!.Content, [.. standard.Content.Competences.Select(c => new PlannedModes(c.Id, [AssessmentMode.ProjectPresentation], null))], Anne, now);
        dossier.AgreeModes(ModesParty.Company, new(Tutor, "TUT"), now);
        dossier.TransmitModes(new(resources, "UIMM ressources"), Anne, now);
        db.Dossiers.Add(dossier);
        db.Grants.Add(new(Guid.CreateVersion7(), Dossier.Value, Centre, Clean, null, GrantPurpose.Candidate, Anne, now));
        db.Grants.Add(new(Guid.CreateVersion7(), Dossier.Value, Centre, null, Vnp, GrantPurpose.Company, Anne, now));
        await db.SaveChangesAsync(stop);
    }
}
