using Etabli.Application.Files;
using Etabli.Application.Hosting;
using Etabli.People;
using Etabli.Persistence.Migrations;
using Npgsql;

namespace Etabli.Application.Operation;

/// <summary>Makes a demonstration's database as new, for the demonstration to be loaded again. Never a real one.</summary>
public static class EmptyDemonstration
{
    /// <exception cref="RefusalException"><see cref="Refusal.NotADemonstration"/>, or <see cref="Refusal.TargetInUse"/>.</exception>
    public static async Task Run(Storehouse storehouse, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(storehouse);
        NpgsqlConnection.ClearAllPools();
        await using (var connection = new NpgsqlConnection(storehouse.OwnerConnection + ";Pooling=false"))
        {
            await connection.OpenAsync(stop);
            if (await Tables.IsInhabited(connection, stop) && !await Tables.IsDemonstration(connection, stop))
            {
                throw new RefusalException(Refusal.NotADemonstration);
            }

            if (await Tables.OthersConnected(connection, stop) is > 0 and var others)
            {
                throw new RefusalException(Refusal.TargetInUse, others);
            }

            await using var transaction = await connection.BeginTransactionAsync(stop);
            await using var empty = new NpgsqlCommand(Tables.Emptying, connection, transaction);
            await empty.ExecuteNonQueryAsync(stop);
            await transaction.CommitAsync(stop);
        }

        var files = new FileStore(storehouse.Home, new FileLimits());
        foreach (var hash in files.All().ToList())
        {
            File.Delete(files.PathOf(hash));
        }

        await Migrator.Migrate(storehouse.OwnerConnection, stop);
    }
}
