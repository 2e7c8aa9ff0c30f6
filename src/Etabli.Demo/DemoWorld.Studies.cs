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
    }

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
