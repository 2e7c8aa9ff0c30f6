using System.Globalization;
using System.Text.Json;
using Etabli.Application.Plant;
using Etabli.Application.Printing;
using Etabli.Application.Studies.Lines;
using Etabli.Application.Studies.Sheets;
using Etabli.Application.Tests.Improvement;
using Etabli.Figures.Ink;
using Etabli.People;
using Etabli.Studies;
using Etabli.Studies.Lines;
using Etabli.Studies.Sheets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PeopleRefusal = Etabli.People.Refusal;
using StudyRefusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Tests.Studies;

/// <summary>A line is studied, proposed and optimised by a job that outlives the page: on a real PostgreSQL, with the real job store.</summary>
public sealed class LineBalanceTests : IAsyncLifetime
{
    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        shop = await Workshop.Open(Stop);
        await PrintingServices.PrepareJobs(shop.House.Storehouse, Stop);
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_demonstration_s_tasks_come_in_unedited_and_today_is_what_its_answers_say()
    {
        var reading = await Read(await Line());
        var said = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "demo", "reponses.json"), Stop)).RootElement.GetProperty("equilibrage").GetProperty("actuel");
        Assert.Equal(said.GetProperty("postes").GetInt32(), Fact(reading, "PostsToday"));
        Assert.Equal(said.GetProperty("tc_max_s").GetInt32(), Fact(reading, "LongestToday"));
        Assert.Equal(said.GetProperty("efficacite_au_takt_pct").GetDecimal(), Math.Round(Fact(reading, "EfficiencyToday")!.Value, 1));
        Assert.Equal(said.GetProperty("efficacite_tcmax_pct").GetDecimal(), Math.Round(Fact(reading, "CycleEfficiencyToday")!.Value, 1));
        Assert.Equal(5, Fact(reading, "PostsFewest"));
        Assert.Equal(["Yamazumi", "PrecedenceGraph"], reading.Pictures.Select(p => p.Key));
        Assert.All(reading.Pictures, p => Assert.StartsWith("<svg", p.Draw(new(Language.French, p.Width)), StringComparison.Ordinal));

        // Today task 5 is at P2 and 6, which waits for it, at P3; 11 at P3 and all that wait for it after: nothing is broken but what the file itself breaks.
        Assert.DoesNotContain(reading.Lacks, l => l.Key.EndsWith("TooMuchWork", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("n;temps;predecesseurs\n1;10;\n1;20;", "Line.TaskTwice", "1")]
    [InlineData("n;temps;predecesseurs\n1;10;7\n2;20;1", "Line.TaskUnknown", "7 → 1")]
    [InlineData("n;temps;predecesseurs\n1;10;2\n2;20;1", "Line.TaskCircle", "1 → 2 → 1")]
    public async Task What_keeps_a_sheet_from_being_a_line_is_named(string sheet, string lack, string about)
    {
        var id = await Begin();
        await Fill(id, sheet);
        Assert.Contains((lack, about), (await Read(id)).Lacks);
        await using var server = Server();
        Assert.Equal(StudyRefusal.LineUnreadable, (await Assert.ThrowsAsync<RefusalException>(() => Ask(server, id, new(BalanceGoal.ShortestCycle, 1, null, 5)))).Refusal);
    }

    [Fact]
    public async Task What_a_proposal_breaks_is_told_with_the_tasks_and_the_station()
    {
        var id = await Line();
        var text = await Text();
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // 5 to P4 while 6, which waits for it, stays at P3; and P1 with 21 gone.
        await Fill(id, string.Join('\n', rows.Select((r, i) => r.TrimEnd('\r') + (i == 0 ? ",poste propose" : r.StartsWith("5,", StringComparison.Ordinal) ? ",P4" : ","))));
        var reading = await Read(id);
        Assert.Contains(("Line.ProposalTooEarly", "5 (P4) doit précéder 6 (P3)"), reading.Lacks);
        Assert.Equal(1, Fact(reading, "TasksMoved"));
        Assert.Equal(492, Fact(reading, "LongestProposed"));
    }

    [Fact]
    public async Task A_proposal_begins_with_the_positional_weights_and_is_taken_away_again()
    {
        var id = await Line();
        await shop.By(shop.Meth, (ProposeBalance propose) => propose.Run(new(id, ProposalStart.RankedWeights), Stop));
        var reading = await Read(id);
        Assert.InRange(Fact(reading, "PostsProposed")!.Value, 5, 6);
        Assert.DoesNotContain(reading.Lacks, l => l.Key.StartsWith("Line.Proposal", StringComparison.Ordinal));
        await shop.By(shop.Meth, (ProposeBalance propose) => propose.Run(new(id, ProposalStart.Today), Stop));
        Assert.Null(Fact(await Read(id), "PostsProposed"));
    }

    [Fact]
    public async Task Without_a_takt_neither_weights_nor_fewest_stations_are_offered()
    {
        var id = await Begin();
        await Fill(id, await Text());
        await using var server = Server();
        Assert.Equal(StudyRefusal.TaktMissing, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Meth, (ProposeBalance propose) => propose.Run(new(id, ProposalStart.RankedWeights), Stop)))).Refusal);
        Assert.Equal(StudyRefusal.TaktMissing, (await Assert.ThrowsAsync<RefusalException>(() => Ask(server, id, new(BalanceGoal.FewestStations, null, null, 5)))).Refusal);
        Assert.Equal(StudyRefusal.TimeLimitRefused, (await Assert.ThrowsAsync<RefusalException>(() => Ask(server, id, new(BalanceGoal.ShortestCycle, 5, null, 0)))).Refusal);
    }

    [Fact]
    public async Task Five_stations_are_proved_at_486_seconds_and_kept_as_the_proposal_of_a_new_revision()
    {
        var id = await Line();
        await using var server = Server();
        var run = await Ask(server, id, new(BalanceGoal.ShortestCycle, 5, null, 60));
        await Start(server);
        var over = await Over(server, run);
        Assert.Equal((BalanceStage.Done, BalanceOutcome.Proved, 5, 486m, 486m), (over.Stage, over.Outcome!.Value, over.BestStations!.Value, over.BestCycle!.Value, over.Bound!.Value));
        var before = (await shop.By(shop.Meth, (StudySheet.Reader r) => r.Find(id, Stop))).Study.Revision;
        await shop.By(shop.Meth, (KeepBalance keep) => keep.Run(new(run), Stop));
        var reading = await Read(id);
        Assert.Equal((5m, 486m), (Fact(reading, "PostsProposed"), Fact(reading, "LongestProposed")));
        Assert.Equal(90.9m, Math.Round(Fact(reading, "EfficiencyProposed")!.Value, 1));
        Assert.DoesNotContain(reading.Lacks, l => l.Key.StartsWith("Line.Proposal", StringComparison.Ordinal));
        Assert.Equal((before + 1, (int?)(before + 1)), ((await shop.By(shop.Meth, (StudySheet.Reader r) => r.Find(id, Stop))).Study.Revision, (await Sheet(run, shop.Meth)).Run.KeptAs));
    }

    [Fact]
    public async Task Rules_of_the_workshop_are_told_when_they_are_not_kept_refuse_a_move_and_hold_in_the_line_found_with_the_fewest_moves()
    {
        var id = await Line();
        await Fill(id, "regle;taches;postes;valeur;nom\nSéparées;7 11;;;\nÉquipement;15 21;;1;presse\nJamais à;1;P6;;", SheetKind.LineRules);
        var line = StudiedLine.Of((await shop.By(shop.Meth, (StudySheet.Reader r) => r.Find(id, Stop))).Study.Content).Line!;
        Assert.Equal(3, line.Rules.Count);
        Assert.Contains(("Line.TodayRule", "presse (15, 21) à 1 poste au plus"), (await Read(id)).Lacks);
        Assert.True(line.RefusedMoves()["11"].ContainsKey("P2"));
        Assert.False(line.RefusedMoves()["11"].ContainsKey("P4"));

        await using var server = Server();
        var run = await Ask(server, id, new(BalanceGoal.FewestStations, null, 525, 60));
        await Start(server);
        var over = await Over(server, run);
        Assert.Equal((BalanceStage.Done, BalanceOutcome.Proved, 5), (over.Stage, over.Outcome!.Value, over.BestStations!.Value));
        await shop.By(shop.Meth, (KeepBalance keep) => keep.Run(new(run), Stop));

        // Stations keep the names of today: what is told as moved is what moves.
        var reading = await Read(id);
        Assert.Equal((5m, 11m), (Fact(reading, "PostsProposed"), Fact(reading, "TasksMoved")));
        Assert.DoesNotContain(reading.Lacks, l => l.Key.StartsWith("Line.Proposal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_that_contradict_each_other_end_the_search_with_the_rows_to_blame()
    {
        var id = await Line();
        await Fill(id, "regle;taches;postes;valeur;nom\nSéparées;3 4;;;\nEnsemble;7 11;;;\nBudget;3:1 7:2 11:2;;3;gabarits", SheetKind.LineRules);
        await using var server = Server();
        await Start(server);
        var over = await Over(server, await Ask(server, id, new(BalanceGoal.FewestStations, null, 525, 60)));
        Assert.Equal((BalanceStage.Failed, BalanceOutcome.Impossible), (over.Stage, over.Outcome!.Value));
        Assert.Equal([2, 3], over.Conflict);

        await Fill(id, "regle;taches;postes;valeur;nom\nSéparées;3 99;;;\nJamais à;1;;;", SheetKind.LineRules);
        Assert.Equal([("Line.RuleTask", "1 (99)"), ("Line.RuleStation", "2")], (await Read(id)).Lacks.Where(l => l.Key.StartsWith("Line.Rule", StringComparison.Ordinal)));
        Assert.Equal(StudyRefusal.RuleUnreadable, (await Assert.ThrowsAsync<RefusalException>(() => Ask(server, id, new(BalanceGoal.FewestStations, null, 525, 60)))).Refusal);

        await Fill(id, "regle;taches;postes;valeur;nom", SheetKind.LineRules);
        await Fill(id, "n;temps\n1;10\n2;20");
        Assert.Equal(StudyRefusal.TodayMissing, (await Assert.ThrowsAsync<RefusalException>(() => Ask(server, id, new(BalanceGoal.FewestMoves, 2, 525, 60)))).Refusal);
    }

    [Fact]
    public async Task Models_weigh_in_the_mean_each_keeps_its_own_maximum_and_the_search_knows_both()
    {
        var id = await Line();
        await Fill(id, "modele;part du mix;maximum (% du takt)\n50/28;3;\n63/36;1;100", SheetKind.LineModels);
        await Fill(id, "modele;taches;temps\n63/36;11;250\n63/36;25 24;0", SheetKind.LineModelTimes);
        var reading = await Read(id);

        // P3: 445 s for three of four; 152 s become 250 s for the fourth, whose maximum is the takt.
        Assert.Equal((469.5m, 543m), (Fact(reading, "LongestToday"), Fact(reading, "LongestModelToday")));
        Assert.Equal("P3, 63/36 (543\u00A0s pour 525\u00A0s)", Assert.Single(reading.Lacks, l => l.Key == "Line.TodayTooMuchOfModel").About);
        Assert.DoesNotContain(reading.Lacks, l => l.Key == "Line.TodayTooMuchWork");
        Assert.Contains("63/36", reading.Pictures[0].Draw(new(Language.French, 400)), StringComparison.Ordinal);

        await using var server = Server();
        var run = await Ask(server, id, new(BalanceGoal.ShortestCycle, 6, null, 60));
        await Start(server);
        var over = await Over(server, run);
        Assert.Equal(BalanceStage.Done, over.Stage);
        Assert.InRange(over.BestCycle!.Value, 388, 452);
        await shop.By(shop.Meth, (KeepBalance keep) => keep.Run(new(run), Stop));
        reading = await Read(id);
        Assert.DoesNotContain(reading.Lacks, l => l.Key.StartsWith("Line.Proposal", StringComparison.Ordinal));
        Assert.True(Fact(reading, "LongestProposed") <= over.BestCycle);

        // Another time of a model is another line.
        await Fill(id, "modele;taches;temps\n63/36;11;251\n80/45;99;1\n63/36;98;1", SheetKind.LineModelTimes);
        Assert.False((await Sheet(run, shop.Meth)).IsSameLine);
        Assert.Equal([("Line.ModelUnknown", "2 (80/45)"), ("Line.ModelTask", "3 (98)")], (await Read(id)).Lacks.Where(l => l.Key.StartsWith("Line.Model", StringComparison.Ordinal)));
        Assert.Equal(StudyRefusal.RuleUnreadable, (await Assert.ThrowsAsync<RefusalException>(() => Ask(server, id, new(BalanceGoal.FewestStations, null, 525, 60)))).Refusal);
    }

    [Fact]
    public async Task Operators_copies_sides_and_a_u_line_are_read_of_the_stations_alone_and_what_is_not_computed_is_said()
    {
        var id = await Begin();
        await Fill(id, "n;temps;predecesseurs;poste;cote\n1;50;;P1;\n2;40;;P1;\n3;45;1 2;P2;");
        await State(id, []);
        Assert.Contains(("Line.TodayTooMuchWork", "P1 (90\u00A0s)"), (await Read(id)).Lacks);
        var two = await State(id, new() { ["OperatorsPerStation"] = "2" });
        Assert.Equal([("P1", 50m, 1), ("P1", 40m, 1), ("P2", 45m, 1)], two.Places.OrderBy(p => p.Post).ThenByDescending(p => p.Busy).Select(p => (p.Post, p.Busy, p.Copies)));
        Assert.Empty(two.Breaches);
        Assert.Equal([("P1", 90m, 2), ("P2", 45m, 1)], (await State(id, new() { ["CopiesPerStation"] = "3" })).Places.Select(p => (p.Post, p.Busy, p.Copies)));
        var reading = await Read(id);
        Assert.Equal((3m, 45m), (Fact(reading, "PlacesToday"), Fact(reading, "LongestToday")));

        // Task 3 at the first station again: only a U lets the piece come back.
        await Fill(id, "n;temps;predecesseurs;poste\n1;20;;P1\n2;40;1;P2\n3;30;2;P1");
        await State(id, []);
        Assert.Contains(("Line.TodayTooEarly", "2 (P2) doit précéder 3 (P1)"), (await Read(id)).Lacks);
        Assert.Empty((await State(id, new() { ["LineShape"] = "ULine" })).Breaches);
        await State(id, new() { ["LineShape"] = "ULine", ["OperatorsPerStation"] = "2" });
        Assert.Contains(("Line.UAlone", ""), (await Read(id)).Lacks);
        await using var server = Server();
        Assert.Equal(StudyRefusal.RuleUnreadable, (await Assert.ThrowsAsync<RefusalException>(() => Ask(server, id, new(BalanceGoal.ShortestCycle, 2, null, 5)))).Refusal);

        // The left hands wait for the right ones; a walk between two tasks is time too.
        await Fill(id, "n;temps;predecesseurs;poste;cote\n1;20;;P1;Gauche\n2;10;1;P1;Droite\n3;5;;P1;Gauche");
        await Fill(id, "apres la tache;avant la tache;temps;quand\n1;3;4;\n3;1;2;Pièce suivante", SheetKind.LineSetups);
        var sided = await State(id, []);
        Assert.Equal([(0, 31m), (1, 30m)], sided.Places.Select(p => (p.Hand, p.Busy)));
        Assert.Contains("P1 · G", (await Read(id)).Pictures[0].Draw(new(Language.French, 277)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Named_workers_stand_where_they_can_do_everything_and_the_one_who_cannot_is_missed()
    {
        var id = await Begin();
        await Fill(id, "n;temps;predecesseurs;poste\n1;50;;P1\n2;40;;P1\n3;45;1 2;P2");
        await Fill(id, "operateur;taches;son temps;% du temps de la tache\nAmélie;*;;100\nAmélie;3;;\nBakary;3;30;\nBakary;1 2;;150", SheetKind.LineWorkers);
        var state = await State(id, []);
        Assert.Equal([("P1", "Amélie", 90m), ("P2", "Bakary", 30m)], state.Places.Select(p => (p.Post, p.Worker!, p.Busy)));
        Assert.Contains(("Line.TodayTooMuchWork", "P1 (90\u00A0s)"), (await Read(id)).Lacks);
        Assert.Contains("Bakary", (await Read(id)).Pictures[0].Draw(new(Language.French, 277)), StringComparison.Ordinal);

        await Fill(id, "operateur;taches;son temps\nAmélie;1 2;\nAmélie;1;50\nBakary;3 2;30", SheetKind.LineWorkers);
        await using var server = Server();
        var run = await Ask(server, id, new(BalanceGoal.ShortestCycle, 2, null, 10));
        await Start(server);
        var over = await Over(server, run);
        Assert.Equal((BalanceOutcome.Proved, 60m), (over.Outcome!.Value, over.BestCycle!.Value));
        Assert.Contains(("Line.TodayUnable", "P1"), (await Read(id)).Lacks);
        await Fill(id, "operateur;taches;son temps\nAmélie;1 2;20", SheetKind.LineWorkers);
        Assert.Contains(("Line.NoSkill", "3"), (await Read(id)).Lacks);
    }

    [Fact]
    public async Task An_answer_is_not_put_over_tasks_that_are_no_longer_those_that_were_balanced()
    {
        var id = await Line();
        await using var server = Server();
        var run = await Ask(server, id, new(BalanceGoal.FewestStations, null, 525, 60));
        await Start(server);
        Assert.Equal((BalanceOutcome.Proved, 5), ((await Over(server, run)).Outcome!.Value, (await Sheet(run, shop.Meth)).Run.BestStations!.Value));
        await Fill(id, (await Text()).Replace(",62,", ",63,", StringComparison.Ordinal));
        Assert.False((await Sheet(run, shop.Meth)).IsSameLine);
        Assert.Equal(StudyRefusal.LineChanged, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Meth, (KeepBalance keep) => keep.Run(new(run), Stop)))).Refusal);
    }

    [Fact]
    public async Task A_search_that_would_not_end_says_how_far_it_is_and_ends_within_a_second_of_being_cancelled_with_its_best_answer()
    {
        var id = await Hard();
        await using var server = Server();
        var run = await Ask(server, id, new(BalanceGoal.ShortestCycle, 7, null, 600));
        await Start(server);
        var underway = await Until(server, run, r => r is { Stage: BalanceStage.Running, BestStations: not null });
        Assert.True(underway.BestCycle >= underway.Bound);
        var asked = TimeProvider.System.GetTimestamp();
        await As(server, shop.Meth, s => Done(s.GetRequiredService<CancelBalance>().Run(run, Stop)));
        var over = await Until(server, run, r => r.Answer.Count > 0);
        Assert.InRange(TimeProvider.System.GetElapsedTime(asked).TotalSeconds, 0, 2);
        Assert.Equal((BalanceStage.Cancelled, BalanceOutcome.Stopped), (over.Stage, over.Outcome!.Value));
        Assert.Equal(StudiedLine.Of((await shop.By(shop.Meth, (StudySheet.Reader r) => r.Find(id, Stop))).Study.Content).Line!.Tasks.Count, over.Answer.Count);
    }

    [Fact]
    public async Task A_search_ends_with_its_time_and_says_what_is_still_possible()
    {
        var id = await Hard();
        await using var server = Server();
        var run = await Ask(server, id, new(BalanceGoal.ShortestCycle, 7, null, 1));
        await Start(server);
        var over = await Over(server, run);
        Assert.Equal((BalanceStage.Done, BalanceOutcome.TimeOver), (over.Stage, over.Outcome!.Value));
        Assert.True(over.BestCycle > over.Bound);
    }

    [Fact]
    public async Task A_search_outlives_the_process_that_took_it_and_one_under_way_says_that_the_server_stopped_it()
    {
        var id = await Hard();
        BalanceRunId run;
        await using (var first = Server())
        {
            // Nobody runs the jobs of this process: it ends with the search in the store.
            run = await Ask(first, id, new(BalanceGoal.ShortestCycle, 7, null, 600));
        }

        await using (var second = Server())
        {
            await Start(second);
            await Until(second, run, r => r is { Stage: BalanceStage.Running, BestStations: not null });
            ((Lifetime)second.GetRequiredService<IHostApplicationLifetime>()).StopApplication();
            var over = await Over(second, run);
            Assert.Equal((BalanceStage.Interrupted, BalanceOutcome.Stopped), (over.Stage, over.Outcome!.Value));
            Assert.NotEmpty(over.Answer);
        }
    }

    [Fact]
    public async Task A_search_whose_process_died_is_begun_again_and_given_up_after_the_third_time()
    {
        var id = await Line();
        await using var server = Server();
        var run = await Ask(server, id, new(BalanceGoal.ShortestCycle, 5, null, 60));
        await shop.House.Insert("update studies.balance_run set stage = 'Running', tries = 3 where id = $1", run.Value);
        await As(server, shop.Meth, s => Done(s.GetRequiredService<MakeBalance>().Run(run, Stop)));
        Assert.Equal(BalanceStage.Interrupted, (await Sheet(run, shop.Meth)).Run.Stage);
        await shop.House.Insert("update studies.balance_run set stage = 'Running', tries = 1, ended_at = null where id = $1", run.Value);
        await As(server, shop.Meth, s => Done(s.GetRequiredService<MakeBalance>().Run(run, Stop)));
        Assert.True((await Sheet(run, shop.Meth)).Run.IsProved);
    }

    [Fact]
    public async Task The_same_question_is_looked_for_once_and_one_person_has_at_most_three_searches()
    {
        var id = await Line();
        await using var server = Server();
        var one = await Ask(server, id, new(BalanceGoal.ShortestCycle, 5, null, 60));
        Assert.Equal(one, await Ask(server, id, new(BalanceGoal.ShortestCycle, 5, null, 60)));
        await Ask(server, id, new(BalanceGoal.ShortestCycle, 4, null, 60));
        await Ask(server, id, new(BalanceGoal.ShortestCycle, 3, null, 60));
        Assert.Equal(StudyRefusal.TooManySearches, (await Assert.ThrowsAsync<RefusalException>(() => Ask(server, id, new(BalanceGoal.ShortestCycle, 2, null, 60)))).Refusal);
    }

    [Fact]
    public async Task Who_may_not_fill_the_study_asks_cancels_and_keeps_nothing_and_another_plant_finds_nothing()
    {
        var id = await Line();
        await using var server = Server();
        var run = await Ask(server, id, new(BalanceGoal.ShortestCycle, 5, null, 60));
        foreach (var gesture in new Func<PersonId, Task>[]
        {
            who => As(server, who, s => s.GetRequiredService<AskBalance>().Run(new(id, new(BalanceGoal.ShortestCycle, 5, null, 60)), Stop)),
            who => As(server, who, s => Done(s.GetRequiredService<CancelBalance>().Run(run, Stop))),
            who => As(server, who, s => s.GetRequiredService<KeepBalance>().Run(new(run), Stop)),
            who => As(server, who, s => Done(s.GetRequiredService<ProposeBalance>().Run(new(id, ProposalStart.Today), Stop))),
        })
        {
            Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => gesture(shop.Tutor))).Refusal);
            await Assert.ThrowsAsync<NotFoundException>(() => gesture(shop.Stranger));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => Sheet(run, shop.Stranger));
        Assert.Null(await shop.By(shop.Stranger, (BalanceRunSheet.Reader r) => r.IsOver(run, Stop)));
        Assert.Empty(await shop.By(shop.Stranger, (BalanceRunSheet.Reader r) => r.Of(id, Stop)));
        Assert.False((await Sheet(run, shop.Tutor)).MayAsk);
    }

    private async Task<StudiedState> State(StudyId id, Dictionary<string, string> settings)
    {
        await shop.By(shop.Meth, (DescribeStudy describe) => describe.Run(new(id, "Ligne", "", null, null, new Dictionary<string, string>(settings) { ["TaktSeconds"] = "60" }), Stop));
        return StudiedLine.Of((await shop.By(shop.Meth, (StudySheet.Reader r) => r.Find(id, Stop))).Study.Content).Line!.TodayState;
    }

    private async Task<StudyId> Line()
    {
        var id = await Begin();
        await Fill(id, await Text());
        await shop.By(shop.Meth, (DescribeStudy describe) => describe.Run(new(id, "Ligne M", "", null, null, new Dictionary<string, string> { ["TaktSeconds"] = "525" }), Stop));
        return id;
    }

    // Sixty times to the thousandth for seven stations: nobody proves the last thousandth.
    private async Task<StudyId> Hard()
    {
        var dice = new Random(7);
        var id = await Begin();
        await Fill(id, "n;temps\n" + string.Join('\n', Enumerable.Range(1, 60).Select(i => $"{i};{(dice.Next(40_000, 400_000) / 1_000m).ToString(CultureInfo.InvariantCulture).Replace('.', ',')}")));
        return id;
    }

    private Task<StudyId> Begin() => shop.By(shop.Meth, (BeginStudy begin) => begin.Run(new(StudyKind.LineBalance, "Ligne M", shop.Vérins.Value), Stop));

    private async Task Fill(StudyId id, string text, SheetKind sheet = SheetKind.LineTasks)
    {
        var read = await shop.By(shop.Meth, (FillSheet fill) => fill.Run(new(id, sheet, TypedTable.Read(text, "fr")), Stop));
        Assert.Empty(read.Faults);
    }

    private static async Task<string> Text() => await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "demo", "11_taches_montage.csv"), Stop);

    private async Task<StudyReading> Read(StudyId id)
    {
        var sheet = await shop.By(shop.Tutor, (StudySheet.Reader r) => r.Find(id, Stop));
        return StudyReading.Of(sheet.Study.Kind, sheet.Study.Content, [], Language.French, at => at);
    }

    private static decimal? Fact(StudyReading reading, string key) => reading.Facts.FirstOrDefault(f => f.Key == key)?.Value;

    private Task<BalanceRunSheet> Sheet(BalanceRunId run, PersonId who) => shop.By(who, (BalanceRunSheet.Reader r) => r.Find(run, Stop));

    private Task<BalanceRunId> Ask(IServiceProvider server, StudyId study, BalanceQuestion question) => As(server, shop.Meth, s => s.GetRequiredService<AskBalance>().Run(new(study, question), Stop));

    private Task<BalanceRun> Over(IServiceProvider server, BalanceRunId run) => Until(server, run, r => r.IsOver);

    private async Task<BalanceRun> Until(IServiceProvider server, BalanceRunId run, Predicate<BalanceRun> what)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(TimeSpan.FromSeconds(60));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await tick.WaitForNextTickAsync(late.Token))
        {
            var found = (await As(server, shop.Meth, s => s.GetRequiredService<BalanceRunSheet.Reader>().Find(run, late.Token))).Run;
            if (what(found))
            {
                return found;
            }
        }

        throw new TimeoutException();
    }

    private ServiceProvider Server()
    {
        var services = new ServiceCollection();
        services.AddLogging();

        // The job store fires on the machine's time: a clock held by a test would never reach it.
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostApplicationLifetime, Lifetime>();
        services.AddEtabli(shop.House.Storehouse);
        services.AddPrinting(shop.House.Storehouse);
        return services.BuildServiceProvider();
    }

    private static async Task Start(ServiceProvider server)
    {
        foreach (var hosted in server.GetServices<IHostedService>().Where(service => service.GetType().FullName!.StartsWith("Quartz", StringComparison.Ordinal)))
        {
            await hosted.StartAsync(Stop);
        }

        ((Lifetime)server.GetRequiredService<IHostApplicationLifetime>()).Started();
    }

    private static async Task<int> Done(Task what)
    {
        await what;
        return 0;
    }

    private static async Task<T> As<T>(IServiceProvider server, PersonId person, Func<IServiceProvider, Task<T>> what)
    {
        await using var scope = server.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Caller>().Become(person, Stop);
        return await what(scope.ServiceProvider);
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource started = new();
        private readonly CancellationTokenSource stopping = new();

        public CancellationToken ApplicationStarted => started.Token;

        public CancellationToken ApplicationStopping => stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Started() => started.Cancel();

        public void StopApplication() => stopping.Cancel();

        public void Dispose()
        {
            started.Dispose();
            stopping.Dispose();
        }
    }
}
