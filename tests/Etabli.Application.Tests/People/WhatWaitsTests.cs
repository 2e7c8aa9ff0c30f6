using Etabli.Application.People;
using Etabli.Application.Search;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Application.Tests.People;

public sealed class WhatWaitsTests : IAsyncLifetime
{
    private House house = null!;
    private OrganisationId vnp;
    private PersonId claire;
    private PersonId marc;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync()
    {
        house = await House.Open(Stop, TimeProvider.System.GetUtcNow());
        vnp = await house.Organisation(OrganisationKind.Plant, "Les Vérins de Nulle-Part");
        claire = await house.Person("CLEAN", (Role.LeanCoordinator, vnp), (Role.Tutor, vnp), (Role.ExamCentreOfficer, vnp), (Role.Candidate, vnp), (Role.Juror, vnp), (Role.JointTechnicalGroup, vnp));
        marc = await house.Person("MAINT", (Role.SupportFunction, vnp));
        await house.Insert("insert into improvement.project (id, organisation, title, purpose, pilot, pilot_code, starts, ends, created_by, created_at) values ($1, $2, 'Vérins 50/28', 'x', $3, 'CLEAN', $4, $5, $3, now())",
            Guid.CreateVersion7(), vnp.Value, claire.Value, Today.AddDays(-40), Today.AddDays(40));
        await Action("AC23", marc, Today.AddDays(-7));
        await Action("AC01", claire, Today.AddDays(-1));
        await Action("AC02", claire, Today);
        await Action("AC03", claire, Today.AddDays(WhatWaits.DaysAhead));
        await Action("AC04", claire, Today.AddDays(WhatWaits.DaysAhead + 1));
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Late_comes_first_and_what_is_far_does_not_come()
    {
        var things = (await house.As(claire, s => s.GetRequiredService<WhatWaits.Reader>().Find(Stop))).Things;
        Assert.Equal(["action-of-team AC23", "action AC01", "action AC02", "action AC03"], things.Select(t => $"{t.Kind} {t.About.Split(',')[0]}"));
    }

    [Fact]
    public async Task Nobody_is_asked_for_what_is_somebody_else_s()
    {
        var things = (await house.As(marc, s => s.GetRequiredService<WhatWaits.Reader>().Find(Stop))).Things;
        Assert.Equal("AC23", Assert.Single(things).About.Split(',')[0]);
        var stranger = await house.Person("STRANGER", (Role.LeanCoordinator, await house.Organisation(OrganisationKind.Plant, "Ateliers d’Ailleurs")));
        Assert.Empty((await house.As(stranger, s => s.GetRequiredService<WhatWaits.Reader>().Find(Stop))).Things);
    }

    [Fact]
    public async Task My_projects_say_how_much_is_late()
    {
        var project = Assert.Single((await house.As(claire, s => s.GetRequiredService<MyProjects.Reader>().Find(Stop))).Projects);
        Assert.Equal(("000000000", 5, 0, 2), (project.Steps, project.Open, project.Closed, project.Late));
        Assert.Single((await house.As(marc, s => s.GetRequiredService<MyProjects.Reader>().Find(Stop))).Projects);
        Assert.Empty((await house.As(claire, s => s.GetRequiredService<MyDossiers.Reader>().Find(Stop))).Dossiers);
    }

    [Fact]
    public async Task A_search_finds_an_action_by_its_code_and_its_project_by_a_word()
    {
        var found = await house.As(claire, s => s.GetRequiredService<Found.Reader>().Find("ac23", Stop));
        Assert.Equal("action", Assert.Single(found.Groups).Kind);
        Assert.Contains((await house.As(claire, s => s.GetRequiredService<Found.Reader>().Find("verins", Stop))).Groups, g => g.Kind == "project");
    }

    private Task Action(string code, PersonId owner, DateOnly due) => house.Insert("""
        insert into improvement.planned_action (id, project, organisation, code, axis, label, deliverable, owner, owner_code, pdca, due, first_due, effectiveness_measured, author, planned_at)
        select $1, p.id, p.organisation, $2, 'X1', 'Action ' || $2, 'livrable', $3, 'X', 'Plan', $4, $4, false, p.pilot, now() from improvement.project p
        """, Guid.CreateVersion7(), code, owner.Value, due);
}
