using Etabli.Figures.Ink;

namespace Etabli.Figures.ScatterPlots;

internal sealed record ScatterWords(string Nothing, string Fit, string Confidence, string Prediction, string Reading, string ReadingFit, string Thinned)
{
    internal static ScatterWords In(Language language) => language == Language.English ? English : French;

    private static ScatterWords French { get; } = new(
        "Aucun couple de valeurs. Relevez les deux grandeurs ensemble pour voir si elles vont ensemble.",
        "courbe ajustée",
        "confiance de la moyenne à {0}",
        "prédiction d’une valeur à {0}",
        "{0} couples, {1} selon {2}.",
        "{0} couples, {1} selon {2} : {3}, R² = {4}.",
        "{0} couples : ceux qui se couvrent sont tracés une fois.");

    private static ScatterWords English { get; } = new(
        "No pair of values. Note both quantities together to see whether they go together.",
        "fitted curve",
        "{0} confidence of the mean",
        "{0} prediction of one value",
        "{0} pairs, {1} against {2}.",
        "{0} pairs, {1} against {2}: {3}, R² = {4}.",
        "{0} pairs: those that cover one another are drawn once.");
}
