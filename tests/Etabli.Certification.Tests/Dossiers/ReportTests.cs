using Etabli.Certification.Dossiers;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Tests.Dossiers;

public class ReportTests
{
    private readonly World world = new();

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void A_report_after_the_deadline_is_accepted_only_as_late(int day, bool late)
    {
        var dossier = world.Transmitted();
        World.Deposit(dossier, day);
        Assert.Equal(late, Assert.Single(dossier.Deposits).Late);
    }

    [Fact]
    public void A_later_deadline_does_not_make_a_late_deposit_punctual()
    {
        var dossier = world.Transmitted();
        World.Deposit(dossier, 11);
        dossier.SetReportDeadline(World.Day(30), World.Day(11));
        Assert.True(dossier.LastDeposit!.Late);
    }

    [Fact]
    public void No_deposit_before_a_deadline_was_fixed() =>
        World.Refused(Refusal.DeadlineNotSet, () => world.Transmitted().DepositReport(Fingerprints.Of("r"), null, World.Candidate.Id, World.Day(9)));

    [Fact]
    public void A_deadline_in_the_past_is_refused() =>
        World.Refused(Refusal.DeadlineInThePast, () => world.Enrolled().SetReportDeadline(World.Day(3), World.Day(3)));

    [Fact]
    public void Two_who_write_the_same_section_see_each_other()
    {
        var section = new ReportSection(new(world.Id()), new(world.Id()), "C1");
        section.Write("Une observation.", 0, World.Candidate.Id, World.Day(5));
        section.Write("Deux observations.", 1, World.Candidate.Id, World.Day(6));
        World.Refused(Refusal.SectionChangedMeanwhile, () => section.Write("Autre texte.", 1, World.Tutor.Id, World.Day(6)));
        Assert.Equal("Deux observations.", section.Text);
        Assert.Equal("Une observation.", Assert.Single(section.Earlier).Text);
    }

    [Fact]
    public void Typing_within_ten_minutes_makes_one_version()
    {
        var section = new ReportSection(new(world.Id()), new(world.Id()), "C1");
        for (var i = 0; i < 9; i++)
        {
            section.Write(new string('x', i + 1), i, World.Candidate.Id, World.Day(5).AddMinutes(i));
        }

        Assert.Single(section.Earlier);
        Assert.Equal(9, section.Number);
    }

    [Fact]
    public void A_condition_foreign_to_the_competence_is_refused()
    {
        var dossier = world.Enrolled();
        World.Refused(Refusal.ConditionUnknown, () => dossier.RecordCondition(world.Content, "C1", 2, ConditionAnswer.Provided, World.Officer.Id, World.Day(5)));
        World.Refused(Refusal.ConditionUnknown, () => dossier.RecordCondition(world.Content, "C10", 0, ConditionAnswer.Provided, World.Officer.Id, World.Day(5)));
    }

    [Fact]
    public void The_last_answer_on_a_condition_counts_and_the_first_is_kept()
    {
        var dossier = world.Enrolled();
        dossier.RecordCondition(world.Content, "C1", 0, ConditionAnswer.NotProvided, World.Officer.Id, World.Day(5));
        dossier.RecordCondition(world.Content, "C1", 0, ConditionAnswer.Provided, World.Officer.Id, World.Day(6));
        Assert.Equal(ConditionAnswer.Provided, dossier.Condition("C1", 0));
        Assert.Equal(2, dossier.Conditions.Count);
        Assert.Null(dossier.Condition("C1", 1));
    }

    [Fact]
    public void A_VAE_portfolio_tells_at_least_one_situation_tied_to_a_competence()
    {
        var enrolment = World.Enrolment(AccessRoute.Vae);
        var dossier = Dossier.Prepare(new(world.Id()), world.Standard, enrolment, World.Candidate.Id, World.Day(1));
        dossier.AnswerRequest(Certification.Enrolments.EligibilityAnswer.Eligible, null, World.Officer.Id, World.Day(1));
        dossier.Enrol(enrolment, world.Content, [], World.Officer.Id, World.Day(2));
        World.Refused(Refusal.SituationMissing, () => dossier.DepositPortfolio(world.Content, [], Fingerprints.Of("p"), World.Candidate.Id, World.Day(5)));
        World.Refused(Refusal.SituationMissing, () => dossier.DepositPortfolio(world.Content, [new("t", "x", [])], Fingerprints.Of("p"), World.Candidate.Id, World.Day(5)));
        World.Refused(Refusal.NotAVae, () => world.Enrolled().DepositPortfolio(world.Content, [new("t", "x", ["C1"])], Fingerprints.Of("p"), World.Candidate.Id, World.Day(5)));
    }
}
