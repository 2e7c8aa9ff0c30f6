using System.Text.Json;
using Etabli.Figures.ControlCharts;
using Etabli.Figures.OeeCascades;
using Etabli.Figures.Paretos;
using Etabli.Web.Shell.Graphs;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Etabli.Web.Tests.Shell;

/// <summary>A graph says what its figure says, and a long series loses none of its extremes.</summary>
public sealed class GraphTests
{
    private static readonly GraphOf Graphs = new(new StringLocalizer<GraphWords>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    [Fact]
    public void A_million_points_are_shown_by_the_smallest_and_the_largest_of_each_stretch_and_a_short_stretch_whole()
    {
        var random = new Random(7);
        var values = Enumerable.Range(0, 1_000_000).Select(_ => random.NextDouble()).ToArray();
        values[123_456] = 9;
        values[654_321] = -9;
        var chart = new ControlChart("Long", "cote", "mm", [new("Valeurs", values, [new(0, values.Length - 1, 0.5, 0, 1)])]);
        var whole = Graphs.Chart(chart);
        var points = whole.Panes[0].Series[0].Data;
        Assert.True(whole.IsThinned);
        Assert.NotNull(whole.Remark);
        Assert.InRange(points.Count, Graph.Most / 2, Graph.Most);
        Assert.Equal([9.0, 123_456.0], [points.Max(p => p[1]), points.MaxBy(p => p[1])![0]]);
        Assert.Equal([-9.0, 654_321.0], [points.Min(p => p[1]), points.MinBy(p => p[1])![0]]);
        Assert.True(points.Zip(points.Skip(1)).All(p => p.First[0] < p.Second[0]), "The points stay in the order they came.");

        var near = Graphs.Chart(chart, first: 123_400, last: 123_499);
        Assert.False(near.IsThinned);
        Assert.Equal(values[123_400..123_500].Select(v => (double?)v), near.Panes[0].Series[0].Data.Select(p => p[1]));
    }

    [Fact]
    public void A_point_that_breaks_a_rule_is_marked_with_the_sentence_of_the_figure_and_a_missing_one_is_a_gap()
    {
        var graph = Graphs.Chart(new("Alésage", "cote", "µm", [new("Moyennes", [1, double.NaN, 9], [new(0, 2, 2, 0, 4)]) { Marks = [new(2, ControlSign.Outside, "1", "point 3 : hors limites")] }]) { Notes = [new(0, "réglage")] });
        Assert.Null(graph.Panes[0].Series[0].Data[1][1]);
        Assert.Equal(("outside", 2.0, 9.0, "point 3 : hors limites"), (graph.Marks[0].Sign, graph.Marks[0].X, graph.Marks[0].Y, graph.Marks[0].Says[0]));
        Assert.Equal(("note", 0.0), (graph.Marks[1].Sign, graph.Marks[1].X));
        using var said = JsonDocument.Parse(graph.Json());
        Assert.Equal("Line", said.RootElement.GetProperty("panes")[0].GetProperty("series")[0].GetProperty("shape").GetString());
    }

    [Fact]
    public void Limits_that_change_are_steps_that_meet_between_two_points()
    {
        var graph = Graphs.Chart(new("p", "part", "", [new("Part", [1, 2, 3], [new(0, 0, 1, 0, 5), new(1, 2, 1, 0, 6)])]));
        var upper = graph.Panes[0].Series.Single(s => s.Data.Any(p => p[1] == 6));
        Assert.Equal([(-0.5, 5), (0.5, 5), (0.5, 6), (2.5, 6)], upper.Data.Select(p => (p[0]!.Value, p[1]!.Value)));
    }

    /// <summary>ROD1 of the demonstration: required 53 760, running 33 315, net 31 625, useful 30 380 minutes.</summary>
    [Fact]
    public void The_steps_of_the_cascade_go_from_one_time_to_the_next()
    {
        var graph = Graphs.Cascade(new OeeCascade("TRS", "ROD1", 57_600, [new(CascadeLossKind.Planned, "", 3_840), new(CascadeLossKind.Own, "pannes", 20_445), new(CascadeLossKind.Pace, "", 1_690), new(CascadeLossKind.Quality, "", 1_245)]));
        var bars = graph.Panes[0].Series[0].Data;
        Assert.Equal([57_600.0, 53_760, 33_315, 31_625, 30_380], bars.Where(b => b[1] == 0).Select(b => b[2]!.Value));
        Assert.Equal([(53_760.0, 57_600.0), (33_315, 53_760), (31_625, 33_315), (30_380, 31_625)], bars.Where(b => b[1] != 0).Select(b => (b[1]!.Value, b[2]!.Value)));
    }

    [Fact]
    public void The_cumulated_line_of_a_Pareto_ends_at_all_of_it()
    {
        var graph = Graphs.Ranked(new Pareto("Arrêts", "temps", "min", [new("a", 6, 0.6m, true), new("b", 4, 1m)]));
        Assert.Equal([60.0, 100.0], graph.Panes[0].Series[1].Data.Select(p => p[1]!.Value));
        Assert.True(graph.Panes[0].Series[1].IsShare);
    }
}
