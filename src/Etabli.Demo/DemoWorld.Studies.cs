using System.Globalization;
using Etabli.Application.Plant;
using Etabli.Application.Studies.Sheets;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>The barrel followed from the rack to the line.</summary>
    public static readonly StudyId BarrelChart = new(DemoIds.Of("study/deroulement-fut"));

    /// <summary>Who walks where in one shift.</summary>
    public static readonly StudyId Walks = new(DemoIds.Of("study/deplacements"));

    /// <summary>What is counted at the honing machine.</summary>
    public static readonly StudyId HoningCounts = new(DemoIds.Of("study/batonnage-rod1"));

    /// <summary>The watch at P3.</summary>
    public static readonly StudyId WatchAtP3 = new(DemoIds.Of("study/chrono-p3"));

    /// <summary>The honing machine seen at random moments.</summary>
    public static readonly StudyId SeenAtHoning = new(DemoIds.Of("study/observations-rod1"));

    /// <summary>Operator and honing machine on one cycle.</summary>
    public static readonly StudyId HoningCycle = new(DemoIds.Of("study/simogramme-rod1"));

    /// <summary>The assembly line against its takt.</summary>
    public static readonly StudyId AssemblyBalance = new(DemoIds.Of("study/equilibrage-ligne-m"));

    private static readonly string[][] Facts =
    [
        ["Flux", "ROD1 ne tient pas le takt : 534,5 s pour 525 s", "534,5 s", "chaîne de valeur, 64 jours", "+9,5 s", "4", "Raccourcir le changement de série"],
        ["Maintenance", "TRS du rodage à 56,51 %", "56,51 %", "production et arrêts, 64 jours", "", "4", "TPM niveau 1 sur le groupe hydraulique"],
        ["Stocks", "15 jours de tubes devant la scie", "1 440 tubes", "relevé du 14/10/2025", "", "3", "Livraisons plus fréquentes"],
        ["Délais", "Le chemin critique dure 33,75 jours", "33,75 j", "chaîne de valeur", "+13,75 j", "3", "Deux départs de chromage par semaine"],
        ["Qualité", "115 alésages hors tolérance haute", "115 pièces", "rebuts, 64 jours", "", "3", "Carte de contrôle et pierres changées à temps"],
        ["Compétences", "Une seule personne autonome au rodage par équipe", "1 personne", "matrice de polyvalence", "−1", "3", "Former une deuxième personne"],
        ["Sécurité", "Engager le piston demande de pousser et de tenir", "", "entretien P4", "", "2", "Table basculante"],
        ["Information", "Le manque de tubes est connu à 9 h, pas à 6 h", "", "entretien chef d’équipe A", "", "2", "Point de 5 minutes avant 6 h"],
    ];

    private static readonly Dictionary<string, string> Written = new()
    {
        ["Description"] =
            "Le vérin 50/28 part d’un tube de 6 m et d’une barre. Le tube est débité à la scie, rodé sur ROD1, tourné sur TCN3, soudé par ROB1, lavé, puis monté sur la ligne M, essayé sur BT1, peint en cabine et emballé.\n\n"
            + "La tige suit son propre chemin : débit, tournage, rectification, chromage chez un sous-traitant deux fois par semaine. La demande est de 96 vérins par jour en deux équipes, soit un takt de 525 s.",
        ["Sources"] =
            "- production et arrêts de cinq postes, 64 jours ;\n- rebuts des mêmes jours ;\n- huit entretiens, d’octobre 2025 ;\n- vingt observations au poste, du 7 au 9 octobre 2025 ;\n- stocks comptés le 14 octobre 2025.",
        ["Means"] =
            "- analyse de déroulement du fût, avec la métrologie ;\n- relevé des déplacements d’une équipe sur le plan de l’atelier ;\n- cartographie de la chaîne de valeur ;\n- Pareto des arrêts de ROD1 ;\n- histogramme de l’alésage, 640 mesures.",
        ["Conclusion"] =
            "Le rodage limite la ligne : 534,5 s pour un takt de 525 s, et 56,51 % de TRS. Ses changements de série sont la première perte. Le délai vient des stocks devant la scie et avant le chromage. Ces constats fondent les axes de progrès.",
    };

    // What people said hinders them, and the cause under which the records of ROD1 count it; null where nothing counts it.
    private static readonly (string Said, string Role, string Place, string? Cause, int? Minutes, string Seriousness, string Lead)[] Hindrances =
    [
        ("Chercher l’outillage à chaque changement", "opérateur·rice ROD1 équipe A", "ROD1", "Changement de série", 11, "4", "Outillage préparé sur un chariot"),
        ("Attendre la mesure de la première pièce", "opérateur·rice ROD1 équipe A", "ROD1", "Attente contrôle première pièce", null, "3", "Moyen de mesure au poste"),
        ("Apprendre à 9 h qu’il manque des tubes", "chef d’équipe A", "ROD1", "Attente tubes débités", null, "4", "Point de 5 minutes avant 6 h"),
        ("Être la seule personne formée, samedi compris", "opérateur·rice ROD1 équipe B", "ROD1", "Absence opérateur formé", null, "3", "Former une deuxième personne"),
        ("Groupe hydraulique qui tombe, huile polluée", "technicien·ne maintenance", "ROD1", "Panne groupe hydraulique", null, "4", "Nettoyage du filtre en TPM niveau 1"),
        ("Pousser et tenir pour engager le piston", "opérateur·rice P4", "P4", null, null, "3", "Table basculante"),
    ];

    private async Task LoadStudies(CancellationToken stop)
    {
        await Begin(BarrelChart, StudyKind.ProcessChart, "Déroulement du fût, du rack à la ligne M", stop);
        await Fill(BarrelChart, SheetKind.ProcessSteps, DemoFiles.Text("06_deroulement_fut.csv"), "06_deroulement_fut.csv", null, stop);
        await Begin(Walks, StudyKind.Movements, "Déplacements d’une équipe", stop);
        await Fill(Walks, SheetKind.Trips, DemoFiles.Text("08_deplacements.csv"), "08_deplacements.csv", null, stop);
        await Fill(Walks, SheetKind.Places, DemoFiles.Text("07_implantation.csv"), "07_implantation.csv", null, stop);
        var interviews = new StudyId(DemoIds.Of("study/entretiens"));
        await Begin(interviews, StudyKind.Interviews, "Entretiens d’octobre 2025", stop);
        await Fill(interviews, SheetKind.Answers, DemoWords.Typeset(DemoFiles.Text("10_entretiens.csv")), "10_entretiens.csv", null, stop);
        var bore = new StudyId(DemoIds.Of("study/alesage"));
        await Begin(bore, StudyKind.Histogram, "Alésage Ø50 H8, écart à 50 mm", stop);
        await Fill(bore, SheetKind.Readings, DemoFiles.Text("18_spc_alesage.csv"), "18_spc_alesage.csv", new Dictionary<string, int> { ["Value"] = 5 }, stop);
        await As("CLEAN", s => s.GetRequiredService<DescribeStudy>().Run(
            new(bore, "Alésage Ø50 H8, écart à 50 mm", "ROD1", new(2025, 9, 1), new(2025, 11, 28), new Dictionary<string, string> { ["Quantity"] = "Écart à 50 mm", ["Unit"] = "µm", ["LowerLimit"] = "0", ["UpperLimit"] = "39", ["Target"] = "19.5" }), stop), stop);
        await Begin(HoningCounts, StudyKind.CheckSheet, "Défauts à la sortie de ROD1", stop);
        await Fill(HoningCounts, SheetKind.Causes, "Cause\nAlésage hors tolérance\nRayure intérieure\nConicité\nÉtat de surface\nChoc", null, null, stop);
        var diagnosis = new StudyId(DemoIds.Of("study/diagnostic"));
        await Begin(diagnosis, StudyKind.Diagnosis, "Diagnostic de la ligne de vérins", stop);
        await Fill(
            diagnosis, SheetKind.Facts,
            string.Join('\n', Facts.Select(f => string.Join('\t', f)).Prepend("Thème\tConstat\tMesure\tSource\tÉcart à la cible\tGravité\tPiste")), null, null, stop);
        await As("CLEAN", s => s.GetRequiredService<DescribeStudy>().Run(
            new(diagnosis, "Diagnostic de la ligne de vérins", "Vérin 50/28, du tube à l’expédition", new(2025, 9, 1), new(2025, 11, 28), Written), stop), stop);
        await Hinder(stop);
        await Compare(stop);
        await Time(stop);
        await Balance(stop);
    }

    // The twenty-five tasks of line M on the six stations of today, as they were listed; nobody proposed anything yet.
    private async Task Balance(CancellationToken stop)
    {
        const string Title = "Équilibrage ligne montage vérins";
        await Begin(AssemblyBalance, StudyKind.LineBalance, Title, stop);
        await Fill(AssemblyBalance, SheetKind.LineTasks, DemoWords.Typeset(DemoFiles.Text("11_taches_montage.csv")), "11_taches_montage.csv", null, stop);
        await As("CLEAN", s => s.GetRequiredService<DescribeStudy>().Run(
            new(AssemblyBalance, Title, "Ligne M, vérin 50/28", null, null, new Dictionary<string, string> { ["TaktSeconds"] = "525", ["TargetPercent"] = "95" }), stop), stop);
    }

    // The times of the operations: the watch at P3, ROD1 seen at random, operator and machine on one cycle.
    private async Task Time(CancellationToken stop)
    {
        const string Watch = "Chronométrage du poste P3", Sampling = "Observations instantanées de ROD1", Cycle = "Simogramme de ROD1";
        await Begin(WatchAtP3, StudyKind.TimeStudy, Watch, stop);
        await As("CLEAN", s => s.GetRequiredService<DescribeStudy>().Run(
            new(WatchAtP3, Watch, "Poste P3, ligne M", null, null, new Dictionary<string, string> { ["TimeUnit"] = "Centiminute", ["RatingScale"] = "Hundred", ["AllowancePercent"] = "11", ["Convention"] = "OfWork", ["RoutingSeconds"] = "445" }), stop), stop);
        await Fill(WatchAtP3, SheetKind.Timings, DemoWords.Typeset(DemoFiles.Text("12_chrono_P3.csv")), "12_chrono_P3.csv", null, stop);
        var days = DemoFiles.Rows("13_observations_instantanees.csv").Select(r => DateOnly.ParseExact(r["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        await Begin(SeenAtHoning, StudyKind.WorkSampling, Sampling, stop);
        await As("CLEAN", s => s.GetRequiredService<DescribeStudy>().Run(
            new(SeenAtHoning, Sampling, "ROD1", days.Min(), days.Max(), new Dictionary<string, string> { ["MarginPoints"] = "3", ["RoundsPerDay"] = "40", ["RoundsFrom"] = "06:00", ["RoundsUntil"] = "14:00", ["Seed"] = "1" }), stop), stop);
        await Fill(SeenAtHoning, SheetKind.Sightings, DemoFiles.Text("13_observations_instantanees.csv"), "13_observations_instantanees.csv", null, stop);
        await Begin(HoningCycle, StudyKind.Simogram, Cycle, stop);
        await Fill(HoningCycle, SheetKind.Sequences, DemoFiles.Text("14_simogramme_ROD1.csv"), "14_simogramme_ROD1.csv", null, stop);
        await As("CLEAN", s => s.GetRequiredService<DescribeStudy>().Run(new(HoningCycle, Cycle, "ROD1", null, null, new Dictionary<string, string> { ["MostMachines"] = "3" }), stop), stop);
    }

    // How often in a week and how long each time, from the thirteen weeks of stops of ROD1.
    private async Task Hinder(CancellationToken stop)
    {
        var stops = DemoFiles.Rows("16_arrets.csv").Where(r => r["poste"] == "ROD1").ToList();
        var days = stops.Select(r => DateOnly.ParseExact(r["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        var weeks = Math.Ceiling((days.Max().DayNumber - days.Min().DayNumber + 1) / 7m);
        var rows = Hindrances.Select(h =>
        {
            var counted = stops.Where(r => r["cause"] == h.Cause).Select(r => decimal.Parse(r["duree_min"], CultureInfo.InvariantCulture)).ToList();
            var often = counted.Count == 0 ? "" : French(counted.Count / weeks);
            var each = counted.Count == 0 ? "" : French(h.Minutes ?? counted.Average());
            return string.Join('\t', h.Said, h.Role, h.Place, often, each, h.Seriousness, h.Lead);
        });
        var hindrances = new StudyId(DemoIds.Of("study/irritants"));
        await Begin(hindrances, StudyKind.Irritants, "Irritants dits en entretien, octobre 2025", stop);
        await Fill(hindrances, SheetKind.Irritants, string.Join('\n', rows.Prepend("Irritant\tRôle\tLieu\tFois par semaine\tMinutes perdues\tGravité\tPiste")), null, null, stop);
    }

    // The bottleneck week by week, before the project and since.
    private async Task Compare(CancellationToken stop)
    {
        var weeks = DemoFiles.Rows("26_kpi_hebdo.csv").Where(w => w["trs_rod1_pct"].Length > 0 && Monday(w) <= DemoCalendar.StoryDay).ToList();
        var rows = weeks.Select(w => string.Join(
            '\t', w["semaine"][5..], w["trs_rod1_pct"].Replace('.', ','), w["phase"] == "base" ? "Avant" : "Depuis le début du chantier"));
        var comparison = new StudyId(DemoIds.Of("study/trs-avant-apres"));
        await Begin(comparison, StudyKind.Comparison, "TRS de ROD1, avant et depuis le chantier", stop);
        await Fill(comparison, SheetKind.Series, string.Join('\n', rows.Prepend("Semaine\tValeur\tSérie")), null, null, stop);
        await As("CLEAN", s => s.GetRequiredService<DescribeStudy>().Run(
            new(comparison, "TRS de ROD1, avant et depuis le chantier", "ROD1", Monday(weeks[0]), Monday(weeks[^1]).AddDays(4), new Dictionary<string, string> { ["Quantity"] = "TRS de ROD1", ["Unit"] = "%", ["Target"] = "72" }), stop), stop);
    }

    private static DateOnly Monday(IReadOnlyDictionary<string, string> week) => DateOnly.ParseExact(week["lundi"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string French(decimal value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture).Replace('.', ',');

    private Task Begin(StudyId id, StudyKind kind, string title, CancellationToken stop) => As("CLEAN", s => s.GetRequiredService<BeginStudy>().Run(new(kind, title, Vérins.Value, id.Value), stop), stop);

    private Task Fill(StudyId id, SheetKind sheet, string text, string? from, Dictionary<string, int>? chosen, CancellationToken stop) => As("CLEAN", async s =>
    {
        var read = await s.GetRequiredService<FillSheet>().Run(new(id, sheet, TypedTable.Read(text, "fr"), Chosen: chosen, From: from), stop);
        if (read.Faults is [var first, ..])
        {
            throw new InvalidOperationException($"{from ?? sheet.ToString()}: {read.Faults.Count} faults, the first is line {first.Line}, {first.Column.Key}, '{first.Text}': {first.Error}.");
        }
    }, stop);
}
