using System.Globalization;
using Etabli.Application.Studies.Analyses;
using Etabli.Methods.Quality;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Tests.Studies;

public sealed class MultivariateChartTests : AnalysisCase
{
    private static readonly Dictionary<string, int> Two = new() { ["Value"] = 1, ["Value2"] = 2 };

    /// <summary>Two dimensions that rise together; the last piece has each within its own spread, and never so together.</summary>
    private static readonly (double Length, double Width)[] Pieces = [.. Enumerable.Range(0, 39).Select(i => (i * 7 % 13 - 6.0, i * 7 % 13 - 6 + (i * 5 % 7 - 3) * 0.1)), (5.0, -5.0)];

    private static string Text => "n;longueur;largeur\n" + string.Join('\n', Pieces.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1};{p.Length:F1};{p.Width:F1}")));

    [Fact]
    public async Task A_piece_that_no_single_chart_sees_is_found_and_the_limit_is_that_of_the_closed_form()
    {
        var read = (await Ask(AnalysisKind.MultivariateChart, Text, Two)).Multivariate!;
        var chart = read.Chart.Location;
        Assert.Equal(["longueur", "largeur"], read.Characteristics);
        Assert.Equal([40], chart.Breaking(ChartRule.BeyondLimits));

        // For two characteristics the beta of phase I has a closed form; the distances of the reference add up to p(m − 1).
        Assert.Equal(39 * 39 / 40.0 * (1 - Math.Pow(0.0027, 2 / 37.0)), chart.Upper.Known, 1e-9);
        Assert.Equal(2 * 39, chart.Values().ToArray().Sum(), 1e-8);
        Assert.Equal("40", read.Chart.Points.Names[39]);
    }

    [Fact]
    public async Task What_each_dimension_brings_is_the_distance_less_that_of_the_other_alone()
    {
        var read = (await Ask(AnalysisKind.MultivariateChart, Text, Two)).Multivariate!;
        var point = Assert.Single(read.Outside);
        double Alone(Func<(double Length, double Width), double> of)
        {
            var (mean, count) = (Pieces.Average(of), Pieces.Length);
            return (of(Pieces[39]) - mean) * (of(Pieces[39]) - mean) / (Pieces.Sum(p => (of(p) - mean) * (of(p) - mean)) / (count - 1));
        }

        var whole = read.Chart.Location.Points[39].Value;
        Assert.Equal(whole - Alone(p => Math.Round(p.Width, 1)), point.Contributions[0].Known, 1e-6);
        Assert.Equal(whole - Alone(p => p.Length), point.Contributions[1].Known, 1e-6);
        Assert.Equal([0, 1], point.Heaviest);
        Assert.True(Alone(p => p.Length) < 4, "alone it is within two sigmas");
    }

    [Fact]
    public async Task A_piece_left_out_with_its_reason_no_longer_weighs_and_later_pieces_have_the_limit_of_phase_two()
    {
        var id = await Begin(AnalysisKind.MultivariateChart, Text, Two, new() { ["ReferencePoints"] = "30", ["FalseAlarm"] = "0.01" });
        var before = (await Read(id)).Multivariate!.Chart.Location;
        Assert.Contains(40, before.Breaking(ChartRule.BeyondLimits));
        Assert.True(before.Points[39].Upper > before.Points[0].Upper);
        await Leave(id, "40", "montage à l’envers");
        var after = (await Read(id)).Multivariate!;
        Assert.DoesNotContain(40, after.Chart.Location.Breaking(ChartRule.BeyondLimits));
        Assert.Equal("montage à l’envers", after.Chart.Location.Points[39].Excluded);
        Assert.Equal(0.01, after.FalseAlarm);
    }

    [Fact]
    public async Task Subgroups_are_read_in_the_order_they_begin_wherever_their_rows_are()
    {
        var straight = "g;a;b\n" + string.Join('\n', Enumerable.Range(0, 24).Select(i => $"G{i / 2};{i * 7 % 11};{i * 5 % 13}"));
        var mixed = "g;a;b\n" + string.Join('\n', Enumerable.Range(0, 24).OrderBy(i => i % 2).Select(i => $"G{i / 2};{i * 7 % 11};{i * 5 % 13}"));
        var columns = new Dictionary<string, int>(Two) { ["Subgroup"] = 0 };
        var (one, other) = ((await Ask(AnalysisKind.MultivariateChart, straight, columns)).Multivariate!, (await Ask(AnalysisKind.MultivariateChart, mixed, columns)).Multivariate!);
        Assert.Equal((2, 12, "G3"), (one.Size, one.Chart.Location.Points.Count, one.Chart.Points.Names[3]));
        Assert.Equal(one.Chart.Location.Values().ToArray(), other.Chart.Location.Values().ToArray());
    }

    [Theory]
    [InlineData("n;a;b\n1;1;2\n2;2;1\n3;3;5", AnalysisProblem.TooFew, 3)]
    [InlineData("n;a;b\n1;1;7\n2;2;7\n3;3;7\n4;5;7\n5;4;7", AnalysisProblem.ConstantColumn, "b")]
    [InlineData("n;a;b\n1;1;2\n2;2;4\n3;3;6\n4;5;10\n5;4;8", AnalysisProblem.Singular, null)]
    public async Task Characteristics_that_say_nothing_together_are_refused_and_named(string text, AnalysisProblem problem, object? first)
    {
        var read = await Ask(AnalysisKind.MultivariateChart, text, Two);
        Assert.Equal(problem, read.Problem);
        Assert.Equal(first, First(read));
    }

    [Fact]
    public async Task Unequal_subgroups_and_one_column_chosen_twice_are_refused()
    {
        Assert.Equal(AnalysisProblem.UnequalSubgroups, (await Ask(AnalysisKind.MultivariateChart, "g;a;b\nA;1;2\nA;2;3\nB;2;1\nB;1;5\nB;3;4\nC;1;2", new(Two) { ["Subgroup"] = 0 })).Problem);
        Assert.Equal(AnalysisProblem.Singular, (await Ask(AnalysisKind.MultivariateChart, Text, new() { ["Value"] = 1, ["Value2"] = 1 })).Problem);
    }
}
