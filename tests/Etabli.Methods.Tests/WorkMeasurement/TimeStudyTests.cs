using System.Text.Json;
using Etabli.Methods.Statistics;
using Etabli.Methods.WorkMeasurement;

namespace Etabli.Methods.Tests.WorkMeasurement;

/// <summary>The post P3 of the demonstration plant, the published cases of methods/time_study.json, and laws.</summary>
public sealed class TimeStudyTests
{
    private static readonly JsonElement Answers = DemoFactory.Answers.GetProperty("chrono_P3");

    [Fact]
    public void The_post_P3_takes_464_seconds_once_its_pinched_seal_is_left_out()
    {
        var study = Post(excluded: true);
        foreach (var answer in Answers.GetProperty("elements").EnumerateObject())
        {
            var element = study.Elements.Single(e => e.Element.Code == answer.Name);
            Assert.Equal(answer.Value.GetProperty("n").GetInt32(), element.Counted.Count);
            Assert.Equal(answer.Value.GetProperty("temps_normal_cmin").GetDouble(), Cmin(element.Mean.Known), 0.005);
            Assert.Equal(answer.Value.GetProperty("ecart_type").GetDouble(), Cmin(element.Deviation.Known), 0.0005);
            Assert.Equal(answer.Value.GetProperty("N_requis_95pct_5pct").GetInt64(), element.NeededByTextbook.Known);
        }

        Assert.Equal(Answers.GetProperty("temps_normal_total_cmin").GetDouble(), Cmin(study.NormalTime.Known), 0.005);
        Assert.Equal(Answers.GetProperty("temps_alloue_cmin").GetDouble(), Cmin(study.StandardTime.Known), 0.005);
        Assert.Equal(Answers.GetProperty("temps_alloue_s").GetDouble(), study.StandardTime.Known.TotalSeconds, 0.05);
        Assert.Equal(464.0 / 445 - 1, study.RoutingGap!.Known, 0.0002);
    }

    [Fact]
    public void A_value_that_looks_exceptional_is_named_and_still_counts()
    {
        var study = Post(excluded: false);
        var suspect = Assert.Single(study.Suspects);
        Assert.Equal(("c", 7), (suspect.Observation.Element, suspect.Observation.Cycle));
        Assert.True(suspect.Test.Statistic > suspect.Critical);
        Assert.Equal(12, study.Elements.Single(e => e.Element.Code == "c").Counted.Count);
        Assert.True(study.StandardTime.Known > Post(excluded: true).StandardTime.Known + TimeSpan.FromSeconds(8));
        Assert.Empty(Post(excluded: true).Suspects);
    }

    [Fact]
    public void Two_exceptional_values_of_one_element_do_not_hide_each_other()
    {
        double[] times = [20, 21, 19, 20.5, 19.5, 20, 20.2, 19.8, 21.1, 20.4, 60, 62];
        Assert.Equal([12, 11], One(times).Suspects.Select(s => s.Observation.Cycle));
    }

    [Fact]
    public void The_published_case_at_120_gives_24_then_28_8_seconds()
    {
        var printed = Published(0);
        var study = One([.. Doubles(printed.GetProperty("obs"))], printed.GetProperty("rating").GetDouble() * 100, new(printed.GetProperty("allowance_on_job").GetDouble()));
        var expected = printed.GetProperty("expected");
        Assert.Equal(expected.GetProperty("mean").GetDouble(), study.Elements[0].MeanObserved.Known.TotalSeconds, 1e-6);
        Assert.Equal(expected.GetProperty("normal").GetDouble(), study.NormalTime.Known.TotalSeconds, 1e-6);
        Assert.Equal(expected.GetProperty("standard").GetDouble(), study.StandardTime.Known.TotalSeconds, 1e-6);
    }

    [Fact]
    public void The_published_five_elements_of_ten_cycles_are_found_again()
    {
        var printed = Published(1);
        var expected = printed.GetProperty("expected");
        var codes = new[] { "1", "2", "3", "4", "5" };
        var times = printed.GetProperty("obs_by_element").EnumerateArray().SelectMany((e, i) => Doubles(e).Select((t, c) => new ObservedTime(codes[i], c + 1, WorkUnits.Time((decimal)t, WorkUnit.Centiminute))));
        var study = TimeStudy.Of(codes.Select(c => new WorkElement(c) { Rating = printed.GetProperty("rating").GetDouble() * 100 }), times, new() { Allowance = new(printed.GetProperty("allowance").GetDouble()) });
        var atNormal = TimeStudy.Of(codes.Select(c => new WorkElement(c)), times);
        Assert.All(study.Elements.Zip(Doubles(expected.GetProperty("mean"))), p => Assert.Equal(p.Second, Cmin(p.First.MeanObserved.Known), 1e-6));
        Assert.All(atNormal.Elements.Zip(Doubles(expected.GetProperty("sd_published"))), p => Assert.Equal(p.Second, Cmin(p.First.Deviation.Known), 6e-5));
        Assert.All(study.Elements.Zip(Doubles(expected.GetProperty("normal"))), p => Assert.Equal(p.Second, Cmin(p.First.Mean.Known), 1e-6));
        Assert.Equal(expected.GetProperty("standard_total").GetDouble(), Cmin(study.StandardTime.Known), 1e-5);

        // The number for ± 1 hundredth of a minute is the general one, said as a margin of the mean.
        Assert.Equal(expected.GetProperty("n_95_abs1").EnumerateArray().Select(n => n.GetInt64()), atNormal.Elements.Select(e => SampleSize.ForMean(Cmin(e.Deviation.Known), 1).Known));
    }

    [Fact]
    public void The_two_numbers_of_observations_differ_and_each_has_its_name()
    {
        // Five values 27, 19, 20, 21, 13: population spread and 40 on one side, sample spread and 1.96 on the other.
        var element = One([27, 19, 20, 21, 13]).Elements[0];
        Assert.Equal(80, element.NeededByTextbook.Because.Terms.Single(t => t.Symbol == "n").Value, 1e-9);
        Assert.Equal(96.04, element.Needed.Because.Terms.Single(t => t.Symbol == "n").Value, 0.01);
        Assert.Contains("40", element.NeededByTextbook.Because.Formula.Symbols, StringComparison.Ordinal);
    }

    [Fact]
    public void An_allowance_of_the_shift_is_longer_than_the_same_share_of_the_work()
    {
        var normal = TimeSpan.FromSeconds(24);
        Assert.Equal(28.8, new Allowance(0.2).On(normal).Known.TotalSeconds, 1e-9);
        Assert.Equal(30, new Allowance(0.2, AllowanceConvention.OfShift).On(normal).Known.TotalSeconds, 1e-9);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Allowance(1, AllowanceConvention.OfShift));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Allowance(double.NaN));
    }

    [Fact]
    public void The_table_of_the_Labour_Office_gives_32_percent_for_45_pounds_standing_in_bad_light_and_noise()
    {
        var printed = Published(2);
        Assert.Equal(printed.GetProperty("expected_total_pct").GetDouble() / 100, AllowanceTable.Ilo.For("standing", "posture-slightly-awkward", $"force-{printed.GetProperty("weight_lb").GetInt32()}", "light-very-inadequate", "noise-very-loud", "monotony-low").Known, 1e-9);
        Assert.Throws<ArgumentException>(() => AllowanceTable.Ilo.For("force-10", "force-20"));
        Assert.Throws<ArgumentException>(() => AllowanceTable.Ilo.For("coffee"));
        Assert.Equal(0.09, AllowanceTable.Ilo.For().Known, 1e-9);
    }

    [Fact]
    public void A_pace_of_the_car_makers_is_a_fifth_faster_and_sixty_of_Bedaux_is_a_hundred()
    {
        Assert.Equal(120, PerformanceRating.Convert(100, RatingScale.CarMakers, RatingScale.Bte), 1e-9);
        Assert.Equal(100, PerformanceRating.Convert(60, RatingScale.Sixty, RatingScale.Hundred), 1e-9);
        Assert.Equal(1.2, PerformanceRating.TimeRatio(RatingScale.CarMakers, RatingScale.Bte), 1e-9);
        Assert.Equal(20, One([20], 60, null, RatingScale.Sixty).NormalTime.Known.TotalSeconds, 1e-9);
    }

    [Fact]
    public void An_element_of_one_cycle_in_ten_counts_for_a_tenth_and_a_foreign_one_for_nothing()
    {
        var study = TimeStudy.Of(
            [new("a"), new("b") { Frequency = 0.1 }, new("x") { IsForeign = true }],
            [new("a", 1, TimeSpan.FromSeconds(30)), new("b", 1, TimeSpan.FromSeconds(50)), new("x", 1, TimeSpan.FromSeconds(99))]);
        Assert.Equal(35, study.NormalTime.Known.TotalSeconds, 1e-9);
        Assert.Equal("x", Assert.Single(study.Foreign).Element.Code);
    }

    [Fact]
    public void The_rating_of_the_cycle_is_used_where_neither_time_nor_element_has_one()
    {
        var study = TimeStudy.Of(
            [new("a"), new("b") { Rating = 50 }],
            [new("a", 1, TimeSpan.FromSeconds(10)), new("a", 2, TimeSpan.FromSeconds(10), 200), new("b", 1, TimeSpan.FromSeconds(10))],
            new() { CycleRatings = new Dictionary<int, double> { [1] = 120, [2] = 120 } });
        Assert.Equal([12, 20], study.Elements[0].NormalTimes);
        Assert.Equal([5], study.Elements[1].NormalTimes);
    }

    [Fact]
    public void A_value_does_not_leave_without_a_reason_and_an_element_left_with_none_leaves_a_gap()
    {
        Assert.Throws<ArgumentException>(() => TimeStudy.Of([new("a")], [new("a", 1, TimeSpan.FromSeconds(1), ExcludedBecause: " ")]));
        var study = TimeStudy.Of([new("a")], [new("a", 1, TimeSpan.FromSeconds(1), ExcludedBecause: "seal pinched")], new() { RoutingTime = TimeSpan.FromSeconds(3) });
        Assert.False(study.StandardTime.IsKnown);
        Assert.False(study.RoutingGap!.IsKnown);
        Assert.Equal("a", Assert.Single(study.NormalTime.Because.Gaps).Of);
        Assert.Throws<ArgumentException>(() => TimeStudy.Of([new("a")], [new("b", 1, TimeSpan.FromSeconds(1))]));
        Assert.Throws<ArgumentException>(() => TimeStudy.Of([new("a"), new("a")], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeStudy.Of([new("a")], [new("a", 1, TimeSpan.Zero)]));
    }

    [Fact]
    public void Twice_the_times_is_twice_the_standard_time_and_the_order_of_cycles_does_not_matter()
    {
        var dice = new Random(80);
        for (var run = 0; run < 200; run++)
        {
            double[] times = [.. Enumerable.Range(0, dice.Next(2, 30)).Select(_ => 1 + dice.NextDouble() * 50)];
            var (one, two) = (One(times, 95, new(0.11)), One([.. times.Select(t => 2 * t)], 95, new(0.11)));
            Assert.Equal(2 * one.StandardTime.Known.TotalSeconds, two.StandardTime.Known.TotalSeconds, 1e-5);
            Assert.Equal(one.Elements[0].Coefficient.Known, two.Elements[0].Coefficient.Known, 1e-6);
            Assert.Equal(one.Elements[0].NeededByTextbook.Value, two.Elements[0].NeededByTextbook.Value);
            Assert.Equal(one.StandardTime.Known.TotalSeconds, One([.. times.Reverse()], 95, new(0.11)).StandardTime.Known.TotalSeconds, 1e-6);
            Assert.InRange(one.Elements[0].Mean.Known, one.Elements[0].Smallest!.Value, one.Elements[0].Largest!.Value);
        }
    }

    [Fact]
    public void Every_unit_converts_there_and_back_exactly_and_a_TMU_is_36_thousandths_of_a_second()
    {
        foreach (var from in Enum.GetValues<WorkUnit>())
        {
            foreach (var to in Enum.GetValues<WorkUnit>())
            {
                Assert.Equal(1234.5m, decimal.Round(WorkUnits.Convert(WorkUnits.Convert(1234.5m, from, to), to, from), 15));
            }

            Assert.Equal(170m, decimal.Round(WorkUnits.In(WorkUnits.Time(170m, from), from), 6));
        }

        Assert.Equal(6.12m, WorkUnits.Convert(170, WorkUnit.Tmu, WorkUnit.Second));
        Assert.Equal(464.022m, WorkUnits.Convert(773.37m, WorkUnit.Centiminute, WorkUnit.Second));
        Assert.Equal(100_000m, WorkUnits.Convert(100, WorkUnit.HundredthHour, WorkUnit.Tmu));
        Assert.Equal(10m, WorkUnits.Convert(1, WorkUnit.TenThousandthHour, WorkUnit.Tmu));
    }

    private static TimeStudy Post(bool excluded)
    {
        var rows = DemoFactory.Rows("12_chrono_P3.csv");
        return TimeStudy.Of(
            rows.DistinctBy(r => r["element"]).Select(r => new WorkElement(r["element"], r["libelle"])),
            rows.Select(r => new ObservedTime(
                r["element"], int.Parse(r["cycle"], System.Globalization.CultureInfo.InvariantCulture), WorkUnits.Time((decimal)DemoFactory.Number(r["temps_observe_cmin"]), WorkUnit.Centiminute), DemoFactory.Number(r["allure_pct"]),
                excluded && r["remarque"].Length > 0 ? r["remarque"] : null)),
            new() { Allowance = new(Answers.GetProperty("majoration_repos_pct").GetDouble() / 100), RoutingTime = TimeSpan.FromSeconds(445) });
    }

    private static TimeStudy One(double[] seconds, double? rating = null, Allowance? allowance = null, RatingScale scale = RatingScale.Hundred) => TimeStudy.Of(
        [new("a") { Rating = rating }], seconds.Select((t, i) => new ObservedTime("a", i + 1, TimeSpan.FromSeconds(t))), new() { Allowance = allowance ?? Allowance.None, Scale = scale });

    private static double Cmin(TimeSpan time) => (double)WorkUnits.In(time, WorkUnit.Centiminute);

    private static JsonElement Published(int at) => DemoFactory.Published("methods/time_study.json").GetProperty("cases")[at];

    private static IEnumerable<double> Doubles(JsonElement list) => list.EnumerateArray().Select(e => e.GetDouble());
}
