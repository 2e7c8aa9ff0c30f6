using Etabli.Figures.Ink;

namespace Etabli.Figures.ManMachineCharts;

internal sealed record ManMachineWords(string Nothing, string Reading, IReadOnlyList<string> Kinds, IReadOnlyList<string> Letters, string Machines, string Cycle, string PiecesPerHour, string Operator, string Machine, string Outside, string SecondCycle)
{
    internal static ManMachineWords In(Language language) => language == Language.English ? English : French;

    private static ManMachineWords French { get; } = new(
        "Aucune séquence. Notez ce que font l’opérateur et la machine pendant un cycle, avec le début et la durée.", "Cycle de {0} s.",
        ["manuel", "technologique", "technico-manuel", "masqué", "attente", "série"], ["Tm", "Tt", "Ttm", "Tz", "", "Ts"],
        "Machines", "cycle, s", "pièces/h", "opérateur", "machine", "Hors cycle", "cycle suivant");

    private static ManMachineWords English { get; } = new(
        "No block. Note what operator and machine do in one cycle, with start and duration.", "Cycle of {0} s.",
        ["manual", "machine alone", "operator on machine", "overlapped", "waiting", "series"], ["Tm", "Tt", "Ttm", "Tz", "", "Ts"],
        "Machines", "cycle, s", "pieces/h", "operator", "machine", "Outside the cycle", "next cycle");
}
