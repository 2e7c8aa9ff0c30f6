using Etabli.Figures.Ink;

namespace Etabli.Figures.WorkSamplings;

internal sealed record WorkSamplingWords(string Nothing, string One, string Many, string Count, string Share, string More, string NoRound, string Round, string Rounds, string Seed)
{
    internal static WorkSamplingWords In(Language language) => language == Language.English ? English : French;

    private static WorkSamplingWords French { get; } = new(
        "Aucune observation. Tirez les heures des tournées, passez à chacune et notez l’état vu à l’instant du regard.",
        "observation", "observations", "vu", "part, à {0}\u202F%", "Et {0} autres états plus rares, dans la feuille.", "Aucune tournée tirée.", "tournée", "tournées", "graine {0}");

    private static WorkSamplingWords English { get; } = new(
        "No observation. Draw the moments of the rounds, go at each and note the state seen at that instant.",
        "observation", "observations", "seen", "share, at {0}%", "And {0} other, rarer states, in the sheet.", "No round drawn.", "round", "rounds", "seed {0}");
}
