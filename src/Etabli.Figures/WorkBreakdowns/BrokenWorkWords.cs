using Etabli.Figures.Ink;

namespace Etabli.Figures.WorkBreakdowns;

internal sealed record BrokenWorkWords(string Nothing, string One, string Many, string Today, string After, string Element, string Worth, string Idea, string Total, IReadOnlyList<string> Worths, IReadOnlyList<string> ShortWorths, IReadOnlyList<string> Ideas, string More)
{
    internal static BrokenWorkWords In(Language language) => language == Language.English ? English : French;

    private static BrokenWorkWords French { get; } = new(
        "Aucun élément. Notez chaque élément du travail avec son temps, puis ce qu’il vaut pour le client.", "élément", "éléments", "Aujourd’hui", "Après", "Élément", "Valeur", "ECRS", "Ensemble",
        ["non jugé", "valeur ajoutée", "NVA nécessaire", "gaspillage"], ["?", "VA", "NVAN", "NVA"], ["", "Éliminer", "Combiner", "Réarranger", "Simplifier"], "Et {0} autres éléments, dans la feuille.");

    private static BrokenWorkWords English { get; } = new(
        "No element. Note each element of the work with its time, then what it is worth to the customer.", "element", "elements", "Today", "After", "Element", "Worth", "ECRS", "Together",
        ["not judged", "value adding", "necessary", "waste"], ["?", "VA", "NNVA", "NVA"], ["", "Eliminate", "Combine", "Rearrange", "Simplify"], "And {0} other elements, in the sheet.");
}
