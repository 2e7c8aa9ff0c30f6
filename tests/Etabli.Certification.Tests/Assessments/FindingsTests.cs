using Etabli.Certification.Assessments;

namespace Etabli.Certification.Tests.Assessments;

public class FindingsTests
{
    private readonly World world = new();

    [Fact]
    public void Two_members_who_save_from_the_same_state_are_both_heard()
    {
        var (dossier, assessment) = Started();
        var first = world.Rate(dossier, assessment, "C1-METH-1", FindingValue.NotObserved);
        world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met, World.Eva, first.Id);
        world.Rate(dossier, assessment, "C1-METH-1", FindingValue.NotMet, World.Evan, first.Id);
        var heads = assessment.Heads("C1-METH-1");
        Assert.Equal([FindingValue.Met, FindingValue.NotMet], heads.Select(h => h.Value).Order());
        Assert.True(Findings.Diverge(heads));
        Assert.Null(Findings.Value(heads));
    }

    [Fact]
    public void Speaking_over_both_settles_the_dispute_and_loses_nothing()
    {
        var (dossier, assessment) = Started();
        var one = world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met, World.Eva);
        var other = world.Rate(dossier, assessment, "C1-METH-1", FindingValue.NotMet, World.Evan);
        var last = world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met, World.Evan, one.Id, other.Id);
        Assert.Equal(last, Assert.Single(assessment.Heads("C1-METH-1")));
        Assert.Equal(3, assessment.Entries.Count);
    }

    [Fact]
    public void Two_members_who_say_the_same_do_not_disagree()
    {
        var (dossier, assessment) = Started();
        world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met, World.Eva);
        world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met, World.Evan);
        Assert.False(Findings.Diverge(assessment.Heads("C1-METH-1")));
        Assert.Equal(FindingValue.Met, Findings.Value(assessment.Heads("C1-METH-1")));
    }

    [Fact]
    public void Speaking_over_one_of_two_leaves_the_other_standing()
    {
        var (dossier, assessment) = Started();
        var one = world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met, World.Eva);
        var other = world.Rate(dossier, assessment, "C1-METH-1", FindingValue.NotMet, World.Evan);
        world.Rate(dossier, assessment, "C1-METH-1", FindingValue.NotObserved, World.Eva, one.Id);
        Assert.Contains(other, assessment.Heads("C1-METH-1"));
        Assert.Equal(2, assessment.Heads("C1-METH-1").Count);
    }

    [Fact]
    public void Nobody_stands_against_himself_whatever_window_he_speaks_from()
    {
        var (dossier, assessment) = Started();
        world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met, World.Eva);
        var later = world.Rate(dossier, assessment, "C1-METH-1", FindingValue.NotMet, World.Eva);
        Assert.Equal(later, Assert.Single(assessment.Heads("C1-METH-1")));
    }

    [Fact]
    public void An_older_saying_does_not_come_back_when_the_later_one_is_answered()
    {
        var old = new FindingEntry(new(world.Id()), "C1-METH-1", FindingValue.Met, null, World.Eva, World.Day(13), []);
        var raced = old with { Id = new(world.Id()), Value = FindingValue.NotMet, At = World.Day(13).AddSeconds(1) };
        Assert.Equal([raced], Findings.Heads([old, raced], "C1-METH-1"));
        var answer = new FindingEntry(
            new(world.Id()), "C1-METH-1", FindingValue.Met, null, World.Evan, World.Day(14), Findings.Answered([old, raced], "C1-METH-1", [raced.Id], World.Evan));
        Assert.Equal([answer], Findings.Heads([raced, answer, old], "C1-METH-1"));
    }

    [Fact]
    public void Not_met_without_a_comment_is_refused()
    {
        var (dossier, assessment) = Started();
        World.Refused(Refusal.NotMetNeedsComment, () => assessment.Rate(
            new(world.Id()), dossier, world.Content, "C1-METH-1", FindingValue.NotMet, "  ", World.Eva, World.Day(13), []));
    }

    [Fact]
    public void A_fault_of_the_source_is_shown_and_not_rated()
    {
        var (dossier, assessment) = Started();
        World.Refused(Refusal.CriterionNotEvaluable, () => world.Rate(dossier, assessment, "C9-CONT-1", FindingValue.Met));
        world.Rate(dossier, assessment, "C4-METH-2", FindingValue.Met);
    }

    [Fact]
    public void Only_a_member_rates_and_only_what_is_aimed_at()
    {
        var dossier = world.Transmitted(world.Enrolled(World.Enrolment() with { Blocks = ["B2"] }));
        var assessment = world.Commission(dossier);
        World.Refused(Refusal.NotAMember, () => world.Rate(dossier, assessment, "C4-METH-1", FindingValue.Met, World.Tutor));
        World.Refused(Refusal.CriterionForeign, () => world.Rate(dossier, assessment, "C1-METH-1", FindingValue.Met));
    }

    [Fact]
    public void The_same_saying_sent_twice_is_written_once()
    {
        var (dossier, assessment) = Started();
        var id = new FindingId(world.Id());
        for (var i = 0; i < 3; i++)
        {
            assessment.Rate(id, dossier, world.Content, "C1-METH-1", FindingValue.Met, null, World.Eva, World.Day(13), []);
        }

        Assert.Single(assessment.Entries);
    }

    [Fact]
    public void Whatever_order_grids_come_together_in_the_heads_are_the_same()
    {
        var dice = new Random(20261120);
        for (var round = 0; round < 200; round++)
        {
            var entries = Story(dice, dice.Next(1, 14));
            var expected = Findings.Heads(entries, "C1-METH-1").Select(h => h.Id).ToList();
            var shuffled = entries.OrderBy(_ => dice.Next()).ToList();
            var cut = dice.Next(shuffled.Count + 1);
            var left = shuffled.Take(cut).ToList();
            var right = shuffled.Skip(cut).Concat(left.Where(_ => dice.Next(2) == 0)).ToList();
            Assert.Equal(expected, Findings.Heads(Findings.Merge(left, right), "C1-METH-1").Select(h => h.Id));
            Assert.Equal(Findings.Merge(left, right), Findings.Merge(right, left));
            Assert.Equal(entries.Count, Findings.Merge(left, right).Count);
            Assert.NotEmpty(expected);
        }
    }

    /// <summary>Members write at random over what some of them have seen.</summary>
    private List<FindingEntry> Story(Random dice, int length)
    {
        var entries = new List<FindingEntry>();
        for (var i = 0; i < length; i++)
        {
            var seen = Findings.Heads(entries, "C1-METH-1").Where(_ => dice.Next(3) > 0).Select(h => h.Id).ToList();
            var value = (FindingValue)dice.Next(3);
            entries.Add(new(new(world.Id()), "C1-METH-1", value, null, dice.Next(2) == 0 ? World.Eva : World.Evan, World.Day(13).AddMinutes(dice.Next(5)), seen));
        }

        return entries;
    }

    private (Certification.Dossiers.Dossier Dossier, Assessment Assessment) Started()
    {
        var dossier = world.Transmitted();
        return (dossier, world.Commission(dossier));
    }
}
