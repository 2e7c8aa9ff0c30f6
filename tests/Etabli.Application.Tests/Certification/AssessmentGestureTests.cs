using Etabli.Application.Certification.Assessments;
using Etabli.Application.Certification.Dossiers;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.People;
using PeopleRefusal = Etabli.People.Refusal;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Tests.Certification;

public sealed class AssessmentGestureTests : IAsyncLifetime
{
    private ExamDay day = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => day = await ExamDay.Open(Stop);

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task An_assessor_sees_the_dossier_from_the_appointment_on()
    {
        await day.Appoint(Stop);
        Assert.Equal(Stage.UnderAssessment, (await day.By(day.Eva, (DossierPage.Reader r) => r.Find(day.Dossier, Stop))).Dossier.Stage);
        Assert.Equal(day.Dossier, Assert.Single(await day.By(day.Evan, (CommissionGrid.Reader r) => r.Mine(Stop))).Id);
    }

    [Fact]
    public async Task Two_members_who_save_the_same_grid_at_once_are_both_kept()
    {
        await day.Appoint(Stop);
        await Task.WhenAll(
            Enumerable.Range(1, 5).Select(i => Rate(day.Eva, "C5-METH-1", FindingValue.Met, $"Eva {i}"))
            .Concat(Enumerable.Range(1, 5).Select(i => Rate(day.Evan, "C5-METH-1", FindingValue.NotMet, $"Evan {i}"))));
        var grid = await day.By(day.Eva, (CommissionGrid.Reader r) => r.Find(day.Dossier, Stop));
        var criterion = grid.Rows[4].Criteria[0];
        Assert.Equal(10, grid.Assessment!.Entries.Count);
        Assert.Equal(new[] { day.Eva, day.Evan }.ToHashSet(), criterion.Heads.Select(h => h.Author.Id).ToHashSet());
        Assert.Equal(2, criterion.Heads.Count);
        Assert.True(criterion.Diverges);
        Assert.Equal(["C5-METH-1"], await day.By(day.Eva, (RateCriterion g) => g.Run(
            new(day.Dossier, [new("C5-METH-1", FindingValue.Met, null, [criterion.Heads[0].Id])]), Stop)));
        var all = (await day.By(day.Eva, (CommissionGrid.Reader r) => r.Find(day.Dossier, Stop))).Rows[4].Criteria[0].Heads;
        Assert.Empty(await day.By(day.Evan, (RateCriterion g) => g.Run(new(day.Dossier, [new("C5-METH-1", FindingValue.Met, null, [.. all.Select(h => h.Id)])]), Stop)));
        var settled = await day.By(day.Evan, (CommissionGrid.Reader r) => r.Find(day.Dossier, Stop));
        Assert.False(settled.Rows[4].Criteria[0].Diverges);
        Assert.Equal(12, settled.Assessment!.Entries.Count);
    }

    [Fact]
    public async Task The_candidate_and_the_tutor_do_not_read_the_grid_before_it_is_closed()
    {
        await day.Appoint(Stop);
        await Rate(day.Eva, "C1-METH-1", FindingValue.NotMet, "Non vu.");
        foreach (var one in new[] { day.Clean, day.Tutor })
        {
            var no = await Assert.ThrowsAsync<RefusalException>(() => day.By(one, (CommissionGrid.Reader r) => r.Find(day.Dossier, Stop)));
            Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
            var matrix = await day.By(one, (DossierMatrix.Reader r) => r.Find(day.Dossier, Stop));
            Assert.All(matrix.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Criteria), m => Assert.Null(m.Value));
        }
    }

    [Fact]
    public async Task Only_a_member_rates_and_decides()
    {
        await day.Appoint(Stop);
        foreach (var one in new[] { day.Anne, day.Clean, day.Tutor })
        {
            Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => Rate(one, "C1-METH-1", FindingValue.Met, null))).Refusal);
        }

        await Assert.ThrowsAsync<NotFoundException>(() => Rate(day.Stranger, "C1-METH-1", FindingValue.Met, null));
    }

    [Fact]
    public async Task A_decision_waits_for_the_report_the_presentation_and_the_company()
    {
        await day.Appoint(Stop);
        await MustBeRefused(Refusal.NoModeHeld);
        await day.Deposit(Stop);
        await day.Present(Stop);
        await MustBeRefused(Refusal.OpinionMissing);
        await day.Opine(Stop);
        await day.By(day.Eva, (DecideCompetence g) => g.Run(new(day.Dossier, "C1", true), Stop));
    }

    [Fact]
    public async Task Two_decisions_taken_at_once_on_the_same_dossier_do_not_pass_unseen()
    {
        await day.Appoint(Stop);
        await day.Deposit(Stop);
        await day.Present(Stop);
        await day.Opine(Stop);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await day.By(i % 2 == 0 ? day.Eva : day.Evan, (DecideCompetence g) => g.Run(new(day.Dossier, "C1", i % 2 == 0), Stop));
                return true;
            }
            catch (RefusalException no) when (no.Refusal.Equals(Refusal.ChangedMeanwhile))
            {
                return false;
            }
        }));
        var grid = await day.By(day.Eva, (CommissionGrid.Reader r) => r.Find(day.Dossier, Stop));
        Assert.Equal(outcomes.Count(passed => passed), grid.Assessment!.Decisions.Count);
        Assert.Contains(true, outcomes);
    }

    [Fact]
    public async Task Closing_freezes_a_summary_that_tells_everything_and_is_intact_after_a_return_to_the_database()
    {
        await day.Link(Stop, "C2-METH-1");
        var sha256 = await day.Close(Stop);
        var summary = await day.By(day.Clean, (SummarySheet.Reader r) => r.Find(day.Dossier, Stop));
        Assert.True(summary.Intact);
        Assert.Equal(sha256, summary.Assessment.Summary!.Sha256);
        Assert.Equal(["B1", "B3"], summary.Results.Where(r => r.Acquired).Select(r => r.Block));
        Assert.Contains("Présent sur le terrain.", summary.Assessment.Summary.Json, StringComparison.Ordinal);
        Assert.Equal(Stage.AssessmentClosed, summary.Page.Dossier.Stage);
        var no = await Assert.ThrowsAsync<RefusalException>(() => Rate(day.Eva, "C1-METH-1", FindingValue.Met, null));
        Assert.Equal(Refusal.AssessmentIsClosed, no.Refusal);
    }

    [Fact]
    public async Task The_same_rating_sent_twice_is_said_once()
    {
        await day.Appoint(Stop);
        var id = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
        {
            await day.By(day.Eva, (RateCriterion g) => g.Run(new(day.Dossier, [new("C1-METH-1", FindingValue.Met, null, [], id)]), Stop));
        }

        Assert.Single((await day.By(day.Eva, (CommissionGrid.Reader r) => r.Find(day.Dossier, Stop))).Assessment!.Entries);
    }

    private async Task MustBeRefused(Refusal expected)
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => day.By(day.Eva, (DecideCompetence g) => g.Run(new(day.Dossier, "C1", true), Stop)));
        Assert.Equal(expected, no.Refusal);
    }

    private Task<IReadOnlyList<string>> Rate(PersonId who, string criterion, FindingValue value, string? comment) =>
        day.By(who, (RateCriterion g) => g.Run(new(day.Dossier, [new(criterion, value, comment, [])]), Stop));
}
