using Etabli.Methods.Quality;

namespace Etabli.Methods.Tests.Quality;

public sealed class ParetoTests
{
    private static readonly (string, decimal)[] Orders = [("price code", 80), ("schedule date", 27), ("supplier code", 66), ("contact num.", 94), ("part num.", 33)];

    [Fact]
    public void Eighty_per_cent_exactly_reached_by_three_causes_needs_no_fourth()
    {
        var table = Pareto.Of(Orders);
        Assert.Equal(["contact num.", "price code", "supplier code"], table.ClassA.Select(b => b.Cause));
        Assert.Equal(0.80m, table.Bars[2].Cumulated);
        Assert.Equal([AbcClass.A, AbcClass.A, AbcClass.A, AbcClass.B, AbcClass.B], table.Bars.Select(b => b.Class));
        Assert.Equal(2, table.RankOf("price code"));
        Assert.Null(table.RankOf("weather"));
    }

    [Fact]
    public void The_cause_that_crosses_the_threshold_is_in_or_out_by_convention()
    {
        (string, decimal)[] causes = [("a", 50), ("b", 29), ("c", 15), ("d", 6)];
        Assert.Equal(["a", "b", "c"], Pareto.Of(causes).ClassA.Select(b => b.Cause));
        Assert.Equal(["a", "b"], Pareto.Of(causes, choices: new() { Rule = ThresholdRule.StayUnder }).ClassA.Select(b => b.Cause));
        Assert.Equal([AbcClass.A, AbcClass.B, AbcClass.B, AbcClass.C], Pareto.Of(causes, choices: new() { A = 0.5m, B = 0.9m }).Bars.Select(b => b.Class));
    }

    [Fact]
    public void One_cause_above_the_threshold_stays_alone_or_leaves_class_A_empty()
    {
        (string, decimal)[] causes = [("a", 90), ("b", 10)];
        Assert.Single(Pareto.Of(causes).ClassA);
        Assert.Empty(Pareto.Of(causes, choices: new() { Rule = ThresholdRule.StayUnder }).ClassA);
    }

    [Fact]
    public void Causes_that_tie_are_ordered_by_name_whatever_order_they_came_in()
    {
        Assert.Equal(["a", "b", "c"], Pareto.Of([("c", 5), ("a", 5), ("b", 5)]).Bars.Select(b => b.Cause));
        Assert.Equal(Pareto.Of([("c", 5), ("a", 5), ("b", 5)]), Pareto.Of([("b", 5), ("c", 5), ("a", 5)]));
    }

    [Fact]
    public void Others_come_last_even_when_they_weigh_most()
    {
        var table = Pareto.Of([("Autres", 90), ("a", 6), ("b", 4)], choices: new() { Others = "Autres" });
        Assert.Equal(["a", "b", "Autres"], table.Bars.Select(b => b.Cause));
        Assert.Equal([false, false, true], table.Bars.Select(b => b.IsOthers));
        Assert.Equal(1, table.Bars[^1].Cumulated);
    }

    [Fact]
    public void Small_causes_are_grouped_with_others_and_none_of_class_A_is()
    {
        (string, decimal)[] causes = [("a", 50), ("b", 20), ("c", 15), ("d", 6), ("e", 5), ("Autres", 4)];
        var table = Pareto.Of(causes, choices: new() { KeepFirst = 1, Others = "Autres" });
        Assert.Equal(["a", "b", "c", "Autres"], table.Bars.Select(b => b.Cause));
        Assert.Equal(15, table.Bars[^1].Amount);
        Assert.Equal(Pareto.Of(causes).ClassA.Select(b => b.Cause), table.ClassA.Select(b => b.Cause));
    }

    [Fact]
    public void One_cause_alone_is_not_grouped() =>
        Assert.Equal(["a", "b", "c"], Pareto.Of([("a", 85), ("b", 10), ("c", 5)], choices: new() { KeepFirst = 2 }).Bars.Select(b => b.Cause));

    [Fact]
    public void A_cause_that_weighs_nothing_is_said_and_not_drawn()
    {
        var table = Pareto.Of([("b", 0), ("a", 3), ("c", 0)]);
        Assert.Equal(["a"], table.Bars.Select(b => b.Cause));
        Assert.Equal(["b", "c"], table.Zeros);
    }

    [Fact]
    public void When_nothing_weighs_there_is_no_share()
    {
        Assert.True(Pareto.Of([("a", 0)]).IsEmpty);
        Assert.Empty(Pareto.Of(Array.Empty<(string, decimal)>()).ClassA);
    }

    [Fact]
    public void A_negative_weight_an_unnamed_cause_or_crossed_thresholds_are_refused()
    {
        Assert.Equal("weights", Assert.Throws<ArgumentOutOfRangeException>(() => Pareto.Of([("a", -1)])).ParamName);
        Assert.Equal("weights", Assert.Throws<ArgumentException>(() => Pareto.Of([(" ", 1)])).ParamName);
        Assert.Equal("choices", Assert.Throws<ArgumentException>(() => Pareto.Of(Orders, choices: new() { A = 0.9m, B = 0.8m })).ParamName);
        Assert.Equal("A", Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoChoices { A = 0 }).ParamName);
        Assert.Equal("KeepFirst", Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoChoices { KeepFirst = 0 }).ParamName);
    }

    [Fact]
    public void By_number_duration_and_cost_the_same_stoppages_rank_otherwise()
    {
        Occurrence[] stoppages =
        [
            new("jam", 9, TimeSpan.FromMinutes(18), 20m),
            new("setup", 2, TimeSpan.FromMinutes(160), 90m),
            new("breakdown", 1, TimeSpan.FromMinutes(50), 900m),
        ];
        Assert.Equal(["jam", "setup", "breakdown"], Pareto.Of(stoppages, ParetoMeasure.Count).Bars.Select(b => b.Cause));
        Assert.Equal(["setup", "breakdown", "jam"], Pareto.Of(stoppages, ParetoMeasure.Duration).Bars.Select(b => b.Cause));
        Assert.Equal(["breakdown", "setup", "jam"], Pareto.Of(stoppages, ParetoMeasure.Cost).Bars.Select(b => b.Cause));
        Assert.Equal(9600, Pareto.Of(stoppages, ParetoMeasure.Duration).Bars[0].Amount);
    }

    [Fact]
    public void A_setup_of_81_minutes_weighs_4_860_seconds()
    {
        var first = Pareto.Of([new Occurrence("jam", Duration: TimeSpan.FromMinutes(3)), new("setup", Duration: TimeSpan.FromMinutes(81))], ParetoMeasure.Duration).Bars[0];
        Assert.Equal(("setup", 4860m), (first.Cause, first.Amount));
    }

    [Fact]
    public void A_stoppage_without_duration_is_not_one_of_no_time() =>
        Assert.Contains("'jam' has no Duration", Assert.Throws<ArgumentException>(() => Pareto.Of([new Occurrence("jam")], ParetoMeasure.Duration)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_second_level_shares_out_each_family()
    {
        var tree = Pareto.TwoLevels([new("jam", 3, Family: "press"), new("setup", 5, Family: "press"), new("jam", 2, Family: "oven")], ParetoMeasure.Count);
        Assert.Equal(["press", "oven"], tree.Families.Bars.Select(b => b.Cause));
        Assert.Equal("setup", tree.Within[0].Causes.Bars[0].Cause);
        Assert.Equal(1, tree.Within[1].Causes.Bars[0].Share);
        Assert.Equal(tree.Families.Bars.Select(b => b.Amount), tree.Within.Select(w => w.Causes.Total));
        Assert.Equal("occurrences", Assert.Throws<ArgumentException>(() => Pareto.TwoLevels([new("jam")], ParetoMeasure.Count)).ParamName);
    }

    [Fact]
    public void Shares_sum_to_one_never_increase_and_class_A_is_the_smallest_set_that_reaches()
    {
        var dice = new Random(20);
        for (var i = 0; i < 500; i++)
        {
            var table = Pareto.Of(Draw(dice));
            if (table.IsEmpty)
            {
                continue;
            }

            Assert.Equal(1, (double)table.Bars.Sum(b => b.Share), 1e-20);
            Assert.Equal(1, table.Bars[^1].Cumulated);
            Assert.All(table.Bars.Zip(table.Bars.Skip(1)), p => Assert.True(p.First.Share >= p.Second.Share && p.First.Cumulated < p.Second.Cumulated && p.First.Class <= p.Second.Class));
            var a = table.ClassA.Sum(b => b.Amount);
            Assert.True(a * 10 >= table.Total * 8);
            Assert.True((a - table.ClassA[^1].Amount) * 10 < table.Total * 8);
        }
    }

    [Fact]
    public void Merging_two_Paretos_is_the_Pareto_of_all_and_no_unit_changes_a_share()
    {
        var dice = new Random(21);
        for (var i = 0; i < 300; i++)
        {
            var (one, other) = (Draw(dice), Draw(dice));
            var all = Pareto.Of(one.Concat(other));
            Assert.Equal(all, Pareto.Of(Weights(Pareto.Of(one)).Concat(Weights(Pareto.Of(other)))));
            Assert.Equal(all, Pareto.Of(other.Concat(one).Reverse()));
            Assert.Equal(all.Bars.Select(b => (b.Cause, b.Share, b.Class)), Pareto.Of(one.Concat(other).Select(w => (w.Item1, w.Item2 * 4))).Bars.Select(b => (b.Cause, b.Share, b.Class)));
        }

        static IEnumerable<(string, decimal)> Weights(ParetoTable table) => table.Bars.Select(b => (b.Cause, b.Amount)).Concat(table.Zeros.Select(z => (z, 0m)));
    }

    [Fact]
    public void Stoppages_of_honing_are_those_the_generator_of_the_factory_added_up()
    {
        var rows = DemoFactory.Rows("16_arrets.csv").Where(r => r["poste"] == "ROD1").Select(r => new Occurrence(r["cause"], Duration: TimeSpan.FromMinutes(DemoFactory.Number(r["duree_min"])))).ToList();
        var (times, counts) = (Pareto.Of(rows, ParetoMeasure.Duration), Pareto.Of(rows, ParetoMeasure.Count));
        var expected = DemoFactory.Answers.GetProperty("pareto_arrets_ROD1").EnumerateArray().ToList();
        Assert.Equal(expected.Select(e => e.GetProperty("cause").GetString()), times.Bars.Select(b => b.Cause));
        foreach (var (answer, bar) in expected.Zip(times.Bars))
        {
            Assert.Equal(answer.GetProperty("min").GetDecimal() * 60, bar.Amount);
            Assert.Equal(answer.GetProperty("nb").GetDecimal(), counts.Bars[counts.RankOf(bar.Cause)!.Value - 1].Amount);
            Assert.Equal(answer.GetProperty("pct").GetDouble(), (double)bar.Share * 100, 0.00501);
            Assert.Equal(answer.GetProperty("cumul_pct").GetDouble(), (double)bar.Cumulated * 100, 0.00501);
        }

        Assert.Equal(4, times.ClassA.Count);
    }

    [Fact]
    public void Scrap_of_honing_is_that_the_generator_of_the_factory_added_up()
    {
        var table = Pareto.Of(DemoFactory.Rows("17_rebuts.csv").Where(r => r["poste"] == "ROD1").Select(r => new Occurrence(r["defaut"], (long)DemoFactory.Number(r["quantite"]))), ParetoMeasure.Count);
        var expected = DemoFactory.Answers.GetProperty("pareto_rebuts_ROD1").EnumerateObject().ToDictionary(e => e.Name, e => e.Value.GetDecimal());
        Assert.Equal(expected.OrderByDescending(e => e.Value).Select(e => (e.Key, e.Value)), table.Bars.Select(b => (b.Cause, b.Amount)));
    }

    private static (string, decimal)[] Draw(Random dice) => [.. Enumerable.Range(0, dice.Next(0, 12)).Select(_ => ($"cause {dice.Next(8)}", (decimal)dice.Next(0, 100)))];
}
