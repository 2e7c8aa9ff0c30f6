using Etabli.Figures.Ink;

namespace Etabli.Figures.Interviews;

/// <summary>Draws an interview note: questions at the left, the quote and what hinders at the right. (fr: compte rendu d’entretien)</summary>
public static class InterviewNoteDrawing
{
    private const double Leading = 4.2;
    private static readonly TextStyle Question = new(2.9, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Reply = new(3.2);
    private static readonly TextStyle Head = new(2.7, FontFace.Semibold, Tone.Ink2);

    /// <summary>Draws it.</summary>
    /// <param name="note">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 120 mm wide or more.</param>
    public static string Draw(InterviewNote note, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(note);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 120, nameof(sheet));
        var words = InterviewWords.In(sheet.Language);
        var title = words.Title + ", " + note.Role;
        if (note.Answers.Count == 0 && string.IsNullOrEmpty(note.Quote))
        {
            return FigureFrame.Empty(sheet, title, words.Nothing);
        }

        var split = sheet.Width * 0.6;
        var side = split + 6;
        var answers = note.Answers.Select(answer => (Question: TextFitting.Wrap(answer.Question, split - 2, Question.Size, Question.Face, 3), Reply: TextFitting.Wrap(answer.Reply, split - 2, Reply.Size, Reply.Face, 12))).ToList();
        var quote = string.IsNullOrEmpty(note.Quote) ? [] : TextFitting.Wrap(note.Quote, sheet.Width - side - 5, 3.6, FontFace.Sans, 12);
        var tags = Tags(note.Irritants ?? [], side, sheet.Width);
        var left = 13 + answers.Sum(answer => (answer.Question.Count + answer.Reply.Count) * Leading + 3);
        var tagTop = 18 + (quote.Count == 0 ? 0 : quote.Count * 5 + 8);
        var right = tagTop + (tags.Count == 0 ? 0 : tags[^1].Y + 12) + 8;
        return FigureFrame.Draw(sheet, Math.Max(left, right), title, words.Reading(note, sheet.Language), pen =>
        {
            pen.Text(0, 5, note.Role, new TextStyle(4.2, FontFace.Semibold), split);
            pen.Text(sheet.Width, 5, note.Day is { } day ? sheet.Language.LongDate(day) : null, Question with { Anchor = Anchor.End }, sheet.Width - split - 4);
            pen.Line(0, 8, sheet.Width, 8, Paint.Line(Tone.Ink));
            var y = 13.0;
            foreach (var (question, reply) in answers)
            {
                pen.Lines(0, y, question, Question, Leading);
                y += question.Count * Leading;
                pen.Lines(0, y, reply, Reply, Leading);
                y += reply.Count * Leading + 3;
            }

            DrawSide(pen, note, quote, tags, side, tagTop, words);
        });
    }

    private static void DrawSide(SvgPen pen, InterviewNote note, IReadOnlyList<string> quote, List<(string Text, double X, double Y, double Width)> tags, double side, double tagTop, InterviewWords words)
    {
        if (quote.Count > 0)
        {
            pen.Text(side, 13, words.Quote, Head);
            pen.Line(side + 0.4, 15.6, side + 0.4, 16 + quote.Count * 5, Paint.Line(Tone.Accent, Paint.Strong));
            pen.Lines(side + 4, 19, quote, new TextStyle(3.6), 5);
        }

        if (tags.Count > 0)
        {
            pen.Text(side, tagTop, words.Irritants, Head);
            foreach (var (text, x, y, width) in tags)
            {
                pen.Rect(x, tagTop + 2.4 + y, width, 5.4, new Paint(Tone.Sheet, Tone.Line2, 0.25), 1);
                pen.Text(x + 2, tagTop + 6.2 + y, text, new TextStyle(2.9), width - 3);
            }
        }

        var foot = tagTop + (tags.Count == 0 ? 0 : tags[^1].Y + 12);
        pen.Rect(side, foot, 3.6, 3.6, new Paint(Tone.Paper, Tone.Ink, 0.3));
        if (note.HasConsent)
        {
            pen.Polyline([(side + 0.7, foot + 1.9), (side + 1.5, foot + 2.8), (side + 3, foot + 0.8)], Paint.Line(Tone.Ink, 0.6));
        }

        pen.Text(side + 5.4, foot + 2.9, note.HasConsent ? words.Consent : words.NoConsent, Question with { Size = 2.7 }, pen.Width - side - 5.4);
    }

    private static List<(string Text, double X, double Y, double Width)> Tags(IReadOnlyList<string> irritants, double left, double right)
    {
        var tags = new List<(string Text, double X, double Y, double Width)>();
        var (x, y) = (left, 0.0);
        foreach (var text in irritants)
        {
            var width = Math.Min(right - left, TextWidths.Of(text, 2.9) + 4);
            if (x + width > right && x > left)
            {
                (x, y) = (left, y + 7);
            }

            tags.Add((text, x, y, width - 0.2));
            x += width + 2;
        }

        return tags;
    }
}

internal sealed record InterviewWords(string Title, string Nothing, string Quote, string Irritants, string Consent, string NoConsent, string AnswerOne, string AnswerMany)
{
    internal static InterviewWords In(Language language) => language == Language.English
        ? new("Interview", "No answer. Ask the first question and note what is said.", "In their own words", "What hinders", "agreed to be quoted", "not to be quoted without consent", "answer", "answers")
        : new("Entretien", "Aucune réponse. Posez la première question et notez ce qui est dit.", "Verbatim", "Irritants", "accepte d’être cité", "ne pas citer sans accord", "réponse", "réponses");

    internal string Reading(InterviewNote note, Language language) => note.Role + ", " + language.Counted(note.Answers.Count, AnswerOne, AnswerMany) + ".";
}
