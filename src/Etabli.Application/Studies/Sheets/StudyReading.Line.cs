using Etabli.Application.Studies.Lines;
using Etabli.Figures.Ink;
using Etabli.Figures.PrecedenceGraphs;
using Etabli.Figures.Yamazumis;
using Etabli.Methods.Balancing;
using Etabli.Methods.Balancing.Ruled;

namespace Etabli.Application.Studies.Sheets;

/// <summary>What the balance of a line says: loads, efficiency, what the proposal moves and what it breaks.</summary>
public sealed partial record StudyReading
{
    /// <summary>Greatest width of the stacks: a landscape A3 between its margins.</summary>
    private const double StacksWidth = 400;

    /// <summary>Least width of the stacks: a landscape A4 between its margins.</summary>
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
            Broken(line, "Line.Today", line.TodayState, t => t.Today);
            if (line.HasProposal)
            {
                Broken(line, "Line.Proposal", line.ProposedState, t => t.Proposed);
            }

            var stacks = LinePictures.Stacks(line, content.Title, Said(), french);
            var today = line.TodayState.Loads(line.Takt);
            var proposed = line.ProposedState.Loads(line.Takt);
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

            if (today.Loads.Count != line.Today.Count || proposed.Loads.Count != line.Proposed.Count)
            {
                facts.Add(new("PlacesToday", today.Loads.Count));
                if (line.HasProposal)
                {
                    facts.Add(new("PlacesProposed", proposed.Loads.Count));
                }
            }

            if (line.Setting.Models.Count > 0)
            {
                facts.Add(new("LongestModelToday", Highest(line.TodayState), "s", 1));
                if (line.HasProposal)
                {
                    facts.Add(new("LongestModelProposed", Highest(line.ProposedState), "s", 1));
                }
            }

            // Of several operators a station, the sum does not say how few stations there are.
            facts.RemoveAll(f => f.Key == "PostsFewest" && (line.Setting.Operators > 1 || line.Setting.Sides.Count > 0));
            var pictures = new List<StudyDrawing>();
            if (stacks.Posts.Count > 0 || stacks.Proposal.Count > 0)
            {
                // A line that is not built yet has a proposal only: it is what is drawn.
                var drawn = stacks.Posts.Count > 0 ? stacks : stacks with { Posts = stacks.Proposal, Proposal = [], Balance = stacks.ProposedBalance, ProposedBalance = null };
                pictures.Add(new("Yamazumi", s => YamazumiDrawing.Draw(drawn, s), Math.Clamp(YamazumiDrawing.Wide(drawn), StackWidth, StacksWidth)));
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

        private static decimal? Highest(StudiedState state) => state.Places.SelectMany(p => p.ByModel.Select(m => m / p.Copies)).Cast<decimal?>().Max();

        private static StudyFact Share(string key, LineLoads loads) => new(key, loads.Efficiency.Value is { } share ? (decimal)share * 100 : null, "%", 1, loads.Efficiency.Because);

        private void Broken(StudiedLine line, string key, StudiedState state, Func<StudiedTask, string> station)
        {
            var posts = state.Posts;
            lacks.AddRange(state.Unable.Select(p => (key + "Unable", p)));
            if (!state.IsStaffed && state.Unable.Count == 0)
            {
                lacks.Add((key + "Unstaffed", ""));
            }

            if (line.IsPlain)
            {
                Overloaded(line, key, posts, station);
            }

            lacks.AddRange(state.Breaches.Select(b => Told(line, state, b, station)).OfType<(string Key, string About)>().Select(b => (key + b.Key, b.About)).Distinct());
            lacks.AddRange(line.Unkept(station, posts).Select(u => u.Rule).Distinct().Select(r => (key + "Rule", StudiedRules.Say(r.Rule, line.Tasks, line.Today, french))));
        }

        // With operators, copies, models: what the checker of the methods says of who does what.
        private (string, string)? Told(StudiedLine line, StudiedState state, RuleBreach breach, Func<StudiedTask, string> station)
        {
            string Seconds(double units) => new Amount((decimal)units / line.Units, "s", 1).In(language);
            return breach switch
            {
                { Kind: RuleBreachKind.TooEarly, Task: { } task, Other: { } other } => ("TooEarly", Before(line.Tasks[other], line.Tasks[task], station)),
                { Kind: RuleBreachKind.TooMuchWork, Station: { } at, Value: { } value, Limit: { } limit } => ("TooMuchWork", limit > line.Cycle(line.Takt ?? 0) ? Compared(state.Posts[at], value, limit) : $"{state.Posts[at]} ({Seconds(value)})"),
                { Kind: RuleBreachKind.TooMuchOfModel, Station: { } at, Model: { } model, Value: { } value, Limit: { } limit } => ("TooMuchOfModel", Compared($"{state.Posts[at]}, {line.Setting.Models[model].Name}", value, limit)),
                _ => null,
            };

            string Compared(string what, double value, double limit) => french ? $"{what} ({Seconds(value)} pour {Seconds(limit)})" : $"{what} ({Seconds(value)} for {Seconds(limit)})";
        }

        private string Before(StudiedTask first, StudiedTask then, Func<StudiedTask, string> station) =>
            french ? $"{first.Id} ({station(first)}) doit précéder {then.Id} ({station(then)})" : $"{first.Id} ({station(first)}) must precede {then.Id} ({station(then)})";

        private void Overloaded(StudiedLine line, string state, IReadOnlyList<string> posts, Func<StudiedTask, string> station)
        {
            var of = line.Tasks.ToDictionary(t => t.Id, StringComparer.Ordinal);
            foreach (var breach in line.Check(station, posts))
            {
                var told = breach switch
                {
                    { Fault: BalanceFault.TooEarly, Task: { } task, Other: { } other } => (state + "TooEarly", Before(of[other.Id], of[task.Id], station)),
                    { Fault: BalanceFault.TooMuchWork, Station: { } at, Work: { } work } => (state + "TooMuchWork", $"{posts[at]} ({new Amount(line.Seconds(work), "s", 1).In(language)})"),
                    _ => ((string, string)?)null,
                };
                if (told is { } broken)
                {
                    lacks.Add(broken);
                }
            }
        }
    }
}
