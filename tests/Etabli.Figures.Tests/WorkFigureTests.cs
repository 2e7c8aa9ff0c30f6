using System.Globalization;
using System.Xml.Linq;
using Etabli.Figures.Ink;
using Etabli.Figures.ManMachineCharts;
using Etabli.Figures.TimeStudies;
using Etabli.Figures.WorkSamplings;

namespace Etabli.Figures.Tests;

/// <summary>What the figures of operation times owe their reader.</summary>
public sealed class WorkFigureTests
{
    [Fact]
    public void A_time_left_out_is_struck_through_and_out_of_the_run()
    {
        WatchReading[] times = [new(1, 10, 100, 10), new(2, 90, 100, 90, ReadingState.Excluded), new(3, 11, 100, 11)];
        var drawing = Drawn(new TimeStudySheet("P3", "s", [new TimedElementRow("a", "Poser", times) { Mean = 10.5m }]));
        var cell = Group(drawing, "a2: ");
        Assert.EndsWith("écarté", cell.Elements().First().Value, StringComparison.Ordinal);
        Assert.Single(cell.Elements(), e => e.Name.LocalName == "line");
        Assert.Equal(2, Assert.Single(drawing.Descendants(), e => e.Name.LocalName == "polyline").Attribute("points")!.Value.Split(' ').Length);
        Assert.DoesNotContain(Group(drawing, "a1: ").Elements(), e => e.Name.LocalName is "line" or "rect");
    }

    [Fact]
    public void A_suspect_time_is_framed_and_still_in_the_run()
    {
        WatchReading[] times = [new(1, 10, 100, 10), new(2, 90, 100, 90, ReadingState.Suspect), new(3, 11, 100, 11)];
        var drawing = Drawn(new TimeStudySheet("P3", "s", [new TimedElementRow("a", "Poser", times) { Mean = 37 }]));
        Assert.NotNull(Assert.Single(Group(drawing, "a2: ").Elements(), e => e.Name.LocalName == "rect").Attribute("stroke-dasharray"));
        Assert.Equal(3, Assert.Single(drawing.Descendants(), e => e.Name.LocalName == "polyline").Attribute("points")!.Value.Split(' ').Length);
    }

    [Fact]
    public void Every_block_is_as_high_as_it_is_long_and_drawn_twice_and_the_second_round_follows_the_first()
    {
        var chart = new ManMachineChart("M", ["Opérateur", "M1"], [new("charger", [0, 1], 0, 30, BlockKind.TechnicalManual), new("usiner", [1], 30, 90, BlockKind.Technological)], 120);
        var drawing = XDocument.Parse(ManMachineDrawing.Draw(chart, new Sheet(Language.French)));
        var (load, run) = (Blocks(drawing, "charger, "), Blocks(drawing, "usiner, "));
        Assert.Equal((2, 2), (load.Count, run.Count));
        Assert.Equal(3, run[0].Height / load[0].Height, 1e-3);
        Assert.Equal(load[0].Top + load[0].Height + run[0].Height, load[1].Top, 0.02);
        Assert.True(load[0].Width > run[0].Width * 1.9);
    }

    [Fact]
    public void A_whisker_spans_the_interval_of_its_share_on_the_axis()
    {
        var chart = new WorkSamplingChart("ROD1", [new SampledState("Marche", 80, 0.8m, 0.1m, 0.7m, 0.9m), new SampledState("Panne", 20, 0.2m, 0.1m, 0.1m, 0.3m)]);
        var drawing = XDocument.Parse(WorkSamplingDrawing.Draw(chart, new Sheet(Language.French)));
        var state = drawing.Descendants().Last(e => e.Name.LocalName == "g" && e.Elements().First().Value.StartsWith("Marche", StringComparison.Ordinal));
        var bar = state.Elements().Where(e => e.Name.LocalName == "rect").Last();
        var whisker = state.Elements().First(e => e.Name.LocalName == "line");
        var (left, unit) = (Value(bar, "x"), Value(bar, "width") / 0.8);
        Assert.Equal(left + 0.7 * unit, Value(whisker, "x1"), 0.05);
        Assert.Equal(left + 0.9 * unit, Value(whisker, "x2"), 0.05);
    }

    [Fact]
    public void The_states_of_the_whole_fill_the_sheet_without_gap()
    {
        var drawing = XDocument.Parse(Samples.All["work-sampling"](Language.French));
        var parts = drawing.Descendants().Where(e => e.Name.LocalName == "rect" && Value(e, "height") == 7).Select(e => (Left: Value(e, "x"), Width: Value(e, "width"))).ToList();
        Assert.Equal(6, parts.Count);
        Assert.All(parts.Zip(parts.Skip(1)), p => Assert.Equal(p.First.Left + p.First.Width, p.Second.Left, 0.02));
        Assert.Equal(190, parts[^1].Left + parts[^1].Width, 0.05);
    }

    private static XDocument Drawn(TimeStudySheet study) => XDocument.Parse(TimeStudyDrawing.Draw(study, new Sheet(Language.French, 277)));

    private static XElement Group(XDocument drawing, string tip) => drawing.Descendants().Single(e => e.Name.LocalName == "g" && e.Elements().FirstOrDefault()?.Value.StartsWith(tip, StringComparison.Ordinal) == true);

    private static List<(double Top, double Height, double Width)> Blocks(XDocument drawing, string tip) =>
        [.. drawing.Descendants().Where(e => e.Name.LocalName == "g" && e.Elements().FirstOrDefault()?.Value.StartsWith(tip, StringComparison.Ordinal) == true).Select(g => g.Elements().First(e => e.Name.LocalName == "rect")).Select(r => (Value(r, "y"), Value(r, "height"), Value(r, "width")))];

    private static double Value(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
