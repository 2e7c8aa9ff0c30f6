using System.Threading.Channels;

namespace Etabli.Application.Live;

/// <summary>Which open pages listen to which object. Coming and leaving take the same lock: nobody comes into a room just closed.</summary>
public sealed class Listeners
{
    private readonly Lock door = new();
    private readonly Dictionary<Guid, HashSet<Channel<long>>> rooms = [];

    /// <summary>What this page will hear from now on; given back with <see cref="Leave"/>.</summary>
    public Channel<long> Join(Guid subject)
    {
        // Only the last beat matters to a page that will ask for everything again.
        var channel = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (door)
        {
            if (!rooms.TryGetValue(subject, out var room))
            {
                rooms[subject] = room = [];
            }

            room.Add(channel);
        }

        return channel;
    }

    public void Leave(Guid subject, Channel<long> channel)
    {
        lock (door)
        {
            if (rooms.TryGetValue(subject, out var room) && room.Remove(channel) && room.Count == 0)
            {
                rooms.Remove(subject);
            }
        }
    }

    public void Tell(Guid subject, long number)
    {
        lock (door)
        {
            if (rooms.TryGetValue(subject, out var room))
            {
                foreach (var channel in room)
                {
                    channel.Writer.TryWrite(number);
                }
            }
        }
    }
}
