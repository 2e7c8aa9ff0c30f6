using Etabli.Application.Studies.Sheets;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Lines;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Studies.Lines;

/// <summary>A search for a balance as its page shows it (fr: fiche de calcul d’équilibrage).</summary>
/// <param name="Run">Read only.</param>
/// <param name="Title">Title of the study.</param>
/// <param name="Content">What the study said when it was asked, its answer as the proposal.</param>
/// <param name="MayAsk">Whether the caller may cancel it, keep it, ask another.</param>
/// <param name="Version">Of the study now, to say on which version keeping stands.</param>
/// <param name="IsSameLine">Whether the study still says the line that was balanced.</param>
public sealed record BalanceRunSheet(BalanceRun Run, string Title, StudyContent Content, bool MayAsk, uint Version, bool IsSameLine)
{
    /// <summary>The tasks that were balanced.</summary>
    public IReadOnlyList<StudiedTask> Tasks { get; private init; } = [];

    /// <summary>Stations of their today.</summary>
    public IReadOnlyList<string> Posts { get; private init; } = [];

    /// <summary>Rules that cannot be kept together, when the search proved it.</summary>
    public IReadOnlyList<StudiedRule> Conflict { get; private init; } = [];

    public sealed class Reader(EtabliDb db, Caller caller, StudySheet.Reader studies)
    {
        /// <exception cref="NotFoundException">No such search for this caller.</exception>
        public async Task<BalanceRunSheet> Find(BalanceRunId id, CancellationToken stop)
        {
            var run = await db.BalanceRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFoundException("balance", id);
            var study = await studies.Find(run.Study, stop);
            var content = await db.StudyRevisions.AsNoTracking().Where(r => r.Study == run.Study && r.Number == run.Revision).Select(r => r.Content).SingleOrDefaultAsync(stop) ?? study.Study.Content;
            var (then, now) = (StudiedLine.Of(content).Line, StudiedLine.Of(study.Study.Content).Line);
            if (then is not null && run.Answer.Count > 0)
            {
                var rows = content.Proposing(run.Answer.ToDictionary(p => p.Task, p => then.NameOf(p.Station, run.Goal), StringComparer.Ordinal));
                content = content.With(SheetKind.LineTasks, rows);
            }

            return new(run, study.Study.Content.Title, content, StudyRoles.Makers.Any(r => caller.Is(r, run.Organisation)), study.Version, then is not null && now is not null && now.IsSameAs(then))
            {
                Tasks = then?.Tasks ?? [],
                Posts = then?.Today ?? [],
                Conflict = [.. then?.Rules.Where(r => run.Conflict.Contains(r.Row)) ?? []],
            };
        }

        /// <summary>Whether a search is over; null when the caller sees none of that name.</summary>
        public async Task<bool?> IsOver(BalanceRunId id, CancellationToken stop) =>
            await db.BalanceRuns.AsNoTracking().Where(r => r.Id == id).Select(r => (bool?)(r.Stage != BalanceStage.Asked && r.Stage != BalanceStage.Running)).SingleOrDefaultAsync(stop);

        /// <summary>The last searches of a study, the latest first.</summary>
        public async Task<IReadOnlyList<BalanceRun>> Of(StudyId study, CancellationToken stop) =>
            await db.BalanceRuns.AsNoTracking().Where(r => r.Study == study).OrderByDescending(r => r.AskedAt).Take(10).ToListAsync(stop);
    }
}
