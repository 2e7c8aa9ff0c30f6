using Etabli.Figures.Ink;

namespace Etabli.Figures.OeeCascades;

internal sealed record OeeWords
{
    internal required string Nothing { get; init; }
    internal required string Total { get; init; }
    internal required string Opening { get; init; }
    internal required string Required { get; init; }
    internal required string Running { get; init; }
    internal required string Net { get; init; }
    internal required string Useful { get; init; }
    internal required IReadOnlyList<string> Kinds { get; init; }
    internal required string OfRequired { get; init; }
    internal required string Convention { get; init; }
    internal required string Gain { get; init; }
    internal required string Target { get; init; }
    internal required string Ratios { get; init; }
    internal required string Reading { get; init; }
    internal required (string Code, string Name, string Formula) Availability { get; init; }
    internal required (string Code, string Name, string Formula) Performance { get; init; }
    internal required (string Code, string Name, string Formula) Quality { get; init; }
    internal required (string Code, string Name, string Formula) Oee { get; init; }
    internal required (string Code, string Name, string Formula) Overall { get; init; }
    internal required (string Code, string Name, string Formula) All { get; init; }

    internal static OeeWords In(Language language) => language == Language.English ? English : French;

    private static OeeWords French { get; } = new()
    {
        Nothing = "Aucun temps. Saisissez le temps d’ouverture et les arrêts pour tracer la cascade.",
        Total = "Temps total",
        Opening = "Temps d’ouverture",
        Required = "Temps requis",
        Running = "Temps de fonctionnement",
        Net = "Temps net",
        Useful = "Temps utile",
        Kinds = ["fermeture", "arrêts planifiés", "arrêts propres", "arrêts induits", "écarts de cadence", "non-qualité"],
        OfRequired = "% de tR",
        Convention = "Convention",
        Gain = "Une perte négative est un gain : vérifiez la cadence de référence.",
        Target = "cible",
        Ratios = "Taux",
        Reading = "{0} : TRS {1}, soit DO {2} × TP {3} × TQ {4}.",
        Availability = ("DO", "disponibilité", "tF / tR"),
        Performance = ("TP", "performance", "tN / tF"),
        Quality = ("TQ", "qualité", "tU / tN"),
        Oee = ("TRS", "rendement synthétique", "tU / tR"),
        Overall = ("TRG", "rendement global", "tU / tO"),
        All = ("TRE", "rendement économique", "tU / tT"),
    };

    private static OeeWords English { get; } = new()
    {
        Nothing = "No time. Enter the opening time and the stops to draw the cascade.",
        Total = "Total time",
        Opening = "Opening time",
        Required = "Required time",
        Running = "Running time",
        Net = "Net time",
        Useful = "Useful time",
        Kinds = ["closure", "planned stops", "own stops", "induced stops", "pace losses", "poor quality"],
        OfRequired = "% of tR",
        Convention = "Convention",
        Gain = "A loss below zero is a gain: check the reference pace.",
        Target = "target",
        Ratios = "Rates",
        Reading = "{0}: OEE {1}, which is A {2} × P {3} × Q {4}.",
        Availability = ("A", "availability", "tF / tR"),
        Performance = ("P", "performance", "tN / tF"),
        Quality = ("Q", "quality", "tU / tN"),
        Oee = ("OEE", "equipment effectiveness", "tU / tR"),
        Overall = ("OOE", "operations effectiveness", "tU / tO"),
        All = ("TEEP", "total effectiveness", "tU / tT"),
    };
}
