using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Tallies;

/// <summary>
/// Strokes counted on a device arrive, perhaps hours later and perhaps twice: each counts once, at the instant it was
/// tapped; a stroke taken back stays taken back whatever comes first.
/// </summary>
public sealed class TakeMarks(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <summary>Most strokes taken at once.</summary>
    public const int Most = 1_000;

    /// <param name="Id">Made on the device.</param>
    /// <param name="Cause">One of the sheet's causes.</param>
    /// <param name="At">When it was tapped.</param>
    /// <param name="X">Where on the drawing, 0 to 1.</param>
    /// <param name="Y">Where on the drawing, 0 to 1.</param>
    /// <param name="Undone">Whether it was taken back since.</param>
    public sealed record Tap(Guid Id, string Cause, DateTimeOffset At, double? X = null, double? Y = null, bool Undone = false);

    public sealed record Order(StudyId Study, IReadOnlyList<Tap> Taps);

    /// <returns>How many strokes are new.</returns>
    /// <exception cref="RefusalException">Too many at once, or a cause the sheet has not.</exception>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Counters);
        var study = await db.Studies.AsNoTracking().SingleOrDefaultAsync(s => s.Id == order.Study, stop) ?? throw new NotFoundException("study", order.Study);
        rights.MustBe(study.Organisation, StudyRoles.Counters);
        if (order.Taps.Count > Most)
        {
            throw new RefusalException(Refusal.TooManyRows, Most);
        }

        var causes = study.Rows(SheetKind.Causes).Select(r => r[0]).ToHashSet(StringComparer.Ordinal);
        var now = clock.GetUtcNow();
        var taps = order.Taps.DistinctBy(t => t.Id).ToList();
        for (var i = 0; i < taps.Count; i++)
        {
            if (study.Kind != StudyKind.CheckSheet || !causes.Contains(taps[i].Cause) || taps[i].X is < 0 or > 1 || taps[i].Y is < 0 or > 1 || taps[i].X is null != taps[i].Y is null)
            {
                throw new RefusalException(Refusal.CellRefused, i + 1, "Cause");
            }
        }

        await using var whole = await db.Database.BeginTransactionAsync(stop);

        // A device whose clock runs ahead does not count in the future.
        var at = taps.Select(t => t.At > now ? now : t.At.ToUniversalTime()).ToArray();
        var fresh = await db.Database.SqlQuery<Guid>($"""
            insert into studies.mark (id, study, organisation, cause, at, x, y, by, by_code, undone_at)
            select t.id, {study.Id.Value}, {study.Organisation.Value}, t.cause, t.at, t.x, t.y, {caller.Id.Value}, {caller.Code}, case when t.undone then {now} end
            from unnest({taps.Select(t => t.Id).ToArray()}, {taps.Select(t => t.Cause).ToArray()}, {at}, {taps.Select(t => t.X).ToArray()}, {taps.Select(t => t.Y).ToArray()}, {taps.Select(t => t.Undone).ToArray()})
              as t(id, cause, at, x, y, undone)
            on conflict (id) do nothing
            returning id as "Value"
            """).ToListAsync(stop);
        var takenBack = taps.Where(t => t.Undone).Select(t => t.Id).Except(fresh).ToArray();
        var undone = takenBack.Length == 0
            ? 0
            : await db.TallyMarks.Where(m => m.Study == study.Id && takenBack.Contains(m.Id) && m.UndoneAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.UndoneAt, now), stop);
        if (fresh.Count > 0 || undone > 0)
        {
            journal.Note("study.counted", "study", study.Id.Value, study.Organisation, detail: new { strokes = fresh.Count, undone });
            await db.SaveChangesAsync(stop);
        }

        await whole.CommitAsync(stop);
        return fresh.Count;
    }
}
