using Etabli.Figures.Ink;

namespace Etabli.Figures.Layouts;

internal sealed record LayoutWords(string Nothing, string NoTrip, string Actor, string Way, string Trips, string Times, string OneWay, string Total, string Reading, string StationOne, string StationMany)
{
    internal static LayoutWords In(Language language) => language == Language.English ? English : French;

    private static LayoutWords French { get; } = new(
        "Aucun poste. Placez le premier sur le plan, puis donnez l’échelle.",
        "Aucun trajet. Suivez une personne pendant une heure et notez le premier.",
        "Qui",
        "Trajet",
        "Allers-retours",
        "Fois",
        "Aller",
        "Total",
        "{0} parcourus, {1} ; le plus long total : {2}, {3}.",
        "poste",
        "postes");

    private static LayoutWords English { get; } = new(
        "No station. Put the first one on the plan, then give the scale.",
        "No trip. Follow somebody for an hour and note the first one.",
        "Who",
        "Way",
        "Round trips",
        "Times",
        "One way",
        "Total",
        "{0} walked, {1}; the longest total: {2}, {3}.",
        "station",
        "stations");
}
