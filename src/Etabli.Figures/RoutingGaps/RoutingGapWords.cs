using Etabli.Figures.Ink;

namespace Etabli.Figures.RoutingGaps;

internal sealed record RoutingGapWords(string Nothing, string One, string Many, string Routing, string Measured, string Gap, string Legend, string Differs, string Alike, string Total, string More)
{
    internal static RoutingGapWords In(Language language) => language == Language.English ? English : French;

    private static RoutingGapWords French { get; } = new(
        "Aucune tâche de la gamme n’a été chronométrée.", "tâche", "tâches", "gamme", "mesuré", "écart", "trait vertical\u00A0: gamme\u00A0; point et moustaches\u00A0: temps alloué mesuré et son intervalle à {0}\u202F%",
        "l’écart dépasse le hasard", "compatible avec la gamme", "Ensemble", "Et {0} autres tâches, dans le tableau.");

    private static RoutingGapWords English { get; } = new(
        "No task of the routing was timed.", "task", "tasks", "routing", "measured", "gap", "upright stroke: routing; dot and whiskers: measured standard time with its {0}% interval",
        "the gap is more than chance", "agrees with the routing", "Together", "And {0} other tasks, in the table.");
}
