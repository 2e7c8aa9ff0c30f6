using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Methods.Tests.Statistics;

public sealed class AnovaTests
{
    /// <summary>SmLs07 holds 1000000000000.4 and its like: as doubles they are off by up to 6E−5 beside a spread of 0.1, and 4 digits is all there is.</summary>
    [Theory]
    [InlineData("SiRstv", 13)]
    [InlineData("SmLs01", 14)]
    [InlineData("SmLs04", 10)]
    [InlineData("SmLs07", 3.9)]
    public void The_certified_tables_of_NIST_are_found(string set, double digits)
    {
        var certified = Nist.Certified(set);
        var columns = Nist.Columns(set);
        var anova = OneWayAnova.Of([.. columns["treatment"].Zip(columns["y"]).GroupBy(p => p.First).Select(g => g.Select(p => p.Second).ToArray())]);
        var (between, within) = (certified.GetProperty("between"), certified.GetProperty("within"));
        Assert.Equal((between.GetProperty("df").GetDouble(), within.GetProperty("df").GetDouble()), (anova.Table["between"].Freedom, anova.Table["residual"].Freedom));
        (string Name, double Digits)[] found =
        [
            ("SS between", Nist.Digits(Nist.Number(between, "ss"), anova.Table["between"].Squares)), ("MS between", Nist.Digits(Nist.Number(between, "ms"), anova.Table["between"].MeanSquare!.Value)),
            ("SS within", Nist.Digits(Nist.Number(within, "ss"), anova.Table["residual"].Squares)), ("F", Nist.Digits(Nist.Number(between, "F"), anova.Test.Statistic!.Value)),
            ("R²", Nist.Digits(Nist.Number(certified, "r_squared"), anova.RSquared!.Value)), ("s", Nist.Digits(Nist.Number(certified, "residual_sd"), anova.ResidualDeviation)),
        ];
        Assert.True(found.All(f => f.Digits >= digits), $"{set}: {string.Join(", ", found.Select(f => $"{f.Name} {f.Digits:F1}"))}");
    }

    [Fact]
    public void Plant_growth_and_its_Tukey_comparisons_agree_with_R()
    {
        var expected = DemoFactory.Published("spc/expected/anova_plantgrowth.json");
        var groups = expected.GetProperty("group").EnumerateArray().Select(g => g.GetString()!).Zip(HypothesisTests.Numbers(expected, "y")).GroupBy(p => p.First).Select(g => g.Select(p => p.Second).ToArray()).ToArray();
        var anova = OneWayAnova.Of(groups);
        Assert.Equal(expected.GetProperty("F").GetDouble(), anova.Test.Statistic!.Value, 1e-12);
        Assert.Equal(expected.GetProperty("p").GetDouble(), anova.Test.Probability!.Value, 1e-13);
        var tukey = anova.Tukey();
        foreach (var (line, pair) in expected.GetProperty("tukey").EnumerateArray().Zip(tukey))
        {
            Assert.Equal(line.GetProperty("diff").GetDouble(), pair.Difference, 1e-12);
            Assert.Equal(line.GetProperty("lwr").GetDouble(), pair.Interval!.Value.Low!.Value, 1e-7);
            Assert.Equal(line.GetProperty("upr").GetDouble(), pair.Interval.Value.High!.Value, 1e-7);
            Assert.Equal(line.GetProperty("p adj").GetDouble(), pair.Probability!.Value, 1e-7);
        }
    }

    [Fact]
    public void Two_groups_give_Students_t_squared()
    {
        var dice = new Random(5);
        for (var i = 0; i < 50; i++)
        {
            var (a, b) = (Dice.Normals(dice, 8), Dice.Normals(dice, 11, 0.4));
            var (anova, t) = (OneWayAnova.Of([a, b]), MeanTests.TwoSample(a, b));
            Assert.Equal(t.Statistic!.Value * t.Statistic.Value, anova.Test.Statistic!.Value, 1e-10);
            Assert.Equal(t.Probability!.Value, anova.Test.Probability!.Value, 1e-11);
            var welch = MeanTests.Welch(a, b);
            Assert.Equal(welch.Statistic!.Value * welch.Statistic.Value, OneWayAnova.Welch([a, b]).Statistic!.Value, 1e-10);
            Assert.Equal(welch.Probability!.Value, OneWayAnova.Welch([a, b]).Probability!.Value, 1e-11);
            Assert.Equal(t.Probability.Value, anova.Tukey()[0].Probability!.Value, 1e-10);
        }
    }

    [Fact]
    public void Two_factors_without_interaction_share_the_variation_out()
    {
        var table = TwoWayAnova.Of([[[1, 2], [3, 4]], [[5, 6], [7, 8]]], "machine", "shift").Table;
        Assert.Equal([32, 8, 0, 2, 42], table.Lines.Select(l => Math.Round(l.Squares, 12)));
        Assert.Equal((64.0, 16.0), (table["machine"].Ratio, table["shift"].Ratio));
        Assert.Equal([1, 1, 1, 4, 7], table.Lines.Select(l => l.Freedom));
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => table["tool"]).ParamName);
    }

    [Fact]
    public void The_battery_life_of_Montgomery_gives_his_table()
    {
        // Design and Analysis of Experiments, table 5.1 (three materials, three temperatures, four batteries a cell) and table 5.5.
        var anova = TwoWayAnova.Of(
            [
                [[130, 155, 74, 180], [34, 40, 80, 75], [20, 70, 82, 58]],
                [[150, 188, 159, 126], [136, 122, 106, 115], [25, 70, 58, 45]],
                [[138, 110, 168, 160], [174, 120, 150, 139], [96, 104, 82, 60]],
            ],
            "material",
            "temperature");
        Assert.Equal([10683.72, 39118.72, 9613.78, 18230.75, 77646.97], anova.Table.Lines.Select(l => Math.Round(l.Squares, 2)));
        Assert.Equal((7.91, 28.97, 3.56), (Math.Round(anova.Table["material"].Ratio!.Value, 2), Math.Round(anova.Table["temperature"].Ratio!.Value, 2), Math.Round(anova.Table["interaction"].Ratio!.Value, 2)));
    }

    [Fact]
    public void An_unbalanced_design_is_said_and_one_value_a_cell_leaves_the_interaction_to_the_residual()
    {
        var unbalanced = TwoWayAnova.Of([[[1, 2], [3]], [[5, 6], [7, 8]]], "machine", "shift");
        Assert.Equal([new Gap("", "same number of values in every cell", GapKind.Impossible)], unbalanced.Because.Gaps);
        Assert.Empty(unbalanced.Table.Lines);
        var single = TwoWayAnova.Of([[[1], [3]], [[5], [8]]], "machine", "shift");
        Assert.Equal(["machine", "shift", "residual", "total"], single.Table.Lines.Select(l => l.Name));
        var flat = TwoWayAnova.Of([[[0.1, 0.1, 0.1], [0.1, 0.1, 0.1]], [[0.1, 0.1, 0.1], [0.1, 0.1, 0.1]]], "machine", "shift");
        Assert.All(flat.Table.Lines, l => Assert.Null(l.Ratio));
        Assert.Single(flat.Because.Gaps);
    }
}
