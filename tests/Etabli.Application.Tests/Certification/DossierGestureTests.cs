using Etabli.Application.Certification.Assessments;
using Etabli.Application.Certification.Dossiers;
using Etabli.Application.Files;
using Etabli.Application.Improvement.Axes;
using Etabli.Application.Improvement.Diagnoses;
using Etabli.Application.Journal;
using Etabli.Application.Printing.Pages;
using Etabli.Application.Studies.Sheets;
using Etabli.Certification.Dossiers;
using Etabli.Improvement.Axes;
using Etabli.Improvement.Diagnoses;
using Etabli.People;
using Etabli.People.Files;
using Etabli.Studies.Sheets;
using Etabli.TestHouse;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PeopleRefusal = Etabli.People.Refusal;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Tests.Certification;

public sealed class DossierGestureTests : IAsyncLifetime
{
    private ExamDay day = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => day = await ExamDay.Open(Stop);

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Fact]
    public async Task A_dossier_comes_back_from_the_database_as_it_was_written()
    {
        var page = await day.By(day.Clean, (DossierPage.Reader r) => r.Find(day.Dossier, Stop));
        Assert.Equal(Stage.ModesTransmitted, page.Dossier.Stage);
        Assert.Equal(["B1", "B2", "B3"], page.Dossier.Blocks);
        Assert.Equal(("Vérins de Nulle-Part", "TUT"), (page.Dossier.Company!.Name, page.Dossier.Tutor!.Name));
        Assert.Null(page.Dossier.TrainingProvider);
        Assert.Equal("UIMM ressources", page.Dossier.Transmission!.To.Name);
        Assert.Equal(9, page.Dossier.Modes.Count);
    }

    [Fact]
    public async Task A_dossier_does_not_exist_for_another_centre_nor_for_an_operator_of_the_plant_nor_for_an_assessor_not_appointed()
    {
        foreach (var nobody in new[] { day.Stranger, day.A03, day.Eva })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => day.By(nobody, (DossierPage.Reader r) => r.Find(day.Dossier, Stop)));
            Assert.Empty((await day.By(nobody, (DossierList.Reader r) => r.Mine(null, null, null, Stop))).Dossiers);
        }
    }

    [Fact]
    public async Task Candidate_tutor_and_centre_find_the_dossier_in_their_list()
    {
        foreach (var somebody in new[] { day.Anne, day.Clean, day.Tutor })
        {
            var list = await day.By(somebody, (DossierList.Reader r) => r.Mine(Stage.ModesTransmitted, "cle", null, Stop));
            Assert.Equal(day.Dossier, Assert.Single(list.Dossiers).Id);
            Assert.Equal(1, list.Counts[Stage.ModesTransmitted]);
        }

        Assert.Empty((await day.By(day.Anne, (DossierList.Reader r) => r.Mine(Stage.Awarded, null, null, Stop))).Dossiers);
        Assert.Empty((await day.By(day.Anne, (DossierList.Reader r) => r.Mine(null, "100%", null, Stop))).Dossiers);
    }

    [Fact]
    public async Task What_is_handed_in_freezes_and_does_not_follow_the_work()
    {
        var id = await day.Link(Stop, "C2-METH-1");
        await day.Deposit(Stop);
        await day.By(day.Clean, (ChangeAxis g) => g.Run(
            new(day.Axis, new AxisWording("Autre libellé", "TRS 56,5 %", "TRS 72 %", new(2026, 2, 27), "K07", "supprimer les samedis")), Stop));
        var (_, evidence) = await day.By(day.Anne, (EvidenceSheet.Reader r) => r.Find(id, Stop));
        Assert.Contains("Débloquer le goulot", evidence.Json, StringComparison.Ordinal);
        Assert.True(evidence.Intact);
        Assert.NotNull(evidence.FrozenAt);
        var no = await Assert.ThrowsAsync<RefusalException>(() => day.By(day.Clean, (UnlinkEvidence g) => g.Run(new(id), Stop)));
        Assert.Equal(Refusal.EvidenceFrozen, no.Refusal);
    }

    [Fact]
    public async Task A_photo_handed_in_is_seen_by_the_commission_although_the_plant_keeps_its_own()
    {
        var photo = new FileId(Guid.CreateVersion7());
        await day.House.Insert(
            "insert into files.stored_file (id, organisation, owner, name, kind, media_type, size, sha256, at) values ($1, $2, $3, 'rodage.jpg', 'Jpeg', 'image/jpeg', 10, $4, now())",
            photo.Value, day.Vnp.Value, day.Clean.Value, Etabli.Certification.Fingerprints.Of("photo"));
        var seen = await day.By(day.Clean, (NoteObservation g) => g.Run(
            new(day.Project, new(new(2025, 10, 7), null, "ROD1", "Régleur cherche les pierres", Waste.Motion, null), [photo]), Stop));
        await day.By(day.Clean, (LinkEvidence g) => g.Run(new(day.Dossier, "observation", seen.Value, 1, ["C1-METH-1"]), Stop));
        await day.Appoint(Stop);
        await day.Deposit(Stop);
        var grid = await day.By(day.Eva, (CommissionGrid.Reader r) => r.Find(day.Dossier, Stop));
        var evidence = Assert.Single(grid.Rows[0].Criteria[0].Evidence);
        var kept = Assert.Single(evidence.Files);
        Assert.NotEqual(photo, kept);
        Assert.StartsWith("<svg", evidence.Svg, StringComparison.Ordinal);
        var file = Assert.Single(await day.By(day.Eva, (FileSheet.Reader r) => r.Find([photo, kept], Stop)));
        Assert.Equal((kept, Etabli.Certification.Fingerprints.Of("photo")), (file.Id, file.Sha256));
        Assert.Null(await day.By(day.Stranger, (FileSheet.Reader r) => r.Find(kept, Stop)));
    }

    [Fact]
    public async Task A_written_diagnosis_comes_into_the_report_as_pages_with_the_figures_of_its_project_and_a_later_change_reaches_none_of_them()
    {
        var study = await day.By(day.Clean, (BeginStudy g) => g.Run(new(StudyKind.Diagnosis, "Diagnostic du rodage", day.Project.Value), Stop));
        var written = new Dictionary<string, string> { ["Description"] = "Le tube est rodé.\n\nPuis il est tourné.", ["Sources"] = "64 jours d’arrêts", ["Means"] = "Chronométrage" };
        await day.By(day.Clean, (DescribeStudy g) => g.Run(new(study, "Diagnostic du rodage", "ROD1", new(2025, 9, 1), new(2025, 11, 28), written), Stop));
        await Fill(study, SheetKind.Facts, "Thème\tConstat\tMesure\tÉcart à la cible\tGravité\tPiste\nQualité\tRayures\t49 p\t+20 p\t3\tPierres\nFlux\tROD1 au-delà du takt\t534,5 s\t+9,5 s\t4\tSMED\nQualité\tConicité\t\t\t2\t");
        var walks = await day.By(day.Clean, (BeginStudy g) => g.Run(new(StudyKind.ProcessChart, "Déroulement du fût", day.Project.Value), Stop));
        await Fill(walks, SheetKind.ProcessSteps, "Étape\tSymbole\tDurée (min)\nDébit\topération\t2\nVers ROD1\ttransport\t1");
        await day.By(day.Clean, (BeginStudy g) => g.Run(new(StudyKind.Interviews, "Entretiens", day.Project.Value), Stop));
        var photo = new FileId(Guid.CreateVersion7());
        await day.House.Insert(
            "insert into files.stored_file (id, organisation, owner, name, kind, media_type, size, sha256, at) values ($1, $2, $3, 'rodage.jpg', 'Jpeg', 'image/jpeg', 10, $4, now())",
            photo.Value, day.Vnp.Value, day.Clean.Value, Etabli.Certification.Fingerprints.Of("photo"));
        await day.By(day.Clean, (NoteObservation g) => g.Run(new(day.Project, new(new(2025, 10, 7), null, "ROD1", "Régleur cherche les pierres", Waste.Motion, null), [photo]), Stop));

        // It is offered until it is taken in.
        Assert.Equal(study.Value, Assert.Single(await Offered()).Study);
        await day.By(day.Clean, (LinkEvidence g) => g.Run(new(day.Dossier, "study", study.Value, 1, ["C1-METH-1"]), Stop));
        Assert.Empty(await Offered());

        // While it is written, the candidate's pages follow the study.
        await Fill(walks, SheetKind.ProcessSteps, "Étape\tSymbole\tDurée (min)\nDébit\topération\t2\nVers ROD1\ttransport\t1\nRodage\topération\t8");
        var draft = (await Pages(day.Clean)).Diagnosis!;
        Assert.Contains("Rodage", draft.Plates.Single(p => p.Source == walks.Value).Svg, StringComparison.Ordinal);

        await day.Appoint(Stop);
        await day.Deposit(Stop);
        await Fill(study, SheetKind.Facts, "Thème\tConstat\tMesure\nCoûts\tTout autre chose\t1 €");
        await day.By(day.Clean, (DescribeStudy g) => g.Run(new(study, "Autre titre", "", null, null, new Dictionary<string, string>()), Stop));
        await Fill(walks, SheetKind.ProcessSteps, "Étape\tSymbole\nPlus rien\tattente");
        foreach (var reader in new[] { day.Clean, day.Eva, day.Anne })
        {
            var exhibit = await Pages(reader);
            var said = exhibit.Diagnosis!;
            Assert.Equal(("Diagnostic du rodage", "ROD1", "Le tube est rodé.\n\nPuis il est tourné.", "64 jours d’arrêts", "Chronométrage"), (said.Title, said.Scope, said.Description, said.Sources, said.Means));
            Assert.Equal(["Quality Rayures 49 p +20 p 3 Pierres", "Quality Conicité   2 ", "Flow ROD1 au-delà du takt 534,5 s +9,5 s 4 SMED"], said.Findings.Select(f => $"{f.Theme} {f.Fact} {f.Measured} {f.Gap} {f.Seriousness} {f.Lead}"));
            Assert.Equal(["Observation", "ProcessChart"], said.Plates.Select(p => p.Key).Order());
            var chart = said.Plates.Single(p => p.Key == "ProcessChart").Svg;
            Assert.Contains("Rodage", chart, StringComparison.Ordinal);
            Assert.DoesNotContain("Plus rien", chart, StringComparison.Ordinal);
            var kept = Assert.Single(exhibit.Files);
            Assert.NotEqual(photo, kept.File);
            Assert.Equal(said.Plates.Single(p => p.Key == "Observation").Photos, [kept.Sha256]);
        }

        Task<IReadOnlyList<ReportSheet.Written>> Offered() => day.By(day.Clean, async (ReportSheet.Reader r) => await r.Diagnoses(await r.Find(day.Dossier, Stop), Stop));

        async Task<ReportExhibit> Pages(PersonId reader) =>
            (await day.By(reader, (ReportPages.Reader r) => r.Find(day.Dossier, Stop))).Blocks.SelectMany(b => b.Chapters).SelectMany(c => c.Exhibits).Single();

        Task Fill(Etabli.Studies.StudyId id, SheetKind sheet, string table) => day.By(day.Clean, (FillSheet g) => g.Run(new(id, sheet, Etabli.Application.Plant.TypedTable.Read(table, "fr")), Stop));
    }

    [Fact]
    public async Task Not_even_the_owner_of_the_database_changes_frozen_evidence()
    {
        var id = await day.Link(Stop, "C2-METH-1");
        await day.Deposit(Stop);
        await Assert.ThrowsAsync<PostgresException>(() => day.House.Insert("update certification.evidence set title = 'Autre' where id = $1", id.Value));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(1, true)]
    public async Task A_report_after_the_deadline_is_taken_as_late(int hours, bool late)
    {
        Assert.Equal(late, (await day.Deposit(Stop, hours)).Late);
        var row = Assert.Single((await day.By(day.Anne, (DossierList.Reader r) => r.Mine(null, null, null, Stop))).Dossiers);
        Assert.Equal(late, row.Late);
    }

    [Fact]
    public async Task The_same_artefact_linked_again_serves_the_new_criteria_and_stays_one()
    {
        var first = await day.Link(Stop, "C2-METH-1");
        Assert.Equal(first, await day.Link(Stop, "C2-RES-2", "C3-METH-1"));
        var matrix = await day.By(day.Clean, (DossierMatrix.Reader r) => r.Find(day.Dossier, Stop));
        Assert.Equal(["C2-RES-2", "C3-METH-1"], Assert.Single(matrix.Evidence).Criteria);
        Assert.Equal((2, 61), (matrix.Supported, matrix.Evaluable));
        Assert.Equal(5, matrix.Rows[0].Cells.Count);
    }

    [Fact]
    public async Task Only_the_candidate_links_writes_and_hands_in_and_only_the_company_speaks()
    {
        await MustNot(() => day.By(day.Tutor, (LinkEvidence g) => g.Run(new(day.Dossier, "axis", day.Axis.Value, 2, ["C2-METH-1"]), Stop)));
        await MustNot(() => day.By(day.Anne, (WriteReportSection g) => g.Run(new(day.Dossier, "C1", "x", 0), Stop)));
        await MustNot(() => day.By(day.Anne, (DepositReport g) => g.Run(new(day.Dossier), Stop)));
        await MustNot(() => day.By(day.Clean, (GiveCompanyOpinion g) => g.Run(new(day.Dossier, OpinionSubject.Activity, "A1", true, "Bien."), Stop)));
        await MustNot(() => day.By(day.Clean, (SetReportDeadline g) => g.Run(new(day.Dossier, day.House.Clock.GetUtcNow().AddDays(3)), Stop)));
    }

    [Fact]
    public async Task Two_texts_written_over_the_same_one_are_told_and_the_first_stays()
    {
        Assert.Equal(1, await day.By(day.Clean, (WriteReportSection g) => g.Run(new(day.Dossier, "C1", "Premier.", 0), Stop)));
        var no = await Assert.ThrowsAsync<RefusalException>(() => day.By(day.Clean, (WriteReportSection g) => g.Run(new(day.Dossier, "C1", "Second.", 0), Stop)));
        Assert.Equal(Refusal.SectionChangedMeanwhile, no.Refusal);
        var (_, section) = await day.By(day.Clean, (ReportSheet.Reader r) => r.Find(day.Dossier, "C1", Stop));
        Assert.Equal(("Premier.", 1), (section.Text, section.Number));
    }

    [Fact]
    public async Task A_text_not_handed_in_is_read_by_the_candidate_alone()
    {
        await day.By(day.Clean, (WriteReportSection g) => g.Run(new(day.Dossier, "C1", "Brouillon.", 0), Stop));
        Assert.Equal("", (await day.By(day.Anne, (ReportSheet.Reader r) => r.Find(day.Dossier, Stop))).Sections[0].Text);
        await day.Deposit(Stop);
        Assert.Equal("Brouillon.", (await day.By(day.Anne, (ReportSheet.Reader r) => r.Find(day.Dossier, Stop))).Sections[0].Text);
    }

    [Fact]
    public async Task An_opinion_sent_twice_is_one_and_tells_its_author_and_role()
    {
        var id = Guid.CreateVersion7();
        for (var i = 0; i < 2; i++)
        {
            await day.By(day.Tutor, (GiveCompanyOpinion g) => g.Run(new(day.Dossier, OpinionSubject.Activity, "A1", true, "Présent.", id), Stop));
        }

        var opinion = Assert.Single((await day.By(day.Anne, (DossierPage.Reader r) => r.Find(day.Dossier, Stop))).Dossier.CompanyOpinions);
        Assert.Equal(("TUT", Etabli.People.Persons.Role.Tutor), (opinion.Author.Name, opinion.AuthorRole));
    }

    [Fact]
    public async Task Every_act_is_journalled_with_the_dossier_and_the_candidate_can_tell_who_read_it()
    {
        await day.Link(Stop, "C2-METH-1");
        await day.Deposit(Stop);
        await day.By(day.Tutor, (DossierPage.Reader r) => r.Find(day.Dossier, Stop));
        var story = await day.By(day.Anne, (JournalPage.Reader r) => r.Of("dossier", day.Dossier.Value, null, Stop));
        Assert.Equal(["report.deposited", "report.deadline-set", "evidence.linked"], story.Entries.Select(e => e.Act));
        var readers = await day.House.As(day.Clean, s => House.Db(s).Database.SqlQuery<Guid>($"""select person as "Value" from journal.reading where dossier = {day.Dossier.Value}""").ToListAsync(Stop));
        Assert.Contains(day.Tutor.Value, readers);
    }

    private static async Task MustNot(Func<Task> act) => Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(act)).Refusal);
}
