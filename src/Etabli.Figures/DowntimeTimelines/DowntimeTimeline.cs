using Etabli.Figures.Ink;

namespace Etabli.Figures.DowntimeTimelines;

/// <summary>A class of stops, told by its letter and its colour. (fr: classe d’arrêts)</summary>
/// <param name="Letter">One or two letters written in its blocks.</param>
/// <param name="Name">Its name.</param>
public sealed record DowntimeClass(string Letter, string Name);

/// <summary>One stop. (fr: arrêt)</summary>
/// <param name="Start">When it began.</param>
/// <param name="Minutes">How long it lasted, in minutes.</param>
/// <param name="Class">Letter of its class; null while nobody said, drawn hatched with a question mark.</param>
/// <param name="Cause">Its cause; empty if not known.</param>
/// <param name="Code">Code of its record, for a page that opens it; none if null.</param>
public sealed record Downtime(DateTime Start, decimal Minutes, string? Class, string Cause = "", string? Code = null);

/// <summary>The stops of one machine. (fr: couloir d’un poste)</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Stops">Its stops, in any order.</param>
public sealed record DowntimeLane(string Machine, IReadOnlyList<Downtime> Stops)
{
    /// <summary>Mean time between failures, in hours.</summary>
    public decimal? Mtbf { get; init; }

    /// <summary>Mean time to repair, in minutes.</summary>
    public decimal? Mttr { get; init; }
}

/// <summary>Stops in time, one lane for each machine. (fr: journal d’arrêts)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="From">Start of the window.</param>
/// <param name="To">End of the window.</param>
/// <param name="Classes">Classes of stops, six at most are told apart by colour.</param>
/// <param name="Lanes">The machines.</param>
public sealed record DowntimeTimeline(string Title, DateTime From, DateTime To, IReadOnlyList<DowntimeClass> Classes, IReadOnlyList<DowntimeLane> Lanes)
{
    /// <summary>Line, workshop; written at the head.</summary>
    public string? Scope { get; init; }

    /// <summary>How it reads, in one sentence; made from the numbers if null.</summary>
    public string? Reading { get; init; }

    /// <summary>How many stops are in the window.</summary>
    public int Count => Lanes.Sum(lane => lane.Stops.Count(IsInside));

    internal bool IsInside(Downtime stop) => stop.Minutes > 0 && stop.Start < To && End(stop) > From;

    internal DateTime End(Downtime stop) => stop.Minutes > 60 * 24 * 366 ? To : stop.Start.AddMinutes((double)stop.Minutes);

    internal decimal MinutesInside(Downtime stop)
    {
        var from = stop.Start < From ? From : stop.Start;
        var to = End(stop) > To ? To : End(stop);
        return to > from ? Math.Round((decimal)(to - from).TotalMinutes, 1) : 0;
    }

    internal Tone ToneOf(string? letter)
    {
        Tone[] tones = [Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6];
        var at = Classes.Index().FirstOrDefault(pair => pair.Item.Letter == letter, (-1, null!)).Index;
        return at < 0 ? Tone.Hatch : tones[at % tones.Length];
    }

    internal bool IsClassed(Downtime stop) => stop.Class is { } letter && Classes.Any(one => one.Letter == letter);
}
