using Etabli.People;

namespace Etabli.Improvement.Communication;

/// <summary>What was said and decided in a working session (fr: compte rendu).</summary>
public sealed class Minutes
{
    private readonly List<string> attendees = [];
    private readonly List<string> decisions = [];

    private Minutes()
    {
        Subject = Place = Text = "";
    }

    public Minutes(MinutesId id, ProjectId project, OrganisationId organisation, SessionAccount account, PersonId author, DateTimeOffset at, DateOnly today)
        : this()
    {
        Id = id;
        Project = project;
        Organisation = organisation;
        Author = author;
        WrittenAt = at;
        Word(account, today);
    }

    public MinutesId Id { get; private set; }

    public ProjectId Project { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public DateOnly Day { get; private set; }

    public string Subject { get; private set; }

    public string Place { get; private set; }

    public IReadOnlyList<string> Attendees => attendees;

    public string Text { get; private set; }

    public IReadOnlyList<string> Decisions => decisions;

    public PersonId Author { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <exception cref="RefusalException">No subject, nobody present, nothing told, or held after today.</exception>
    public void Word(SessionAccount account, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (account.Day > today)
        {
            throw new RefusalException(Refusal.DatedInTheFuture, account.Day);
        }

        var present = Wording.Lines(account.Attendees).ToList();
        if (present.Count == 0)
        {
            throw new RefusalException(Refusal.AttendeesMissing);
        }

        var decided = Wording.Lines(account.Decisions).ToList();
        var text = Wording.Optional(account.Text, Wording.Page);
        if (text.Length == 0 && decided.Count == 0)
        {
            throw new RefusalException(Refusal.MinutesEmpty);
        }

        Subject = Wording.Required(account.Subject, Refusal.SubjectMissing);
        Place = Wording.Optional(account.Place);
        Day = account.Day;
        Text = text;
        attendees.Clear();
        attendees.AddRange(present);
        decisions.Clear();
        decisions.AddRange(decided);
    }
}

/// <summary>What the minutes tell of a session (fr: contenu du compte rendu).</summary>
public sealed record SessionAccount(DateOnly Day, string Subject, string Place, IReadOnlyList<string> Attendees, string Text, IReadOnlyList<string> Decisions);
