using Etabli.Figures.Ink;
using Etabli.Figures.Yamazumis;

namespace Etabli.Figures.Tests;

/// <summary>The assembly line of the demonstration plant, and what is awkward to stack.</summary>
internal static class SampleYamazumi
{
    private const string Endless = "Un libellé bien trop long pour la place qui lui est laissée dans cette figure étroite";

    // A balance at 486 s, the shortest cycle of five posts.
    private static readonly string[] Balanced = ["5 7 9 11", "1 2 4 8 12 21", "6 10 13 14 15 16", "3 17 18 19 20", "22 23 24 25"];

    internal static IReadOnlyDictionary<string, Func<Language, string>> All { get; } = new Dictionary<string, Func<Language, string>>
    {
        ["yamazumi"] = language => YamazumiDrawing.Draw(Line(language), Samples.Framed(language, "Équilibrage de la ligne M", 400, "25 tâches", "14/10/2025")),
        ["yamazumi-compared"] = language => YamazumiDrawing.Draw(Compared(language), Samples.Framed(language, "Équilibrage de la ligne M", 400, "25 tâches", "14/10/2025")),
        ["yamazumi-compared-dark"] = language => YamazumiDrawing.Draw(Compared(language), new Sheet(language, 277, Palette: Palette.Dark)),
        ["yamazumi-60"] = language => YamazumiDrawing.Draw(Weighed(Many()), new Sheet(language, 400)),
        ["yamazumi-60-compared"] = language => YamazumiDrawing.Draw(Weighed(Many() with { Proposal = [.. Many().Posts.Take(45).Select((p, i) => p with { Name = "N" + (i + 1) })] }), new Sheet(language, 190)),
        ["yamazumi-over"] = language => YamazumiDrawing.Draw(Weighed(new Yamazumi("Une tâche plus longue que le takt", [new("P1", [new("1", "Roder", 600, BlockWorth.ValueAdding)], 2), new("P2", [new("2", "Attendre", 40, BlockWorth.Waste), new("3", "Contrôler", 240)], 1), new("P3", [])], 300) { Target = 0.9m }), new Sheet(language)),
        ["yamazumi-long-names"] = language => YamazumiDrawing.Draw(Weighed(new Yamazumi(Endless, [.. Enumerable.Range(0, 9).Select(p => new YamazumiPost(Endless, [.. Enumerable.Range(0, 12).Select(b => new YamazumiBlock("OP" + p + "-" + b, Endless, 4 + b * 9.37m, (BlockWorth)(b % 4)))], 12))], 12_345.678m) { Unit = "dmh", Target = 1.05m, Notes = [Endless], Proposal = [new(Endless + " bis", [new("OP1-11", Endless, 107.07m, BlockWorth.Waste)])] }), new Sheet(language, 150)),
        ["yamazumi-models"] = language => YamazumiDrawing.Draw(Models(language), Samples.Framed(language, "Équilibrage de la ligne M", 400, "25 tâches", "14/10/2025")),
        ["yamazumi-models-dark"] = language => YamazumiDrawing.Draw(Models(language) with { Proposal = [], ProposedBalance = null }, new Sheet(language, 277, Palette: Palette.Dark)),
        ["yamazumi-places"] = language => YamazumiDrawing.Draw(Places(language), new Sheet(language, 277)),
        ["yamazumi-zero"] = language => YamazumiDrawing.Draw(Weighed(new Yamazumi("Rien", [new("P1", [new("1", "", 0)])], 0)), new Sheet(language, 150)),
        ["yamazumi-empty"] = language => YamazumiDrawing.Draw(new Yamazumi("Équilibrage", [], 525), new Sheet(language)),
    };

    internal static Yamazumi Line(Language language) =>
        new(language == Language.French ? "Ligne M, montage du vérin 50/28" : "Line M, assembly of cylinder 50/28", [.. DemoPlant.Rows("11_taches_montage").GroupBy(r => r["poste_actuel"]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new YamazumiPost(g.Key, [.. g.Select(Block)], 1))], 525)
        {
            Target = 0.95m,
            Balance = new(6, 2386, 445, 2386m / 3150, 158.202m),
        };

    /// <summary>Three models: one is longer at every other post by a fifth, one shorter, and each may take so much at most.</summary>
    internal static Yamazumi Models(Language language)
    {
        var compared = Compared(language);
        YamazumiPost Told(YamazumiPost post, int at) => post with { ByModel = [post.Load * 0.94m, post.Load * (at % 2 == 0 ? 1.2m : 1.02m), post.Load * (at % 2 == 0 ? 1.04m : 1.14m)] };
        return compared with
        {
            Posts = [.. compared.Posts.Select(Told)],
            Proposal = [.. compared.Proposal.Select(Told)],
            Models = [new("50/28", 0.6m, 1.1m), new("63/36", 0.3m, 1), new("80/45 à chape longue", 0.1m)],
        };
    }

    /// <summary>Two operators who wait for each other, a station in two copies, named people, sides.</summary>
    internal static Yamazumi Places(Language language) => new("Postes à plusieurs", [
        new("P1", [new("1", "Monter le fond", 50, BlockWorth.ValueAdding), new("2", "Visser", 30, BlockWorth.Necessary)]) { Hand = "1", Worker = "Amélie" },
        new("P1", [new("3", "Graisser", 40, BlockWorth.ValueAdding)]) { Hand = "2", Worker = "Bakary", Busy = 85 },
        new("P2", [new("4", "Éprouver", 150, BlockWorth.Necessary)]) { Copies = 2, Worker = "Chloé et un nom bien trop long", Busy = 156 },
        new("P3", [new("5", "Emballer", 96, BlockWorth.Waste)])], 90)
    { Balance = new(5, 366, 96, 366m / 450, 40.5m) };

    internal static Yamazumi Compared(Language language)
    {
        var blocks = DemoPlant.Rows("11_taches_montage").ToDictionary(r => r["n"], Block);
        return Weighed(Line(language) with { Proposal = [.. Balanced.Select((numbers, i) => new YamazumiPost("M" + (i + 1), [.. numbers.Split(' ').Select(n => blocks[n])], 1))] });
    }

    /// <summary>With what its loads come to: the figure writes it, and computes none of it.</summary>
    internal static Yamazumi Weighed(Yamazumi figure)
    {
        YamazumiBalance Of(IReadOnlyList<YamazumiPost> posts)
        {
            List<decimal> loads = [.. posts.Select(p => p.Load)];
            return new(loads.Count, loads.Sum(), loads.Max(), figure.Takt <= 0 ? null : loads.Sum() / (loads.Count * figure.Takt), (decimal)Math.Sqrt(loads.Sum(l => Math.Pow((double)(loads.Max() - l), 2))));
        }

        return figure with { Balance = Of(figure.Posts), ProposedBalance = figure.Proposal.Count == 0 ? null : Of(figure.Proposal) };
    }

    internal static Yamazumi Many() =>
        new("Soixante postes", [.. Enumerable.Range(1, 60).Select(p => new YamazumiPost("P" + p, [.. Enumerable.Range(0, 1 + p % 9).Select(b => new YamazumiBlock($"{p}.{b}", "Monter", 8 + p * b * 7 % 23, (BlockWorth)(b % 4)))]))], 120);

    private static YamazumiBlock Block(IReadOnlyDictionary<string, string> row) =>
        new(row["n"], row["libelle"], DemoPlant.Number(row["temps_s"]), row["classe_va"] switch { "VA" => BlockWorth.ValueAdding, "NVAN" => BlockWorth.Necessary, _ => BlockWorth.Waste });
}
