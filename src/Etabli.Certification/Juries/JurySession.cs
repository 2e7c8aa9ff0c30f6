using Etabli.Certification.Enrolments;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Certification.Juries;

/// <summary>The minutes of a session, sealed (fr: procès-verbal).</summary>
/// <param name="Json">Everything that was decided, as text.</param>
/// <param name="File">The same as pages, once they are made.</param>
public sealed record Minutes(string Json, string Sha256, PersonId SealedBy, DateTimeOffset SealedAt, FileId? File)
{
    public bool IsIntact() => Sha256 == Fingerprints.Of(Json);
}

/// <summary>A joint jury on its day: who sits, who chairs, when it opened, its minutes (fr: séance du jury paritaire de délibération).</summary>
public sealed class JurySession
{
    private List<Seat> seats = [];

    private JurySession()
    {
        Centre = null!;
        Parameters = new();
        Place = "";
    }

    /// <summary>Convokes a jury.</summary>
    public JurySession(JurySessionId id, NamedOrganisation centre, DateOnly heldOn, string place, JuryParameters parameters, PersonId by, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(place);
        Id = id;
        Centre = centre;
        HeldOn = heldOn;
        Place = place.Trim();
        Parameters = parameters;
        ConvokedBy = by;
        ConvokedAt = at;
    }

    public JurySessionId Id { get; private set; }

    public NamedOrganisation Centre { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public string Place { get; private set; }

    public JuryParameters Parameters { get; private set; }

    public PersonId ConvokedBy { get; private set; }

    public DateTimeOffset ConvokedAt { get; private set; }

    public IReadOnlyList<Seat> Seats => seats;

    public PersonId? Chair { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    public PersonId? OpenedBy { get; private set; }

    public Minutes? Minutes { get; private set; }

    public bool IsOpen => OpenedAt is not null && Minutes is null;

    public IReadOnlyList<Seat> Voters => [.. seats.Where(s => s.Votes)];

    /// <summary>Moves the session before it opens.</summary>
    public void Move(DateOnly heldOn, string place)
    {
        MustNotBeOpened();
        ArgumentException.ThrowIfNullOrWhiteSpace(place);
        HeldOn = heldOn;
        Place = place.Trim();
    }

    /// <summary>Seats a member, or changes how he sits.</summary>
    /// <exception cref="RefusalException">The session has opened.</exception>
    public void Seat(Seat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        MustNotBeOpened();
        seats = [.. seats.Where(s => s.Person.Id != seat.Person.Id), seat];
    }

    /// <exception cref="RefusalException">The session has opened, or nobody of that identity sits.</exception>
    public void Unseat(PersonId person)
    {
        MustNotBeOpened();
        MustSit(person);
        seats = [.. seats.Where(s => s.Person.Id != person)];
        if (Chair == person)
        {
            Chair = null;
        }
    }

    /// <exception cref="RefusalException">The session has opened, or the person does not sit.</exception>
    public void NameChair(PersonId person)
    {
        MustNotBeOpened();
        MustSit(person);
        Chair = person;
    }

    /// <summary>Everything to say of the composition as it is now.</summary>
    public IReadOnlyList<CompositionFinding> Composition(JurySettings? settings = null) =>
        JuryComposition.Check(seats, Chair, Parameters, settings);

    /// <summary>Opens, once the composition is that of a joint jury (rules R43 to R47).</summary>
    /// <exception cref="RefusalException">A breach of the composition.</exception>
    public void Open(PersonId by, DateTimeOffset at, JurySettings? settings = null)
    {
        MustNotBeOpened();
        if (Composition(settings).FirstOrDefault(f => f.Gravity == Gravity.Breach) is { } breach)
        {
            throw new RefusalException(Of(breach), [.. breach.About]);
        }

        OpenedAt = at;
        OpenedBy = by;
    }

    /// <summary>Seals the minutes; after that nothing of the session changes.</summary>
    /// <exception cref="RefusalException">Not open, or a candidate on the list has no declaration.</exception>
    public void Seal(string json, IReadOnlyCollection<Deliberation> list, PersonId by, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(json);
        MustBeReadyToSeal(list);
        Minutes = new(json, Fingerprints.Of(json), by, at, null);
    }

    /// <summary>The checks of sealing, alone: the minutes are written after they pass.</summary>
    public void MustBeReadyToSeal(IReadOnlyCollection<Deliberation> list)
    {
        MustBeOpen();
        if (list.Count == 0)
        {
            throw new RefusalException(Refusal.NobodyOnTheList);
        }

        if (list.Any(d => d.Declaration is null))
        {
            throw new RefusalException(Refusal.CandidateNotDeclared, list.Count(d => d.Declaration is null));
        }
    }

    /// <summary>Adds the pages of the minutes once they are made.</summary>
    public void AttachMinutesPages(FileId file)
    {
        var minutes = Minutes ?? throw new RefusalException(Refusal.MinutesNotSealed);
        Minutes = minutes.File is null ? minutes with { File = file } : minutes;
    }

    /// <exception cref="RefusalException">Not opened, or sealed.</exception>
    public void MustBeOpen()
    {
        if (OpenedAt is null)
        {
            throw new RefusalException(Refusal.SessionNotOpen);
        }

        if (Minutes is { } minutes)
        {
            throw new RefusalException(Refusal.MinutesSealed, minutes.SealedAt);
        }
    }

    /// <exception cref="RefusalException">The session has opened.</exception>
    public void MustNotBeOpened()
    {
        if (OpenedAt is { } at)
        {
            throw new RefusalException(Refusal.SessionOpened, at);
        }
    }

    private static Refusal Of(CompositionFinding breach) => breach.Words switch
    {
        "NotBalanced" or "NoVoter" => Refusal.JuryNotBalanced,
        "BelowQuorum" => Refusal.JuryBelowQuorum,
        "TooManyEmployers" => Refusal.TooManyEmployers,
        "TooManyTemporaryWorkEmployers" or "TooManyTemporaryWorkEmployees" => Refusal.TooManyTemporaryWorkMembers,
        "UnionNotNamed" => Refusal.UnionNotNamed,
        "TwoVotersOfOneUnion" => Refusal.TwoVotersOfOneUnion,
        "NoChair" or "ChairDoesNotVote" => Refusal.ChairMustVote,
        "ChairNotFromEmployers" => Refusal.ChairNotFromEmployers,
        _ => Refusal.JurorSeatedTwice,
    };

    private void MustSit(PersonId person)
    {
        if (seats.All(s => s.Person.Id != person))
        {
            throw new RefusalException(Refusal.NotASeat);
        }
    }
}
