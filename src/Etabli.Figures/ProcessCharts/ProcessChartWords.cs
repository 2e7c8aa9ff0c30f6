using Etabli.Figures.Ink;

namespace Etabli.Figures.ProcessCharts;

internal sealed record ProcessChartWords(
    string Nothing,
    string Number,
    string Step,
    string Distance,
    string Duration,
    string Wait,
    string Quantity,
    string Remark,
    string Before,
    string After,
    string Gain,
    string Count,
    string Total,
    IReadOnlyList<string> Symbols,
    IReadOnlyList<string> Ideas)
{
    internal static ProcessChartWords In(Language language) => language == Language.English ? English : French;

    private static ProcessChartWords French { get; } = new(
        "Aucune étape. Suivez la pièce et notez la première : opération, transport, contrôle, attente ou stockage.",
        "N°",
        "Étape",
        "Distance",
        "Durée",
        "Attente",
        "Quantité",
        "Observation",
        "Avant",
        "Après",
        "Gain",
        "Nombre",
        "Total",
        ["Opération", "Transport", "Contrôle", "Attente", "Stockage"],
        ["Éliminer", "Combiner", "Réarranger", "Simplifier"]);

    private static ProcessChartWords English { get; } = new(
        "No step. Follow the part and note the first: operation, transport, inspection, delay or storage.",
        "No.",
        "Step",
        "Distance",
        "Time",
        "Wait",
        "Quantity",
        "Remark",
        "Before",
        "After",
        "Gain",
        "Count",
        "Total",
        ["Operation", "Transport", "Inspection", "Delay", "Storage"],
        ["Eliminate", "Combine", "Rearrange", "Simplify"]);
}
