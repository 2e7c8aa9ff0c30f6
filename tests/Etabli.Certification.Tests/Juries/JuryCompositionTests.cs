using Etabli.Certification.Juries;
using Etabli.People.Persons;

namespace Etabli.Certification.Tests.Juries;

public class JuryCompositionTests
{
    [Fact]
    public void A_jury_with_more_employees_than_employers_is_refused()
    {
        var session = new World().Jury(open: false);
        session.Seat(new(new(World.Juror(150), "Syndicat 50"), College.Employees, JurorBranch.Metalworking, "Union 50", true));
        World.Refused(Refusal.JuryNotBalanced, () => session.Open(World.Officer.Id, World.Day(20)));
    }

    [Fact]
    public void A_surplus_member_sits_without_a_vote()
    {
        var session = new World().Jury(open: false);
        session.Seat(new(new(World.Juror(150), "Syndicat 50"), College.Employees, JurorBranch.Metalworking, "Union 50", false));
        session.Open(World.Officer.Id, World.Day(20));
        Assert.Equal(4, session.Voters.Count);
    }

    [Fact]
    public void Parity_is_a_law_of_voters_and_of_nothing_else()
    {
        var dice = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var employers = dice.Next(0, 6);
            var employees = dice.Next(0, 9);
            List<Seat> seats =
            [
                .. Enumerable.Range(1, employers).Select(n => new Seat(new(World.Juror(n), $"P{n}"), College.Employers, JurorBranch.Metalworking, null, dice.Next(4) > 0)),
                .. Enumerable.Range(1, employees).Select(n => new Seat(new(World.Juror(100 + n), $"S{n}"), College.Employees, JurorBranch.Metalworking, $"U{n}", dice.Next(4) > 0)),
            ];
            var voters = seats.Where(s => s.Votes).ToList();
            var balanced = voters.Count > 0 && voters.Count(s => s.College == College.Employers) * 2 == voters.Count;
            var chair = voters.Count > 0 ? voters[dice.Next(voters.Count)].Person.Id : World.Juror(999);
            var findings = JuryComposition.Check([.. seats.OrderBy(_ => dice.Next())], chair, new());
            Assert.Equal(balanced, findings.All(f => f.Gravity != Gravity.Breach));
        }
    }

    [Fact]
    public void Two_voters_of_one_union_are_one_too_many_whatever_the_spelling()
    {
        var findings = JuryComposition.Check(
            [
                .. World.Seats(2).Where(s => s.College == College.Employers),
                new(new(World.Juror(101), "Anne"), College.Employees, JurorBranch.Metalworking, "Union A", true),
                new(new(World.Juror(102), "Bruno"), College.Employees, JurorBranch.Metalworking, " union a ", true),
            ],
            World.Juror(1),
            new());
        Assert.Equal("R46", Assert.Single(findings, f => f.Gravity == Gravity.Breach).Rule);
    }

    [Fact]
    public void An_employees_member_without_a_union_is_refused()
    {
        var session = new World().Jury(open: false);
        session.Seat(World.Seats(1)[1] with { Union = " " });
        World.Refused(Refusal.UnionNotNamed, () => session.Open(World.Officer.Id, World.Day(20)));
    }

    [Fact]
    public void A_chair_from_the_employees_is_told_by_default_and_refused_when_the_centre_wants_it()
    {
        var seats = World.Seats(2);
        var chair = seats.First(s => s.College == College.Employees).Person.Id;
        Assert.Equal(Gravity.Alert, Assert.Single(JuryComposition.Check(seats, chair, new())).Gravity);
        Assert.Empty(JuryComposition.Check(seats, chair, new(), new() { ChairFromEmployers = null }));
        Assert.Equal(Gravity.Breach, Assert.Single(JuryComposition.Check(seats, chair, new(), new() { ChairFromEmployers = Gravity.Breach })).Gravity);
    }

    [Fact]
    public void A_union_outside_the_list_of_the_branch_is_told()
    {
        var findings = JuryComposition.Check(World.Seats(2), World.Juror(1), new(), new() { RepresentativeUnions = ["Union 1"] });
        Assert.Equal(["Union 2"], Assert.Single(findings).About);
    }

    [Fact]
    public void A_quorum_holds_only_when_it_is_set()
    {
        Assert.Empty(JuryComposition.Check(World.Seats(1), World.Juror(1), new()));
        Assert.Equal("BelowQuorum", Assert.Single(JuryComposition.Check(World.Seats(1), World.Juror(1), new() { Quorum = 4 })).Words);
    }

    [Fact]
    public void Once_open_nobody_sits_or_leaves()
    {
        var session = new World().Jury();
        World.Refused(Refusal.SessionOpened, () => session.Unseat(World.Juror(1)));
        World.Refused(Refusal.SessionOpened, () => session.Seat(World.Seats(3)[2]));
        World.Refused(Refusal.SessionOpened, () => session.NameChair(World.Juror(2)));
    }

    [Fact]
    public void A_chair_who_leaves_leaves_the_chair_empty()
    {
        var session = new World().Jury(open: false);
        session.Unseat(World.Juror(1));
        Assert.Null(session.Chair);
        World.Refused(Refusal.NotASeat, () => session.NameChair(World.Juror(1)));
    }
}
