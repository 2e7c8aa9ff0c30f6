using Etabli.Figures.Ink;

namespace Etabli.Figures.DowntimeTimelines;

internal sealed record DowntimeWords(string Nothing, string Unclassed, string Stopped, string Reading, string One, string Many, string NoStop, string Merged)
{
    internal static DowntimeWords In(Language language) => language == Language.English ? English : French;

    private static DowntimeWords French { get; } = new(
        "Aucun poste suivi. Choisissez un poste pour voir ses arrêts dans le temps.",
        "à qualifier",
        "arrêts",
        "{0}, {1} min au total ; {2} à qualifier.",
        "arrêt",
        "arrêts",
        "aucun arrêt",
        "Arrêts nombreux : chaque trait montre la classe qui y dure le plus.");

    private static DowntimeWords English { get; } = new(
        "No machine followed. Choose one to see its stops in time.",
        "to classify",
        "stops",
        "{0}, {1} min in all; {2} to classify.",
        "stop",
        "stops",
        "no stop",
        "Many stops: each stroke shows the class that lasts longest in it.");
}
