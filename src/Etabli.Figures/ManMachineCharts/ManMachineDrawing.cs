using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ManMachineCharts;

/// <summary>Draws operator and machines on one axis of time that runs down, twice round the cycle. (fr: simogramme)</summary>
public static class ManMachineDrawing
{
    private const double Narrowest = 150;
    private const double Round = 92;
    private const double Top = 16;
    private const double Column = 17;
    private const double Axis = 13;
    private const int MostLanes = 6;
    private const int MostBlocks = 60;
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Body = new(2.8);
    private static readonly TextStyle Number = new(2.9, FontFace.Sans, Tone.Ink, Anchor.End);

    /// <summary>Draws it.</summary>
    /// <param name="chart">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(ManMachineChart chart, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(chart);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var (language, words) = (sheet.Language, ManMachineWords.In(sheet.Language));
        var blocks = chart.Blocks.Where(b => b.Kind != BlockKind.Series && b.Lanes.All(l => l < MostLanes)).OrderBy(b => b.Start).ToList();
        if (blocks.Count == 0 || chart.Cycle <= 0)
        {
            return FigureFrame.Empty(sheet, chart.Title, words.Nothing);
        }

        var series = chart.Blocks.Where(b => b.Kind == BlockKind.Series).ToList();
        var notes = chart.Notes.Concat(series.Count > 0 ? [language.Labelled(words.Outside, string.Join(", ", series.Select(b => b.Label + " " + Seconds(b.Duration, language))))] : [])
            .SelectMany(n => TextFitting.Wrap(n, sheet.Width, Small.Size, Small.Face, 3)).ToList();
        var legend = Legend(chart, words, sheet.Width);
        var foot = Top + 2 * Round + 8 + legend[^1].Row * 5;
        var numbers = Math.Max((chart.Totals.Count + 1) / 2 * 5, chart.Machines.Count == 0 ? 0 : chart.Machines.Count * 5 + 5);
        var reading = string.Join(" ", chart.Totals.Select(t => language.Labelled(t.Name, t.Value) + ".").Prepend(string.Format(CultureInfo.InvariantCulture, words.Reading, language.Number((decimal)chart.Cycle))));
        return FigureFrame.Draw(sheet, foot + 8 + numbers + notes.Count * 4 + 2, chart.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, chart.Title, null, chart.Period);
            var lanes = Math.Min(chart.Lanes.Count, MostLanes);
            var left = Axis + (sheet.Width - Axis - lanes * Column) / 2;
            DrawAxis(pen, chart, language, left, lanes);
            for (var i = 0; i < lanes; i++)
            {
                pen.Text(left + (i + 0.5) * Column, Top - 3, chart.Lanes[i], new TextStyle(2.8, FontFace.Semibold, Tone.Ink, Anchor.Middle), Column - 1);
            }

            for (var i = 0; i <= lanes; i++)
            {
                pen.Line(left + i * Column, Top, left + i * Column, Top + 2 * Round, Paint.Line(Tone.Line2, 0.25));
            }

            for (var round = 0; round < 2; round++)
            {
                blocks.ForEach(b => DrawBlock(pen, b, left, Top + round * Round, chart.Cycle, language, words));
            }

            pen.Line(Axis - 2, Top + Round, sheet.Width, Top + Round, Paint.Line(Tone.Ink, 0.5, "2 1"));
            pen.Text(sheet.Width, Top + Round + 4, words.SecondCycle, Small with { Anchor = Anchor.End });
            DrawLabels(pen, blocks.Where(b => b.Lanes.Contains(0)).Take(MostBlocks).ToList(), chart, language, left - 2, left - Axis - 3, isLeft: true, left);
            DrawLabels(pen, blocks.Where(b => !b.Lanes.Contains(0)).Take(MostBlocks).ToList(), chart, language, left + lanes * Column + 2, sheet.Width - left - lanes * Column - 2, isLeft: false, left);
            foreach (var (x, row, kind, said) in legend)
            {
                Fill(pen, x, Top + 2 * Round + 5 + row * 5, 6, 3.8, kind);
                pen.Text(x + 7.4, Top + 2 * Round + 8 + row * 5, said, Small with { Tone = Tone.Ink });
            }

            DrawNumbers(pen, chart, sheet, words, foot + 8);
            pen.Lines(0, foot + 8 + numbers + 4, notes, Small, 4);
        });
    }

    private static void DrawAxis(SvgPen pen, ManMachineChart chart, Language language, double left, int lanes)
    {
        var scale = ValueAxis.Of([0, chart.Cycle], 10, fromZero: true);
        pen.Text(Axis - 3, Top - 3, "s", Small with { Anchor = Anchor.End });
        for (var round = 0; round < 2; round++)
        {
            foreach (var graduation in scale.Graduations.Where(g => g < chart.Cycle - (round == 0 ? scale.Step * 0.35 : 0) || g == chart.Cycle))
            {
                // The end of the first round is the beginning of the second: it is written once.
                if (round == 1 && graduation == 0)
                {
                    continue;
                }

                var y = Top + (round + graduation / chart.Cycle) * Round;
                pen.Line(Axis - 2, y, left, y, Paint.Line(Tone.Grid, Paint.Fine));
                pen.Text(Axis - 3, y + 0.95, language.Number((decimal)(graduation + round * chart.Cycle), scale.Decimals), Small with { Anchor = Anchor.End }, Axis - 3);
            }
        }

        pen.Rect(left, Top, lanes * Column, 2 * Round, new Paint(Tone.Sheet));
    }

    private static void DrawBlock(SvgPen pen, ChartBlock block, double left, double top, double cycle, Language language, ManMachineWords words)
    {
        var (y, height) = (top + Math.Clamp(block.Start / cycle, 0, 1) * Round, Math.Max(0.3, Math.Min(block.Duration, cycle - Math.Min(block.Start, cycle)) / cycle * Round));
        height = Math.Min(height, top + Round - y);
        var kind = words.Letters[(int)block.Kind];
        pen.Begin(block.Label + ", " + (kind.Length > 0 ? kind : words.Kinds[(int)block.Kind]) + ", " + Seconds(block.Duration, language));
        var lanes = block.Lanes.Order().ToList();
        for (var i = 0; i < lanes.Count; i++)
        {
            // Neighbouring lanes taken together are one block; others are joined by a line.
            var wide = 1;
            while (i + 1 < lanes.Count && lanes[i + 1] == lanes[i] + 1)
            {
                (i, wide) = (i + 1, wide + 1);
            }

            var x = left + (lanes[i] - wide + 1) * Column;
            Fill(pen, x + 0.6, y, wide * Column - 1.2, height, block.Kind);
            if (kind.Length > 0 && height >= 3.6)
            {
                var half = Body.Measure(kind) / 2 + 0.6;
                pen.Rect(x + wide * Column / 2 - half, y + height / 2 - 1.5, 2 * half, 3, new Paint(Tone.Paper), 0.4);
                pen.Text(x + wide * Column / 2, y + height / 2 + 0.95, kind, Body with { Face = FontFace.Semibold, Anchor = Anchor.Middle });
            }

            if (i + 1 < lanes.Count)
            {
                pen.Line(left + (lanes[i] + 1) * Column, y + height / 2, left + lanes[i + 1] * Column, y + height / 2, Paint.Line(Tone.Ink, 0.5));
            }
        }

        pen.End();
    }

    private static void Fill(SvgPen pen, double x, double y, double width, double height, BlockKind kind)
    {
        if (kind == BlockKind.Waiting)
        {
            pen.Rect(x, y, width, height, new Paint(Tone.Paper, Tone.Ink2, 0.3, "1.2 0.8"));
            return;
        }

        pen.Rect(x, y, width, height, new Paint(kind switch { BlockKind.Technological => Tone.Series3, BlockKind.TechnicalManual => Tone.Series2, BlockKind.Series => Tone.OffDay, _ => Tone.Series1 }, Tone.Ink, 0.25));
        if (kind == BlockKind.Overlapped)
        {
            // Slanting lines of paper over the blue, cut at the block.
            for (var d = 2.0; d < width + height; d += 2)
            {
                var (x1, y1) = d <= height ? (x, y + d) : (x + d - height, y + height);
                var (x2, y2) = d <= width ? (x + d, y) : (x + width, y + d - width);
                pen.Line(x1, y1, x2, y2, Paint.Line(Tone.Paper, 0.35));
            }
        }
    }

    /// <summary>What each block is, beside the columns, moved apart where blocks are short.</summary>
    private static void DrawLabels(SvgPen pen, List<ChartBlock> blocks, ManMachineChart chart, Language language, double x, double room, bool isLeft, double left)
    {
        double Middle(ChartBlock b) => Top + Math.Min(1, (b.Start + b.Duration / 2) / chart.Cycle) * Round;
        var shown = blocks.Take((int)(Round / 3.6)).ToList();
        var places = SideLabels.Spread([.. shown.Select(b => Middle(b) + 1)], 3.6, Top + 2.4, Top + Round - 0.6);
        for (var i = 0; i < shown.Count; i++)
        {
            var time = Seconds(shown[i].Duration, language);
            var edge = isLeft ? left : left + (shown[i].Lanes.Max() + 1) * Column;
            if (Math.Abs(places[i] - 1 - Middle(shown[i])) > 0.3)
            {
                pen.Line(edge, Middle(shown[i]), isLeft ? x + 0.6 : x - 0.6, places[i] - 1, Paint.Line(Tone.Line2, 0.2));
            }

            var text = TextFitting.Shorten(shown[i].Label, room - Body.Measure(", " + time) - 1, Body.Size, Body.Face);
            var said = text.Length == 0 ? time : text + ", " + time;
            var wide = Body.Measure(said) + 1;
            pen.Rect(isLeft ? x - wide : x - 0.4, places[i] - 2.4, wide, 3.2, new Paint(Tone.Paper));
            pen.Text(x, places[i], said, Body with { Anchor = isLeft ? Anchor.End : Anchor.Start });
        }
    }

    private static List<(double X, int Row, BlockKind Kind, string Said)> Legend(ManMachineChart chart, ManMachineWords words, double width)
    {
        var placed = new List<(double, int, BlockKind, string)>();
        var (x, row) = (0.0, 0);
        foreach (var kind in chart.Blocks.Select(b => b.Kind).Distinct().Order())
        {
            var said = words.Letters[(int)kind] is { Length: > 0 } letters ? letters + " " + words.Kinds[(int)kind] : words.Kinds[(int)kind];
            var wide = 7.4 + Small.Measure(said);
            (x, row) = x > 0 && x + wide > width ? (0, row + 1) : (x, row);
            placed.Add((x, row, kind, said));
            x += wide + 5;
        }

        return placed;
    }

    private static void DrawNumbers(SvgPen pen, ManMachineChart chart, Sheet sheet, ManMachineWords words, double top)
    {
        var language = sheet.Language;
        var half = chart.Machines.Count == 0 ? sheet.Width : sheet.Width / 2 - 6;
        var block = half / 2;
        for (var i = 0; i < chart.Totals.Count; i++)
        {
            var (name, value) = chart.Totals[i];
            var (x, y) = (i % 2 * block, top + i / 2 * 5 + 3.6);
            pen.Text(x, y, name, Small, block - 21);
            pen.Text(x + block - 4, y, value, Number with { Face = FontFace.Semibold }, 17);
        }

        if (chart.Machines.Count == 0)
        {
            return;
        }

        string[] heads = [words.Machines, words.Cycle, words.PiecesPerHour, words.Operator, words.Machine];
        var start = sheet.Width / 2 + 4;
        var wide = (sheet.Width - start) / heads.Length;
        for (var c = 0; c < heads.Length; c++)
        {
            pen.Text(start + (c + 1) * wide, top + 3, heads[c], Small with { Anchor = Anchor.End, Face = FontFace.Semibold }, wide - 0.5);
        }

        pen.Line(start, top + 4.4, sheet.Width, top + 4.4, Paint.Line(Tone.Ink));
        for (var r = 0; r < chart.Machines.Count; r++)
        {
            var row = chart.Machines[r];
            string[] cells =
            [
                language.Number(row.Machines), new Amount(row.Cycle, string.Empty, 1).In(language), language.Number(row.PiecesPerHour, 1),
                language.WithUnit(language.Number(row.OperatorEngagement * 100, 1), "%"), language.WithUnit(language.Number(row.MachineEngagement * 100, 1), "%"),
            ];
            for (var c = 0; c < cells.Length; c++)
            {
                pen.Text(start + (c + 1) * wide, top + 8.4 + r * 5, cells[c], Number, wide - 0.5);
            }
        }
    }

    private static string Seconds(double value, Language language) => new Amount((decimal)value, "s", 1).In(language);
}
