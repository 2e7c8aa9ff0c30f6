using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Lines;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Studies.Refusal;
using RefusalException = Etabli.People.RefusalException;

namespace Etabli.Application.Studies.Lines;

/// <summary>Finding a search, telling the pages that show it, and putting an answer into the sheet of a study.</summary>
internal static class BalanceRuns
{
    internal static async Task<BalanceRun> MustFind(this EtabliDb db, BalanceRunId id, CancellationToken stop) =>
        await db.BalanceRuns.SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw new NotFoundException("balance", id);

    /// <summary>On the channel that open pages hear; 0 is no entry of the journal.</summary>
    internal static async Task Tell(this EtabliDb db, BalanceRunId run, CancellationToken stop) =>
        await db.Database.ExecuteSqlAsync($"select pg_notify('journal', {"0 " + run})", stop);

    /// <summary>The line that a search balances: that of the revision it was asked on; null when it says none.</summary>
    internal static async Task<StudiedLine?> LineOf(this EtabliDb db, BalanceRun run, CancellationToken stop) =>
        await db.StudyRevisions.AsNoTracking().Where(r => r.Study == run.Study && r.Number == run.Revision).Select(r => r.Content).SingleOrDefaultAsync(stop) is { } content ? StudiedLine.Of(content).Line : null;

    /// <exception cref="RefusalException">The sheet does not say a line.</exception>
    internal static StudiedLine MustBeLine(this StudyContent content) => StudiedLine.Of(content).Line ?? throw new RefusalException(Refusal.LineUnreadable);

    /// <summary>The rows of the sheet with these stations proposed; those of today where none is given.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Proposing(this StudyContent content, IReadOnlyDictionary<string, string> stations)
    {
        var form = SheetForm.Of(SheetKind.LineTasks);
        var (task, proposed) = (form.At("LineTask"), form.At("StationProposed"));
        return [.. content.Rows(SheetKind.LineTasks).Select(row =>
        {
            string[] cells = [.. form.Columns.Select((_, i) => i < row.Count ? row[i] : "")];
            cells[proposed] = stations.GetValueOrDefault(cells[task].Trim(), "");
            return (IReadOnlyList<string>)cells;
        })];
    }
}
