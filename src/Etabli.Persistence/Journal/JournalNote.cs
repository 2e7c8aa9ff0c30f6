namespace Etabli.Persistence.Journal;

/// <summary>One act to be written: who, when, what, on what (fr: écriture du journal).</summary>
/// <param name="At">Instant, UTC.</param>
/// <param name="Person">Who; null for the house itself.</param>
/// <param name="PersonName">Name on that day.</param>
/// <param name="Organisation">Whose act it is: who may read it.</param>
/// <param name="Act">A code such as "dossier.enrolled"; its sentence lives in the words.</param>
/// <param name="SubjectKind">Kind of the object: "dossier", "project", "person"…</param>
/// <param name="Subject">The object's identifier.</param>
/// <param name="Dossier">The dossier it belongs to, if any: those who see the dossier read the entry.</param>
/// <param name="Detail">Facts of the act as a JSON object; kept and hashed to the letter.</param>
public sealed record JournalNote(
    DateTimeOffset At,
    Guid? Person,
    string PersonName,
    Guid? Organisation,
    string Act,
    string SubjectKind,
    string Subject,
    Guid? Dossier,
    string Detail);
