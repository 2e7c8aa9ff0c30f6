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

    [Fact]
    public void Cards_of_loops_that_follow_one_another_run_on_one_track_and_none_crosses_the_line_that_orders_their_step()
    {
        var map = SampleValueStream.Kanban(Language.French);
        var drawing = XDocument.Parse(ValueStreamMapDrawing.Draw(map, A3));
        var cards = drawing.Descendants().Where(element => element.Name.LocalName == "polyline" && element.Attribute("stroke-dasharray")?.Value == "0.5 0.9").ToList();
        Assert.Equal(8, cards.Count);
        var levels = cards.Select(card => card.Attribute("points")!.Value.Split(' ').Min(point => double.Parse(point.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(6, levels.Count(level => level == levels[0]));
        Assert.Equal(2, levels.Distinct().Count());
    }

    [Fact]
    public void Numbers_of_a_card_that_have_no_room_are_cut_and_never_left_out()
    {
        var map = SampleValueStream.Kanban(Language.French);
        const string Long = "1 200 × 12 000 p calc., et bien plus que la place qu’il y a entre deux postes";
        var drawn = ValueStreamMapDrawing.Draw(map with { Information = [.. map.Information.Select(flow => flow.Kind == InformationFlowKind.SignalKanban ? flow with { Label = Long } : flow)] }, A3);
        Assert.Contains(DrawnText.In(XDocument.Parse(drawn)), text => text.Text.StartsWith("1 200 ×", StringComparison.Ordinal));
        Assert.Contains($"<title>{Long}</title>", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_states_of_the_plant_hold_on_one_A3_with_their_strip()
    {
        var drawing = XDocument.Parse(Samples.All["value-stream-pair"](Language.French));
        Assert.InRange(DrawnText.Height(drawing), 277, 400);
    }

    [Fact]
    public void Two_states_are_drawn_at_one_scale_and_a_step_of_both_stands_in_one_column()
    {
        var pair = SampleValueStream.Pair(Language.French);
        var boxes = XDocument.Parse(ValueStreamPairDrawing.Draw(pair, A3 with { Width = ValueStreamPairDrawing.Width })).Descendants().Where(element => element.Attribute("data-code")?.Value == "OP70").Select(group => group.Elements().First(element => element.Name.LocalName == "rect")).ToList();
        Assert.Equal(2, boxes.Count);
        Assert.Equal((DrawnText.Value(boxes[0], "x"), DrawnText.Value(boxes[0], "width")), (DrawnText.Value(boxes[1], "x"), DrawnText.Value(boxes[1], "width")));
        Assert.True(DrawnText.Value(boxes[1], "y") > DrawnText.Value(boxes[0], "y") + 60);
        var unlike = XDocument.Parse(ValueStreamPairDrawing.Draw(SampleValueStream.ShortPair(Language.French), A3 with { Width = ValueStreamPairDrawing.Width })).Descendants().Where(element => element.Attribute("data-code")?.Value is "OP70" or "OP100").Select(group => DrawnText.Value(group.Elements().First(element => element.Name.LocalName == "rect"), "x")).ToList();
        Assert.Equal(unlike[1] - unlike[0], unlike[3] - unlike[2], 1);
    }

    [Fact]
    public void A_change_is_judged_only_when_it_is_wanted_or_not()
    {
        var drawing = XDocument.Parse(ValueStreamPairDrawing.Draw(SampleValueStream.Pair(Language.French), A3 with { Width = ValueStreamPairDrawing.Width }));
        var marks = drawing.Descendants().Where(element => element.Name.LocalName == "text" && element.Value is "V" or "R").Select(element => (element.Parent!.Elements().First().Value.Split(',')[0], element.Value)).Where(mark => !mark.Item1.StartsWith("OP", StringComparison.Ordinal));
        Assert.Equal([("Délai", "V"), ("Ratio VA", "V"), ("Pièces en stock", "V"), ("Valeur du stock", "R")], marks);
    }

    private static double HeightOf(ValueStreamMap map, Sheet sheet) => DrawnText.Height(XDocument.Parse(ValueStreamMapDrawing.Draw(map, sheet)));

    private static (double X, double Y) Place(ValueStreamMap map, string code)
    {
        var text = XDocument.Parse(ValueStreamMapDrawing.Draw(map, A3)).Descendants().First(element => element.Name.LocalName == "text" && element.Value == code);
        return (DrawnText.Value(text, "x"), DrawnText.Value(text, "y"));
    }
}
