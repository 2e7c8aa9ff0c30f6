using Etabli.Methods.WorkMeasurement;

namespace Etabli.Methods.Tests.WorkMeasurement;

public sealed class LearningCurveTests
{
    [Fact]
    public void Every_published_case_of_Wright_and_of_Crawford_is_found_again()
    {
        foreach (var printed in DemoFactory.Published("methods/learning_curve.json").GetProperty("cases").EnumerateArray())
        {
            var curve = new LearningCurve(printed.GetProperty("a").GetDouble(), printed.GetProperty("r").GetDouble(), printed.GetProperty("model").GetString() == "wright" ? LearningModel.Wright : LearningModel.Crawford);
            void Check(string name, Func<double> got, double within)
            {
                if (printed.TryGetProperty(name, out var value))
                {
                    Assert.Equal(value.GetDouble(), got(), within);
                }
            }

            long N() => printed.GetProperty("n").GetInt64();
            Check("unit", () => curve.Unit(N()), 1e-9);
            Check("cumulative", () => curve.Total(N()), 1e-8);
            Check("total", () => curve.Total(N()), 1e-8);
            Check("cumulative_published", () => curve.Total(N()), 0.5);
            Check("second_unit", () => curve.Unit(2), 1e-9);
            Check("average_first_4", () => curve.Average(4), 1e-9);
        }
    }

    [Theory]
    [InlineData(LearningModel.Wright)]
    [InlineData(LearningModel.Crawford)]
    public void The_units_add_up_to_the_total_whatever_the_way_it_is_reckoned(LearningModel model)
    {
        foreach (var rate in new[] { 0.55, 0.8, 0.999, 1 })
        {
            var curve = new LearningCurve(37, rate, model);
            var sum = 0.0;
            for (var n = 1; n <= 3_000; n++)
            {
                sum += curve.Unit(n);
                if (n is 1 or 2 or 999 or 1_000 or 1_001 or 3_000)
                {
                    Assert.Equal(sum, curve.Total(n), sum * 1e-11);
                }
            }
        }
    }

    [Fact]
    public void Each_doubling_leaves_the_rate_of_what_the_model_speaks_of()
    {
        foreach (var n in new[] { 1L, 7, 400, 123_456 })
        {
            Assert.Equal(0.8, new LearningCurve(10, 0.8, LearningModel.Crawford).Unit(2 * n) / new LearningCurve(10, 0.8, LearningModel.Crawford).Unit(n), 1e-12);
            Assert.Equal(0.8, new LearningCurve(10, 0.8, LearningModel.Wright).Average(2 * n) / new LearningCurve(10, 0.8, LearningModel.Wright).Average(n), 1e-12);
        }
    }

    [Fact]
    public void The_rate_two_measures_say_is_the_rate_they_were_made_with() => Assert.Equal(0.87, LearningCurve.RateBetween(5, new LearningCurve(60, 0.87, LearningModel.Crawford).Unit(5), 90, new LearningCurve(60, 0.87, LearningModel.Crawford).Unit(90)), 1e-12);

    [Fact]
    public void The_first_unit_at_the_standard_time_is_below_it_and_the_one_before_is_not()
    {
        var curve = new LearningCurve(100, 0.85, LearningModel.Wright);
        var reached = curve.UnitsUntil(30)!.Value;
        Assert.True(curve.Unit(reached) <= 30 && curve.Unit(reached - 1) > 30);
        Assert.Equal(1, curve.UnitsUntil(100));
        Assert.Null(new LearningCurve(100, 1, LearningModel.Wright).UnitsUntil(99));
    }

    [Fact]
    public void A_rate_no_work_has_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningCurve(100, 0.5, LearningModel.Wright));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningCurve(100, 85, LearningModel.Wright));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningCurve(0, 0.8, LearningModel.Wright));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningCurve(100, 0.8, LearningModel.Crawford).Unit(0));
    }
}
