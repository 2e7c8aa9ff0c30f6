using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ProcessCharts;

/// <summary>One list of steps as a table with its profile, in its place on the sheet.</summary>
internal sealed class ProcessChartTable
{
    private const double SymbolPitch = 7.4;
    private const double SymbolSize = 5;
    private const double Leading = 3.6;
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);
    private readonly ProcessChart chart;
    private readonly IReadOnlyList<ProcessChartStep> steps;
    private readonly Language language;
    private readonly ProcessChartWords words;
    private readonly Area place;
    private readonly double symbols;
    private readonly List<(string Head, double Left, double Width, bool IsNumber, Func<ProcessChartStep, string> Value)> columns = [];
    private readonly List<(IReadOnlyList<string> Label, IReadOnlyList<string> Remark, double Height)> rows;
    private readonly double heading;
    private readonly string? title;

    internal ProcessChartTable(ProcessChart chart, IReadOnlyList<ProcessChartStep> steps, string? title, double left, double top, double width, Language language, ProcessChartWords words)
    {
        this.chart = chart;
        this.steps = steps;
        this.title = title;
        this.language = language;
        this.words = words;
        heading = title is null ? 0 : 6;
        var decimals = steps.Any(step => step.Duration != Math.Floor(step.Duration)) ? 2 : 0;
        Add(words.Distance, chart.DistanceUnit, 14.5, true, step => step.Distance == 0 ? string.Empty : new Amount(step.Distance, string.Empty, 1).In(language));
        Add(words.Duration, chart.TimeUnit, 14, true, step => step.Duration == 0 ? string.Empty : language.Number(step.Duration, decimals));
        if (steps.Any(step => step.Wait != 0))
        {
            Add(words.Wait, chart.TimeUnit, 16, true, step => step.Wait == 0 ? string.Empty : new Amount(step.Wait, string.Empty, 1).In(language));
        }

        if (steps.Any(step => !string.IsNullOrEmpty(step.Quantity)))
        {
            Add(words.Quantity, string.Empty, 16, true, step => step.Quantity ?? string.Empty);
        }

        if (steps.Any(step => step.Idea is not null))
        {
            Add("ECRS", string.Empty, 19, false, step => step.Idea is { } idea ? words.Ideas[(int)idea] : string.Empty);
        }

        var remark = steps.Any(step => !string.IsNullOrEmpty(step.Remark));
        var free = width - 8 - 5 * SymbolPitch - 2 - columns.Sum(column => column.Width);
        var label = remark ? free * 0.55 : free;
        symbols = left + 8 + label;
        var x = symbols + 5 * SymbolPitch + 2;
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i] = columns[i] with { Left = x };
            x += columns[i].Width;
        }

        RemarkLeft = x + 1.5;
        rows = [.. steps.Select(step => Row(step, label - 2, remark ? free - label - 2 : 0))];
        place = new Area(left, top, width, heading + 9 + rows.Sum(row => row.Height) + 0.4);
    }

    internal double Bottom => place.Bottom;

    private double RemarkLeft { get; }

    internal void Draw(SvgPen pen)
    {
        if (title is not null)
        {
            pen.Text(place.Left, place.Top + 4, title, new TextStyle(3.4, FontFace.Semibold));
        }

        DrawHead(pen);
        var y = place.Top + heading + 9;
        var profile = new List<(double X, double Y)>();
        foreach (var (step, row) in steps.Zip(rows))
        {
            profile.Add((symbols + ((int)step.Symbol + 0.5) * SymbolPitch, y + row.Height / 2));
            y += row.Height;
            pen.Line(place.Left, y, place.Right, y, Paint.Line(Tone.Line, Paint.Fine));
        }

        DrawGhosts(pen);
        if (profile.Count > 1)
        {
            pen.Polyline(profile, Paint.Line(Tone.Ink, 0.5));
        }

        y = place.Top + heading + 9;
        for (var i = 0; i < steps.Count; i++)
        {
            DrawRow(pen, i, y, profile[i]);
            y += rows[i].Height;
        }
    }

    private static (IReadOnlyList<string> Label, IReadOnlyList<string> Remark, double Height) Row(ProcessChartStep step, double label, double remark)
    {
        var name = TextFitting.Wrap(step.Label, label, Body.Size, Body.Face, 3);
        var seen = string.IsNullOrEmpty(step.Remark) || remark <= 0 ? [] : TextFitting.Wrap(step.Remark, remark, Small.Size, Small.Face, 3);
        return (name, seen, Math.Max(6.4, Math.Max(name.Count, seen.Count) * Leading + 2.2));
    }

    private void Add(string head, string unit, double width, bool isNumber, Func<ProcessChartStep, string> value) =>
        columns.Add((unit.Length > 0 ? head + "\n" + unit : head, 0, width, isNumber, value));

    private void DrawHead(SvgPen pen)
    {
        var style = new TextStyle(2.7, FontFace.Semibold, Tone.Ink2);
        var foot = place.Top + heading + 7.2;
        pen.Text(place.Left, foot, words.Number, style);
        pen.Text(place.Left + 8, foot, words.Step, style);
        for (var i = 0; i < 5; i++)
        {
            pen.Begin(words.Symbols[i]);
            pen.Text(symbols + (i + 0.5) * SymbolPitch, foot, words.Symbols[i][..1], style with { Anchor = Anchor.Middle });
            pen.End();
        }

        foreach (var column in columns)
        {
            var lines = column.Head.Split('\n');
            var x = column.IsNumber ? column.Left + column.Width - 0.5 : column.Left + 2.5;
            var anchor = column.IsNumber ? Anchor.End : Anchor.Start;
            pen.Text(x, foot - (lines.Length - 1) * 3.4, lines[0], style with { Anchor = anchor }, column.Width);
            pen.Text(x, foot, lines.Length > 1 ? lines[1] : null, style with { Anchor = anchor, Face = FontFace.Sans });
        }

        if (rows.Any(row => row.Remark.Count > 0))
        {
            pen.Text(RemarkLeft, foot, words.Remark, style, place.Right - RemarkLeft);
        }

        pen.Line(place.Left, place.Top + heading + 9, place.Right, place.Top + heading + 9, Paint.Line(Tone.Ink));
    }

    private void DrawGhosts(SvgPen pen)
    {
        var y = place.Top + heading + 9;
        foreach (var (step, row) in steps.Zip(rows))
        {
            foreach (var symbol in Enum.GetValues<ProcessSymbol>().Where(symbol => symbol != step.Symbol))
            {
                SymbolMark.Draw(pen, symbols + ((int)symbol + 0.5) * SymbolPitch, y + row.Height / 2, SymbolSize, symbol, chosen: false);
            }

            y += row.Height;
        }
    }

    private void DrawRow(SvgPen pen, int i, double y, (double X, double Y) at)
    {
        var (step, row) = (steps[i], rows[i]);
        var baseline = y + row.Height / 2 + Body.Size * 0.36;
        pen.Begin(words.Symbols[(int)step.Symbol] + ", " + step.Label);
        SymbolMark.Draw(pen, at.X, at.Y, SymbolSize, step.Symbol, chosen: true);
        pen.End();
        pen.Text(place.Left, baseline, (i + 1).ToString(CultureInfo.InvariantCulture), Small);
        pen.Lines(place.Left + 8, baseline - (row.Label.Count - 1) * Leading / 2, row.Label, Body, Leading);
        foreach (var column in columns)
        {
            var x = column.IsNumber ? column.Left + column.Width - 0.5 : column.Left + 2.5;
            pen.Text(x, baseline, column.Value(step), Body with { Anchor = column.IsNumber ? Anchor.End : Anchor.Start }, column.Width - 1.5);
        }

        pen.Lines(RemarkLeft, baseline - (row.Remark.Count - 1) * Leading / 2, row.Remark, Small, Leading);
    }
}
