using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Coverage;

/// <summary>Draws the coverage matrix; a référentiel of eleven compétences fits a portrait A4. (fr: matrice de couverture)</summary>
public static class CoverageMatrixDrawing
{
    private const double Step = PipMark.Side + 0.8;
    private const double Padding = 2;
    private const double Leading = 3.9;
    private static readonly TextStyle Head = new(2.9, FontFace.Semibold, Tone.Ink2);
    private static readonly TextStyle Code = new(2.8, FontFace.Mono, Tone.Ink2);
    private static readonly TextStyle Label = new(3.1);
    private static readonly TextStyle Bold = new(3.1, FontFace.Semibold);

    /// <summary>Draws the matrix.</summary>
    /// <param name="matrix">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(CoverageMatrix matrix, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 150, nameof(sheet));
        var words = CoverageWords.In(sheet.Language);
        var columns = Columns.Of(matrix, sheet.Width, words);
        var legend = Legend(matrix, words);
        var legendLines = Flow(legend, sheet.Width);
        var strip = sheet.Cartouche is null ? 0 : Cartouche.Height + 3;
        var empty = matrix.Blocs.All(bloc => bloc.Rows.Count == 0);
        var body = empty ? 40 : columns.HeadHeight + matrix.Blocs.Sum(bloc => BlocHeight(bloc, columns) + bloc.Rows.Sum(row => RowHeight(row, columns)));
        var height = body + (empty ? 0 : 3.5 + legendLines.Count * 6) + strip;

        var output = new StringWriter(CultureInfo.InvariantCulture);
        var pen = new SvgPen(output, sheet, height, matrix.Title, Reading(matrix, sheet.Language, words), Hatching.Unset);
        if (empty)
        {
            EmptyPlace.Draw(pen, 0, 0, sheet.Width, body, words.Nothing);
        }
        else
        {
            var y = DrawHead(pen, matrix, columns, words);
            foreach (var bloc in matrix.Blocs)
            {
                y = DrawBloc(pen, bloc, columns, words, y);
            }

            DrawLegend(pen, legendLines, y + 3.5);
        }

        sheet.Cartouche?.Draw(pen, sheet.Language, height - Cartouche.Height);
        pen.Finish();
        return output.ToString();
    }

    private static string Reading(CoverageMatrix matrix, Language language, CoverageWords words)
    {
        var rows = matrix.Blocs.SelectMany(bloc => bloc.Rows).ToList();
        return string.Format(
            CultureInfo.InvariantCulture,
            words.Reading,
            language.Number(matrix.Supported),
            language.Number(matrix.Total),
            language.Number(rows.Count(row => row.Decision is CoverageDecision.Acquired or CoverageDecision.Carried)),
            language.Number(rows.Count));
    }

    private static double DrawHead(SvgPen pen, CoverageMatrix matrix, Columns columns, CoverageWords words)
    {
        var baseline = columns.HeadHeight - 2;
        pen.Text(0, baseline, words.Competence, Head, columns.Label - Padding);
        for (var i = 0; i < matrix.Headings.Count; i++)
        {
            var lines = TextFitting.Wrap(matrix.Headings[i], columns.Cells[i] - Padding - 0.5, Head.Size, Head.Face, 2);
            pen.Lines(columns.CellLeft(i) + Padding, baseline - (lines.Count - 1) * 3.5, lines, Head, 3.5);
        }

        pen.Text(columns.CountRight, baseline, words.Supported, Head with { Anchor = Anchor.End });
        pen.Text(columns.DecisionLeft, baseline, words.Decision, Head);
        pen.Line(0, columns.HeadHeight, pen.Width, columns.HeadHeight, Paint.Line(Tone.Ink));
        return columns.HeadHeight;
    }

    private static double DrawBloc(SvgPen pen, CoverageBloc bloc, Columns columns, CoverageWords words, double y)
    {
        var height = BlocHeight(bloc, columns);
        pen.Lines(0, y + 5.6, BlocLines(bloc, columns), Bold, Leading);
        var baseline = y + height - 2.4;
        pen.Text(columns.CountRight, baseline, Share(bloc.Supported, bloc.Total), Bold with { Anchor = Anchor.End });
        DrawDecision(pen, bloc.Decision, columns, words, baseline, bold: true);
        y += height;
        foreach (var row in bloc.Rows)
        {
            pen.Line(0, y, pen.Width, y, Paint.Line(Tone.Line, 0.25));
            y = DrawRow(pen, row, columns, words, y);
        }

        pen.Line(0, y, pen.Width, y, Paint.Line(Tone.Line, 0.25));
        return y;
    }

    private static double DrawRow(SvgPen pen, CoverageRow row, Columns columns, CoverageWords words, double y)
    {
        var height = RowHeight(row, columns);
        var middle = y + height / 2;
        var lines = LabelLines(row, columns);
        var baseline = middle + 1.1 - (lines.Count - 1) * Leading / 2;
        pen.Text(0, baseline, row.Code, Code);
        pen.Lines(columns.Code, baseline, lines, Label, Leading);
        for (var i = 0; i < columns.Cells.Count; i++)
        {
            var left = columns.CellLeft(i);
            pen.Line(left, y, left, y + height, Paint.Line(Tone.Line, 0.25));
            if (i < row.Cells.Count)
            {
                DrawCell(pen, row.Cells[i], columns.Capacity(i), left + Padding, middle, words);
            }
        }

        pen.Line(columns.CountLeft, y, columns.CountLeft, y + height, Paint.Line(Tone.Line, 0.25));
        pen.Text(columns.CountRight, middle + 1.1, Share(row.Supported, row.Total), Label with { Anchor = Anchor.End });
        DrawDecision(pen, row.Decision, columns, words, middle + 1.1, bold: false);
        return y + height;
    }

    private static void DrawCell(SvgPen pen, IReadOnlyList<CoveragePip> pips, int capacity, double left, double middle, CoverageWords words)
    {
        var lines = (pips.Count + capacity - 1) / capacity;
        var top = middle - (lines * (Step + 1) - 1.8) / 2;
        for (var i = 0; i < pips.Count; i++)
        {
            var pip = pips[i];
            pen.Begin(pip.Code + ", " + words.States[pip.State] + (pip.HasOpinion ? ", " + words.WithOpinion : string.Empty));
            PipMark.Draw(pen, left + i % capacity * Step, top + i / capacity * (Step + 1), pip.State, pip.HasOpinion);
            pen.End();
        }
    }

    private static void DrawDecision(SvgPen pen, CoverageDecision decision, Columns columns, CoverageWords words, double baseline, bool bold)
    {
        var style = bold ? Bold : Label;
        if (decision == CoverageDecision.Pending)
        {
            if (!bold)
            {
                pen.Text(columns.DecisionLeft, baseline, "–", style with { Tone = Tone.Ink2 });
            }

            return;
        }

        var acquired = decision != CoverageDecision.NotAcquired;
        StatusMark.Draw(pen, columns.DecisionLeft + 2.2, baseline - 1.1, 4.2, acquired ? Status.Good : Status.Bad);
        var word = decision switch
        {
            CoverageDecision.Acquired => words.Acquired,
            CoverageDecision.Carried => words.Carried,
            _ => words.NotAcquired,
        };
        pen.Text(columns.DecisionLeft + 5.6, baseline, word, style, pen.Width - columns.DecisionLeft - 5.6);
    }

    private static List<(PipState? State, bool Opinion, string Word)> Legend(CoverageMatrix matrix, CoverageWords words)
    {
        var pips = matrix.Blocs.SelectMany(bloc => bloc.Rows).SelectMany(row => row.Cells).SelectMany(cell => cell).ToList();
        var used = pips.Select(pip => pip.State).Concat([PipState.Empty, PipState.Linked, PipState.Frozen]).Distinct().Order();
        var legend = used.Select(state => ((PipState?)state, false, words.States[state])).ToList();
        if (pips.Any(pip => pip.HasOpinion))
        {
            legend.Add((PipState.Frozen, true, words.Opinion));
        }

        return legend;
    }

    private static List<List<(PipState? State, bool Opinion, string Word)>> Flow(List<(PipState? State, bool Opinion, string Word)> legend, double width)
    {
        var lines = new List<List<(PipState?, bool, string)>>();
        var used = double.MaxValue;
        foreach (var entry in legend)
        {
            var wide = PipMark.Side + 1.8 + Label.Measure(entry.Word) + 5;
            if (used + wide > width)
            {
                lines.Add([]);
                used = 0;
            }

            lines[^1].Add(entry);
            used += wide;
        }

        return lines;
    }

    private static void DrawLegend(SvgPen pen, List<List<(PipState? State, bool Opinion, string Word)>> lines, double top)
    {
        foreach (var line in lines)
        {
            var x = 0.0;
            foreach (var (state, opinion, word) in line)
            {
                PipMark.Draw(pen, x, top, state ?? PipState.Empty, opinion);
                pen.Text(x + PipMark.Side + 1.8, top + 3.3, word, Label with { Tone = Tone.Ink2 });
                x += PipMark.Side + 1.8 + Label.Measure(word) + 5;
            }

            top += 6;
        }
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{part}/{whole}");

    private static IReadOnlyList<string> LabelLines(CoverageRow row, Columns columns) =>
        TextFitting.Wrap(row.Label, columns.Label - columns.Code - Padding, Label.Size, Label.Face, 4);

    private static IReadOnlyList<string> BlocLines(CoverageBloc bloc, Columns columns) =>
        TextFitting.Wrap(bloc.Code.Length == 0 ? bloc.Label : bloc.Code + " · " + bloc.Label, columns.CountRight - 18, Bold.Size, Bold.Face, 3);

    private static double BlocHeight(CoverageBloc bloc, Columns columns) => 8 + (BlocLines(bloc, columns).Count - 1) * Leading;

    private static double RowHeight(CoverageRow row, Columns columns)
    {
        var pipLines = row.Cells.Select((cell, i) => i < columns.Cells.Count ? (cell.Count + columns.Capacity(i) - 1) / columns.Capacity(i) : 1).DefaultIfEmpty(1).Max();
        var text = LabelLines(row, columns).Count * Leading + 4;
        return Math.Max(9.2, Math.Max(text, Math.Max(1, pipLines) * (Step + 1) + 3));
    }

    /// <summary>Where each column is: the squares take what they need, the label of the compétence what is left.</summary>
    private sealed record Columns(double Code, double Label, IReadOnlyList<double> Cells, double Width, double Count, double Decision, double HeadHeight)
    {
        private const double LeastLabel = 40;

        internal double CountLeft => Width - Decision - Count;

        internal double CountRight => Width - Decision - 2.5;

        internal double DecisionLeft => Width - Decision + 1.5;

        internal static Columns Of(CoverageMatrix matrix, double width, CoverageWords words)
        {
            var rows = matrix.Blocs.SelectMany(bloc => bloc.Rows).ToList();
            var code = rows.Select(row => CoverageMatrixDrawing.Code.Measure(row.Code)).DefaultIfEmpty(0).Max() + 2;
            var decision = 7.4 + new[] { words.Acquired, words.NotAcquired }.Concat(
                rows.Any(row => row.Decision == CoverageDecision.Carried) || matrix.Blocs.Any(bloc => bloc.Decision == CoverageDecision.Carried) ? [words.Carried] : []).Max(Bold.Measure);
            var count = Head.Measure(words.Supported) + 5;
            var most = matrix.Headings.Select((heading, i) => Math.Max(1, rows.Select(row => i < row.Cells.Count ? row.Cells[i].Count : 0).DefaultIfEmpty(0).Max())).ToList();
            var cells = Fit(matrix.Headings, most, width - decision - count - LeastLabel - code);
            var label = width - decision - count - cells.Sum();
            var two = matrix.Headings.Where((heading, i) => TextFitting.Wrap(heading, cells[i] - Padding - 0.5, Head.Size, Head.Face).Count > 1).Any();
            return new Columns(code, label, cells, width, count, decision, two ? 10 : 6.5);
        }

        internal double CellLeft(int i) => Label + Cells.Take(i).Sum();

        internal int Capacity(int i) => Math.Max(1, (int)((Cells[i] - 2 * Padding + 0.8 + 1e-6) / Step));

        // Too wide: the fullest column wraps its squares on one more line, until all fit or nothing more can give.
        private static List<double> Fit(IReadOnlyList<string> headings, List<int> most, double room)
        {
            var across = most.ToList();
            while (true)
            {
                var widths = headings.Select((heading, i) => Math.Max(across[i] * Step - 0.8, LongestWord(heading)) + 2 * Padding).ToList();
                if (widths.Sum() <= room)
                {
                    return widths;
                }

                var fullest = across.IndexOf(across.Max());
                if (across[fullest] == 1 || across[fullest] * Step - 0.8 <= LongestWord(headings[fullest]))
                {
                    return Shrunk(widths, room);
                }

                across[fullest]--;
            }
        }

        private static List<double> Shrunk(List<double> widths, double room)
        {
            var scale = Math.Max(0, room) / widths.Sum();
            return [.. widths.Select(width => Math.Max(PipMark.Side + 2 * Padding, width * scale))];
        }

        private static double LongestWord(string heading) => heading.Split(' ').Max(Head.Measure) + 0.5;
    }
}
