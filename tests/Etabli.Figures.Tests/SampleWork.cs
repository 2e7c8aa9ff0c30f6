using System.Globalization;
using Etabli.Figures.Ink;
using Etabli.Figures.ManMachineCharts;
using Etabli.Figures.MotionSheets;
using Etabli.Figures.TimeStudies;
using Etabli.Figures.WorkSamplings;

namespace Etabli.Figures.Tests;

/// <summary>Operation times of the demonstration plant, and what is awkward to draw.</summary>
internal static class SampleWork
{
    private const string Endless = "Un libellé bien trop long pour la place qui lui est laissée dans cette figure étroite";

    internal static IReadOnlyDictionary<string, Func<Language, string>> All { get; } = new Dictionary<string, Func<Language, string>>
    {
        ["time-study"] = language => TimeStudyDrawing.Draw(Post(language), Samples.Framed(language, "Chronométrage du poste P3", 277, "60 temps", "14/10/2025")),
        ["time-study-dark"] = language => TimeStudyDrawing.Draw(Post(language), new Sheet(language, 277, Palette: Palette.Dark)),
        ["time-study-many"] = language => TimeStudyDrawing.Draw(new TimeStudySheet(Endless, "dmh", [.. Enumerable.Range(0, 12).Select(e => new TimedElementRow("E" + e, Endless, [.. Enumerable.Range(1, 40).Select(c => new WatchReading(c, c * 731.25m % 10_000, c % 3 == 0 ? null : 97.5m, c * 700m % 9_000, (ReadingState)(c % 11 == 0 ? 2 : c % 7 == 0 ? 1 : 0)))]) { Mean = 12345.678m, Smallest = 1, Largest = 99999, Deviation = 3000, Coefficient = 24.3m, Needed = 12_345, Frequency = 0.125m, Standard = 54321 })]) { ReadDecimals = 2, Decimals = 2, Notes = [Endless, string.Join(", ", Enumerable.Repeat(Endless, 6))], Totals = [(Endless, "123 456 789 012 dmh")] }, new Sheet(language, 230)),
        ["time-study-foreign"] = language => TimeStudyDrawing.Draw(new TimeStudySheet("Un cycle", "s", [new TimedElementRow("a", "Poser", [new(1, 12, 100, 12)]) { Mean = 12, Smallest = 12, Largest = 12, Standard = 13.3m }]) { Foreign = [new TimedElementRow("x", "Outil tombé", [new(1, 40, null, 40)])] }, new Sheet(language, 230)),
        ["time-study-empty"] = language => TimeStudyDrawing.Draw(new TimeStudySheet("Chronométrage", "s", []), new Sheet(language, 230)),
        ["man-machine"] = language => ManMachineDrawing.Draw(Honing(language), Samples.Framed(language, "Simogramme de ROD1", 190, "1 cycle", "09/10/2025")),
        ["man-machine-dark"] = language => ManMachineDrawing.Draw(Honing(language), new Sheet(language, 190, Palette: Palette.Dark)),
        ["man-machine-many"] = language => ManMachineDrawing.Draw(new ManMachineChart(Endless, ["Opérateur", "M1 au nom trop long", "M2", "M3", "M4", "M5", "M6"], [.. Enumerable.Range(0, 70).Select(i => new ChartBlock(Endless, i % 9 == 0 ? [0, 2] : [i % 7], i * 13, 11.5, (BlockKind)(i % 6)))], 920) { Notes = [Endless] }, new Sheet(language, 150)),
        ["man-machine-empty"] = language => ManMachineDrawing.Draw(new ManMachineChart("Simogramme", ["Opérateur"], [], 0), new Sheet(language, 150)),
        ["work-sampling"] = language => WorkSamplingDrawing.Draw(Seen(language), Samples.Framed(language, "Observations instantanées de ROD1", 190, "400 observations", "09/10 au 22/10/2025")),
        ["work-sampling-dark"] = language => WorkSamplingDrawing.Draw(Seen(language), new Sheet(language, 190, Palette: Palette.Dark)),
        ["work-sampling-many"] = language => WorkSamplingDrawing.Draw(new WorkSamplingChart(Endless, [.. Enumerable.Range(0, 30).Select(i => new SampledState(i + " " + Endless, 30 - i, (30 - i) / 465m, null, 0, 0.2m))]), new Sheet(language, 150)),
        ["work-sampling-one"] = language => WorkSamplingDrawing.Draw(new WorkSamplingChart("Un état", [new SampledState("Marche", 3, 1, 0, 0.44m, 1)]), new Sheet(language, 150)),
        ["work-sampling-empty"] = language => WorkSamplingDrawing.Draw(new WorkSamplingChart("Observations", []), new Sheet(language, 150)),
        ["rounds"] = language => RoundSheetDrawing.Draw(new RoundSheet("ROD1", [.. Enumerable.Range(0, 22).Select(i => new TimeOnly(6, 0).AddMinutes(i * 19 + i * i % 7))], 7), new Sheet(language)),
        ["rounds-empty"] = language => RoundSheetDrawing.Draw(new RoundSheet("ROD1", [], 7), new Sheet(language)),
        ["motion-sheet"] = language => MotionSheetDrawing.Draw(Motions(language), Samples.Framed(language, "Prendre et monter le joint", 190, "4 lignes", null)),
        ["motion-sheet-many"] = language => MotionSheetDrawing.Draw(new MotionSheet(Endless, Endless, [.. Enumerable.Range(0, 60).Select(i => new MotionSheetRow(string.Join(" ", Enumerable.Repeat(Endless, 1 + i % 4)), "G", string.Join(" ", Enumerable.Repeat("A6 B6 G1 A1 B0 P3 A0", 1 + i % 9)), 0.125m, i * 1234.5m) { Note = i % 5 == 0 ? Endless : null, Counts = i % 3 > 0 })]) { Totals = [(Endless, "999 999 999 999,5 TMU")] }, new Sheet(language, 170)),
        ["motion-sheet-empty"] = language => MotionSheetDrawing.Draw(new MotionSheet("Fiche", "BasicMOST", []), new Sheet(language, 170)),
    };

    private static TimeStudySheet Post(Language language)
    {
        var french = language == Language.French;
        var rows = DemoPlant.Rows("12_chrono_P3").GroupBy(r => r["element"]).Select(g =>
        {
            var readings = g.Select(r => new WatchReading(int.Parse(r["cycle"], CultureInfo.InvariantCulture), DemoPlant.Number(r["temps_observe_cmin"]), DemoPlant.Number(r["allure_pct"]), DemoPlant.Number(r["temps_observe_cmin"]) * DemoPlant.Number(r["allure_pct"]) / 100, r["remarque"].Length > 0 ? ReadingState.Excluded : ReadingState.Counted)).ToList();
            var normal = readings.Where(r => r.State == ReadingState.Counted).Select(r => r.Normal).ToList();
            var mean = normal.Average();
            var deviation = (decimal)Math.Sqrt(normal.Sum(n => Math.Pow((double)(n - mean), 2)) / (normal.Count - 1));
            return new TimedElementRow(g.Key, g.First()["libelle"], readings)
            {
                Mean = mean,
                Smallest = normal.Min(),
                Largest = normal.Max(),
                Deviation = deviation,
                Coefficient = deviation / mean * 100,
                Needed = (long)Math.Ceiling(1600 * normal.Sum(n => Math.Pow((double)(n - mean), 2)) * normal.Count / Math.Pow((double)normal.Sum(), 2)),
                Standard = mean * 1.11m,
            };
        }).ToList();
        var total = rows.Sum(r => r.Mean!.Value);
        return new TimeStudySheet(french ? "Poste P3, pré-assemblage du piston" : "Post P3, piston pre-assembly", "cmin", rows)
        {
            Notes = [french ? "c, cycle 7 : 524 cmin écartés. « joint pincé, remonté (événement exceptionnel, à exclure) »" : "c, cycle 7: 524 cmin left out. “joint pincé, remonté (événement exceptionnel, à exclure)”"],
            Totals =
            [
                (french ? "Temps normal du cycle" : "Normal time of the cycle", new Amount(total, "cmin", 2).In(language)), (french ? "Majoration, du travail" : "Allowance, of the work", language.WithUnit("11", "%")),
                (french ? "Gamme" : "Routing", new Amount(445, "s").In(language)), (french ? "Temps alloué" : "Standard time", new Amount(total * 1.11m * 0.6m, "s", 1).In(language)),
            ],
            NeededBy = french ? "N à ± 5\u202F%, 95,45\u202F% : (40·√(nΣx² − (Σx)²)/Σx)²" : "N at ± 5%, 95.45%: (40·√(nΣx² − (Σx)²)/Σx)²",
        };
    }

    private static ManMachineChart Honing(Language language)
    {
        var french = language == Language.French;
        return new ManMachineChart(french ? "Rodage du fût, un cycle" : "Honing of the barrel, one cycle", [french ? "Opérateur" : "Operator", "ROD1"], [.. DemoPlant.Rows("14_simogramme_ROD1").Select(r => new ChartBlock(
            r["sequence"], r["ressource"] switch { "opérateur" => [0], "machine" => [1], _ => [0, 1] }, (double)DemoPlant.Number(r["debut_s"]), (double)DemoPlant.Number(r["duree_s"]),
            r["type"] switch { "Ttm" => BlockKind.TechnicalManual, "Tt" => BlockKind.Technological, "Tz" => BlockKind.Overlapped, _ => BlockKind.Waiting }))], 300)
        {
            Totals = french
                ? [("Cycle", "300 s"), ("Pièces par heure", "12"), ("Opérateur engagé", "63 %"), ("Machine engagée", "100 %"), ("Temps libre noté", "105 s"), ("Non décrit", "6 s")]
                : [("Cycle", "300 s"), ("Pieces an hour", "12"), ("Operator engaged", "63%"), ("Machine engaged", "100%"), ("Free time noted", "105 s"), ("Not described", "6 s")],
            Machines = [new(1, 300, 12, 0.63m, 1), new(2, 378, 19.05m, 1, 0.794m), new(3, 567, 19.05m, 1, 0.529m)],
        };
    }

    private static WorkSamplingChart Seen(Language language)
    {
        var french = language == Language.French;
        var states = DemoPlant.Rows("13_observations_instantanees").GroupBy(r => r["etat"]).OrderByDescending(g => g.Count()).Select(g =>
        {
            var p = g.Count() / 400m;
            var e = 1.96m * (decimal)Math.Sqrt((double)(p * (1 - p) / 400));
            return new SampledState(g.Key, g.Count(), p, e, p - e, p + e);
        });
        return new WorkSamplingChart(french ? "Rodeuse ROD1" : "Honing machine ROD1", [.. states])
        {
            Notes = [french ? "Pour ± 3 points sur la marche, il faut 1 011 observations (n = z²·p(1 − p)/e²)." : "For ± 3 points on running, 1,011 observations are needed (n = z²·p(1 − p)/e²)."],
        };
    }

    private static MotionSheet Motions(Language language)
    {
        var french = language == Language.French;
        return new MotionSheet(french ? "Prendre et monter le joint" : "Take and mount the seal", "BasicMOST, 2026-11",
        [
            new(french ? "Prendre le joint au bac, trois pas" : "Take the seal from the bin, three steps", "", "A6 B6 G1 A1 B0 P3 A0", 1, 170),
            new(french ? "Presser le joint, quatre fois" : "Press the seal, four times", "", "A1 B0 G1 (A1 B0 P3)×4 A0", 1, 180),
            new(french ? "Tenir le piston" : "Hold the piston", french ? "G" : "L", "A1 B0 G1 A1 B0 P1 A0", 1, 40) { Counts = false },
            new(french ? "Relever" : "Note", french ? "D" : "R", "A1 B0 G1 A1 B0 P6", 0.1m, null) { Note = french ? "Place 18 : il manque une lettre, A par exemple" : "Place 18: a letter is missing, A for one" },
        ])
        {
            Totals = [("Total", "350 TMU"), (french ? "soit" : "that is", "21 cmin"), (french ? "soit" : "that is", "12,6 s")],
            Notes = [french ? "De deux mains en même temps, la plus longue compte ; l’autre est entre parenthèses." : "Of two hands at once the longer counts; the other stands in brackets."],
        };
    }
}
