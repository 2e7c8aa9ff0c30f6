using Etabli.Application.Studies.Analyses;
using Etabli.Methods.Quality;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Tests.Studies;

public sealed class NestedGaugeTests : AnalysisCase
{
    private const string Destroyed = "p;o;v\na;Anne;0\na;Anne;2\nb;Anne;2\nb;Anne;4\nc;Bruno;4\nc;Bruno;6\nd;Bruno;6\nd;Bruno;8";

    private const string Crossed = "p;o;v\na;Anne;0\na;Anne;2\nb;Anne;2\nb;Anne;4\na;Bruno;4\na;Bruno;6\nb;Bruno;6\nb;Bruno;8";

    private static readonly Dictionary<string, int> Columns = new() { ["Part"] = 0, ["Operator"] = 1, ["Value"] = 2 };

    [Fact]
    public async Task Parts_that_are_destroyed_give_the_sums_of_squares_reckoned_by_hand()
    {
        // Means 1, 3 | 5, 7; operators 2 and 6; all 4.
        var study = (await Study(Destroyed, "Nested")).Gauge!.Study;
        Assert.Equal(GaugeMethod.Nested, study.Method);
        Assert.Equal([32, 8, 8], study.Table.Select(l => l.SumOfSquares));
        Assert.Equal([1, 2, 4], study.Table.Select(l => l.Degrees));
        Assert.Equal((2, 1, 7), (study.Repeatability.Variance, study.Part.Variance, study.Reproducibility.Variance));
        Assert.Equal(Math.Sqrt(0.9), study.GaugeShare.Known, 1e-12);
    }

    [Theory]
    [InlineData(Crossed, "Nested", AnalysisProblem.PartShared, "a")]
    [InlineData(Destroyed, "Anova", AnalysisProblem.LooksNested, null)]
    [InlineData(Destroyed, "Ranges", AnalysisProblem.LooksNested, null)]
    [InlineData(Destroyed + "\ne;Anne;5\ne;Anne;6", "Nested", AnalysisProblem.NestedNotBalanced, "Bruno")]
    [InlineData(Destroyed + "\nd;Bruno;7", "Nested", AnalysisProblem.NestedNotBalanced, "a")]
    [InlineData(Crossed + "\nb;Bruno;7", "Anova", AnalysisProblem.NotBalanced, "a · Anne")]
    [InlineData("p;o;v\na;Anne;0\na;Anne;2\nb;Anne;2\nb;Anne;4", "Nested", AnalysisProblem.NoReplicate, 1)]
    [InlineData("p;o;v\na;Anne;0\nb;Anne;2\na;Bruno;2\nb;Bruno;4", "Anova", AnalysisProblem.NoReplicate, 2)]
    [InlineData("p;o;v\na;Anne;0\n;Anne;2\nb;Anne;2\nb;Anne;4", "Anova", AnalysisProblem.PartMissing, 2L)]
    [InlineData("p;o;v\na;Anne;0\na;;2\nb;Anne;2\nb;Anne;4", "Anova", AnalysisProblem.OperatorMissing, 2L)]
    public async Task A_layout_that_is_not_the_one_asked_is_said_and_named(string text, string method, AnalysisProblem problem, object? first)
    {
        var read = await Study(text, method);
        Assert.Null(read.Gauge);
        Assert.Equal(problem, read.Problem);
        Assert.Equal(first, First(read));
    }

    private Task<AnalysisReading> Study(string text, string method) => Ask(AnalysisKind.GaugeStudy, text, Columns, new() { ["Method"] = method });
}
