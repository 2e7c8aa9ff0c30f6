using Etabli.Application.Hosting;
using Etabli.Persistence.Journal;
using Npgsql;

namespace Etabli.Application.Journal;

/// <summary>Proves the whole chain from its first entry, or names the first broken link.</summary>
public static class VerifyJournal
{
    public static async Task<JournalVerdict> Of(Storehouse storehouse, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(storehouse);
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(stop);
        var proof = await JournalChain.Verify(connection, stop);
        return new JournalVerdict(proof.Proved, proof.Head, proof.BrokenAt, proof.Fault?.ToString());
    }
}

/// <inheritdoc cref="JournalProof"/>
public sealed record JournalVerdict(long Proved, string Head, long? BrokenAt, string? Fault)
{
    public bool Holds => BrokenAt is null;
}
