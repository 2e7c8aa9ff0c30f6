using System.Globalization;
using System.Xml.Linq;
using Etabli.Figures.Capability;
using Etabli.Figures.ControlCharts;
using Etabli.Figures.Histograms;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Tests;

public sealed class ControlChartTests
{
    [Fact]
    public void The_bore_of_the_demonstration_plant_is_out_where_its_answers_say()
    {
        var chart = SampleControl.Bore(Language.French);
        var limits = chart.Plots[0].Limits[0];
        Assert.Equal([21.34, 29.85, 12.84], new[] { limits.Centre, limits.Upper, limits.Lower }.Select(value => Math.Round(value!.Value, 2)));
        Assert.Equal(["53", "56", "59", "60"], chart.Plots[0].Marks.Select(mark => chart.LabelOf(mark.Index)));
        Assert.Equal(14.74, Math.Round(chart.Plots[1].Limits[0].Centre!.Value, 2));
        Assert.Equal(["5", "117"], chart.Plots[1].Marks.Select(mark => chart.LabelOf(mark.Index)));
        var drawn = ControlChartDrawing.Draw(chart, new Sheet(Language.French, 277));
        Assert.Contains("4 sur 128 hors limites (53, 56, 59, 60)", drawn, StringComparison.Ordinal);
        Assert.Contains(">LSC 29,85<", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void A_long_series_keeps_every_extreme_and_stays_light(int count)
    {
        var chart = SampleControl.Long(count);
        var drawn = ControlChartDrawing.Draw(chart, new Sheet(Language.French, 277));
        Assert.InRange(drawn.Length, 1000, 300_000);
        Assert.Contains("min–max par pixel", drawn, StringComparison.Ordinal);
        var heights = Heights(drawn);
        var frame = Frame(chart);
        Assert.Equal(frame.Y(chart.Plots[0].Values.Max()), heights.Min(), 0.01);
        Assert.Equal(frame.Y(chart.Plots[0].Values.Min()), heights.Max(), 0.01);
    }

    [Fact]
    public void A_thinned_series_keeps_the_lowest_and_the_highest_of_each_column()
    {
        double[] values = [.. Enumerable.Range(0, 50_000).Select(i => Math.Sin(i * 0.3) * (i % 977) + (i % 31 == 0 ? double.NaN : 0))];
        var kept = LongSeries.Keep(values, 100);
        var columns = (int)(100 / LongSeries.Column);
        Assert.True(kept.Count <= 4 * columns);
        Assert.Equal(kept.Order(), kept);
        Assert.Equal(kept.Count, kept.Distinct().Count());
        foreach (var column in Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i])).GroupBy(i => (long)i * columns / values.Length))
        {
            Assert.Contains(column.MaxBy(i => values[i]), kept);
            Assert.Contains(column.MinBy(i => values[i]), kept);
        }
    }

    [Fact]
    public void Every_flagged_point_of_a_long_series_is_drawn_while_they_can_be_told_apart()
    {
        double[] values = [.. Enumerable.Range(0, 200_000).Select(i => (double)(i % 10))];
        List<ControlMark> marks = [.. Enumerable.Range(1, 300).Select(i => new ControlMark(i * 600, ControlSign.Outside, "1"))];
        var drawn = ControlChartDrawing.Draw(new ControlChart("Longue", "Pression", "bar", [new ControlPlot("Pression", values, []) { Marks = marks }]), new Sheet(Language.French, 277));
        Assert.Equal(300, XDocument.Parse(drawn).Descendants().Count(element => element.Name.LocalName == "g"));
    }

    [Fact]
    public void When_everything_is_flagged_the_sheet_stays_light_and_says_so()
    {
        double[] values = [.. Enumerable.Range(0, 100_000).Select(i => (double)(i % 100))];
        List<ControlMark> marks = [.. Enumerable.Range(0, 100_000).Select(i => new ControlMark(i, ControlSign.Outside, "1"))];
        var drawn = ControlChartDrawing.Draw(new ControlChart("Tout", "Pression", "bar", [new ControlPlot("Pression", values, []) { Marks = marks }]), new Sheet(Language.French, 277));
        Assert.InRange(drawn.Length, 1000, 300_000);
        Assert.Contains("points signalés", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, LimitsState.Recalculated, true)]
    [InlineData(8, LimitsState.Frozen, false)]
    [InlineData(20, LimitsState.Recalculated, false)]
    public void Limits_computed_with_too_few_points_are_provisional(int count, LimitsState state, bool provisional)
    {
        var chart = new ControlChart("Carte", "Longueur", "mm", [new ControlPlot("Valeurs", [.. Enumerable.Range(0, count).Select(i => (double)i)], [new(0, count - 1, 4, 0, 9)])]) { State = state };
        Assert.Equal(provisional, chart.IsProvisional);
        var drawn = ControlChartDrawing.Draw(chart, new Sheet(Language.French));
        Assert.Equal(provisional, drawn.Contains("Limites provisoires", StringComparison.Ordinal));
        Assert.Equal(!provisional, drawn.Contains("sk-mauvais", StringComparison.Ordinal));
    }

    [Fact]
    public void Tolerances_are_drawn_on_a_control_chart_only_with_a_warning()
    {
        var plot = new ControlPlot("Moyennes", [1, 2, 3], []);
        var chart = new ControlChart("Carte", "Longueur", "mm", [plot]);
        Assert.DoesNotContain("Attention", ControlChartDrawing.Draw(chart, new Sheet(Language.French)), StringComparison.Ordinal);
        Assert.Contains("les tolérances bornent les pièces", ControlChartDrawing.Draw(chart with { Plots = [plot with { UpperTolerance = 5 }] }, new Sheet(Language.French)), StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_of_each_point_are_one_stretch_while_they_are_equal()
    {
        var limits = ControlLimits.EachPoint([1, 1, 1], [double.NaN, double.NaN, 0], [2, 2, 3]);
        Assert.Equal([new ControlLimits(0, 1, 1, null, 2), new ControlLimits(2, 2, 1, 0, 3)], limits);
    }

    [Theory]
    [InlineData(new[] { 5.0, 5.0 })]
    [InlineData(new[] { -3.0, -1.0 })]
    [InlineData(new[] { 1e-7, 3e-7 })]
    [InlineData(new[] { -1e308, 1e308 })]
    [InlineData(new[] { 1e12, 1e12 + 1 })]
    [InlineData(new[] { double.NaN, double.PositiveInfinity })]
    [InlineData(new double[0])]
    public void An_axis_holds_whatever_was_measured(double[] values)
    {
        var axis = ValueAxis.Aired(values);
        Assert.InRange(axis.Graduations.Count, 2, 14);
        Assert.All(values.Where(double.IsFinite).Select(value => Math.Clamp(value, -1e300, 1e300)), value => Assert.True(value >= axis.Low && value <= axis.High));
    }

    [Fact]
    public void Labels_that_meet_are_moved_apart_and_stay_in_their_order()
    {
        var placed = SideLabels.Spread([10, 10.5, 30, 11], 3.5, 0, 100);
        Assert.True(placed[0] < placed[1] && placed[1] < placed[3] && placed[3] < placed[2]);
        Assert.All(placed.Order().Zip(placed.Order().Skip(1)), pair => Assert.True(pair.Second - pair.First > 3.49));
        Assert.Equal(30, placed[2]);
    }

    [Fact]
    public void An_index_that_is_refused_is_not_written()
    {
        var study = new CapabilityStudy("Capabilité", "Alésage", "µm", [new HistogramClass(0, 1, 4)]) { Indices = [new("Cpk", 1.87, 1.5, 2.2)], Refusal = "Trop peu de valeurs." };
        var drawn = CapabilityDrawing.Draw(study, new Sheet(Language.French));
        Assert.DoesNotContain("1,87", drawn, StringComparison.Ordinal);
        Assert.Contains("Trop peu de valeurs.", drawn, StringComparison.Ordinal);
        Assert.Contains("1,87", CapabilityDrawing.Draw(study with { Refusal = null }, new Sheet(Language.French)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_by_percentiles_has_no_normal_curve()
    {
        var study = SampleControl.BoreStudy(Language.French);
        Assert.Equal(2, Curves(study));
        Assert.Equal(0, Curves(study with { HasCurves = false }));
        static int Curves(CapabilityStudy study) => XDocument.Parse(CapabilityDrawing.Draw(study, new Sheet(Language.French))).Descendants().Count(element => element.Name.LocalName == "polyline");
    }

    private static ControlPlotFrame Frame(ControlChart chart) => new(chart, chart.Plots[0], 10, 250, 16, 72);

    private static List<double> Heights(string drawn) => [.. XDocument.Parse(drawn).Descendants()
        .Where(element => element.Name.LocalName == "polyline" && element.Attribute("class")?.Value == "sk-serie-1")
        .SelectMany(element => element.Attribute("points")!.Value.Split(' '))
        .Select(point => double.Parse(point.Split(',')[1], CultureInfo.InvariantCulture))];
}
