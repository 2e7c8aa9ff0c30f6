using Etabli.Application.Studies.Analyses;
using Etabli.Methods.Quality;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Tests.Studies;

public sealed class QualityCostTests : AnalysisCase
{
    private const string Year = "categorie;montant;libelle\nPrévention;500;formation\nContrôle;800;contrôle final\nDéfaillances internes;1200.10;rebuts\nInterne;0.20;retouches\nexternal failure;2499.70;retours";

    private static readonly Dictionary<string, int> Columns = new() { ["Category"] = 0, ["Amount"] = 1 };

    [Fact]
    public async Task Non_quality_is_what_faults_cost_to_the_cent_and_a_share_of_the_turnover()
    {
        var read = (await Ask(AnalysisKind.QualityCosts, Year, new(Columns) { ["Label"] = 2 }, new() { ["Base"] = "100000" })).Costs!;
        Assert.Equal((3700.00m, 1300m, 5000m), (read.Costs.NonQuality.Known, read.Costs.Conformity.Known, read.Costs.Total.Known));
        Assert.Equal([0.1m, 0.16m, 0.24006m, 0.49994m], read.Costs.Categories.Select(c => c.Share!.Value));
        Assert.Equal(0.037m, read.Share!.Known);
        Assert.Equal(["retours", "rebuts", "contrôle final", "formation", "retouches"], read.Causes.Bars.Select(b => b.Cause));
        Assert.True(read.IsByLabel);
    }

    [Fact]
    public async Task Without_labels_the_Pareto_is_of_the_categories_and_without_a_base_there_is_no_share()
    {
        var read = (await Ask(AnalysisKind.QualityCosts, Year, Columns)).Costs!;
        Assert.Null(read.Share);
        Assert.Equal([nameof(QualityCostCategory.ExternalFailure), nameof(QualityCostCategory.InternalFailure), nameof(QualityCostCategory.Appraisal), nameof(QualityCostCategory.Prevention)], read.Causes.Bars.Select(b => b.Cause));
        Assert.False((await Ask(AnalysisKind.QualityCosts, Year, Columns, new() { ["Base"] = "0" })).Costs!.Share!.IsKnown);
    }

    [Theory]
    [InlineData("c;m\nPrévention;1\nDivers;2", AnalysisProblem.UnknownCategory, 2L)]
    [InlineData("c;m\nPrévention;1\n;2", AnalysisProblem.UnknownCategory, 2L)]
    [InlineData("c;m\nInterne;1\nExterne;-2", AnalysisProblem.NegativeAmount, 2L)]
    [InlineData("c;m\nInterne;0\nExterne;0", AnalysisProblem.NoCost, null)]
    public async Task An_amount_that_cannot_be_sorted_is_refused_with_its_row(string text, AnalysisProblem problem, object? first)
    {
        var read = await Ask(AnalysisKind.QualityCosts, text, Columns);
        Assert.Equal(problem, read.Problem);
        Assert.Equal(first, First(read));
    }
}
