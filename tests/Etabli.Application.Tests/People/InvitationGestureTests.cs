using Etabli.Application.People;
using Etabli.Application.People.Accounts;
using Etabli.Application.People.Organisations;
using Etabli.Application.People.Persons;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Application.Tests.People;

public sealed class InvitationGestureTests : IAsyncLifetime
{
    private const string Password = "rodage et patience 28";

    private House house = null!;
    private OrganisationId vnp;
    private OrganisationId centre;
    private PersonId rachida;
    private PersonId ulysse;
    private PersonId claire;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // The database compares some days with its own clock: this house lives today.
        house = await House.Open(Stop, TimeProvider.System.GetUtcNow());
        vnp = await house.Organisation(OrganisationKind.Plant, "Les Vérins de Nulle-Part");
        centre = await house.Organisation(OrganisationKind.ExamCentre, "UIMM territoriale");
        rachida = await house.Person("RH", (Role.Administrator, vnp));
        ulysse = await house.Person("UIMM", (Role.ExamCentreOfficer, centre), (Role.Administrator, centre));
        claire = await house.Person("CLEAN", (Role.LeanCoordinator, vnp));
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task An_invited_person_chooses_a_password_and_holds_the_role_at_once()
    {
        var token = await Invite(rachida, vnp, "noe.blanc@vnp.example", Role.Tutor);
        var outcome = await Accept(token);
        var roles = await house.As(outcome.Person, s => Task.FromResult(s.GetRequiredService<Caller>().Roles));
        Assert.Equal([(Role.Tutor, vnp)], roles.Select(r => (r.Role, r.Organisation)));
        var entered = await house.AsNobody(s => s.GetRequiredService<SignIn>().Run(new("Noe.Blanc@vnp.example", Password, null), Stop));
        Assert.Equal(outcome.Person, entered.Person);
    }

    [Fact]
    public async Task A_link_is_good_once()
    {
        var token = await Invite(rachida, vnp, "noe.blanc@vnp.example", Role.Tutor);
        await Accept(token);
        Assert.Equal(Refusal.InvitationUnknownOrUsed, await RefusedWhen(() => Accept(token)));
        Assert.Equal(Refusal.InvitationUnknownOrUsed, await RefusedWhen(() => Accept("invented")));
    }

    [Fact]
    public async Task A_link_older_than_seven_days_opens_nothing()
    {
        var token = await Invite(rachida, vnp, "noe.blanc@vnp.example", Role.Tutor);
        house.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(Refusal.InvitationExpired, await RefusedWhen(() => Accept(token)));
    }

    [Fact]
    public async Task A_withdrawn_link_opens_nothing()
    {
        var token = await Invite(rachida, vnp, "noe.blanc@vnp.example", Role.Tutor);
        var sheet = await house.AsNobody(s => s.GetRequiredService<InvitationSheet.Reader>().Find(token, Stop));
        Assert.True(sheet!.Open);
        await house.As(rachida, s => s.GetRequiredService<WithdrawInvitation>().Run(sheet.Id, Stop));
        Assert.Equal(Refusal.InvitationUnknownOrUsed, await RefusedWhen(() => Accept(token)));
    }

    [Fact]
    public async Task An_administrator_invites_only_into_their_own_organisation()
    {
        Assert.Equal(Refusal.NotAllowed, await RefusedWhen(() => Invite(rachida, centre, "x@y.example", Role.Assessor)));
        Assert.Equal(Refusal.NotAllowed, await RefusedWhen(() => Invite(claire, vnp, "x@y.example", Role.Operator)));
    }

    [Fact]
    public async Task An_invitation_of_another_organisation_does_not_exist()
    {
        var token = await Invite(rachida, vnp, "noe.blanc@vnp.example", Role.Tutor);
        var sheet = await house.AsNobody(s => s.GetRequiredService<InvitationSheet.Reader>().Find(token, Stop));
        await Assert.ThrowsAsync<NotFoundException>(() => house.As(ulysse, s => s.GetRequiredService<WithdrawInvitation>().Run(sheet!.Id, Stop)));
    }

    [Fact]
    public async Task A_juror_is_invited_for_a_delegation()
    {
        Assert.Equal(Refusal.CollegeMissing, await RefusedWhen(() => Invite(ulysse, centre, "s3@syndicat.example", Role.Juror)));
        var token = await house.As(ulysse, s => s.GetRequiredService<InvitePerson>().Run(
            new(centre, "s3@syndicat.example", "Sonia", "Ali", Role.Juror, College.Employees, "Organisation C"), Stop));
        var outcome = await Accept(token);
        var people = await house.As(ulysse, s => s.GetRequiredService<PeopleOfMine.Reader>().Find(centre.Value, Stop));
        var held = people.People.Single(p => p.Id == outcome.Person).Roles.Single();
        Assert.Equal((College.Employees, "Organisation C"), (held.College, held.DelegatedBy));
    }

    [Fact]
    public async Task Somebody_with_an_account_finds_the_invitation_among_what_waits_and_takes_the_role()
    {
        var address = (await house.As(claire, s => s.GetRequiredService<MyAccount.Reader>().Find(Stop))).Email;
        var token = await Invite(ulysse, centre, address, Role.Candidate);
        Assert.Equal(Refusal.EmailAlreadyUsed, await RefusedWhen(() => Accept(token)));
        var waits = await house.As(claire, s => s.GetRequiredService<WhatWaits.Reader>().Find(Stop));
        var thing = Assert.Single(waits.Things);
        Assert.Equal(("invitation", "UIMM territoriale"), (thing.Kind, thing.Title));
        await house.As(claire, s => s.GetRequiredService<JoinByInvitation>().Run(thing.Id, Stop));
        var roles = await house.As(claire, s => Task.FromResult(s.GetRequiredService<Caller>().Roles));
        Assert.Contains(roles, r => r.Role == Role.Candidate && r.Organisation == centre);
        Assert.Equal(Refusal.RoleAlreadyHeld, await RefusedWhen(() => house.As(claire, s => s.GetRequiredService<JoinByInvitation>().Run(thing.Id, Stop))));
    }

    [Fact]
    public async Task An_invitation_for_somebody_else_is_not_mine_to_take()
    {
        await Invite(rachida, vnp, "noe.blanc@vnp.example", Role.Administrator);
        var people = await house.As(rachida, s => s.GetRequiredService<PeopleOfMine.Reader>().Find(null, Stop));
        var id = people.Invitations.Single().Id;
        Assert.Equal(Refusal.InvitationForSomebodyElse, await RefusedWhen(() => house.As(claire, s => s.GetRequiredService<JoinByInvitation>().Run(id, Stop))));
    }

    [Fact]
    public async Task A_new_company_governs_itself_from_its_first_administrator_on()
    {
        var outcome = await house.As(ulysse, s => s.GetRequiredService<RegisterOrganisation>().Run(
            new(OrganisationKind.Plant, "Fonderie du Val", "123 456 789 00012", Territory.MainlandFrance, "ada@val.example", "Ada", "Roy"), Stop));
        var ada = await Accept(outcome.Token);
        var people = await house.As(ada.Person, s => s.GetRequiredService<PeopleOfMine.Reader>().Find(null, Stop));
        Assert.Equal("Fonderie du Val", people.Organisations.Single().Name);
        await Assert.ThrowsAsync<NotFoundException>(() => house.As(ulysse, s => s.GetRequiredService<PeopleOfMine.Reader>().Find(outcome.Organisation.Value, Stop)));
        Assert.Equal(Refusal.OrganisationNameTaken, await RefusedWhen(() => Register("fonderie du val", null)));
        Assert.Equal(Refusal.SiretNotValid, await RefusedWhen(() => Register("Forge", "12")));
        Assert.Equal(Refusal.NotAllowed, await RefusedWhen(() => house.As(rachida, s => s.GetRequiredService<RegisterOrganisation>().Run(
            new(OrganisationKind.Plant, "Autre", null, Territory.MainlandFrance, "a@b.example", "A", "B"), Stop))));
    }

    private Task<RegisterOrganisation.Outcome> Register(string name, string? siret) => house.As(ulysse, s => s.GetRequiredService<RegisterOrganisation>().Run(
        new(OrganisationKind.Plant, name, siret, Territory.MainlandFrance, "ada@val.example", "Ada", "Roy"), Stop));

    private Task<string> Invite(PersonId by, OrganisationId at, string email, Role role) =>
        house.As(by, s => s.GetRequiredService<InvitePerson>().Run(new(at, email, "Noé", "Blanc", role), Stop));

    private Task<AcceptInvitation.Outcome> Accept(string token) =>
        house.AsNobody(s => s.GetRequiredService<AcceptInvitation>().Run(new(token, "Noé", "Blanc", "NB", Password, "fr"), Stop));

    private static async Task<Refusal> RefusedWhen(Func<Task> gesture) => (Refusal)(await Assert.ThrowsAsync<RefusalException>(gesture)).Refusal;
}
