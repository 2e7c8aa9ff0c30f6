using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;

namespace Etabli.Certification.Tests.Dossiers;

public class ModesTests
{
    private readonly World world = new();

    [Fact]
    public void The_coordinator_can_never_be_assessed_in_a_reconstructed_situation() =>
        World.Refused(Refusal.ModeNotForeseen, () => world.DefineModes(world.Enrolled(), AssessmentMode.ReconstructedSituation));

    [Fact]
    public void The_company_opinion_is_not_a_mode_one_chooses() =>
        World.Refused(Refusal.ModeNotForeseen, () => world.DefineModes(world.Enrolled(), AssessmentMode.CompanyOpinion));

    [Fact]
    public void A_reconstructed_situation_needs_a_written_reason()
    {
        var technician = new World(Seeds.Technician);
        var dossier = technician.Enrolled();
        World.Refused(Refusal.ExceptionalModeNeedsReason, () => technician.DefineModes(dossier, AssessmentMode.ReconstructedSituation));
        dossier.DefineModes(
            technician.Content,
            [.. technician.Content.Competences.Select(c => new PlannedModes(c.Id, [AssessmentMode.ReconstructedSituation], "Ligne arrêtée pour travaux jusqu'en mars."))],
            World.Officer.Id,
            World.Day(3));
        Assert.Equal(Stage.ModesDefined, dossier.Stage);
    }

    [Fact]
    public void A_competence_without_a_mode_stops_the_definition()
    {
        var dossier = world.Enrolled();
        World.Refused(Refusal.ModeMissing, () => dossier.DefineModes(
            world.Content, [new("C1", [AssessmentMode.RealWorkSituation], null)], World.Officer.Id, World.Day(3)));
    }

    [Fact]
    public void Modes_bear_only_on_the_competences_aimed_at()
    {
        var dossier = world.Enrolled(World.Enrolment() with { Blocks = ["B2"] });
        World.Refused(Refusal.CompetenceNotTargeted, () => dossier.DefineModes(
            world.Content,
            [.. new[] { "C4", "C5", "C6" }.Select(c => new PlannedModes(c, [AssessmentMode.RealWorkSituation], null))],
            World.Officer.Id,
            World.Day(3)));
        world.DefineModes(dossier, AssessmentMode.RealWorkSituation);
        Assert.Equal(["C4", "C5"], dossier.Modes.Select(m => m.Competence));
    }

    [Fact]
    public void Where_there_is_a_company_the_candidate_does_not_sign_in_its_place()
    {
        var dossier = world.Enrolled();
        world.DefineModes(dossier);
        World.Refused(Refusal.PartyDoesNotSign, () => dossier.AgreeModes(ModesParty.Candidate, World.Candidate, World.Day(3)));
    }

    [Fact]
    public void Nothing_is_transmitted_before_the_company_has_agreed()
    {
        var dossier = world.Enrolled();
        World.Refused(Refusal.ModesNotDefined, () => dossier.TransmitModes(World.Resources, World.Officer.Id, World.Day(4)));
        world.DefineModes(dossier);
        World.Refused(Refusal.AgreementMissing, () => dossier.TransmitModes(World.Resources, World.Officer.Id, World.Day(4)));
    }

    [Fact]
    public void A_training_provider_that_takes_part_agrees_too()
    {
        var dossier = world.Enrolled(World.Enrolment() with { TrainingProvider = new(new(world.Id()), "AFPI") });
        world.DefineModes(dossier);
        dossier.AgreeModes(ModesParty.Company, World.Tutor, World.Day(3));
        Assert.Equal([ModesParty.TrainingProvider], dossier.MissingAgreements());
    }

    [Fact]
    public void A_new_definition_takes_the_agreements_back()
    {
        var dossier = world.Enrolled();
        world.DefineModes(dossier);
        dossier.AgreeModes(ModesParty.Company, World.Tutor, World.Day(3));
        world.DefineModes(dossier, AssessmentMode.RealWorkSituation);
        Assert.Equal([ModesParty.Company], dossier.MissingAgreements());
    }

    [Fact]
    public void What_was_transmitted_is_not_defined_again() =>
        World.Refused(Refusal.ModesAlreadyTransmitted, () => world.DefineModes(world.Transmitted()));

    [Fact]
    public void No_commission_before_the_transmission_unless_the_order_is_waived()
    {
        var dossier = world.Enrolled();
        world.DefineModes(dossier);
        World.Refused(Refusal.ModesNotTransmitted, () => world.Commission(dossier));
        dossier.Waive(Waiver.Write("R12", "Centre de ressources fermé jusqu'au 15 novembre.", World.Officer, World.Day(4)));
        world.Commission(dossier);
        Assert.Equal(Stage.UnderAssessment, dossier.Stage);
    }

    [Fact]
    public void The_resource_centre_acknowledges_once()
    {
        var dossier = world.Transmitted();
        dossier.AcknowledgeTransmission(World.Officer.Id, World.Day(5));
        dossier.AcknowledgeTransmission(World.Officer.Id, World.Day(6));
        Assert.Equal(World.Day(5), dossier.Transmission!.AcknowledgedAt);
    }
}
