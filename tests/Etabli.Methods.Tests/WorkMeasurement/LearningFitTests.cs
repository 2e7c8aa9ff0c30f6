using Etabli.Methods.WorkMeasurement;

namespace Etabli.Methods.Tests.WorkMeasurement;

public sealed class LearningFitTests
{
    [Fact]
    public void Times_that_lie_on_a_published_curve_give_its_rate_and_its_first_unit_back()
    {
        foreach (var printed in DemoFactory.Published("methods/learning_curve.json").GetProperty("cases").EnumerateArray())
        {
            var model = printed.GetProperty("model").GetString() == "wright" ? LearningModel.Wright : LearningModel.Crawford;
            var curve = new LearningCurve(printed.GetProperty("a").GetDouble(), printed.GetProperty("r").GetDouble(), model);
            var fit = LearningFit.Of(new long[] { 1, 2, 3, 5, 8, 40 }.Select(n => new LearntTime(n, model == LearningModel.Wright ? curve.Average(n) : curve.Unit(n))), model);
            Assert.Equal(curve.Rate, fit.Rate.Known, 1e-12);
            Assert.Equal(curve.First, fit.First.Known, 1e-9 * curve.First);
        }
    }

    [Fact]
    public void Two_times_give_the_rate_between_them_and_no_interval()
    {
        var fit = LearningFit.Of([new(4, 64), new(1, 100)], LearningModel.Crawford);
        Assert.Equal(LearningCurve.RateBetween(1, 100, 4, 64), fit.Rate.Known, 1e-12);
        Assert.Null(fit.Interval);
        Assert.Null(fit.SurelyFalls);
    }

    [Fact]
    public void The_interval_of_the_rate_holds_the_true_one_about_as_often_as_it_says()
    {
        // Log-normal noise of 10 % about an 85 % curve, 2,000 times: 95 % ± 4 standard errors.
        var random = new Random(1936);
        var (held, turns) = (0, 2_000);
        var curve = new LearningCurve(100, 0.85, LearningModel.Crawford);
        for (var turn = 0; turn < turns; turn++)
        {
            var fit = LearningFit.Of(new long[] { 1, 2, 4, 7, 12, 20, 33 }.Select(n => new LearntTime(n, curve.Unit(n) * Math.Exp(0.1 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))), LearningModel.Crawford);
            held += fit.Interval!.Value.Contains(0.85) ? 1 : 0;
        }

        Assert.InRange(held / (double)turns, 0.93, 0.97);
    }

    [Fact]
    public void Times_that_grow_or_fall_by_half_are_no_learning_and_nothing_is_foreseen_from_them()
    {
        Assert.Null(LearningFit.Of([new(1, 10), new(2, 11), new(4, 13)], LearningModel.Crawford).Curve);
        Assert.Null(LearningFit.Of([new(1, 100), new(2, 45), new(4, 20)], LearningModel.Crawford).Curve);
        Assert.False(LearningFit.Of([new(1, 100), new(1, 90)], LearningModel.Crawford).Rate.IsKnown);
        Assert.True(LearningFit.Of([new(1, 100), new(2, 100), new(4, 100)], LearningModel.Crawford).Curve is { Rate: 1 });
    }

    [Fact]
    public void Averages_need_every_unit_from_the_first_and_have_no_interval()
    {
        Assert.Equal([new(1, 10.0), new(2, 9.0), new(3, 8.0)], LearningFit.Averages([new(3, 6), new(1, 10), new(2, 8)])!);
        Assert.Null(LearningFit.Averages([new(1, 10), new(3, 8)]));
        Assert.Null(LearningFit.Averages([new(1, 10), new(1, 8)]));
        Assert.Null(LearningFit.Of([new(1, 10), new(2, 9), new(3, 8.2)], LearningModel.Wright).Interval);
    }

    [Fact]
    public void A_number_below_one_or_a_time_that_is_not_above_zero_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningFit.Of([new(0, 10)], LearningModel.Crawford));
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningFit.Of([new(1, 0)], LearningModel.Crawford));
        Assert.Throws<ArgumentOutOfRangeException>(() => LearningFit.Of([new(1, double.PositiveInfinity)], LearningModel.Crawford));
    }
}
