using Etabli.Figures.Ink;

namespace Etabli.Figures.Tests;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("fr", 1234567.8, 1, "1\u202F234\u202F567,8")]
    [InlineData("en", 1234567.8, 1, "1,234,567.8")]
    [InlineData("fr", -15200, 0, "−15\u202F200")]
    [InlineData("fr", -0.04, 1, "0,0")]
    [InlineData("fr", 999, 0, "999")]
    public void Numbers_are_written_as_the_reader_expects(string culture, double value, int decimals, string written) =>
        Assert.Equal(written, Language.Of(culture).Number((decimal)value, decimals));

    [Fact]
    public void A_percent_sign_keeps_a_narrow_space_in_French_and_none_in_English()
    {
        Assert.Equal("72\u202F%", Language.French.WithUnit("72", "%"));
        Assert.Equal("72%", Language.English.WithUnit("72", "%"));
        Assert.Equal("11\u00A0min", Language.English.WithUnit("11", "min"));
    }

    [Fact]
    public void Dates_are_digits_in_French_and_name_their_month_in_English()
    {
        var day = new DateOnly(2026, 3, 27);
        Assert.Equal("27/03/2026", Language.French.Date(day));
        Assert.Equal("27\u00A0Mar\u00A02026", Language.English.Date(day));
        Assert.Equal("ven. 27\u00A0mars\u00A02026", Language.French.LongDate(day));
        Assert.Equal("jeu. 1er\u00A0janv.\u00A02026", Language.French.LongDate(new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Zero_is_singular_in_French_and_plural_in_English()
    {
        Assert.Equal("0\u00A0objet", Language.French.Counted(0, "objet", "objets"));
        Assert.Equal("0\u00A0items", Language.English.Counted(0, "item", "items"));
    }

    [Fact]
    public void A_year_that_ends_in_its_fifty_third_week_has_no_gap()
    {
        Assert.Equal(new IsoWeek(2026, 53), new IsoWeek(2026, 52).Plus(1));
        Assert.Equal(new IsoWeek(2027, 1), new IsoWeek(2026, 53).Plus(1));
        Assert.Equal(2, new IsoWeek(2027, 1).Since(new IsoWeek(2026, 52)));
    }
}
