using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Etabli.Persistence.Journal;

/// <summary>
/// The append-only chain: each entry's SHA-256 covers its fields and the hash before it. PostgreSQL computes it at
/// writing; this page computes it again at reading, from the columns alone.
/// </summary>
public static class JournalChain
{
    /// <summary>Writes one entry inside the caller's transaction; answers its number.</summary>
    public static async Task<long> Append(NpgsqlConnection connection, JournalNote note, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(note);
        await using var command = connection.CreateCommand();
        command.CommandText = "select journal.append($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        command.Parameters.AddWithValue(Microseconds(note.At));
        command.Parameters.Add(Uuid(note.Person));
        command.Parameters.AddWithValue(note.PersonName);
        command.Parameters.Add(Uuid(note.Organisation));
        command.Parameters.AddWithValue(note.Act);
        command.Parameters.AddWithValue(note.SubjectKind);
        command.Parameters.AddWithValue(note.Subject);
        command.Parameters.Add(Uuid(note.Dossier));
        command.Parameters.AddWithValue(note.Detail);
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }

    /// <summary>Reads the whole chain in order and proves it, or names the first broken link.</summary>
    /// <param name="connection">Must see every entry: the owner's connection.</param>
    /// <param name="stop">Stops the reading.</param>
    public static async Task<JournalProof> Verify(NpgsqlConnection connection, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = "select seq, at, person, person_name, organisation, act, subject_kind, subject, dossier, detail, previous, hash from journal.entry order by seq";
        await using var row = await command.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, stop);
        var previous = new byte[32];
        var expected = 1L;
        while (await row.ReadAsync(stop))
        {
            var seq = row.GetInt64(0);
            var canonical = Canonical(
                seq,
                row.GetFieldValue<DateTimeOffset>(1),
                row.IsDBNull(2) ? null : row.GetGuid(2),
                row.GetString(3),
                row.IsDBNull(4) ? null : row.GetGuid(4),
                row.GetString(5),
                row.GetString(6),
                row.GetString(7),
                row.IsDBNull(8) ? null : row.GetGuid(8),
                row.GetString(9));
            var saidPrevious = row.GetFieldValue<byte[]>(10);
            var hash = row.GetFieldValue<byte[]>(11);
            if (seq != expected)
            {
                return new JournalProof(expected - 1, Convert.ToHexStringLower(previous), expected, JournalFault.Missing);
            }

            if (!saidPrevious.AsSpan().SequenceEqual(previous))
            {
                return new JournalProof(expected - 1, Convert.ToHexStringLower(previous), seq, JournalFault.NotChained);
            }

            if (!hash.AsSpan().SequenceEqual(Hash(previous, canonical)))
            {
                return new JournalProof(expected - 1, Convert.ToHexStringLower(previous), seq, JournalFault.Altered);
            }

            previous = hash;
            expected++;
        }

        return new JournalProof(expected - 1, Convert.ToHexStringLower(previous), null, null);
    }

    internal static string Canonical(long seq, DateTimeOffset at, Guid? person, string personName, Guid? organisation, string act, string subjectKind, string subject, Guid? dossier, string detail)
    {
        // Each field with its length before it, so that no two different entries can ever read the same.
        var text = new StringBuilder();
        foreach (var field in (string[])
        [
            seq.ToString(CultureInfo.InvariantCulture),
            at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            person?.ToString() ?? "",
            personName,
            organisation?.ToString() ?? "",
            act,
            subjectKind,
            subject,
            dossier?.ToString() ?? "",
            detail,
        ])
        {
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}\n");
        }

        return text.ToString();
    }

    private static byte[] Hash(byte[] previous, string canonical) => SHA256.HashData([.. previous, .. Encoding.UTF8.GetBytes(canonical)]);

    private static DateTimeOffset Microseconds(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % 10), TimeSpan.Zero);

    private static NpgsqlParameter Uuid(Guid? value) => new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid, Value = value ?? (object)DBNull.Value };
}

/// <summary>What is wrong with a link of the journal.</summary>
public enum JournalFault
{
    /// <summary>A number is missing in the sequence.</summary>
    Missing,

    /// <summary>The entry does not carry the hash of the one before.</summary>
    NotChained,

    /// <summary>The entry's fields no longer give its hash.</summary>
    Altered,
}

/// <summary>Outcome of a verification.</summary>
/// <param name="Proved">How many entries hold, from the first.</param>
/// <param name="Head">Hash of the last one that holds, hexadecimal; zeros when there is none.</param>
/// <param name="BrokenAt">Number of the first broken entry; null when the chain holds.</param>
/// <param name="Fault">What is wrong there.</param>
public sealed record JournalProof(long Proved, string Head, long? BrokenAt, JournalFault? Fault);
