using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Persistence.Printing;

/// <summary>A document somebody asked as PDF, and how far it is (fr: demande d’impression).</summary>
public sealed class PrintRequest
{
    private PrintRequest()
    {
    }

    public PrintRequest(Guid id, PersonId person, string kind, Guid subject, string culture, string title, OrganisationId organisation, Guid? dossier, DateTimeOffset at)
    {
        (Id, Person, Kind, Subject, Culture, Title, Organisation, Dossier, AskedAt) = (id, person, kind, subject, culture, title, organisation, dossier, at);
    }

    public Guid Id { get; private set; }

    public PersonId Person { get; private set; }

    public string Kind { get; private set; } = "";

    public Guid Subject { get; private set; }

    public string Culture { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>Whose file it will be.</summary>
    public OrganisationId Organisation { get; private set; }

    /// <summary>The dossier the file will belong to, if any.</summary>
    public Guid? Dossier { get; private set; }

    public PrintState State { get; private set; }

    public int Percent { get; private set; }

    /// <summary>Key of the words that say what is being done.</summary>
    public string Step { get; private set; } = "Waiting";

    /// <summary>Key of the words that say why there is no document.</summary>
    public string? Failure { get; private set; }

    public FileId? File { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOver => State is PrintState.Done or PrintState.Failed or PrintState.Cancelled;

    /// <summary>Begins, or begins again after the process died in the middle.</summary>
    public void Start(DateTimeOffset at) => (State, StartedAt, Percent, Step) = (PrintState.Running, at, 0, "Waiting");

    public void Reach(string step, int percent) => (Step, Percent) = (step, percent);

    public void End(FileId file, DateTimeOffset at) => (State, File, Percent, Step, EndedAt) = (PrintState.Done, file, 100, "Done", at);

    public void Fail(string failure, DateTimeOffset at) => (State, Failure, EndedAt) = (PrintState.Failed, failure, at);

    public void Cancel(DateTimeOffset at) => (State, EndedAt) = (PrintState.Cancelled, at);
}

/// <summary>How far a request is.</summary>
public enum PrintState
{
    Requested,
    Running,
    Done,
    Failed,
    Cancelled,
}
