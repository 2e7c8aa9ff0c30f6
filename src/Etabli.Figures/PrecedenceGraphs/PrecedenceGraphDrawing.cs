using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.PrecedenceGraphs;

/// <summary>Draws what must be done before what, from left to right. (fr: graphe d’antériorité)</summary>
public static class PrecedenceGraphDrawing
{
    private const double Top = 9;
    private const double Widest = 34;
    private const double Narrowest = 9.5;
    private const double NameFrom = 17;
    private const double Band = 1.8;
    private static readonly Tone[] Tones = [Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6];
    private static readonly TextStyle Small = new(2.6, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Number = new(3.2, FontFace.Semibold);
    private static readonly TextStyle Legend = new(2.7);

    /// <summary>Width in millimetres at which a task has room for its name.</summary>
    /// <param name="graph">What it shows.</param>
    public static double Wide(PrecedenceGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.Tasks.Count == 0 ? 0 : PrecedenceGraphLayout.Of(graph).Levels.Count * 28;
    }

    /// <summary>Draws it.</summary>
    /// <param name="graph">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on; 400 is a landscape A3.</param>
    /// <exception cref="ArgumentException">Tasks wait for each other.</exception>
    public static string Draw(PrecedenceGraph graph, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(sheet);
        var (language, words) = (sheet.Language, PrecedenceGraphWords.In(sheet.Language));
        if (graph.Tasks.Count == 0)
        {
            return FigureFrame.Empty(sheet, graph.Title, words.Nothing);
        }

        var layout = PrecedenceGraphLayout.Of(graph);
        var pitch = Math.Min(Widest + 10, sheet.Width / layout.Levels.Count);
        if (pitch < Narrowest + 3)
        {
            return FigureFrame.Empty(sheet, graph.Title, string.Format(CultureInfo.InvariantCulture, words.TooLong, layout.Levels.Count));
        }

        var box = Math.Min(Widest, pitch - Math.Max(3, pitch * 0.28));
        IReadOnlyList<string> stations = graph.Stations.Count > 0 ? graph.Stations : [.. graph.Tasks.Select(t => t.Station).OfType<string>().Distinct(StringComparer.Ordinal)];
        var legend = Entries(graph, layout, stations, sheet, words);
        var legendTop = Top + layout.Height + 4;
        return FigureFrame.Draw(sheet, legendTop + (legend.Count == 0 ? 0 : (legend[^1].Row + 1) * 5), graph.Title, Reading(graph, layout, language, words), pen =>
        {
            FigureHead.Draw(pen, sheet, graph.Title, language.Counted(graph.Tasks.Count, words.OneTask, words.ManyTasks), graph.Period);
            foreach (var arc in layout.Arcs.OrderBy(a => layout.Chain.Contains((a.From, a.To))))
            {
                DrawArc(pen, arc, pitch, box, layout.Chain.Contains((arc.From, arc.To)));
            }

            for (var i = 0; i < graph.Tasks.Count; i++)
            {
                DrawTask(pen, graph, graph.Tasks[i], layout.Tasks[i], pitch, box, stations, language, words);
            }

            foreach (var entry in legend)
            {
                DrawLegend(pen, entry, legendTop + entry.Row * 5);
            }
        });
    }

    private static double Left(GraphPlace place, double pitch, double box) => place.Level * pitch + (pitch - box) / 2;

    private static void DrawArc(SvgPen pen, GraphArc arc, double pitch, double box, bool isLongest)
    {
        var tone = isLongest ? Tone.Ink : Tone.Line2;
        var data = new System.Text.StringBuilder();
        var (x, y) = (Left(arc.Through[0], pitch, box) + box, Top + arc.Through[0].Y);
        data.Append(CultureInfo.InvariantCulture, $"M{SvgPen.Mm(x)} {SvgPen.Mm(y)}");
        foreach (var place in arc.Through.Skip(1))
        {
            var isEnd = place == arc.Through[^1];
            var (toX, toY) = (Left(place, pitch, box) - (isEnd ? 1.2 : 0), Top + place.Y);
            var middle = (x + toX) / 2;
            data.Append(CultureInfo.InvariantCulture, $"C{SvgPen.Mm(middle)} {SvgPen.Mm(y)} {SvgPen.Mm(middle)} {SvgPen.Mm(toY)} {SvgPen.Mm(toX)} {SvgPen.Mm(toY)}");
            (x, y) = (toX, toY);
            if (!isEnd)
            {
                x += box;
                data.Append(CultureInfo.InvariantCulture, $"H{SvgPen.Mm(x)}");
            }
        }

        pen.Path(data.ToString(), Paint.Line(tone, isLongest ? Paint.Strong : Paint.Plain));
        pen.Polyline([(x - 0.4, y - 1), (x + 1.2, y), (x - 0.4, y + 1)], new Paint(tone), closed: true);
    }

    private static void DrawTask(SvgPen pen, PrecedenceGraph graph, PrecedenceTask task, GraphPlace place, double pitch, double box, IReadOnlyList<string> stations, Language language, PrecedenceGraphWords words)
    {
        var (left, top) = (Left(place, pitch, box), Top + place.Y - PrecedenceGraphLayout.Tall / 2);
        var time = new Amount(task.Time, graph.Unit, 1).In(language);
        pen.Begin(string.Join(", ", new[] { task.Name.Length == 0 ? task.Number : task.Number + " " + task.Name, time, task.Station is { } by ? words.Station + " " + by : string.Empty, task.After.Count == 0 ? string.Empty : language.Labelled(words.After, string.Join(", ", task.After)) }.Where(w => w.Length > 0)));
        pen.Rect(left, top, box, PrecedenceGraphLayout.Tall, new Paint(Tone.Paper, Tone.Line2, 0.3), 0.8);
        if (Toned(task.Station, stations) is { } tone)
        {
            pen.Rect(left, top, Band, PrecedenceGraphLayout.Tall, new Paint(tone));
        }

        var (from, room) = (left + Band + 1, box - Band - 1.8);
        if (box < NameFrom)
        {
            pen.Text(from, top + 4.4, task.Number, Number, room);
            pen.Text(from, top + 8, new Amount(task.Time, string.Empty, 1).In(language), Small, room);
            pen.Text(from, top + 11.6, task.Station, Small with { Face = FontFace.Semibold, Tone = Tone.Ink }, room);
        }
        else
        {
            var style = Small with { Anchor = Anchor.End };
            var said = Number.Measure(task.Number) + 1 + style.Measure(time) <= room ? time : new Amount(task.Time, string.Empty, 1).In(language);
            pen.Text(from, top + 4.2, task.Number, Number, room - style.Measure(said) - 1);
            pen.Text(left + box - 0.8, top + 4.2, said, style, room);
            pen.Text(from, top + 8, task.Name, Small with { Tone = Tone.Ink }, room);
            pen.Text(from, top + 11.7, task.Station, Small with { Face = FontFace.Semibold, Tone = Tone.Ink }, room);
        }

        pen.End();
    }

    private static Tone? Toned(string? station, IReadOnlyList<string> stations) =>
        station is null ? null : stations.Index().Where(s => s.Item == station).Select(s => (Tone?)Tones[s.Index % Tones.Length]).FirstOrDefault();

    private static List<(double X, int Row, Tone? Tone, string Said)> Entries(PrecedenceGraph graph, PrecedenceGraphLayout layout, IReadOnlyList<string> stations, Sheet sheet, PrecedenceGraphWords words)
    {
        var language = sheet.Language;
        List<(Tone?, string)> said = [.. stations.Select(s => (Toned(s, stations), s + "\u00A0: " + new Amount(graph.Tasks.Where(t => t.Station == s).Sum(t => t.Time), graph.Unit, 1).In(language)))];
        if (language == Language.English)
        {
            said = [.. said.Select(s => (s.Item1, s.Item2.Replace("\u00A0:", ":", StringComparison.Ordinal)))];
        }

        if (layout.Chain.Count > 0)
        {
            said.Add((null, language.Labelled(words.Chain, new Amount(layout.ChainTime, graph.Unit, 1).In(language))));
        }

        List<(double, int, Tone?, string)> placed = [];
        var (x, row) = (0.0, 0);
        foreach (var (tone, text) in said)
        {
            var written = TextFitting.Shorten(text, sheet.Width - 8, Legend.Size, Legend.Face);
            var wide = 7 + Legend.Measure(written);
            (x, row) = x > 0 && x + wide > sheet.Width ? (0, row + 1) : (x, row);
            placed.Add((x, row, tone, written));
            x += wide + 6;
        }

        return placed;
    }

    private static void DrawLegend(SvgPen pen, (double X, int Row, Tone? Tone, string Said) entry, double y)
    {
        if (entry.Tone is { } tone)
        {
            pen.Rect(entry.X + 0.2, y + 0.4, 4.6, 3.4, new Paint(tone));
        }
        else
        {
            pen.Line(entry.X, y + 2.1, entry.X + 5, y + 2.1, Paint.Line(Tone.Ink, Paint.Strong));
        }

        pen.Text(entry.X + 6.4, y + 3.1, entry.Said, Legend);
    }

    private static string Reading(PrecedenceGraph graph, PrecedenceGraphLayout layout, Language language, PrecedenceGraphWords words) => string.Join(", ", new[]
    {
        language.Counted(graph.Tasks.Count, words.OneTask, words.ManyTasks), language.Counted(layout.Arcs.Count, words.OneArc, words.ManyArcs), language.Counted(layout.Levels.Count, words.OneLevel, words.ManyLevels),
        words.Chain + " " + new Amount(layout.ChainTime, graph.Unit, 1).In(language),
    }) + ".";
}
