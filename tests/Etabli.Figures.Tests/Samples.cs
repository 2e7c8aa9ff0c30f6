using Etabli.Figures.Actions;
using Etabli.Figures.CheckSheets;
using Etabli.Figures.Coverage;
using Etabli.Figures.Diagnoses;
using Etabli.Figures.Histograms;
using Etabli.Figures.Histories;
using Etabli.Figures.Ink;
using Etabli.Figures.Interviews;
using Etabli.Figures.Layouts;
using Etabli.Figures.Observations;
using Etabli.Figures.Paretos;
using Etabli.Figures.ProcessCharts;
using Etabli.Figures.Rulers;
using Etabli.Figures.Steps;
using Etabli.Figures.Trends;
using Etabli.Figures.ValueStreams;

namespace Etabli.Figures.Tests;

/// <summary>The demonstration plant's figures, each drawn in both languages; the golden files and the rules use them all.</summary>
internal static class Samples
{
    internal static IReadOnlyDictionary<string, Func<Language, string>> All { get; } = new Dictionary<string, Func<Language, string>>([.. Diagnosed, .. SampleControl.All, .. SampleMeasures.All, .. SampleWork.All, .. SampleBreakdown.All, .. SampleYamazumi.All, .. SamplePrecedenceGraph.All]);

    private static IReadOnlyDictionary<string, Func<Language, string>> Diagnosed => new Dictionary<string, Func<Language, string>>
    {
        ["coverage-matrix"] = language => CoverageMatrixDrawing.Draw(SampleMatrix.Demo(language), Framed(language, "Coordonnateur Lean et amélioration continue", count: "61 critères", period: null)),
        ["coverage-matrix-one-heading"] = language => CoverageMatrixDrawing.Draw(SampleMatrix.OneHeading(), new Sheet(language)),
        ["coverage-matrix-empty"] = language => CoverageMatrixDrawing.Draw(new CoverageMatrix("Dossier", [], []), new Sheet(language)),
        ["trend-oee"] = language => IndicatorTrendDrawing.Draw(SampleTrend.Oee(language), Framed(language, "TRS, rodeuse ROD1")),
        ["trend-scrap"] = language => IndicatorTrendDrawing.Draw(SampleTrend.Scrap(), new Sheet(language, 160)),
        ["trend-one-week"] = language => IndicatorTrendDrawing.Draw(SampleTrend.OneWeek(), new Sheet(language)),
        ["trend-empty"] = language => IndicatorTrendDrawing.Draw(SampleTrend.Empty(), new Sheet(language)),
        ["trend-dark"] = language => IndicatorTrendDrawing.Draw(SampleTrend.Oee(language), new Sheet(language, Palette: Palette.Dark)),
        ["sparkline"] = language => SparklineDrawing.Draw(SampleTrend.Oee(language), new Sheet(language, 34)),
        ["steps"] = language => ProjectStepsDrawing.Draw(SampleSteps.Demo(language), new Sheet(language)),
        ["steps-empty"] = language => ProjectStepsDrawing.Draw(new ProjectSteps("Vérins 50/28", []), new Sheet(language)),
        ["action-plan"] = language => ActionPlanDrawing.Draw(SamplePlan.Demo(), Framed(language, "Plan d’actions, Vérins 50/28", count: "8 actions")),
        ["action-plan-empty"] = language => ActionPlanDrawing.Draw(new ActionPlan("Plan d’actions", []), new Sheet(language)),
        ["observation"] = language => ObservationDrawing.Draw(SampleObservation.Measured(), Framed(language, "Observation terrain", 148, count: null, period: null)),
        ["observation-bare"] = language => ObservationDrawing.Draw(SampleObservation.Bare(), new Sheet(language, 148)),
        ["value-stream"] = language => ValueStreamMapDrawing.Draw(SampleValueStream.Current(language), Framed(language, "VSM, vérins 50/28", 400, "16 stocks", "14/10/2025")),
        ["value-stream-print"] = language => ValueStreamMapDrawing.Draw(SampleValueStream.Current(language), Framed(language, "VSM, vérins 50/28", 400, "16 stocks", "14/10/2025") with { Palette = Palette.Print }),
        ["value-stream-future-dark"] = language => ValueStreamMapDrawing.Draw(SampleValueStream.Future(language), new Sheet(language, 400, Palette: Palette.Dark)),
        ["value-stream-kanban"] = language => ValueStreamMapDrawing.Draw(SampleValueStream.Kanban(language), new Sheet(language, 400)),
        ["value-stream-pair"] = language => ValueStreamPairDrawing.Draw(SampleValueStream.Pair(language), Framed(language, "VSM, vérins 50/28", 277, "16 stocks", "14/10/2025")),
        ["value-stream-pair-dark"] = language => ValueStreamPairDrawing.Draw(SampleValueStream.ShortPair(language), new Sheet(language, 277, Palette: Palette.Dark)),
        ["value-stream-pair-empty"] = language => ValueStreamPairDrawing.Draw(new ValueStreamPair("Chaîne de valeur", new("Avant", [], []), new("Après", [], []), []), new Sheet(language, 400)),
        ["value-stream-20"] = language => ValueStreamMapDrawing.Draw(SampleValueStream.Many(12, (5, 6), (3, 9)), new Sheet(language, 400)),
        ["value-stream-60"] = language => ValueStreamMapDrawing.Draw(SampleValueStream.Many(30, (10, 10), (10, 20), (10, 26)), Framed(language, "VSM, 60 opérations", 400)),
        ["value-stream-one"] = language => ValueStreamMapDrawing.Draw(new ValueStreamMap("Une étape", [new MapProcess("P", "P", "Montage", null, [])], []), new Sheet(language, 190)),
        ["value-stream-empty"] = language => ValueStreamMapDrawing.Draw(new ValueStreamMap("Chaîne de valeur", [], []), new Sheet(language, 400)),
        ["process-chart"] = language => ProcessChartDrawing.Draw(SampleDiagnosis.Barrel(compared: false), Framed(language, "Déroulement du fût", count: "26 étapes", period: "08/10/2025")),
        ["process-chart-compared"] = language => ProcessChartDrawing.Draw(SampleDiagnosis.Barrel(compared: true), new Sheet(language, 400)),
        ["process-chart-one"] = language => ProcessChartDrawing.Draw(new ProcessChart("Une étape", [new ProcessChartStep("Contrôler à cent pour cent chaque pièce avant de la poser dans la caisse, puis écrire le résultat sur la fiche suiveuse", ProcessSymbol.Inspection)]), new Sheet(language, 150)),
        ["process-chart-empty"] = language => ProcessChartDrawing.Draw(new ProcessChart("Déroulement", []), new Sheet(language)),
        ["layout"] = language => WorkshopLayoutDrawing.Draw(SampleDiagnosis.Workshop(), new Sheet(language)),
        ["layout-empty"] = language => WorkshopLayoutDrawing.Draw(new WorkshopLayout("Atelier", 40, 30, []), new Sheet(language)),
        ["spaghetti"] = language => SpaghettiDrawing.Draw(SampleDiagnosis.Trips(language), Framed(language, "Déplacements par équipe", 277, "10 trajets", "07/10/2025")),
        ["spaghetti-print"] = language => SpaghettiDrawing.Draw(SampleDiagnosis.Trips(language), new Sheet(language, Palette: Palette.Print)),
        ["spaghetti-empty"] = language => SpaghettiDrawing.Draw(SampleDiagnosis.Trips(language) with { Trips = [] }, new Sheet(language)),
        ["pareto"] = language => ParetoDrawing.Draw(SampleDiagnosis.Stops(language), Framed(language, "Arrêts de ROD1", count: "13 semaines", period: "S36 à S48 2025")),
        ["pareto-dark"] = language => ParetoDrawing.Draw(SampleDiagnosis.Stops(language) with { Detail = null }, new Sheet(language, 160, Palette: Palette.Dark)),
        ["pareto-200"] = language => ParetoDrawing.Draw(SampleDiagnosis.ManyCauses(), new Sheet(language)),
        ["pareto-one"] = language => ParetoDrawing.Draw(SampleDiagnosis.Ranked("Une cause", "Arrêts", "min", [("Panne", 12)]), new Sheet(language, 120)),
        ["pareto-zero"] = language => ParetoDrawing.Draw(SampleDiagnosis.Ranked("Rien", "Arrêts", "min", [("Panne", 0)]), new Sheet(language, 120)),
        ["histogram"] = language => HistogramDrawing.Draw(SampleDiagnosis.Bore(language), Framed(language, "Alésage Ø50 H8", count: "640 valeurs", period: "S36 à S48 2025")),
        ["histogram-one"] = language => HistogramDrawing.Draw(new Histogram("Une classe", "Longueur", "mm", [new HistogramClass(10, 10.1m, 0)]) { Decimals = 1 }, new Sheet(language, 100)),
        ["histogram-empty"] = language => HistogramDrawing.Draw(new Histogram("Alésage", "Alésage", "µm", []), new Sheet(language, 100)),
        ["history"] = language => HistoryDrawing.Draw(SampleDiagnosis.TwoShifts(language), Framed(language, "TRS de ROD1 par équipe", count: "25 valeurs", period: "S36 à S48 2025")),
        ["history-bars"] = language => HistoryDrawing.Draw(new History("Rebuts", "Rebuts", "%", ["ROD1", "TCN3", "ROB1", "BT1"], [new("", [3.8m, 1.2m, 1.5m, 2.4m])]) { IsInTime = false, Target = 2, Decimals = 1 }, new Sheet(language, 120)),
        ["history-200"] = language => HistoryDrawing.Draw(new History("Beaucoup", "Valeur", "", [.. Enumerable.Range(1, 200).Select(i => "2025-" + i)], [.. Enumerable.Range(0, 6).Select(s => new HistorySeries("Série au long libellé " + s, [.. Enumerable.Range(0, 200).Select(i => i % 7 == s ? (decimal?)null : i * (s + 1) % 53 - 10)]))]), new Sheet(language)),
        ["history-empty"] = language => HistoryDrawing.Draw(new History("Historique", "TRS", "%", [], []), new Sheet(language, 100)),
        ["check-sheet"] = language => CheckSheetDrawing.Draw(SampleDiagnosis.Scrap(language), Framed(language, "Rebuts de ROD1", count: "13 semaines", period: "S36 à S41 2025")),
        ["check-sheet-200"] = language => CheckSheetDrawing.Draw(new CheckSheet("Beaucoup", [.. Enumerable.Range(1, 12).Select(i => "P" + i)], [.. Enumerable.Range(1, 200).Select(i => new CheckSheetRow("Cause " + i + " au libellé bien trop long pour sa colonne", [.. Enumerable.Range(0, 12).Select(p => i * p % 17)]))]), new Sheet(language)),
        ["check-sheet-empty"] = language => CheckSheetDrawing.Draw(new CheckSheet("Relevés", [], []), new Sheet(language)),
        ["defect-map"] = language => DefectMapDrawing.Draw(SampleDiagnosis.Located(), new Sheet(language)),
        ["defect-map-empty"] = language => DefectMapDrawing.Draw(new DefectMap("Défauts", [], []), new Sheet(language)),
        ["diagnosis"] = language => DiagnosisGridDrawing.Draw(SampleDiagnosis.Grid(), Framed(language, "Diagnostic, ligne vérins", 277, "7 constats", "octobre 2025")),
        ["diagnosis-empty"] = language => DiagnosisGridDrawing.Draw(new DiagnosisGrid("Diagnostic", []), new Sheet(language)),
        ["radar"] = language => RadarDrawing.Draw(SampleDiagnosis.Maturity(language), new Sheet(language, 140)),
        ["radar-dark"] = language => RadarDrawing.Draw(SampleDiagnosis.Maturity(language), new Sheet(language, 140, Palette: Palette.Dark)),
        ["radar-200"] = language => RadarDrawing.Draw(new Radar("Trop d’axes", [.. Enumerable.Range(1, 200).Select(i => new RadarAxis("Axe au très long libellé numéro " + i, i % 6))]), new Sheet(language, 140)),
        ["radar-empty"] = language => RadarDrawing.Draw(new Radar("Radar", []), new Sheet(language, 140)),
        ["interview"] = language => InterviewNoteDrawing.Draw(SampleDiagnosis.Talk(), Framed(language, "Entretien au rodage", count: null, period: null)),
        ["interview-empty"] = language => InterviewNoteDrawing.Draw(new InterviewNote("CE-A", null, []), new Sheet(language)),
        ["ruler"] = language => RulerDrawing.Draw(43, 61, "Critères appuyés", new Sheet(language, 90)),
    };

    internal static Sheet Framed(Language language, string title, double width = 190, string? count = "37 semaines", string? period = "S36 2025 à S22 2026") => new(
        language,
        width,
        new Cartouche(title, "Ligne M", "CLEAN", "coordonnateur", new DateOnly(2026, 3, 27), "3, figée", "relevé du poste", count, period));
}

internal static class SampleMatrix
{
    internal static CoverageMatrix Demo(Language language)
    {
        var french = language == Language.French;
        IReadOnlyList<string> headings = french
            ? ["Méthodes", "Moyens", "Relations", "Contraintes", "Résultats"]
            : ["Methods", "Means", "Relations", "Constraints", "Results"];
        return new CoverageMatrix("Mon dossier : Coordonnateur Lean et amélioration continue", headings,
        [
            new CoverageBloc("Bloc 1", "Le diagnostic et la préconisation de la performance des processus",
            [
                Row("C1", "Diagnostiquer la performance d’un processus de production ou de service", "VO|VO|VO|VO|VO", CoverageDecision.Acquired),
                Row("C2", "Définir les axes de progrès prioritaires", "VO|VO|VO|VO|VOVO", CoverageDecision.Acquired),
                Row("C3", "Proposer des leviers d’amélioration", "FO|FO|FO|EO|XONO", CoverageDecision.NotAcquired),
            ]),
            new CoverageBloc("Bloc 2", "L’accompagnement des équipes et la coordination de l’amélioration continue",
            [
                Row("C4", "Accompagner les équipes dans le changement", "F.E.|F.|F.L.|F.|E.F."),
                Row("C5", "Coordonner les acteurs et piloter les actions d’amélioration continue", "F.F.F.F.L.E.|F.|F.E.L.|E.|L.L."),
            ]),
            new CoverageBloc("Bloc 3", "Le déploiement de la performance des processus",
            [
                Row("C6", "Mesurer la performance", "L.|F.|E.|F.|L.", CoverageDecision.Carried),
                Row("C7", "Corriger les écarts", "F.L.|F.|F.|F.|E.E."),
                Row("C8", "Standardiser", "E.|L.|L.|E.|E.E."),
                Row("C9", "Valoriser", "E.|E.|E.|H.|E.E."),
            ]),
        ]);
    }

    internal static CoverageMatrix OneHeading() => new("Animateur de la démarche Lean", ["Critères"],
    [
        new CoverageBloc(string.Empty, "Bloc unique", [Row("C1", "Élaborer un diagnostic", string.Concat(Enumerable.Repeat("F.E.L.", 9)))], CoverageDecision.Acquired),
    ]);

    private static CoverageRow Row(string code, string label, string pips, CoverageDecision decision = CoverageDecision.Pending) =>
        new(code, label, [.. pips.Split('|').Select((cell, heading) => Cell(code + "-H" + (heading + 1), cell))], decision);

    private static List<CoveragePip> Cell(string prefix, string cell)
    {
        var pips = new List<CoveragePip>();
        for (var i = 0; i < cell.Length; i += 2)
        {
            var state = cell[i] switch
            {
                'L' => PipState.Linked,
                'F' => PipState.Frozen,
                'V' => PipState.Met,
                'X' => PipState.NotMet,
                'N' => PipState.NotObserved,
                'H' => PipState.NotEvaluable,
                _ => PipState.Empty,
            };
            pips.Add(new CoveragePip(prefix + "-" + (i / 2 + 1), state, cell[i + 1] == 'O'));
        }

        return pips;
    }
}

internal static class SampleTrend
{
    internal static IndicatorTrend Oee(Language language)
    {
        decimal?[] values =
        [
            44.2m, 61.7m, 60m, 56.7m, 55.1m, 57.9m, 54.3m, 58.2m, 56.1m, 51.3m, 61.8m, 56.5m, 56.9m, 55.6m, 56.7m, 58.5m, null, null,
            63.6m, 67.7m, 66.9m, 66.4m, 65.9m, 65.9m, 66.9m, 70.6m, 71.3m, 71.3m, 71.7m, 72.4m, 70.2m, 69.6m, 71.3m, 71.4m, 71.5m, 71.5m, 71.7m,
        ];
        var start = new IsoWeek(2025, 36);
        return new IndicatorTrend(
            "TRS rodeuse ROD1",
            "%",
            GoodDirection.Up,
            [.. values.Select((value, i) => new TrendPoint(start.Plus(i), value))],
            72m,
            1,
            language == Language.French
                ? [Phase("base", 0, 12), Phase("déploiement", 13, 25), Phase("confirmation", 26, 36)]
                : [Phase("baseline", 0, 12), Phase("roll-out", 13, 25), Phase("confirmation", 26, 36)],
            [new TrendFlag(start.Plus(18), "Chariot de changement en service (AC02)"), new TrendFlag(start.Plus(19), "Brides rapides posées (AC03)"), new TrendFlag(start.Plus(25), "Standard de changement MO-ROD-02 appliqué par les deux équipes")]);

        TrendPhase Phase(string name, int first, int last) => new(name, start.Plus(first), start.Plus(last));
    }

    internal static IndicatorTrend Scrap() => new(
        "Rebut fûts",
        "%",
        GoodDirection.Down,
        [.. new decimal?[] { 3.58m, 3.7m, 3.96m, 3.42m, null, 2.55m, 2.29m, 1.59m, 1.09m }.Select((value, i) => new TrendPoint(new IsoWeek(2026, 1).Plus(i), value))],
        1.5m,
        2);

    internal static IndicatorTrend OneWeek() => new("Délai de traversée", "jours", GoodDirection.Down, [new TrendPoint(new IsoWeek(2026, 3), 1234.5m)]);

    internal static IndicatorTrend Empty() => new("Délai de traversée", "jours", GoodDirection.Down, [new TrendPoint(new IsoWeek(2026, 3), null)], 20m);
}

internal static class SampleSteps
{
    internal static ProjectSteps Demo(Language language)
    {
        string[] names = language == Language.French
            ? ["Diagnostiquer", "Axes", "Leviers", "Équipe", "Piloter", "Mesurer", "Corriger", "Standardiser", "Valoriser"]
            : ["Diagnose", "Axes", "Levers", "Team", "Steer", "Measure", "Correct", "Standardise", "Showcase"];
        (StepState State, int Artefacts, int Supported, int Criteria)[] values =
        [
            (StepState.Done, 14, 5, 5), (StepState.Done, 4, 6, 6), (StepState.Done, 10, 5, 6), (StepState.Done, 7, 6, 8), (StepState.Current, 1234, 10, 13),
            (StepState.Started, 14, 4, 5), (StepState.Started, 1, 5, 7), (StepState.Started, 8, 2, 6), (StepState.Empty, 0, 0, 5),
        ];
        return new ProjectSteps("Vérins 50/28", [.. values.Select((step, i) => new ProjectStep(names[i], step.State, step.Artefacts, step.Supported, step.Criteria))]);
    }
}

internal static class SamplePlan
{
    internal static ActionPlan Demo() => new("Plan d’actions : Vérins 50/28",
    [
        new("AC01", "Filmer trois changements de série", "3 films annotés", "METH", Day(12, 12, 2025), ActionState.Verified, Day(10, 12, 2025), "3 films analysés, 31 min de recherche évitables"),
        new("AC02", "Fabriquer le chariot de changement", "chariot en service, liste 5S", "METH", Day(12, 1), ActionState.Done, Day(14, 1), "recherches d’outil 14 → 3 par équipe"),
        new("AC03", "Monter des brides rapides", "brides posées, essai validé", "METH", Day(30, 1), ActionState.InProgress),
        new("AC04", "Écrire le standard de changement", "mode opératoire MO-ROD-02 v1", "CE-A", Day(6, 2), ActionState.ToDo),
        new("AC15", "Présenter l’essai à cinq postes à l’équipe et au comité social et économique avant toute décision", "compte rendu signé", "Coordonnateur Lean", Day(9, 1), ActionState.Late),
        new("AC16", "Régler la sonde", "sonde réglée", "MAINT", Day(9, 1), ActionState.Done, Day(9, 1)),
        new("AC17", "Former deux titulaires de plus au rodage", "matrice à jour", "RH", Day(20, 2), ActionState.Ineffective, Day(18, 2), "4 h d’attente par semaine, inchangé"),
        new("AC23", "Négocier trois départs par semaine", "avenant signé", "LOG", Day(16, 1), ActionState.Abandoned, Day(15, 1), "le transporteur refuse"),
    ]);

    private static DateOnly Day(int day, int month, int year = 2026) => new(year, month, day);
}

internal static class SampleObservation
{
    internal static Observation Measured() => new(
        "ROD1",
        new DateOnly(2025, 10, 7),
        "Le régleur cherche les pierres dans trois armoires pendant 11 min avant chaque changement de série, et attend ensuite la première mesure.",
        Waste.Motion,
        "11 min",
        "CLEAN",
        3);

    internal static Observation Bare() => new("Quai d’expédition, porte 2", new DateOnly(2025, 10, 1), "Deux palettes <A & B> sans étiquette");
}
