using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Paretos;

/// <summary>One level of a Pareto, in its place on the sheet.</summary>
internal sealed class ParetoChart
{
    private const double PlotHeight = 78;
    private const double HeadHeight = 13;
    private const double Widest = 34;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private readonly Pareto pareto;
    private readonly Sheet sheet;
    private readonly ParetoWords words;
    private readonly double left;
    private readonly double right;
    private readonly double pitch;
    private readonly bool numbered;
    private readonly List<string> legend = [];
    private readonly int legendColumns;

    internal ParetoChart(Pareto pareto, Sheet sheet, ParetoWords words, double top)
    {
        this.pareto = pareto;
        this.sheet = sheet;
        this.words = words;
        Top = top;
        left = pareto.Total > 0 ? Graduations(pareto.Total, pareto.Decimals == 0) is var (steps, decimals) ? steps.Max(value => Small.Measure(sheet.Language.Number(value, decimals))) + 3 : 3 : 3;
        right = sheet.Width - 13;
        pitch = Math.Min(Widest, (right - left) / pareto.Bars.Count);
        right = left + pitch * pareto.Bars.Count;
        numbered = pitch < 15;
        legendColumns = Math.Max(1, (int)(sheet.Width / 62));
        if (numbered)
        {
            legend.AddRange(pareto.Bars.Take(48).Select((bar, i) => Number(i) + "\u00A0 " + bar.Label));
            if (pareto.Bars.Count > 48)
            {
                legend.Add(string.Format(CultureInfo.InvariantCulture, words.More, pareto.Bars.Count - 48));
            }
        }

        var rows = (legend.Count + legendColumns - 1) / legendColumns;
        Foot = Top + HeadHeight + PlotHeight;
        Bottom = Foot + (numbered ? 7 + rows * 4 : 13.5) + (pareto.ClassA.Count > 0 ? 6.5 : 0);
    }

    internal double Top { get; }

    internal double Bottom { get; }

    private double Foot { get; }

    internal void Draw(SvgPen pen, string? opened, double? below)
    {
        DrawHead(pen);
        DrawAxes(pen);
        var taken = new TakenPlaces();
        for (var i = 0; i < pareto.Bars.Count; i++)
        {
            DrawBar(pen, i, taken);
        }

        DrawCumulated(pen, taken);
        DrawNames(pen);
        DrawClass(pen);
        if (opened is not null && below is { } to)
        {
            DrawOpening(pen, opened, to);
        }
    }

    /// <summary>
    /// Round graduations from zero: steps of 1, 2, 2.5 or 5 times a power of ten, eight of them at most, and the decimals they
    /// need. What is counted in whole numbers is graduated in whole numbers.
    /// </summary>
    internal static (IReadOnlyList<decimal> Values, int Decimals) Graduations(decimal total, bool whole)
    {
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)total / 8)));
        var lead = total / 8 / power;
        var step = power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5m && (!whole || power >= 10) ? 2.5m : lead <= 5 ? 5 : 10);
        if (whole && step < 1)
        {
            step = 1;
        }

        var decimals = 0;
        for (var scaled = step; scaled != decimal.Truncate(scaled) && decimals < 6; decimals++)
        {
            scaled *= 10;
        }

        return ([.. Enumerable.Range(0, (int)(total / step) + 1).Select(i => i * step)], decimals);
    }

    private static string Number(int i) => (i + 1).ToString(CultureInfo.InvariantCulture);

    private double Y(decimal share) => Foot - (double)share * PlotHeight;

    private void DrawHead(SvgPen pen)
    {
        var language = sheet.Language;
        var facts = new List<string> { language.WithUnit(language.Number(pareto.Total, pareto.Decimals), pareto.Unit) };
        if (pareto.Count is { } count)
        {
            facts.Add("n = " + language.Number(count));
        }

        if (!string.IsNullOrEmpty(pareto.Period))
        {
            facts.Add(pareto.Period);
        }

        var title = new TextStyle(3.6, FontFace.Semibold);
        var words = string.Join(" · ", facts);
        var measure = TextFitting.Shorten(pareto.Measure, sheet.Width * 0.6, title.Size, title.Face);
        pen.Text(0, Top + 4, measure, title);
        pen.Text(title.Measure(measure) + 3, Top + 4, words, Small with { Size = 3 }, sheet.Width - title.Measure(measure) - 3);
    }

    private void DrawAxes(SvgPen pen)
    {
        // Two scales over one height: the weights by round steps at the left, the shares of the whole at the right.
        var (steps, decimals) = Graduations(pareto.Total, pareto.Decimals == 0);
        foreach (var value in steps)
        {
            var y = Y(value / pareto.Total);
            pen.Line(left, y, right, y, Paint.Line(value == 0 ? Tone.Ink2 : Tone.Grid, value == 0 ? 0.25 : Paint.Fine));
            pen.Text(left - 1.5, y + 1, sheet.Language.Number(value, decimals), Small with { Anchor = Anchor.End });
        }

        for (var share = 0; share <= 100; share += 20)
        {
            var y = Y(share / 100m);
            pen.Line(right, y, right + 1.2, y, Paint.Line(Tone.Ink2, 0.25));
            pen.Text(right + 2.2, y + 1, sheet.Language.WithUnit(share.ToString(CultureInfo.InvariantCulture), "%"), Small);
        }

        pen.Text(left - 1.5, Y(1) - 4, pareto.Unit, Small with { Anchor = Anchor.End }, left - 1.5);
    }

    private void DrawBar(SvgPen pen, int i, TakenPlaces taken)
    {
        var bar = pareto.Bars[i];
        var height = (double)(bar.Value / pareto.Total) * PlotHeight;
        var x = left + i * pitch;
        var written = sheet.Language.Number(bar.Value, pareto.Decimals);
        pen.Begin(bar.Label + ", " + sheet.Language.WithUnit(written, pareto.Unit) + ", " + ParetoDrawing.Share(bar.Cumulated, sheet.Language));
        pen.Rect(x, Foot - height, pitch, height, new Paint(bar.IsClassA ? Tone.Series1 : Tone.Grid, Tone.Paper, 0.3));
        var style = new TextStyle(2.9, FontFace.Semibold, Tone.Ink, Anchor.Middle);
        if (style.Measure(written) <= pitch - 0.6)
        {
            var inside = height > 6;
            var y = inside ? Foot - height + 4.2 : Foot - height - 1.2;
            pen.Text(x + pitch / 2, y, written, style with { Tone = inside && bar.IsClassA ? Tone.Paper : Tone.Ink });
            taken.Add(Area.OfText(x + pitch / 2, y, written, style));
        }

        pen.End();
    }

    private void DrawCumulated(SvgPen pen, TakenPlaces taken)
    {
        List<(double X, double Y)> line = [(left, Foot)];
        line.AddRange(pareto.Bars.Select((bar, i) => (left + (i + 1) * pitch, Y(bar.Cumulated))));
        var limit = Y(pareto.Threshold);
        pen.Line(left, limit, right, limit, Paint.Line(Tone.Ink, 0.4, "2 1.2"));
        taken.Add(new Area(left, limit - 0.4, right - left, 0.8));
        pen.Polyline(line, Paint.Line(Tone.Ink, 0.6));
        for (var i = 1; i < line.Count; i++)
        {
            if (pitch > 2.4)
            {
                pen.Circle(line[i].X, line[i].Y, Math.Min(0.9, pitch / 4), new Paint(Tone.Paper, Tone.Ink, 0.4));
            }

            var written = ParetoDrawing.Share(pareto.Bars[i - 1].Cumulated, sheet.Language);
            var style = new TextStyle(2.7, FontFace.Sans, Tone.Ink, Anchor.End);
            var area = Area.OfText(line[i].X - 0.6, line[i].Y - 1.8, written, style);
            if (area.Left > left && taken.IsFree(area))
            {
                pen.Text(line[i].X - 0.6, line[i].Y - 1.8, written, style);
                taken.Add(area.Wider(1.2));
            }
        }

        var cross = pareto.Bars.Index().FirstOrDefault(pair => pair.Item.Cumulated >= pareto.Threshold);
        if (cross.Item is not null)
        {
            var x = left + (cross.Index + 1) * pitch;
            pen.Line(x, Y(cross.Item.Cumulated), x, Foot, Paint.Line(Tone.Ink, 0.4, "2 1.2"));
        }
    }

    private void DrawNames(SvgPen pen)
    {
        var style = new TextStyle(2.8, FontFace.Sans, Tone.Ink, Anchor.Middle);
        if (!numbered)
        {
            for (var i = 0; i < pareto.Bars.Count; i++)
            {
                pen.Lines(left + (i + 0.5) * pitch, Foot + 4, TextFitting.Wrap(pareto.Bars[i].Label, pitch - 1.4, style.Size, style.Face, 3), style, 3.5);
            }

            return;
        }

        var every = Math.Max(1, (int)Math.Ceiling((style.Measure(Number(pareto.Bars.Count)) + 1) / pitch));
        for (var i = 0; i < pareto.Bars.Count; i += every)
        {
            pen.Text(left + (i + 0.5) * pitch, Foot + 4, Number(i), style);
        }

        var rows = (legend.Count + legendColumns - 1) / legendColumns;
        var top = Foot + 7 + (pareto.ClassA.Count > 0 ? 6.5 : 0);
        for (var i = 0; i < legend.Count; i++)
        {
            var width = sheet.Width / legendColumns;
            pen.Text(i / rows * width, top + 3 + i % rows * 4, legend[i], Small, width - 3);
        }
    }

    // A bracket under the few causes that weigh most: told by a shape and a word beside the colour.
    private void DrawClass(SvgPen pen)
    {
        var heavy = pareto.Bars.Index().Where(pair => pair.Item.IsClassA).ToList();
        if (heavy.Count == 0)
        {
            return;
        }

        var y = numbered ? Foot + 6.4 : Foot + 13;
        var (from, to) = (left + heavy[0].Index * pitch + 0.6, left + (heavy[^1].Index + 1) * pitch - 0.6);
        pen.Polyline([(from, y), (from, y + 1.4), (to, y + 1.4), (to, y)], Paint.Line(Tone.Series1, 0.5));
        var words = this.words.ClassA + "\u00A0 " + ParetoWords.Counted(sheet.Language, heavy.Count, pareto.BarsAre) + ", " + ParetoDrawing.Share(heavy[^1].Item.Cumulated, sheet.Language);
        pen.Text(Math.Max(left, from), y + 5.2, words, new TextStyle(2.9, FontFace.Semibold), sheet.Width - from);
    }

    private void DrawOpening(SvgPen pen, string opened, double below)
    {
        var at = pareto.Bars.Index().FirstOrDefault(pair => pair.Item.Label == opened);
        if (at.Item is null)
        {
            return;
        }

        pen.Line(0, below - 5, sheet.Width, below - 5, Paint.Line(Tone.Line2, 0.25));
        pen.Text(sheet.Width, below - 1, sheet.Language.Labelled(words.Detail, opened), new TextStyle(2.9, FontFace.Sans, Tone.Ink2, Anchor.End), sheet.Width / 2);
    }
}
