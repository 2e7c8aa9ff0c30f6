using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Etabli.Figures.Ink;
using Etabli.Figures.PrecedenceGraphs;

namespace Etabli.Figures.Tests;

/// <summary>What a graph of precedences owes its reader: left to right, nothing over anything, the longest chain.</summary>
public sealed partial class PrecedenceGraphTests
{
    [Fact]
    public void Each_task_of_the_demonstration_line_stands_right_of_all_it_waits_for()
    {
        var line = SamplePrecedenceGraph.Line(Language.French);
        var boxes = Boxes("precedence-graph");
        Assert.Equal(25, boxes.Count);
        Assert.All(line.Tasks, t => Assert.All(t.After, before => Assert.True(boxes[before].Right < boxes[t.Number].Left, $"{before} → {t.Number}")));
        Assert.Equal(line.Tasks.Sum(t => t.After.Count), XDocument.Parse(Samples.All["precedence-graph"](Language.French)).Descendants().Count(e => e.Name.LocalName == "polygon"));
    }

    [Theory]
    [InlineData("precedence-graph")]
    [InlineData("precedence-graph-narrow")]
    [InlineData("precedence-graph-wide")]
    public void No_box_covers_another_and_no_arc_goes_through_one(string figure)
    {
        var boxes = Boxes(figure).Values.ToList();
        for (var i = 0; i < boxes.Count; i++)
        {
            Assert.DoesNotContain(boxes.Skip(i + 1), b => b.Left < boxes[i].Right && boxes[i].Left < b.Right && b.Top < boxes[i].Bottom && boxes[i].Top < b.Bottom);
        }

        // Where an arc passes a column it lies level, between the boxes.
        foreach (var path in XDocument.Parse(Samples.All[figure](Language.French)).Descendants().Where(e => e.Name.LocalName == "path"))
        {
            foreach (Match pass in Passing().Matches(path.Attribute("d")!.Value))
            {
                var (x, y) = (double.Parse(pass.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(pass.Groups[2].Value, CultureInfo.InvariantCulture));
                Assert.DoesNotContain(boxes, b => x < b.Right && x + 1 > b.Left && y > b.Top && y < b.Bottom);
            }
        }
    }

    [Fact]
    public void The_longest_chain_is_told_with_its_time()
    {
        // 7 → 9 → 10 → 14 → 15 → 16 → 18 → 19 → 23 → 25: 168 + 96 + 88 + 92 + 118 + 66 + 146 + 184 + 156 + 66 = 1180.
        var drawn = Samples.All["precedence-graph"](Language.French);
        Assert.Contains("chaîne la plus longue", drawn, StringComparison.Ordinal);
        Assert.Contains("1\u202F180", drawn, StringComparison.Ordinal);
        Assert.Contains("1,180", Samples.All["precedence-graph"](Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_that_wait_for_each_other_are_no_graph() =>
        Assert.Throws<ArgumentException>(() => PrecedenceGraphDrawing.Draw(new("Cercle", [new("1", "", 1, ["2"]), new("2", "", 1, ["1"])]), new Sheet(Language.French)));

    private static Dictionary<string, (double Left, double Top, double Right, double Bottom)> Boxes(string figure) =>
        XDocument.Parse(Samples.All[figure](Language.French)).Descendants().Where(e => e.Name.LocalName == "g" && e.Elements().First().Name.LocalName == "title").ToDictionary(
            g => g.Elements().First().Value.Split(' ', ',')[0],
            g => g.Elements().First(e => e.Name.LocalName == "rect") is var r ? (V(r, "x"), V(r, "y"), V(r, "x") + V(r, "width"), V(r, "y") + V(r, "height")) : default);

    private static double V(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(-?[\d.]+) (-?[\d.]+)H")]
    private static partial Regex Passing();
}
