using Etabli.Figures.Ink;

namespace Etabli.Figures.ProductionTypes;

internal sealed record ProductionMapWords(string Nothing, string One, string Many, string Yearly, string PerWeek, string Launches, string Method, string More)
{
    internal static ProductionMapWords In(Language language) => language == Language.English ? English : French;

    private static ProductionMapWords French { get; } = new("Aucun produit. Notez pour chacun la quantité par an.", "produit", "produits", "pièces/an", "cycles/sem.", "lancements/an", "mesure du temps", "Et {0} autres produits, dans la feuille.");

    private static ProductionMapWords English { get; } = new("No product. Note for each the quantity a year.", "product", "products", "pieces/year", "cycles/week", "launches/year", "time measurement", "And {0} other products, in the sheet.");
}
