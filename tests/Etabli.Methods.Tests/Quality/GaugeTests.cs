using Etabli.Methods.Quality;

namespace Etabli.Methods.Tests.Quality;

public sealed class GaugeTests
{
    private static List<GaugeReading> Bore() => [.. DemoFactory.Rows("19_r_et_r.csv").Select(r => new GaugeReading(r["piece"], r["operateur"], Spc.Number(r["ecart_um"])))];

    private static List<GaugeReading> Helicopter() => [.. Spc.Rows("grr_helicopter.csv").Select(r => new GaugeReading(r[0], r[1], Spc.Number(r[3])))];

    [Fact]
    public void The_handbook_study_by_ranges_gives_its_printed_figures()
    {
        var expected = Spc.Expected("grr_xr_aiag");
        var study = GaugeRr.CrossedByRange(Spc.Rows("grr_aiag.csv").Select(r => new GaugeReading(r[0], r[1], Spc.Number(r[3]))));

        // K1, K2, K3 are printed with four decimals; ours are computed.
        Assert.Equal(expected.GetProperty("EV").GetDouble(), study.Repeatability.Deviation, 1e-4);
        Assert.Equal(expected.GetProperty("AV").GetDouble(), study.Reproducibility.Deviation, 1e-4);
        Assert.Equal(expected.GetProperty("GRR").GetDouble(), study.Gauge.Deviation, 1e-4);
        Assert.Equal(expected.GetProperty("PV").GetDouble(), study.Part.Deviation, 2e-4);
        Assert.Equal(expected.GetProperty("TV").GetDouble(), study.Total.Deviation, 2e-4);
        var pct = expected.GetProperty("pct");
        Assert.Equal(pct.GetProperty("EV").GetDouble(), study.Repeatability.StudyShare * 100, 0.02);
        Assert.Equal(pct.GetProperty("AV").GetDouble(), study.Reproducibility.StudyShare * 100, 0.02);
        Assert.Equal(pct.GetProperty("GRR").GetDouble(), study.GaugeShare.Known * 100, 0.02);
        Assert.Equal(pct.GetProperty("PV").GetDouble(), study.Part.StudyShare * 100, 0.02);
        Assert.Equal(expected.GetProperty("ndc").GetInt32(), study.DistinctCategories.Known);
    }

    [Fact]
    public void The_helicopter_study_by_analysis_of_variance_gives_the_published_tables()
    {
        var expected = Spc.Expected("grr_anova_helicopter");
        var study = GaugeRr.CrossedByAnova(Helicopter(), new() { ToleranceWidth = 1.1 });
        Assert.Equal(Spc.Integers(expected, "df"), study.Table.Select(l => l.Degrees));
        Spc.Agree(Spc.Numbers(expected, "SS"), study.Table.Select(l => l.SumOfSquares), 1e-12);
        Spc.Agree(Spc.Numbers(expected, "MS"), study.Table.Select(l => l.MeanSquare), 1e-12);
        Assert.Equal(expected.GetProperty("F_part_vs_inter").GetDouble(), study.Table[0].F!.Value, 1e-9);
        Assert.Equal(expected.GetProperty("F_oper_vs_inter").GetDouble(), study.Table[1].F!.Value, 1e-9);
        Assert.Equal(expected.GetProperty("F_inter").GetDouble(), study.Table[2].F!.Value, 1e-9);
        Assert.Equal(expected.GetProperty("p_inter").GetDouble(), study.Table[2].P!.Value, 1e-10);
        Assert.True(study.IsPooled);
        Assert.Null(study.Interaction);
        var reduced = expected.GetProperty("reduced");
        Assert.Equal(reduced.GetProperty("mse").GetDouble(), study.PooledTable[2].MeanSquare, 1e-12);
        Assert.Equal(reduced.GetProperty("df").GetInt32(), study.PooledTable[2].Degrees);
        Assert.Equal(reduced.GetProperty("F_part").GetDouble(), study.PooledTable[0].F!.Value, 1e-9);
        Assert.Equal(reduced.GetProperty("F_oper").GetDouble(), study.PooledTable[1].F!.Value, 1e-9);
        Assert.Equal(reduced.GetProperty("p_part").GetDouble(), study.PooledTable[0].P!.Value, 1e-15);
        Assert.Equal(reduced.GetProperty("p_oper").GetDouble(), study.PooledTable[1].P!.Value, 1e-10);
        (string Name, GaugeComponent Found)[] sources = [("repeatability", study.Repeatability), ("operator", study.OperatorAlone!), ("reproducibility", study.Reproducibility), ("grr", study.Gauge), ("part", study.Part), ("total", study.Total)];
        Assert.All(sources, s => Assert.Equal(expected.GetProperty("var").GetProperty(s.Name).GetDouble(), s.Found.Variance, 1e-12));
        (string Name, GaugeComponent Found)[] shares = [("EV", study.Repeatability), ("AV", study.Reproducibility), ("GRR", study.Gauge), ("PV", study.Part)];
        Assert.All(shares, s => Assert.Equal(expected.GetProperty("pct_study").GetProperty(s.Name).GetDouble(), 100 * s.Found.StudyShare, 1e-8));
        Assert.All(shares, s => Assert.Equal(expected.GetProperty("sd").GetProperty(s.Name).GetDouble(), s.Found.Deviation, 1e-12));
        Assert.All(shares.Where(s => s.Name != "AV"), s => Assert.Equal(expected.GetProperty("pct_tol").GetProperty(s.Name).GetDouble(), 100 * s.Found.ToleranceShare!.Value, 1e-8));
        Assert.Equal(expected.GetProperty("pct_contrib").GetProperty("GRR").GetDouble(), 100 * study.Gauge.Contribution, 1e-8);
        Assert.Equal(expected.GetProperty("ndc").GetInt32(), study.DistinctCategories.Known);
    }

    [Fact]
    public void The_bore_gauge_takes_a_fifth_of_the_study_and_of_the_tolerance()
    {
        var answers = DemoFactory.Answers.GetProperty("r_et_r_anova");
        var study = GaugeRr.CrossedByAnova(Bore(), new() { ToleranceWidth = 39 });
        Assert.Equal((10, 3, 3), (study.Parts, study.Operators, study.Trials));
        Assert.True(study.IsPooled);
        Assert.Equal(answers.GetProperty("F_interaction").GetDouble(), study.Table[2].F!.Value, 5e-4);
        Assert.Equal(answers.GetProperty("repetabilite_var").GetDouble(), study.Repeatability.Variance, 5e-6);
        Assert.Equal(answers.GetProperty("reproductibilite_var").GetDouble(), study.Reproducibility.Variance, 5e-6);
        Assert.Equal(answers.GetProperty("piece_var").GetDouble(), study.Part.Variance, 5e-6);
        Assert.Equal(answers.GetProperty("pct_RR_variation_totale").GetDouble(), 100 * study.GaugeShare.Known, 5e-3);
        Assert.Equal(answers.GetProperty("pct_RR_tolerance_6s").GetDouble(), 100 * study.Gauge.ToleranceShare!.Value, 5e-2);
        Assert.Equal(answers.GetProperty("ndc").GetInt32(), study.DistinctCategories.Known);
        Assert.InRange(study.Repeatability.Variance, study.Repeatability.VarianceInterval!.Low, study.Repeatability.VarianceInterval.High);
        Assert.InRange(study.Part.Variance, study.Part.VarianceInterval!.Low, study.Part.VarianceInterval.High);
    }

    [Fact]
    public void Keeping_the_interaction_or_the_other_denominator_is_a_choice_that_shows()
    {
        var kept = GaugeRr.CrossedByAnova(Helicopter(), new() { PoolingAlpha = 1 });
        Assert.False(kept.IsPooled);
        Assert.Equal(0, kept.Interaction!.Variance);
        var byRepeatability = GaugeRr.CrossedByAnova(Helicopter(), new() { Against = MainEffectsAgainst.Repeatability });
        Assert.Equal(0.600359259 / 0.021411111, byRepeatability.Table[0].F!.Value, 1e-5);
        var older = GaugeRr.CrossedByAnova(Helicopter(), new() { StudySigmas = 5.15, ToleranceWidth = 1.1 });
        Assert.Equal(kept.Total.StudyShare, older.Total.StudyShare);
        Assert.Equal(5.15 * older.Gauge.Deviation / 1.1, older.Gauge.ToleranceShare!.Value, 1e-12);
    }

    [Fact]
    public void Contributions_add_up_to_one_and_shares_do_not_change_with_the_unit()
    {
        foreach (var alpha in new[] { 0, 0.05, 1 })
        {
            var study = GaugeRr.CrossedByAnova(Bore(), new() { PoolingAlpha = alpha });
            Assert.Equal(1, study.Gauge.Contribution + study.Part.Contribution, 1e-12);
            Assert.Equal(study.Gauge.Variance, study.Repeatability.Variance + study.Reproducibility.Variance, 1e-12);
            var moved = GaugeRr.CrossedByAnova(Bore().Select(r => r with { }).Select(r => new GaugeReading(r.Part, r.Operator, 50000 + 0.001 * r.Value)), new() { PoolingAlpha = alpha });
            Assert.Equal(study.GaugeShare.Known, moved.GaugeShare.Known, 1e-6);
            Assert.Equal(study.DistinctCategories.Known, moved.DistinctCategories.Known);
        }
    }

    [Fact]
    public void A_missing_reading_is_named_and_a_gauge_that_never_varies_has_no_categories()
    {
        var readings = Bore();
        readings.RemoveAt(readings.Count - 1);
        var no = Assert.Throws<ArgumentException>(() => GaugeRr.CrossedByAnova(readings));
        Assert.Contains("Part '10' has 2 readings by 'O3'", no.Message, StringComparison.Ordinal);
        var exact = from p in Enumerable.Range(1, 3) from o in new[] { "Anne", "Bruno" } from _ in Enumerable.Range(0, 2) select new GaugeReading($"{p}", o, p);
        foreach (var study in new[] { GaugeRr.CrossedByAnova(exact), GaugeRr.CrossedByRange(exact) })
        {
            Assert.False(study.DistinctCategories.IsKnown);
            Assert.Equal(0, study.GaugeShare.Known);
            Assert.Equal(1, study.Part.Contribution);
        }

        var flat = GaugeRr.CrossedByAnova(exact.Select(r => new GaugeReading(r.Part, r.Operator, 7)));
        Assert.False(flat.GaugeShare.IsKnown);
        Assert.All(flat.Table, l => Assert.Null(l.F));
    }

    [Fact]
    public void A_destructive_study_tells_parts_of_an_operator_from_operators()
    {
        // Two operators, two parts each, two readings: SS by hand. Means 1, 3 | 5, 7; operators 2 and 6; all 4.
        GaugeReading[] readings = [new("a", "Anne", 0), new("a", "Anne", 2), new("b", "Anne", 2), new("b", "Anne", 4), new("c", "Bruno", 4), new("c", "Bruno", 6), new("d", "Bruno", 6), new("d", "Bruno", 8)];
        var study = GaugeRr.Nested(readings);
        Assert.Equal([32, 8, 8], study.Table.Select(l => l.SumOfSquares));
        Assert.Equal([1, 2, 4], study.Table.Select(l => l.Degrees));
        Assert.Equal((2, 1, 7), (study.Repeatability.Variance, study.Part.Variance, study.Reproducibility.Variance));
        Assert.Equal((8, 2), (study.Table[0].F!.Value, study.Table[1].F!.Value));
        Assert.Throws<ArgumentException>(() => GaugeRr.Nested([.. readings, new("a", "Bruno", 1)]));
        Assert.Throws<ArgumentException>(() => GaugeRr.Nested(readings[..6]));
    }

    [Fact]
    public void A_bias_of_the_fifteen_readings_of_the_handbook_is_not_one()
    {
        var study = GaugeBias.Of([5.8, 5.7, 5.9, 5.9, 6.0, 6.1, 6.0, 6.1, 6.4, 6.3, 6.0, 6.1, 6.2, 5.6, 6.0], 6);
        Assert.Equal(0.1 / 15, study.Bias.Known, 1e-9);
        Assert.Equal(0.2120, study.Deviation, 1e-4);
        Assert.Equal(0.1218, study.T.Known, 1e-4);
        Assert.False(study.IsSignificant);
        Assert.Equal(-0.1107, study.Interval.Low, 1e-4);
        Assert.Equal(0.1241, study.Interval.High, 1e-4);
        var shifted = GaugeBias.Of([6.3, 6.4, 6.2, 6.3], 6);
        Assert.True(shifted.IsSignificant && shifted.P < 0.01);
        var stuck = GaugeBias.Of([6.1, 6.1, 6.1], 6);
        Assert.False(stuck.T.IsKnown);
        Assert.True(stuck.IsSignificant);
        Assert.Throws<ArgumentException>(() => GaugeBias.Of([6.1], 6));
    }

    [Fact]
    public void A_gauge_that_reads_one_percent_too_much_has_a_slope_of_one_percent()
    {
        var exact = GaugeBias.Linearity([(10, 10.1), (20, 20.2), (30, 30.3), (30, 30.3)]);
        Assert.Equal(0.01, exact.Slope.Known, 1e-12);
        Assert.Equal(0, exact.Intercept.Known, 1e-12);
        Assert.Equal(1, exact.Determination!.Value, 1e-9);
        Assert.Equal([0.1, 0.2, 0.3], exact.ByReference.Select(b => Math.Round(b.Bias, 9)));

        // The handbook's line through its twelve readings of five parts, by its means: 2, 4, 6, 8, 10.
        var study = GaugeBias.Linearity([(2, 2.49), (4, 4.125), (6, 6.025), (8, 7.708), (10, 9.383)]);
        Assert.Equal(-0.1317, study.Slope.Known, 2e-3);
        Assert.Equal(0.7367, study.Intercept.Known, 1e-2);
        Assert.True(study.SlopeP < 0.05);

        // X̄ = 6, Σ(X − X̄)² = 40, t of 97.5 % on 3 degrees 3.18245.
        Assert.Equal(3.18245 * study.Residual / Math.Sqrt(40), study.SlopeInterval.High - study.Slope.Known, 1e-5);
        Assert.Equal(3.18245 * study.Residual * Math.Sqrt(1 / 5.0 + 36 / 40.0), study.InterceptInterval.High - study.Intercept.Known, 1e-5);
        Assert.Throws<ArgumentException>(() => GaugeBias.Linearity([(1, 1), (1, 1), (1, 2)]));
    }

    [Fact]
    public void Kappas_of_the_textbooks_are_found_again()
    {
        Assert.Equal(0.4, AttributeAgreement.Cohen(new[,] { { 20, 5 }, { 10, 15 } }).Value.Known, 1e-12);
        int[][] fleiss = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]];
        var kappa = AttributeAgreement.Fleiss(fleiss);
        Assert.Equal(0.210, kappa.Value.Known, 5e-4);
        Assert.Equal(0.378, kappa.Observed, 5e-4);
        Assert.Equal(0.213, kappa.ByChance, 5e-4);
        Assert.True(kappa.P < 1e-6);
        Assert.False(AttributeAgreement.Cohen(new[,] { { 9, 0 }, { 0, 0 } }).Value.IsKnown);
        Assert.Throws<ArgumentException>(() => AttributeAgreement.Fleiss([[1, 1], [3, 0]]));
    }

    [Fact]
    public void An_operator_may_agree_with_himself_and_not_with_the_standard()
    {
        string[] parts = ["1", "2", "3", "4", "5", "6"];
        Dictionary<string, string> truth = parts.ToDictionary(p => p, p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture) > 3 ? "bad" : "good");
        List<AttributeReading> readings = [];
        foreach (var part in parts)
        {
            for (var trial = 0; trial < 2; trial++)
            {
                readings.Add(new(part, "Anne", truth[part]));
                readings.Add(new(part, "Bruno", part == "4" ? "good" : truth[part]));
                readings.Add(new(part, "Carole", part == "1" && trial == 1 ? "bad" : truth[part]));
            }
        }

        var study = AttributeAgreement.Of(readings, truth);
        Assert.Equal([6, 6, 5], study.ByOperator.Select(o => o.Within.Alike));
        Assert.Equal([6, 5, 5], study.ByOperator.Select(o => o.WithStandard!.Alike));
        Assert.Equal((4, 4), (study.Between.Alike, study.WithStandard!.Alike));
        Assert.Equal(1, study.ByOperator[0].StandardKappa!.Value.Known);
        Assert.Equal(1, study.ByOperator[1].WithinKappa!.Value.Known);
        Assert.InRange(study.ByOperator[1].StandardKappa!.Value.Known, 0.6, 0.7);
        Assert.Equal(5 / 6.0, study.ByOperator[2].Within.Explain().Known, 1e-12);
        Assert.Equal(["k", "n"], study.ByOperator[2].Within.Explain().Because.Terms.Select(t => t.Symbol));
        Assert.Equal(1 - Math.Pow(0.025, 1 / 6.0), 1 - study.ByOperator[0].Within.Interval.Low, 1e-6);
        Assert.Throws<ArgumentException>(() => AttributeAgreement.Of(readings[1..], truth));
        truth.Remove("3");
        Assert.Throws<ArgumentException>(() => AttributeAgreement.Of(readings, truth));
    }
}
