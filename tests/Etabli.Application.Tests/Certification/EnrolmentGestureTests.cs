using Etabli.Application.Certification.Dossiers;
using Etabli.Application.Certification.Enrolments;
using Etabli.Application.Journal;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.TestHouse;
using Microsoft.EntityFrameworkCore;
using PeopleRefusal = Etabli.People.Refusal;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Tests.Certification;

public sealed class EnrolmentGestureTests : IAsyncLifetime
{
    private EnrolmentDesk desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await EnrolmentDesk.Open(Stop);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task An_enrolled_candidate_is_seen_by_the_parties_of_the_dossier_and_by_nobody_else()
    {
        var id = await desk.Enrol(desk.Clean, Stop);
        foreach (var who in new[] { desk.Officer, desk.Clean, desk.Tutor, desk.Trainer })
        {
            Assert.Equal("CLEAN", (await desk.By(who, (DossierPage.Reader r) => r.Find(id, Stop))).Dossier.Candidate.Name);
        }

        foreach (var who in new[] { desk.Stranger, desk.Meth, desk.A03, desk.Res })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => desk.By(who, (DossierPage.Reader r) => r.Find(id, Stop)));
        }
    }

    [Fact]
    public async Task Enrolling_on_a_standard_that_expired_is_refused_until_a_reasoned_waiver_is_recorded()
    {
        var order = desk.Order(desk.Rncp28228, desk.Clean);
        var no = await Assert.ThrowsAsync<RefusalException>(() => desk.By(desk.Officer, (Enrol g) => g.Run(order, Stop)));
        Assert.Equal(Refusal.OutsideValidity, no.Refusal);
        Assert.Contains(new DateOnly(2022, 4, 21), no.About);
        no = await Assert.ThrowsAsync<RefusalException>(() => desk.By(desk.Officer, (Enrol g) => g.Run(order with { ValidityWaiver = "parce que" }, Stop)));
        Assert.Equal(Refusal.ReasonTooShort, no.Refusal);
        Assert.Equal(0, await desk.House.As(desk.Officer, s => House.Db(s).Dossiers.CountAsync(Stop)));

        var id = await desk.By(desk.Officer, (Enrol g) => g.Run(order with { ValidityWaiver = "Parcours commencé avant l’échéance du 21 avril 2022" }, Stop));
        var page = await desk.By(desk.Officer, (DossierPage.Reader r) => r.Find(id, Stop));
        Assert.Equal("R05", Assert.Single(page.Dossier.Waivers).Rule);
    }

    [Fact]
    public async Task Only_the_officer_of_the_centre_enrols_there()
    {
        foreach (var who in new[] { desk.Stranger, desk.Clean, desk.Tutor, desk.Res })
        {
            var no = await Assert.ThrowsAsync<RefusalException>(() => desk.By(who, (Enrol g) => g.Run(desk.Order(desk.Lean, desk.Clean), Stop)));
            Assert.Equal(PeopleRefusal.NotAllowed, no.Refusal);
        }
    }

    [Fact]
    public async Task A_tutor_whom_the_company_does_not_name_is_not_there()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Officer, (Enrol g) => g.Run(desk.Order(desk.Lean, desk.Clean) with { Tutor = desk.A03 }, Stop)));
    }

    [Fact]
    public async Task A_form_sent_twice_enrols_once()
    {
        var order = desk.Order(desk.Lean, desk.Clean) with { Id = Guid.CreateVersion7() };
        var first = await desk.By(desk.Officer, (Enrol g) => g.Run(order, Stop));
        var second = await desk.By(desk.Officer, (Enrol g) => g.Run(order, Stop));
        Assert.Equal(first, second);
        Assert.Equal(1, await desk.House.As(desk.Officer, s => House.Db(s).Dossiers.CountAsync(Stop)));
    }

    [Fact]
    public async Task Modes_are_defined_agreed_transmitted_and_acknowledged_each_by_whom_it_belongs_to()
    {
        var id = await desk.Enrol(desk.Clean, Stop);
        await MustBeRefused(() => desk.By(desk.Tutor, (DefineModes g) => g.Run(new(id, EnrolmentDesk.OnProject()), Stop)));
        await desk.By(desk.Officer, (DefineModes g) => g.Run(new(id, EnrolmentDesk.OnProject()), Stop));
        await MustBeRefused(() => desk.By(desk.Clean, (AgreeModes g) => g.Run(new(id, ModesParty.Company), Stop)));
        await desk.By(desk.Tutor, (AgreeModes g) => g.Run(new(id, ModesParty.Company), Stop));
        var no = await Assert.ThrowsAsync<RefusalException>(() => desk.By(desk.Officer, (TransmitModes g) => g.Run(new(id, desk.Resources), Stop)));
        Assert.Equal(Refusal.AgreementMissing, no.Refusal);
        await desk.By(desk.Trainer, (AgreeModes g) => g.Run(new(id, ModesParty.TrainingProvider), Stop));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Res, (AcknowledgeTransmission g) => g.Run(new(id), Stop)));
        await desk.By(desk.Officer, (TransmitModes g) => g.Run(new(id, desk.Resources), Stop));
        await desk.By(desk.Res, (AcknowledgeTransmission g) => g.Run(new(id), Stop));

        var dossier = (await desk.By(desk.Res, (DossierPage.Reader r) => r.Find(id, Stop))).Dossier;
        Assert.Equal(Stage.ModesTransmitted, dossier.Stage);
        Assert.NotNull(dossier.Transmission!.AcknowledgedAt);
        var story = await desk.By(desk.Officer, (JournalPage.Reader r) => r.OfDossier(id.Value, null, Stop));
        Assert.Equal(["modes.acknowledged", "modes.transmitted", "modes.agreed", "modes.agreed", "modes.defined", "dossier.enrolled"],
            story.Entries.Select(e => e.Act).Where(a => a.StartsWith("modes", StringComparison.Ordinal) || a == "dossier.enrolled"));
    }

    [Fact]
    public async Task Changing_the_modes_takes_the_agreements_back()
    {
        var id = await desk.Enrol(desk.Clean, Stop);
        await desk.By(desk.Officer, (DefineModes g) => g.Run(new(id, EnrolmentDesk.OnProject()), Stop));
        await desk.By(desk.Tutor, (AgreeModes g) => g.Run(new(id, ModesParty.Company), Stop));
        await desk.By(desk.Officer, (DefineModes g) => g.Run(new(id, EnrolmentDesk.OnProject()), Stop));
        Assert.Empty((await desk.By(desk.Officer, (DossierPage.Reader r) => r.Find(id, Stop))).Dossier.ModesAgreements);
    }

    [Fact]
    public async Task A_reconstructed_situation_is_not_for_a_standard_that_does_not_foresee_it()
    {
        var id = await desk.Enrol(desk.Clean, Stop);
        var plan = EnrolmentDesk.OnProject().Select(m => m with { Modes = [AssessmentMode.ReconstructedSituation], Justification = "aucune ligne disponible cette année" }).ToList();
        var no = await Assert.ThrowsAsync<RefusalException>(() => desk.By(desk.Officer, (DefineModes g) => g.Run(new(id, plan), Stop)));
        Assert.Equal(Refusal.ModeNotForeseen, no.Refusal);
    }

    [Fact]
    public async Task Another_centre_s_dossier_does_not_exist_for_any_gesture()
    {
        var id = await desk.Enrol(desk.Clean, Stop);
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Stranger, (DefineModes g) => g.Run(new(id, EnrolmentDesk.OnProject()), Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Stranger, (TransmitModes g) => g.Run(new(id, desk.Resources), Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Stranger, (WaiveRule g) => g.Run(new(id, "R12", "motif assez long pour passer"), Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Stranger, (NameTutor g) => g.Run(new(id, desk.Tutor), Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Stranger, (Abandon g) => g.Run(new(id, "fini"), Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Stranger, (ReEnrol g) => g.Run(new(id), Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Stranger, (AnswerVaeRequest g) => g.Run(new(id, EligibilityAnswer.Eligible), Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => desk.By(desk.Stranger, (EnrolEligible g) => g.Run(new(id), Stop)));
        await MustBeRefused(() => desk.By(desk.Stranger, (RecordBirthDate g) => g.Run(new(desk.Centre, desk.Clean, new(1988, 5, 17)), Stop)));
    }

    [Fact]
    public async Task A_vae_is_a_request_first_then_eligible_then_enrolled()
    {
        var request = desk.Order(desk.Lean, desk.Meth) with { Company = null, TrainingProvider = null, Tutor = null };
        var id = await desk.By(desk.Officer, (FileVaeRequest g) => g.Run(new(request), Stop));
        var no = await Assert.ThrowsAsync<RefusalException>(() => desk.By(desk.Officer, (EnrolEligible g) => g.Run(new(id), Stop)));
        Assert.Equal(Refusal.VaeNotEligible, no.Refusal);
        await desk.By(desk.Officer, (AnswerVaeRequest g) => g.Run(new(id, EligibilityAnswer.Incomplete, "il manque les attestations d’emploi"), Stop));
        await MustBeRefused(() => desk.By(desk.Officer, (AnswerVaeRequest g) => g.Run(new(id, EligibilityAnswer.Completed), Stop)));
        await desk.By(desk.Meth, (AnswerVaeRequest g) => g.Run(new(id, EligibilityAnswer.Completed), Stop));
        await desk.By(desk.Officer, (AnswerVaeRequest g) => g.Run(new(id, EligibilityAnswer.Eligible), Stop));
        await desk.By(desk.Officer, (EnrolEligible g) => g.Run(new(id), Stop));
        Assert.Equal(Stage.Enrolled, (await desk.By(desk.Meth, (DossierPage.Reader r) => r.Find(id, Stop))).Dossier.Stage);
    }

    [Fact]
    public async Task A_candidate_gives_up_their_own_dossier_and_the_reason_is_kept()
    {
        var id = await desk.Enrol(desk.Clean, Stop);
        await MustBeRefused(() => desk.By(desk.Tutor, (Abandon g) => g.Run(new(id, "il n’a pas le temps"), Stop)));
        await desk.By(desk.Clean, (Abandon g) => g.Run(new(id, "changement de poste"), Stop));
        var dossier = (await desk.By(desk.Officer, (DossierPage.Reader r) => r.Find(id, Stop))).Dossier;
        Assert.Equal("changement de poste", dossier.AbandonReason);
    }

    [Fact]
    public async Task A_birth_date_is_written_once()
    {
        await desk.By(desk.Officer, (RecordBirthDate g) => g.Run(new(desk.Centre, desk.Clean, new(1988, 5, 17)), Stop));
        await desk.By(desk.Officer, (RecordBirthDate g) => g.Run(new(desk.Centre, desk.Clean, new(1999, 1, 1)), Stop));
        Assert.Equal(new DateOnly(1988, 5, 17), await desk.House.As(desk.Officer, s => House.Db(s).Persons.Where(p => p.Id == desk.Clean).Select(p => p.BirthDate).SingleAsync(Stop)));
    }

    private static async Task MustBeRefused(Func<Task> gesture) =>
        Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(gesture)).Refusal);
}
