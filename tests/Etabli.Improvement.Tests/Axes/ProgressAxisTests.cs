using Etabli.Improvement.Axes;
using Etabli.People;

namespace Etabli.Improvement.Tests.Axes;

public sealed class ProgressAxisTests
{
    private static readonly AxisWording Bottleneck = new(
        "Débloquer le goulot rodage", "TRS 56,5 %, 95 bonnes/j pour 96 demandées", "TRS 72 %", new(2026, 2, 27), "K07", "supprimer les samedis");

    [Fact]
    public void An_axis_says_where_it_starts_where_it_goes_and_what_is_at_stake()
    {
        Assert.Equal(Refusal.InitialSituationMissing, RefusedFor(Bottleneck with { InitialSituation = "" }));
        Assert.Equal(Refusal.TargetMissing, RefusedFor(Bottleneck with { Target = "" }));
        Assert.Equal(Refusal.StakeMissing, RefusedFor(Bottleneck with { Stake = "" }));
        Assert.Equal(Refusal.TitleMissing, RefusedFor(Bottleneck with { Label = "" }));
    }

    [Fact]
    public void The_référentiel_asks_for_three_axes() => Assert.Equal(3, ProgressAxis.FewestForAssessment);

    private static Refusal RefusedFor(AxisWording wording) => (Refusal)Assert.Throws<RefusalException>(() => new ProgressAxis(
        new(Guid.Parse("0197a000-0000-7000-8000-00000000000a")), Cast.Vérins, Cast.Vnp, "X1", wording, Cast.Clean, Cast.Evening)).Refusal;
}
