using System.Globalization;
using System.Xml.Linq;
using Etabli.Figures.Ink;
using Etabli.Figures.Yamazumis;

namespace Etabli.Figures.Tests;

/// <summary>What a stack of tasks owes its reader: true heights, the takt where it is, who does what.</summary>
public sealed class YamazumiTests
{
    [Fact]
    public void The_demonstration_line_is_loaded_as_its_table_says_and_its_balance_is_written_as_it_is_given()
    {
        var line = SampleYamazumi.Line(Language.French);
        Assert.Equal([425, 408, 445, 422, 374, 312], line.Posts.Select(p => p.Load));

        // Necessary without value: 62 + 78 + 45 + 70 + 64 + 54 + 48 + 90 + 66 = 577.
        Assert.Equal(Math.Round((2386m - 577) / 2386, 6), Math.Round(Yamazumi.ValueAdding(line.Posts)!.Value, 6));
        var drawn = Bare(Samples.All["yamazumi"](Language.French));
        Assert.All(["75,7 %", "158,2 s", "2 386 s", "Takt 525 s", "Cible 498,8 s", "445 s", "85 %"], said => Assert.Contains(said, drawn, StringComparison.Ordinal));
        Assert.Contains("75.7%", Samples.All["yamazumi"](Language.English), StringComparison.Ordinal);
        Assert.DoesNotContain("158,2", YamazumiDrawing.Draw(line with { Balance = null }, new Sheet(Language.French)), StringComparison.Ordinal);
        Assert.Null(Yamazumi.ValueAdding([new("A", [new("1", "", 30)]), new("B", [])]));
    }

    [Fact]
    public void Each_model_stands_beside_the_stack_of_its_post_as_high_as_it_is_long_the_highest_named_and_marked_above_its_maximum()
    {
        var figure = SampleYamazumi.Models(Language.French);
        var drawing = Drawn(Samples.All["yamazumi-models"](Language.French));
        var bars = drawing.Descendants().Where(e => e.Name.LocalName == "g" && Bare(e.Elements().First().Value) is var tip && figure.Posts.Concat(figure.Proposal).Any(p => figure.Models.Any(m => tip.StartsWith($"{p.Name}, {m.Name} :", StringComparison.Ordinal)))).ToList();
        Assert.Equal(33, bars.Count);
        var first = bars[1].Elements().First(e => e.Name.LocalName == "rect");
        Assert.Equal((double)figure.Posts[0].ByModel[1] * 0.25, Value(first, "height"), 0.02);
        var texts = DrawnText.In(drawing).Select(t => Bare(t.Text)).ToList();
        Assert.Contains("max 510 s", texts);
        Assert.Contains("50/28, 60 % du mix", texts);
        Assert.Contains(texts, t => t.StartsWith("modèle au-dessus", StringComparison.Ordinal));
        Assert.DoesNotContain("modèle au-dessus", YamazumiDrawing.Draw(figure with { Models = [.. figure.Models.Select(m => m with { Most = 1.2m })] }, new Sheet(Language.French, 400)), StringComparison.Ordinal);
    }

    [Fact]
    public void Operators_of_a_post_have_a_column_each_a_copied_post_its_own_takt_and_a_name_stands_under_its_place()
    {
        var drawing = Drawn(Samples.All["yamazumi-places"](Language.French));
        var texts = DrawnText.In(drawing).Select(t => Bare(t.Text)).ToList();
        Assert.All(["P1 · 1", "P1 · 2", "P2 ×2", "Amélie", "Bakary", "2 × takt", "+ 45 s", "Places de travail"], t => Assert.Contains(t, texts));

        // 156 s of 2 × 90 s: neither above; 96 s of 90 s is.
        Assert.Contains("87 %", texts);
        Assert.Contains("107 %", texts);
        YamazumiBlock a = new("a", "", 5), b = new("b", "", 9);
        var same = new Yamazumi("L", [new("P1", [a, b])], 10) { Proposal = [new("N1", [a]) { Hand = "1" }, new("N1", [b]) { Hand = "2" }] };
        Assert.Equal(["P1", "P1"], same.Continued());
        Assert.Empty(same.Moves());
    }

    [Theory]
    [InlineData("yamazumi")]
    [InlineData("yamazumi-compared")]
    public void Each_block_is_as_high_as_it_is_long_stands_on_the_one_before_and_a_second_is_a_quarter_of_a_millimetre(string figure)
    {
        var drawing = Drawn(Samples.All[figure](Language.French));
        var blocks = Blocks(drawing);
        Assert.Equal(figure == "yamazumi" ? 25 : 50, blocks.Count);
        Assert.All(blocks, b => Assert.Equal(b.Seconds * 0.25, b.Height, 0.02));
        foreach (var column in blocks.GroupBy(b => b.Left))
        {
            var stack = column.ToList();
            Assert.All(stack.Zip(stack.Skip(1)), p => Assert.Equal(p.First.Top, p.Second.Top + p.Second.Height, 0.02));
            Assert.Equal(stack.Sum(b => b.Seconds) * 0.25, Floor(drawing) - stack[^1].Top, 0.1);
        }

        var takt = Line(drawing, "Takt 525");
        Assert.Equal(525 * 0.25, Floor(drawing) - Value(takt, "y1"), 0.02);
        Assert.Equal(("0.7", Value(takt, "y1")), (takt.Attribute("stroke-width")!.Value, Value(takt, "y2")));
        var target = Line(drawing, "Cible");
        Assert.Equal(525 * 0.95 * 0.25, Floor(drawing) - Value(target, "y1"), 0.02);
        Assert.NotNull(target.Attribute("stroke-dasharray"));
    }

    [Theory]
    [InlineData("yamazumi")]
    [InlineData("yamazumi-compared")]
    [InlineData("yamazumi-compared-dark")]
    [InlineData("yamazumi-60")]
    [InlineData("yamazumi-60-compared")]
    [InlineData("yamazumi-over")]
    [InlineData("yamazumi-long-names")]
    [InlineData("yamazumi-models")]
    [InlineData("yamazumi-places")]
    public void No_label_leaves_its_block_and_a_low_block_has_its_number_alone(string figure)
    {
        foreach (var language in new[] { Language.French, Language.English })
        {
            foreach (var block in Blocks(Drawn(Samples.All[figure](language))))
            {
                Assert.All(block.Texts, t => Assert.True(t.Left >= block.Left && t.Right <= block.Left + block.Width && t.Top >= block.Top - 0.05 && t.Bottom <= block.Top + block.Height + 0.05, $"« {t.Text} » {block}"));
                Assert.True(block.Height >= 3 || block.Texts.Count == 0, block.ToString());
                Assert.True(block.Height is < 3 or >= 6 || block.Texts.All(t => t.Text == block.Number || t.Text.Contains('→', StringComparison.Ordinal)), block.ToString());
            }
        }
    }

    [Fact]
    public void A_task_longer_than_the_takt_stays_on_the_sheet_and_its_post_is_marked()
    {
        var drawing = Drawn(Samples.All["yamazumi-over"](Language.French));
        var block = Blocks(drawing).First();
        var takt = Value(Line(drawing, "Takt 300"), "y1");
        Assert.Equal(block.Height / 2, Floor(drawing) - takt, 0.05);
        Assert.True(block.Top > 0 && block.Top < takt);
        Assert.Contains("200\u202F%", drawing.ToString(), StringComparison.Ordinal);
        Assert.Contains("poste au-dessus du takt", drawing.ToString(), StringComparison.Ordinal);
        Assert.Contains("vide", drawing.ToString(), StringComparison.Ordinal);
        Assert.Contains("2\u00A0pers.", drawing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_posts_go_in_rows_of_one_scale_each_with_its_takt()
    {
        var drawing = Drawn(Samples.All["yamazumi-60"](Language.English));
        var blocks = Blocks(drawing);
        Assert.Equal(SampleYamazumi.Many().Posts.Sum(p => p.Blocks.Count), blocks.Count);
        var scale = blocks[0].Height / blocks[0].Seconds;
        Assert.All(blocks, b => Assert.Equal(b.Seconds * scale, b.Height, 0.05));
        var takts = drawing.Descendants().Where(e => e.Name.LocalName == "line" && e.Attribute("stroke-width")?.Value == "0.7").ToList();
        Assert.True(takts.Count > 1);
        var texts = DrawnText.In(drawing).Select(t => t.Text).ToHashSet();
        Assert.All(Enumerable.Range(1, 60), p => Assert.Contains("P" + p, texts));
    }

    [Fact]
    public void A_post_of_the_proposal_continues_the_one_whose_work_it_keeps_and_the_others_tasks_are_marked_as_moved()
    {
        var figure = SampleYamazumi.Compared(Language.French);
        Assert.Equal(["P2", "P1", "P4", "P5", "P6"], figure.Continued());
        Assert.Equal("3 6 8 10 11 12 13 17 18 22", string.Join(' ', figure.Moves().Select(m => m.Number).OrderBy(n => int.Parse(n, CultureInfo.InvariantCulture))));
        Assert.Contains(new YamazumiMove("11", "P3", "M1"), figure.Moves());
        var drawing = Drawn(YamazumiDrawing.Draw(figure, new Sheet(Language.French, 400)));
        Assert.Contains(DrawnText.In(drawing), t => t.Text == "P3→M1");
        Assert.Equal(10, Blocks(drawing).Count(b => b.Outlined));
        Assert.Contains("90,9", drawing.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Posts_that_keep_their_names_are_the_same_posts_and_a_new_one_continues_none()
    {
        YamazumiBlock a = new("a", "", 5), b = new("b", "", 9), c = new("c", "", 1);
        var figure = new Yamazumi("L", [new("P1", [a]), new("P2", [b])], 10) { Proposal = [new("P1", [b]), new("P2", [a]), new("P3", [c])] };
        Assert.Equal(["P1", "P2", null], figure.Continued());
        Assert.Equal([new("b", "P2", "P1"), new("a", "P1", "P2")], figure.Moves());
        Assert.Contains("nouveau", YamazumiDrawing.Draw(figure, new Sheet(Language.French)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Efficacité au takt", "Indice de lissage", "NVA-N, nécessaire sans valeur ajoutée", "Aujourd’hui", "Proposition", "tâche déplacée", "Cible")]
    [InlineData("en", "Efficiency at takt", "Smoothness index", "NVA-N, necessary without value added", "Today", "Proposal", "task moved", "Target")]
    public void It_speaks_the_language_of_its_sheet(string language, params string[] words)
    {
        var drawn = Samples.All["yamazumi-compared"](Language.Of(language));
        Assert.All(words, word => Assert.Contains(word, drawn, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_class_has_its_own_hatching()
    {
        var blocks = Blocks(Drawn(YamazumiDrawing.Draw(new Yamazumi("L", [new("P", [.. Enum.GetValues<BlockWorth>().Select(w => new YamazumiBlock(w.ToString(), "", 10, w))])], 50), new Sheet(Language.French))));
        Assert.Equal(4, blocks.Select(b => b.Fill.Split('-')[^1]).Distinct().Count());
        Assert.Equal(3, blocks.Count(b => b.Fill.StartsWith("url(", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_user_wrote_never_becomes_markup()
    {
        const string Hostile = "</text><script>alert(1)</script>\u0001\uD800\"'&";
        var figure = new Yamazumi(Hostile, [new(Hostile, [new(Hostile, Hostile, 50), new("1", Hostile, 90)])], 100) { Unit = Hostile, Notes = [Hostile], Period = Hostile, Proposal = [new("M", [new("1", Hostile, 90)])] };
        var drawing = Drawn(YamazumiDrawing.Draw(figure, new Sheet(Language.French, 400)));
        Assert.DoesNotContain(drawing.Descendants(), e => e.Name.LocalName == "script");
    }

    private static XDocument Drawn(string svg) => XDocument.Parse(svg);

    private static string Bare(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static double Floor(XDocument drawing) => drawing.Descendants().Where(e => e.Name.LocalName == "line" && e.Attribute("stroke-width")?.Value == "0.5").Max(e => Value(e, "y1"));

    private static XElement Line(XDocument drawing, string tip) => drawing.Descendants().First(e => e.Name.LocalName == "g" && e.Elements().First().Value.StartsWith(tip, StringComparison.Ordinal)).Elements().First(e => e.Name.LocalName == "line");

    /// <summary>A block is a group whose tip says its number and its time, without a colon as bars of models have; its first rectangle is the block itself.</summary>
    private static List<DrawnBlock> Blocks(XDocument drawing) =>
    [
        .. drawing.Descendants().Where(e => e.Name.LocalName == "g" && e.Elements().Skip(1).FirstOrDefault()?.Name.LocalName == "rect" && !e.Elements().First().Value.Contains(':', StringComparison.Ordinal)).Select(g =>
        {
            var rects = g.Elements().Where(e => e.Name.LocalName == "rect").ToList();
            var tip = g.Elements().First().Value;
            var words = Bare(tip).Split(", ");
            var seconds = words.Where(w => w.EndsWith(" s", StringComparison.Ordinal)).Select(w => w[..^2].Replace(',', '.').Replace(" ", "", StringComparison.Ordinal)).FirstOrDefault() ?? "0";
            return new DrawnBlock(Bare(tip).Split([' ', ','])[0], double.Parse(seconds, CultureInfo.InvariantCulture), Value(rects[0], "x"), Value(rects[0], "y"), Value(rects[0], "width"), Value(rects[0], "height"), rects[0].Attribute("fill")!.Value, rects.Exists(r => r.Attribute("fill")?.Value == "none"), [.. g.Elements().Where(e => e.Name.LocalName == "text").Select(t => DrawnText.In(new XDocument(t)).Single())]);
        }),
    ];

    private static double Value(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private sealed record DrawnBlock(string Number, double Seconds, double Left, double Top, double Width, double Height, string Fill, bool Outlined, IReadOnlyList<DrawnText> Texts);
}
