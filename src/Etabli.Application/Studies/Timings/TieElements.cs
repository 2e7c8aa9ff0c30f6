using Etabli.Application.Improvement;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Timings;

/// <summary>Somebody says to which task of the routing each element of a time study belongs.</summary>
public sealed class TieElements(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Study">Which time study.</param>
    /// <param name="Tasks">Code of the task by code of the element; empty for none. Elements that are not named keep theirs.</param>
    /// <param name="Version">The version of the study that was seen.</param>
    public sealed record Order(StudyId Study, IReadOnlyDictionary<string, string> Tasks, uint? Version = null);

    /// <exception cref="RefusalException">Not a time study, a code that is too long, or somebody changed it meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        db.Expect(study, order.Version);
        if (study.Kind != StudyKind.TimeStudy)
        {
            throw new RefusalException(Refusal.SheetNotOfThisStudy);
        }

        var form = SheetForm.Of(SheetKind.Timings);
        var (code, task) = (form.At("Element"), form.At("RoutingTask"));
        study.Fill(SheetKind.Timings, [.. study.Rows(SheetKind.Timings).Select(r => order.Tasks.TryGetValue(r[code], out var said) ? (IReadOnlyList<string>)[.. r.Select((cell, c) => c == task ? said.Length == 0 ? ElementTasks.None : said : cell)] : r)]);
        journal.Note("study.tied", "study", study.Id.Value, study.Organisation, detail: new { elements = order.Tasks.Count });
        await db.SaveStudy(study, study.Keep(caller.Code, clock.GetUtcNow()), stop);
    }
}
