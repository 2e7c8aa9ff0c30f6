using Etabli.Figures.Ink;

namespace Etabli.Figures.GaugeStudies;

internal sealed record GaugeWords(
    string Nothing,
    string Components,
    string Contribution,
    string Study,
    string Tolerance,
    string Verdict,
    string Good,
    string Conditional,
    string Bad,
    string OfStudy,
    string OfTolerance,
    string Categories,
    string Needed,
    string ByPart,
    string ByAppraiser,
    string Part,
    string Reading)
{
    internal static GaugeWords In(Language language) => language == Language.English ? English : French;

    private static GaugeWords French { get; } = new(
        "Aucune étude. Faites mesurer dix pièces par trois opérateurs pour connaître le moyen de mesure.",
        "Composantes de la variation",
        "% contribution",
        "% étude",
        "% tolérance",
        "R&R et zones de décision",
        "acceptable",
        "sous condition",
        "non acceptable",
        "de l’étude",
        "de la tolérance",
        "catégories distinctes (ndc)",
        "il en faut {0}",
        "Moyenne par pièce et par opérateur",
        "Valeurs par opérateur",
        "pièce",
        "R&R {0} de la variation de l’étude, {1} de la tolérance, ndc {2}.");

    private static GaugeWords English { get; } = new(
        "No study. Have ten parts measured by three operators to know the gauge.",
        "Components of variation",
        "% contribution",
        "% study",
        "% tolerance",
        "R&R and decision zones",
        "acceptable",
        "on conditions",
        "not acceptable",
        "of the study",
        "of the tolerance",
        "distinct categories (ndc)",
        "{0} are needed",
        "Mean by part and by operator",
        "Values by operator",
        "part",
        "R&R {0} of the study variation, {1} of the tolerance, ndc {2}.");
}
