using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Organisations;

namespace Etabli.Certification.Enrolments;

/// <summary>Why an enrolment is refused: the rule, the refusal, and what its sentence names (fr: motif de refus d'inscription).</summary>
public sealed record EnrolmentObstacle(string Rule, Refusal Refusal, IReadOnlyList<object> About);

/// <summary>Rules R01 to R06, R53 and R55 at the door (fr: règles d'inscription).</summary>
public static class EnrolmentRules
{
    /// <summary>Every obstacle, in the order of the rules; empty when the enrolment may be written.</summary>
    public static IReadOnlyList<EnrolmentObstacle> Check(Enrolment enrolment, StandardContent standard, IReadOnlyCollection<Waiver> waivers)
    {
        ArgumentNullException.ThrowIfNull(enrolment);
        ArgumentNullException.ThrowIfNull(standard);
        var obstacles = new List<EnrolmentObstacle>();
        if (enrolment.Route != AccessRoute.Vae && enrolment.Company is null && enrolment.TrainingProvider is null)
        {
            Add(obstacles, "R02", Refusal.IntermediaryMissing);
        }

        CheckBlocks(enrolment, standard, obstacles);
        if (!standard.IsOpen(enrolment.Route))
        {
            Add(obstacles, "R04", Refusal.RouteClosed, enrolment.Route);
        }

        if (standard.Qualification.Validity is { } validity && !validity.Covers(enrolment.On) && waivers.All(w => w.Rule != "R05"))
        {
            Add(obstacles, "R05", Refusal.OutsideValidity, standard.Qualification.ShortTitle, validity.From, validity.To);
        }

        if (Closed(enrolment.Territory, standard))
        {
            Add(obstacles, "R06", Refusal.TerritoryClosed, enrolment.Territory);
        }

        return obstacles;
    }

    /// <exception cref="RefusalException">The first obstacle.</exception>
    public static void MustPass(Enrolment enrolment, StandardContent standard, IReadOnlyCollection<Waiver> waivers)
    {
        if (Check(enrolment, standard, waivers) is [var first, ..])
        {
            throw new RefusalException(first.Refusal, [.. first.About]);
        }
    }

    private static void CheckBlocks(Enrolment enrolment, StandardContent standard, List<EnrolmentObstacle> obstacles)
    {
        foreach (var block in enrolment.Blocks.Concat(enrolment.CarriedOver.Select(c => c.Block)).Where(b => standard.FindBlock(b) is null))
        {
            Add(obstacles, "R03", Refusal.BlockUnknown, block);
        }

        var targets = enrolment.Targets(standard);
        if (targets.Count == 0)
        {
            Add(obstacles, "R03", Refusal.NoBlockTargeted);
        }

        foreach (var carried in enrolment.CarriedOver)
        {
            if (targets.Contains(carried.Block))
            {
                Add(obstacles, "R53", Refusal.CarriedOverBlockTargeted, carried.Block);
            }

            if (string.IsNullOrWhiteSpace(carried.RegisterNumber))
            {
                Add(obstacles, "R53", Refusal.CarriedOverWithoutProof, carried.Block);
            }
        }

        var covered = targets.Concat(enrolment.CarriedOver.Select(c => c.Block)).Distinct().Count();
        if (standard.Qualification.Rncp.Registered == false && covered < standard.Blocks.Count)
        {
            Add(obstacles, "R55", Refusal.BlocksNotSeparable);
        }
    }

    private static bool Closed(Territory territory, StandardContent standard)
    {
        var id = territory switch
        {
            Territory.NewCaledonia => "nouvelle_caledonie",
            Territory.FrenchPolynesia => "polynesie_francaise",
            _ => null,
        };
        return id is not null && standard.Qualification.Territories.Any(t => t.Id == id && !t.Open);
    }

    private static void Add(List<EnrolmentObstacle> obstacles, string rule, Refusal refusal, params object[] about) =>
        obstacles.Add(new(rule, refusal, about));
}
