using Etabli.Improvement.Diagnoses;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Improvement.Tests.Diagnoses;

public sealed class ObservationTests
{
    private static readonly ObservedFact Stones = new(
        new(2025, 10, 7), null, "ROD1", "Régleur cherche les pierres dans 3 armoires pendant 11 min", Waste.Motion,
        new Measure(11m, "min", "chronomètre", 1));

    [Fact]
    public void A_measure_without_unit_method_or_reading_proves_nothing()
    {
        Assert.Equal(Refusal.MeasureWithoutUnit, Assert.Throws<RefusalException>(() => new Measure(11m, "", "chronomètre", 1)).Refusal);
        Assert.Equal(Refusal.MeasureWithoutMethod, Assert.Throws<RefusalException>(() => new Measure(11m, "min", "", 1)).Refusal);
        Assert.Equal(Refusal.SampleSizeNotPositive, Assert.Throws<RefusalException>(() => new Measure(11m, "min", "chronomètre", 0)).Refusal);
    }

    [Fact]
    public void An_observation_states_a_fact_and_a_place()
    {
        Assert.Equal(Refusal.FactMissing, Assert.Throws<RefusalException>(() => Noted(Stones with { Fact = " " })).Refusal);
        Assert.Equal(Refusal.PlaceMissing, Assert.Throws<RefusalException>(() => Noted(Stones with { Place = "" })).Refusal);
    }

    [Fact]
    public void Nobody_observes_tomorrow()
    {
        var no = Assert.Throws<RefusalException>(() => Noted(Stones with { Day = Cast.Today.AddDays(1) }));
        Assert.Equal(Refusal.DatedInTheFuture, no.Refusal);
    }

    [Fact]
    public void The_same_photo_is_attached_once()
    {
        var noted = Noted(Stones);
        var photo = new FileId(Guid.Parse("0197a000-0000-7000-8000-000000000008"));
        noted.Attach(photo);
        Assert.Equal(Refusal.PhotoAlreadyAttached, Assert.Throws<RefusalException>(() => noted.Attach(photo)).Refusal);
        Assert.Equal(photo, Assert.Single(noted.Photos));
    }

    private static Observation Noted(ObservedFact fact) => new(
        new(Guid.Parse("0197a000-0000-7000-8000-000000000007")), Cast.Vérins, Cast.Vnp, 1, fact, Cast.Clean, Cast.Evening, Cast.Today);
}
