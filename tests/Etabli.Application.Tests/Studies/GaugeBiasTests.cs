using System.Globalization;
using Etabli.Application.Studies.Analyses;
using Etabli.Methods.Statistics.Hypotheses;
using Etabli.People;
using Etabli.Studies.Analyses;
using StudyRefusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Tests.Studies;

public sealed class GaugeBiasTests : AnalysisCase
{
    /// <summary>The handbook's fifteen readings of a part of 6.00 (AIAG, Measurement Systems Analysis).</summary>
    private const string Fifteen = "v\n5.8\n5.7\n5.9\n5.9\n6.0\n6.1\n6.0\n6.1\n6.4\n6.3\n6.0\n6.1\n6.2\n5.6\n6.0";

    private static readonly Dictionary<string, int> Value = new() { ["Value"] = 0 };

    private static readonly Dictionary<string, int> Both = new() { ["Reference"] = 0, ["Value"] = 1 };

    /// <summary>The handbook's twelve readings of five parts.</summary>
    private static readonly (int Reference, double[] Readings)[] Five =
    [
        (2, [2.7, 2.5, 2.4, 2.5, 2.7, 2.3, 2.5, 2.5, 2.4, 2.4, 2.6, 2.4]), (4, [5.1, 3.9, 4.2, 5.0, 3.8, 3.9, 3.9, 3.9, 3.9, 4.0, 4.1, 3.8]),
        (6, [5.8, 5.7, 5.9, 5.9, 6.0, 6.1, 6.0, 6.1, 6.4, 6.3, 6.0, 6.1]), (8, [7.6, 7.7, 7.8, 7.7, 7.8, 7.8, 7.8, 7.7, 7.8, 7.5, 7.6, 7.7]),
        (10, [9.1, 9.3, 9.5, 9.3, 9.4, 9.5, 9.5, 9.5, 9.6, 9.2, 9.3, 9.4]),
    ];

    [Fact]
    public async Task The_fifteen_readings_of_the_handbook_prove_no_bias()
    {
        var read = (await Ask(AnalysisKind.Bias, Fifteen, Value, new() { ["Reference"] = "6" })).Bias!;
        Assert.Equal(0.0067, read.Study.Bias.Known, 5e-5);
        Assert.Equal(0.2120, read.Study.Deviation, 1e-4);
        Assert.Equal(0.1218, read.Study.T.Known, 1e-4);
        Assert.Equal((-0.1107, 0.1241), (Math.Round(read.Study.Interval.Low, 4), Math.Round(read.Study.Interval.High, 4)));
        Assert.True(read.Study.P > read.Risk && !read.Study.IsSignificant);
        Assert.Equal(Conclusion.NotRejected, read.Normality!.Conclusion);
        Assert.Equal(15, read.Classes.Sum(c => c.Count));
    }

    [Fact]
    public async Task The_same_readings_of_a_part_of_six_and_a_half_read_too_low()
    {
        var read = (await Ask(AnalysisKind.Bias, Fifteen, Value, new() { ["Reference"] = "6.5", ["Alpha"] = "0.01" })).Bias!;
        Assert.True(read.Study.P < 1e-6 && read.Study.Bias.Known < 0);
        Assert.Equal(0.99, read.Study.Interval.Confidence, 1e-12);
    }

    [Fact]
    public async Task The_five_parts_of_the_handbook_have_its_printed_line()
    {
        var text = "r;v\n" + string.Join('\n', Five.SelectMany(p => p.Readings.Select(v => string.Create(CultureInfo.InvariantCulture, $"{p.Reference};{v}"))));
        var read = (await Ask(AnalysisKind.Linearity, text, Both)).Linearity!;
        Assert.Equal(-0.13167, read.Study.Slope.Known, 5e-6);
        Assert.Equal(0.73667, read.Study.Intercept.Known, 5e-6);
        Assert.Equal(0.23954, read.Study.Residual, 5e-6);
        Assert.Equal(0.714, read.Study.Determination!.Value, 5e-4);
        Assert.Equal([0.491667, 0.125, 0.025, -0.291667, -0.616667], read.Study.ByReference.Select(b => Math.Round(b.Bias, 6)));
        Assert.True(read.Study.SlopeP < 1e-10);

        // The drawn line and the tested one are the same; t of the slope is printed −12.043.
        Assert.Equal(read.Study.Slope.Known, read.Fit.Coefficients[1].Value, 1e-10);
        Assert.Equal(-12.043, read.Fit.Coefficients[1].Statistic!.Value, 5e-4);
        Assert.Equal(-0.053333, read.Overall.Bias.Known, 5e-7);
        Assert.All(read.ByReference, r => Assert.Equal(12, r.Study!.Count));
    }

    [Fact]
    public async Task A_reference_read_once_has_a_bias_and_no_test()
    {
        var read = (await Ask(AnalysisKind.Linearity, "r;v\n1;1.1\n2;2.0\n2;2.3\n3;3.1\n4;3.9", Both)).Linearity!;
        Assert.Equal([null, 2, null, null], read.ByReference.Select(r => r.Study?.Count));
        Assert.Equal(0.1, read.ByReference[0].At.Bias, 1e-9);
    }

    [Theory]
    [InlineData("v\n5.8\n5.7\n5.9", null, AnalysisProblem.NoReference)]
    [InlineData("v\n6.1\n6.1\n6.1", "6", AnalysisProblem.Constant)]
    [InlineData("v\n6.1", "6", AnalysisProblem.TooFew)]
    public async Task Readings_that_no_test_can_judge_are_said(string text, string? reference, AnalysisProblem problem) =>
        Assert.Equal(problem, (await Ask(AnalysisKind.Bias, text, Value, reference is null ? null : new() { ["Reference"] = reference })).Problem);

    [Fact]
    public async Task Only_the_gauge_asked_is_read_and_one_that_read_nothing_has_no_answer()
    {
        const string Two = "v;g\n6.1;A\n6.2;A\n9.9;B\n6.3;A";
        async Task<AnalysisReading> Of(string gauge) => await Ask(AnalysisKind.Bias, Two, new() { ["Value"] = 0, ["Only"] = 1 }, new() { ["Reference"] = "6", ["OnlyIs"] = gauge });
        Assert.Equal(0.2, (await Of("A")).Bias!.Study.Bias.Known, 1e-9);
        Assert.Equal(AnalysisProblem.NoValue, (await Of("C")).Problem);
    }

    [Theory]
    [InlineData("r;v\n2;2.1\n2;2.2\n2;2.0", AnalysisProblem.OneReference)]
    [InlineData("r;v\n2;2.1\n4;4.2", AnalysisProblem.TooFew)]
    [InlineData("r;v\n10;10.1\n20;20.2\n30;30.3\n30;30.3", AnalysisProblem.ExactLine)]
    [InlineData("r;v\n10;10\n20;20\n30;30", AnalysisProblem.ExactLine)]
    public async Task A_line_that_no_test_can_judge_is_said(string text, AnalysisProblem problem) =>
        Assert.Equal(problem, (await Ask(AnalysisKind.Linearity, text, Both)).Problem);

    [Fact]
    public async Task A_column_of_words_is_no_reading()
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => Begin(AnalysisKind.Linearity, "r;v\nun;1.0\ndeux;2.0", Both));
        Assert.Equal(StudyRefusal.ColumnCannotPlay, no.Refusal);
    }
}
