using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ControlCharts;

/// <summary>Draws a control chart of 1 to a million points: what is out of its limits is told by colour, shape and rule. (fr: carte de contrôle)</summary>
public static class ControlChartDrawing
{
    private const double Narrowest = 150;
    private const double Plots = 100;
    private const double OnePlot = 72;
    private const double Row = 4;
    private const double NameHeight = 6;
    private const int MostNotes = 16;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);

    /// <summary>Draws it.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(ControlChart chart, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(chart.Plots.Count, 2, nameof(chart));
        var words = ControlWords.In(sheet.Language);
        if (chart.Plots.All(plot => !plot.Values.Any(double.IsFinite)))
        {
            return FigureFrame.Empty(sheet, chart.Title, words.Nothing);
        }

        var language = sheet.Language;
        double[] heights = chart.Plots.Count == 1 ? [OnePlot] : [Plots * 0.6, Plots * 0.4];
        var left = 3 + chart.Plots.Select((plot, i) => ControlPlotFrame.AxisOf(plot, heights[i]).WidestLabel(language, Small)).Max();
        var ends = chart.Plots.SelectMany(plot => ControlPlotDrawing.Ends(plot, language, words)).Select(end => BarredText.Measure(end.Text, ControlPlotDrawing.EndStyle(end.Strong))).DefaultIfEmpty(0).Max();
        var right = sheet.Width - Math.Min(40, ends + 2.4);
        var top = chart.Phases.Count > 0 ? 14.5 : 10;
        var frames = new List<ControlPlotFrame>();
        for (var i = 0; i < chart.Plots.Count; i++)
        {
            frames.Add(new ControlPlotFrame(chart, chart.Plots[i], left, right, top + NameHeight, heights[i]));
            top = frames[i].Bottom + 3;
        }

        var lane = frames[^1].Bottom + 5.4;
        var foot = ControlFoot.Of(chart, frames[^1], sheet, words);
        var footTop = lane + (chart.Notes.Count > 0 ? 6 : 0) + 1.5;
        return FigureFrame.Draw(sheet, footTop + foot.Height, chart.Title, chart.Reading ?? ControlReading.Of(chart, language, words), pen =>
        {
            DrawHead(pen, chart, sheet, words);
            DrawPhaseNames(pen, chart, frames[0]);
            foreach (var frame in frames)
            {
                var unit = frame.Plot.Unit ?? chart.Unit;
                BarredText.Draw(pen, left, frame.Top - 2, frame.Plot.Name + (unit.Length == 0 ? string.Empty : " (" + unit + ")"), new TextStyle(3, FontFace.Semibold), right - left);
            }

            List<ControlPlotDrawing> drawings = [.. frames.Select(frame => new ControlPlotDrawing(pen, frame, language, words))];
            drawings.ForEach(drawing => drawing.DrawGround());
            DrawNoteLines(pen, chart, frames, lane);
            drawings.ForEach(drawing => drawing.Draw());

            DrawLabels(pen, chart, frames[^1], words);
            foot.Draw(pen, footTop);
        });
    }

    private static void DrawHead(SvgPen pen, ControlChart chart, Sheet sheet, ControlWords words)
    {
        var language = sheet.Language;
        var title = new TextStyle(3.6, FontFace.Semibold);
        var head = TextFitting.Shorten(chart.Characteristic, sheet.Width * 0.55, title.Size, title.Face);
        var count = chart.Count ?? language.Counted(chart.PointCount, words.Point, words.Points);
        var facts = "n = " + count + (string.IsNullOrEmpty(chart.Period) ? string.Empty : " · " + chart.Period);
        pen.Text(0, 4, head, title);
        pen.Text(title.Measure(head) + 3, 4, facts, Small with { Size = 3 }, sheet.Width - title.Measure(head) - 3);
        var none = chart.Plots.All(plot => plot.Limits.Count == 0);
        var state = none ? words.NoLimits : chart.State == LimitsState.Frozen ? words.Frozen : words.Recalculated;
        var note = none || string.IsNullOrEmpty(chart.StateNote) ? string.Empty : " · " + chart.StateNote;
        var provisional = chart.IsProvisional
            ? string.Format(CultureInfo.InvariantCulture, words.TooFew, language.Counted(chart.PointCount, words.Point, words.Points), language.Number(chart.NeededPoints))
            : state + note;
        pen.Text(0, 8.6, provisional, Small with { Tone = chart.IsProvisional ? Tone.Ink : Tone.Ink2 }, sheet.Width);
    }

    private static void DrawPhaseNames(SvgPen pen, ControlChart chart, ControlPlotFrame frame)
    {
        var y = frame.Top - NameHeight - 1.5;
        foreach (var phase in chart.Phases)
        {
            var (from, to) = (frame.Start(phase.First), frame.End(phase.Last));
            if (to - from > 2)
            {
                pen.Line(from + 0.4, y + 1.3, to - 0.4, y + 1.3, Paint.Line(Tone.Ink2, 0.25));
                pen.Text((from + to) / 2, y, phase.Name, new TextStyle(2.8, FontFace.Semibold, Tone.Ink, Anchor.Middle), to - from - 1);
            }
        }
    }

    // Numbered flags in a lane under the plots, each with its line through them; a flag that meets another is moved aside.
    private static void DrawNoteLines(SvgPen pen, ControlChart chart, List<ControlPlotFrame> frames, double lane)
    {
        var frame = frames[^1];
        List<(ControlNote Note, int Number)> notes = [.. ControlFoot.Ordered(chart).Select((note, i) => (note, i + 1))];
        var most = (int)((frame.Right - frame.Left) / 4.6);
        var shown = notes.Take(most).ToList();
        var places = SideLabels.Spread([.. shown.Select(pair => frame.X(pair.Note.Index))], 4.6, frame.Left + 2, frame.Right - 2);
        for (var i = 0; i < shown.Count; i++)
        {
            var x = frame.X(shown[i].Note.Index);
            pen.Begin(chart.LabelOf(shown[i].Note.Index) + ", " + shown[i].Note.Text);
            foreach (var plot in frames)
            {
                pen.Line(x, plot.Top, x, plot.Bottom, Paint.Line(Tone.Ink2, 0.2, "0.6 0.8"));
            }

            pen.Line(x, frame.Bottom, x, frame.Bottom + 0.9, Paint.Line(Tone.Ink2, 0.2));
            pen.Circle(places[i], lane + 3.4, 2.1, new Paint(Tone.Paper, Tone.Ink2, 0.3));
            pen.Polyline([(x - 0.7, lane + 0.6), (x + 0.7, lane + 0.6), (x, lane - 0.3)], new Paint(Tone.Ink2), closed: true);
            pen.Text(places[i], lane + 4.35, shown[i].Number.ToString(CultureInfo.InvariantCulture), new TextStyle(2.6, FontFace.Semibold, Tone.Ink, Anchor.Middle));
            pen.End();
        }
    }

    // Names at a round pace, as many as have room.
    private static void DrawLabels(SvgPen pen, ControlChart chart, ControlPlotFrame frame, ControlWords words)
    {
        const double longest = 26;
        var style = Small with { Anchor = Anchor.Middle };
        var widest = chart.Labels is { } labels ? Math.Min(longest, labels.Select(style.Measure).DefaultIfEmpty(0).Max()) : style.Measure(chart.LabelOf(chart.PointCount - 1));
        var every = Every((widest + 2.2) / frame.Pitch);
        var numbered = chart.Labels is null || chart.Labels.Select((label, i) => label == (i + 1).ToString(CultureInfo.InvariantCulture)).All(same => same);
        var end = double.MinValue;
        foreach (var i in Places(chart.PointCount, every, numbered))
        {
            var text = TextFitting.Shorten(chart.LabelOf(i), longest, style.Size, style.Face);
            var half = style.Measure(text) / 2;
            var x = Math.Clamp(frame.X(i), half, pen.Width - half);
            if (x - half < end + 1.4)
            {
                continue;
            }

            pen.Line(frame.X(i), frame.Bottom, frame.X(i), frame.Bottom + 0.9, Paint.Line(Tone.Ink2, 0.25));
            pen.Text(x, frame.Bottom + 4.2, text, style);
            end = x + half;
        }

        var name = chart.PointName ?? words.Subgroup;
        if (end + 2 < pen.Width)
        {
            pen.Text(pen.Width, frame.Bottom + 4.2, name, Small with { Anchor = Anchor.End, Face = FontFace.Semibold }, pen.Width - end - 2);
        }
    }

    private static IEnumerable<int> Places(int count, int every, bool numbered) => numbered && every > 1
        ? Enumerable.Range(0, count / every + 1).Select(k => Math.Max(0, k * every - 1)).Where(i => i < count)
        : Enumerable.Range(0, (count - 1) / every + 1).Select(k => k * every);

    private static int Every(double least)
    {
        var power = 1;
        while (true)
        {
            foreach (var lead in (ReadOnlySpan<int>)[1, 2, 5])
            {
                if (lead * power >= least)
                {
                    return lead * power;
                }
            }

            power *= 10;
        }
    }

    /// <summary>Most notes that are told in words.</summary>
    internal static int MostToldNotes => MostNotes;

    internal static double RowHeight => Row;
}
