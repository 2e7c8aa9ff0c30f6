using Etabli.Figures.Ink;
using Etabli.Figures.ProductionTypes;
using Etabli.Figures.RoutingGaps;
using Etabli.Figures.WorkBreakdowns;

namespace Etabli.Figures.Tests;

/// <summary>Works taken apart, routings compared, products placed: the demonstration plant, and what is awkward to draw.</summary>
internal static class SampleBreakdown
{
    private const string Endless = "Un libellé bien trop long pour la place qui lui est laissée dans cette figure étroite";

    internal static IReadOnlyDictionary<string, Func<Language, string>> All { get; } = new Dictionary<string, Func<Language, string>>
    {
        ["work-breakdown"] = language => BrokenWorkDrawing.Draw(Post(true), Samples.Framed(language, "Décomposition du poste P3", 190, "Poste P3", null)),
        ["work-breakdown-today"] = language => BrokenWorkDrawing.Draw(Post(false), new Sheet(language, 150)),
        ["work-breakdown-dark"] = language => BrokenWorkDrawing.Draw(Post(true), new Sheet(language, 190, Palette: Palette.Dark)),
        ["work-breakdown-many"] = language => BrokenWorkDrawing.Draw(new BrokenWork(Endless, "TMU", [.. Enumerable.Range(0, 90).Select(i => new BrokenElement(Endless, i * 1234.5m, (ElementWorth)(i % 4), (ElementIdea)(i % 5), i % 7 == 0 ? i * 999m : null, i % 3 == 0 ? Endless : ""))]), new Sheet(language, 150)),
        ["work-breakdown-zero"] = language => BrokenWorkDrawing.Draw(new BrokenWork("Rien", "s", [new BrokenElement("Rien", 0, ElementWorth.Waste, ElementIdea.Eliminate, null)]), new Sheet(language, 150)),
        ["work-breakdown-empty"] = language => BrokenWorkDrawing.Draw(new BrokenWork("Décomposition", "s", []), new Sheet(language, 150)),
        ["motion-economy"] = language => MotionEconomyDrawing.Draw(new MotionEconomy("Poste P3", [new(1, true), new(9, false, "La clé n’a pas de place fixe", "Tracer son ombre sur l’établi"), new(11, true), new(17, false, "La main gauche tient le piston", "Un vé de maintien"), new(22, true)]), Samples.Framed(language, "Économie des gestes au poste P3", 190, "Poste P3", null)),
        ["motion-economy-blank"] = language => MotionEconomyDrawing.Draw(new MotionEconomy("Poste P3", []), new Sheet(language, 150)),
        ["motion-economy-dark"] = language => MotionEconomyDrawing.Draw(new MotionEconomy(Endless, [.. Enumerable.Range(1, 22).Select(i => new SeenPrinciple(i, i % 3 == 0 ? null : i % 2 == 0, Endless, Endless))]), new Sheet(language, 150, Palette: Palette.Dark)),
        ["routing-gap"] = language => RoutingGapDrawing.Draw(Routing(), Samples.Framed(language, "Écarts à la gamme, poste P3", 190, "5 tâches", null)),
        ["routing-gap-dark"] = language => RoutingGapDrawing.Draw(Routing(), new Sheet(language, 190, Palette: Palette.Dark)),
        ["routing-gap-many"] = language => RoutingGapDrawing.Draw(new RoutingGapChart(Endless, "dmh", [.. Enumerable.Range(0, 50).Select(i => new RoutingGapRow($"{i}", Endless, i * 100m, i % 9 == 0 ? null : i * 111m) { Low = i % 4 == 0 ? null : (i - 20) * 90m, High = i % 4 == 0 ? null : i * 130m, Differs = i % 4 == 0 ? null : i % 2 == 0 })]), new Sheet(language, 150)),
        ["routing-gap-empty"] = language => RoutingGapDrawing.Draw(new RoutingGapChart("Écarts", "s", []), new Sheet(language, 150)),
        ["production-types"] = language => ProductionMapDrawing.Draw(Made(language), Samples.Framed(language, "Types de production, vérins 50/28", 190, "3 produits", null)),
        ["production-types-dark"] = language => ProductionMapDrawing.Draw(Made(language), new Sheet(language, 190, Palette: Palette.Dark)),
        ["production-types-many"] = language => ProductionMapDrawing.Draw(new ProductionMap(Endless, [.. Enumerable.Range(0, 45).Select(i => new PlacedProduct(Endless, (decimal)Math.Pow(10, 7 - i * 0.2), i < 10 ? 3 : i < 20 ? 2 : i < 30 ? 1 : 0, (decimal)Math.Pow(10, 5 - i * 0.2), i % 3 == 0 ? null : i * 3.5m, Endless))], Kinds(language), [10, 300, 10_000]), new Sheet(language, 150)),
        ["production-types-empty"] = language => ProductionMapDrawing.Draw(new ProductionMap("Types de production", [], Kinds(language), [10, 300, 10_000]), new Sheet(language, 150)),
    };

    private static BrokenWork Post(bool planned) => new("Poste P3, pré-assemblage du piston", "s", [.. DemoPlant.Rows("11_taches_montage").Where(r => r["poste_actuel"] == "P3").Select(r => new BrokenElement(
        r["libelle"], DemoPlant.Number(r["temps_s"]), r["classe_va"] == "VA" ? ElementWorth.ValueAdding : ElementWorth.Necessary,
        !planned ? ElementIdea.None : r["n"] == "6" ? ElementIdea.Eliminate : r["n"] == "11" ? ElementIdea.Simplify : ElementIdea.None, planned && r["n"] == "11" ? 120 : null, planned && r["n"] == "11" ? "cône de montage" : ""))]);

    // What the study of the demonstration measured, in its answers: normal times × 1.11 × 0.6.
    private static RoutingGapChart Routing() => new("Chronométrage de P3 · OP100", "s",
    [
        new("6", "Ébavurer le chanfrein, lubrifier la tige", 64, 61.9m) { Low = 59.5m, High = 64.4m, Differs = false },
        new("10", "Engager la tête sur la tige", 88, 92.3m) { Low = 88.5m, High = 96.1m, Differs = true },
        new("11", "Monter les joints de piston", 152, 168.0m) { Low = 161.4m, High = 174.5m, Differs = true },
        new("12", "Monter les segments porteurs", 84, 83.4m) { Low = 79.6m, High = 87.3m, Differs = false },
        new("13", "Monter le joint piston-tige", 57, 58.4m) { Low = 55.9m, High = 60.8m, Differs = false },
    ]);

    private static ProductionMap Made(Language language) => new("Vérins 50/28", [.. new[] { ("V50-200", 10_560m), ("V50-350", 6_336m), ("V50-500", 4_224m) }.Select(p => new PlacedProduct(p.Item1, p.Item2, p.Item2 > 10_000 ? 3 : 2, p.Item2 / 44, p.Item2 / 24, "chrono, MTM-UAS, BasicMOST"))], Kinds(language), [10, 300, 10_000]) { Notes = [Endless] };

    private static string[] Kinds(Language language) => language == Language.French ? ["unitaire", "petite série", "moyenne série", "grande série"] : ["unit", "small series", "medium series", "large series"];
}
