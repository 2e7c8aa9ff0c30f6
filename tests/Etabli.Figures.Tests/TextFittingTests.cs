using Etabli.Figures.Ink;

namespace Etabli.Figures.Tests;

public sealed class TextFittingTests
{
    [Fact]
    public void Digits_have_one_width_so_that_columns_align() =>
        Assert.Single("0123456789".Select(digit => TextWidths.Of(digit.ToString(), 1)).Distinct());

    [Fact]
    public void A_semibold_text_is_wider_than_the_same_text_in_regular() =>
        Assert.True(TextWidths.Of("Diagnostiquer", 3, FontFace.Semibold) > TextWidths.Of("Diagnostiquer", 3));

    [Fact]
    public void A_text_that_fits_is_left_alone() => Assert.Equal("ROD1", TextFitting.Shorten("ROD1", 100, 3));

    [Fact]
    public void A_text_too_long_is_cut_before_its_place_ends()
    {
        var cut = TextFitting.Shorten("Coordonner les acteurs et piloter les actions", 30, 3);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.True(TextWidths.Of(cut, 3) <= 30);
    }

    [Fact]
    public void A_no_break_space_holds_a_number_to_its_unit()
    {
        var lines = TextFitting.Wrap("Il faut 534,5\u00A0s par cycle", 19, 3);
        Assert.Contains(lines, line => line.Contains("534,5\u00A0s", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_beyond_the_most_are_dropped_and_the_last_one_says_so()
    {
        var lines = TextFitting.Wrap("un deux trois quatre cinq six sept huit neuf dix", 12, 3, most: 2);
        Assert.Equal(2, lines.Count);
        Assert.EndsWith("…", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.True(TextWidths.Of(line, 3) <= 12));
    }

    [Fact]
    public void A_word_longer_than_its_line_is_cut_rather_than_let_out() =>
        Assert.All(TextFitting.Wrap("Hydroélectromécanicien", 10, 3), line => Assert.True(TextWidths.Of(line, 3) <= 10));
}
