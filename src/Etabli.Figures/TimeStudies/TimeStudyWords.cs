using Etabli.Figures.Ink;

namespace Etabli.Figures.TimeStudies;

internal sealed record TimeStudyWords(
    string Nothing, string Element, string Cycle, string Rating, string RunChart, string Mean, string Smallest, string Largest, string Deviation, string Coefficient, string Needed, string Frequency, string Standard,
    string Foreign, string Readings, string One, string Many, string Excluded, string Suspect, string Lines)
{
    internal static TimeStudyWords In(Language language) => language == Language.English ? English : French;

    private static TimeStudyWords French { get; } = new(
        "Aucun temps. Découpez le travail en éléments et notez le premier cycle : un temps et une allure par élément.",
        "Élément", "Temps observés par cycle", "allure dessous", "Suivi", "TN", "mini", "maxi", "σ", "σ/TN", "n / N", "f", "TA", "Éléments étrangers, non comptés",
        "{0} temps observés, {1} écartés, {2} à examiner.", "temps observé", "temps observés", "écarté", "à examiner", "En haut le temps lu, en bas l’allure.");

    private static TimeStudyWords English { get; } = new(
        "No time. Cut the work into elements and note the first cycle: a time and a rating for each element.",
        "Element", "Observed times by cycle", "rating below", "Run", "NT", "min", "max", "σ", "σ/NT", "n / N", "f", "ST", "Foreign elements, not counted",
        "{0} observed times, {1} left out, {2} to look into.", "observed time", "observed times", "left out", "to look into", "Above the time read, below the rating.");
}
