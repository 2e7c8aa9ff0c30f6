using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ControlCharts;

/// <summary>What is under the plots: the signs in use with the points they are on, the notes, what a reader must know.</summary>
internal sealed class ControlFoot
{
    private const double Indent = 6;
    private const double Before = 2;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink);
    private readonly List<(ControlSign? Sign, string? Number, string Text)> rows = [];
    private readonly List<(string Name, bool IsSecond)> lines = [];

    private ControlFoot()
    {
    }

    internal double Height => rows.Count == 0 && lines.Count == 0 ? 1 : Before + (rows.Count + (lines.Count > 0 ? 1 : 0)) * ControlChartDrawing.RowHeight;

    internal static IEnumerable<ControlNote> Ordered(ControlChart chart) => chart.Notes.Where(note => note.Index >= 0 && note.Index < chart.PointCount).OrderBy(note => note.Index);

    internal static ControlFoot Of(ControlChart chart, ControlPlotFrame frame, Sheet sheet, ControlWords words)
    {
        var foot = new ControlFoot();
        var room = sheet.Width - Indent;
        foreach (var plot in chart.Plots.Where(plot => plot.Second is not null))
        {
            foot.lines.Add((plot.FirstName ?? plot.ShortName ?? plot.Name, false));
            foot.lines.Add((plot.SecondName ?? string.Empty, true));
        }

        foreach (var sign in (ReadOnlySpan<ControlSign>)[ControlSign.Outside, ControlSign.Run, ControlSign.Excluded])
        {
            foot.AddSign(chart, sign, room, sheet.Language, words);
        }

        var notes = Ordered(chart).ToList();
        for (var i = 0; i < Math.Min(notes.Count, ControlChartDrawing.MostToldNotes); i++)
        {
            var lines = TextFitting.Wrap(chart.LabelOf(notes[i].Index) + " · " + notes[i].Text, room, Small.Size, Small.Face, 2);
            foot.rows.AddRange(lines.Select((line, k) => ((ControlSign?)null, k == 0 ? (i + 1).ToString(CultureInfo.InvariantCulture) : null, line)));
        }

        if (notes.Count > ControlChartDrawing.MostToldNotes)
        {
            foot.rows.Add((null, null, string.Format(CultureInfo.InvariantCulture, words.Others, notes.Count - ControlChartDrawing.MostToldNotes)));
        }

        foot.AddRemarks(chart, frame, sheet, words);
        return foot;
    }

    internal void Draw(SvgPen pen, double top)
    {
        var y = top + Before + 1;
        var x = 0.0;
        foreach (var (name, isSecond) in lines)
        {
            pen.Line(x, y - 1, x + 7, y - 1, Paint.Line(isSecond ? Tone.Series2 : Tone.Series1, 0.5, isSecond ? "1.6 0.8" : null));
            BarredText.Draw(pen, x + 8.5, y, name, Small, 60);
            x += 8.5 + Math.Min(60, BarredText.Measure(name, Small)) + 6;
        }

        y += lines.Count > 0 ? ControlChartDrawing.RowHeight : 0;
        foreach (var (sign, number, text) in rows)
        {
            switch (sign)
            {
                case ControlSign.Outside:
                    pen.Polyline([(2, y - 2.8), (3.8, y - 1), (2, y + 0.8), (0.2, y - 1)], Paint.Line(Tone.Bad, 0.5), closed: true);
                    break;
                case ControlSign.Run:
                    pen.Polyline([(2, y - 2.6), (3.7, y + 0.3), (0.3, y + 0.3)], Paint.Line(Tone.Warning, 0.5), closed: true);
                    break;
                case ControlSign.Excluded:
                    pen.Circle(2, y - 1, 1.1, new Paint(Tone.Paper, Tone.Line2, 0.4));
                    break;
            }

            if (number is not null)
            {
                pen.Text(2, y, number, Small with { Face = FontFace.Semibold, Anchor = Anchor.Middle });
            }

            pen.Text(sign is null && number is null && IsRemark(text) ? 0 : Indent, y, BarredText.Bare(text), Small with { Tone = IsRemark(text) ? Tone.Ink2 : Tone.Ink });
            y += ControlChartDrawing.RowHeight;
        }
    }

    private readonly HashSet<string> remarks = [];

    private bool IsRemark(string text) => remarks.Contains(text);

    // « ◆ hors limites : X̄ 53, 56, 59, 60 ; R 5, 117 »: the points by name, so that nobody counts ticks.
    private void AddSign(ControlChart chart, ControlSign sign, double room, Language language, ControlWords words)
    {
        var parts = new List<string>();
        foreach (var plot in chart.Plots)
        {
            List<ControlMark> marks = [.. ControlPlotDrawing.Known(plot).Where(mark => mark.Sign == sign).OrderBy(mark => mark.Index)];
            if (marks.Count > 0)
            {
                var named = marks.DistinctBy(mark => mark.Index).Take(30).Select(mark => chart.LabelOf(mark.Index) + Why(mark, sign, marks));
                var more = marks.Count > 30 ? " " + string.Format(CultureInfo.InvariantCulture, words.Others, language.Number(marks.Count - 30)) : string.Empty;
                parts.Add((chart.Plots.Count > 1 ? BarredText.Bare(plot.ShortName ?? plot.Name) + " " : string.Empty) + string.Join(", ", named) + more);
            }
        }

        if (parts.Count > 0)
        {
            var name = sign switch { ControlSign.Outside => words.Outside, ControlSign.Run => words.Run, _ => words.Excluded };
            var lines = TextFitting.Wrap(language.Labelled(name, string.Join(" ; ", parts)), room, Small.Size, Small.Face, 3);
            rows.AddRange(lines.Select((line, k) => (k == 0 ? sign : (ControlSign?)null, (string?)null, line)));
        }
    }

    private static string Why(ControlMark mark, ControlSign sign, List<ControlMark> all) => sign switch
    {
        ControlSign.Excluded when !string.IsNullOrEmpty(mark.Note) && all.Count <= 6 => " (" + mark.Note + ")",
        ControlSign.Run when mark.Rule.Length > 0 && all.Count <= 12 => " (" + mark.Rule + ")",
        _ => string.Empty,
    };

    private void AddRemarks(ControlChart chart, ControlPlotFrame frame, Sheet sheet, ControlWords words)
    {
        var said = new List<string>();
        if (chart.Plots.Any(plot => plot.HasBands && plot.Limits.Any(limits => limits.Sigma > 0)) && !chart.IsProvisional)
        {
            said.Add(words.Bands);
        }

        if (frame.IsLong)
        {
            said.Add(string.Format(CultureInfo.InvariantCulture, words.Thinned, sheet.Language.Number(chart.PointCount)));
        }

        foreach (var plot in chart.Plots.Where(ControlPlotDrawing.HasTooManyMarks))
        {
            said.Add(string.Format(CultureInfo.InvariantCulture, words.ThinnedMarks, sheet.Language.Number(ControlPlotDrawing.Known(plot).Count())));
        }

        if (chart.Plots.Any(plot => plot.LowerTolerance is not null || plot.UpperTolerance is not null))
        {
            said.Add(words.ToleranceWarning);
        }

        foreach (var line in said.Concat(chart.Remarks).Distinct().SelectMany(remark => TextFitting.Wrap(remark, sheet.Width, Small.Size, Small.Face, 3)))
        {
            remarks.Add(line);
            rows.Add((null, null, line));
        }
    }
}
