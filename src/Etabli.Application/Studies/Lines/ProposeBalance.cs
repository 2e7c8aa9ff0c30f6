using Etabli.Application.Improvement;
using Etabli.Methods.Balancing;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Lines;

/// <summary>What a proposal begins with (fr: départ d’une proposition).</summary>
public enum ProposalStart
{
    /// <summary>Every task where it is today: the proposal is taken away.</summary>
    Today,

    /// <summary>The ranked positional weights at the takt.</summary>
    RankedWeights,
}

/// <summary>A proposal begins anew, from today or from a rule of thumb, as a new revision.</summary>
public sealed class ProposeBalance(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Study">Whose line.</param>
    /// <param name="Start">What it begins with.</param>
    /// <param name="Version">The version of the study that was seen.</param>
    public sealed record Order(StudyId Study, ProposalStart Start, uint? Version = null);

    /// <exception cref="RefusalException">The sheet says no line, there is no takt, a task is longer than it, or somebody changed the study meanwhile.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        db.Expect(study, order.Version);
        var line = study.Content.MustBeLine();
        study.Fill(SheetKind.LineTasks, study.Content.Proposing(order.Start == ProposalStart.Today ? new Dictionary<string, string>() : Ranked(line)));
        journal.Note("balance.proposed", "study", study.Id.Value, study.Organisation, detail: new { start = order.Start.ToString() });
        await db.SaveStudy(study, study.Keep(caller.Code, clock.GetUtcNow()), stop);
    }

    private static Dictionary<string, string> Ranked(StudiedLine line)
    {
        try
        {
            var stations = line.Ranked();
            return line.Tasks.Index().ToDictionary(t => t.Item.Id, t => line.NameOf(stations[t.Index] + 1), StringComparer.Ordinal);
        }
        catch (LineException tooLong)
        {
            throw new RefusalException(Refusal.TaskAboveTakt, string.Join(", ", tooLong.About));
        }
    }
}
