using Npgsql;

namespace Etabli.Application.Hosting;

/// <summary>One question to the database and one small file written: is everything we stand on there?</summary>
public sealed class Pulse(Storehouse storehouse, NpgsqlDataSource source)
{
    /// <summary>What is wrong, in a word for the operator; null when all is well.</summary>
    public async Task<string?> Take(CancellationToken stop)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(stop);
        }
        catch (NpgsqlException)
        {
            return "database";
        }

        try
        {
            var probe = Path.Combine(storehouse.Home, $".pulse-{Environment.ProcessId}");
            await File.WriteAllTextAsync(probe, "", stop);
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "files";
        }

        return null;
    }
}
