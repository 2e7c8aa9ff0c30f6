using System.Diagnostics;
using System.Xml.Linq;
using Etabli.Figures.Ink;
using Etabli.Figures.ValueStreams;

namespace Etabli.Figures.Tests;

public sealed class ValueStreamTests
{
    private static readonly Sheet A3 = new(Language.French, 400);

    [Fact]
    public void Sixty_operations_fit_one_landscape_page()
    {
        var sheet = A3 with { Cartouche = new Cartouche("VSM") };
        Assert.InRange(HeightOf(SampleValueStream.Many(60), sheet), 100, 277);
        Assert.InRange(HeightOf(SampleValueStream.Many(30, (10, 10), (10, 20), (10, 26)), sheet), 100, 277);
        Assert.InRange(HeightOf(SampleValueStream.Current(Language.French), sheet), 100, 277);
    }

    [Fact]
    public void Sixty_operations_are_drawn_while_nobody_notices()
    {
        var map = SampleValueStream.Many(30, (10, 10), (10, 20), (10, 26));
        ValueStreamMapDrawing.Draw(map, A3);
        var best = Enumerable.Range(0, 20).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            ValueStreamMapDrawing.Draw(map, A3);
            return watch.ElapsedMilliseconds;
        });
        Assert.InRange(best, 0, 100);
    }

    [Fact]
    public void Two_hundred_operations_are_all_drawn()
    {
        var drawn = ValueStreamMapDrawing.Draw(SampleValueStream.Many(110, (40, 50), (30, 70), (20, 100)), A3);
        Assert.Equal(200, XDocument.Parse(drawn).Descendants().Count(element => element.Name.LocalName == "title" && element.Parent!.Name.LocalName == "g" && element.Value.Contains("Tournage", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_node_moved_by_hand_moves_by_so_much_and_no_other_moves()
    {
        var map = SampleValueStream.Current(Language.French);
        var moved = map with { Nodes = [.. map.Nodes.Select(node => node.Id == "OP70" ? node with { OffsetX = 3, OffsetY = -2 } : node)] };
        var (before, after) = (Place(map, "OP70"), Place(moved, "OP70"));
        Assert.Equal(3, after.X - before.X, 2);
        Assert.Equal(-2, after.Y - before.Y, 2);
        Assert.Equal(Place(map, "OP80"), Place(moved, "OP80"));
    }

    [Fact]
    public void A_rework_loop_does_not_push_its_step_for_ever()
    {
        var map = SampleValueStream.Current(Language.French);
        var looped = map with { Flows = [.. map.Flows, new MaterialFlow("OP110", "OP100"), new MaterialFlow("OP60", "OP60")] };
        Assert.Equal(Place(map, "OP100").X, Place(looped, "OP100").X);
    }

    [Fact]
    public void A_flow_that_names_nobody_is_left_out()
    {
        var map = new ValueStreamMap("Carte", [new MapProcess("P", "P", "Montage", 1, [])], [new MaterialFlow("P", "nobody")]) { Information = [new InformationFlow("x", "P", InformationFlowKind.Manual)], Shipments = [new Shipment("x", "P", "1 × par jour")], Bursts = [new KaizenBurst("x", "?")] };
        Assert.Contains("Montage", ValueStreamMapDrawing.Draw(map, A3), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bottleneck_is_told_by_a_letter_in_its_box()
    {
        var drawing = XDocument.Parse(ValueStreamMapDrawing.Draw(SampleValueStream.Current(Language.French), A3));
        var marks = drawing.Descendants().Where(element => element.Name.LocalName == "text" && element.Value == "R").ToList();
        Assert.StartsWith("OP60", Assert.Single(marks).Parent!.Elements().First().Value, StringComparison.Ordinal);
    }

    private static double HeightOf(ValueStreamMap map, Sheet sheet) => DrawnText.Height(XDocument.Parse(ValueStreamMapDrawing.Draw(map, sheet)));

    private static (double X, double Y) Place(ValueStreamMap map, string code)
    {
        var text = XDocument.Parse(ValueStreamMapDrawing.Draw(map, A3)).Descendants().First(element => element.Name.LocalName == "text" && element.Value == code);
        return (DrawnText.Value(text, "x"), DrawnText.Value(text, "y"));
    }
}
