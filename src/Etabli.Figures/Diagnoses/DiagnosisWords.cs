using Etabli.Figures.Ink;

namespace Etabli.Figures.Diagnoses;

internal sealed record DiagnosisWords(string Nothing, string NoAxis, string Theme, string Fact, string Measure, string Source, string Gap, string Seriousness, string Lead, string Unmeasured, string FactOne, string FactMany, string Reading, string Now, string Before)
{
    internal static DiagnosisWords In(Language language) => language == Language.English ? English : French;

    private static DiagnosisWords French { get; } = new(
        "Aucun constat. Notez le premier : un fait, sa mesure, sa source.",
        "Il faut trois axes au moins pour tracer un radar.",
        "Thème",
        "Constat",
        "Mesure",
        "Source",
        "Écart",
        "Gravité",
        "Piste",
        "constat non chiffré",
        "constat",
        "constats",
        "{0}, dont {1} non chiffrés.",
        "cette fois",
        "précédent");

    private static DiagnosisWords English { get; } = new(
        "No fact. Note the first one: a fact, its measure, its source.",
        "A radar needs three axes at least.",
        "Theme",
        "Fact",
        "Measure",
        "Source",
        "Gap",
        "Seriousness",
        "Lead",
        "fact without a number",
        "fact",
        "facts",
        "{0}, of which {1} without a number.",
        "this time",
        "before");
}
