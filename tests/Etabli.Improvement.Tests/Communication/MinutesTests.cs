using Etabli.Improvement.Communication;
using Etabli.People;

namespace Etabli.Improvement.Tests.Communication;

public sealed class MinutesTests
{
    private static readonly SessionAccount Smed = new(
        new(2026, 1, 21), "SMED ROD1, séance 3", "Salle obeya", ["CLEAN", "METH", " ", "A03"], "Film revu.", ["Chariot validé", ""]);

    [Fact]
    public void Empty_lines_are_neither_people_nor_decisions()
    {
        var minutes = Written(Smed);
        Assert.Equal(["CLEAN", "METH", "A03"], minutes.Attendees);
        Assert.Equal(["Chariot validé"], minutes.Decisions);
    }

    [Fact]
    public void Minutes_name_who_was_there_and_tell_something()
    {
        Assert.Equal(Refusal.AttendeesMissing, Assert.Throws<RefusalException>(() => Written(Smed with { Attendees = [" "] })).Refusal);
        Assert.Equal(Refusal.MinutesEmpty, Assert.Throws<RefusalException>(() => Written(Smed with { Text = "", Decisions = [] })).Refusal);
        Assert.Equal(Refusal.SubjectMissing, Assert.Throws<RefusalException>(() => Written(Smed with { Subject = "" })).Refusal);
        Assert.Equal(Refusal.DatedInTheFuture, Assert.Throws<RefusalException>(() => Written(Smed with { Day = Cast.Today.AddDays(1) })).Refusal);
    }

    [Fact]
    public void Minutes_refused_stay_as_they_were()
    {
        var minutes = Written(Smed);
        Assert.Throws<RefusalException>(() => minutes.Word(Smed with { Subject = "", Attendees = ["LOG"] }, Cast.Today));
        Assert.Equal(3, minutes.Attendees.Count);
        Assert.Equal("SMED ROD1, séance 3", minutes.Subject);
    }

    private static Minutes Written(SessionAccount account) => new(
        new(Guid.Parse("0197a000-0000-7000-8000-000000000009")), Cast.Vérins, Cast.Vnp, account, Cast.Clean, Cast.Evening, Cast.Today);
}
