using Etabli.Application.Plant.Measures;
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
