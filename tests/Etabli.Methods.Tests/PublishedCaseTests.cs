using System.Text.Json;
using Etabli.Methods.Quality;
using Etabli.Methods.ValueStreams;

namespace Etabli.Methods.Tests;

/// <summary>Cases others printed, kept outside the repository with their sources (methods/lean.json, spc/expected/pareto.json).</summary>
public sealed class PublishedCaseTests
{
    [Fact]
    public void Acme_Stamping_takes_23_6_days_for_188_seconds_of_work_at_a_takt_of_60()
    {
        var acme = Case("vsm");
        var net = new WorkShift(TimeSpan.FromMinutes(acme.GetProperty("shift_min").GetInt32()), TimeSpan.FromMinutes(acme.GetProperty("breaks_min").GetInt32())).Net;
        var demand = new CustomerDemand(acme.GetProperty("demand_month").GetInt64(), acme.GetProperty("days").GetInt32(), net * acme.GetProperty("shifts").GetInt32());
        Assert.Equal(acme.GetProperty("daily").GetDouble(), demand.PerDay);
        Assert.Equal(acme.GetProperty("takt_s").GetDouble(), demand.Takt.Time.TotalSeconds);

        // 1 + 39 + 46 + 62 + 40 s, the cycle times being taken for value-added, as printed; counts as the days give them.
        double[] cycles = [1, 39, 46, 62, 40];
        var days = acme.GetProperty("stock_days").EnumerateArray().Select(d => d.GetDouble()).ToList();
        var steps = new List<StreamStep> { new("coils", StreamStepKind.Stock) { Days = days[0] } };
        for (var i = 0; i < cycles.Length; i++)
        {
            steps.Add(new($"P{i + 1}", StreamStepKind.Process) { Box = new() { CycleTime = TimeSpan.FromSeconds(cycles[i]) }, ValueAddedTime = TimeSpan.FromSeconds(cycles[i]) });
            steps.Add(new($"S{i + 1}", StreamStepKind.Stock) { Pieces = (long)Math.Round(days[i + 1] * demand.PerDay) });
        }

        var reading = ValueStream.Series(demand, steps).Read();
        Assert.Equal(acme.GetProperty("published_days").EnumerateArray().Select(d => d.GetDouble()), reading.Critical!.Ladder.Where(s => s.IsHigh).Select(s => Math.Round(s.Days!.Value, 1)));
        Assert.Equal(acme.GetProperty("unrounded_lead_time").GetDouble(), reading.LeadTime.Known, 1e-9);
        Assert.Equal(acme.GetProperty("lead_time_days").GetDouble(), reading.LeadTime.Known, 0.05);
        Assert.Equal(acme.GetProperty("va_s").GetDouble(), reading.Critical.ValueAddedTime.Known.TotalSeconds);
        Assert.Equal(acme.GetProperty("va_s").GetDouble(), reading.Critical.ProcessingTime.Known.TotalSeconds);
        Assert.Equal(["P4"], reading.Bottleneck!.Codes);
    }

    [Fact]
    public void The_published_kanban_loop_needs_21_cards()
    {
        var loop = Case("kanban");
        Assert.Equal(
            loop.GetProperty("cards").GetInt32(),
            Kanban.Cards(loop.GetProperty("D").GetDecimal(), loop.GetProperty("L").GetDecimal(), loop.GetProperty("S").GetDecimal(), loop.GetProperty("C").GetDecimal()).Known);
    }

    [Fact]
    public void The_published_wagon_line_of_500_a_day_has_a_takt_of_50_4_seconds()
    {
        var line = Case("line");
        var takt = Takt.Of(TimeSpan.FromSeconds(line.GetProperty("available_s").GetInt32()), line.GetProperty("output").GetInt64());
        Assert.Equal(TimeSpan.FromSeconds(line.GetProperty("CT").GetDouble()), takt.Time);
    }

    [Fact]
    public void The_published_Pareto_of_order_errors_is_found_again()
    {
        var expected = DemoFactory.Published("spc/expected/pareto.json");
        var table = Pareto.Of(expected.GetProperty("input").EnumerateObject().Select(p => (p.Name, p.Value.GetDecimal())));
        Assert.Equal(Texts(expected, "ordered"), table.Bars.Select(b => b.Cause));
        Assert.Equal(Numbers(expected, "freq"), table.Bars.Select(b => (double)b.Amount));
        Assert.All(Numbers(expected, "percent").Zip(table.Bars), p => Assert.Equal(p.First, (double)p.Second.Share * 100, 1e-9));
        Assert.All(Numbers(expected, "cum_percent").Zip(table.Bars), p => Assert.Equal(p.First, (double)p.Second.Cumulated * 100, 1e-9));
    }

    private static JsonElement Case(string kind) => DemoFactory.Published("methods/lean.json").GetProperty("cases").EnumerateArray().First(c => c.GetProperty("kind").GetString() == kind);

    private static IEnumerable<string?> Texts(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(e => e.GetString());

    private static IEnumerable<double> Numbers(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(e => e.GetDouble());
}
