using Etabli.Figures.Ink;

namespace Etabli.Figures.ControlCharts;

/// <summary>Draws one plot of a control chart in its place.</summary>
internal sealed class ControlPlotDrawing(SvgPen pen, ControlPlotFrame frame, Language language, ControlWords words)
{
    private const int MostTips = 400;
    private const int MostMarks = 400;
    private const string Dash = "2.2 1.2";
    private const double Leading = 3.5;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle RuleStyle = new(2.6, FontFace.Semibold, Tone.Ink, Anchor.Middle);
    private readonly ControlPlot plot = frame.Plot;
    private readonly TakenPlaces taken = new();
    private readonly TakenPlaces lines = new();

    private bool IsProvisional => frame.Chart.IsProvisional;

    internal static List<(double Value, string Text, bool Strong)> Ends(ControlPlot plot, Language language, ControlWords words)
    {
        var ends = new List<(double, string, bool)>();
        Add(plot.UpperTolerance, words.UpperTolerance, false);
        if (plot.Limits.Count > 0)
        {
            var last = plot.Limits[^1];
            Add(last.Upper, words.Upper, false);
            Add(last.Centre, plot.CentreSign ?? words.Centre, true);
            Add(last.Lower, words.Lower, false);
        }

        Add(plot.LowerTolerance, words.LowerTolerance, false);
        return ends;

        void Add(double? value, string word, bool strong)
        {
            if (value is { } known && double.IsFinite(known))
            {
                ends.Add((known, word + " " + language.Written(known, plot.Decimals), strong));
            }
        }
    }

    internal static TextStyle EndStyle(bool strong) => new(2.8, strong ? FontFace.Semibold : FontFace.Sans);

    internal void Draw()
    {
        DrawTolerances();
        DrawLimits();
        Mark(plot.Values);
        Mark(plot.Second ?? []);
        DrawLine(plot.Values, Tone.Series1, null, isSecond: false);
        if (plot.Second is { } second)
        {
            DrawLine(second, Tone.Series2, "1.6 0.8", isSecond: true);
        }

        DrawMarks();
        DrawPhaseLimits();
        DrawEnds();
    }

    /// <summary>What is behind everything: bands, grid, bounds of the phases.</summary>
    internal void DrawGround()
    {
        if (plot.HasBands && !IsProvisional)
        {
            foreach (var limits in plot.Limits.Where(limits => limits is { Sigma: > 0, Centre: not null }))
            {
                Band(limits, 2, Tone.Sheet);
                Band(limits, 1, Tone.AccentWash);
            }
        }

        foreach (var value in frame.Axis.Graduations)
        {
            var foot = value == frame.Axis.Low;
            pen.Line(frame.Left, frame.Y(value), frame.Right, frame.Y(value), Paint.Line(foot ? Tone.Ink2 : Tone.Grid, foot ? 0.25 : Paint.Fine));
            pen.Text(frame.Left - 1.5, frame.Y(value) + 1, language.Written(value, frame.Axis.Decimals), Small with { Anchor = Anchor.End });
        }

        foreach (var phase in frame.Chart.Phases.Where(phase => phase.First > 0 && phase.First < frame.Chart.PointCount))
        {
            pen.Line(frame.Start(phase.First), frame.Top, frame.Start(phase.First), frame.Bottom, Paint.Line(Tone.Ink2, 0.3, "0.5 0.9"));
        }
    }

    private void Band(ControlLimits limits, double sigmas, Tone tone)
    {
        var (high, low) = (frame.Y(limits.Centre!.Value + sigmas * limits.Sigma!.Value), frame.Y(limits.Centre.Value - sigmas * limits.Sigma.Value));
        pen.Rect(frame.Start(limits.First), high, frame.End(limits.Last) - frame.Start(limits.First), low - high, new Paint(tone));
    }

    private void DrawTolerances()
    {
        foreach (var value in new[] { plot.LowerTolerance, plot.UpperTolerance }.OfType<double>())
        {
            pen.Line(frame.Left, frame.Y(value), frame.Right, frame.Y(value), Paint.Line(Tone.Ink2, 0.5, "4 1 0.6 1"));
            lines.Add(Area.OfLine((frame.Left, frame.Y(value)), (frame.Right, frame.Y(value))));
        }
    }

    private void DrawLimits()
    {
        var red = IsProvisional ? Tone.Line2 : Tone.Bad;
        Steps(limits => limits.Upper, Paint.Line(red, 0.4, Dash));
        Steps(limits => limits.Lower, Paint.Line(red, 0.4, Dash));
        Steps(limits => limits.Centre, Paint.Line(IsProvisional ? Tone.Line2 : Tone.Ink, Paint.Plain, IsProvisional ? Dash : null));
    }

    // Limits that step at each point are one broken line; a phase, or a limit that is not there, lifts the pen.
    private void Steps(Func<ControlLimits, double?> of, Paint paint)
    {
        var run = new List<(double X, double Y)>();
        var last = -2;
        foreach (var limits in Thinned(of))
        {
            if (of(limits) is not { } value || limits.First != last + 1 || frame.Chart.Phases.Any(phase => phase.First == limits.First))
            {
                Close(run, paint);
            }

            if (of(limits) is { } known)
            {
                run.Add((frame.Start(limits.First), frame.Y(known)));
                run.Add((frame.End(limits.Last), frame.Y(known)));
            }

            last = limits.Last;
        }

        Close(run, paint);
    }

    private void Close(List<(double X, double Y)> run, Paint paint)
    {
        if (run.Count > 0)
        {
            pen.Polyline([.. run], paint);
            if (run.Count <= 2 * MostTips)
            {
                lines.AddPath(run, 0.2);
            }

            run.Clear();
        }
    }

    private List<ControlLimits> Thinned(Func<ControlLimits, double?> of)
    {
        if (!LongSeries.IsLong(plot.Limits.Count, frame.Right - frame.Left))
        {
            return [.. plot.Limits];
        }

        var kept = LongSeries.Keep([.. plot.Limits.Select(limits => of(limits) ?? double.NaN)], (frame.Right - frame.Left) / 2);
        return [.. kept.Select((at, k) => plot.Limits[at] with { First = k == 0 ? plot.Limits[at].First : plot.Limits[kept[k - 1]].Last + 1 })];
    }

    private void Mark(IReadOnlyList<double> values)
    {
        for (var i = 0; i < values.Count && values.Count <= MostTips; i++)
        {
            if (double.IsFinite(values[i]))
            {
                taken.Add(new Area(frame.X(i) - 1, frame.Y(values[i]) - 1, 2, 2));
                if (i > 0 && double.IsFinite(values[i - 1]))
                {
                    AddSlope((frame.X(i - 1), frame.Y(values[i - 1])), (frame.X(i), frame.Y(values[i])));
                }
            }
        }
    }

    // A slope takes small squares along it, not the rectangle around it.
    private void AddSlope((double X, double Y) from, (double X, double Y) to)
    {
        var parts = 1 + (int)(Math.Abs(to.Y - from.Y) / 1.2);
        for (var k = 0; k < parts; k++)
        {
            (double X, double Y) At(int part) => (from.X + (to.X - from.X) * part / parts, from.Y + (to.Y - from.Y) * part / parts);
            lines.Add(Area.OfLine(At(k), At(k + 1), 0.2));
        }
    }

    private void DrawLine(IReadOnlyList<double> values, Tone tone, string? dash, bool isSecond)
    {
        if (frame.IsLong)
        {
            pen.Polyline([.. LongSeries.Keep(values, frame.Right - frame.Left).Select(i => (frame.X(i), frame.Y(values[i])))], Paint.Line(tone, 0.2));
            return;
        }

        var run = new List<(double X, double Y)>();
        for (var i = 0; i <= values.Count; i++)
        {
            if (i < values.Count && double.IsFinite(values[i]) && !frame.Chart.Phases.Any(phase => phase.First == i && i > 0 && run.Count > 0 && phase.First != 0))
            {
                run.Add((frame.X(i), frame.Y(values[i])));
                continue;
            }

            if (run.Count > 1)
            {
                pen.Polyline([.. run], Paint.Line(tone, frame.Pitch < 1 ? 0.25 : 0.4, dash));
            }

            run.Clear();
            if (i < values.Count && double.IsFinite(values[i]))
            {
                run.Add((frame.X(i), frame.Y(values[i])));
            }
        }

        DrawDots(values, tone, isSecond);
    }

    private void DrawDots(IReadOnlyList<double> values, Tone tone, bool isSecond)
    {
        if (values.Count > MostTips)
        {
            return;
        }

        var unit = plot.Unit ?? frame.Chart.Unit;
        var radius = Math.Clamp(frame.Pitch * 0.3, 0.35, 0.95);
        HashSet<int> hollow = [.. plot.Marks.Where(mark => mark.Sign == ControlSign.Excluded && mark.OnSecond == isSecond).Select(mark => mark.Index)];
        for (var i = 0; i < values.Count; i++)
        {
            if (double.IsFinite(values[i]) && !hollow.Contains(i))
            {
                pen.Begin(frame.Chart.LabelOf(i) + ", " + language.WithUnit(language.Written(values[i], plot.Decimals), unit));
                pen.Circle(frame.X(i), frame.Y(values[i]), radius, isSecond ? new Paint(Tone.Paper, tone, 0.3) : new Paint(tone));
                pen.End();
            }
        }
    }

    private void DrawMarks()
    {
        var marks = Shown();
        foreach (var mark in marks)
        {
            var (x, y) = Place(mark);
            taken.Add(new Area(x - 2.2, y - 2.2, 4.4, 4.4));
        }

        foreach (var mark in marks)
        {
            var (x, y) = Place(mark);
            var value = (mark.OnSecond ? plot.Second! : plot.Values)[mark.Index];
            pen.Begin(frame.Chart.LabelOf(mark.Index) + ", " + language.Written(value, plot.Decimals) + ", " + Said(mark));
            switch (mark.Sign)
            {
                case ControlSign.Outside:
                    pen.Polyline([(x, y - 2.2), (x + 2.2, y), (x, y + 2.2), (x - 2.2, y)], Paint.Line(Tone.Bad, 0.5), closed: true);
                    break;
                case ControlSign.Run:
                    pen.Polyline([(x, y - 2.2), (x + 2, y + 1.4), (x - 2, y + 1.4)], Paint.Line(Tone.Warning, 0.5), closed: true);
                    break;
                default:
                    pen.Circle(x, y, 1.1, new Paint(Tone.Paper, Tone.Line2, 0.4));
                    break;
            }

            DrawRule(mark, x, y);
            pen.End();
        }
    }

    private void DrawRule(ControlMark mark, double x, double y)
    {
        if (mark.Rule.Length == 0)
        {
            return;
        }

        var half = RuleStyle.Measure(mark.Rule) / 2;
        (double X, double Y)[] places = [(x, y - 2.9), (x, y + 4.8), (x + 2.6 + half, y + 0.9), (x - 2.6 - half, y + 0.9)];
        List<(double X, double Y, Area Area)> free = [.. places
            .Select(place => (place.X, place.Y, Area: Area.OfText(place.X, place.Y, mark.Rule, RuleStyle).Wider(0.2)))
            .Where(place => place.Area.Left > frame.Left && place.Area.Right < frame.Right && place.Area.Top > frame.Top - 1 && place.Area.Bottom < frame.Bottom && taken.IsFree(place.Area))];
        if (free.Count > 0)
        {
            var (atX, atY, area) = free.Find(place => lines.IsFree(place.Area)) is { X: > 0 } best ? best : free[0];
            pen.Text(atX, atY, mark.Rule, RuleStyle);
            taken.Add(area);
        }
    }

    private string Said(ControlMark mark)
    {
        var sign = mark.Sign switch { ControlSign.Outside => words.Outside, ControlSign.Run => words.Run, _ => words.Excluded };
        var rule = mark.Rule.Length == 0 ? string.Empty : ", " + words.Rule + " " + mark.Rule;
        return sign + rule + (string.IsNullOrEmpty(mark.Note) ? string.Empty : ", " + mark.Note);
    }

    private (double X, double Y) Place(ControlMark mark) => (frame.X(mark.Index), frame.Y((mark.OnSecond ? plot.Second! : plot.Values)[mark.Index]));

    // Beyond what the eye can count, the highest and the lowest mark of each column stand for it; the sheet says so.
    private List<ControlMark> Shown()
    {
        List<ControlMark> known = [.. Known(plot)];
        return known.Count <= MostMarks
            ? known
            : [.. known.GroupBy(mark => (int)(frame.X(mark.Index) / (4 * LongSeries.Column))).SelectMany(column => new[] { column.MaxBy(Value)!, column.MinBy(Value)! }.Distinct()).Select(mark => mark with { Rule = string.Empty })];

        double Value(ControlMark mark) => (mark.OnSecond ? plot.Second! : plot.Values)[mark.Index];
    }

    /// <summary>The marks that stand on a value.</summary>
    internal static IEnumerable<ControlMark> Known(ControlPlot plot) => plot.Marks.Where(mark =>
        (mark.OnSecond ? plot.Second : plot.Values) is { } values && mark.Index >= 0 && mark.Index < values.Count && double.IsFinite(values[mark.Index]));

    internal static bool HasTooManyMarks(ControlPlot plot) => Known(plot).Count() > MostMarks;

    // Each phase but the last, whose limits are told in the margin, has its values at its right end where nothing is.
    private void DrawPhaseLimits()
    {
        if (frame.Chart.Phases.Count < 2)
        {
            return;
        }

        foreach (var phase in frame.Chart.Phases)
        {
            var limits = plot.Limits.LastOrDefault(limits => limits.First >= phase.First && limits.Last <= phase.Last);
            if (limits is null || limits == plot.Limits[^1])
            {
                continue;
            }

            foreach (var (value, word, isUp) in new[] { (limits.Upper, words.Upper, true), (limits.Centre, plot.CentreSign ?? words.Centre, true), (limits.Lower, words.Lower, false) })
            {
                if (value is { } known)
                {
                    WriteInside(word + " " + language.Written(known, plot.Decimals), phase, frame.Y(known), isUp);
                }
            }
        }
    }

    private void WriteInside(string text, ControlPhase phase, double line, bool isUp)
    {
        var style = new TextStyle(2.6, FontFace.Sans, Tone.Ink, Anchor.End);
        var width = BarredText.Measure(text, style);
        foreach (var y in isUp ? new[] { line - 1, line + 2.9 } : [line + 2.9, line - 1])
        {
            for (var x = frame.End(phase.Last) - 1; x - width > frame.Start(phase.First) + 0.5; x -= 4)
            {
                var area = new Area(x - width, y - 2.5, width, 2.7);
                if (area.Top > frame.Top - 3 && area.Bottom < frame.Bottom && taken.IsFree(area) && lines.IsFree(area))
                {
                    BarredText.Draw(pen, x, y, text, style);
                    taken.Add(area);
                    return;
                }
            }
        }
    }

    private void DrawEnds()
    {
        var ends = Ends(plot, language, words);
        var places = SideLabels.Spread([.. ends.Select(end => frame.Y(end.Value) + 1)], Leading, frame.Top + 1, frame.Bottom + 1);
        for (var i = 0; i < ends.Count; i++)
        {
            var line = frame.Y(ends[i].Value);
            if (Math.Abs(places[i] - 1 - line) > 0.8)
            {
                pen.Line(frame.Right, line, frame.Right + 1.3, places[i] - 1, Paint.Line(Tone.Line2, 0.2));
            }

            BarredText.Draw(pen, frame.Right + 1.8, places[i], ends[i].Text, EndStyle(ends[i].Strong), pen.Width - frame.Right - 1.8);
        }
    }
}
