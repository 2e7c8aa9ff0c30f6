using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
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
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Channel<long>, byte>> listeners = new();

    /// <summary>The numbers of the journal entries that touch this object or dossier, from now on.</summary>
    public async IAsyncEnumerable<long> On(Guid subject, [EnumeratorCancellation] CancellationToken stop)
    {
        // Only the last beat matters to a page that will ask for everything again.
        var channel = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var here = listeners.GetOrAdd(subject, _ => new());
        here[channel] = 0;
        try
        {
            await foreach (var beat in channel.Reader.ReadAllAsync(stop))
            {
                yield return beat;
            }
        }
        finally
        {
            here.TryRemove(channel, out _);
            if (here.IsEmpty)
            {
                listeners.TryRemove(subject, out _);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = new NpgsqlConnection(storehouse.Addresses.App + ";Pooling=false;Keepalive=30");
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
            if (Guid.TryParse(word, out var subject) && listeners.TryGetValue(subject, out var here))
            {
                foreach (var channel in here.Keys)
                {
                    channel.Writer.TryWrite(number);
                }
            }
        }
    }
}
