using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People.Organisations;

namespace Etabli.Certification.Tests.Enrolments;

public class EnrolmentTests
{
    private readonly World world = new();

    private static Waiver Late => Waiver.Write("R05", "Parcours engagé avant l'échéance de l'enregistrement.", World.Officer, World.Day(1));

    [Fact]
    public void A_formation_without_company_nor_training_provider_is_refused() =>
        World.Refused(Refusal.IntermediaryMissing, () => world.Enrolled(World.Enrolment(company: false)));

    [Fact]
    public void A_job_seeker_enrols_through_a_training_provider_alone()
    {
        var dossier = world.Enrolled(World.Enrolment(company: false) with { TrainingProvider = new(new(world.Id()), "AFPI") });
        Assert.Equal(ModesParty.Candidate, dossier.Signatory);
    }

    [Theory]
    [InlineData(AccessRoute.School)]
    [InlineData(AccessRoute.Apprenticeship)]
    [InlineData(AccessRoute.Individual)]
    public void A_closed_route_is_refused(AccessRoute route) =>
        World.Refused(Refusal.RouteClosed, () => world.Enrolled(World.Enrolment(route)));

    [Fact]
    public void By_default_every_block_is_aimed_at() => Assert.Equal(["B1", "B2", "B3"], world.Enrolled().Blocks);

    [Fact]
    public void One_block_alone_may_be_aimed_at() =>
        Assert.Equal(["B2"], world.Enrolled(World.Enrolment() with { Blocks = ["B2"] }).Blocks);

    [Fact]
    public void A_block_foreign_to_the_standard_is_refused() =>
        World.Refused(Refusal.BlockUnknown, () => world.Enrolled(World.Enrolment() with { Blocks = ["B9"] }));

    [Fact]
    public void The_Lean_animator_expired_on_21_April_2022_and_takes_nobody_in_2026()
    {
        var old = new World(Seeds.LeanAnimator);
        World.Refused(Refusal.OutsideValidity, () => old.Enrolled());
    }

    [Fact]
    public void A_reasoned_waiver_opens_an_expired_standard_and_stays_on_the_dossier()
    {
        var old = new World(Seeds.LeanAnimator);
        var dossier = old.Enrolled(null, Late);
        Assert.Equal("R05", Assert.Single(dossier.Waivers).Rule);
        Assert.Equal(Stage.Enrolled, dossier.Stage);
    }

    [Theory]
    [InlineData("2017-04-20", false)]
    [InlineData("2017-04-21", true)]
    [InlineData("2022-04-21", true)]
    [InlineData("2022-04-22", false)]
    public void Validity_counts_both_its_days(string day, bool accepted)
    {
        var old = new World(Seeds.LeanAnimator);
        var enrolment = World.Enrolment() with { On = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) };
        Assert.Equal(accepted, EnrolmentRules.Check(enrolment, old.Content, []).Count == 0);
    }

    [Fact]
    public void A_reason_of_nineteen_characters_waives_nothing() =>
        World.Refused(Refusal.ReasonTooShort, () => Waiver.Write("R05", "  dix-neuf caractèr  ", World.Officer, World.Day(1)));

    [Theory]
    [InlineData("R04")]
    [InlineData("R06")]
    [InlineData("R43")]
    [InlineData("R50")]
    public void A_binding_rule_cannot_be_waived(string rule) =>
        World.Refused(Refusal.RuleCannotBeWaived, () => Waiver.Write(rule, "Parce que le centre le souhaite vivement.", World.Officer, World.Day(1)));

    [Theory]
    [InlineData(Territory.NewCaledonia)]
    [InlineData(Territory.FrenchPolynesia)]
    public void New_Caledonia_and_French_Polynesia_are_closed_even_with_a_waiver_on_validity(Territory territory)
    {
        var old = new World(Seeds.TeamAnimator);
        World.Refused(Refusal.TerritoryClosed, () => old.Enrolled(World.Enrolment() with { Territory = territory }, Late));
    }

    [Fact]
    public void Overseas_territories_that_no_source_closes_are_open()
    {
        var old = new World(Seeds.TeamAnimator);
        Assert.Equal(Territory.Overseas, old.Enrolled(World.Enrolment() with { Territory = Territory.Overseas }, Late).Territory);
    }

    [Fact]
    public void A_block_acquired_for_life_is_carried_over_and_not_aimed_at_again()
    {
        var dossier = world.Enrolled(World.Enrolment() with { CarriedOver = [new("B1", "BLOC-2019-000007-71"), new("B3", "BLOC-2019-000008-68")] });
        Assert.Equal(["B2"], dossier.Blocks);
        World.Refused(Refusal.CarriedOverBlockTargeted, () => world.Enrolled(World.Enrolment() with { Blocks = ["B1"], CarriedOver = [new("B1", "N")] }));
    }

    [Fact]
    public void A_block_without_its_register_number_is_not_carried_over() =>
        World.Refused(Refusal.CarriedOverWithoutProof, () => world.Enrolled(World.Enrolment() with { CarriedOver = [new("B1", " ")] }));

    [Fact]
    public void Nothing_left_to_aim_at_is_refused() =>
        World.Refused(Refusal.NoBlockTargeted, () => world.Enrolled(World.Enrolment() with { CarriedOver = [new("B1", "1"), new("B2", "2"), new("B3", "3")] }));

    [Fact]
    public void Every_obstacle_is_told_at_once()
    {
        var old = new World(Seeds.LeanAnimator);
        var enrolment = World.Enrolment(AccessRoute.Individual, company: false) with { Territory = Territory.NewCaledonia };
        Assert.Equal(["R02", "R04", "R05", "R06"], EnrolmentRules.Check(enrolment, old.Content, []).Select(o => o.Rule));
    }

    [Fact]
    public void A_VAE_needs_no_company_but_must_be_eligible_first()
    {
        World.Refused(Refusal.VaeNotEligible, () => world.Enrolled(World.Enrolment(AccessRoute.Vae, company: false)));
        var enrolment = World.Enrolment(AccessRoute.Vae, company: false);
        var dossier = Dossier.Prepare(new(world.Id()), world.Standard, enrolment, World.Candidate.Id, World.Day(1));
        dossier.AnswerRequest(EligibilityAnswer.Eligible, null, World.Officer.Id, World.Day(1));
        dossier.Enrol(enrolment, world.Content, [], World.Officer.Id, World.Day(2));
        Assert.Equal(Stage.Enrolled, dossier.Stage);
    }
}
