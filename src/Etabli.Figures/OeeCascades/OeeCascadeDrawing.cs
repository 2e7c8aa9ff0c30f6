using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.OeeCascades;

/// <summary>Draws the cascade of the OEE: full bars are times, floating bars are what is lost between them. (fr: cascade du TRS)</summary>
public static class OeeCascadeDrawing
{
    private const double Narrowest = 180;
    private const double BoxWidth = 58;
    private const double WideEnough = 225;
    private const double TimeRow = 8.4;
    private const double LossRow = 6.6;
    private const double Top = 12;
    private static readonly TextStyle Small = new(2.8, FontFace.Sans, Tone.Ink2);

    /// <summary>Draws it.</summary>
    /// <param name="cascade">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 180 mm wide or more.</param>
    public static string Draw(OeeCascade cascade, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(cascade);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, Narrowest, nameof(sheet));
        var language = sheet.Language;
        var words = OeeWords.In(language);
        if (cascade.OpeningTime <= 0)
        {
            return FigureFrame.Empty(sheet, cascade.Title, words.Nothing);
        }

        var rows = CascadeRow.Of(cascade, words);
        var notes = new List<string>();
        if (!string.IsNullOrWhiteSpace(cascade.Convention))
        {
            notes.AddRange(TextFitting.Wrap(language.Labelled(words.Convention, cascade.Convention), sheet.Width, 2.9, FontFace.Sans, 4));
        }

        if (cascade.Losses.Any(loss => loss.Time < 0))
        {
            notes.AddRange(TextFitting.Wrap(words.Gain, sheet.Width, 2.9));
        }

        // A narrow sheet has its rates under the bars, which need the width.
        var isWide = sheet.Width >= WideEnough;
        var under = Top + rows.Sum(row => row.IsTime ? TimeRow : LossRow);
        var foot = isWide ? Math.Max(under, Top - 4 + OeeBox.Height(cascade)) + 2 : under + 3 + OeeBox.StripHeight + 2;
        var reading = cascade.Reading ?? string.Format(CultureInfo.InvariantCulture, words.Reading, cascade.Machine, OeeBox.Percent(cascade.Oee, language), OeeBox.Percent(cascade.Availability, language), OeeBox.Percent(cascade.Performance, language), OeeBox.Percent(cascade.Quality, language));
        return FigureFrame.Draw(sheet, foot + notes.Count * 4.2 + (notes.Count > 0 ? 2 : 0), cascade.Title, reading, pen =>
        {
            FigureHead.Draw(pen, sheet, cascade.Machine, cascade.Count, cascade.Period);
            DrawBars(pen, cascade, rows, language, words, isWide ? sheet.Width - BoxWidth - 5 : sheet.Width - 0.5);
            if (isWide)
            {
                OeeBox.Draw(pen, cascade, language, words, sheet.Width - BoxWidth, Top - 4, BoxWidth);
            }
            else
            {
                OeeBox.DrawStrip(pen, cascade, language, words, under + 3);
            }

            pen.Lines(0, foot + 3.4, notes, new TextStyle(2.9), 4.2);
        }, Hatching.Unset);
    }

    private static void DrawBars(SvgPen pen, OeeCascade cascade, List<CascadeRow> rows, Language language, OeeWords words, double share)
    {
        var time = new TextStyle(3, FontFace.Semibold);
        var number = new TextStyle(2.9, FontFace.Sans, Tone.Ink, Anchor.End);
        string Gain(CascadeRow row) => row.IsTime ? language.Number(row.Time, cascade.Decimals) : language.Signed(-row.Time, cascade.Decimals);
        string Share(CascadeRow row) => cascade.RequiredTime == 0 ? "—" : row.IsTime ? language.Number(row.Time / cascade.RequiredTime * 100, 1) : language.Signed(-row.Time / cascade.RequiredTime * 100, 1);
        var minutes = share - Math.Max(Small.Measure(words.OfRequired), rows.Max(row => (number with { Face = FontFace.Semibold }).Measure(Share(row)))) - 4;
        var barRight = minutes - Math.Max(Small.Measure(cascade.Unit), rows.Max(row => (number with { Face = FontFace.Semibold }).Measure(Gain(row)))) - 3;
        var left = Math.Min(54, rows.Max(row => time.Measure(row.Label)) + 10);
        var most = rows.Max(row => Math.Max(row.From, row.To));
        var least = Math.Min(0, rows.Min(row => Math.Min(row.From, row.To)));
        double X(decimal at) => left + (double)((at - least) / (most - least)) * (barRight - left);

        pen.Text(minutes, Top - 2, cascade.Unit, Small with { Anchor = Anchor.End }, 16);
        pen.Text(share, Top - 2, words.OfRequired, Small with { Anchor = Anchor.End });
        var y = Top;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            var height = row.IsTime ? TimeRow : LossRow;
            var middle = y + height / 2;
            var bar = row.IsTime ? 6.0 : 4.0;
            var (from, to) = (Math.Min(X(row.From), X(row.To)), Math.Max(X(row.From), X(row.To)));
            pen.Begin(row.Label + ", " + language.WithUnit(Gain(row), cascade.Unit) + ", " + language.WithUnit(Share(row), "%"));
            pen.Line(0, y + height, share, y + height, Paint.Line(row.IsTime && i + 1 < rows.Count ? Tone.Line : Tone.Grid, Paint.Fine));
            pen.Rect(from, middle - bar / 2, Math.Max(0.2, to - from), bar, row.Paint);
            var style = row.IsTime ? time : new TextStyle(2.9, FontFace.Sans, Tone.Ink);
            pen.Text(row.IsTime ? 0 : 3, middle + 1.1, row.Label, style, left - 9 - (row.IsTime ? 0 : 3));
            pen.Text(left - 2, middle + 1.1, row.Symbol, time with { Anchor = Anchor.End, Tone = Tone.Ink2 });
            pen.Text(minutes, middle + 1.1, Gain(row), number with { Face = row.IsTime ? FontFace.Semibold : FontFace.Sans });
            pen.Text(share, middle + 1.1, Share(row), number with { Face = row.IsTime ? FontFace.Semibold : FontFace.Sans });
            pen.End();
            if (i + 1 < rows.Count)
            {
                // From where this bar ends down to where the next one starts.
                var next = rows[i + 1].IsTime ? TimeRow : LossRow;
                var joint = X(row.To);
                pen.Line(joint, middle + bar / 2, joint, y + height + next / 2 - (rows[i + 1].IsTime ? 3 : 2), Paint.Line(Tone.Ink2, 0.25, "0.6 0.6"));
            }

            y += height;
        }

        pen.Line(X(0), Top, X(0), y, Paint.Line(Tone.Ink2, 0.25));
    }
}
