using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.TimeStudies;

/// <summary>Draws a sheet of time study: times and ratings by cycle, their run beside, what they come to, what was left out and why. (fr: feuille de chronométrage)</summary>
public static class TimeStudyDrawing
{
    /// <summary>Width it is made for.</summary>
    public const double Width = 277;

    /// <summary>Least width in millimetres.</summary>
    public const double Narrowest = 230;

    private const double Name = 42;
    private const double Run = 26;
    private const double Cell = 8.6;
    private const double Line = 8;
    private const double Column = 11.6;
    private const double Top = 15;
    private static readonly TextStyle Head = new(2.7, FontFace.Semibold, Tone.Ink2);
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Small = new(2.6, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Number = new(2.9, FontFace.Sans, Tone.Ink, Anchor.End);

    /// <summary>Draws it.</summary>
    /// <param name="study">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 230 mm wide or more.</param>
    public static string Draw(TimeStudySheet study, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var words = TimeStudyWords.In(sheet.Language);
        var language = sheet.Language;
        var all = study.Elements.Concat(study.Foreign).ToList();
        var count = all.Sum(e => e.Readings.Count);
        if (count == 0)
        {
            return FigureFrame.Empty(sheet, study.Title, words.Nothing);
        }

        var hasFrequency = study.Elements.Any(e => e.Frequency != 1);
        var columns = Columns(study, language, words, hasFrequency);
        var statistics = columns.Count * Column;
        var room = sheet.Width - Name - Run - statistics - 4;
        var across = Math.Max(1, (int)(room / Cell));
        var rows = study.Elements.Select(e => (Element: e, IsForeign: false)).Concat(study.Foreign.Select(e => (Element: e, IsForeign: true))).Select(r => (r.Element, r.IsForeign, Lines: Math.Max(1, (r.Element.Readings.Count + across - 1) / across))).ToList();
        var table = Top + rows.Sum(r => r.Lines * Line + 1.6) + (study.Foreign.Count > 0 ? 6 : 0);
        var notes = study.Notes.SelectMany(n => TextFitting.Wrap(n, sheet.Width - 74, Body.Size, Body.Face, 3)).ToList();
        var foot = Math.Max(notes.Count * 4 + 5, study.Totals.Count * 5 + 2);
        var reading = string.Format(CultureInfo.InvariantCulture, words.Readings, language.Number(count), language.Number(all.Sum(e => e.Readings.Count(r => r.State == ReadingState.Excluded))), language.Number(all.Sum(e => e.Readings.Count(r => r.State == ReadingState.Suspect))));
        return FigureFrame.Draw(sheet, table + 3 + foot, study.Title, reading + string.Concat(study.Totals.Select(t => " " + language.Labelled(t.Name, t.Value) + ".")), pen =>
        {
            FigureHead.Draw(pen, sheet, FigureHead.WithUnit(study.Title, study.Unit), language.Number(count), study.Period);
            DrawHead(pen, study, words, columns, room, sheet.Width);
            var y = Top;
            foreach (var (element, isForeign, lines) in rows)
            {
                if (isForeign && ReferenceEquals(element, study.Foreign[0]))
                {
                    pen.Text(0, y + 4.4, words.Foreign, Head);
                    y += 6;
                }

                DrawRow(pen, study, element, isForeign, y, lines * Line, across, room, columns, sheet, words);
                y += lines * Line + 1.6;
            }

            DrawFoot(pen, study, words, notes, table + 3, sheet.Width);
        }, Hatching.Unset);
    }

    private static List<(string Head, Func<TimedElementRow, string> Of)> Columns(TimeStudySheet study, Language language, TimeStudyWords words, bool hasFrequency)
    {
        string Said(decimal? value, int decimals) => value is { } known ? language.Number(known, decimals) : "—";
        var columns = new List<(string, Func<TimedElementRow, string>)>
        {
            (words.Mean, e => Said(e.Mean, study.Decimals)), (words.Smallest, e => Said(e.Smallest, study.Decimals)), (words.Largest, e => Said(e.Largest, study.Decimals)),
            (words.Deviation, e => Said(e.Deviation, study.Decimals)), (words.Coefficient, e => e.Coefficient is { } c ? language.WithUnit(language.Number(c, 1), "%") : "—"),
            (words.Needed, e => language.Number(e.Readings.Count(r => r.State != ReadingState.Excluded)) + " / " + (e.Needed is { } n ? language.Number(n) : "—")),
        };
        if (hasFrequency)
        {
            columns.Add((words.Frequency, e => new Amount(e.Frequency, string.Empty, 3).In(language)));
        }

        columns.Add((words.Standard, e => Said(e.Standard, study.Decimals)));
        return columns;
    }

    private static void DrawHead(SvgPen pen, TimeStudySheet study, TimeStudyWords words, List<(string Head, Func<TimedElementRow, string> Of)> columns, double room, double width)
    {
        pen.Text(0, Top - 2.4, words.Element, Head);
        pen.Text(Name, Top - 2.4, words.Cycle + ", " + words.Rating, Head, room - 2);
        pen.Text(Name + room, Top - 2.4, words.RunChart, Head, Run);
        for (var i = 0; i < columns.Count; i++)
        {
            pen.Text(width - (columns.Count - 1 - i) * Column, Top - 2.4, columns[i].Head, Head with { Anchor = Anchor.End }, Column - 0.6);
        }

        if (study.NeededBy is { } by)
        {
            pen.Text(width, 4, by, Small with { Anchor = Anchor.End }, width * 0.36);
        }

        pen.Line(0, Top - 0.6, width, Top - 0.6, Paint.Line(Tone.Ink));
    }

    private static void DrawRow(SvgPen pen, TimeStudySheet study, TimedElementRow element, bool isForeign, double y, double height, int across, double room, List<(string Head, Func<TimedElementRow, string> Of)> columns, Sheet sheet, TimeStudyWords words)
    {
        var language = sheet.Language;
        pen.Text(0, y + 3.8, element.Code, Body with { Face = FontFace.Semibold }, 7);
        pen.Lines(8, y + 3.8, TextFitting.Wrap(element.Label, Name - 10, Small.Size, Small.Face, 2), Small with { Tone = Tone.Ink }, 3.4);
        for (var i = 0; i < element.Readings.Count; i++)
        {
            DrawReading(pen, study, element, element.Readings[i], Name + i % across * Cell, y + i / across * Line, language, words);
        }

        if (!isForeign)
        {
            DrawRun(pen, element, Name + room, y + 0.6, Math.Min(height - 0.8, Line - 0.8));
            for (var i = 0; i < columns.Count; i++)
            {
                pen.Text(sheet.Width - (columns.Count - 1 - i) * Column, y + 4.8, columns[i].Of(element), Number with { Face = i == 0 || i == columns.Count - 1 ? FontFace.Semibold : FontFace.Sans }, Column - 0.4);
            }
        }

        pen.Line(0, y + height + 0.8, sheet.Width, y + height + 0.8, Paint.Line(Tone.Line, Paint.Fine));
    }

    private static void DrawReading(SvgPen pen, TimeStudySheet study, TimedElementRow element, WatchReading reading, double x, double y, Language language, TimeStudyWords words)
    {
        var state = reading.State switch { ReadingState.Excluded => ", " + words.Excluded, ReadingState.Suspect => ", " + words.Suspect, _ => string.Empty };
        pen.Begin(string.Create(CultureInfo.InvariantCulture, $"{element.Code}{reading.Cycle}: ") + language.WithUnit(language.Number(reading.Time, study.ReadDecimals), study.Unit) + state);
        if (reading.State == ReadingState.Excluded)
        {
            pen.Rect(x + 0.2, y + 0.3, Cell - 0.5, Line - 0.6, new Paint(null, Tone.Line2, 0.2, null, Hatching.Unset));
            pen.Rect(x + 0.7, y + 0.8, Cell - 1.5, 3.2, new Paint(Tone.Paper));
            pen.Rect(x + 0.7, y + 4.2, Cell - 1.5, 3, new Paint(Tone.Paper));
        }
        else if (reading.State == ReadingState.Suspect)
        {
            pen.Rect(x + 0.2, y + 0.3, Cell - 0.5, Line - 0.6, Paint.Line(Tone.Ink, 0.5, "1.2 0.7"));
        }

        var time = language.Number(reading.Time, study.ReadDecimals);
        var text = Number with { Anchor = Anchor.Middle, Tone = reading.State == ReadingState.Excluded ? Tone.Ink2 : Tone.Ink };
        pen.Text(x + Cell / 2, y + 3.7, time, text, Cell - 1);
        if (reading.State == ReadingState.Excluded)
        {
            var half = Math.Min(Cell - 1.4, text.Measure(time)) / 2 + 0.3;
            pen.Line(x + Cell / 2 - half, y + 2.7, x + Cell / 2 + half, y + 2.7, Paint.Line(Tone.Ink, 0.3));
        }

        pen.Text(x + Cell / 2, y + 7, reading.Rating is { } rating ? new Amount(rating, string.Empty, 1).In(language) : "·", Small with { Anchor = Anchor.Middle }, Cell - 1);
        pen.End();
    }

    /// <summary>The normal times one after the other, about their mean; what is left out is a ring.</summary>
    private static void DrawRun(SvgPen pen, TimedElementRow element, double left, double top, double height)
    {
        if (element.Readings.Count < 2 || element.Mean is not { } mean)
        {
            return;
        }

        var counted = element.Readings.Where(r => r.State != ReadingState.Excluded).Select(r => r.Normal).ToList();
        if (counted.Count == 0)
        {
            return;
        }

        // What is left out does not flatten the others: it is drawn at the edge.
        var (low, high) = (Math.Min(counted.Min(), mean), Math.Max(counted.Max(), mean));
        double X(int i) => left + 1 + (Run - 6.0) * i / (element.Readings.Count - 1);
        double Y(decimal value) => high == low ? top + height / 2 : top + 0.8 + (height - 1.6) * (double)((high - Math.Clamp(value, low, high)) / (high - low));
        pen.Line(left, Y(mean), left + Run - 4, Y(mean), Paint.Line(Tone.Line2, 0.2, "1 0.8"));
        pen.Polyline([.. element.Readings.Select((r, i) => (r, i)).Where(p => p.r.State != ReadingState.Excluded).Select(p => (X(p.i), Y(p.r.Normal)))], Paint.Line(Tone.Series1, 0.4));
        for (var i = 0; i < element.Readings.Count; i++)
        {
            if (element.Readings[i].State != ReadingState.Counted)
            {
                pen.Circle(X(i), Y(element.Readings[i].Normal), 0.9, element.Readings[i].State == ReadingState.Excluded ? new Paint(Tone.Paper, Tone.Ink2, 0.3) : new Paint(Tone.Ink));
            }
        }
    }

    private static void DrawFoot(SvgPen pen, TimeStudySheet study, TimeStudyWords words, List<string> notes, double top, double width)
    {
        pen.Text(0, top + 3, words.Lines, Small, width - 74);
        for (var i = 0; i < notes.Count; i++)
        {
            pen.Text(0, top + 7 + i * 4, notes[i], Body);
        }

        for (var i = 0; i < study.Totals.Count; i++)
        {
            var (name, value) = study.Totals[i];
            var isLast = i == study.Totals.Count - 1;
            var y = top + 3.4 + i * 5;
            pen.Text(width - 68, y, name, Body with { Face = isLast ? FontFace.Semibold : FontFace.Sans }, 40);
            pen.Text(width, y, value, Number with { Face = isLast ? FontFace.Semibold : FontFace.Sans }, 27);
        }
    }
}
