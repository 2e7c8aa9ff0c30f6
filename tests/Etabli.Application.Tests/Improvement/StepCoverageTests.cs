using Etabli.Application.Improvement.Projects;
using Etabli.Application.Tests.Certification;

namespace Etabli.Application.Tests.Improvement;

public sealed class StepCoverageTests : IAsyncLifetime
{
    private ExamDay day = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => day = await ExamDay.Open(Stop);

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task A_candidate_reads_on_the_project_what_it_supports_in_their_dossier()
    {
        await day.Link(Stop, "C2-METH-1", "C3-METH-1");
        var coverage = await day.By(day.Clean, (StepCoverage.Reader r) => r.Mine(Stop));
        Assert.Equal(day.Dossier, coverage!.Dossier);
        Assert.Equal((2, 61), (coverage.Supported, coverage.Evaluable));
        Assert.Equal((1, 1, 0), (coverage.Steps[2].Supported, coverage.Steps[3].Supported, coverage.Steps[1].Supported));
        Assert.DoesNotContain(coverage.Steps[2].Criteria, c => c.Frozen);
        await day.Deposit(Stop);
        var frozen = await day.By(day.Clean, (StepCoverage.Reader r) => r.Mine(Stop));
        Assert.Equal("C2-METH-1", Assert.Single(frozen!.Steps[2].Criteria, c => c.Frozen).Criterion.Id);
    }

    [Fact]
    public async Task Nobody_reads_the_coverage_of_somebody_elses_dossier()
    {
        await day.Link(Stop, "C2-METH-1");
        Assert.Null(await day.By(day.A03, (StepCoverage.Reader r) => r.Mine(Stop)));
        Assert.Null(await day.By(day.Tutor, (StepCoverage.Reader r) => r.Mine(Stop)));
    }
}
