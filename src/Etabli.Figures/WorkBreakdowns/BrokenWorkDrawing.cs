using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.WorkBreakdowns;

/// <summary>Draws a work as one bar of its worths, today and after, then element by element with what is done about each. (fr: décomposition du travail)</summary>
public static class BrokenWorkDrawing
{
    private const double Narrowest = 150;
    private const double Pitch = 6.4;
    private const int Most = 80;
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Number = new(2.9, FontFace.Sans, Tone.Ink, Anchor.End);
    private static readonly ElementWorth[] Order = [ElementWorth.ValueAdding, ElementWorth.Necessary, ElementWorth.Waste, ElementWorth.Unset];

    /// <summary>Draws it.</summary>
    /// <param name="work">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 150 mm wide or more.</param>
    public static string Draw(BrokenWork work, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var (language, words) = (sheet.Language, BrokenWorkWords.In(sheet.Language));
        if (work.Elements.Count == 0)
        {
            return FigureFrame.Empty(sheet, work.Title, words.Nothing);
        }

        var shown = work.Elements.Take(Most).ToList();
        var bars = work.HasPlan ? 2 : 1;
        var table = 8 + bars * 12.0 + 10;
        var height = table + 6 + shown.Count * Pitch + 8 + (work.Elements.Count > Most ? 5 : 0);
        var reading = string.Join(", ", Order.Where(w => TimeOf(work, w, false) > 0).Select(w => words.Worths[(int)w] + " " + Share(TimeOf(work, w, false), work.Elements.Sum(e => e.Time), language)))
            + (work.HasPlan ? "; " + words.Today.ToLowerInvariant() + " " + Time(work.Elements.Sum(e => e.Time), work, language) + ", " + words.After.ToLowerInvariant() + " " + Time(work.Elements.Sum(e => e.Expected), work, language) : "") + ".";
        return FigureFrame.Draw(sheet, height, work.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, work.Title, language.Counted(work.Elements.Count, words.One, words.Many), work.Period);
            DrawBars(pen, work, sheet, words);
            DrawTable(pen, work, shown, table, sheet, words);
        }, Hatching.Necessary, Hatching.Waste, Hatching.Unset);
    }

    private static void DrawBars(SvgPen pen, BrokenWork work, Sheet sheet, BrokenWorkWords words)
    {
        var language = sheet.Language;
        var (left, right) = (20.0, sheet.Width - 24);
        var most = Math.Max(work.Elements.Sum(e => e.Time), work.Elements.Sum(e => e.Expected));
        foreach (var after in work.HasPlan ? [false, true] : new[] { false })
        {
            var (y, x) = (8 + (after ? 12.0 : 0), left);
            var whole = work.Elements.Sum(e => after ? e.Expected : e.Time);
            pen.Text(0, y + 5.6, after ? words.After : words.Today, Body with { Face = FontFace.Semibold });
            foreach (var worth in Order)
            {
                var time = TimeOf(work, worth, after);
                if (time <= 0 || most <= 0)
                {
                    continue;
                }

                var wide = (double)(time / most) * (right - left);
                pen.Begin($"{words.Worths[(int)worth]}, {Time(time, work, language)}, {Share(time, whole, language)}");
                Block(pen, x, y, wide, 8, worth);
                var label = Share(time, whole, language);
                if (wide > Body.Measure(label) + 3)
                {
                    var room = Body.Measure(label) + 2;
                    pen.Rect(x + wide / 2 - room / 2, y + 2, room, 4.2, new Paint(Tone.Paper), 1);
                    pen.Text(x + wide / 2, y + 5.1, label, Body with { Anchor = Anchor.Middle });
                }

                pen.End();
                x += wide;
            }

            pen.Text(sheet.Width, y + 5.6, Time(whole, work, language), Number with { Face = FontFace.Semibold });
        }

        var (at, foot) = (left, 8 + (work.HasPlan ? 24.0 : 12.0));
        foreach (var worth in Order.Where(w => work.Elements.Any(e => e.Worth == w)))
        {
            Block(pen, at, foot, 4, 3, worth);
            pen.Text(at + 5.4, foot + 2.6, words.Worths[(int)worth], Small);
            at += 5.4 + Small.Measure(words.Worths[(int)worth]) + 6;
        }
    }

    private static void DrawTable(SvgPen pen, BrokenWork work, List<BrokenElement> shown, double top, Sheet sheet, BrokenWorkWords words)
    {
        var language = sheet.Language;
        var planned = work.HasPlan;
        var (name, bar) = (Math.Max(52, sheet.Width * (planned ? 0.34 : 0.46)), 30.0);
        var (time, worth) = (name + 15, name + 19 + bar);
        var (idea, after) = (worth + 13, worth + 13 + 19 + 14);
        var head = Small with { Face = FontFace.Semibold };
        pen.Text(0, top + 3, words.Element, head);
        pen.Text(time, top + 3, words.Today + " (" + work.Unit + ")", head with { Anchor = Anchor.End });
        pen.Text(worth, top + 3, words.Worth, head);
        if (planned)
        {
            pen.Text(idea, top + 3, words.Idea, head);
            pen.Text(after, top + 3, words.After, head with { Anchor = Anchor.End });
        }

        pen.Line(0, top + 4.6, sheet.Width, top + 4.6, Paint.Line(Tone.Line2, 0.35));
        var most = Math.Max(1e-9, (double)work.Elements.Max(e => e.Time));
        for (var i = 0; i < shown.Count; i++)
        {
            var (element, y) = (shown[i], top + 5.4 + i * Pitch);
            pen.Begin($"{i + 1}. {element.Label}, {Time(element.Time, work, language)}, {words.Worths[(int)element.Worth]}");
            pen.Text(0, y + 4, $"{i + 1}", Small);
            pen.Text(6, y + 4, element.Label, Body, name - 8);
            pen.Text(time, y + 4, language.Number(element.Time, work.Decimals), Number);
            if (element.Time > 0)
            {
                Block(pen, time + 2.5, y + 1.2, Math.Max(0.4, (double)element.Time / most * bar), 3.6, element.Worth);
            }

            pen.Text(worth, y + 4, words.ShortWorths[(int)element.Worth], Body);
            if (planned)
            {
                pen.Text(idea, y + 4, words.Ideas[(int)element.Idea], Body with { Face = element.Idea == ElementIdea.None ? FontFace.Sans : FontFace.Semibold });
                pen.Text(after, y + 4, element.After is null && element.Idea is not (ElementIdea.None or ElementIdea.Eliminate) ? "?" : language.Number(element.Expected, work.Decimals), Number);
                pen.Text(after + 3, y + 4, element.Note, Small, sheet.Width - after - 3);
            }

            pen.End();
            pen.Line(0, y + Pitch - 0.8, sheet.Width, y + Pitch - 0.8, Paint.Line(Tone.Grid, Paint.Fine));
        }

        var foot = top + 5.4 + shown.Count * Pitch + 4;
        var strong = Number with { Face = FontFace.Semibold };
        pen.Text(6, foot, words.Total, Body with { Face = FontFace.Semibold });
        pen.Text(time, foot, language.Number(work.Elements.Sum(e => e.Time), work.Decimals), strong);
        if (planned)
        {
            pen.Text(after, foot, language.Number(work.Elements.Sum(e => e.Expected), work.Decimals), strong);
        }

        if (work.Elements.Count > Most)
        {
            pen.Text(0, foot + 5, string.Format(CultureInfo.InvariantCulture, words.More, work.Elements.Count - Most), Small);
        }
    }

    private static void Block(SvgPen pen, double x, double y, double width, double height, ElementWorth worth)
    {
        var paint = worth switch
        {
            ElementWorth.ValueAdding => new Paint(Tone.ValueAdding),
            ElementWorth.Necessary => new Paint(null, Hatching: Hatching.Necessary),
            ElementWorth.Waste => new Paint(null, Hatching: Hatching.Waste),
            _ => new Paint(null, Hatching: Hatching.Unset),
        };
        pen.Rect(x, y, width, height, paint with { Stroke = Tone.Ink2, Width = 0.2 });
    }

    private static decimal TimeOf(BrokenWork work, ElementWorth worth, bool after) => work.Elements.Where(e => e.Worth == worth).Sum(e => after ? e.Expected : e.Time);

    private static string Time(decimal time, BrokenWork work, Language language) => language.WithUnit(language.Number(time, work.Decimals), work.Unit);

    private static string Share(decimal time, decimal whole, Language language) => whole <= 0 ? "" : language.WithUnit(language.Number(time / whole * 100, 1), "%");
}
