using System.Runtime.CompilerServices;
using Etabli.Application.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Etabli.Application.Live;

/// <summary>
/// Hears what the journal says as it is committed, whichever node wrote it, and tells the pages that are open on that
/// object. It carries no content: a page that hears its object's name asks for itself again, with its own rights.
/// </summary>
public sealed class Heartbeat(Storehouse storehouse, ILogger<Heartbeat> log) : BackgroundService
{
    private readonly Listeners listeners = new();

    /// <summary>The numbers of the journal entries that touch this object or dossier, from now on.</summary>
    public async IAsyncEnumerable<long> On(Guid subject, [EnumeratorCancellation] CancellationToken stop)
    {
        var channel = listeners.Join(subject);
        try
        {
            await foreach (var beat in channel.Reader.ReadAllAsync(stop))
            {
                yield return beat;
            }
        }
        finally
        {
            listeners.Leave(subject, channel);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(storehouse.Addresses.App) { ApplicationName = "etabli-live", Pooling = false, KeepAlive = 30 }.ConnectionString);
                await connection.OpenAsync(stoppingToken);
                connection.Notification += (_, note) => Beat(note.Payload);
                await using (var listen = new NpgsqlCommand("listen journal", connection))
                {
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                }

                while (true)
                {
                    await connection.WaitAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException lost)
            {
                log.LogWarning(lost, "The live connection was lost; trying again.");
                using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
                await pause.WaitForNextTickAsync(stoppingToken);
            }
        }
    }

    /// <summary>"entry number, then the identifiers it touches".</summary>
    private void Beat(string payload)
    {
        var words = payload.Split(' ');
        if (words.Length < 2 || !long.TryParse(words[0], System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return;
        }

        foreach (var word in words.Skip(1))
        {
            if (Guid.TryParse(word, out var subject))
            {
                listeners.Tell(subject, number);
            }
        }
    }
}
