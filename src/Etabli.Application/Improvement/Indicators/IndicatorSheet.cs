using Etabli.Improvement;
using Etabli.Improvement.Indicators;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Indicators;

/// <summary>One indicator: its card, its series with what was replaced, its phases and notes.</summary>
public sealed record IndicatorSheet(
    IndicatorId Id,
    ProjectId Project,
    string Code,
    BoardLetter Letter,
    string Name,
    string Definition,
    string Use,
    string Formula,
    string Unit,
    Frequency Frequency,
    decimal Target,
    TargetDirection Direction,
    string Source,
    PersonId Owner,
    string OwnerCode,
    string OwnerName,
    IReadOnlyList<IndicatorSheet.Point> Points,
    IReadOnlyList<IndicatorSheet.Phase> Phases,
    IReadOnlyList<IndicatorSheet.Note> Notes,
    PersonId Author,
    string AuthorName,
    DateTimeOffset CreatedAt,
    uint Version)
{
    /// <summary>The values that count, oldest first.</summary>
    public IReadOnlyList<Point> Series => [.. Points.Where(p => p.ReplacedAt is null).OrderBy(p => p.Period)];

    /// <summary>Where its values come from by themselves; null when people record them.</summary>
    public IndicatorFeed? Feed { get; init; }

    /// <summary>Last day the target holds; null while it holds until it is changed.</summary>
    public DateOnly? TargetUntil { get; init; }

    public IndicatorCard Card => new(Letter, Name, Definition, Use, Formula, Unit, Frequency, Target, Direction, Source, Owner, OwnerCode, TargetUntil);

    public sealed record Point(DateOnly Period, decimal Value, string ByCode, DateTimeOffset At, string? CorrectionReason, DateTimeOffset? ReplacedAt);

    public sealed record Phase(DateOnly From, string Label);

    public sealed record Note(DateOnly Day, string Text, string ByCode, DateTimeOffset At);

    public sealed class Reader(EtabliDb db)
    {
        /// <exception cref="NotFoundException">No such indicator for this caller.</exception>
        public async Task<IndicatorSheet> Find(IndicatorId id, CancellationToken stop) => await db.Indicators.AsNoTracking().AsSplitQuery()
            .Where(i => i.Id == id)
            .Select(i => new IndicatorSheet(
                i.Id, i.Project, i.Code, i.Letter, i.Name, i.Definition, i.Use, i.Formula, i.Unit, i.Frequency, i.Target, i.Direction, i.Source, i.Owner, i.OwnerCode,
                db.Persons.Where(p => p.Id == i.Owner).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? i.OwnerCode,
                i.Points.OrderBy(p => p.Period).ThenBy(p => p.At).Select(p => new Point(p.Period, p.Value, db.Persons.Where(x => x.Id == p.By).Select(x => x.Code).FirstOrDefault() ?? "", p.At, p.CorrectionReason, p.ReplacedAt)).ToList(),
                i.Phases.OrderBy(p => p.From).Select(p => new Phase(p.From, p.Label)).ToList(),
                i.Notes.OrderBy(n => n.Day).ThenBy(n => n.At).Select(n => new Note(n.Day, n.Text, db.Persons.Where(x => x.Id == n.By).Select(x => x.Code).FirstOrDefault() ?? "", n.At)).ToList(),
                i.Author,
                db.Persons.Where(p => p.Id == i.Author).Select(p => (p.FirstName + " " + p.LastName).Trim()).FirstOrDefault() ?? "",
                i.CreatedAt, EF.Property<uint>(i, "Version"))
            {
                Feed = i.Feed,
                TargetUntil = i.TargetUntil,
            })
            .SingleOrDefaultAsync(stop) ?? throw new NotFoundException("indicator", id);
    }
}
