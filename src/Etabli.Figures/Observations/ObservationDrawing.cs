using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Observations;

/// <summary>Draws a floor observation as a card: picture, place, fact, measure, waste, day. (fr: fiche d’observation terrain)</summary>
public static class ObservationDrawing
{
    private const double Margin = 4;
    private const double Leading = 5.2;
    private static readonly TextStyle Head = new(2.7, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Fact = new(4);
    private static readonly TextStyle Place = new(4.6, FontFace.Semibold);
    private static readonly TextStyle Value = new(3.3, FontFace.Semibold);

    /// <summary>Draws the card.</summary>
    /// <param name="observation">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 120 mm wide or more; 148 is an A6 card.</param>
    public static string Draw(Observation observation, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 120, nameof(sheet));
        var words = ObservationWords.In(sheet.Language);
        var picture = Math.Round(sheet.Width * 0.4);
        var left = picture + 2 * Margin;
        var place = TextFitting.Wrap(observation.Place, sheet.Width - left - Margin, Place.Size, Place.Face, 2);
        var lines = TextFitting.Wrap(observation.Fact, sheet.Width - left - Margin, Fact.Size, Fact.Face, 12);
        var factTop = Margin + 9.6 + place.Count * 5.6;
        var foot = Math.Max(Margin + picture * 0.75 - 21, factTop + (lines.Count - 1) * Leading + 5);
        var card = foot + 21 + Margin;
        var strip = sheet.Cartouche is null ? 0 : Cartouche.Height + 3;

        var output = new StringWriter(CultureInfo.InvariantCulture);
        var pen = new SvgPen(output, sheet, card + strip, words.Title + sheet.Language.Labelled(string.Empty, observation.Place), observation.Fact, Hatching.Unset);
        pen.Rect(0.2, 0.2, sheet.Width - 0.4, card - 0.4, new Paint(Tone.Paper, Tone.Line2, 0.3), 0.8);
        DrawPicture(pen, observation, words, picture);
        if (observation.Seen > 1 && card > Margin + picture * 0.75 + 8)
        {
            var seen = sheet.Language.Labelled(words.Seen, string.Create(CultureInfo.InvariantCulture, $"{observation.Seen}\u00A0{words.Times}"));
            pen.Text(Margin, Margin + picture * 0.75 + 5, seen, Head, picture);
        }

        pen.Text(left, Margin + 2.2, words.Place, Head, sheet.Width - left - Margin);
        pen.Lines(left, Margin + 7.6, place, Place, 5.6);
        pen.Lines(left, factTop, lines, Fact, Leading);
        DrawFoot(pen, observation, words, sheet.Language, left, foot);
        sheet.Cartouche?.Draw(pen, sheet.Language, card + 3);
        pen.Finish();
        return output.ToString();
    }

    private static void DrawPicture(SvgPen pen, Observation observation, ObservationWords words, double width)
    {
        var height = width * 0.75;
        if (observation.Photo is { Length: > 0 } photo)
        {
            pen.Image(photo, Margin, Margin, width, height);
            pen.Rect(Margin, Margin, width, height, Paint.Line(Tone.Line, 0.2));
            return;
        }

        pen.Rect(Margin, Margin, width, height, new Paint(Tone.Sheet, Tone.Line, 0.2));
        var x = Margin + width / 2;
        var y = Margin + height / 2 - 3;
        pen.Rect(x - 6, y - 4, 12, 8.4, Paint.Line(Tone.Line2), 1);
        pen.Rect(x - 2.4, y - 5.6, 4.8, 1.6, Paint.Line(Tone.Line2), 0.4);
        pen.Circle(x, y + 0.2, 2.5, Paint.Line(Tone.Line2));
        pen.Text(x, y + 9.6, words.NoPhoto, Head with { Anchor = Anchor.Middle });
    }

    private static void DrawFoot(SvgPen pen, Observation observation, ObservationWords words, Language language, double left, double top)
    {
        var right = pen.Width - Margin;
        var half = left + (right - left) / 2;
        pen.Line(left, top, right, top, Paint.Line(Tone.Line, 0.25));
        pen.Text(left, top + 4.4, words.Measure, Head);
        if (string.IsNullOrWhiteSpace(observation.Measure))
        {
            StatusMark.Draw(pen, left + 2.2, top + 7.8, 3.8, Status.Warning);
            pen.Text(left + 6, top + 9, words.NoMeasure, Value, half - left - 8);
        }
        else
        {
            pen.Text(left, top + 9, observation.Measure, Value, half - left - 2);
        }

        DrawFact(pen, words.Waste, observation.Waste is { } waste ? words.Wastes[waste] : words.NoWaste, half, top + 4.4, right - half);
        pen.Line(left, top + 11.5, right, top + 11.5, Paint.Line(Tone.Line, 0.25));
        DrawFact(pen, words.Day, language.LongDate(observation.Day), left, top + 15.9, half - left - 2);
        if (observation.Observer is { Length: > 0 } observer)
        {
            DrawFact(pen, words.Observer, observer, half, top + 15.9, right - half);
        }
    }

    private static void DrawFact(SvgPen pen, string label, string value, double x, double y, double room)
    {
        pen.Text(x, y, label, Head, room);
        pen.Text(x, y + 4.6, value, Value, room);
    }
}
