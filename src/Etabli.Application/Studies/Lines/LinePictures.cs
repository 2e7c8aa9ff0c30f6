using Etabli.Figures.PrecedenceGraphs;
using Etabli.Figures.Yamazumis;
using Etabli.Methods.Balancing;

namespace Etabli.Application.Studies.Lines;

/// <summary>The line of a study as its figures show it.</summary>
public static class LinePictures
{
    /// <summary>The stacks of today, and of the proposal beside them when there is one.</summary>
    public static Yamazumi Stacks(StudiedLine line, string title, string? period)
    {
        ArgumentNullException.ThrowIfNull(line);
        var order = line.InOrder;
        return new(title, Of(line.Today, t => t.Today), line.Takt ?? 0)
        {
            Proposal = line.HasProposal ? Of(line.Proposed, t => t.Proposed) : [],
            Target = line.Takt is null ? null : line.Target,
            Period = period,
        };

        List<YamazumiPost> Of(IReadOnlyList<string> posts, Func<StudiedTask, string> station) =>
            [.. posts.Select(p => new YamazumiPost(p, [.. order.Where(t => station(t) == p).Select(t => new YamazumiBlock(t.Id, t.Name, t.Seconds, Worth(t)))]))];
    }

    /// <summary>What must come before what, each task with the colour and the name of its station.</summary>
    public static PrecedenceGraph Graph(StudiedLine line, string title)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(title, [.. line.Tasks.Select(t => new PrecedenceTask(t.Id, t.Name, t.Seconds, t.After, t.Proposed.Length == 0 ? null : t.Proposed))]) { Stations = line.Proposed };
    }

    /// <summary>How well the stations of a state are loaded.</summary>
    public static LineLoads Loads(StudiedLine line, IReadOnlyList<string> posts, Func<StudiedTask, string> station)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(posts);
        return LineLoads.Of([.. posts.Select(p => (double)line.Tasks.Where(t => station(t) == p).Sum(t => t.Seconds))], (double?)line.Takt);
    }

    private static BlockWorth Worth(StudiedTask task) => Enum.TryParse<BlockWorth>(task.Worth, out var worth) ? worth : BlockWorth.Unset;
}
