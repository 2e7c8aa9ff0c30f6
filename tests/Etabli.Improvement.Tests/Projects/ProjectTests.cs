using Etabli.Improvement.Projects;
using Etabli.People;

namespace Etabli.Improvement.Tests.Projects;

public sealed class ProjectTests
{
    [Fact]
    public void A_project_has_nine_steps_and_begins_at_the_diagnosis()
    {
        var project = Cast.NewProject();
        Assert.Equal(9, project.Steps.Count);
        Assert.Equal(ProjectStep.Diagnose, project.CurrentStep);
    }

    [Fact]
    public void The_current_step_is_the_first_one_started_and_not_done()
    {
        var project = Cast.NewProject();
        project.StartStep(ProjectStep.Diagnose, new(2025, 12, 1));
        project.FinishStep(ProjectStep.Diagnose, new(2025, 12, 12));
        project.StartStep(ProjectStep.Measure, new(2025, 12, 1));
        project.StartStep(ProjectStep.Steer, new(2025, 12, 15));
        Assert.Equal(ProjectStep.Steer, project.CurrentStep);
    }

    [Fact]
    public void When_all_nine_are_done_the_current_step_is_the_last()
    {
        var project = Cast.NewProject();
        foreach (var step in Enum.GetValues<ProjectStep>())
        {
            project.StartStep(step, new(2025, 12, 1));
            project.FinishStep(step, new(2025, 12, 2));
        }

        Assert.Equal(ProjectStep.Value, project.CurrentStep);
    }

    [Fact]
    public void A_step_that_was_not_started_cannot_be_done()
    {
        var no = Assert.Throws<RefusalException>(() => Cast.NewProject().FinishStep(ProjectStep.Axes, Cast.Today));
        Assert.Equal(Refusal.StepNotStarted, no.Refusal);
    }

    [Fact]
    public void A_step_cannot_end_before_it_started()
    {
        var project = Cast.NewProject();
        project.StartStep(ProjectStep.Axes, new(2025, 12, 10));
        var no = Assert.Throws<RefusalException>(() => project.FinishStep(ProjectStep.Axes, new(2025, 12, 9)));
        Assert.Equal(Refusal.StepDoneBeforeStarted, no.Refusal);
    }

    [Fact]
    public void A_step_done_may_be_taken_up_again_and_keeps_its_first_day()
    {
        var project = Cast.NewProject();
        project.StartStep(ProjectStep.Axes, new(2025, 12, 10));
        project.FinishStep(ProjectStep.Axes, new(2025, 12, 12));
        project.StartStep(ProjectStep.Axes, new(2026, 1, 5));
        var axes = project.Steps.Single(s => s.Step == ProjectStep.Axes);
        Assert.Equal(new DateOnly(2025, 12, 10), axes.StartedOn);
        Assert.Null(axes.DoneOn);
    }

    [Fact]
    public void A_project_that_ends_before_it_starts_is_refused()
    {
        var no = Assert.Throws<RefusalException>(() => Cast.NewProject().Describe("Vérins", "Délai", new(2026, 2, 1), new(2026, 1, 31)));
        Assert.Equal(Refusal.ProjectEndsBeforeItStarts, no.Refusal);
    }

    [Fact]
    public void Nobody_joins_the_team_twice()
    {
        var project = Cast.NewProject();
        project.Join(Cast.Meth, "METH", "Méthodes");
        var no = Assert.Throws<RefusalException>(() => project.Join(Cast.Meth, "METH", "Qualité"));
        Assert.Equal(Refusal.AlreadyInTeam, no.Refusal);
    }

    [Fact]
    public void A_contributor_whose_line_manager_is_the_pilot_is_shown()
    {
        var project = Cast.NewProject();
        project.Join(Cast.Meth, "METH", "Méthodes", reportsToPilot: true);
        Assert.Equal("METH", Assert.Single(project.UnderPilotAuthority).Code);
    }

    [Fact]
    public void The_pilot_does_not_leave_the_team()
    {
        var project = Cast.NewProject();
        project.Join(Cast.Clean, "CLEAN", "Pilote");
        var no = Assert.Throws<RefusalException>(() => project.Leave(Cast.Clean));
        Assert.Equal(Refusal.PilotStaysInTeam, no.Refusal);
    }
}
