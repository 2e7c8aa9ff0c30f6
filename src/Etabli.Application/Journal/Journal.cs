using System.Text.Encodings.Web;
using System.Text.Json;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Persistence.Journal;

namespace Etabli.Application.Journal;

/// <summary>Notes what a gesture does; written and chained in the transaction that saves it (fr: journal).</summary>
public sealed class Journal(EtabliDb db, Caller caller, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="act">Code of the act: "dossier.enrolled". Its sentence is in the words.</param>
    /// <param name="kind">Kind of the object: "dossier", "project".</param>
    /// <param name="subject">The object.</param>
    /// <param name="organisation">Whose members may read the entry.</param>
    /// <param name="dossier">Those who see this dossier may read it too.</param>
    /// <param name="detail">Facts, as an anonymous object; no secret, no free text that is private.</param>
    public void Note(string act, string kind, Guid subject, OrganisationId? organisation = null, Guid? dossier = null, object? detail = null) =>
        db.Note(new JournalNote(
            clock.GetUtcNow(),
            caller.Person?.Value,
            caller.Name,
            organisation?.Value,
            act,
            kind,
            subject.ToString(),
            dossier,
            detail is null ? "{}" : JsonSerializer.Serialize(detail, Readable)));

    /// <summary>Keeps an attempt at something that is not the caller's.</summary>
    public async Task KeepRefusedAccess(string kind, string id, string address, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        db.Note(new JournalNote(clock.GetUtcNow(), caller.Person?.Value, caller.Name, null, "access.refused", kind, id.Length > 100 ? id[..100] : id, null,
            JsonSerializer.Serialize(new { address = address.Length > 300 ? address[..300] : address }, Readable)));
        await db.SaveChangesAsync(stop);
    }
}
