using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Lines;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Lines;

/// <summary>Somebody asks a better balance of the line of a study. Asking the same again while it is looked for gives the search under way.</summary>
public sealed class AskBalance(EtabliDb db, Caller caller, Rights rights, BalanceQueue queue, Journal.Journal journal, TimeProvider clock)
{
    /// <summary>Searches one person may have waiting or running.</summary>
    public const int MostAtOnce = 3;

    /// <param name="Study">Whose line, as it is kept now.</param>
    /// <param name="Question">What is looked for.</param>
    public sealed record Order(StudyId Study, BalanceQuestion Question);

    /// <exception cref="RefusalException">The sheet says no line, the question cannot be, or too many are waiting.</exception>
    public async Task<BalanceRunId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        var line = study.Content.MustBeLine();
        if (line.RuleGaps.Count > 0)
        {
            throw new RefusalException(Refusal.RuleUnreadable);
        }

        if (order.Question.Goal == BalanceGoal.FewestMoves && line.Tasks.Any(t => t.Today.Length == 0))
        {
            throw new RefusalException(Refusal.TodayMissing);
        }

        var run = new BalanceRun(new(Guid.CreateVersion7()), study.Id, study.Organisation, study.Revision, order.Question, caller.Id, caller.Code, clock.GetUtcNow());
        var underway = await db.BalanceRuns.Where(r => r.Person == caller.Id && (r.Stage == BalanceStage.Asked || r.Stage == BalanceStage.Running)).ToListAsync(stop);
        if (underway.Find(r => r.Study == study.Id && r.Revision == study.Revision && r.Question == run.Question) is { } same)
        {
            await queue.Add(same.Id, same.Person, stop);
            return same.Id;
        }

        if (underway.Count >= MostAtOnce)
        {
            throw new RefusalException(Refusal.TooManySearches, MostAtOnce);
        }

        db.BalanceRuns.Add(run);
        journal.Note("balance.asked", "study", study.Id.Value, study.Organisation, detail: new { run = run.Id.Value, goal = run.Goal.ToString(), stations = run.Stations, takt = run.TaktSeconds, limit = run.LimitSeconds, revision = run.Revision });
        await db.SaveChangesAsync(stop);
        await queue.Add(run.Id, caller.Id, stop);
        return run.Id;
    }
}
