using Etabli.Application.Improvement.Axes;
using Etabli.Application.Improvement.Projects;
using Etabli.Improvement;
using Etabli.Improvement.Axes;
using Etabli.Improvement.Projects;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>The project everybody looks at first.</summary>
    public static readonly ProjectId Vérins = new(DemoIds.Of("project/verins"));

    private static readonly (string Code, string Role)[] Team =
    [
        ("CLEAN", "Pilote du chantier"),
        ("METH", "Méthodes\u00A0: films, temps, brides, table basculante"),
        ("QUAL", "Qualité\u00A0: alésage, R&R, carte de contrôle"),
        ("MAINT", "Maintenance\u00A0: groupe hydraulique, TPM"),
        ("LOG", "Logistique\u00A0: kanban, chromage"),
        ("CE-A", "Voix de l’équipe A"),
        ("CE-B", "Voix de l’équipe B"),
        ("A03", "Rodage, équipe A"),
    ];

    /// <summary>Workstations, the project « Vérins 50/28 » and all that was done in it.</summary>
    private async Task LoadPlant(IProgress<string> progress, CancellationToken stop)
    {
        progress.Report("plant");
        var calendar = new DemoCalendar(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        await LoadRegister(stop);
        await LoadFlow(stop);
        await LoadTasks(stop);
        await LoadMeasures(stop);
        await LoadEvents(stop);
        await LoadAnalyses(stop);
        await OpenProject(calendar, stop);
        await LoadAxes(calendar, stop);
        await LoadObservations(calendar, stop);
        await LoadActions(calendar, stop);
        await LoadIndicators(calendar, stop);
        await LoadMinutes(calendar, stop);
        progress.Report("studies");
        await LoadStudies(stop);
        await MarkSteps(calendar, stop);
    }

    private Task OpenProject(DemoCalendar calendar, CancellationToken stop) => As("CLEAN", async services =>
    {
        if ((await services.GetRequiredService<ProjectList.Reader>().Mine(stop)).Projects.All(p => p.Id != Vérins))
        {
            await services.GetRequiredService<CreateProject>().Run(
                new(DemoIds.Organisation(DemoPeopleTable.Plant), "Vérins 50/28\u00A0: 20 jours, 96 par jour, sans samedi",
                    "Débloquer le rodage, fiabiliser l’alésage, alléger le montage et raccourcir le délai de 33,75 à 20 jours.",
                    calendar.Day(2025, 12, 1), calendar.Day(2026, 2, 27), Vérins),
                stop);
        }

        var team = (await services.GetRequiredService<ProjectSheet.Reader>().Find(Vérins, null, stop)).Team.Select(m => m.Code).ToHashSet();
        foreach (var (code, role) in Team.Where(m => !team.Contains(m.Code)))
        {
            await services.GetRequiredService<JoinTeam>().Run(new(Vérins, DemoIds.Person(code), role), stop);
        }
    }, stop);

    private Task LoadAxes(DemoCalendar calendar, CancellationToken stop) => As("CLEAN", async services =>
    {
        var known = (await services.GetRequiredService<AxisList.Reader>().Of(Vérins, stop)).Axes.Select(a => a.Code).ToHashSet();
        foreach (var row in DemoFiles.Rows("28_axes.csv").Where(r => !known.Contains(r["axe"])))
        {
            var wording = new AxisWording(
                DemoWords.Typeset(row["libelle"]), DemoWords.Sentence(row["situation_initiale"]), DemoWords.Sentence(row["objectif"]), calendar.Day(row["echeance"]),
                row["mesure"], DemoWords.Sentence(row["enjeu"]), DemoWords.Sentence(row["risque"]), DemoWords.Sentence(row["contrainte"]));
            await services.GetRequiredService<SetAxis>().Run(new(Vérins, row["axe"], wording), stop);
        }
    }, stop);

    private Task MarkSteps(DemoCalendar calendar, CancellationToken stop) => As("CLEAN", async services =>
    {
        var begun = (await services.GetRequiredService<ProjectList.Reader>().Mine(stop)).Projects.Single(p => p.Id == Vérins).Steps
            .Where(s => s.StartedOn is not null).Select(s => s.Step).ToHashSet();
        foreach (var (step, from, until) in ((ProjectStep, DateOnly, DateOnly?)[])
        [
            (ProjectStep.Diagnose, calendar.Day(2025, 10, 6), calendar.Day(2025, 11, 21)),
            (ProjectStep.Axes, calendar.Day(2025, 11, 10), calendar.Day(2025, 11, 28)),
            (ProjectStep.Levers, calendar.Day(2025, 11, 17), calendar.Day(2025, 11, 28)),
            (ProjectStep.Team, calendar.Day(2025, 12, 1), calendar.Day(2025, 12, 9)),
            (ProjectStep.Steer, calendar.Day(2025, 12, 1), null),
            (ProjectStep.Measure, calendar.Day(2025, 12, 1), null),
            (ProjectStep.Correct, calendar.Day(2025, 12, 8), null),
            (ProjectStep.Standardise, calendar.Day(2026, 1, 20), null),
        ])
        {
            if (begun.Contains(step))
            {
                continue;
            }

            await services.GetRequiredService<MarkStep>().Run(new(Vérins, step, Done: false, from), stop);
            if (until is { } end)
            {
                await services.GetRequiredService<MarkStep>().Run(new(Vérins, step, Done: true, end), stop);
            }
        }
    }, stop);
}
