using Etabli.People.Accounts;

namespace Etabli.People.Tests;

public class AccountTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Five_failures_in_a_row_and_the_account_rests_a_quarter_of_an_hour()
    {
        var account = Claire();
        for (var i = 0; i < 4; i++)
        {
            account.NoteFailure(Noon);
        }

        account.MustNotBeLocked(Noon);
        account.NoteFailure(Noon);
        var no = Assert.Throws<RefusalException>(() => account.MustNotBeLocked(Noon.AddMinutes(14)));
        Assert.Equal(Refusal.AccountLocked, no.Refusal);
        account.MustNotBeLocked(Noon.AddMinutes(15));
    }

    [Fact]
    public void A_success_forgets_the_failures_before_it()
    {
        var account = Claire();
        for (var i = 0; i < 20; i++)
        {
            account.NoteFailure(Noon);
            account.NoteSuccess();
        }

        account.MustNotBeLocked(Noon);
    }

    [Fact]
    public void A_one_time_code_is_good_once()
    {
        var account = Claire();
        account.ProposeSecondFactor(new byte[20]);
        account.ConfirmSecondFactor(100, Noon);
        account.SpendTotpStep(101);
        Assert.Throws<RefusalException>(() => account.SpendTotpStep(101));
        Assert.Throws<RefusalException>(() => account.SpendTotpStep(100));
    }

    [Fact]
    public void A_new_password_ends_every_session_and_a_rehash_ends_none()
    {
        var account = Claire();
        var before = account.Stamp;
        account.Rehash("same-password-stronger");
        Assert.Equal(before, account.Stamp);
        account.ChangePassword("new", Guid.NewGuid());
        Assert.NotEqual(before, account.Stamp);
    }

    [Fact]
    public void A_second_factor_that_is_on_cannot_be_replaced_without_removing_it()
    {
        var account = Claire();
        account.ProposeSecondFactor(new byte[20]);
        account.ConfirmSecondFactor(1, Noon);
        var no = Assert.Throws<RefusalException>(() => account.ProposeSecondFactor(new byte[20]));
        Assert.Equal(Refusal.SecondFactorAlreadyOn, no.Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("claire")]
    [InlineData("@vnp.example")]
    [InlineData("claire@")]
    [InlineData("claire@vnp@example")]
    [InlineData("cla ire@vnp.example")]
    public void What_cannot_be_an_address_is_refused(string typed) =>
        Assert.Equal(Refusal.EmailNotValid, Assert.Throws<RefusalException>(() => Account.NormaliseEmail(typed)).Refusal);

    [Fact]
    public void The_same_address_in_capitals_is_the_same_account() => Assert.Equal("claire@vnp.example", Account.NormaliseEmail("  Claire@VNP.example "));

    private static Account Claire() => new(new PersonId(Guid.NewGuid()), "claire@vnp.example", "hash", Guid.NewGuid());
}
