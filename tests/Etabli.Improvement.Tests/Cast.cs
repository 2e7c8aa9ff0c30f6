using Etabli.Improvement.Actions;
using Etabli.Improvement.Indicators;
using Etabli.Improvement.Projects;
using Etabli.People;

namespace Etabli.Improvement.Tests;

/// <summary>The people and the project of the demonstration plant, as the tests need them.</summary>
internal static class Cast
{
    internal static readonly OrganisationId Vnp = new(Guid.Parse("0197a000-0000-7000-8000-000000000001"));
    internal static readonly PersonId Clean = new(Guid.Parse("0197a000-0000-7000-8000-000000000002"));
    internal static readonly PersonId Meth = new(Guid.Parse("0197a000-0000-7000-8000-000000000003"));
    internal static readonly ProjectId Vérins = new(Guid.Parse("0197a000-0000-7000-8000-000000000004"));
    internal static readonly DateOnly Today = new(2026, 1, 23);
    internal static readonly DateTimeOffset Evening = new(2026, 1, 23, 17, 42, 0, TimeSpan.Zero);

    internal static Project NewProject() => new(
        Vérins, Vnp, "Vérins 50/28", "Raccourcir le délai de 33,75 à 20 jours", Clean, "CLEAN", new(2025, 12, 1), new(2026, 2, 27), Evening);

    internal static ActionWording Chariot() => new("X1", "Fabriquer le chariot de changement", "chariot en service, liste 5S", Meth, "METH", PdcaStep.Do);

    internal static PlannedAction NewAction(DateOnly due) => new(
        new(Guid.Parse("0197a000-0000-7000-8000-000000000005")), Vérins, Vnp, "AC02", Chariot(), due, Clean, Evening);

    internal static IndicatorCard Trs() => new(
        BoardLetter.D, "TRS rodage", "Taux de rendement synthétique ROD1", "Décider quels arrêts attaquer", "tU/tR", "%",
        Frequency.Weekly, 72m, TargetDirection.AtLeast, "15, 16", Meth, "PROD");

    internal static Indicator NewIndicator(IndicatorCard? card = null) => new(
        new(Guid.Parse("0197a000-0000-7000-8000-000000000006")), Vérins, Vnp, "K07", card ?? Trs(), Clean, Evening);
}
