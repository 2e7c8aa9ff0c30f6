using Etabli.Methods.ValueStreams;

namespace Etabli.Methods.Tests;

public sealed class ExplainedTests
{
    private static readonly DataBox Honing = new() { CycleTime = TimeSpan.FromSeconds(316), Scrap = 0.038, Changeover = TimeSpan.FromMinutes(75), Lot = 48, Availability = 0.79 };

    [Fact]
    public void A_result_reads_as_its_formula_its_value_and_its_inputs() =>
        Assert.Equal("T = A / D = 525 s; A = 50400 s (available time), D = 96 pieces (demand)", Takt.Of(TimeSpan.FromMinutes(840), demand: 96).Explain().ToString());

    [Fact]
    public void A_result_reads_the_same_whatever_the_culture_of_the_machine()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new("fr-FR");
            Assert.Contains("r[OP60] = 0.038 1 (scrap)", EffectiveCycle.Of(Honing, "OP60").ToString(), StringComparison.Ordinal);
            Assert.Contains("= 534.4713", EffectiveCycle.Of(Honing, "OP60").ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_result_goes_down_to_what_was_entered()
    {
        var load = StationLoad.Of("OP60", Honing, Takt.Of(TimeSpan.FromMinutes(840), 96));
        var cycle = Assert.Single(load.Ratio.Because.Terms, t => t.Symbol == "C");
        Assert.Equal(["Tc", "r", "Tcs", "Q", "a", "m"], cycle.From!.Terms.Select(t => t.Symbol));
        Assert.All(cycle.From.Terms, t => Assert.Equal("OP60", t.Of));
    }

    [Fact]
    public void What_nobody_gave_is_said_to_be_assumed_however_deep()
    {
        var load = StationLoad.Of("OP10", new() { CycleTime = TimeSpan.FromSeconds(95) }, Takt.Of(TimeSpan.FromMinutes(840), 96));
        Assert.Equal(["scrap", "changeover", "availability"], load.Ratio.Because.Assumptions.Select(t => t.Name));
        Assert.Empty(StationLoad.Of("OP60", Honing, Takt.Of(TimeSpan.FromMinutes(840), 96)).Ratio.Because.Assumptions);
    }

    [Fact]
    public void A_result_without_value_says_what_is_missing_and_never_NaN()
    {
        var cycle = EffectiveCycle.Of(new() { Changeover = TimeSpan.FromMinutes(5) }, "OP10");
        Assert.False(cycle.IsKnown);
        Assert.Equal([new Gap("OP10", "cycle time"), new Gap("OP10", "lot size")], cycle.Because.Gaps);
        Assert.Contains("OP10 cycle time not given", Assert.Throws<InvalidOperationException>(() => cycle.Known).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", cycle.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_results_of_the_same_numbers_are_equal()
    {
        Assert.Equal(EffectiveCycle.Of(Honing, "OP60"), EffectiveCycle.Of(Honing with { }, "OP60"));
        Assert.Equal(EffectiveCycle.Of(Honing, "OP60").GetHashCode(), EffectiveCycle.Of(Honing with { }, "OP60").GetHashCode());
        Assert.NotEqual(EffectiveCycle.Of(Honing, "OP60"), EffectiveCycle.Of(Honing with { Lot = 96 }, "OP60"));
    }

    [Fact]
    public void A_source_reads_as_author_title_year_and_place()
    {
        Assert.Equal("Rother, M. and Shook, J., Learning to See, Lean Enterprise Institute, 1999", Takt.Of(TimeSpan.FromHours(1), 1).Explain().Because.Formula.Source.ToString());
        Assert.Equal("trade usage", Source.TradeUsage.ToString());
    }

    [Fact]
    public void A_change_from_nothing_has_no_relative_size()
    {
        Assert.Null(new NumberChange("", "scrap", 0, 3, Units.Pieces).RelativeChange);
        Assert.Equal(-0.25, new NumberChange("", "lead time", 40, 30, Units.WorkingDays).RelativeChange);
        Assert.True(new NumberChange("", "scrap", null, null, Units.Pieces).IsNothing);
        Assert.Null(new NumberChange("", "scrap", null, 3, Units.Pieces).Change);
    }
}
