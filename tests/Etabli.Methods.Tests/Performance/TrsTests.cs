using Etabli.Methods.Performance;
using Etabli.Methods.Tests.Quality;

namespace Etabli.Methods.Tests.Performance;

public sealed class TrsTests
{
    private static List<MachinePeriod> Shifts(string machine)
    {
        var stops = DemoFactory.Rows("16_arrets.csv").Where(r => r["poste"] == machine).ToLookup(r => r["date"] + r["equipe"]);
        return [.. DemoFactory.Rows("15_production_poste.csv").Where(r => r["poste"] == machine).Select(r => new MachinePeriod
        {
            Machine = machine,
            Period = $"{r["date"]} {r["equipe"]}",
            Opening = Minutes(r["temps_ouverture_min"]),
            Required = Minutes(r["temps_requis_min"]),
            Stops = [.. stops[r["date"] + r["equipe"]].Select(s => new Stop(Class(s), Minutes(s["duree_min"]), s["cause"]))],
            Pieces = [new(TimeSpan.FromSeconds(Spc.Number(r["tc_ideal_s"])), (long)Spc.Number(r["quantite"]), (long)Spc.Number(r["bonnes"]))],
        })];

        static TimeSpan Minutes(string text) => TimeSpan.FromMinutes(Spc.Number(text));

        static StopClass Class(Dictionary<string, string> stop) => (stop["classe"], stop["type"], stop["cause"]) switch
        {
            ("arrêt induit", _, _) => StopClass.Induced,
            (_, "panne", _) => StopClass.Breakdown,
            (_, _, "Changement de série") => StopClass.Changeover,
            (_, "réglage", _) => StopClass.Setting,
            _ => StopClass.ShortStop,
        };
    }

    private static MachinePeriod Published(TimeSpan? running) => new()
    {
        Machine = "press",
        Total = TimeSpan.FromMinutes(1440),
        Opening = TimeSpan.FromMinutes(540),
        Required = TimeSpan.FromMinutes(450),
        Running = running,
        Pieces = [new(TimeSpan.FromMinutes(0.6), 470, 450)],
    };

    [Theory]
    [InlineData("ROD1")]
    [InlineData("TCN3")]
    [InlineData("ROB1")]
    [InlineData("BT1")]
    public void Each_machine_of_the_demonstration_has_the_answers_times_and_rates(string machine)
    {
        var answer = DemoFactory.Answers.GetProperty("trs").GetProperty(machine);
        var cascade = Trs.RollUp(machine, Shifts(machine));
        double Of(string name) => answer.GetProperty(name).GetDouble();
        Assert.Equal(Of("tO_min"), cascade.Opening!.Value.TotalMinutes);
        Assert.Equal(Of("tR_min"), cascade.Required.TotalMinutes);
        Assert.Equal(Of("tF_min"), cascade.Running.TotalMinutes);
        Assert.Equal(Of("tN_min"), cascade.Net.TotalMinutes, 0.05);
        Assert.Equal(Of("tU_min"), cascade.Useful.TotalMinutes, 0.05);
        Assert.Equal(Of("DO_pct"), 100 * cascade.Availability.Known, 5e-3);
        Assert.Equal(Of("TP_pct"), 100 * cascade.Performance.Known, 5e-3);
        Assert.Equal(Of("TQ_pct"), 100 * cascade.Quality.Known, 5e-3);
        Assert.Equal(Of("TRS_pct"), 100 * cascade.Trs.Known, 5e-3);
        Assert.Equal(Of("TRG_pct"), 100 * cascade.Trg.Known, 5e-3);
        Assert.Equal(cascade.Trs.Known, cascade.Availability.Known * cascade.Performance.Known * cascade.Quality.Known, 1e-12);
        Assert.False(cascade.Tre.IsKnown);
        Assert.Equal("total time", Assert.Single(cascade.Tre.Because.Gaps).Name);
    }

    [Fact]
    public void ROD1_fails_every_1110_minutes_and_is_back_in_100()
    {
        var answers = DemoFactory.Answers.GetProperty("fiabilite_ROD1");
        var found = Reliability.Of(Shifts("ROD1"));
        Assert.Equal(answers.GetProperty("nb_pannes").GetInt32(), found.Breakdowns);
        Assert.Equal(answers.GetProperty("MTBF_min").GetDouble(), found.MeanTimeBetween.Known.TotalMinutes, 0.05);
        Assert.Equal(answers.GetProperty("MTTR_min").GetDouble(), found.MeanTimeToRepair.Known.TotalMinutes, 0.05);
        Assert.Equal(1110.5 / (1110.5 + 100.233), found.Availability.Known, 1e-5);
        Assert.False(Reliability.Of(TimeSpan.FromHours(8), []).MeanTimeBetween.IsKnown);
        Assert.Equal(1, Reliability.Of(TimeSpan.FromHours(8), []).Availability.Known);
        Assert.False(Reliability.Of(TimeSpan.Zero, []).Availability.IsKnown);
    }

    [Fact]
    public void Published_cases_come_out_as_printed()
    {
        var cases = DemoFactory.Published("methods/trs_oee.json").GetProperty("cases");
        foreach (var (one, i) in cases.EnumerateArray().Select((c, i) => (c, i)))
        {
            var given = one.GetProperty("inputs");
            double Minutes(string name) => given.GetProperty(name).GetDouble();
            var (good, scrap) = (given.GetProperty("good").GetInt64(), given.GetProperty("scrap").GetInt64());
            var cascade = Trs.Of(new()
            {
                Machine = $"case {i}",
                Total = TimeSpan.FromMinutes(Minutes("tT")),
                Opening = TimeSpan.FromMinutes(Minutes("tO")),
                Required = TimeSpan.FromMinutes(Minutes("tR")),
                Running = given.TryGetProperty("tF", out var tF) ? TimeSpan.FromMinutes(tF.GetDouble()) : null,
                Pieces = [new(TimeSpan.FromMinutes(Minutes("cycle_min")), good + scrap, good)],
            });
            foreach (var expected in one.GetProperty("expected").EnumerateObject())
            {
                var found = expected.Name switch
                {
                    "tU" => cascade.Useful.TotalMinutes,
                    "tN" => cascade.Net.TotalMinutes,
                    "TRS" => cascade.Trs.Known,
                    "TRG" => cascade.Trg.Known,
                    "TRE" => cascade.Tre.Known,
                    "DO" => cascade.Availability.Known,
                    "TP" => cascade.Performance.Known,
                    _ => cascade.Quality.Known,
                };
                Assert.Equal(expected.Value.GetDouble(), found, 1e-12);
            }

            Assert.Equal(cascade.Trg.Known, cascade.Trs.Known * cascade.Load.Known, 1e-12);
            Assert.Equal(cascade.Tre.Known, cascade.Trg.Known * cascade.Strategic.Known, 1e-12);
            Assert.NotEqual(cascade.Tre.Known, cascade.Strategic.Known);
        }
    }

    [Fact]
    public void The_whole_is_weighted_by_required_time_and_is_not_the_mean_of_rates()
    {
        var shifts = Shifts("ROD1");
        var whole = Trs.RollUp("ROD1", shifts);
        var parts = shifts.ConvertAll(s => Trs.Of(s));
        Assert.Equal(whole.Trs.Known, parts.Sum(p => p.Trs.Known * p.Required.TotalMinutes) / parts.Sum(p => p.Required.TotalMinutes), 1e-12);

        // A full hour at 100 % and nine at 50 %: 55 % of the time, not the 75 % of the mean.
        MachinePeriod Made(int hours, int pieces) => new() { Machine = "press", Required = TimeSpan.FromHours(hours), Pieces = [new(TimeSpan.FromMinutes(1), pieces, pieces)] };
        Assert.Equal(0.55, Trs.RollUp("press", [Made(1, 60), Made(9, 270)]).Trs.Known, 1e-12);
        Assert.Equal(parts.Sum(p => p.Made), whole.Made);
        var machines = Trs.ByMachine([.. shifts, .. Shifts("BT1")]);
        Assert.Equal(["BT1", "ROD1"], machines.Select(m => m.Name));
        Assert.Equal(whole.Useful, machines[1].Useful);
    }

    [Fact]
    public void Losses_make_up_what_is_missing_from_the_required_time()
    {
        var whole = Trs.RollUp("ROD1", Shifts("ROD1"));
        var lost = whole.Stops.Sum(s => s.Duration.Ticks) + whole.RhythmLoss.Duration.Ticks + whole.QualityLoss.Duration.Ticks;
        Assert.Equal(whole.Required.Ticks - whole.Useful.Ticks, lost);
        Assert.Equal(1 - whole.Trs.Known, whole.Stops.Sum(s => s.OfRequired!.Value) + whole.RhythmLoss.OfRequired!.Value + whole.QualityLoss.OfRequired!.Value, 1e-12);
        Assert.Equal(9674, whole.Stops.Single(s => s.Name == nameof(StopClass.Changeover)).Duration.TotalMinutes);
        Assert.Equal(whole.Made - whole.Good, whole.QualityLoss.Pieces!.Value, 1e-6);
        Assert.Equal(9674 / 5.0, whole.Stops.Single(s => s.Name == nameof(StopClass.Changeover)).Pieces!.Value, 1e-6);
    }

    [Fact]
    public void Taking_changes_out_of_the_required_time_flatters_the_TRS_and_the_result_says_so()
    {
        var norm = Trs.RollUp("ROD1", Shifts("ROD1"));
        var other = Trs.RollUp("ROD1", Shifts("ROD1"), ChangeoverReading.OutOfRequired);
        Assert.Equal(ChangeoverReading.OutOfRequired, other.Changeovers);
        Assert.Equal(norm.Required - TimeSpan.FromMinutes(9674), other.Required);
        Assert.Equal(norm.Running, other.Running);
        Assert.Equal(30380.0 / (53760 - 9674), other.Trs.Known, 1e-12);
        Assert.Equal(norm.Trg.Known, other.Trg.Known);
    }

    [Fact]
    public void Times_may_be_told_by_stops_from_the_calendar_down()
    {
        var cascade = Trs.Of(new()
        {
            Machine = "press",
            Total = TimeSpan.FromHours(24),
            Stops = [new(StopClass.Closure, TimeSpan.FromHours(8)), new(StopClass.Planned, TimeSpan.FromHours(1)), new(StopClass.Breakdown, TimeSpan.FromHours(3)), new(StopClass.Induced, TimeSpan.FromHours(2))],
            Pieces = [new(TimeSpan.FromMinutes(1), 300, 300, "A"), new(TimeSpan.FromMinutes(2), 100, 90, "B")],
        });
        Assert.Equal((16, 15, 10), (cascade.Opening!.Value.TotalHours, cascade.Required.TotalHours, cascade.Running.TotalHours));
        Assert.Equal((500, 480), (cascade.Net.TotalMinutes, cascade.Useful.TotalMinutes));
        Assert.Empty(cascade.Warnings);
        Assert.Throws<ArgumentException>(() => Trs.Of(new() { Machine = "press" }));
        Assert.Throws<ArgumentException>(() => Trs.RollUp("none", []));
    }

    [Fact]
    public void What_cannot_be_true_is_said_and_not_hidden()
    {
        var fast = Trs.Of(Published(TimeSpan.FromMinutes(200)));
        Assert.Equal(new TrsWarning("press", "", TrsInconsistency.PiecesExceedRunning, TimeSpan.FromMinutes(82)), Assert.Single(fast.Warnings));
        Assert.Equal(282 / 200.0, fast.Performance.Known, 1e-12);
        Assert.True(fast.RhythmLoss.Duration < TimeSpan.Zero);

        var stuck = Trs.Of(Published(null) with { Stops = [new(StopClass.Breakdown, TimeSpan.FromMinutes(500))], Pieces = [] });
        Assert.Equal(TrsInconsistency.StopsExceedRequired, Assert.Single(stuck.Warnings).Kind);
        Assert.Equal(0, stuck.Availability.Known);
        Assert.Equal(GapKind.Impossible, Assert.Single(stuck.Performance.Because.Gaps).Kind);
        Assert.Null(stuck.QualityLoss.Pieces);

        Assert.Contains(Trs.Of(Published(null) with { Opening = TimeSpan.FromMinutes(400) }).Warnings, w => w.Kind == TrsInconsistency.TimesNotNested && w.By == TimeSpan.FromMinutes(50));
        Assert.Contains(Trs.Of(Published(null) with { Stops = [new(StopClass.Planned, TimeSpan.FromMinutes(30))] }).Warnings, w => w.Kind == TrsInconsistency.PlannedStopsDisagree && w.By == TimeSpan.FromMinutes(60));
        Assert.Contains(Trs.Of(Published(TimeSpan.FromMinutes(300)) with { Stops = [new(StopClass.Setting, TimeSpan.FromMinutes(100))] }).Warnings, w => w.Kind == TrsInconsistency.RunningDisagrees && w.By == TimeSpan.FromMinutes(50));
        var idle = Trs.Of(new() { Machine = "press", Required = TimeSpan.Zero, Pieces = [new(TimeSpan.FromMinutes(1), 5, 5)] });
        Assert.Contains(idle.Warnings, w => w.Kind == TrsInconsistency.ActivityWithoutRequirement);
        Assert.False(idle.Trs.IsKnown);
        Assert.Throws<ArgumentException>(() => new MadePieces(TimeSpan.FromMinutes(1), 5, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Stop(StopClass.Induced, TimeSpan.FromMinutes(-1)));
    }
}
