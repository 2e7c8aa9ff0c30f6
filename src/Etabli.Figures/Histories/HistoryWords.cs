using Etabli.Figures.Ink;

namespace Etabli.Figures.Histories;

internal sealed record HistoryWords(string Nothing, string Target, string Reading, string FirstToLast, string Broken)
{
    internal static HistoryWords In(Language language) => language == Language.English ? English : French;

    private static HistoryWords French { get; } = new(
        "Aucune valeur. Notez la première pour tracer la série.", "cible", "{0} valeurs en {1} séries.", "du premier au dernier", "axe coupé : il ne part pas de zéro");

    private static HistoryWords English { get; } = new("No value. Note the first one to draw the series.", "target", "{0} values in {1} series.", "from first to last", "axis cut: it does not start at zero");
}
