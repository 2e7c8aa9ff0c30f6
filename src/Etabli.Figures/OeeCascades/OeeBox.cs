using Etabli.Figures.Ink;

namespace Etabli.Figures.OeeCascades;

/// <summary>The rates at the right of the cascade.</summary>
internal static class OeeBox
{
    private const double Row = 9.2;

    internal static double Height(OeeCascade cascade) => 44 + (cascade.TotalTime is null ? 1 : 2) * Row + (cascade.Target is null ? 0 : 6.5);

    internal static string Percent(decimal? value, Language language) => value is { } known ? language.WithUnit(language.Number(known, 2), "%") : "—";

    internal static void Draw(SvgPen pen, OeeCascade cascade, Language language, OeeWords words, double left, double top, double width)
    {
        pen.Rect(left, top, width - 0.2, Height(cascade), new Paint(Tone.Sheet, Tone.Line, 0.25), 0.8);
        var y = top + 5.4;
        y = DrawRate(pen, words.Availability, cascade.Availability, language, left, y, width);
        y = DrawRate(pen, words.Performance, cascade.Performance, language, left, y, width);
        y = DrawRate(pen, words.Quality, cascade.Quality, language, left, y, width);
        pen.Line(left + 2.4, y - 4.2, left + width - 2.6, y - 4.2, Paint.Line(Tone.Ink2, 0.3));
        pen.Text(left + 2.4, y + 3, words.Oee.Code, new TextStyle(4.4, FontFace.Semibold));
        pen.Text(left + width - 2.6, y + 3, Percent(cascade.Oee, language), new TextStyle(6.4, FontFace.Semibold, Tone.Ink, Anchor.End));
        pen.Text(left + 2.4, y + 6.6, words.Oee.Formula + " = " + string.Join(" × ", new[] { words.Availability.Code, words.Performance.Code, words.Quality.Code }), new TextStyle(2.7, FontFace.Sans, Tone.Ink2), width - 5);
        y += 8;
        if (cascade.Target is { } target)
        {
            var status = cascade.Oee is not { } oee ? Status.Unset : oee >= target ? Status.Good : Status.Bad;
            StatusMark.Draw(pen, left + 4.6, y + 3, 4.4, status);
            var gap = cascade.Oee is { } known ? ", " + language.WithUnit(language.Signed(known - target, 1), "pt") : string.Empty;
            pen.Text(left + 8.4, y + 4.1, words.Target + " " + language.WithUnit(new Amount(target, "", 2).In(language), "%") + gap, new TextStyle(3), width - 11);
            y += 6.5;
        }

        pen.Line(left + 2.4, y + 1.4, left + width - 2.6, y + 1.4, Paint.Line(Tone.Line, 0.2));
        y += 5.6;
        y = DrawRate(pen, words.Overall, cascade.OverallEffectiveness, language, left, y, width);
        if (cascade.TotalTime is not null)
        {
            DrawRate(pen, words.All, cascade.TotalEffectiveness, language, left, y, width);
        }
    }

    private static double DrawRate(SvgPen pen, (string Code, string Name, string Formula) rate, decimal? value, Language language, double left, double y, double width)
    {
        pen.Text(left + 2.4, y, rate.Code, new TextStyle(3.4, FontFace.Semibold));
        pen.Text(left + width - 2.6, y, Percent(value, language), new TextStyle(3.4, FontFace.Semibold, Tone.Ink, Anchor.End));
        pen.Text(left + 2.4, y + 3.5, rate.Formula + ", " + rate.Name, new TextStyle(2.7, FontFace.Sans, Tone.Ink2), width - 5);
        return y + Row;
    }

    internal const double StripHeight = 19;

    /// <summary>The same rates side by side, for a narrow sheet: the product is read from left to right.</summary>
    internal static void DrawStrip(SvgPen pen, OeeCascade cascade, Language language, OeeWords words, double top)
    {
        pen.Rect(0.2, top, pen.Width - 0.4, StripHeight - 0.2, new Paint(Tone.Sheet, Tone.Line, 0.25), 0.8);
        List<((string Code, string Name, string Formula) Rate, decimal? Value, string After)> rates =
        [
            (words.Availability, cascade.Availability, "×"),
            (words.Performance, cascade.Performance, "×"),
            (words.Quality, cascade.Quality, "="),
            (words.Oee, cascade.Oee, string.Empty),
            (words.Overall, cascade.OverallEffectiveness, string.Empty),
        ];
        if (cascade.TotalTime is not null)
        {
            rates.Add((words.All, cascade.TotalEffectiveness, string.Empty));
        }

        var pitch = (pen.Width - 4) / rates.Count;
        for (var i = 0; i < rates.Count; i++)
        {
            var (rate, value, after) = rates[i];
            var x = 2 + i * pitch;
            var isOee = rate == words.Oee;
            if (i >= 4)
            {
                pen.Line(x, top + 2.4, x, top + StripHeight - 2.4, Paint.Line(Tone.Line2, 0.25));
            }

            pen.Text(x + 1.6, top + 4.8, rate.Code, new TextStyle(3.4, FontFace.Semibold));
            pen.Text(x + 1.6, top + 10.2, Percent(value, language), new TextStyle(isOee ? 5 : 4, FontFace.Semibold), pitch - 2);
            pen.Text(x + pitch - 1, top + 10.2, after, new TextStyle(4, FontFace.Semibold, Tone.Ink2, Anchor.Middle));
            if (!isOee || cascade.Target is not { } target)
            {
                pen.Text(x + 1.6, top + 14.2, rate.Formula, new TextStyle(2.7, FontFace.Sans, Tone.Ink2), pitch - 3);
                continue;
            }

            var status = cascade.Oee is not { } oee ? Status.Unset : oee >= target ? Status.Good : Status.Bad;
            StatusMark.Draw(pen, x + 4, top + 14.6, 4.2, status);
            pen.Text(x + 7.2, top + 15.6, words.Target + " " + language.WithUnit(new Amount(target, "", 2).In(language), "%"), new TextStyle(2.8), pitch - 8);
        }
    }
}
