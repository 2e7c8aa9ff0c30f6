using Etabli.Methods.ProcessCharts;

namespace Etabli.Methods.Tests.ProcessCharts;

public sealed class ProcessChartTests
{
    private static readonly ChartLine Saw = new("saw", ChartSymbol.Operation) { Duration = TimeSpan.FromMinutes(2), ValueAdded = TimeSpan.FromMinutes(1) };

    private static readonly ChartLine Wait = new("wait", ChartSymbol.Delay) { Waiting = TimeSpan.FromMinutes(8) };

    [Fact]
    public void One_minute_of_value_in_ten_is_ten_per_cent()
    {
        var chart = new ProcessChart([Saw, Wait]);
        Assert.Equal(0.1, chart.ValueAddedShare.Known);
        Assert.Equal(0.2, chart.OperationShare.Known);
        Assert.Equal(new ChartTotals(1, 0, TimeSpan.FromMinutes(2), TimeSpan.Zero), chart.Of(ChartSymbol.Operation));
        Assert.Equal(new ChartTotals(2, 0, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(8)), chart.Total);
    }

    [Fact]
    public void An_operation_nobody_judged_leaves_the_share_unknown()
    {
        var share = new ProcessChart([Saw with { Label = "deburr", ValueAdded = null }, Wait]).ValueAddedShare;
        Assert.Equal([new Gap("deburr", "value-added time")], share.Because.Gaps);
    }

    [Fact]
    public void A_chart_where_nothing_lasts_has_no_share()
    {
        Assert.Equal([new Gap("", "whole time", GapKind.Impossible)], new ProcessChart([]).ValueAddedShare.Because.Gaps);
        Assert.Equal([new Gap("", "whole time", GapKind.Impossible)], new ProcessChart([new("look", ChartSymbol.Inspection)]).OperationShare.Because.Gaps);
    }

    [Fact]
    public void Only_operations_add_value_and_not_for_longer_than_they_last()
    {
        Assert.Equal("lines", Assert.Throws<ArgumentException>(() => new ProcessChart([Saw with { ValueAdded = TimeSpan.FromMinutes(3) }])).ParamName);
        Assert.Equal("lines", Assert.Throws<ArgumentException>(() => new ProcessChart([Saw with { Symbol = ChartSymbol.Transport }])).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => Saw with { Distance = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Saw with { Distance = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => Saw with { Waiting = TimeSpan.FromSeconds(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartLine("x", (ChartSymbol)9));
    }

    [Fact]
    public void Decisions_are_tallied_with_what_they_bear_on()
    {
        var chart = new ProcessChart(
        [
            Saw,
            new("to stock", ChartSymbol.Transport) { Distance = 64, Decision = EcrsDecision.Eliminate },
            new("to honing", ChartSymbol.Transport) { Distance = 38, Decision = EcrsDecision.Eliminate },
            Wait with { Decision = EcrsDecision.Combine },
        ]);
        Assert.Equal((2, 102d), (chart.Of(EcrsDecision.Eliminate).Count, chart.Of(EcrsDecision.Eliminate).Distance));
        Assert.Equal(1, chart.Of(EcrsDecision.Combine).Count);
        Assert.Equal(0, chart.Of(EcrsDecision.Simplify).Count);
        Assert.Equal(1, chart.Of(decision: null).Count);
        Assert.Equal(["saw", "wait"], chart.WithoutEliminated().Lines.Select(l => l.Label));
    }

    [Fact]
    public void Without_its_waiting_a_piece_is_worth_half_its_time()
    {
        var chart = new ProcessChart([Saw, Wait with { Decision = EcrsDecision.Eliminate }]).WithoutEliminated();
        Assert.Equal((1, TimeSpan.FromMinutes(2)), (chart.Total.Count, chart.Total.Time));
        Assert.Equal(0.5, chart.ValueAddedShare.Known);
    }

    [Fact]
    public void Thirty_metres_less_of_forty_are_three_quarters_gained()
    {
        var before = new ProcessChart([Saw, new("carry", ChartSymbol.Transport) { Distance = 40 }, Wait]);
        var comparison = ChartComparison.Between(before, new([Saw, new("carry", ChartSymbol.Transport) { Distance = 10 }]));
        Assert.Equal(-30, comparison.Total.Distance.Change);
        Assert.Equal(-0.75, comparison.Total.Distance.RelativeChange);
        Assert.Equal(-1, comparison.Symbols.Single(s => s.Symbol == ChartSymbol.Delay).Count.Change);
        Assert.Equal(-480, comparison.Total.Time.Change);
        Assert.Equal(0.4, comparison.ValueAddedShare.Change!.Value, 1e-12);
        Assert.Equal(Enum.GetValues<ChartSymbol>(), comparison.Symbols.Select(s => s.Symbol!.Value));
    }

    [Fact]
    public void Symbols_and_decisions_each_share_out_the_whole_chart_and_a_chart_against_itself_gains_nothing()
    {
        var dice = new Random(30);
        for (var i = 0; i < 300; i++)
        {
            var chart = new ProcessChart(Enumerable.Range(0, dice.Next(0, 30)).Select(n => new ChartLine($"line {n}", (ChartSymbol)dice.Next(5))
            {
                Distance = dice.Next(100),
                Duration = TimeSpan.FromSeconds(dice.Next(1000)),
                Waiting = TimeSpan.FromSeconds(dice.Next(1000)),
                Decision = dice.Next(2) == 0 ? null : (EcrsDecision)dice.Next(4),
            }));
            var symbols = Enum.GetValues<ChartSymbol>().Select(s => chart.Of(s)).ToList();
            var decisions = Enum.GetValues<EcrsDecision>().Cast<EcrsDecision?>().Append(null).Select(d => chart.Of(d)).ToList();
            Assert.All(new[] { symbols, decisions }, parts => Assert.Equal(
                (chart.Total.Count, chart.Total.Distance, chart.Total.Time.Ticks),
                (parts.Sum(p => p.Count), parts.Sum(p => p.Distance), parts.Sum(p => p.Time.Ticks))));
            var nothing = ChartComparison.Between(chart, new(chart.Lines));
            Assert.All(nothing.Symbols.Append(nothing.Total), s => Assert.True(s.Count.IsNothing && s.Distance.IsNothing && s.Time.IsNothing));
        }
    }

    [Fact]
    public void The_barrel_of_the_factory_meets_9_operations_6_transports_3_inspections_7_delays_and_1_storage()
    {
        var chart = new ProcessChart(DemoFactory.Rows("06_deroulement_fut.csv").Select(r => new ChartLine(r["etape"], SymbolOf(r["type"]))
        {
            Distance = DemoFactory.Number(r["distance_m"]),
            Duration = TimeSpan.FromMinutes(DemoFactory.Number(r["duree_min"])),
            Waiting = TimeSpan.FromMinutes(DemoFactory.Number(r["attente_min"])),
        }));
        var answer = DemoFactory.Answers.GetProperty("deroulement_fut");
        Assert.All(new[] { "operation", "transport", "controle", "attente", "stock" }, t => Assert.Equal(answer.GetProperty(t).GetProperty("nb").GetInt32(), chart.Of(SymbolOf(t)).Count));
        Assert.Equal(answer.GetProperty("distance_m").GetDouble(), chart.Total.Distance);
        Assert.Equal(answer.GetProperty("temps_operation_min").GetDouble(), chart.Of(ChartSymbol.Operation).Duration.TotalMinutes, 0.005);
        Assert.Equal(answer.GetProperty("temps_total_min").GetDouble(), chart.Total.Time.TotalMinutes, 0.05);
    }

    private static ChartSymbol SymbolOf(string type) => type switch
    {
        "operation" => ChartSymbol.Operation,
        "transport" => ChartSymbol.Transport,
        "controle" => ChartSymbol.Inspection,
        "attente" => ChartSymbol.Delay,
        _ => ChartSymbol.Storage,
    };
}
