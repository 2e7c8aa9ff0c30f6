using System.Globalization;
using Etabli.Application.Improvement;
using Etabli.Application.Plant;
using Etabli.Application.Studies.Sheets;
using Etabli.Figures.Ink;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Flows;
using Etabli.Plant.Register;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Timings;

/// <summary>Times that were measured become those of the routing, task by task, with the study as their source (fr: mise à jour de la gamme).</summary>
public sealed class UpdateRouting(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <summary>Decimals of a second a time of the routing is written with.</summary>
    public const int Decimals = 1;

    /// <param name="Study">The time study.</param>
    /// <param name="Family">Family of the routing.</param>
    /// <param name="Operation">Operation of the routing.</param>
    /// <param name="Tasks">Codes of the tasks whose time is taken.</param>
    /// <param name="Version">The version of the study that was seen.</param>
    /// <param name="RoutingVersion">The version of the routing that was seen.</param>
    public sealed record Order(StudyId Study, ProductFamilyId Family, string Operation, IReadOnlyList<string> Tasks, uint? Version = null, uint? RoutingVersion = null);

    /// <returns>Times that are not what they were.</returns>
    /// <exception cref="NotFoundException">No such study or family for this caller.</exception>
    /// <exception cref="RefusalException">No such routing, no task chosen, a task without a measured time, or somebody changed the study or the routing meanwhile: nothing changes.</exception>
    public async Task<IReadOnlyList<RegisterChange>> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(PlantLoading.Keepers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        var family = await db.MustFind(order.Family, stop);
        rights.MustBe(family.Organisation, PlantLoading.Keepers);

        // The study is only read: nothing of it is saved that would tell that somebody changed it.
        if (order.Version is { } seen && db.Entry(study).Property<uint>("Version").CurrentValue != seen)
        {
            throw new RefusalException(Refusal.ChangedMeanwhile);
        }

        if (study.Kind != StudyKind.TimeStudy)
        {
            throw new RefusalException(Refusal.SheetNotOfThisStudy);
        }

        var register = family.Organisation == study.Organisation ? await db.Register(family.Organisation, RegisterKind.Tasks, stop, family.Id, order.Operation) : null;
        if (register is null)
        {
            throw new RefusalException(Refusal.RoutingMissing);
        }

        db.Expect(register, order.RoutingVersion);
        if (order.Tasks.Count == 0)
        {
            throw new RefusalException(Refusal.NothingToKeep);
        }

        var tasks = PlantRegister.Tasks(register.Objects).Tasks;
        var times = RoutingComparison.TimesOf(StudyReading.TimeStudyOf(study.Content, Language.French), ElementTasks.Of(study.Rows(SheetKind.Timings), tasks), tasks).ToDictionary(t => t.Task, StringComparer.Ordinal);
        var columns = RegisterForm.Of(RegisterKind.Tasks).Columns;
        var now = clock.GetUtcNow();
        var changes = new List<RegisterChange>();

        // Each time has its own number of readings in its source, so each is taken by itself; all are saved at once or not at all.
        foreach (var code in order.Tasks.Distinct(StringComparer.Ordinal))
        {
            if (!times.TryGetValue(code, out var time) || time.Standard.Value is not { } standard)
            {
                throw new RefusalException(Refusal.TaskNotMeasured, code);
            }

            var seconds = decimal.Round((decimal)standard.Ticks / TimeSpan.TicksPerSecond, Decimals).ToString(CultureInfo.InvariantCulture);
            var one = register.Objects.First(o => o["Code"] == code);
            changes.AddRange(register.Take(
                [[.. columns.Select(c => c.Key == "Time" ? seconds : one[c.Key])]],
                new(NumberOrigin.Measured, caller.Id, caller.Code, now, study.Content.Title, time.Counted) { Study = study.Id.Value }, whole: false));
        }

        register.Keep(caller.Code, now);
        journal.Note("register.measured", "plant-register", register.Id.Value, family.Organisation, detail: new { operation = order.Operation, study = study.Id.Value, revision = study.Revision, tasks = order.Tasks.Count, numbers = changes.Count });
        await db.SavePlant(stop, Etabli.Plant.Refusal.ChangedMeanwhile);
        return changes;
    }
}
