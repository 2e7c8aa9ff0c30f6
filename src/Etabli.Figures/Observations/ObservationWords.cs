using Etabli.Figures.Ink;

namespace Etabli.Figures.Observations;

internal sealed record ObservationWords(
    string Title,
    string Place,
    string Day,
    string Fact,
    string Waste,
    string Measure,
    string Observer,
    string Seen,
    string Times,
    string NoPhoto,
    string NoMeasure,
    string NoWaste,
    IReadOnlyDictionary<Waste, string> Wastes)
{
    internal static ObservationWords In(Language language) => language == Language.English ? English : French;

    private static ObservationWords French { get; } = new(
        "Observation terrain",
        "Lieu",
        "Vu le",
        "Constat",
        "Gaspillage",
        "Mesure",
        "Par",
        "Déjà vu",
        "fois",
        "sans photo",
        "non chiffrée",
        "non classé",
        new Dictionary<Waste, string>
        {
            [Observations.Waste.Overproduction] = "surproduction",
            [Observations.Waste.Waiting] = "attente",
            [Observations.Waste.Transport] = "transport",
            [Observations.Waste.Overprocessing] = "surtraitement",
            [Observations.Waste.Inventory] = "stock",
            [Observations.Waste.Motion] = "mouvement",
            [Observations.Waste.Defect] = "défaut",
            [Observations.Waste.UnusedSkill] = "compétence inutilisée",
        });

    private static ObservationWords English { get; } = new(
        "Floor observation",
        "Place",
        "Seen on",
        "Fact",
        "Waste",
        "Measure",
        "By",
        "Seen",
        "times",
        "no photo",
        "no number",
        "not classified",
        new Dictionary<Waste, string>
        {
            [Observations.Waste.Overproduction] = "overproduction",
            [Observations.Waste.Waiting] = "waiting",
            [Observations.Waste.Transport] = "transport",
            [Observations.Waste.Overprocessing] = "overprocessing",
            [Observations.Waste.Inventory] = "inventory",
            [Observations.Waste.Motion] = "motion",
            [Observations.Waste.Defect] = "defect",
            [Observations.Waste.UnusedSkill] = "unused skill",
        });
}
