using Etabli.People;
using Etabli.Persistence;
using Etabli.Studies;
using Etabli.Studies.Sheets;
using Etabli.Studies.Timings;
using Refusal = Etabli.Studies.Refusal;

namespace Etabli.Application.Studies.Timings;

/// <summary>States seen on a round arrive, perhaps hours later and perhaps twice: each is once a row behind those the sheet has by then.</summary>
public sealed class TakeSightings(EtabliDb db, Caller caller, Rights rights, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Id">Made on the device.</param>
    /// <param name="State">What was seen.</param>
    /// <param name="Place">Of whom, of what.</param>
    /// <param name="At">When.</param>
    public sealed record Seen(Guid Id, string State, string Place, DateTimeOffset At);

    public sealed record Order(StudyId Study, IReadOnlyList<Seen> Sightings);

    /// <returns>How many are new.</returns>
    /// <exception cref="NotFoundException">No such study.</exception>
    /// <exception cref="RefusalException">Not work sampling, too many at once, a state without a name: nothing is kept.</exception>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBe(StudyRoles.Counters);
        if (order.Sightings.Count > Sighting.Most)
        {
            throw new RefusalException(Refusal.TooManyRows, Sighting.Most);
        }

        await using var whole = await db.Database.BeginTransactionAsync(stop);
        await db.Hold(order.Study, stop);
        var study = await db.MustFind(order.Study, stop);
        rights.MustBe(study.Organisation, StudyRoles.Counters);
        if (study.Kind != StudyKind.WorkSampling)
        {
            throw new RefusalException(Refusal.SheetNotOfThisStudy);
        }

        var received = (await db.Received([.. order.Sightings.Select(s => s.Id)], stop)).Select(r => r.Id).ToHashSet();
        var fresh = order.Sightings.DistinctBy(s => s.Id).Where(s => !received.Contains(s.Id)).OrderBy(s => s.At).ToList();
        if (fresh.Count == 0)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        var seen = fresh.ConvertAll(s => new Sighting(s.State, s.Place, TimeZoneInfo.ConvertTime(s.At > now ? now : s.At, clock.LocalTimeZone).DateTime));
        study.Append(SheetKind.Sightings, [.. seen.Select(s => s.Row())], DateOnly.FromDateTime(seen.Min(s => s.At)), DateOnly.FromDateTime(seen.Max(s => s.At)));
        var revision = study.Keep(caller.Code, now);
        db.FloorReceipts.AddRange(fresh.Select(s => new FloorReceipt(s.Id, study.Id, study.Organisation, revision.Number, 1, caller.Id, caller.Code, now)));
        journal.Note("study.seen", "study", study.Id.Value, study.Organisation, detail: new { sightings = fresh.Count });
        await db.SaveStudy(study, revision, stop);
        await whole.CommitAsync(stop);
        return fresh.Count;
    }
}
