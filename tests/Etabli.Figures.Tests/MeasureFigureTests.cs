using System.Xml.Linq;
using Etabli.Figures.BoxPlots;
using Etabli.Figures.DowntimeTimelines;
using Etabli.Figures.GaugeStudies;
using Etabli.Figures.Ink;
using Etabli.Figures.OeeCascades;
using Etabli.Figures.ScatterPlots;

namespace Etabli.Figures.Tests;

public sealed class MeasureFigureTests
{
    [Fact]
    public void The_cascade_of_ROD1_gives_the_times_and_the_rates_of_the_answers()
    {
        var cascade = SampleMeasures.Rod1(Language.French);
        Assert.Equal([53_760, 33_315, 31_625, 30_380], new[] { cascade.RequiredTime, cascade.RunningTime, cascade.NetTime, cascade.UsefulTime });
        Assert.Equal([61.97m, 94.93m, 96.06m, 56.51m, 52.74m], new[] { cascade.Availability, cascade.Performance, cascade.Quality, cascade.Oee, cascade.OverallEffectiveness }.Select(rate => Math.Round(rate!.Value, 2)));
        Assert.Null(cascade.TotalEffectiveness);
        var drawn = OeeCascadeDrawing.Draw(cascade, new Sheet(Language.French, 277));
        Assert.Contains("Convention\u00A0: un changement de série est un arrêt propre", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_is_nought_gives_no_rate() =>
        Assert.Null(new OeeCascade("TRS", "ROD1", 480, [new(CascadeLossKind.Own, "", 480)]).Performance);

    [Fact]
    public void A_stop_that_nobody_classed_is_hatched_and_asks()
    {
        var timeline = new DowntimeTimeline("Journal", new DateTime(2025, 1, 1, 5, 0, 0), new DateTime(2025, 1, 1, 13, 0, 0), [new("P", "panne")], [new("M1", [new Downtime(new DateTime(2025, 1, 1, 6, 0, 0), 60, null), new Downtime(new DateTime(2025, 1, 1, 12, 30, 0), 60, "P")])]);
        var drawing = XDocument.Parse(DowntimeTimelineDrawing.Draw(timeline, new Sheet(Language.French)));
        Assert.Contains(drawing.Descendants(), element => element.Name.LocalName == "text" && element.Value == "?");
        Assert.Contains("2\u00A0arrêts, 90 min au total\u00A0; 1 à qualifier.".Replace("total\u00A0;", "total ;", StringComparison.Ordinal), drawing.Root!.Elements().Skip(1).First().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9.9, Status.Good)]
    [InlineData(10, Status.Warning)]
    [InlineData(30, Status.Warning)]
    [InlineData(30.1, Status.Bad)]
    [InlineData(double.NaN, Status.Unset)]
    public void A_gauge_is_good_under_ten_percent_and_bad_over_thirty(double share, Status status) =>
        Assert.Equal(status, new GaugeStudy("R&R", "Alésage", "µm", []) { StudyShare = share }.Status);

    [Fact]
    public void A_gauge_is_as_good_as_the_worse_of_its_two_shares() =>
        Assert.Equal(Status.Bad, new GaugeStudy("R&R", "Alésage", "µm", []) { StudyShare = 5, ToleranceShare = 40 }.Status);

    [Fact]
    public void Whiskers_stop_at_the_last_value_within_the_fences()
    {
        var box = BoxGroup.Of("A", [1, 2, 3, 4, 5, 6, 7, 8, 100, double.NaN])!;
        Assert.Equal((9, 1.0, 3.0, 5.0, 7.0, 8.0), (box.Count, box.Low, box.LowerQuartile, box.Median, box.UpperQuartile, box.High));
        Assert.Equal([100.0], box.Outliers);
        Assert.Null(BoxGroup.Of("vide", []));
    }

    [Fact]
    public void A_cloud_of_two_hundred_thousand_points_stays_light()
    {
        var plot = new ScatterPlot("Nuage", "X", "", "Y", "", [.. Enumerable.Range(0, 200_000).Select(i => new ScatterPoint(i * 7919 % 100_003, i * 104_729L % 99_991))]);
        Assert.InRange(ScatterPlotDrawing.Draw(plot, new Sheet(Language.French, 160)).Length, 1000, 400_000);
    }
}
