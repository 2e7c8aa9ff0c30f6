using Etabli.Figures.Ink;

namespace Etabli.Figures.MotionSheets;

internal sealed record MotionWords(string Nothing, string Number, string What, string Hand, string Sequence)
{
    internal static MotionWords In(Language language) => language == Language.English ? English : French;

    private static MotionWords French { get; } = new("Aucun mouvement. Décrivez le premier geste et écrivez sa séquence : A6 B6 G1 A1 B0 P3 A0.", "N°", "Description", "Main", "Séquence");

    private static MotionWords English { get; } = new("No motion. Describe the first gesture and write its sequence: A6 B6 G1 A1 B0 P3 A0.", "No.", "Description", "Hand", "Sequence");
}
