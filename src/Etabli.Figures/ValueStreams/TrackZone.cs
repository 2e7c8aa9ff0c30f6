namespace Etabli.Figures.ValueStreams;

/// <summary>A line's own place among others that run beside it; known once all have asked for theirs.</summary>
internal sealed class Track(double size)
{
    internal double Size { get; } = size;

    internal double At { get; set; }
}

/// <summary>A strip of the map kept for lines that run side by side.</summary>
internal sealed class TrackZone
{
    private readonly List<Track> tracks = [];

    internal double Thickness => tracks.Sum(track => track.Size);

    internal Track Reserve(double size)
    {
        var track = new Track(size);
        tracks.Add(track);
        return track;
    }

    /// <summary>Gives each track its place from a start: a line runs at the far edge of its track, its word before it.</summary>
    internal void Settle(double start)
    {
        foreach (var track in tracks)
        {
            start += track.Size;
            track.At = start;
        }
    }
}
