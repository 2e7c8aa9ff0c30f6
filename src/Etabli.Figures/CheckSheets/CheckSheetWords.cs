using Etabli.Figures.Ink;

namespace Etabli.Figures.CheckSheets;

internal sealed record CheckSheetWords(string Nothing, string NoMark, string Cause, string Zone, string Total, string Reading, string Heaviest, string Elsewhere)
{
    internal static CheckSheetWords In(Language language) => language == Language.English ? English : French;

    private static CheckSheetWords French { get; } = new(
        "Aucun relevé. Nommez les causes, puis faites un bâton à chaque fois que l’une se produit.",
        "Aucun défaut. Touchez le dessin là où se trouve le premier.",
        "Cause",
        "Zone",
        "Total",
        "{0} relevés en {1}",
        "le plus souvent : {0}, {1}",
        "hors zone");

    private static CheckSheetWords English { get; } = new(
        "No record. Name the causes, then make a stroke each time one happens.",
        "No defect. Touch the drawing where the first one is.",
        "Cause",
        "Zone",
        "Total",
        "{0} records in {1}",
        "most often: {0}, {1}",
        "elsewhere");
}
