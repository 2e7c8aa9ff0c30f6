using Etabli.Improvement.Indicators;
using Etabli.People;

namespace Etabli.Improvement.Tests.Indicators;

public sealed class IndicatorTests
{
    private static readonly DateOnly Monday = new(2025, 9, 1);

    [Fact]
    public void The_catalogue_card_must_say_definition_use_formula_unit_and_source()
    {
        var card = Cast.Trs();
        Assert.Equal(Refusal.DefinitionMissing, RefusedFor(card with { Definition = "" }));
        Assert.Equal(Refusal.UseMissing, RefusedFor(card with { Use = "" }));
        Assert.Equal(Refusal.FormulaMissing, RefusedFor(card with { Formula = "" }));
        Assert.Equal(Refusal.UnitMissing, RefusedFor(card with { Unit = "" }));
        Assert.Equal(Refusal.SourceMissing, RefusedFor(card with { Source = "" }));
        Assert.Equal(Refusal.IndicatorOwnerMissing, RefusedFor(card with { Owner = default }));
    }

    [Fact]
    public void A_weekly_value_belongs_to_the_Monday_of_its_week()
    {
        var trs = Cast.NewIndicator();
        Assert.Equal(Monday, trs.Record(new(2025, 9, 4), 44.2m, Cast.Meth, Cast.Evening, Cast.Today).Period);
    }

    [Fact]
    public void A_source_fills_the_weeks_that_are_over_and_corrects_those_that_say_otherwise_the_week_that_runs_waits()
    {
        var trs = Cast.NewIndicator();
        trs.Record(Monday, 44.2m, Cast.Meth, Cast.Evening, Cast.Today);
        trs.Record(Monday.AddDays(7), 45m, Cast.Meth, Cast.Evening, Cast.Today);
        var said = new Dictionary<DateOnly, decimal> { [Monday] = 44.2m, [Monday.AddDays(9)] = 47m, [Monday.AddDays(14)] = 48m, [Cast.Today] = 99m };
        Assert.Equal((1, 1), trs.Refresh(said, "autre valeur", Cast.Clean, Cast.Evening, Cast.Today));
        Assert.Equal([44.2m, 47m, 48m], trs.Series.Select(p => p.Value));
        Assert.Equal((0, 0), trs.Refresh(said, "autre valeur", Cast.Clean, Cast.Evening, Cast.Today));
        Assert.Equal(Refusal.FeedIncomplete, Assert.Throws<RefusalException>(() => trs.Follow(new(FeedKind.Measures))).Refusal);
        trs.Follow(new(FeedKind.LateActions));
        trs.Follow(null);
        Assert.Null(trs.Feed);
    }

    [Fact]
    public void The_same_week_is_not_recorded_twice()
    {
        var trs = Cast.NewIndicator();
        trs.Record(Monday, 44.2m, Cast.Meth, Cast.Evening, Cast.Today);
        var no = Assert.Throws<RefusalException>(() => trs.Record(new(2025, 9, 5), 45m, Cast.Meth, Cast.Evening, Cast.Today));
        Assert.Equal(Refusal.PointAlreadyRecorded, no.Refusal);
    }

    [Fact]
    public void A_correction_keeps_the_old_value_beside_the_new()
    {
        var trs = Cast.NewIndicator();
        trs.Record(Monday, 42.4m, Cast.Meth, Cast.Evening, Cast.Today);
        trs.Correct(Monday, 44.2m, "chiffres inversés à la saisie", Cast.Clean, Cast.Evening.AddHours(1));
        Assert.Equal([42.4m, 44.2m], trs.Points.Select(p => p.Value));
        Assert.Equal(44.2m, Assert.Single(trs.Series).Value);
        Assert.Equal(Cast.Evening.AddHours(1), trs.Points[0].ReplacedAt);
    }

    [Fact]
    public void A_correction_needs_a_value_to_correct_and_a_reason()
    {
        var trs = Cast.NewIndicator();
        Assert.Equal(Refusal.PointNotRecorded, Assert.Throws<RefusalException>(() => trs.Correct(Monday, 1m, "x", Cast.Meth, Cast.Evening)).Refusal);
        trs.Record(Monday, 42.4m, Cast.Meth, Cast.Evening, Cast.Today);
        Assert.Equal(Refusal.CorrectionReasonMissing, Assert.Throws<RefusalException>(() => trs.Correct(Monday, 1m, "", Cast.Meth, Cast.Evening)).Refusal);
        Assert.Null(trs.Points[0].ReplacedAt);
    }

    [Fact]
    public void A_week_that_has_not_begun_has_no_value()
    {
        var no = Assert.Throws<RefusalException>(() => Cast.NewIndicator().Record(new(2026, 1, 26), 70m, Cast.Meth, Cast.Evening, Cast.Today));
        Assert.Equal(Refusal.DatedInTheFuture, no.Refusal);
    }

    [Fact]
    public void The_frequency_is_fixed_once_values_are_recorded()
    {
        var trs = Cast.NewIndicator();
        trs.Record(Monday, 44.2m, Cast.Meth, Cast.Evening, Cast.Today);
        var no = Assert.Throws<RefusalException>(() => trs.Define(Cast.Trs() with { Frequency = Frequency.Daily }));
        Assert.Equal(Refusal.FrequencyFixedByPoints, no.Refusal);
    }

    [Fact]
    public void A_value_on_the_target_meets_it_whichever_way_is_better()
    {
        Assert.True(Indicator.Meets(72m, 72m, TargetDirection.AtLeast));
        Assert.True(Indicator.Meets(72m, 72m, TargetDirection.AtMost));
        Assert.False(Indicator.Meets(71.9m, 72m, TargetDirection.AtLeast));
        Assert.False(Indicator.Meets(1.6m, 1.5m, TargetDirection.AtMost));
    }

    [Fact]
    public void A_phase_named_again_on_the_same_week_is_renamed()
    {
        var trs = Cast.NewIndicator();
        trs.Phase(Monday, "base");
        trs.Phase(new(2025, 9, 3), "avant");
        Assert.Equal("avant", Assert.Single(trs.Phases).Label);
    }

    private static Refusal RefusedFor(IndicatorCard card) =>
        (Refusal)Assert.Throws<RefusalException>(() => Cast.NewIndicator(card)).Refusal;

    /// <summary>Thursday 5 March 2026 is in ISO week 10: week 9 has been awaited since Thursday.</summary>
    [Theory]
    [InlineData("2026-03-04", Frequency.Weekly, "2026-02-16")]
    [InlineData("2026-03-05", Frequency.Weekly, "2026-02-23")]
    [InlineData("2026-03-02", Frequency.Daily, "2026-02-26")]
    [InlineData("2026-03-03", Frequency.Monthly, "2026-01-01")]
    [InlineData("2026-03-04", Frequency.Monthly, "2026-02-01")]
    public void A_value_is_awaited_three_days_after_its_period_is_over(string today, Frequency frequency, string awaited) =>
        Assert.Equal(DateOnly.Parse(awaited, System.Globalization.CultureInfo.InvariantCulture), Indicator.Awaited(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), frequency));
}
