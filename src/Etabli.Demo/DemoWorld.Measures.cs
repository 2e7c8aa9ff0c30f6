using Etabli.Application.Plant.Measures;
using Etabli.Application.Studies.Analyses;
using Etabli.Studies.Analyses;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>The plant's files of measures and lists, each under the name its people give it; read as they are.</summary>
    private static readonly (string File, string Name)[] Recorded =
    [
        ("18_spc_alesage.csv", "Alésage ROD1, écarts au diamètre"),
        ("19_r_et_r.csv", "R&R alésomètre"),
        ("15_production_poste.csv", "Production par poste et par équipe"),
        ("12_chrono_P3.csv", "Chronométrage du poste P3"),
        ("13_observations_instantanees.csv", "Observations instantanées ROD1"),
        ("14_simogramme_ROD1.csv", "Simogramme ROD1"),
        ("20_instruments.csv", "Instruments de mesure"),
        ("21_personnel.csv", "Personnel"),
        ("22_competences.csv", "Compétences"),
        ("23_securite.csv", "Événements de sécurité"),
        ("24_appels_andon.csv", "Appels andon"),
        ("25_sqdcm_montage.csv", "SQDCM du montage"),
        ("26_kpi_hebdo.csv", "Indicateurs hebdomadaires"),
        ("27_kpi_catalogue.csv", "Catalogue d’indicateurs"),
        ("28_axes.csv", "Axes de progrès"),
        ("29_leviers_multicriteres.csv", "Leviers, analyse multicritère"),
        ("31_projet_taches.csv", "Tâches du projet"),
        ("32_projet_avancement.csv", "Avancement du projet"),
        ("33_roi.csv", "Retour sur investissement"),
        ("34_amdec_procede.csv", "AMDEC procédé"),
        ("35_idees.csv", "Boîte à idées"),
        ("36_standards.csv", "Standards"),
        ("37_of_semaine48.csv", "OF de la semaine 48"),
        ("38_changements_rod1.csv", "Changements de série ROD1"),
        ("39_problemes.csv", "Problèmes"),
        ("40_audits.csv", "Audits"),
        ("41_postures.csv", "Postures"),
    ];

    /// <summary>The questions its people asked of them.</summary>
    private static readonly (string Record, AnalysisKind Kind, string Title, Dictionary<string, int> Columns, Dictionary<string, string> Choices)[] Asked =
    [
        ("Alésage ROD1, écarts au diamètre", AnalysisKind.Distribution, "Répartition de l’alésage par équipe", new() { ["Value"] = 5, ["Group"] = 3 }, []),
        ("Alésage ROD1, écarts au diamètre", AnalysisKind.Comparison, "Alésage\u00A0: équipe A contre équipe B", new() { ["Value"] = 5, ["Group"] = 3 }, []),
        ("Indicateurs hebdomadaires", AnalysisKind.Relation, "Heures supplémentaires selon le TRS", new() { ["Factor"] = 4, ["Value"] = 9 }, []),
        ("R&R alésomètre", AnalysisKind.GaugeStudy, "R&R de l’alésomètre", new() { ["Part"] = 0, ["Operator"] = 1, ["Value"] = 3 }, new() { ["Lower"] = "0", ["Upper"] = "39" }),
        ("Alésage ROD1, écarts au diamètre", AnalysisKind.Capability, "Capabilité de l’alésage 50 H8", new() { ["Value"] = 5, ["Subgroup"] = 0, ["Moment"] = 1 }, new() { ["Lower"] = "0", ["Upper"] = "39" }),
        ("Alésage ROD1, écarts au diamètre", AnalysisKind.ControlChart, "Carte de contrôle de l’alésage", new() { ["Value"] = 5, ["Subgroup"] = 0, ["Moment"] = 1 }, []),
        ("Production par poste et par équipe", AnalysisKind.Trs, "TRS des goulots", new() { ["Machine"] = 2, ["Moment"] = 0, ["Shift"] = 1, ["Opening"] = 3, ["Required"] = 4, ["Made"] = 6, ["Good"] = 8, ["Cycle"] = 9 }, []),
    ];

    private async Task LoadAnalyses(CancellationToken stop)
    {
        foreach (var (record, kind, title, columns, choices) in Asked)
        {
            await As("CLEAN", async s =>
            {
                var table = (await s.GetRequiredService<MeasureList.Reader>().Find(record, 1, stop)).Tables[0];
                await s.GetRequiredService<BeginAnalysis>().Run(new(kind, table.Id, title, columns, choices), stop);
            }, stop);
        }
    }

    private async Task LoadMeasures(CancellationToken stop)
    {
        // The last one that comes is the first of the list.
        foreach (var (file, name) in Recorded.Reverse())
        {
            await As("CLEAN", async s =>
            {
                using var text = new StringReader(DemoFiles.Text(file));
                var answer = await s.GetRequiredService<TakeMeasures>().Run(new(text, "fr", file, Name: name), stop);
                if (answer.FaultyLines > 0)
                {
                    throw new InvalidOperationException($"{file}: {answer.FaultyLines} faulty lines, the first is {answer.Faults[0]}.");
                }
            }, stop);
        }
    }
}
