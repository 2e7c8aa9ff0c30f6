using System.Globalization;
using Etabli.Figures.PrecedenceGraphs;
using Etabli.Figures.Yamazumis;
using Etabli.Methods.Balancing;

namespace Etabli.Application.Studies.Lines;

/// <summary>The line of a study as its figures show it.</summary>
public static class LinePictures
{
    /// <summary>The stacks of today, and of the proposal beside them when there is one.</summary>
    public static Yamazumi Stacks(StudiedLine line, string title, string? period, bool french = true)
    {
        ArgumentNullException.ThrowIfNull(line);
        var shares = line.Setting.Models.Sum(m => (decimal)m.Share);
        return new(title, Of(line.TodayState), line.Takt ?? 0)
        {
            Proposal = line.HasProposal ? Of(line.ProposedState) : [],
            Balance = Said(line.TodayState.Loads(line.Takt)),
            ProposedBalance = line.HasProposal ? Said(line.ProposedState.Loads(line.Takt)) : null,
            Models = [.. line.Setting.Models.Select(m => new YamazumiModel(m.Name, m.Share / shares, (decimal?)m.Most))],
            Target = line.Takt is null ? null : line.Target,
            Period = period,
        };

        List<YamazumiPost> Of(StudiedState state) => [.. state.Places.Select(p => new YamazumiPost(p.Post, [.. p.Tasks.Select(t => new YamazumiBlock(t.Task.Id, t.Task.Name, t.Seconds, Worth(t.Task)))])
        {
            Hand = line.Setting.Sides.Count > 0 ? (p.Hand == 0 ? french ? "G" : "L" : french ? "D" : "R") : line.Setting.Operators > 1 && state.Places.Count(o => o.Post == p.Post) > 1 ? (p.Hand + 1).ToString(CultureInfo.InvariantCulture) : null,
            Worker = p.Worker,
            Copies = p.Copies,
            Busy = p.Busy,
            ByModel = p.ByModel,
        })];
    }

    /// <summary>What was computed of loads, as the figure writes it.</summary>
    public static YamazumiBalance Said(LineLoads loads)
    {
        ArgumentNullException.ThrowIfNull(loads);
        return new(loads.Loads.Count, (decimal)loads.Work, (decimal)loads.Longest, (decimal?)loads.Efficiency.Value, (decimal)loads.Smoothness.Known);
    }

    /// <summary>What must come before what, each task with the colour and the name of its station.</summary>
    public static PrecedenceGraph Graph(StudiedLine line, string title)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(title, [.. line.Tasks.Select(t => new PrecedenceTask(t.Id, t.Name, t.Seconds, t.After, t.Proposed.Length == 0 ? null : t.Proposed))]) { Stations = line.Proposed };
    }

    private static BlockWorth Worth(StudiedTask task) => Enum.TryParse<BlockWorth>(task.Worth, out var worth) ? worth : BlockWorth.Unset;
}
