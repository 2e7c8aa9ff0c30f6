using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>Draws the time ladders under their band: high while parts wait, low while something is done to them.</summary>
internal sealed class TimeLadderDrawing
{
    private readonly MapPlan plan;
    private readonly List<(int Band, int Row, TimeLadder Ladder, List<LadderStep> Steps, bool First)> runs = [];

    internal TimeLadderDrawing(MapPlan plan)
    {
        this.plan = plan;
        var counts = new int[plan.Bands];
        for (var band = 0; band < plan.Bands; band++)
        {
            foreach (var ladder in plan.Map.Ladders)
            {
                var steps = ladder.Steps.Where(step => plan.Has(step.Node) && plan.Band(step.Node) == band).ToList();
                if (steps.Count > 0)
                {
                    var (low, high) = Reach(steps);
                    var row = 0;
                    while (runs.Exists(run => run.Band == band && run.Row == row && Reach(run.Steps) is var other && low <= other.High && other.Low <= high))
                    {
                        row++;
                    }

                    counts[band] = Math.Max(counts[band], row + 1);
                    runs.Add((band, row, ladder, steps, !runs.Exists(run => run.Ladder == ladder)));
                }
            }
        }

        RowsOf = counts;
    }

    internal IReadOnlyList<int> RowsOf { get; }

    private (int Low, int High) Reach(List<LadderStep> steps) => (steps.Min(step => plan.Slot(step.Node).Position), steps.Max(step => plan.Slot(step.Node).Position));

    /// <summary>Height free at the right of the last ladders, for the totals.</summary>
    internal double FreeBeside(double left)
    {
        var last = plan.Bands - 1;
        var rows = runs.Where(run => run.Band == last).OrderByDescending(run => run.Row).TakeWhile(run => run.Steps.Max(step => plan.LadderPlace(step.Node).Right) < left - 4).Select(run => run.Row).Distinct().Count();
        return rows * plan.Density.LadderHeight;
    }

    internal void Draw(SvgPen pen, Language language, MapWords words)
    {
        foreach (var (band, row, ladder, steps, first) in runs)
        {
            var top = plan.LadderTops[band] + row * plan.Density.LadderHeight;
            DrawRun(pen, ladder, steps, first, top, language, words);
        }
    }

    private void DrawRun(SvgPen pen, TimeLadder ladder, List<LadderStep> steps, bool first, double top, Language language, MapWords words)
    {
        var density = plan.Density;
        var high = top + density.LadderHead;
        var low = high + density.Rise;
        var line = new List<(double X, double Y)>();
        foreach (var step in steps)
        {
            var place = plan.LadderPlace(step.Node);
            var y = step.IsWaiting ? high : low;
            if (line.Count > 0 && Math.Abs(line[^1].Y - y) > 0.01)
            {
                line.Add((place.Left, line[^1].Y));
                line.Add((place.Left, y));
            }
            else
            {
                line.Add((place.Left, y));
            }

            line.Add((place.Right, y));
            pen.Text(place.CentreX, step.IsWaiting ? high - 0.9 : low - 0.9, Written(step, language, density), density.Text(Tone.Ink, Anchor.Middle), place.Width);
        }

        pen.Polyline(line, Paint.Line(Tone.Ink, ladder.IsCritical ? 0.9 : 0.45));
        if (first)
        {
            DrawTitle(pen, ladder, line[0].X, low + density.Small * (density.IsCompact ? 1.15 : 1.35), language, words);
        }
    }

    private static string Written(LadderStep step, Language language, MapDensity density) =>
        density.IsCompact && !step.IsWaiting ? step.Time.In(language).Replace('\u00A0', '\u202F') : step.Time.In(language);

    private void DrawTitle(SvgPen pen, TimeLadder ladder, double x, double y, Language language, MapWords words)
    {
        var density = plan.Density;
        var times = ladder.ValueAdded is null ? ladder.LeadTime : ladder.LeadTime + " · VA " + ladder.ValueAdded;
        var name = language.Labelled(ladder.Branch, string.Empty).TrimEnd() + " ";
        var room = plan.Width - x;
        if (ladder.IsCritical)
        {
            times += " (" + words.Critical + ")";
        }

        pen.Text(x, y, name.TrimEnd(), density.Text(Tone.Ink2), room);
        var width = density.Text().Measure(name) + 0.4;
        pen.Text(x + width, y, times, density.Bold(), Math.Max(0, room - width));
    }
}
