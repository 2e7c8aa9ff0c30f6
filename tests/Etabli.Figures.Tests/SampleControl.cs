using System.Globalization;
using Etabli.Figures.Capability;
using Etabli.Figures.ControlCharts;
using Etabli.Figures.Histograms;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Tests;

/// <summary>The bore of the demonstration plant on its control chart and in its capability study, and what is awkward to chart.</summary>
internal static class SampleControl
{
    private const double A2 = 0.577;
    private const double D4 = 2.114;

    internal static IReadOnlyDictionary<string, Func<Language, string>> All { get; } = new Dictionary<string, Func<Language, string>>
    {
        ["control-chart"] = language => ControlChartDrawing.Draw(Bore(language), Samples.Framed(language, "Carte X-barre R, alésage Ø50 H8", 277, "128 sous-groupes de 5", "S36 à S48 2025")),
        ["control-chart-dark"] = language => ControlChartDrawing.Draw(Phased(language), new Sheet(language, 230, Palette: Palette.Dark)),
        ["control-chart-print"] = language => ControlChartDrawing.Draw(Phased(language), new Sheet(language, 190, Palette: Palette.Print)),
        ["control-chart-few"] = language => ControlChartDrawing.Draw(Few(language), new Sheet(language, 190)),
        ["control-chart-one"] = language => ControlChartDrawing.Draw(new ControlChart("Un point", "Longueur", "mm", [new ControlPlot("Longueur", [12.5], [])]), new Sheet(language, 150)),
        ["control-chart-empty"] = language => ControlChartDrawing.Draw(new ControlChart("Carte", "Longueur", "mm", []), new Sheet(language, 150)),
        ["control-chart-proportion"] = language => ControlChartDrawing.Draw(Proportion(language), new Sheet(language, 230)),
        ["control-chart-cusum"] = language => ControlChartDrawing.Draw(Cusum(language), new Sheet(language, 230)),
        ["control-chart-ewma"] = language => ControlChartDrawing.Draw(Ewma(language), new Sheet(language, 190)),
        ["control-chart-awkward"] = language => ControlChartDrawing.Draw(Awkward(), new Sheet(language, 150)),
        ["control-chart-100000"] = language => ControlChartDrawing.Draw(Long(100_000), new Sheet(language, 277)),
        ["capability"] = language => CapabilityDrawing.Draw(BoreStudy(language), Samples.Framed(language, "Capabilité, alésage Ø50 H8", 230, "640 valeurs", "S36 à S48 2025")),
        ["capability-dark"] = language => CapabilityDrawing.Draw(Refused(language), new Sheet(language, 190, Palette: Palette.Dark)),
        ["capability-percentile"] = language => CapabilityDrawing.Draw(Percentile(language), new Sheet(language, 190)),
        ["capability-awkward"] = language => CapabilityDrawing.Draw(new CapabilityStudy("Une classe", "Battement au très long nom de caractéristique qui ne tient pas sur la ligne de titre", "µm", [new HistogramClass(5, 5, 3)]) { LowerTolerance = -2_000_000, UpperTolerance = 2_000_000.5, Mean = 5, SigmaWithin = 0, SigmaOverall = double.NaN, Indices = [new("Cp", double.PositiveInfinity), new("Cpk", null)], Facts = [new("Contrôleur de la dernière série mesurée au marbre", "Un nom qui ne tient pas non plus dans la boîte")] }, new Sheet(language, 170)),
        ["capability-empty"] = language => CapabilityDrawing.Draw(new CapabilityStudy("Capabilité", "Alésage", "µm", []), new Sheet(language, 170)),
        ["normal-plot"] = language => NormalPlotDrawing.Draw(Henry(language), new Sheet(language, 140)),
        ["normal-plot-one"] = language => NormalPlotDrawing.Draw(new NormalPlot("Une valeur", "Longueur", "mm", [new(12.5, 0)]), new Sheet(language, 100)),
        ["normal-plot-empty"] = language => NormalPlotDrawing.Draw(new NormalPlot("Droite de Henry", "Longueur", "mm", []), new Sheet(language, 100)),
    };

    internal static List<double[]> Subgroups { get; } = [.. DemoPlant.Rows("18_spc_alesage").GroupBy(row => int.Parse(row["sous_groupe"], CultureInfo.InvariantCulture)).OrderBy(group => group.Key).Select(group => group.Select(row => (double)DemoPlant.Number(row["ecart_um"])).ToArray())];

    internal static ControlChart Bore(Language language)
    {
        var french = language == Language.French;
        var means = Subgroups.Select(group => group.Average()).ToList();
        var ranges = Subgroups.Select(group => group.Max() - group.Min()).ToList();
        var (mean, range) = (means.Average(), ranges.Average());
        var (low, high, most) = (mean - A2 * range, mean + A2 * range, D4 * range);
        var rule = french ? "un point hors limites" : "one point outside the limits";
        return new ControlChart("Carte X̄-R, alésage Ø50 H8", french ? "Alésage Ø50 H8, écart à 50 mm" : "Bore Ø50 H8, deviation from 50 mm", "µm",
        [
            new ControlPlot(french ? "X̄, moyennes" : "X̄, means", means, [new(0, means.Count - 1, mean, low, high, A2 * range / 3)]) { ShortName = french ? "moyennes" : "means", CentreSign = "X̿", HasBands = true, Marks = Outside(means, low, high, rule) },
            new ControlPlot(french ? "R, étendues" : "R, ranges", ranges, [new(0, ranges.Count - 1, range, null, most)]) { ShortName = french ? "étendues" : "ranges", CentreSign = "R̄", Marks = Outside(ranges, double.NegativeInfinity, most, rule) },
        ])
        {
            Count = french ? "128 sous-groupes de 5" : "128 subgroups of 5",
            Period = "01/09/2025 – 28/11/2025",
            State = LimitsState.Recalculated,
            Notes = [new(52, french ? "pierres de rodage usées, changées à 10:30" : "worn honing stones, changed at 10:30"), new(59, french ? "nouveau lot de tubes" : "new batch of tubes"), new(116, french ? "broche resserrée" : "spindle tightened")],
            Remarks = [french ? "Règle en service : 1, un point hors limites." : "Rule in use: 1, one point outside the limits."],
        };
    }

    internal static ControlChart Phased(Language language)
    {
        var bore = Bore(language);
        var (means, ranges) = (bore.Plots[0].Values.Take(60).ToList(), bore.Plots[1].Values.Take(60).ToList());
        var (first, second) = (means.Take(30).Average(), means.Skip(30).Average());
        return bore with
        {
            Plots =
            [
                bore.Plots[0] with
                {
                    Values = means,
                    Limits = [new(0, 29, first, first - 7, first + 7), new(30, 59, second, second - 8.5, second + 8.5)],
                    HasBands = false,
                    LowerTolerance = 0,
                    UpperTolerance = 39,
                    Marks = [.. Outside(means, 13, 30, ""), new(8, ControlSign.Run, "2", "9 points du même côté"), new(20, ControlSign.Excluded, "", "pièce tombée"), new(40, ControlSign.Run, "5"), new(41, ControlSign.Run, "5")],
                },
                bore.Plots[1] with { Values = ranges, Limits = [new(0, 29, 14, null, 29.6), new(30, 59, 15, null, 31.7)] },
            ],
            Phases = [new(0, 29, language == Language.French ? "Base" : "Baseline"), new(30, 59, language == Language.French ? "Après réglage de la sonde et formation des deux équipes" : "After setting the probe and training both shifts")],
            State = LimitsState.Frozen,
            StateNote = language == Language.French ? "le 12/10/2025, sur 30 sous-groupes" : "on 12 Oct 2025, with 30 subgroups",
            Labels = [.. Enumerable.Range(0, 60).Select(i => language.Date(new DateOnly(2025, 9, 1).AddDays(i / 2)))],
            Count = null,
        };
    }

    internal static ControlChart Long(int count)
    {
        double[] values = [.. Enumerable.Range(0, count).Select(i => Math.Sin(i * 0.0007) + Wobble(i))];
        (values[count / 3], values[count / 2]) = (9, -9);
        return new ControlChart("Longue série", "Pression", "bar", [new ControlPlot("Pression", values, [new(0, count - 1, 0, -3, 3)]) { Marks = [.. Enumerable.Range(0, count).Where(i => Math.Abs(values[i]) > 3).Select(i => new ControlMark(i, ControlSign.Outside, "1"))] }])
        {
            PointName = "mesure",
        };
    }

    internal static ControlChart Awkward() => new("Des cas difficiles", "Une caractéristique au nom si long qu’elle ne tient pas du tout sur sa ligne de titre", "unité longue",
    [
        new ControlPlot("Un nom de graphique interminable qui doit être coupé avant la fin de la ligne du graphique", [-5, -5, double.NaN, -5, double.PositiveInfinity, -5], [new(0, 5, -5, -5.0001, -4.9999)]) { Marks = [new(99, ControlSign.Outside, "1"), new(2, ControlSign.Run), new(0, ControlSign.Outside, "1, 2, 3")], UpperTolerance = 4000 },
        new ControlPlot("R", [0, 0, 0, 0, 0, 0], [new(0, 5, 0, 0, 0)]) { Decimals = 6 },
    ])
    {
        Labels = [.. Enumerable.Range(0, 6).Select(i => "sous-groupe du poste de nuit numéro " + i)],
        Notes = [.. Enumerable.Range(0, 25).Select(i => new ControlNote(i % 6, "événement au texte bien trop long pour une seule ligne de la figure, et que la figure doit pourtant dire en entier ou couper proprement " + i))],
        Phases = [new(0, 0, "Une phase d’un point"), new(1, 5, "Le reste")],
        NeededPoints = 0,
    };

    private static ControlChart Few(Language language)
    {
        var bore = Bore(language);
        return bore with
        {
            Plots = [.. bore.Plots.Select(plot => plot with { Values = [.. plot.Values.Take(8)], Limits = [plot.Limits[0] with { Last = 7 }], Marks = [] })],
            Notes = [],
            Remarks = [],
            Count = language == Language.French ? "8 sous-groupes de 5" : "8 subgroups of 5",
        };
    }

    private static ControlChart Proportion(Language language)
    {
        int[] sizes = [.. Enumerable.Range(0, 52).Select(i => 80 + i * 37 % 70)];
        double[] shares = [.. sizes.Select((size, i) => (2 + i * 13 % 6 + (i == 33 ? 12 : 0)) / (double)size)];
        var mean = shares.Average();
        var limits = ControlLimits.EachPoint([.. sizes.Select(_ => mean)], [.. sizes.Select(size => Math.Max(0, mean - 3 * Math.Sqrt(mean * (1 - mean) / size)))], [.. sizes.Select(size => mean + 3 * Math.Sqrt(mean * (1 - mean) / size))]);
        return new ControlChart("Carte p", language == Language.French ? "Proportion de vérins non conformes" : "Share of nonconforming cylinders", "", [new ControlPlot(language == Language.French ? "p, proportion" : "p, proportion", shares, limits) { CentreSign = "p̄", Decimals = 3, Marks = [new(33, ControlSign.Outside, "1")] }])
        {
            Labels = [.. Enumerable.Range(0, 52).Select(i => language.Week(new IsoWeek(2025, 1).Plus(i)))],
            PointName = language == Language.French ? "semaine" : "week",
            State = LimitsState.Recalculated,
            Count = language == Language.French ? "52 semaines, 80 à 149 vérins" : "52 weeks, 80 to 149 cylinders",
        };
    }

    private static ControlChart Cusum(Language language)
    {
        var means = Subgroups.Select(group => group.Average()).ToList();
        var (up, down, highs, lows) = (0.0, 0.0, new List<double>(), new List<double>());
        foreach (var mean in means)
        {
            up = Math.Max(0, up + mean - 21.34 - 1.4);
            down = Math.Min(0, down + mean - 21.34 + 1.4);
            highs.Add(up);
            lows.Add(down);
        }

        return new ControlChart("CUSUM, alésage", language == Language.French ? "Alésage Ø50 H8" : "Bore Ø50 H8", "µm",
            [new ControlPlot("CUSUM", highs, [new(0, 127, 0, -14.1, 14.1)]) { Second = lows, FirstName = "C+", SecondName = "C−", Decimals = 1, Marks = [.. highs.Index().Where(pair => pair.Item > 14.1).Select(pair => new ControlMark(pair.Index, ControlSign.Outside)), .. lows.Index().Where(pair => pair.Item < -14.1).Select(pair => new ControlMark(pair.Index, ControlSign.Outside, OnSecond: true))] }])
        {
            Remarks = [language == Language.French ? "k = 0,5 σ ; h = 5 σ ; cible 21,34 µm." : "k = 0.5 σ; h = 5 σ; target 21.34 µm."],
        };
    }

    private static ControlChart Ewma(Language language)
    {
        const double weight = 0.2;
        var means = Subgroups.Take(40).Select(group => group.Average()).ToList();
        var (line, smoothed) = (21.34, new List<double>());
        foreach (var mean in means)
        {
            line = weight * mean + (1 - weight) * line;
            smoothed.Add(line);
        }

        double[] half = [.. Enumerable.Range(1, 40).Select(i => 3 * 2.83 * Math.Sqrt(weight / (2 - weight) * (1 - Math.Pow(1 - weight, 2 * i))))];
        var limits = ControlLimits.EachPoint([.. half.Select(_ => 21.34)], [.. half.Select(far => 21.34 - far)], [.. half.Select(far => 21.34 + far)]);
        return new ControlChart("EWMA, alésage", language == Language.French ? "Alésage Ø50 H8" : "Bore Ø50 H8", "µm", [new ControlPlot("EWMA", smoothed, limits)]);
    }

    internal static CapabilityStudy BoreStudy(Language language)
    {
        var french = language == Language.French;
        var histogram = SampleDiagnosis.Bore(language);
        return new CapabilityStudy("Capabilité, alésage Ø50 H8", histogram.Quantity, "µm", histogram.Classes)
        {
            Decimals = 2,
            LowerTolerance = 0,
            UpperTolerance = 39,
            Target = 19.5,
            Mean = 21.3425,
            SigmaWithin = 6.336,
            SigmaOverall = 6.9483,
            Indices = [new("Cp", 1.026, 0.97, 1.08), new("Cpk", 0.929, 0.87, 0.99), new("Pp", 0.935, 0.88, 0.99), new("Ppk", 0.847, 0.79, 0.9)],
            ObservedPpm = 9375,
            ExpectedPpmWithin = 3012,
            ExpectedPpmOverall = 6594,
            Facts = [new(french ? "normalité" : "normality", "AD 0,41 ; p 0,34")],
            Verdict = french ? "Non capable : Ppk 0,85 est sous le seuil de 1,33. Le procédé est décentré vers le haut et dispersé." : "Not capable: Ppk 0.85 is below the threshold of 1.33. The process is off centre, high, and spread.",
            VerdictStatus = Status.Bad,
            Period = "01/09/2025 – 28/11/2025",
        };
    }

    private static CapabilityStudy Refused(Language language) => BoreStudy(language) with
    {
        Refusal = language == Language.French
            ? "Indices non énoncés : quatre sous-groupes sont hors limites de contrôle (53, 56, 59, 60). Un procédé qui n’est pas stable n’a pas de capabilité ; traitez les causes, puis recalculez."
            : "Indices not stated: four subgroups are outside their control limits (53, 56, 59, 60). A process that is not stable has no capability; treat the causes, then compute again.",
    };

    private static CapabilityStudy Percentile(Language language) => new("Rugosité", language == Language.French ? "Rugosité Ra" : "Roughness Ra", "µm",
        [.. new[] { 14, 41, 52, 38, 22, 13, 8, 5, 3, 2, 1, 1 }.Select((count, i) => new HistogramClass(0.1m + i * 0.05m, 0.15m + i * 0.05m, count))])
    {
        Decimals = 2,
        UpperTolerance = 0.8,
        HasCurves = false,
        LowPercentile = 0.104,
        Median = 0.231,
        HighPercentile = 0.672,
        Mean = 0.25,
        Indices = [new("Ppk", 1.29)],
        ObservedPpm = 0,
        Facts = [new(language == Language.French ? "méthode" : "method", language == Language.French ? "percentiles" : "percentiles")],
        Verdict = language == Language.French ? "À surveiller : Ppk 1,29 pour un seuil de 1,33." : "To be watched: Ppk 1.29 for a threshold of 1.33.",
        VerdictStatus = Status.Warning,
    };

    private static NormalPlot Henry(Language language)
    {
        var values = Subgroups.SelectMany(group => group).Order().ToList();
        double Score(int i) => Quantile((i + 0.625) / (values.Count + 0.25));
        return new NormalPlot("Droite de Henry, alésage", language == Language.French ? "Alésage Ø50 H8" : "Bore Ø50 H8", "µm", [.. values.Select((value, i) => new NormalPlotPoint(value, Score(i)))])
        {
            Decimals = 1,
            Mean = 21.3425,
            Sigma = 6.9483,
            Band = [.. Enumerable.Range(-34, 69).Select(i => i / 10.0).Select(z => new NormalPlotBand(z, 21.3425 + 6.9483 * (z - 0.12 - 0.04 * z * z), 21.3425 + 6.9483 * (z + 0.12 + 0.04 * z * z)))],
            Test = language == Language.French ? "Anderson-Darling : A² = 0,41, p = 0,34." : "Anderson-Darling: A² = 0.41, p = 0.34.",
            Verdict = language == Language.French ? "Rien ne contredit la normalité." : "Nothing contradicts normality.",
            VerdictStatus = Status.Good,
        };
    }

    private static double Wobble(int i) => (i * 7919L % 1000 + i * 104729L % 997) / 1000.0 - 1;

    // Good enough to place points.
    private static double Quantile(double share)
    {
        var t = Math.Sqrt(-2 * Math.Log(Math.Min(share, 1 - share)));
        var z = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
        return share < 0.5 ? -z : z;
    }

    private static List<ControlMark> Outside(List<double> values, double low, double high, string note) =>
        [.. values.Index().Where(pair => pair.Item < low || pair.Item > high).Select(pair => new ControlMark(pair.Index, ControlSign.Outside, "1", note))];
}
