using System.Xml.Linq;
using Etabli.Figures.Actions;
using Etabli.Figures.Coverage;
using Etabli.Figures.Ink;
using Etabli.Figures.Observations;
using Etabli.Figures.Paretos;
using Etabli.Figures.Rulers;
using Etabli.Figures.Trends;

namespace Etabli.Figures.Tests;

public sealed class FigureRuleTests
{
    [Theory]
    [InlineData(35306, "0 5000 10000 15000 20000 25000 30000 35000")]
    [InlineData(249, "0 50 100 150 200")]
    [InlineData(19, "0 5 10 15")]
    [InlineData(3, "0 1 2 3")]
    public void A_Pareto_is_graduated_by_round_steps_and_whole_things_by_whole_numbers(int total, string graduations)
    {
        var drawing = XDocument.Parse(ParetoDrawing.Draw(new("Arrêts", "Arrêts", "", [new("Panne", total, 1)]), new Sheet(Language.English, 160)));
        var left = drawing.Descendants().Where(e => e.Name.LocalName == "text" && e.Attribute("text-anchor")?.Value == "end" && !e.Value.Contains('%', StringComparison.Ordinal)).Select(e => e.Value.Replace(",", "", StringComparison.Ordinal)).ToList();
        Assert.Equal(graduations.Split(' '), left.Where(t => t.Length > 0));
    }

    [Theory]
    [InlineData(ParetoBarsAre.Causes, "1\u00A0cause,", "1\u00A0cause,")]
    [InlineData(ParetoBarsAre.Stations, "1\u00A0poste,", "1\u00A0station,")]
    [InlineData(ParetoBarsAre.Shifts, "1\u00A0équipe,", "1\u00A0shift,")]
    [InlineData(ParetoBarsAre.Classes, "1\u00A0classe de causes,", "1\u00A0class of causes,")]
    [InlineData(ParetoBarsAre.Hindrances, "1\u00A0irritant,", "1\u00A0hindrance,")]
    public void A_Pareto_says_what_its_bars_are(ParetoBarsAre what, string french, string english)
    {
        var pareto = new Pareto("Arrêts", "Durée", "min", [new("ROD1", 80, 0.8m, true), new("TCN3", 20, 1)]) { BarsAre = what };
        Assert.Contains(french, ParetoDrawing.Draw(pareto, new Sheet(Language.French, 160)), StringComparison.Ordinal);
        Assert.Contains(english, ParetoDrawing.Draw(pareto, new Sheet(Language.English, 160)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_criterion_that_cannot_be_evaluated_counts_for_nothing()
    {
        var matrix = SampleMatrix.Demo(Language.French);
        var last = matrix.Blocs[2].Rows[3];
        Assert.Equal(6, last.Cells.Sum(cell => cell.Count));
        Assert.Equal(5, last.Total);
    }

    [Fact]
    public void A_matrix_draws_one_square_for_each_criterion_and_names_it()
    {
        var matrix = SampleMatrix.Demo(Language.French);
        var drawing = XDocument.Parse(CoverageMatrixDrawing.Draw(matrix, new Sheet(Language.French)));
        var tips = drawing.Descendants().Where(element => element.Name.LocalName == "g").Select(group => group.Elements().First().Value).ToList();
        var codes = matrix.Blocs.SelectMany(bloc => bloc.Rows).SelectMany(row => row.Cells).SelectMany(cell => cell).Select(pip => pip.Code).ToList();
        Assert.Equal(codes.Count, tips.Count);
        Assert.All(codes.Zip(tips), pair => Assert.StartsWith(pair.First + ", ", pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public void A_matrix_of_eleven_competences_fits_one_portrait_page()
    {
        var rows = Enumerable.Range(1, 11).Select(i => new CoverageRow("C" + i, "Coordonner les acteurs et piloter les actions d’amélioration continue", [.. Enumerable.Repeat<IReadOnlyList<CoveragePip>>([.. Enumerable.Range(1, 6).Select(n => new CoveragePip("C" + n, PipState.Met))], 5)])).ToList();
        var drawing = XDocument.Parse(CoverageMatrixDrawing.Draw(new CoverageMatrix("Dossier", ["Méthodes", "Moyens", "Relations", "Contraintes", "Résultats"], [new CoverageBloc("Bloc 1", "Le diagnostic", rows)]), new Sheet(Language.French)));
        Assert.InRange(DrawnText.Height(drawing), 100, 277);
    }

    [Fact]
    public void A_week_without_value_breaks_the_line()
    {
        var drawing = XDocument.Parse(IndicatorTrendDrawing.Draw(SampleTrend.Scrap(), new Sheet(Language.French)));
        var runs = drawing.Descendants().Where(element => element.Name.LocalName == "polyline" && element.Attribute("class")?.Value == "sk-serie-1");
        Assert.Equal([4, 4], runs.Select(run => run.Attribute("points")!.Value.Split(' ').Length));
    }

    [Theory]
    [InlineData(GoodDirection.Up, 72, 72, Status.Good)]
    [InlineData(GoodDirection.Up, 71.7, 72, Status.Bad)]
    [InlineData(GoodDirection.Down, 1.09, 1.5, Status.Good)]
    [InlineData(GoodDirection.Down, 1.6, 1.5, Status.Bad)]
    public void A_value_is_good_on_the_side_that_its_indicator_says(GoodDirection direction, double value, double target, Status status)
    {
        var trend = new IndicatorTrend("TRS", "%", direction, [new TrendPoint(new IsoWeek(2026, 1), (decimal)value)], (decimal)target);
        Assert.Equal(status, trend.Status);
    }

    [Fact]
    public void Without_a_target_no_verdict_is_given() =>
        Assert.Equal(Status.Unset, SampleTrend.OneWeek().Status);

    [Fact]
    public void An_axis_starts_at_zero_unless_it_says_that_it_is_cut()
    {
        Assert.Equal(0, TrendScale.Of([3.96, 1.09, 1.5]).Low);
        Assert.True(TrendScale.Of([95, 96, 97.5]).IsBroken);
        var cut = new IndicatorTrend("Service", "%", GoodDirection.Up, [new TrendPoint(new IsoWeek(2026, 1), 95), new TrendPoint(new IsoWeek(2026, 2), 97)], 96);
        Assert.Contains("axe coupé", IndicatorTrendDrawing.Draw(cut, new Sheet(Language.French)), StringComparison.Ordinal);
        Assert.Contains("broken axis", IndicatorTrendDrawing.Draw(cut, new Sheet(Language.English)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new double[] { 0, 0, 0 })]
    [InlineData(new double[] { -5, 5 })]
    [InlineData(new double[] { 0.001, 0.002 })]
    [InlineData(new double[] { 1_000_000 })]
    [InlineData(new double[] { -7 })]
    public void A_scale_holds_all_its_values(double[] values)
    {
        var scale = TrendScale.Of(values);
        Assert.All(values, value => Assert.InRange(scale.At(value), 0, 1));
        Assert.InRange(scale.Graduations.Count, 2, 12);
    }

    [Fact]
    public void An_observation_without_a_number_is_marked()
    {
        Assert.Contains("non chiffrée", ObservationDrawing.Draw(SampleObservation.Bare(), new Sheet(Language.French, 148)), StringComparison.Ordinal);
        Assert.DoesNotContain("non chiffrée", ObservationDrawing.Draw(SampleObservation.Measured(), new Sheet(Language.French, 148)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_user_wrote_never_becomes_markup()
    {
        var drawn = ObservationDrawing.Draw(SampleObservation.Bare() with { Fact = "</text><script>alert(1)</script>\u0001\uD800", Photo = "x\" onload=\"y" }, new Sheet(Language.French, 148));
        var drawing = XDocument.Parse(drawn);
        Assert.DoesNotContain(drawing.Descendants(), element => element.Name.LocalName == "script");
        Assert.DoesNotContain(drawing.Descendants().Attributes(), attribute => attribute.Name.LocalName == "onload");
    }

    [Fact]
    public void A_closed_action_whose_effect_is_not_measured_says_so()
    {
        var plan = new ActionPlan("Plan", [new PlannedAction("A1", "Régler", "réglé", "MAINT", new DateOnly(2026, 1, 9), ActionState.Done)]);
        Assert.Contains("à mesurer", ActionPlanDrawing.Draw(plan, new Sheet(Language.French)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_figure_is_the_same_bytes() =>
        Assert.Equal(Samples.All["coverage-matrix"](Language.French), Samples.All["coverage-matrix"](Language.French));

    [Fact]
    public void A_part_larger_than_its_whole_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RulerDrawing.Draw(3, 2, "Critères", new Sheet(Language.French)));
}
