using Etabli.Application.Plant;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Calendars;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Etabli.Studies.Timings;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Timings;

/// <summary>
/// A session of the stopwatch arrives, perhaps hours later and perhaps twice: its times come once, as rows behind those the sheet has by then,
/// in a revision of their own. A study that was begun on the floor is made with its first session.
/// </summary>
public sealed class TakeTimings(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Title">What people call it.</param>
    /// <param name="Scope">The station.</param>
    /// <param name="Unit">Unit its times are shown in.</param>
    /// <param name="Scale">Key of the scale its ratings are on.</param>
    public sealed record NewStudy(string Title, string Scope, TimeUnit Unit, string Scale);

    /// <param name="Study">Into which study.</param>
    /// <param name="Session">Identifier of the session, made on the device.</param>
    /// <param name="Began">When it began.</param>
    /// <param name="Marks">Its times.</param>
    /// <param name="FromFilm">Whether they were read off a film and not at the station.</param>
    /// <param name="Begin">The study to make when it is not there; null when it must be.</param>
    public sealed record Order(StudyId Study, Guid Session, DateTimeOffset Began, IReadOnlyList<TimedMark> Marks, bool FromFilm = false, NewStudy? Begin = null);

    /// <returns>How many rows are new: none when the session was there already.</returns>
    /// <exception cref="NotFoundException">No such study, and none to begin.</exception>
    /// <exception cref="RefusalException">Not a time study, or a time that its sheet cannot hold: nothing is kept.</exception>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Makers);
        await using var whole = await db.Database.BeginTransactionAsync(stop);
        await db.Hold(order.Study, stop);
        var study = await db.Studies.SingleOrDefaultAsync(s => s.Id == order.Study, stop) ?? Begun(order);
        rights.MustBe(study.Organisation, StudyRoles.Makers);
        if (study.Kind != StudyKind.TimeStudy)
        {
            throw new RefusalException(Refusal.SheetNotOfThisStudy);
        }

        if ((await db.Received([order.Session], stop)).Count > 0)
        {
            return 0;
        }

        var now = clock.GetUtcNow();

        // A device whose clock runs ahead does not time in the future.
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(order.Began > now ? now : order.Began, clock.LocalTimeZone).DateTime);
        var rows = new TimedSession(order.Marks).RowsAfter(study.Rows(SheetKind.Timings));
        study.Append(SheetKind.Timings, rows, day, day);
        var revision = study.Keep(caller.Code, now);
        db.FloorReceipts.Add(new(order.Session, study.Id, study.Organisation, revision.Number, rows.Count, caller.Id, caller.Code, now));
        journal.Note("study.timed", "study", study.Id.Value, study.Organisation, detail: new { times = rows.Count, began = order.Began, film = order.FromFilm });
        await db.SaveStudy(study, revision, stop);
        await whole.CommitAsync(stop);
        return rows.Count;
    }

    private Study Begun(Order order)
    {
        if (order.Begin is not { } begin)
        {
            throw new NotFoundException("study", order.Study);
        }

        var study = new Study(order.Study, caller.Plant(StudyRoles.Makers), StudyKind.TimeStudy, null, begin.Title, caller.Id, caller.Code, clock.GetUtcNow());
        study.Describe(begin.Title, begin.Scope, null, null, new Dictionary<string, string> { ["TimeUnit"] = begin.Unit.ToString(), ["RatingScale"] = begin.Scale });
        db.Studies.Add(study);
        journal.Note("study.begun", "study", study.Id.Value, study.Organisation, detail: new { kind = nameof(StudyKind.TimeStudy), title = study.Content.Title });
        return study;
    }
}
