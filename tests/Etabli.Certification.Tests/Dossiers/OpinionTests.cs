using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People.Persons;

namespace Etabli.Certification.Tests.Dossiers;

public class OpinionTests
{
    private readonly World world = new();

    [Theory]
    [InlineData(Role.Tutor)]
    [InlineData(Role.LineManager)]
    [InlineData(Role.FunctionalManager)]
    public void Tutor_and_managers_speak_for_the_company(Role role) => Assert.Equal(World.Tutor, Give(world.Enrolled(), role: role).Author);

    [Theory]
    [InlineData(Role.Candidate)]
    [InlineData(Role.Trainer)]
    [InlineData(Role.Assessor)]
    [InlineData(Role.Director)]
    [InlineData(Role.ExamCentreOfficer)]
    public void Nobody_else_speaks_for_the_company(Role role) =>
        World.Refused(Refusal.OpinionRoleNotAllowed, () => Give(world.Enrolled(), role: role));

    [Fact]
    public void A_candidate_who_is_a_manager_too_does_not_speak_of_himself() =>
        World.Refused(Refusal.OpinionRoleNotAllowed, () => world.Enrolled().GiveCompanyOpinion(
            world.Id(), world.Content, OpinionSubject.Activity, "A1", true, "Bien.", World.Candidate, Role.LineManager, World.Day(5)));

    [Fact]
    public void The_coordinator_is_spoken_of_by_activity_only()
    {
        var dossier = world.Enrolled();
        World.Refused(Refusal.OpinionSubjectNotAsked, () => Give(dossier, OpinionSubject.Competence, "C1"));
        World.Refused(Refusal.OpinionSubjectNotAsked, () => Give(dossier, OpinionSubject.Criterion, "C1-METH-1"));
        World.Refused(Refusal.OpinionSubjectNotAsked, () => Give(dossier, target: "A9"));
        Give(dossier);
        Assert.True(dossier.HasOpinionFor(world.Content, "C9"));
    }

    [Fact]
    public void The_technician_is_spoken_of_by_competence_only()
    {
        var technician = new World(Seeds.Technician);
        var dossier = technician.Enrolled();
        World.Refused(Refusal.OpinionSubjectNotAsked, () => Give(dossier, OpinionSubject.Activity, "A1", of: technician));
        World.Refused(Refusal.OpinionSubjectNotAsked, () => Give(dossier, OpinionSubject.Criterion, "C1-METH-1", of: technician));
        Give(dossier, OpinionSubject.Competence, "C1", of: technician);
        Assert.True(dossier.HasOpinionFor(technician.Content, "C1"));
        Assert.False(dossier.HasOpinionFor(technician.Content, "C2"));
    }

    [Fact]
    public void The_Lean_animator_is_spoken_of_by_competence_or_by_criterion()
    {
        var old = new World(Seeds.LeanAnimator);
        var dossier = old.Enrolled(null, Waiver.Write("R05", "Parcours engagé avant l'échéance.", World.Officer, World.Day(1)));
        Give(dossier, OpinionSubject.Criterion, "C5-K2", of: old);
        Give(dossier, OpinionSubject.Competence, "C6", of: old);
        Assert.True(dossier.HasOpinionFor(old.Content, "C5"));
        Assert.True(dossier.HasOpinionFor(old.Content, "C6"));
        Assert.False(dossier.HasOpinionFor(old.Content, "C7"));
    }

    [Fact]
    public void A_later_opinion_stands_beside_the_earlier_one_and_counts()
    {
        var dossier = world.Enrolled();
        Give(dossier, favourable: false, day: 5);
        Give(dossier, favourable: true, day: 6);
        Assert.Equal(2, dossier.CompanyOpinions.Count);
        Assert.True(dossier.OpinionOn(OpinionSubject.Activity, "A1")!.Favourable);
    }

    [Fact]
    public void An_opinion_older_than_the_enrolment_is_refused() =>
        World.Refused(Refusal.BeforeEnrolment, () => Give(world.Enrolled(), day: 1));

    [Fact]
    public void An_opinion_after_the_commission_closed_is_refused() =>
        World.Refused(Refusal.AssessmentIsClosed, () => Give(world.Closed().Dossier, day: 16));

    [Fact]
    public void The_same_opinion_sent_twice_is_written_once()
    {
        var dossier = world.Enrolled();
        var id = world.Id();
        for (var i = 0; i < 2; i++)
        {
            dossier.GiveCompanyOpinion(id, world.Content, OpinionSubject.Activity, "A1", true, "Bien.", World.Tutor, Role.Tutor, World.Day(5));
        }

        Assert.Single(dossier.CompanyOpinions);
    }

    [Fact]
    public void The_technician_by_VAE_needs_no_opinion_and_the_coordinator_does()
    {
        Assert.True(new World(Seeds.Technician).Content.RuleFor("C1").OpinionExemptOn(AccessRoute.Vae));
        Assert.False(world.Content.RuleFor("C1").OpinionExemptOn(AccessRoute.Vae));
    }

    [Fact]
    public void The_opinion_is_waived_only_where_no_company_can_give_it()
    {
        var waiver = Waiver.Write("R22", "Candidat sans employeur depuis deux ans.", World.Officer, World.Day(3));
        World.Refused(Refusal.OpinionWaivedDespiteCompany, () => world.Enrolled().Waive(waiver));
        var alone = world.Enrolled(World.Enrolment(company: false) with { TrainingProvider = new(new(world.Id()), "AFPI") });
        Assert.True(alone.NeedsOpinionFor(world.Content, "C1"));
        alone.Waive(waiver);
        Assert.False(alone.NeedsOpinionFor(world.Content, "C1"));
    }

    private CompanyOpinion Give(
        Dossier dossier, OpinionSubject subject = OpinionSubject.Activity, string target = "A1", bool favourable = true, Role role = Role.Tutor, int day = 5, World? of = null) =>
        dossier.GiveCompanyOpinion(world.Id(), (of ?? world).Content, subject, target, favourable, "Vu sur le terrain.", World.Tutor, role, World.Day(day));
}
