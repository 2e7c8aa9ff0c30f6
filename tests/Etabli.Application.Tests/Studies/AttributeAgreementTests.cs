using Etabli.Application.Studies.Analyses;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Tests.Studies;

public sealed class AttributeAgreementTests : AnalysisCase
{
    private static readonly Dictionary<string, int> Columns = new() { ["Part"] = 0, ["Operator"] = 1, ["Verdict"] = 2 };

    private static readonly Dictionary<string, int> WithStandard = new(Columns) { ["Standard"] = 3 };

    /// <summary>Fleiss, 1971: fourteen judges of ten patients in five classes; how many gave each class.</summary>
    private static readonly int[][] Patients =
        [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]];

    [Fact]
    public async Task Fourteen_judges_of_ten_patients_agree_as_Fleiss_printed()
    {
        var lines = Patients.SelectMany((p, i) => p.SelectMany((many, c) => Enumerable.Repeat($"classe {c + 1}", many)).Select((verdict, j) => $"p{i + 1};j{j + 1};{verdict}"));
        var read = (await Ask(AnalysisKind.AttributeAgreement, "p;o;v\n" + string.Join('\n', lines), Columns)).Agreement!;
        Assert.Equal((10, 1, 14, 5), (read.Parts, read.Trials, read.Study.ByOperator.Count, read.Verdicts.Count));
        Assert.Equal(0.210, read.Study.BetweenKappa.Value.Known, 5e-4);
        Assert.Equal(0.378, read.Study.BetweenKappa.Observed, 5e-4);
        Assert.Equal(0.213, read.Study.BetweenKappa.ByChance, 5e-4);
        Assert.True(read.Study.BetweenKappa.P < read.Risk);
        Assert.Equal((1, 9), (read.Study.Between.Alike, read.Disputed.Count));
        Assert.All(read.Study.ByOperator, o => Assert.Null(o.WithinKappa));
    }

    [Fact]
    public async Task Fifty_judgements_against_the_truth_have_the_kappa_of_the_textbook_table()
    {
        // 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: κ = (0.7 − 0.5) / (1 − 0.5); Bruno says the truth.
        var lines = Enumerable.Range(0, 50).SelectMany(i =>
        {
            var (said, truth) = i < 20 ? ("oui", "oui") : i < 25 ? ("oui", "non") : i < 35 ? ("non", "oui") : ("non", "non");
            return new[] { $"{i};Anne;{said};{truth}", $"{i};Bruno;{truth};" };
        });
        var read = (await Ask(AnalysisKind.AttributeAgreement, "p;o;v;r\n" + string.Join('\n', lines), WithStandard)).Agreement!;
        var (anne, bruno) = (read.Study.ByOperator[0], read.Study.ByOperator[1]);
        Assert.Equal(0.4, anne.StandardKappa!.Value.Known, 1e-12);
        Assert.Equal((35, 50), (anne.WithStandard!.Alike, anne.WithStandard.Parts));
        Assert.Equal(1, bruno.StandardKappa!.Value.Known);
        Assert.Equal(35, read.Study.WithStandard!.Alike);
        Assert.Equal(15, read.Disputed.Count);
        Assert.Equal(("20", "non"), (read.Disputed[0].Part, read.Disputed[0].Truth));
        Assert.Equal(["oui", "non"], read.Disputed[0].Said);
        Assert.Equal(0.7, anne.WithStandard.Explain().Known, 1e-12);

        // Clopper and Pearson: of 50 among 50, the low end is 0.025 to the 1/50.
        Assert.Equal(Math.Pow(0.025, 1 / 50.0), bruno.WithStandard!.Interval.Low, 1e-9);
    }

    [Fact]
    public async Task A_verdict_in_capitals_is_the_same_verdict_and_one_who_changes_his_mind_is_told()
    {
        var read = (await Ask(AnalysisKind.AttributeAgreement, "p;o;v\n1;Anne;OK\n1;Anne;ok\n2;Anne;NOK\n2;Anne;ok\n3;Anne;nok\n3;Anne;NOK", Columns)).Agreement!;
        Assert.Equal(["OK", "NOK"], read.Verdicts);
        Assert.Equal((2, 3), (read.Study.ByOperator[0].Within.Alike, read.Study.ByOperator[0].Within.Parts));
        Assert.Equal("NOK × 1, OK × 1", Assert.Single(read.Disputed).Said[0]);
        Assert.False(read.IsOneVerdict);
    }

    [Fact]
    public async Task Judges_who_always_say_the_same_have_no_kappa_and_a_verdict_that_is_missing_is_counted_apart()
    {
        var read = await Ask(AnalysisKind.AttributeAgreement, "p;o;v\n1;Anne;bon\n1;Bruno;bon\n2;Anne;bon\n2;Bruno;bon\n3;Anne;", Columns);
        Assert.Equal(1, read.Series.Without);
        Assert.True(read.Agreement!.IsOneVerdict);
        Assert.False(read.Agreement.Study.BetweenKappa.Value.IsKnown);
        Assert.Null(read.Agreement.Study.BetweenKappa.Interval);
    }

    [Theory]
    [InlineData("p;o;v;r\n1;Anne;bon;bon\n2;Anne;bon;mauvais", AnalysisProblem.OneJudgement, null)]
    [InlineData("p;o;v;r\n1;Anne;bon;bon\n1;Bruno;bon;mauvais\n2;Anne;bon;bon\n2;Bruno;bon;bon", AnalysisProblem.StandardDiffers, "1")]
    [InlineData("p;o;v;r\n1;Anne;bon;bon\n1;Bruno;bon;\n2;Anne;bon;\n2;Bruno;bon;", AnalysisProblem.StandardMissing, "2")]
    [InlineData("p;o;v;r\n1;Anne;bon;bon\n1;Bruno;bon;bon\n2;Anne;bon;bon", AnalysisProblem.NotBalanced, "2 · Bruno")]
    [InlineData("p;o;v;r\n1;Anne;bon;bon\n;Bruno;bon;bon", AnalysisProblem.PartMissing, 2L)]
    [InlineData("p;o;v;r\n1;Anne;bon;bon\n1;;bon;bon", AnalysisProblem.OperatorMissing, 2L)]
    [InlineData("p;o;v;r\n1;Anne;;bon\n1;Bruno;;bon", AnalysisProblem.NoValue, null)]
    public async Task Judgements_that_prove_nothing_are_refused_and_the_part_is_named(string text, AnalysisProblem problem, object? first)
    {
        var read = await Ask(AnalysisKind.AttributeAgreement, text, WithStandard);
        Assert.Equal(problem, read.Problem);
        Assert.Equal(first, First(read));
    }
}
