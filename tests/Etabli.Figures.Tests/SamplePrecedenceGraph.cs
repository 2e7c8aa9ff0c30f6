using Etabli.Figures.Ink;
using Etabli.Figures.PrecedenceGraphs;

namespace Etabli.Figures.Tests;

/// <summary>The precedences of the demonstration line, and what is awkward to lay out.</summary>
internal static class SamplePrecedenceGraph
{
    private const string Endless = "Un libellé bien trop long pour la place qui lui est laissée dans cette figure étroite";

    internal static IReadOnlyDictionary<string, Func<Language, string>> All { get; } = new Dictionary<string, Func<Language, string>>
    {
        ["precedence-graph"] = language => PrecedenceGraphDrawing.Draw(Line(language), Samples.Framed(language, "Antériorités de la ligne M", 400, "25 tâches", "14/10/2025")),
        ["precedence-graph-dark"] = language => PrecedenceGraphDrawing.Draw(Line(language), new Sheet(language, 277, Palette: Palette.Dark)),
        ["precedence-graph-narrow"] = language => PrecedenceGraphDrawing.Draw(Line(language), new Sheet(language, 150)),
        ["precedence-graph-alone"] = language => PrecedenceGraphDrawing.Draw(new("Sans lien", [new("1", Endless, 12.345m, []), new("2", "", 0, []), new("OP-30-bis", Endless, 99_999, [], Endless)]), new Sheet(language)),
        ["precedence-graph-wide"] = language => PrecedenceGraphDrawing.Draw(Ladder(), new Sheet(language, 400)),
        ["precedence-graph-too-long"] = language => PrecedenceGraphDrawing.Draw(new("Quarante à la file", [.. Enumerable.Range(0, 40).Select(i => new PrecedenceTask($"{i}", "", 1, i == 0 ? [] : [$"{i - 1}"]))]), new Sheet(language, 150)),
        ["precedence-graph-empty"] = language => PrecedenceGraphDrawing.Draw(new("Rien", []), new Sheet(language)),
    };

    internal static PrecedenceGraph Line(Language language) =>
        new(language == Language.French ? "Ligne M, ordre de montage du vérin 50/28" : "Line M, order of assembly of cylinder 50/28", [.. DemoPlant.Rows("11_taches_montage").Select(r => new PrecedenceTask(
            r["n"], r["libelle"], DemoPlant.Number(r["temps_s"]), r["predecesseurs"].Split(' ', StringSplitOptions.RemoveEmptyEntries), r["poste_actuel"]))])
        { Stations = ["P1", "P2", "P3", "P4", "P5", "P6"] };

    // Every task waits for up to four of those before it, near and far.
    private static PrecedenceGraph Ladder() =>
        new("Soixante tâches", [.. Enumerable.Range(0, 60).Select(i => new PrecedenceTask($"{i + 1}", "Monter", 5 + i * 7 % 31, [.. new[] { i - 4, i - 5, i - 9, i - 23 }.Where(b => b >= 0 && (i * 31 + b) % 3 != 0).Select(b => $"{b + 1}")], $"P{1 + i / 7}"))]) { Unit = "cmin" };
}
