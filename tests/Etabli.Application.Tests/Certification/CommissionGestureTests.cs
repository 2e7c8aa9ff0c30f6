using Etabli.Application.Certification.Assessments;
using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.People;
using Microsoft.Extensions.DependencyInjection;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Tests.Certification;

public sealed class CommissionGestureTests : IAsyncLifetime
{
    private JuryWorld world = null!;
    private DossierId dossier;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        world = await JuryWorld.Open(Stop);
        dossier = await world.UnderAssessment(Stop);
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Two_members_who_save_the_same_criterion_at_once_are_both_kept_until_somebody_speaks_over_both()
    {
        await Task.WhenAll(
            Rate(world.Ev1, "C5-METH-5", FindingValue.Met, "Plan à jour."),
            Rate(world.Ev2, "C5-METH-5", FindingValue.NotMet, "L’efficacité manque."));
        var line = (await Grid(world.Ev1)).Criteria.Single(c => c.Code == "C5-METH-5");
        Assert.True(line.Disputed);
        Assert.Equal(["EV1", "EV2"], line.Heads.Select(h => h.Author.Name).Order());
        var no = await Assert.ThrowsAsync<RefusalException>(() => Decide(world.Ev1, true));
        Assert.Equal(Refusal.FindingsDiverge, no.Refusal);

        await Rate(world.Ev2, "C5-METH-5", FindingValue.Met, "Plan à jour ; efficacité montrée à l’oral.", [.. line.Heads.Select(h => h.Id)]);
        line = (await Grid(world.Ev1)).Criteria.Single(c => c.Code == "C5-METH-5");
        Assert.Equal((FindingValue.Met, 1), (line.Value!.Value, line.Heads.Count));
        await Decide(world.Ev1, true);
        Assert.True((await Grid(world.Ev2)).Acquired);
    }

    [Fact]
    public async Task A_finding_saved_again_over_the_same_state_replaces_nothing_of_the_others()
    {
        await Rate(world.Ev1, "C1-METH-1", FindingValue.Met, null);
        var seen = (await Grid(world.Ev1, "C1")).Criteria.Single(c => c.Code == "C1-METH-1").Heads.Select(h => h.Id).ToList();
        await Rate(world.Ev1, "C1-METH-1", FindingValue.NotObserved, null, seen);
        await Rate(world.Ev2, "C1-METH-1", FindingValue.Met, "Vu sur le plan.", seen);
        Assert.Equal(2, (await Grid(world.Ev2, "C1")).Criteria.Single(c => c.Code == "C1-METH-1").Heads.Count);
    }

    [Fact]
    public async Task The_candidate_and_the_next_centre_have_no_grid()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => Grid(world.Clean));
        await Assert.ThrowsAsync<NotFoundException>(() => Grid(world.OtherOfficer));
        await Assert.ThrowsAsync<NotFoundException>(() => world.By(world.E1, (AssessmentSheet.Reader r) => r.Find(dossier, Stop)));
        Assert.Empty((await world.By(world.OtherOfficer, (CommissionDesk.Reader r) => r.Find(Stop))).Rows);
    }

    [Fact]
    public async Task The_centre_reads_the_grid_and_rates_nothing()
    {
        Assert.False((await Grid(world.Officer)).IAssess);
        await Assert.ThrowsAsync<RefusalException>(() => Rate(world.Officer, "C5-METH-5", FindingValue.Met, null));
    }

    [Fact]
    public async Task The_desk_counts_what_is_decided()
    {
        await Decide(world.Ev1, false);
        var row = Assert.Single((await world.By(world.Ev2, (CommissionDesk.Reader r) => r.Find(Stop))).Rows);
        Assert.Equal((1, 9, true, false), (row.Decided, row.Competences, row.IAssess, row.MayAppoint));
        var sheet = await world.By(world.Ev2, (AssessmentSheet.Reader r) => r.Find(dossier, Stop));
        Assert.False(sheet.MayClose);
        Assert.Equal(2, sheet.Sittings.Count);
    }

    [Fact]
    public async Task A_criterion_of_no_standard_is_refused()
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => Rate(world.Ev1, "C5-METH-99", FindingValue.Met, null));
        Assert.Equal(Refusal.CriterionForeign, no.Refusal);
    }

    private Task<IReadOnlyList<string>> Rate(PersonId who, string criterion, FindingValue value, string? comment, IReadOnlyList<FindingId>? seen = null) =>
        world.House.As(who, s => s.GetRequiredService<RateCriterion>().Run(new(dossier, [new(criterion, value, comment, seen ?? [])]), Stop));

    private Task Decide(PersonId who, bool acquired) => world.By(who, (DecideCompetence g) => g.Run(new(dossier, "C5", acquired), Stop));

    private Task<CompetenceGrid> Grid(PersonId who, string competence = "C5") => world.By(who, (CompetenceGrid.Reader r) => r.Find(dossier, competence, Stop));
}
