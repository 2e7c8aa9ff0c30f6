using System.Globalization;
using Etabli.Figures.BoxPlots;
using Etabli.Figures.DowntimeTimelines;
using Etabli.Figures.GaugeStudies;
using Etabli.Figures.Ink;
using Etabli.Figures.OeeCascades;
using Etabli.Figures.ScatterPlots;
using Etabli.Figures.Trends;

namespace Etabli.Figures.Tests;

/// <summary>OEE, stops, gauge study, boxes, clouds and cards of the demonstration plant, and what is awkward to draw.</summary>
internal static class SampleMeasures
{
    private const string Endless = "Un libellé bien trop long pour la place qui lui est laissée dans cette figure étroite";

    internal static IReadOnlyDictionary<string, Func<Language, string>> All { get; } = new Dictionary<string, Func<Language, string>>
    {
        ["oee-cascade"] = language => OeeCascadeDrawing.Draw(Rod1(language), Samples.Framed(language, "Cascade du TRS, rodeuse ROD1", 277, "64 jours", "S36 à S48 2025")),
        ["oee-cascade-detailed"] = language => OeeCascadeDrawing.Draw(Detailed(language), new Sheet(language, 230)),
        ["oee-cascade-dark"] = language => OeeCascadeDrawing.Draw(Rod1(language), new Sheet(language, 190, Palette: Palette.Dark)),
        ["oee-cascade-print"] = language => OeeCascadeDrawing.Draw(Detailed(language), new Sheet(language, 190, Palette: Palette.Print)),
        ["oee-cascade-awkward"] = language => OeeCascadeDrawing.Draw(new OeeCascade("TRS", Endless, 480, [new(CascadeLossKind.Own, Endless, 480), new(CascadeLossKind.Pace, "", -60.5m), new(CascadeLossKind.Quality, "", 0)]) { Unit = "centièmes d’heure", Decimals = 2, Target = 85, Convention = string.Join(", ", Enumerable.Repeat(Endless, 6)), TotalTime = 100_000_000 }, new Sheet(language, 180)),
        ["oee-cascade-empty"] = language => OeeCascadeDrawing.Draw(new OeeCascade("TRS", "ROD1", 0, []), new Sheet(language, 180)),
        ["downtime-timeline"] = language => DowntimeTimelineDrawing.Draw(Day(language), Samples.Framed(language, "Journal d’arrêts, 07/10/2025", 277, null, "07/10/2025")),
        ["downtime-timeline-week-dark"] = language => DowntimeTimelineDrawing.Draw(Week(language), new Sheet(language, 230, Palette: Palette.Dark)),
        ["downtime-timeline-many"] = language => DowntimeTimelineDrawing.Draw(new DowntimeTimeline("Beaucoup", new DateTime(2025, 1, 1), new DateTime(2026, 1, 1), [new("P", "panne"), new("R", Endless)], [new DowntimeLane(Endless, [.. Enumerable.Range(0, 5000).Select(i => new Downtime(new DateTime(2025, 1, 1).AddMinutes(i * 105), 1 + i * 7 % 90, i % 5 == 0 ? null : i % 3 == 0 ? "P" : "R"))]) { Mtbf = 12345.6m }]), new Sheet(language, 160)),
        ["downtime-timeline-awkward"] = language => DowntimeTimelineDrawing.Draw(new DowntimeTimeline("Un quart d’heure", new DateTime(2025, 1, 1, 5, 0, 0), new DateTime(2025, 1, 1, 5, 15, 0), [], [new DowntimeLane("M1", [new Downtime(new DateTime(2024, 12, 31), 100_000_000, "X", "hors fenêtre"), new Downtime(new DateTime(2025, 1, 1, 5, 3, 0), -4, null)]), new DowntimeLane("M2", [])]), new Sheet(language, 160)),
        ["downtime-timeline-empty"] = language => DowntimeTimelineDrawing.Draw(new DowntimeTimeline("Journal", new DateTime(2025, 1, 1), new DateTime(2025, 1, 2), [], []), new Sheet(language, 160)),
        ["gauge-study"] = language => GaugeStudyDrawing.Draw(Bore(language), Samples.Framed(language, "R&R, comparateur d’alésage", 230, "90 mesures", "18/09/2025")),
        ["gauge-study-dark"] = language => GaugeStudyDrawing.Draw(Bore(language), new Sheet(language, 190, Palette: Palette.Dark)),
        ["gauge-study-awkward"] = language => GaugeStudyDrawing.Draw(new GaugeStudy("R&R", Endless, "µm", [new(Endless, 140, double.NaN), new("Pièce", -3, 0)]) { StudyShare = 250, ToleranceShare = 251, DistinctCategories = 1, Appraisers = [.. Enumerable.Range(0, 7).Select(i => new GaugeAppraiser(Endless + i, [i, double.NaN, i * 2]) { Values = [i] })], Parts = [Endless, Endless, Endless], Verdict = Endless }, new Sheet(language, 180)),
        ["gauge-study-one"] = language => GaugeStudyDrawing.Draw(new GaugeStudy("R&R", "Alésage", "", [new("R&R", 100, 100)]), new Sheet(language, 180)),
        ["gauge-study-empty"] = language => GaugeStudyDrawing.Draw(new GaugeStudy("R&R", "Alésage", "µm", []), new Sheet(language, 180)),
        ["agreement-plot"] = language => AgreementPlotDrawing.Draw(Agreement(language), Samples.Framed(language, "Accord des contrôleurs", 200, "180 jugements", "18/09/2025")),
        ["agreement-plot-dark"] = language => AgreementPlotDrawing.Draw(Agreement(language), new Sheet(language, 160, Palette: Palette.Dark)),
        ["agreement-plot-awkward"] = language => AgreementPlotDrawing.Draw(new AgreementPlot(Endless, Endless, [new(Endless, [new(Endless, double.NaN, 0, 100), new("B", 140, -20, double.NaN), new("", 0, 0, 0)]), new("", []), new("C", [.. Enumerable.Range(0, 30).Select(i => new AgreementRow("Contrôleur " + i, i * 3, i, i * 3.3))])]) { Confidence = 99.5, Count = Endless }, new Sheet(language, 120)),
        ["agreement-plot-empty"] = language => AgreementPlotDrawing.Draw(new AgreementPlot("Accord", "Aspect", []), new Sheet(language, 120)),
        ["box-plot"] = language => BoxPlotDrawing.Draw(Boxes(language), new Sheet(language, 160)),
        ["box-plot-dark"] = language => BoxPlotDrawing.Draw(Boxes(language), new Sheet(language, 190, Palette: Palette.Dark)),
        ["box-plot-60"] = language => BoxPlotDrawing.Draw(new BoxPlot("Beaucoup", Endless, "", [.. Enumerable.Range(0, 60).Select(i => new BoxGroup("Groupe au long nom " + i, 1000 + i, i, i + 1, i + 2, i + 3, i + 4) { Outliers = [.. Enumerable.Range(0, 200).Select(k => i + 5 + k * 0.1)] })]) { Target = 5, LowerTolerance = 4.9, UpperTolerance = 5.1 }, new Sheet(language, 140)),
        ["box-plot-one"] = language => BoxPlotDrawing.Draw(new BoxPlot("Un groupe", "Longueur", "mm", [BoxGroup.Of("A", [5, 5, 5])!]), new Sheet(language, 100)),
        ["box-plot-empty"] = language => BoxPlotDrawing.Draw(new BoxPlot("Boîtes", "Longueur", "mm", []), new Sheet(language, 100)),
        ["scatter-plot"] = language => ScatterPlotDrawing.Draw(Cloud(language), new Sheet(language, 160)),
        ["scatter-plot-dark"] = language => ScatterPlotDrawing.Draw(Grouped(language), new Sheet(language, 160, Palette: Palette.Dark)),
        ["scatter-plot-20000"] = language => ScatterPlotDrawing.Draw(new ScatterPlot("Beaucoup", Endless, "°C", Endless, "", [.. Enumerable.Range(0, 20_000).Select(i => new ScatterPoint(Math.Sin(i) * 1e6, Math.Cos(i * 1.7) * 1e-4 + i % 3 * 1e-4))]) { Remarks = [Endless + " " + Endless] }, new Sheet(language, 130)),
        ["scatter-plot-one"] = language => ScatterPlotDrawing.Draw(new ScatterPlot("Un point", "X", "", "Y", "", [new(-4, -4)]), new Sheet(language, 100)),
        ["scatter-plot-empty"] = language => ScatterPlotDrawing.Draw(new ScatterPlot("Nuage", "X", "", "Y", "", [new(double.NaN, 1)]), new Sheet(language, 100)),
        ["indicator-card"] = language => IndicatorCardDrawing.Draw(Card(language), Samples.Framed(language, "Carte d’identité, TRS de ROD1", count: null, period: null)),
        ["indicator-card-dark"] = language => IndicatorCardDrawing.Draw(Card(language) with { Last = 74.2m }, new Sheet(language, 160, Palette: Palette.Dark)),
        ["indicator-card-bare"] = language => IndicatorCardDrawing.Draw(new IndicatorCard("K99-CODE-INTERMINABLE-DE-L-INDICATEUR", Endless, "pièces par heure et par personne", GoodDirection.Down) { Definition = string.Join(" ", Enumerable.Repeat(Endless, 8)), Last = -123456789.12m, Decimals = 2, Target = 0 }, new Sheet(language, 120)),
    };

    internal static OeeCascade Rod1(Language language)
    {
        var french = language == Language.French;
        return new OeeCascade("Cascade du TRS, ROD1", french ? "Cascade du TRS, rodeuse ROD1" : "OEE cascade, honing machine ROD1", 57_600,
        [
            new(CascadeLossKind.Planned, french ? "pauses, réunion, TPM" : "breaks, meeting, TPM", 3840),
            new(CascadeLossKind.Own, "", 15_200),
            new(CascadeLossKind.Induced, "", 5245),
            new(CascadeLossKind.Pace, "", 1690),
            new(CascadeLossKind.Quality, "", 1245),
        ])
        {
            Convention = french ? "un changement de série est un arrêt propre, compté dans le temps requis tR." : "a changeover is a stop of the machine's own, counted inside the required time tR.",
            Target = 72,
            Count = french ? "64 jours" : "64 days",
            Period = "01/09/2025 – 28/11/2025",
        };
    }

    private static OeeCascade Detailed(Language language) => Rod1(language) with
    {
        TotalTime = 64 * 1440,
        Losses =
        [
            new(CascadeLossKind.Closure, language == Language.French ? "nuit" : "night", 64 * 480),
            new(CascadeLossKind.Planned, language == Language.French ? "pauses, réunion, TPM" : "breaks, meeting, TPM", 3840),
            .. DemoPlant.Rows("16_arrets").Where(row => row["poste"] == "ROD1").GroupBy(row => (Class: row["classe"], Cause: row["cause"])).Select(group => new CascadeLoss(group.Key.Class == "arrêt propre" ? CascadeLossKind.Own : CascadeLossKind.Induced, group.Key.Cause, group.Sum(row => DemoPlant.Number(row["duree_min"])))),
            new(CascadeLossKind.Pace, "", 1690),
            new(CascadeLossKind.Quality, "", 1245),
        ],
    };

    private static DowntimeTimeline Day(Language language) => Timeline(language, new DateTime(2025, 10, 7, 5, 0, 0), new DateTime(2025, 10, 7, 21, 0, 0));

    private static DowntimeTimeline Week(Language language) => Timeline(language, new DateTime(2025, 10, 6), new DateTime(2025, 10, 11));

    private static DowntimeTimeline Timeline(Language language, DateTime from, DateTime to)
    {
        var french = language == Language.French;
        var stops = DemoPlant.Rows("16_arrets").Select(row => (Machine: row["poste"], Type: row["type"], Stop: new Downtime(DateTime.ParseExact(row["date"] + " " + row["debut"], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), DemoPlant.Number(row["duree_min"]), null, row["cause"], row["id"]))).ToList();
        string? Letter(string type) => type switch { "panne" => "P", "réglage" => "R", "micro-arrêt" => "m", "manque matière" => "M", "attente contrôle" => "C", _ => null };
        return new DowntimeTimeline("Journal d’arrêts", from, to, [new("P", french ? "panne" : "breakdown"), new("R", french ? "réglage" : "setting"), new("m", french ? "micro-arrêt" : "short stop"), new("M", french ? "manque matière" : "no material"), new("C", french ? "attente contrôle" : "waiting for inspection")],
            [.. new[] { "TCN3", "ROD1", "ROB1", "BT1" }.Select(machine => new DowntimeLane(machine, [.. stops.Where(one => one.Machine == machine).Select((one, i) => one.Stop with { Class = i % 7 == 6 ? null : Letter(one.Type) })]) { Mtbf = machine == "ROD1" ? 18.5m : null, Mttr = machine == "ROD1" ? 100.2m : null })])
        {
            Scope = french ? "Ligne vérins, deux équipes" : "Cylinder line, two shifts",
        };
    }

    internal static AgreementPlot Agreement(Language language)
    {
        var french = language == Language.French;
        return new AgreementPlot(french ? "Accord des contrôleurs, aspect du chromage" : "Inspectors’ agreement, look of the chrome", french ? "Aspect du chromage" : "Look of the chrome",
        [
            new(french ? "Chacun avec lui-même" : "Each with himself", [new("Anne", 100, 88.4, 100), new("Bruno", 93.3, 77.9, 99.2), new("Carole", 80, 61.4, 92.3)]),
            new(french ? "Chacun avec la référence" : "Each with the standard", [new("Anne", 96.7, 82.8, 99.9), new("Bruno", 86.7, 69.3, 96.2), new("Carole", 70, 50.6, 85.3)]),
            new(french ? "Ensemble" : "Together", [new(french ? "Tous entre eux" : "All with one another", 66.7, 47.2, 82.7), new(french ? "Tous avec la référence" : "All with the standard", 63.3, 43.9, 80.1)]),
        ])
        {
            Count = french ? "30 pièces × 3 contrôleurs × 2 essais" : "30 parts × 3 inspectors × 2 trials",
            Period = "18/09/2025",
        };
    }

    internal static GaugeStudy Bore(Language language)
    {
        var french = language == Language.French;
        var rows = DemoPlant.Rows("19_r_et_r").Select(row => (Part: row["piece"], Who: row["operateur"], Value: (double)DemoPlant.Number(row["ecart_um"]))).ToList();
        List<string> parts = [.. rows.Select(row => row.Part).Distinct()];
        return new GaugeStudy("R&R, comparateur d’alésage", french ? "Alésage Ø50 H8, comparateur" : "Bore Ø50 H8, bore gauge", "µm",
        [
            new(french ? "R&R" : "Gauge R&R", 3.46, 18.59, 19.0),
            new(french ? "Répétabilité" : "Repeatability", 1.70, 13.04, 13.33),
            new(french ? "Reproductibilité" : "Reproducibility", 1.75, 13.24, 13.54),
            new(french ? "Pièce à pièce" : "Part to part", 96.54, 98.26, 100.41),
        ])
        {
            StudyShare = 18.59,
            ToleranceShare = 19.0,
            DistinctCategories = 7,
            Parts = parts,
            Appraisers = [.. rows.GroupBy(row => row.Who).Select(who => new GaugeAppraiser(who.Key, [.. parts.Select(part => who.Where(row => row.Part == part).Average(row => row.Value))]) { Values = [.. who.Select(row => row.Value)] })],
            Count = french ? "10 pièces × 3 opérateurs × 3 essais" : "10 parts × 3 operators × 3 trials",
            Period = "18/09/2025",
            Verdict = french ? "Acceptable sous condition : 18,6 % de la variation vient de la mesure. Le moyen suffit à suivre le procédé, pas à trier des pièces en limite." : "Acceptable on conditions: 18.6% of the variation comes from measuring. The gauge can follow the process, not sort parts at the limit.",
        };
    }

    private static BoxPlot Boxes(Language language)
    {
        var french = language == Language.French;
        var rows = DemoPlant.Rows("18_spc_alesage");
        return new BoxPlot("Alésage par équipe et par mois", french ? "Alésage Ø50 H8, écart à 50 mm" : "Bore Ø50 H8, deviation from 50 mm", "µm",
            [.. rows.GroupBy(row => row["equipe"] + " " + row["date"][..7]).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => BoxGroup.Of((french ? "équipe " : "shift ") + group.Key, group.Select(row => (double)DemoPlant.Number(row["ecart_um"])))!)])
        {
            Decimals = 1,
            LowerTolerance = 0,
            Target = 19.5,
            UpperTolerance = 39,
            GroupName = french ? "équipe et mois" : "shift and month",
            Period = "01/09/2025 – 28/11/2025",
            Test = french ? "Kruskal-Wallis : H = 4,1 ; p = 0,54." : "Kruskal-Wallis: H = 4.1; p = 0.54.",
        };
    }

    private static ScatterPlot Cloud(Language language)
    {
        var french = language == Language.French;
        List<ScatterPoint> points = [.. Enumerable.Range(0, 40).Select(i => new ScatterPoint(12 + i * 0.9, 4.2 + 0.31 * (12 + i * 0.9) + Math.Sin(i * 2.4) * 1.6, (french ? "pièce " : "part ") + (i + 1)))];
        return new ScatterPlot(french ? "Usure des pierres et écart d’alésage" : "Wear of the stones and bore deviation", french ? "âge des pierres" : "age of the stones", "h", french ? "écart d’alésage" : "bore deviation", "µm", points)
        {
            XDecimals = 1,
            YDecimals = 1,
            Fit = [.. Enumerable.Range(0, 41).Select(i => 10 + i * 0.95).Select(x => new FittedPoint(x, 4.2 + 0.31 * x, 4.2 + 0.31 * x - Wide(x), 4.2 + 0.31 * x + Wide(x), 4.2 + 0.31 * x - 2.6 - Wide(x), 4.2 + 0.31 * x + 2.6 + Wide(x)))],
            Equation = french ? "y = 4,20 + 0,310 x" : "y = 4.20 + 0.310 x",
            Determination = 0.892,
            Remarks = [french ? "Deux grandeurs qui vont ensemble ne prouvent pas que l’une cause l’autre." : "Two quantities that go together do not prove that one causes the other."],
            Period = french ? "octobre 2025" : "October 2025",
        };
        static double Wide(double x) => 0.3 + 0.0012 * (x - 30) * (x - 30);
    }

    private static ScatterPlot Grouped(Language language) => new(language == Language.French ? "Temps de cycle selon la série" : "Cycle time against the batch", language == Language.French ? "taille de série" : "batch size", language == Language.French ? "pièces" : "parts", language == Language.French ? "temps" : "time", "cmin",
        [.. Enumerable.Range(0, 90).Select(i => new ScatterPoint(i * 17 % 50, i % 6 * 12 + Math.Cos(i) * 4, null, i % 6))])
    {
        XDecimals = 0,
        YDecimals = 0,
        Groups = ["ROD1", "TCN3", "ROB1", "BT1", "P4", "P5"],
    };

    private static IndicatorCard Card(Language language)
    {
        var french = language == Language.French;
        return new IndicatorCard("K07", french ? "TRS de la rodeuse ROD1" : "OEE of honing machine ROD1", "%", GoodDirection.Up)
        {
            Letter = "D",
            Definition = french ? "Part du temps requis pendant laquelle la machine fait des pièces bonnes à la cadence de référence." : "Share of the required time in which the machine makes good parts at the reference pace.",
            Formula = french ? "temps utile / temps requis" : "useful time / required time",
            Source = french ? "relevé du poste, saisi à la fin de chaque équipe" : "record of the station, entered at the end of each shift",
            Frequency = french ? "jour" : "day",
            Owner = "CE-A",
            Target = 72,
            Last = 56.5m,
            LastAt = french ? "S48 2025" : "W48 2025",
            ValidUntil = new DateOnly(2026, 6, 30),
        };
    }
}
