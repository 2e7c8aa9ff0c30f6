using Etabli.People;
using Etabli.People.Files;
using Etabli.Plant.Workstations;

namespace Etabli.Improvement.Diagnoses;

/// <summary>A fact seen on the floor, with its place, its day and what it wastes (fr: observation terrain).</summary>
public sealed class Observation
{
    private readonly List<FileId> photos = [];

    private Observation()
    {
        Place = Fact = "";
    }

    public Observation(ObservationId id, ProjectId project, OrganisationId organisation, int number, ObservedFact seen, PersonId author, DateTimeOffset at, DateOnly today)
        : this()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        Id = id;
        Project = project;
        Organisation = organisation;
        Number = number;
        Author = author;
        NotedAt = at;
        Correct(seen, today);
    }

    public ObservationId Id { get; private set; }

    public ProjectId Project { get; private set; }

    public OrganisationId Organisation { get; private set; }

    /// <summary>Rank in the project, from 1.</summary>
    public int Number { get; private set; }

    public DateOnly Day { get; private set; }

    /// <summary>The station of the plant, when it was seen at one.</summary>
    public WorkstationId? Workstation { get; private set; }

    /// <summary>Where, in words or as the code on the floor: ROD1, the chrome dock.</summary>
    public string Place { get; private set; }

    /// <summary>What was seen; a fact, not an opinion.</summary>
    public string Fact { get; private set; }

    public Measure? Measure { get; private set; }

    public Waste Waste { get; private set; }

    public IReadOnlyList<FileId> Photos => photos;

    public PersonId Author { get; private set; }

    public DateTimeOffset NotedAt { get; private set; }

    /// <exception cref="RefusalException">No fact, no place, or seen after today.</exception>
    public void Correct(ObservedFact seen, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (seen.Day > today)
        {
            throw new RefusalException(Refusal.DatedInTheFuture, seen.Day);
        }

        var fact = Wording.Required(seen.Fact, Refusal.FactMissing, 4_000);
        Place = Wording.Required(seen.Place, Refusal.PlaceMissing);
        Fact = fact;
        Day = seen.Day;
        Workstation = seen.Workstation;
        Waste = seen.Waste;
        Measure = seen.Measure;
    }

    public void Attach(FileId photo)
    {
        if (photos.Contains(photo))
        {
            throw new RefusalException(Refusal.PhotoAlreadyAttached);
        }

        photos.Add(photo);
    }
}

/// <summary>What the observer says: when, where, what, how much (fr: constat).</summary>
public sealed record ObservedFact(DateOnly Day, WorkstationId? Workstation, string Place, string Fact, Waste Waste, Measure? Measure = null);
