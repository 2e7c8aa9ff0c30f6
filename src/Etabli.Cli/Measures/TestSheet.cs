using Etabli.Methods.Statistics.Hypotheses;

namespace Etabli.Cli.Measures;

/// <summary>What tests of hypotheses say, as lines and as JSON.</summary>
internal static class TestSheet
{
    public static Answer Of(IReadOnlyList<HypothesisTest> tests, string? first = null, string? second = null)
    {
        object facts = tests.Count == 1 ? new { first, second, test = Told.Of(tests[0]) } : new { tests = tests.Select(Told.Of) };
        List<string> lines = first is null ? [] : [Speech.Say("Test.Against", first, second!)];
        foreach (var test in tests)
        {
            lines.AddRange(Lines(test));
        }

        return Ended(facts, tests, lines);
    }

    /// <summary>A test with what stands beside it.</summary>
    public static Answer Wrap(object facts, HypothesisTest test, IEnumerable<string> before) => Ended(facts, [test], [.. before, .. Lines(test)]);

    public static IEnumerable<string> Table(AnovaTable table)
    {
        var grid = new Grid(Speech.Say("Anova.Origin"), Speech.Say("Anova.Freedom"), "SS", "MS", "F", "p");
        foreach (var line in table.Lines)
        {
            grid.Row(Speech.Term(line.Name), Told.Say(line.Freedom), Told.Say(line.Squares), Told.Say(line.MeanSquare), line.Ratio is null ? "" : Told.Say(line.Ratio), line.Probability is null ? "" : Told.Say(line.Probability));
        }

        return grid.Lines();
    }

    private static Answer Ended(object facts, IReadOnlyList<HypothesisTest> tests, List<string> lines) => tests.All(t => t.Statistic is null)
        ? new(ExitCode.Refused, facts, Speech.Say("NoResult", string.Join(", ", tests.Select(t => Told.Lacking(t.Because)).Distinct())))
        : Answer.Done(facts, [.. lines]);

    private static IEnumerable<string> Lines(HypothesisTest test)
    {
        yield return Speech.Term(test.Because.Formula.Name);
        var grid = new Grid().Row("  " + Speech.Say("Test.Statistic"), Told.Say(test.Statistic), test.Because.Formula.Symbols);
        if (test.Freedom.Count > 0)
        {
            grid.Row("  " + Speech.Say("Anova.Freedom"), Told.Join(test.Freedom.Select(f => Told.Say(f))));
        }

        grid.Row("  p", Told.Say(test.Probability), Speech.Say(test.Exact ? "Test.Exact" : "Test.Approximate"));
        foreach (var estimate in test.Estimates)
        {
            grid.Row("  " + Speech.Term(estimate.Name), Told.Say(estimate.Value), Told.Say(estimate.Interval));
        }

        foreach (var line in grid.Lines())
        {
            yield return line;
        }

        yield return "  " + Speech.Say($"Test.{test.Conclusion}", Told.Say(test.Risk));
        yield return "  " + Speech.Say("Test.Assumes", Told.Join(test.Assumptions.Select(a => $"{Speech.Term(a.Name)} ({Speech.Say($"Test.Status.{a.Status}")})")));
    }
}
