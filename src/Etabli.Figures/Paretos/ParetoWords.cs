using Etabli.Figures.Ink;

namespace Etabli.Figures.Paretos;

internal sealed record ParetoWords(string Nothing, string ClassA, string Of, string Detail, string More)
{
    internal static ParetoWords In(Language language) => language == Language.English ? English : French;

    /// <summary>How many of the bars, by what they are.</summary>
    internal static string Counted(Language language, int count, ParetoBarsAre what)
    {
        var (one, many) = (language == Language.English, what) switch
        {
            (true, ParetoBarsAre.Stations) => ("station", "stations"),
            (true, ParetoBarsAre.Shifts) => ("shift", "shifts"),
            (true, ParetoBarsAre.Classes) => ("class of causes", "classes of causes"),
            (true, ParetoBarsAre.Hindrances) => ("hindrance", "hindrances"),
            (true, _) => ("cause", "causes"),
            (_, ParetoBarsAre.Stations) => ("poste", "postes"),
            (_, ParetoBarsAre.Shifts) => ("équipe", "équipes"),
            (_, ParetoBarsAre.Classes) => ("classe de causes", "classes de causes"),
            (_, ParetoBarsAre.Hindrances) => ("irritant", "irritants"),
            _ => ("cause", "causes"),
        };
        return language.Counted(count, one, many);
    }

    private static ParetoWords French { get; } = new(
        "Aucune cause. Saisissez les premiers relevés pour les classer.",
        "classe A",
        "{0} sur {1} font {2} du total.",
        "Détail",
        "et {0} autres");

    private static ParetoWords English { get; } = new(
        "No cause. Enter the first records to rank them.",
        "class A",
        "{0} of {1} make {2} of the total.",
        "Detail",
        "and {0} more");
}
