using Etabli.Application.People;
using Etabli.Application.People.Accounts;
using Etabli.Application.People.Persons;
using Etabli.Application.Search;
using Etabli.People;
using Etabli.People.Accounts;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Application.Tests.People;

public sealed class AccountGestureTests : IAsyncLifetime
{
    private const string First = "ébavurage du mardi";
    private const string Second = "alésage du jeudi 50";

    private House house = null!;
    private OrganisationId vnp;
    private PersonId rachida;
    private PersonId aline;
    private string address = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await House.Open(Stop, TimeProvider.System.GetUtcNow());
        vnp = await house.Organisation(OrganisationKind.Plant, "Les Vérins de Nulle-Part");
        rachida = await house.Person("RH", (Role.Administrator, vnp));
        address = "aline.moreau@vnp.example";
        var token = await house.As(rachida, s => s.GetRequiredService<InvitePerson>().Run(new(vnp, address, "Aline", "Moreau", Role.TeamLeader), Stop));
        aline = (await house.AsNobody(s => s.GetRequiredService<AcceptInvitation>().Run(new(token, "Aline", "Moreau", "CE-A", First, "fr"), Stop))).Person;
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Changing_the_password_ends_the_sessions_opened_with_the_old_one()
    {
        var before = await SignIn(First);
        var after = await house.As(aline, s => s.GetRequiredService<ChangePassword>().Run(new(First, Second), Stop));
        Assert.False(await StillSignedIn(before.Stamp));
        Assert.True(await StillSignedIn(after));
        await RefusedAs(Refusal.SignInFailed, () => SignIn(First));
        await SignIn(Second);
    }

    [Theory]
    [InlineData("wrong", "alésage du jeudi 50", Refusal.CurrentPasswordWrong)]
    [InlineData(First, "court", Refusal.PasswordTooWeak)]
    [InlineData(First, "aaaaaaaaaaaaaaaa", Refusal.PasswordTooWeak)]
    [InlineData(First, "Aline Moreau", Refusal.PasswordTooWeak)]
    [InlineData(First, "aline.moreau", Refusal.PasswordTooWeak)]
    public async Task A_password_is_changed_by_who_knows_it_for_one_that_is_hard_to_guess(string current, string next, Refusal expected)
    {
        await RefusedAs(expected, () => house.As(aline, s => s.GetRequiredService<ChangePassword>().Run(new(current, next), Stop)));
        await SignIn(First);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session()
    {
        var here = await SignIn(First);
        await house.As(aline, s => s.GetRequiredService<SignOutEverywhere>().Run(Stop));
        Assert.False(await StillSignedIn(here.Stamp));
    }

    [Fact]
    public async Task With_the_second_factor_on_the_password_alone_opens_nothing()
    {
        var secret = await TurnOn();
        var half = await SignIn(First);
        Assert.True(half.NeedsSecondFactor);
        await RefusedAs(Refusal.SecondFactorWrong, () => Prove(half, "000000"));

        house.Clock.Advance(TimeSpan.FromSeconds(Totp.StepSeconds));
        var code = Totp.Code(secret, Totp.StepOf(house.Clock.GetUtcNow()));
        await Prove(half, code);
        await RefusedAs(Refusal.SecondFactorWrong, () => Prove(half, code));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_account_for_a_while()
    {
        var secret = await TurnOn();
        var half = await SignIn(First);
        for (var i = 0; i < Account.FailuresAllowed; i++)
        {
            await RefusedAs(Refusal.SecondFactorWrong, () => Prove(half, "000000"));
        }

        await RefusedAs(Refusal.AccountLocked, () => Prove(half, Totp.Code(secret, Totp.StepOf(house.Clock.GetUtcNow()) + 1)));
        await RefusedAs(Refusal.AccountLocked, () => SignIn(First));
        house.Clock.Advance(Account.Rest);
        await Prove(half, Totp.Code(secret, Totp.StepOf(house.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task The_second_factor_is_turned_on_by_a_right_code_and_off_by_the_password()
    {
        await house.As(aline, s => s.GetRequiredService<ProposeSecondFactor>().Run(Stop));
        await RefusedAs(Refusal.SecondFactorWrong, () => house.As(aline, s => s.GetRequiredService<ConfirmSecondFactor>().Run("000000", Stop)));
        Assert.False((await SignIn(First)).NeedsSecondFactor);
        await TurnOn();
        await RefusedAs(Refusal.SecondFactorAlreadyOn, () => house.As(aline, s => s.GetRequiredService<ProposeSecondFactor>().Run(Stop)));
        await RefusedAs(Refusal.CurrentPasswordWrong, () => house.As(aline, s => s.GetRequiredService<RemoveSecondFactor>().Run("wrong", Stop)));
        await house.As(aline, s => s.GetRequiredService<RemoveSecondFactor>().Run(First, Stop));
        Assert.False((await SignIn(First)).NeedsSecondFactor);
    }

    [Fact]
    public async Task A_role_that_ended_opens_nothing_the_day_after()
    {
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        var held = await RoleOf(aline);
        await RefusedAs(Refusal.NotAllowed, () => End(aline, aline, held, today));
        await End(rachida, aline, held, today);
        house.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await house.As(aline, s => Task.FromResult(s.GetRequiredService<Caller>().Roles)));
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        var held = await RoleOf(rachida);
        await RefusedAs(Refusal.LastAdministrator, () => End(rachida, rachida, held, today));
        await house.As(rachida, s => s.GetRequiredService<GiveRole>().Run(new(aline, vnp, Role.Administrator, today), Stop));
        await End(rachida, rachida, held, today);
    }

    [Fact]
    public async Task A_role_is_not_given_twice_at_the_same_time_nor_elsewhere()
    {
        var today = DateOnly.FromDateTime(house.Clock.GetUtcNow().UtcDateTime);
        await RefusedAs(Refusal.RoleAlreadyHeld, () => house.As(rachida, s => s.GetRequiredService<GiveRole>().Run(new(aline, vnp, Role.TeamLeader, today), Stop)));
        var elsewhere = await house.Organisation(OrganisationKind.Plant, "Ateliers d’Ailleurs");
        await RefusedAs(Refusal.NotAllowed, () => house.As(rachida, s => s.GetRequiredService<GiveRole>().Run(new(aline, elsewhere, Role.Administrator, today), Stop)));
    }

    [Theory]
    [InlineData("moreau")]
    [InlineData("MOREAU")]
    [InlineData("Moréau")]
    public async Task A_search_hears_neither_accents_nor_capitals(string sought)
    {
        var found = await house.As(rachida, s => s.GetRequiredService<Found.Reader>().Find(sought, Stop));
        Assert.Equal("Aline Moreau", Assert.Single(Assert.Single(found.Groups).Lines).Title);
    }

    [Fact]
    public async Task A_search_finds_nobody_of_another_organisation_and_takes_signs_literally()
    {
        var elsewhere = await house.Organisation(OrganisationKind.Plant, "Ateliers d’Ailleurs");
        var stranger = await house.Person("STRANGER", (Role.Administrator, elsewhere));
        Assert.Equal(0, (await house.As(stranger, s => s.GetRequiredService<Found.Reader>().Find("moreau", Stop))).Count);
        Assert.Equal(0, (await house.As(rachida, s => s.GetRequiredService<Found.Reader>().Find("%_", Stop))).Count);
    }

    [Fact]
    public async Task What_was_seen_is_counted_no_more_and_still_waits()
    {
        await house.As(rachida, s => s.GetRequiredService<InvitePerson>().Run(new(vnp, address, "Aline", "Moreau", Role.Tutor), Stop));
        var thing = Assert.Single((await Waits()).Things);
        Assert.False(thing.Seen);
        await house.As(aline, s => s.GetRequiredService<MarkSeen>().Run([thing.Key, thing.Key], Stop));
        Assert.True(Assert.Single((await Waits()).Things).Seen);
    }

    private Task<WhatWaits> Waits() => house.As(aline, s => s.GetRequiredService<WhatWaits.Reader>().Find(Stop));

    private Task<SignIn.Outcome> SignIn(string password) => house.AsNobody(s => s.GetRequiredService<SignIn>().Run(new(address, password, null), Stop));

    private Task<bool> StillSignedIn(Guid stamp) => house.AsNobody(s => s.GetRequiredService<StillSignedIn>().Run(aline, stamp, Stop));

    private Task<int> Prove(SignIn.Outcome half, string code) => house.AsNobody(async s =>
    {
        await s.GetRequiredService<ProveSecondFactor>().Run(new(half.Person, half.Stamp, code), Stop);
        return 0;
    });

    private async Task<byte[]> TurnOn()
    {
        var offer = await house.As(aline, s => s.GetRequiredService<ProposeSecondFactor>().Run(Stop));
        var secret = FromBase32(offer.Text);
        await house.As(aline, s => s.GetRequiredService<ConfirmSecondFactor>().Run(Totp.Code(secret, Totp.StepOf(house.Clock.GetUtcNow())), Stop));
        return secret;
    }

    private async Task<Guid> RoleOf(PersonId person) =>
        (await house.As(rachida, s => s.GetRequiredService<PeopleOfMine.Reader>().Find(null, Stop))).People.Single(p => p.Id == person).Roles.Single().Id;

    private Task End(PersonId by, PersonId person, Guid held, DateOnly day) => house.As(by, s => s.GetRequiredService<EndRole>().Run(new(person, held, day), Stop));

    private static async Task RefusedAs(Refusal expected, Func<Task> gesture) => Assert.Equal(expected, (await Assert.ThrowsAsync<RefusalException>(gesture)).Refusal);

    private static byte[] FromBase32(string text)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(text.Select(c => Convert.ToString(alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
