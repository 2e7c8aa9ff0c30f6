using System.Globalization;
using Etabli.Figures.BoxPlots;
using Etabli.Figures.Ink;

namespace Etabli.Figures.GaugeStudies;

/// <summary>Draws a gauge study: components, decision zones, means by part and operator, boxes by operator. (fr: étude R&amp;R)</summary>
public static class GaugeStudyDrawing
{
    private const double Narrowest = 180;
    private const double Top = 14;
    private const double Gap = 8;
    private const double LowHeight = 62;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Head = new(3, FontFace.Semibold);
    private static readonly Tone[] Tones = [Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6];
    private static readonly string?[] Dashes = [null, "2.4 1.2", "0.8 1", "4 1.2 0.8 1.2", "1.6 0.8", "3 0.8"];

    /// <summary>Draws it.</summary>
    /// <param name="study">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 180 mm wide or more.</param>
    public static string Draw(GaugeStudy study, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var language = sheet.Language;
        var words = GaugeWords.In(language);
        if (study.Components.Count == 0)
        {
            return FigureFrame.Empty(sheet, study.Title, words.Nothing);
        }

        var split = sheet.Width * 0.54;
        var high = Math.Max(55, study.Components.Count * 13.6 + 12);
        var low = Top + high + 8;
        var hasMeans = study.Appraisers.Any(one => one.Means.Any(double.IsFinite));
        var body = hasMeans ? low + LowHeight + 11.5 : Top + high;
        var strip = VerdictStrip.Of(study.Verdict, study.Status, sheet.Width);
        var reading = study.Reading ?? string.Format(CultureInfo.InvariantCulture, words.Reading, Percent(study.StudyShare, language), Percent(study.ToleranceShare, language), study.DistinctCategories is { } ndc ? language.Number(ndc) : "—");
        return FigureFrame.Draw(sheet, body + strip.Height, study.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, FigureHead.WithUnit(study.Characteristic, study.Unit), study.Count, study.Period);
            DrawComponents(pen, study, language, words, split - Gap);
            GaugeZones.Draw(pen, study, language, words, split, Top - 4, sheet.Width - split);
            if (hasMeans)
            {
                DrawMeans(pen, study, sheet, words, low);
            }

            strip.Draw(pen, body);
        }, Hatching.Necessary, Hatching.Waste, Hatching.Unset);
    }

    internal static string Percent(double? value, Language language) => value is { } known && double.IsFinite(known) ? language.WithUnit(language.Written(known, 1), "%") : "—";

    // Three thin bars for each component: what it is of the variance, of the study, of the tolerance.
    private static void DrawComponents(SvgPen pen, GaugeStudy study, Language language, GaugeWords words, double right)
    {
        pen.Text(0, Top - 4, words.Components, Head, right);
        (string Name, Paint Paint, Func<GaugeComponent, double?> Of)[] kinds =
        [
            (words.Contribution, new Paint(Tone.Series1), one => one.Contribution),
            (words.Study, new Paint(Tone.AccentWash, Tone.Series1, 0.35), one => one.StudyShare),
            (words.Tolerance, new Paint(null, Tone.Ink2, 0.3, null, Hatching.Unset), one => one.ToleranceShare),
        ];
        var used = kinds.Where(kind => study.Components.Any(one => kind.Of(one) is { } value && double.IsFinite(value))).ToList();
        var label = new TextStyle(2.9);
        var left = Math.Min(right * 0.34, study.Components.Max(one => label.Measure(one.Name)) + 2);
        var most = study.Components.SelectMany(one => used.Select(kind => kind.Of(one) ?? 0)).Where(double.IsFinite).Append(100).Max();
        var axis = most <= 120 ? new ValueAxis(0, 100, 25) : ValueAxis.Of([0, most], 5, fromZero: true);
        double X(double value) => left + Math.Max(0, value) / Math.Max(axis.High, most) * (right - left - 13);
        var top = Top;
        var bottom = top + study.Components.Count * 13.6 - 1;
        foreach (var value in axis.Graduations)
        {
            pen.Line(X(value), top, X(value), bottom, Paint.Line(value == 0 ? Tone.Ink2 : Tone.Grid, value == 0 ? 0.25 : Paint.Fine));
            pen.Text(X(value), bottom + 3.4, language.WithUnit(language.Written(value, 0), "%"), Small with { Anchor = Anchor.Middle, Size = 2.6 });
        }

        for (var i = 0; i < study.Components.Count; i++)
        {
            var one = study.Components[i];
            var lines = TextFitting.Wrap(one.Name, left - 1.5, label.Size, label.Face, 2);
            pen.Lines(0, top + i * 13.6 + 7.2 - (lines.Count - 1) * 1.8, lines, label, 3.6);
            for (var k = 0; k < used.Count; k++)
            {
                if (used[k].Of(one) is not { } value || !double.IsFinite(value))
                {
                    continue;
                }

                var y = top + i * 13.6 + 0.8 + k * 3.8;
                pen.Rect(left, y, Math.Max(0.2, X(value) - left), 3.2, used[k].Paint);
                pen.Text(X(value) + 1.2, y + 2.6, Percent(value, language), new TextStyle(2.7), 14);
            }
        }

        var x = 0.0;
        foreach (var (name, paint, _) in used)
        {
            pen.Rect(x, bottom + 6.6, 5, 2.8, paint);
            pen.Text(x + 6.2, bottom + 9, name, Small);
            x += 6.2 + Small.Measure(name) + 5;
        }
    }

    private static void DrawMeans(SvgPen pen, GaugeStudy study, Sheet sheet, GaugeWords words, double top)
    {
        var language = sheet.Language;
        List<BoxGroup> boxes = [.. study.Appraisers.Select(one => BoxGroup.Of(one.Name, one.Values)).OfType<BoxGroup>()];
        var axis = ValueAxis.Aired([.. study.Appraisers.SelectMany(one => one.Means), .. boxes.SelectMany(BoxMark.ValuesOf)]);
        var left = axis.WidestLabel(language, Small) + 3;
        var bottom = top + LowHeight;
        var boxLeft = boxes.Count == 0 ? sheet.Width : sheet.Width - Math.Min(sheet.Width * 0.32, 8 + boxes.Count * 17);
        var right = boxes.Count == 0 ? sheet.Width - 2 : boxLeft - 6;
        double Y(double value) => bottom - axis.At(value) * LowHeight;
        pen.Text(0, top - 3, words.ByPart, Head, right);
        foreach (var value in axis.Graduations)
        {
            var foot = value == axis.Low;
            var line = Paint.Line(foot ? Tone.Ink2 : Tone.Grid, foot ? 0.25 : Paint.Fine);
            pen.Line(left, Y(value), right, Y(value), line);
            pen.Text(left - 1.5, Y(value) + 1, language.Written(value, axis.Decimals), Small with { Anchor = Anchor.End });
            if (boxes.Count > 0)
            {
                pen.Line(boxLeft, Y(value), sheet.Width, Y(value), line);
            }
        }

        DrawLines(pen, study, language, words, left, right, bottom, Y);
        if (boxes.Count > 0)
        {
            pen.Text(boxLeft, top - 3, words.ByAppraiser, Head, sheet.Width - boxLeft);
            var pitch = (sheet.Width - boxLeft) / boxes.Count;
            for (var i = 0; i < boxes.Count; i++)
            {
                var x = boxLeft + (i + 0.5) * pitch;
                BoxMark.Draw(pen, boxes[i], x, Math.Min(9, pitch * 0.6), Y, language, study.Decimals);
                pen.Text(x, bottom + 4.2, boxes[i].Name, Small with { Anchor = Anchor.Middle }, pitch - 1);
            }
        }
    }

    private static void DrawLines(SvgPen pen, GaugeStudy study, Language language, GaugeWords words, double left, double right, double bottom, Func<double, double> y)
    {
        var count = Math.Max(1, study.Appraisers.Max(one => one.Means.Count));
        var pitch = (right - left) / count;
        double X(int part) => left + (part + 0.5) * pitch;
        string Part(int i) => i < study.Parts.Count ? study.Parts[i] : language.Number(i + 1);
        var end = double.MinValue;
        var style = Small with { Anchor = Anchor.Middle };
        var word = style.Measure(words.Part) + 2;
        for (var i = 0; i < count; i++)
        {
            var text = TextFitting.Shorten(Part(i), 22, style.Size);
            var half = style.Measure(text) / 2;
            if (X(i) - half > Math.Max(end + 1.2, word))
            {
                pen.Text(X(i), bottom + 4.2, text, style);
                end = X(i) + half;
            }
        }

        pen.Text(0, bottom + 4.2, words.Part, Small with { Face = FontFace.Semibold }, left + pitch);
        var legend = 0.0;
        for (var s = 0; s < study.Appraisers.Count; s++)
        {
            var one = study.Appraisers[s];
            var paint = Paint.Line(Tones[s % Tones.Length], 0.5, Dashes[s % Dashes.Length]);
            List<int> known = [.. Enumerable.Range(0, one.Means.Count).Where(i => double.IsFinite(one.Means[i]))];
            if (known.Count > 1)
            {
                pen.Polyline([.. known.Select(i => (X(i), y(one.Means[i])))], paint);
            }

            foreach (var i in known.Take(400))
            {
                pen.Begin(one.Name + ", " + Part(i) + ", " + language.WithUnit(language.Written(one.Means[i], study.Decimals), study.Unit));
                pen.Circle(X(i), y(one.Means[i]), Math.Min(0.9, pitch * 0.3), new Paint(s % 2 == 0 ? Tones[s % Tones.Length] : Tone.Paper, Tones[s % Tones.Length], 0.35));
                pen.End();
            }

            var name = TextFitting.Shorten(one.Name, 30, Small.Size);
            var width = 8.5 + Small.Measure(name);
            if (legend + width < right)
            {
                pen.Line(legend, bottom + 8.6, legend + 7, bottom + 8.6, paint);
                pen.Text(legend + 8.5, bottom + 9.6, name, Small with { Tone = Tone.Ink });
                legend += width + 5;
            }
        }
    }
}
