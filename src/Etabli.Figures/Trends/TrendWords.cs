using Etabli.Figures.Ink;

namespace Etabli.Figures.Trends;

internal sealed record TrendWords(
    string Target,
    string HigherIsBetter,
    string LowerIsBetter,
    string Nothing,
    string OneWeek,
    string Broken,
    string Missing,
    string MissingOne,
    string Gap,
    string NoTarget,
    string WeekOne,
    string WeekMany,
    string Reading,
    string ReadingNoTarget,
    string ReadingNothing)
{
    internal static TrendWords In(Language language) => language == Language.English ? English : French;

    private static TrendWords French { get; } = new(
        "cible",
        "plus haut, mieux c’est",
        "plus bas, mieux c’est",
        "Aucune semaine mesurée. Saisissez la première valeur pour tracer la série.",
        "Une seule semaine : il en faut deux pour lire une tendance",
        "axe coupé : il ne part pas de zéro",
        "{0} semaines sans valeur",
        "1 semaine sans valeur",
        "écart",
        "aucune cible",
        "semaine",
        "semaines",
        "Dernière valeur {0} en {1}, cible {2}, écart {3}, sur {4}.",
        "Dernière valeur {0} en {1}, sans cible, sur {4}.",
        "Aucune valeur.");

    private static TrendWords English { get; } = new(
        "target",
        "higher is better",
        "lower is better",
        "No week measured. Enter the first value to draw the series.",
        "One week only: a trend needs two",
        "broken axis: it does not start at zero",
        "{0} weeks without a value",
        "1 week without a value",
        "gap",
        "no target",
        "week",
        "weeks",
        "Last value {0} in {1}, target {2}, gap {3}, over {4}.",
        "Last value {0} in {1}, no target, over {4}.",
        "No value.");
}
