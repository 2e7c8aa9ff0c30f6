using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Etabli.Application.Journal;

/// <summary>Entries of the journal on one object, newest first, by pages (fr: historique).</summary>
/// <param name="Entries">At most <see cref="Size"/>.</param>
/// <param name="OlderThan">Cursor of the next page; null when this is the last.</param>
public sealed record JournalPage(IReadOnlyList<JournalPage.Entry> Entries, long? OlderThan)
{
    /// <summary>Entries a page.</summary>
    public const int Size = 50;

    public sealed record Entry(long Number, DateTimeOffset At, string Person, string Act, string SubjectKind, string Subject, string Detail, string Hash);

    public sealed class Reader(EtabliDb db)
    {
        /// <summary>Everything that happened to a dossier and to what belongs to it.</summary>
        public Task<JournalPage> OfDossier(Guid dossier, long? olderThan, CancellationToken stop) =>
            Read("dossier = $1", dossier, olderThan, stop);

        /// <summary>Everything that happened to one object.</summary>
        public Task<JournalPage> Of(string kind, Guid subject, long? olderThan, CancellationToken stop) =>
            Read("subject_kind = $3 and subject = $1::text", subject, olderThan, stop, kind);

        private async Task<JournalPage> Read(string where, Guid subject, long? olderThan, CancellationToken stop, string? kind = null)
        {
            await db.Database.OpenConnectionAsync(stop);
            try
            {
                await using var command = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateCommand();
                command.CommandText = $"""
                    select seq, at, person_name, act, subject_kind, subject, detail, hash from journal.entry
                    where {where} and seq < $2 order by seq desc limit {Size + 1}
                    """;
                command.Parameters.AddWithValue(subject);
                command.Parameters.AddWithValue(olderThan ?? long.MaxValue);
                if (kind is not null)
                {
                    command.Parameters.AddWithValue(kind);
                }

                var entries = new List<Entry>();
                await using var row = await command.ExecuteReaderAsync(stop);
                while (await row.ReadAsync(stop))
                {
                    entries.Add(new Entry(row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), Convert.ToHexStringLower(row.GetFieldValue<byte[]>(7))));
                }

                var more = entries.Count > Size;
                if (more)
                {
                    entries.RemoveAt(Size);
                }

                return new JournalPage(entries, more ? entries[^1].Number : null);
            }
            finally
            {
                await db.Database.CloseConnectionAsync();
            }
        }
    }
}
