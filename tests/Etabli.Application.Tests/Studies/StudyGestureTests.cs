using System.Text.Json;
using Etabli.Application.Improvement;
using Etabli.Application.Plant;
using Etabli.Application.Plant.Tables;
using Etabli.Application.Studies.Sheets;
using Etabli.Application.Studies.Tallies;
using Etabli.Application.Tests.Improvement;
using Etabli.Figures.Ink;
using Etabli.People;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using PeopleRefusal = Etabli.People.Refusal;
using StudyRefusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Tests.Studies;

/// <summary>Studies through their gestures, on a real PostgreSQL, with the demonstration's files as they are.</summary>
public sealed class StudyGestureTests : IAsyncLifetime
{
    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Demo => Path.Combine(AppContext.BaseDirectory, "demo");

    public async ValueTask InitializeAsync() => shop = await Workshop.Open(Stop);

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task The_barrel_s_process_chart_comes_in_unedited_and_counts_as_its_generator_says()
    {
        var id = await Begin(StudyKind.ProcessChart);
        await Fill(id, SheetKind.ProcessSteps, await Text("06_deroulement_fut.csv"));
        var reading = await Read(id);
        var said = await Answers("deroulement_fut");
        Assert.Equal(said.GetProperty("distance_m").GetDecimal(), Fact(reading, "Metres"));
        Assert.Equal([9m, 6, 3, 7, 1], new[] { "Operation", "Transport", "Inspection", "Delay", "Storage" }.Select(s => Fact(reading, $"Symbol.{s}")));
    }

    [Fact]
    public async Task The_walks_of_a_shift_add_up_to_the_answer_and_every_place_is_on_the_plan()
    {
        var id = await Begin(StudyKind.Movements);
        await Fill(id, SheetKind.Trips, await Text("08_deplacements.csv"));
        await Fill(id, SheetKind.Places, await Text("07_implantation.csv"));
        var reading = await Read(id);
        Assert.Equal((await Answers("spaghetti")).GetProperty("distance_equipe_m").GetDecimal(), Fact(reading, "Walked"));
        Assert.Empty(reading.Lacks);
        Assert.All(reading.Pictures, p => Assert.StartsWith("<svg", p.Draw(new(Language.French, p.Width)), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_distance_left_empty_is_taken_along_the_aisles_between_known_places_and_is_missing_otherwise()
    {
        var id = await Begin(StudyKind.Movements);
        await Fill(id, SheetKind.Places, "Lieu;X (m);Y (m)\nROD1;24;40\nMETROLOGIE;6;34");
        await Fill(id, SheetKind.Trips, "Acteur;De;Vers;Allers-retours par équipe\nrégleur;ROD1;METROLOGIE;2\nrégleur;ROD1;QUAI;1");
        var reading = await Read(id);
        Assert.Equal(2 * 2 * (18 + 6), Fact(reading, "Walked"));
        Assert.Contains(("Way", "ROD1 → QUAI"), reading.Lacks);
    }

    [Fact]
    public async Task A_way_that_is_not_come_back_counts_once_and_a_row_kept_before_the_column_was_there_counts_twice()
    {
        var id = await Begin(StudyKind.Movements);
        await Fill(id, SheetKind.Trips, "Acteur;De;Vers;Trajets par équipe;Distance aller (m);Retour compris\nrégleur;ROD1;SC2;3;18;Non\nrégleur;ROD1;OUTILLAGE;1;24;Oui");
        Assert.Equal(3 * 18 + 2 * 24, Fact(await Read(id), "Walked"));
        await shop.House.Insert("update studies.study set content = jsonb_set(content, '{sheets,0,rows}', '[[\"régleur\", \"ROD1\", \"SC2\", \"3\", \"18\", \"\"]]') where id = $1", id.Value);
        Assert.Equal(2 * 3 * 18, Fact(await Read(id), "Walked"));
    }

    [Fact]
    public async Task The_bores_of_the_demonstration_are_counted_against_their_tolerance()
    {
        var id = await Begin(StudyKind.Histogram);
        await shop.By(shop.Clean, (FillSheet g) => g.Run(new(id, SheetKind.Readings, TypedTable.Read(File.ReadAllText(Path.Combine(Demo, "18_spc_alesage.csv")), "fr"), Chosen: new Dictionary<string, int> { ["Value"] = 5 }), Stop));
        await shop.By(shop.Clean, (DescribeStudy g) => g.Run(new(id, "Alésage", "ROD1", null, null, new Dictionary<string, string> { ["UpperLimit"] = "39", ["LowerLimit"] = "0" }), Stop));
        var reading = await Read(id);
        Assert.Equal(640, Fact(reading, "Values"));
        var said = await Answers("spc_alesage");
        Assert.Equal(said.GetProperty("X_bar").GetDecimal(), Fact(reading, "Mean")!.Value, 2);
        Assert.Equal(7, Fact(reading, "Outside"));
    }

    [Fact]
    public async Task Interviews_are_grouped_by_role_and_a_diagnosis_marks_what_was_not_measured()
    {
        var talks = await Begin(StudyKind.Interviews);
        await Fill(talks, SheetKind.Answers, await Text("10_entretiens.csv"));
        Assert.Equal(8, Fact(await Read(talks), "Interviewed"));
        var grid = await Begin(StudyKind.Diagnosis);
        await Fill(grid, SheetKind.Facts, "Thème\tConstat\tMesure\tSource\tGravité\nFlux\tROD1 trop lent\t534,5 s\tchaîne de valeur\t4\nSécurité\tIl faut pousser et tenir\t\tentretien\t2");
        var reading = await Read(grid);
        Assert.Equal(1, Fact(reading, "Measured"));
        Assert.Contains(("NotMeasured", "Il faut pousser et tenir"), reading.Lacks);
    }

    [Fact]
    public async Task Irritants_weigh_their_minutes_in_a_week_and_one_without_numbers_is_told_apart()
    {
        var id = await Begin(StudyKind.Irritants);
        await Fill(id, SheetKind.Irritants, "Irritant\tFois par semaine\tMinutes perdues\nChercher les brides\t14\t2,5\nAttendre la mesure\t9\t6\nBruit\t\t");
        var reading = await Read(id);
        Assert.Equal(14 * 2.5m + 54, Fact(reading, "LostPerWeek"));
        Assert.Contains(("NotCounted", "Bruit"), reading.Lacks);
    }

    [Fact]
    public async Task A_comparison_reads_periods_as_a_history_and_leaves_a_hole_where_nothing_was_noted()
    {
        var id = await Begin(StudyKind.Comparison);
        await Fill(id, SheetKind.Series, "Période\tSérie\tValeur\nS36\tA\t56,1\nS37\tA\t57\nS36\tB\t54");
        var reading = await Read(id);
        Assert.Equal(3, Fact(reading, "Values"));
        var svg = reading.Pictures[0].Draw(new(Language.French));
        Assert.Contains("S37", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_rows_with_three_wrong_cells_keep_the_good_ones_and_name_the_three()
    {
        var lines = Enumerable.Range(1, 10_000).Select(i => i is 17 or 4_000 or 9_999 ? $"M{i};douze;2025-09-01" : $"M{i};{i % 40},5;2025-09-01");
        var id = await Begin(StudyKind.Histogram);
        var read = await Fill(id, SheetKind.Readings, string.Join('\n', lines.Prepend("repère;valeur;date")));
        Assert.Equal([18, 4_001, 10_000], read.Faults.Select(f => f.Line));
        Assert.All(read.Faults, f => Assert.Equal(("Value", SheetError.NotANumber), (f.Column.Key, f.Error)));
        Assert.Equal(9_997, (await Find(id)).Study.Rows(SheetKind.Readings).Count);
        Assert.Equal(4, read.Rejected.Split('\n').Length);
    }

    [Fact]
    public async Task A_stroke_sent_twice_counts_once_and_one_taken_back_does_not_count_whatever_comes_first()
    {
        var id = await Begin(StudyKind.CheckSheet);
        await Fill(id, SheetKind.Causes, "Cause\nRayure\nConicité");
        var at = new DateTimeOffset(2025, 10, 7, 8, 30, 0, TimeSpan.Zero);
        TakeMarks.Tap rayure = new(Guid.NewGuid(), "Rayure", at), undone = new(Guid.NewGuid(), "Conicité", at, Undone: true), kept = new(Guid.NewGuid(), "Conicité", at.AddHours(1), 0.25, 0.5);
        Assert.Equal(3, await shop.By(shop.A03, (TakeMarks g) => g.Run(new(id, [rayure, undone, kept, rayure]), Stop)));
        Assert.Equal(0, await shop.By(shop.A03, (TakeMarks g) => g.Run(new(id, [rayure, undone with { Undone = false }]), Stop)));
        Assert.Equal(["Rayure", "Conicité"], (await Find(id)).Marks.Select(m => m.Cause));
        await shop.By(shop.A03, (TakeMarks g) => g.Run(new(id, [rayure with { Undone = true }]), Stop));
        var left = Assert.Single((await Find(id)).Marks);
        Assert.Equal((at.AddHours(1), 0.25), (left.At, left.X!.Value));
    }

    [Fact]
    public async Task A_stroke_for_a_cause_the_sheet_has_not_is_refused_and_a_reader_may_not_count()
    {
        var id = await Begin(StudyKind.CheckSheet);
        await Fill(id, SheetKind.Causes, "Cause\nRayure");
        var now = DateTimeOffset.UnixEpoch;
        Assert.Equal(StudyRefusal.CellRefused, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (TakeMarks g) => g.Run(new(id, [new(Guid.NewGuid(), "Casse", now)]), Stop)))).Refusal);
        Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Tutor, (TakeMarks g) => g.Run(new(id, [new(Guid.NewGuid(), "Rayure", now)]), Stop)))).Refusal);
    }

    [Fact]
    public async Task Another_plant_neither_sees_nor_fills_a_study_and_an_operator_does_not_fill_one()
    {
        var id = await Begin(StudyKind.CheckSheet);
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (StudySheet.Reader r) => r.Find(id, Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Stranger, (FillSheet g) => g.Run(new(id, SheetKind.Causes, TypedTable.Read("Cause\nX", "fr")), Stop)));
        Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.A03, (FillSheet g) => g.Run(new(id, SheetKind.Causes, TypedTable.Read("Cause\nX", "fr")), Stop)))).Refusal);
        Assert.Empty((await shop.By(shop.Stranger, (StudyList.Reader r) => r.Find(null, null, 1, Stop))).Studies);
    }

    [Fact]
    public async Task Two_who_change_the_same_study_do_not_overwrite_each_other_and_a_revision_comes_back()
    {
        var id = await Begin(StudyKind.CheckSheet);
        await Fill(id, SheetKind.Causes, "Cause\nRayure");
        var seen = (await Find(id)).Version;
        await Fill(id, SheetKind.Causes, "Cause\nConicité");
        var no = await Assert.ThrowsAsync<RefusalException>(() => shop.By(shop.Meth, (FillSheet g) => g.Run(new(id, SheetKind.Causes, TypedTable.Read("Cause\nChoc", "fr"), Version: seen), Stop)));
        Assert.Equal(StudyRefusal.ChangedMeanwhile, no.Refusal);
        await shop.By(shop.Meth, (TakeBackRevision g) => g.Run(new(id, 2), Stop));
        var sheet = await Find(id);
        Assert.Equal("Rayure", sheet.Study.Rows(SheetKind.Causes)[0][0]);
        Assert.Equal([4, 3, 2, 1], sheet.Revisions.Select(r => r.Number));
    }

    [Fact]
    public async Task A_study_of_a_project_is_an_artefact_that_can_be_frozen_with_its_picture()
    {
        var id = await shop.By(shop.Clean, (BeginStudy g) => g.Run(new(StudyKind.ProcessChart, "Déroulement du fût", shop.Vérins.Value), Stop));
        await Fill(id, SheetKind.ProcessSteps, await Text("06_deroulement_fut.csv"));
        var artefact = Assert.Single((await shop.By(shop.Clean, (ArtefactList.Reader r) => r.OfProject(shop.Vérins, Stop))).Artefacts, a => a.Kind == ArtefactKinds.Study);
        Assert.Equal(("Déroulement du fût", $"/etudes/{id}"), (artefact.Title, artefact.Href));
        var frozen = await shop.By(shop.Clean, (ArtefactSnapshots.Reader r) => r.Take(ArtefactKinds.Study, id.Value, Stop));
        Assert.Contains("Rodage-galetage", frozen.Json, StringComparison.Ordinal);
        Assert.Contains("Rodage-galetage", frozen.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_the_beginning_of_a_study_twice_makes_one()
    {
        var id = Guid.CreateVersion7();
        await shop.By(shop.Clean, (BeginStudy g) => g.Run(new(StudyKind.Irritants, "Irritants", Id: id), Stop));
        await shop.By(shop.Clean, (BeginStudy g) => g.Run(new(StudyKind.Irritants, "Irritants", Id: id), Stop));
        Assert.Single((await shop.By(shop.Clean, (StudyList.Reader r) => r.Find(StudyKind.Irritants, null, 1, Stop))).Studies);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void What_a_sheet_is_written_as_is_read_back_the_same(string culture)
    {
        var form = SheetForm.Of(SheetKind.ProcessSteps);
        IReadOnlyList<string>[] rows = [["Débit", "Operation", "12.5", "1.83", "", "24", "Combine", "vu", "After"], ["Tri\u00A0; essai", "Delay", "", "", "1008", "", "", "", ""]];
        var text = SheetReading.Write(form.Columns, rows, culture, c => c.Headings[0], (c, key) => c.Choices.First(x => x.Key == key).Words[0]);
        var read = SheetReading.Read(TypedTable.Read(text, culture), form.Columns);
        Assert.Empty(read.Faults);
        Assert.Equal(rows, read.Rows);
    }

    [Fact]
    public void Whatever_is_pasted_into_a_sheet_is_read_without_failing_and_what_is_kept_is_what_its_columns_hold()
    {
        var dice = new Random(7);
        const string letters = "abé;,\t\n\"0123456789-.,/ Opérationcause\uD800\u0000'=+";
        foreach (var kind in Enum.GetValues<SheetKind>())
        {
            var form = SheetForm.Of(kind);
            for (var i = 0; i < 300; i++)
            {
                var noise = new string([.. Enumerable.Range(0, dice.Next(1, 400)).Select(_ => letters[dice.Next(letters.Length)])]);
                var read = SheetReading.Read(TypedTable.Read(string.Join('\t', form.Columns.Select(c => c.Headings[0])) + "\n" + noise, i % 2 == 0 ? "fr" : "en"), form.Columns);
                Assert.All(read.Rows, r => Assert.All(r.Select((cell, c) => form.Columns[c].Holds(cell)), Assert.True));
            }
        }
    }

    [Fact]
    public async Task A_workbook_written_from_a_sheet_is_read_back_with_its_numbers_days_and_words()
    {
        object?[][] rows = [["=1+1", 12.5m, new DateOnly(2026, 1, 23)], ["Rayure", null, null]];
        var bytes = Workbooks.Write("Relevés: A/B", ["Cause", "Valeur", "Date"], rows);
        using var stream = new MemoryStream(bytes);
        var table = await TypedTable.Read(stream, "relevés.xlsx", "fr", new Etabli.Application.Files.FileLimits(), Stop);
        Assert.Equal(["Cause", "Valeur", "Date"], table.Heading);
        Assert.Equal(["=1+1", "12.5", "2026-01-23"], table.Lines[0].Cells);
        Assert.Equal(["Rayure", "", ""], table.Lines[1].Cells);
    }

    [Fact]
    public async Task The_watch_at_P3_comes_in_unedited_and_allows_464_seconds_its_pinched_seal_left_out_with_its_reason()
    {
        var id = await Begin(StudyKind.TimeStudy);
        await shop.By(shop.Clean, (DescribeStudy g) => g.Run(new(id, "P3", "", null, null, new Dictionary<string, string> { ["TimeUnit"] = "Centiminute", ["AllowancePercent"] = "11", ["RoutingSeconds"] = "445" }), Stop));
        await Fill(id, SheetKind.Timings, await Text("12_chrono_P3.csv"));
        var (reading, said) = (await Read(id), await Answers("chrono_P3"));
        Assert.Equal(said.GetProperty("temps_alloue_s").GetDecimal(), Math.Round(Fact(reading, "StandardTime")!.Value, 1));
        Assert.Equal(said.GetProperty("temps_normal_total_cmin").GetDecimal(), Math.Round(Fact(reading, "NormalTime")!.Value, 2));
        Assert.Equal((59m, 1m, 0m), (Fact(reading, "TimesCounted"), Fact(reading, "TimesLeftOut"), Fact(reading, "TimesSuspect")));
        var left = Assert.Single(reading.Lacks);
        Assert.Equal("TimeLeftOut", left.Key);
        Assert.Contains("c, cycle 7", left.About, StringComparison.Ordinal);
        Assert.Contains("joint pincé", left.About, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_nobody_leaves_out_counts_and_is_named_as_suspect()
    {
        var id = await Begin(StudyKind.TimeStudy);
        var kept = (await Text("12_chrono_P3.csv")).Replace("\"joint pincé, remonté (événement exceptionnel, à exclure)\"", "", StringComparison.Ordinal);
        await Fill(id, SheetKind.Timings, kept);
        var reading = await Read(id);
        Assert.Equal((60m, 1m), (Fact(reading, "TimesCounted"), Fact(reading, "TimesSuspect")));
        Assert.Contains(reading.Lacks, l => l.Key == "TimeSuspect" && l.About.Contains("c, cycle 7", StringComparison.Ordinal));
        Assert.Contains(reading.Lacks, l => l.Key == "AllowanceMissing");
    }

    [Fact]
    public async Task ROD1_seen_400_times_runs_61_5_percent_of_them()
    {
        var id = await Begin(StudyKind.WorkSampling);
        await Fill(id, SheetKind.Sightings, await Text("13_observations_instantanees.csv"));
        var (reading, said) = (await Read(id), await Answers("observations_instantanees"));
        Assert.Equal(said.GetProperty("n").GetDecimal(), Fact(reading, "Sightings"));
        Assert.Equal(said.GetProperty("p_marche").GetDecimal() * 100, Math.Round(Fact(reading, "FirstShare")!.Value, 2));
        Assert.Equal(said.GetProperty("precision_absolue_95").GetDecimal() * 100, Math.Round(Fact(reading, "FirstPrecision")!.Value, 2));
    }

    [Fact]
    public async Task The_operator_of_ROD1_has_105_seconds_noted_free_and_6_that_nobody_describes()
    {
        var id = await Begin(StudyKind.Simogram);
        await Fill(id, SheetKind.Sequences, await Text("14_simogramme_ROD1.csv"));
        var (reading, said) = (await Read(id), await Answers("simogramme_ROD1"));
        Assert.Equal(said.GetProperty("cycle_s").GetDecimal(), Fact(reading, "CycleTime"));
        Assert.Equal(said.GetProperty("taux_engagement_operateur_pct").GetDecimal(), Fact(reading, "OperatorEngaged"));
        Assert.Equal(said.GetProperty("taux_engagement_machine_pct").GetDecimal(), Fact(reading, "MachineEngaged"));
        Assert.Equal(said.GetProperty("temps_libre_operateur_s").GetDecimal(), Fact(reading, "OperatorFree"));
        Assert.Equal("6\u00A0s", Assert.Single(reading.Lacks).About);
    }

    [Fact]
    public async Task A_sequence_is_timed_by_its_table_and_a_card_that_does_not_ship_is_brought_in_the_second_sheet()
    {
        var id = await Begin(StudyKind.PredeterminedTimes);
        await Fill(id, SheetKind.Motions, "Geste;Séquence;Fréquence\nPrendre;A6 B6 G1 A1 B0 P3 A0;2\nPoser;A1 B0 G2 A1 B0 P1 A0;1");
        var wrong = await Read(id);
        Assert.Null(Fact(wrong, "MotionTime"));
        Assert.Contains("place 7", Assert.Single(wrong.Lacks, l => l.Key == "SequenceWrong").About, StringComparison.Ordinal);
        await Fill(id, SheetKind.Motions, "Geste;Séquence;Fréquence\nPrendre;XA1;2");
        await Fill(id, SheetKind.Card, "Code;TMU;Sens\nXA1;20;prendre");
        await shop.By(shop.Clean, (DescribeStudy g) => g.Run(new(id, "UAS", "", null, null, new Dictionary<string, string> { ["TimeCard"] = "OwnCard", ["CardVersion"] = "2024" }), Stop));
        var reading = await Read(id);
        Assert.Equal((1.44m, 40m), (Fact(reading, "MotionTime"), Fact(reading, "MotionTotal")));
        Assert.Contains("2024", reading.Pictures[0].Draw(new(Language.French)), StringComparison.Ordinal);
    }

    private Task<StudyId> Begin(StudyKind kind) => shop.By(shop.Clean, (BeginStudy g) => g.Run(new(kind, "Une étude"), Stop));

    private Task<SheetReading> Fill(StudyId id, SheetKind sheet, string text) => shop.By(shop.Clean, (FillSheet g) => g.Run(new(id, sheet, TypedTable.Read(text, "fr")), Stop));

    private Task<StudySheet> Find(StudyId id) => shop.By(shop.Clean, (StudySheet.Reader r) => r.Find(id, Stop));

    private async Task<StudyReading> Read(StudyId id)
    {
        var sheet = await Find(id);
        return StudyReading.Of(sheet.Study.Kind, sheet.Study.Content, sheet.Marks, Language.French, at => at);
    }

    private static decimal? Fact(StudyReading reading, string key) => reading.Facts.Single(f => f.Key == key).Value;

    private static Task<string> Text(string name) => File.ReadAllTextAsync(Path.Combine(Demo, name), Stop);

    private static async Task<JsonElement> Answers(string part) => JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Demo, "reponses.json"), Stop)).RootElement.GetProperty(part);
}
