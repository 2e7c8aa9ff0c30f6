using Etabli.People.Files;
using Etabli.Persistence;
using Etabli.Persistence.Printing;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Printing;

/// <summary>How far a document is.</summary>
/// <param name="Step">Key of the words that say what is being done.</param>
/// <param name="Failure">Why there is none, once failed.</param>
/// <param name="File">The PDF, once done.</param>
public sealed record PrintProgress(Guid Id, PrintKind Kind, Guid Subject, string Title, PrintStage Stage, int Percent, string Step, PrintFailure? Failure, FileId? File, DateTimeOffset AskedAt, DateTimeOffset? EndedAt)
{
    public bool IsOver => Stage is PrintStage.Done or PrintStage.Failed or PrintStage.Cancelled;

    public sealed class Reader(EtabliDb db)
    {
        /// <summary>One request of the caller; null when it is not theirs.</summary>
        public async Task<PrintProgress?> Find(Guid request, CancellationToken stop) =>
            await db.Prints.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request, stop) is { } row ? Of(row) : null;

        /// <summary>The last PDF the caller had made of a document; null when there is none.</summary>
        public async Task<PrintProgress?> Last(PrintKind kind, Guid subject, CancellationToken stop)
        {
            var name = kind.ToString();
            var row = await db.Prints.AsNoTracking().Where(p => p.Kind == name && p.Subject == subject && p.State == PrintState.Done)
                .OrderByDescending(p => p.AskedAt).FirstOrDefaultAsync(stop);
            return row is null ? null : Of(row);
        }

        private static PrintProgress Of(PrintRequest row) => new(
            row.Id,
            Enum.Parse<PrintKind>(row.Kind),
            row.Subject,
            row.Title,
            Enum.Parse<PrintStage>(row.State.ToString()),
            row.Percent,
            row.Step,
            row.Failure is null ? null : Enum.Parse<PrintFailure>(row.Failure),
            row.File,
            row.AskedAt,
            row.EndedAt);
    }
}

/// <summary>Where a request is.</summary>
public enum PrintStage
{
    Requested,
    Running,
    Done,
    Failed,
    Cancelled,
}
