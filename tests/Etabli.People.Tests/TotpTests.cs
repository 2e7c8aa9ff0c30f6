using System.Text;
using Etabli.People.Accounts;

namespace Etabli.People.Tests;

public class TotpTests
{
    /// <summary>Appendix B of RFC 6238, the SHA-1 rows: ASCII secret "12345678901234567890", 8 digits.</summary>
    [Theory]
    [InlineData(59L, "94287082")]
    [InlineData(1111111109L, "07081804")]
    [InlineData(1111111111L, "14050471")]
    [InlineData(1234567890L, "89005924")]
    [InlineData(2000000000L, "69279037")]
    [InlineData(20000000000L, "65353130")]
    public void The_codes_are_those_of_RFC_6238(long unixTime, string code)
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        Assert.Equal(code, Totp.Code(secret, Totp.StepOf(DateTimeOffset.FromUnixTimeSeconds(unixTime)), digits: 8));
    }

    [Fact]
    public void A_code_is_good_one_step_before_and_after_and_not_two()
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var step = Totp.StepOf(now);
        Assert.Equal(step - 1, Totp.Match(secret, Totp.Code(secret, step - 1), now));
        Assert.Equal(step + 1, Totp.Match(secret, Totp.Code(secret, step + 1), now));
        Assert.Null(Totp.Match(secret, Totp.Code(secret, step - 2), now));
        Assert.Null(Totp.Match(secret, Totp.Code(secret, step + 2), now));
    }

    [Fact]
    public void A_code_typed_in_two_groups_is_the_same_code()
    {
        var secret = Encoding.ASCII.GetBytes("12345678901234567890");
        var now = DateTimeOffset.FromUnixTimeSeconds(59);
        var code = Totp.Code(secret, 1);
        Assert.Equal(1, Totp.Match(secret, $"{code[..3]} {code[3..]}", now));
    }

    /// <summary>Section 10 of RFC 4648, padding left out.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_secret_is_written_as_RFC_4648_says(string plain, string base32) => Assert.Equal(base32, Totp.Base32(Encoding.ASCII.GetBytes(plain)));
}
