using Etabli.Figures.Ink;

namespace Etabli.Figures.Paretos;

internal sealed record ParetoWords(string Nothing, string ClassA, string Cause, string Causes, string Of, string Detail, string More)
{
    internal static ParetoWords In(Language language) => language == Language.English ? English : French;

    private static ParetoWords French { get; } = new(
        "Aucune cause. Saisissez les premiers relevés pour les classer.",
        "classe A",
        "cause",
        "causes",
        "{0} sur {1} font {2} du total.",
        "Détail",
        "et {0} autres");

    private static ParetoWords English { get; } = new(
        "No cause. Enter the first records to rank them.",
        "class A",
        "cause",
        "causes",
        "{0} of {1} make {2} of the total.",
        "Detail",
        "and {0} more");
}
