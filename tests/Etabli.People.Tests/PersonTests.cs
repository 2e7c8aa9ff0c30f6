using Etabli.People.Accounts;
using Etabli.People.Grants;
using Etabli.People.Persons;

namespace Etabli.People.Tests;

public class PersonTests
{
    private static readonly OrganisationId Plant = new(Guid.NewGuid());
    private static readonly OrganisationId Centre = new(Guid.NewGuid());
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void A_role_is_held_from_its_first_day_to_its_last_both_included()
    {
        var claire = Claire();
        var role = claire.Receive(Role.LeanCoordinator, Plant, Monday, Monday.AddDays(4));
        Assert.False(role.HeldOn(Monday.AddDays(-1)));
        Assert.True(role.HeldOn(Monday));
        Assert.True(role.HeldOn(Monday.AddDays(4)));
        Assert.False(role.HeldOn(Monday.AddDays(5)));
    }

    [Fact]
    public void The_same_role_in_two_organisations_is_two_roles()
    {
        var claire = Claire();
        claire.Receive(Role.Administrator, Plant, Monday);
        claire.Receive(Role.Administrator, Centre, Monday);
        Assert.Equal(2, claire.Roles.Count);
    }

    [Fact]
    public void The_same_role_twice_at_the_same_time_is_refused_and_again_after_its_end_is_not()
    {
        var claire = Claire();
        var first = claire.Receive(Role.Candidate, Centre, Monday);
        Assert.Equal(Refusal.RoleAlreadyHeld, Assert.Throws<RefusalException>(() => claire.Receive(Role.Candidate, Centre, Monday.AddDays(1))).Refusal);
        claire.GiveUp(first.Id, Monday.AddDays(1));
        claire.Receive(Role.Candidate, Centre, Monday.AddDays(2));
        Assert.Equal(2, claire.Roles.Count);
    }

    [Fact]
    public void A_role_cannot_end_before_it_begins()
    {
        var claire = Claire();
        Assert.Equal(Refusal.RoleEndsBeforeItStarts, Assert.Throws<RefusalException>(() => claire.Receive(Role.Tutor, Plant, Monday, Monday.AddDays(-1))).Refusal);
    }

    [Fact]
    public void An_invitation_is_good_once_and_for_seven_days()
    {
        var at = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        var used = Invite(at);
        used.Accept(at.AddDays(6));
        Assert.Equal(Refusal.InvitationUnknownOrUsed, Assert.Throws<RefusalException>(() => used.Accept(at.AddDays(6))).Refusal);
        Assert.Equal(Refusal.InvitationExpired, Assert.Throws<RefusalException>(() => Invite(at).Accept(at.AddDays(7))).Refusal);
        var withdrawn = Invite(at);
        withdrawn.Withdraw(at);
        Assert.Throws<RefusalException>(() => withdrawn.Accept(at.AddDays(1)));
    }

    [Fact]
    public void A_grant_is_for_one_person_or_one_organisation_never_both_never_none()
    {
        Assert.Throws<ArgumentException>(() => Grant(new PersonId(Guid.NewGuid()), Plant));
        Assert.Throws<ArgumentException>(() => Grant(null, null));
        Assert.Null(Grant(null, Plant).RevokedAt);
    }

    private static Person Claire() => new(new PersonId(Guid.NewGuid()), "CLEAN", "Claire", "Léandre");

    private static Invitation Invite(DateTimeOffset at) =>
        new(Guid.NewGuid(), new byte[32], "claire@vnp.example", "Claire", "Léandre", Plant, Role.LeanCoordinator, null, at);

    private static AccessGrant Grant(PersonId? person, OrganisationId? organisation) =>
        new(Guid.NewGuid(), Guid.NewGuid(), Centre, person, organisation, GrantPurpose.Company, new PersonId(Guid.NewGuid()), new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
}
