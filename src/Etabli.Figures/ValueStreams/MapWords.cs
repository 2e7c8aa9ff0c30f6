using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

internal sealed record MapWords(
    string Nothing,
    string LeadTime,
    string Processing,
    string ValueAdded,
    string Ratio,
    string Takt,
    string Critical,
    string Bottleneck,
    string Outsourced,
    string More,
    string ProcessOne,
    string ProcessMany,
    string StockOne,
    string StockMany,
    string Differences)
{
    internal static MapWords In(Language language) => language == Language.English ? English : French;

    private static MapWords French { get; } = new(
        "Aucun processus. Ajoutez la première étape, puis les stocks, les clients et les fournisseurs.",
        "Délai",
        "Temps de traitement",
        "Temps à valeur ajoutée",
        "Ratio VA = VA ÷ délai",
        "Takt",
        "chemin critique",
        "goulot, cycle effectif au-dessus du takt",
        "sous-traité",
        "et {0} autres",
        "étape",
        "étapes",
        "stock",
        "stocks",
        "De l’un à l’autre");

    private static MapWords English { get; } = new(
        "No process. Add the first step, then the stocks, the customers and the suppliers.",
        "Lead time",
        "Processing time",
        "Value-adding time",
        "VA ratio = VA ÷ lead time",
        "Takt",
        "critical path",
        "bottleneck, effective cycle above the takt",
        "outsourced",
        "and {0} more",
        "step",
        "steps",
        "stock",
        "stocks",
        "From one to the other");
}
