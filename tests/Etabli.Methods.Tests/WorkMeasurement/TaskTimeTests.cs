using Etabli.Methods.Statistics;
using Etabli.Methods.Statistics.Hypotheses;
using Etabli.Methods.WorkMeasurement;

namespace Etabli.Methods.Tests.WorkMeasurement;

public sealed class TaskTimeTests
{
    private static readonly double[] First = [20.1, 19.8, 20.4, 20.0, 21.2];
    private static readonly double[] Second = [5.9, 7.3, 6.6, 6.1];

    [Fact]
    public void The_interval_of_a_task_of_one_element_is_that_of_its_mean_with_the_allowance()
    {
        var time = TaskTime.Of("6", Study(("a", First)).Elements, new(0.10), TimeSpan.FromSeconds(20));
        var mean = Confidence.OfMean(Summary.Of(First)).Known;
        Assert.Equal(20.3 * 1.1, time.Standard.Known.TotalSeconds, 1e-6);
        Assert.Equal(mean.Low!.Value * 1.1, time.Interval.Known.Low!.Value, 1e-9);
        Assert.Equal(mean.High!.Value * 1.1, time.Interval.Known.High!.Value, 1e-9);
    }

    [Fact]
    public void Two_elements_add_up_with_the_error_and_the_degrees_of_freedom_of_Welch()
    {
        // The difference of two means and their sum have the same error: Welch's interval, checked against NIST elsewhere, is as wide.
        var time = TaskTime.Of("6", Study(("a", First), ("b", Second)).Elements, Allowance.None);
        var welch = MeanTests.Welch(First, Second).Estimate!.Interval!.Value;
        Assert.Equal(First.Average() + Second.Average(), time.Standard.Known.TotalSeconds, 1e-6);
        Assert.Equal(welch.High!.Value - welch.Low!.Value, time.Interval.Known.High!.Value - time.Interval.Known.Low!.Value, 1e-9);
    }

    [Fact]
    public void An_element_once_in_ten_cycles_counts_for_a_tenth_in_the_time_and_in_its_error()
    {
        var whole = TaskTime.Of("6", Study(("a", First)).Elements, Allowance.None);
        var tenth = TaskTime.Of("6", TimeStudy.Of([new WorkElement("a") { Frequency = 0.1 }], Watched("a", First)).Elements, Allowance.None);
        Assert.Equal(whole.Standard.Known.TotalSeconds / 10, tenth.Standard.Known.TotalSeconds, 1e-6);
        Assert.Equal((whole.Interval.Known.High!.Value - whole.Interval.Known.Low!.Value) / 10, tenth.Interval.Known.High!.Value - tenth.Interval.Known.Low!.Value, 1e-9);
    }

    [Theory]
    [InlineData(20.3, false)]
    [InlineData(20.9, false)]
    [InlineData(21.1, true)]
    [InlineData(19.4, true)]
    public void A_gap_is_more_than_chance_only_when_the_routing_lies_outside_the_interval(double routing, bool differs) =>
        Assert.Equal(differs, TaskTime.Of("6", Study(("a", First)).Elements, Allowance.None, TimeSpan.FromSeconds(routing)).Differs);

    [Fact]
    public void What_was_timed_once_has_a_time_and_nothing_is_said_of_its_gap()
    {
        var time = TaskTime.Of("6", Study(("a", [12.0])).Elements, Allowance.None, TimeSpan.FromSeconds(10));
        Assert.Equal(0.2, time.Gap!.Known, 1e-9);
        Assert.Null(time.Differs);
        Assert.Equal("second value", Assert.Single(time.Interval.Because.Gaps).Name);
    }

    [Fact]
    public void A_task_with_an_element_that_has_no_time_has_none_and_a_foreign_element_is_refused()
    {
        var study = TimeStudy.Of([new WorkElement("a"), new WorkElement("b"), new WorkElement("x") { IsForeign = true }], Watched("a", First).Append(new ObservedTime("x", 1, TimeSpan.FromSeconds(3))));
        var time = TaskTime.Of("6", study.Elements, Allowance.None);
        Assert.False(time.Standard.IsKnown);
        Assert.Equal("b", Assert.Single(time.Standard.Because.Gaps).Of);
        Assert.Throws<ArgumentException>(() => TaskTime.Of("6", study.Foreign, Allowance.None));
        Assert.False(TaskTime.Of("6", [], Allowance.None, TimeSpan.FromSeconds(1)).Standard.IsKnown);
    }

    private static TimeStudy Study(params (string Code, double[] Times)[] elements) =>
        TimeStudy.Of(elements.Select(e => new WorkElement(e.Code)), elements.SelectMany(e => Watched(e.Code, e.Times)));

    private static IEnumerable<ObservedTime> Watched(string code, double[] times) => times.Select((t, i) => new ObservedTime(code, i + 1, TimeSpan.FromSeconds(t)));
}
