using Etabli.Application.Improvement;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Lines;

/// <summary>The answer of a search becomes the proposal of its study, as a new revision.</summary>
public sealed class KeepBalance(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Run">Which search.</param>
    /// <param name="Version">The version of the study that was seen.</param>
    public sealed record Order(BalanceRunId Run, uint? Version = null);

    /// <returns>The study.</returns>
    /// <exception cref="RefusalException">There is no answer, the tasks are no longer the same, or somebody changed the study meanwhile.</exception>
    public async Task<StudyId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var run = await db.MustFind(order.Run, stop);
        rights.MustBe(run.Organisation, StudyRoles.Makers);
        var study = await db.MustFind(run.Study, stop);
        db.Expect(study, order.Version);
        var line = study.Content.MustBeLine();
        var balanced = await db.LineOf(run, stop);
        if (balanced is null || !line.IsSameAs(balanced))
        {
            throw new RefusalException(Refusal.LineChanged);
        }

        study.Fill(SheetKind.LineTasks, study.Content.Proposing(run.Answer.ToDictionary(p => p.Task, p => line.NameOf(p.Station, run.Goal), StringComparer.Ordinal)));
        var revision = study.Keep(caller.Code, clock.GetUtcNow());
        run.KeepAs(revision.Number);
        journal.Note("balance.kept", "study", study.Id.Value, study.Organisation, detail: new { run = run.Id.Value, revision = revision.Number });
        await db.SaveStudy(study, revision, stop);
        return study.Id;
    }
}
