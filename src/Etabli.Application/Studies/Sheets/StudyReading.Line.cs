using Etabli.Application.Studies.Lines;
using Etabli.Figures.Ink;
using Etabli.Figures.PrecedenceGraphs;
using Etabli.Figures.Yamazumis;
using Etabli.Methods.Balancing;

namespace Etabli.Application.Studies.Sheets;

/// <summary>What the balance of a line says: loads, efficiency, what the proposal moves and what it breaks.</summary>
public sealed partial record StudyReading
{
    /// <summary>Width of the stacks of two states: a landscape A3 between its margins.</summary>
    private const double StacksWidth = 400;

    /// <summary>Width of the stacks of one state.</summary>
    private const double StackWidth = 277;

    private sealed partial class Reader
    {
        private const int MostDrawn = 150;

        public StudyReading LineBalance()
        {
            var (line, gaps) = StudiedLine.Of(content);
            if (line is null)
            {
                lacks.AddRange(gaps.Select(g => (g.Fault == LineSheetFault.NoTask ? "Rows" : $"Line.{g.Fault}", g.About)));
                return new([], [], lacks);
            }

            if (line.Takt is null)
            {
                lacks.Add(("Line.NoTakt", ""));
            }

            lacks.AddRange(line.Tasks.Where(t => t.Proposed.Length == 0).Select(t => ("Line.NoStation", t.Id)));
            lacks.AddRange(line.RuleGaps.Select(g => ($"Line.{g.Fault}", g.About)));
            Broken(line, "Line.Today", line.Today, t => t.Today);
            if (line.HasProposal)
            {
                Broken(line, "Line.Proposal", line.Proposed, t => t.Proposed);
            }

            var stacks = LinePictures.Stacks(line, content.Title, Said());
            var today = LinePictures.Loads(line, line.Today, t => t.Today);
            var proposed = LinePictures.Loads(line, line.Proposed, t => t.Proposed);
            var facts = new List<StudyFact>();
            if (line.HasProposal)
            {
                facts.Add(new("PostsProposed", line.Proposed.Count));
                facts.Add(new("LongestProposed", (decimal)proposed.Longest, "s", 1));
                facts.Add(Share("EfficiencyProposed", proposed));
                facts.Add(new("TasksMoved", stacks.Moves().Count));
                facts.Add(new("PostsToday", line.Today.Count));
                facts.Add(new("SmoothnessProposed", (decimal)proposed.Smoothness.Known, "s", 1));
                facts.Add(new("CycleEfficiencyProposed", proposed.CycleEfficiency.Value is { } kept ? (decimal)kept * 100 : null, "%", 1));
                facts.Add(new("LongestToday", (decimal)today.Longest, "s", 1));
                facts.Add(Share("EfficiencyToday", today));
            }
            else
            {
                facts.Add(new("PostsToday", line.Today.Count));
                facts.Add(new("LongestToday", (decimal)today.Longest, "s", 1));
                facts.Add(Share("EfficiencyToday", today));
                facts.Add(new("PostsFewest", today.Fewest.Value, "", 0, today.Fewest.Because));
                facts.Add(new("LineWork", (decimal)today.Work, "s", 1));
                facts.Add(new("CycleEfficiencyToday", today.CycleEfficiency.Value is { } kept ? (decimal)kept * 100 : null, "%", 1));
            }

            facts.Add(new("SmoothnessToday", (decimal)today.Smoothness.Known, "s", 1, line.HasProposal ? null : today.Smoothness.Because));
            if (line.HasProposal)
            {
                facts.Add(new("PostsFewest", today.Fewest.Value, "", 0, today.Fewest.Because));
                facts.Add(new("LineWork", (decimal)today.Work, "s", 1));
            }

            var pictures = new List<StudyDrawing>();
            if (stacks.Posts.Count > 0 || stacks.Proposal.Count > 0)
            {
                // A line that is not built yet has a proposal only: it is what is drawn.
                var drawn = stacks.Posts.Count > 0 ? stacks : stacks with { Posts = stacks.Proposal, Proposal = [] };
                pictures.Add(new("Yamazumi", s => YamazumiDrawing.Draw(drawn, s), drawn.Proposal.Count > 0 || drawn.Posts.Count > 8 ? StacksWidth : StackWidth));
            }

            if (line.Tasks.Count <= MostDrawn)
            {
                var graph = LinePictures.Graph(line, content.Title);
                pictures.Add(new("PrecedenceGraph", s => PrecedenceGraphDrawing.Draw(graph, s), Math.Clamp(PrecedenceGraphDrawing.Wide(graph), 190, StacksWidth)));
            }
            else
            {
                lacks.Add(("Line.GraphTooLarge", language.Number(line.Tasks.Count)));
            }

            return new(facts, pictures, lacks);
        }

        private static StudyFact Share(string key, LineLoads loads) => new(key, loads.Efficiency.Value is { } share ? (decimal)share * 100 : null, "%", 1, loads.Efficiency.Because);

        private void Broken(StudiedLine line, string state, IReadOnlyList<string> posts, Func<StudiedTask, string> station)
        {
            var of = line.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
            foreach (var breach in line.Check(station, posts))
            {
                var told = breach switch
                {
                    { Fault: BalanceFault.TooEarly, Task: { } task, Other: { } other } => (state + "TooEarly", french ? $"{other.Id} ({station(of[other.Id])}) doit précéder {task.Id} ({station(of[task.Id])})" : $"{other.Id} ({station(of[other.Id])}) must precede {task.Id} ({station(of[task.Id])})"),
                    { Fault: BalanceFault.TooMuchWork, Station: { } at, Work: { } work } => (state + "TooMuchWork", $"{posts[at]} ({new Amount(line.Seconds(work), "s", 1).In(language)})"),
                    _ => ((string, string)?)null,
                };
                if (told is { } broken)
                {
                    lacks.Add(broken);
                }
            }

            lacks.AddRange(line.Unkept(station, posts).Select(u => u.Rule).Distinct().Select(r => (state + "Rule", StudiedRules.Say(r.Rule, line.Tasks, line.Today, french))));
        }
    }
}
