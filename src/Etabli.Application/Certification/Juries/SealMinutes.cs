using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Etabli.Application.Certification.Juries;

/// <summary>
/// The minutes are written and sealed: canonical text, its SHA-256, and the end of the journal's chain at that moment.
/// Afterwards nothing of the session changes.
/// </summary>
public sealed class SealMinutes(EtabliDb db, Rights rights, StandardShelf.Reader shelf, Caller caller, Journal.Journal journal, TimeProvider clock, ConformityList.Reader conformity)
{
    public async Task Run(JurySessionId id, CancellationToken stop)
    {
        rights.MustBe(Role.ExamCentreOfficer, Role.Juror);
        var session = await db.MustFind(id, stop);
        if (caller.Person != session.Chair)
        {
            rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
        }

        var list = await db.Deliberations.Where(d => d.Session == id).OrderBy(d => d.ListedAt).ToListAsync(stop);
        session.MustBeReadyToSeal(list);
        var candidates = new List<JuryMinutes.Candidate>();
        foreach (var deliberation in list)
        {
            var dossier = await db.MustFind(deliberation.Dossier, stop);
            var content = (await shelf.Get(dossier.Standard, stop)).Content;
            var assessment = await db.MustFindAssessment(dossier.Id, stop);
            var blocks = BlockResult.Of(dossier, assessment, content);
            candidates.Add(JuryMinutes.Of(
                deliberation, dossier, content.Qualification.Title, blocks, content.Blocks.ToDictionary(b => b.Id, b => b.Title), await conformity.Of(dossier, assessment, session.Seats, stop)));
        }

        var at = clock.GetUtcNow();
        var (number, hash) = await JournalHead(stop);
        var minutes = new JuryMinutes(
            1, id.Value, session.Centre.Name, session.HeldOn, session.Place, session.Seats.Single(s => s.Person.Id == session.Chair).Person.Name,
            session.OpenedAt!.Value, NameOf(session, session.OpenedBy), [.. session.Seats.Select(s => JuryMinutes.Of(s, session))], candidates, caller.Name, at, number, hash);
        session.Seal(minutes.ToJson(), list, caller.Id, at);
        journal.Note("jury.sealed", JuryJournal.Kind, id.Value, session.Centre.Id, detail: new { sha256 = session.Minutes!.Sha256, candidates = candidates.Count });
        await db.SaveKnowingly(stop);
    }

    private string NameOf(Etabli.Certification.Juries.JurySession session, Etabli.People.PersonId? person) =>
        session.Seats.FirstOrDefault(s => s.Person.Id == person)?.Person.Name ?? (person == caller.Person ? caller.Name : session.Centre.Name);

    private async Task<(long Number, string Hash)> JournalHead(CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
            command.CommandText = "select seq, hash from journal.head()";
            await using var row = await command.ExecuteReaderAsync(stop);
            return await row.ReadAsync(stop) ? (row.GetInt64(0), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(1))) : (0, new string('0', 64));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
