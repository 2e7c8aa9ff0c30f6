using Etabli.Certification.Juries;

namespace Etabli.Application.Certification.Juries;

/// <summary>How the journal names a session.</summary>
internal static class JuryJournal
{
    public const string Kind = "jury-session";

    internal static void NoteOf(this Journal.Journal journal, string act, JurySession session, object? detail = null) =>
        journal.Note(act, Kind, session.Id.Value, session.Centre.Id, detail: detail);
}
