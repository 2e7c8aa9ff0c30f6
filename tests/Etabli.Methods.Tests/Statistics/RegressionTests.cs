using System.Globalization;
using Etabli.Methods.Statistics.Regression;

namespace Etabli.Methods.Tests.Statistics;

public sealed class RegressionTests
{
    [Theory]
    [InlineData("Norris", 1, 13)]
    [InlineData("NoInt1", 0, 14)]
    [InlineData("Longley", 0, 14)]
    [InlineData("Wampler1", 5, 14)]
    [InlineData("Wampler2", 5, 13)]
    [InlineData("Wampler4", 5, 14)]
    [InlineData("Filip", 10, 13)]
    public void The_certified_regressions_of_NIST_are_found(string set, int degree, double digits)
    {
        var certified = Nist.Certified(set);
        var columns = Nist.Columns(set);
        var fit = degree > 0
            ? LinearRegression.Polynomial(columns["x"], columns["y"], degree)
            : LinearRegression.Multiple([.. columns.Where(c => c.Key != "y").Select(c => c.Value)], columns["y"], withConstant: set != "NoInt1");
        var found = new List<(string Name, double Digits)>();
        foreach (var (parameter, coefficient) in certified.GetProperty("parameters").EnumerateArray().Zip(fit.Coefficients))
        {
            found.Add((coefficient.Name, Nist.Digits(Nist.Number(parameter, "estimate"), coefficient.Value)));
            found.Add(("se " + coefficient.Name, Nist.Digits(Nist.Number(parameter, "sd"), coefficient.Error)));
        }

        var (regression, residual) = (certified.GetProperty("anova").GetProperty("regression"), certified.GetProperty("anova").GetProperty("residual"));
        found.Add(("s", Nist.Digits(Nist.Number(certified, "residual_sd"), fit.ResidualDeviation.Known)));
        found.Add(("R²", Nist.Digits(Nist.Number(certified, "r_squared"), fit.RSquared.Known)));
        found.Add(("SS regression", Nist.Digits(Nist.Number(regression, "ss"), fit.Table["regression"].Squares)));
        found.Add(("SS residual", Nist.Digits(Nist.Number(residual, "ss"), fit.Table["residual"].Squares)));
        Assert.Equal((regression.GetProperty("df").GetDouble(), residual.GetProperty("df").GetDouble()), (fit.Table["regression"].Freedom, fit.Table["residual"].Freedom));
        if (fit.Table["regression"].Ratio is { } ratio)
        {
            found.Add(("F", Nist.Digits(Nist.Number(regression, "F"), ratio)));
        }

        Assert.Equal(set is "Wampler1" or "Wampler2", fit.IsExact);
        Assert.True(found.All(f => f.Digits >= digits), $"{set}: {string.Join(", ", found.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Digits:F1}")))}");
    }

    [Fact]
    public void Braking_distances_agree_with_R_in_every_figure()
    {
        var expected = DemoFactory.Published("spc/expected/regression_cars.json");
        var fit = LinearRegression.Line(HypothesisTests.Numbers(expected, "x"), HypothesisTests.Numbers(expected, "y"), "speed");
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(HypothesisTests.Numbers(expected, "coef")[i], fit.Coefficients[i].Value, 1e-12);
            Assert.Equal(HypothesisTests.Numbers(expected, "se")[i], fit.Coefficients[i].Error, 1e-12);
            Assert.Equal(HypothesisTests.Numbers(expected, "t")[i], fit.Coefficients[i].Statistic!.Value, 1e-12);
            Assert.Equal(HypothesisTests.Numbers(expected, "p")[i], fit.Coefficients[i].Probability!.Value, 1e-14);
            Assert.Equal(expected.GetProperty("ci95")[i][0].GetDouble(), fit.Coefficients[i].Interval!.Value.Low!.Value, 1e-10);
            Assert.Equal(expected.GetProperty("ci95")[i][1].GetDouble(), fit.Coefficients[i].Interval!.Value.High!.Value, 1e-10);
        }

        Assert.Equal(expected.GetProperty("r2").GetDouble(), fit.RSquared.Known, 1e-13);
        Assert.Equal(expected.GetProperty("adj_r2").GetDouble(), fit.AdjustedRSquared.Known, 1e-13);
        Assert.Equal(expected.GetProperty("sigma").GetDouble(), fit.ResidualDeviation.Known, 1e-12);
        Assert.Equal(HypothesisTests.Numbers(expected, "F")[0], fit.Table["regression"].Ratio!.Value, 1e-11);
        for (var i = 0; i < 3; i++)
        {
            var prediction = fit.Predict([HypothesisTests.Numbers(expected, "predict_at")[i]]);
            double[] found = [prediction.Value, prediction.Single.Low!.Value, prediction.Single.High!.Value, prediction.Value, prediction.Mean.Low!.Value, prediction.Mean.High!.Value];
            var sought = expected.GetProperty("pred_int95")[i].EnumerateArray().Concat(expected.GetProperty("conf_int95")[i].EnumerateArray()).Select(e => e.GetDouble());
            Assert.All(sought.Zip(found), p => Assert.Equal(p.First, p.Second, 1e-10));
        }

        Assert.Equal([false, true], new[] { fit.Predict([15]).Outside, fit.Predict([30]).Outside });
    }

    [Fact]
    public void Four_loads_give_a_slope_of_1_94()
    {
        var line = LinearRegression.Line([1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8], "load");
        Assert.Equal(1.94, line["load"].Value, 1e-14);
        Assert.Equal(9.85, line.Predict([5]).Value, 1e-13);
        Assert.Equal(2, line.Points.Sum(p => p.Leverage), 1e-13);
        Assert.Equal(0, line.Points.Sum(p => p.Residual), 1e-14);
        Assert.Equal(0.7, line.Points[0].Leverage, 1e-14);
    }

    [Fact]
    public void Cooks_distance_is_what_the_coefficients_move_when_a_value_is_left_out()
    {
        var dice = new Random(9);
        for (var round = 0; round < 20; round++)
        {
            var x = Enumerable.Range(0, 12).Select(_ => dice.NextDouble() * 10).ToArray();
            var y = x.Select(v => 3 - v + Dice.Normal(dice)).ToArray();
            var whole = LinearRegression.Line(x, y);
            for (var i = 0; i < x.Length; i++)
            {
                var without = LinearRegression.Line([.. x.Where((_, j) => j != i)], [.. y.Where((_, j) => j != i)]);
                var moved = x.Sum(v => Math.Pow(whole.Predict([v]).Value - without.Predict([v]).Value, 2));
                Assert.Equal(moved / (2 * Math.Pow(whole.ResidualDeviation.Known, 2)), whole.Points[i].Cook!.Value, 1e-9);
            }
        }
    }

    [Fact]
    public void A_scale_or_a_shift_of_a_column_moves_its_coefficient_and_no_fit()
    {
        var dice = new Random(10);
        for (var round = 0; round < 30; round++)
        {
            var a = Enumerable.Range(0, 15).Select(_ => dice.NextDouble()).ToArray();
            var b = Enumerable.Range(0, 15).Select(_ => dice.NextDouble() * 5).ToArray();
            var y = a.Zip(b, (p, q) => 1 + 2 * p - q + Dice.Normal(dice)).ToArray();
            var (plain, moved) = (LinearRegression.Multiple([a, b], y), LinearRegression.Multiple([[.. a.Select(v => v * 8)], [.. b.Select(v => v + 1000)]], y));
            Assert.Equal(plain["x1"].Value, moved["x1"].Value * 8, 1e-11);
            Assert.Equal(plain["x2"].Value, moved["x2"].Value, 1e-9);
            Assert.Equal(plain["x1"].Probability!.Value, moved["x1"].Probability!.Value, 1e-10);
            Assert.All(plain.Points.Zip(moved.Points), p => Assert.Equal(p.First.Fitted, p.Second.Fitted, 1e-9));
            Assert.Equal(3, plain.Points.Sum(p => p.Leverage), 1e-12);
            Assert.InRange(plain.RSquared.Known, 0, 1);
            Assert.InRange(plain.DurbinWatson.Known, 0, 4);
        }
    }

    [Fact]
    public void Ninety_five_bands_of_a_hundred_hold_the_line_and_the_next_value()
    {
        var dice = new Random(11);
        var (mean, single, slope, drawn) = (0, 0, 0, 2000);
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8];
        for (var i = 0; i < drawn; i++)
        {
            var fit = LinearRegression.Line(x, [.. x.Select(v => 2 + 0.5 * v + Dice.Normal(dice))]);
            var prediction = fit.Predict([6.5]);
            mean += prediction.Mean.Contains(5.25) ? 1 : 0;
            single += prediction.Single.Contains(5.25 + Dice.Normal(dice)) ? 1 : 0;
            slope += fit["x"].Interval!.Value.Contains(0.5) ? 1 : 0;
        }

        // 4 standard errors of 0.95 over 2 000 draws are 0.0195.
        Assert.InRange(mean / (double)drawn, 0.9305, 0.9695);
        Assert.InRange(single / (double)drawn, 0.9305, 0.9695);
        Assert.InRange(slope / (double)drawn, 0.9305, 0.9695);
    }

    [Fact]
    public void A_column_that_is_a_mixture_of_others_is_refused_by_name()
    {
        double[] hours = [1, 2, 3, 5, 8, 9], minutes = [60, 120, 180, 300, 480, 540], speed = [4, 1, 3, 2, 5, 9];
        Assert.Contains("'minutes'", Assert.Throws<ArgumentException>(() => LinearRegression.Multiple([hours, speed, minutes], [1, 2, 3, 4, 5, 7], ["hours", "speed", "minutes"])).Message, StringComparison.Ordinal);
        double[] thirds = [.. hours.Select((h, i) => h / 3 + speed[i] * 0.1)];
        Assert.Contains("'x3'", Assert.Throws<ArgumentException>(() => LinearRegression.Multiple([hours, speed, thirds], [1, 2, 3, 4, 5, 7])).Message, StringComparison.Ordinal);
        Assert.Contains("'x'", Assert.Throws<ArgumentException>(() => LinearRegression.Line([0.1, 0.1, 0.1], [1, 2, 3])).Message, StringComparison.Ordinal);
        Assert.Contains("'x^2'", Assert.Throws<ArgumentException>(() => LinearRegression.Polynomial([1, 1, 2, 2, 2], [1, 2, 3, 4, 5], 2)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_a_gap_or_a_refusal()
    {
        var exact = LinearRegression.Line([1, 2, 3], [2, 4, 6]);
        Assert.True(exact.IsExact);
        Assert.Equal((2.0, (double?)null), (Math.Round(exact["x"].Value, 14), exact["x"].Probability));
        Assert.False(exact.DurbinWatson.IsKnown);
        Assert.Equal(1, exact.RSquared.Known);
        Assert.False(LinearRegression.Line([1, 2, 3], [5, 5, 5]).RSquared.IsKnown);
        Assert.Equal("y", Assert.Throws<ArgumentException>(() => LinearRegression.Line([1, 2], [1, 2])).ParamName);
        Assert.Equal("columns", Assert.Throws<ArgumentException>(() => LinearRegression.Line([1, 2, 3], [1, 2])).ParamName);
        Assert.Equal("columns", Assert.Throws<ArgumentOutOfRangeException>(() => LinearRegression.Line([1, double.NaN, 3], [1, 2, 4])).ParamName);
        Assert.Equal("degree", Assert.Throws<ArgumentOutOfRangeException>(() => LinearRegression.Polynomial([1, 2, 3], [1, 2, 4], 21)).ParamName);
        Assert.Equal("x", Assert.Throws<ArgumentOutOfRangeException>(() => LinearRegression.Polynomial([1e30, 2e30, 3e30, 4e30], [1, 2, 4, 3], 3)).ParamName);
        Assert.Equal("at", Assert.Throws<ArgumentException>(() => exact.Predict([1, 2])).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => exact["z"]).ParamName);
    }
}
