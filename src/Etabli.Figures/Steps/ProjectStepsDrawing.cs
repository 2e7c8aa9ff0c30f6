using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Steps;

/// <summary>Draws the strip of the steps. (fr: bandeau des étapes)</summary>
public static class ProjectStepsDrawing
{
    private const double Body = 21;
    private const double Padding = 1.4;

    /// <summary>Draws the strip.</summary>
    /// <param name="steps">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 20 mm or more per step.</param>
    public static string Draw(ProjectSteps steps, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(sheet);
        var words = StepWords.In(sheet.Language);
        var strip = sheet.Cartouche is null ? 0 : Cartouche.Height + 3;
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var pen = new SvgPen(output, sheet, Body + strip, words.Title + sheet.Language.Labelled(string.Empty, steps.Project), Reading(steps, sheet.Language, words));
        if (steps.Steps.Count == 0)
        {
            EmptyPlace.Draw(pen, 0, 0, sheet.Width, Body, words.Nothing);
        }

        for (var i = 0; i < steps.Steps.Count; i++)
        {
            DrawStep(pen, steps.Steps[i], i, sheet.Width / steps.Steps.Count, words, sheet.Language);
        }

        if (steps.Steps.Count > 0)
        {
            pen.Line(0, Body - 0.1, sheet.Width, Body - 0.1, Paint.Line(Tone.Line, 0.25));
        }

        sheet.Cartouche?.Draw(pen, sheet.Language, Body + 3);
        pen.Finish();
        return output.ToString();
    }

    private static void DrawStep(SvgPen pen, ProjectStep step, int index, double width, StepWords words, Language language)
    {
        var left = index * width;
        var text = left + (index == 0 && step.State != StepState.Current ? 0 : Padding);
        var room = left + width - text - 0.6;
        var current = step.State == StepState.Current;
        pen.Begin(step.Name + ", " + words.States[step.State]);
        if (current)
        {
            pen.Rect(left, 0, width, Body - 0.2, new Paint(Tone.AccentWash));
        }

        pen.Rect(left, 0, width, 1.1, new Paint(step.State switch
        {
            StepState.Done => Tone.Ink,
            StepState.Current => Tone.Accent,
            StepState.Started => Tone.Line2,
            _ => Tone.Line,
        }));
        if (index > 0)
        {
            pen.Line(left, 1.1, left, Body - 0.2, Paint.Line(Tone.Line, 0.25));
        }

        var tone = current ? Tone.Accent : step.State == StepState.Empty ? Tone.Ink2 : Tone.Ink;
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        pen.Text(text, 5.2, number, new TextStyle(3, FontFace.Mono, current ? Tone.Accent : Tone.Ink2));
        if (step.State == StepState.Done)
        {
            StatusMark.Draw(pen, text + 3.2 + 1.8 * number.Length, 4.2, 3.8, Status.Good);
        }

        var face = step.State == StepState.Empty ? FontFace.Sans : FontFace.Semibold;
        var size = Math.Clamp(3.27 * room / Math.Max(room, TextWidths.Of(step.Name, 3.3, face)), TextStyle.Smallest, 3.27);
        pen.Text(text, 9.8, step.Name, new TextStyle(size, face, tone), room);
        var small = new TextStyle(2.75, FontFace.Sans, Tone.Ink2);
        pen.Text(text, 14, step.Artefacts == 0 ? words.None : language.Counted(step.Artefacts, words.ObjectOne, words.ObjectMany), small, room);
        if (step.Criteria > 0)
        {
            pen.Text(text, 17.8, string.Create(CultureInfo.InvariantCulture, $"{step.Supported}/{step.Criteria}\u00A0{words.Criteria}"), small, room);
        }

        pen.End();
    }

    private static string Reading(ProjectSteps steps, Language language, StepWords words)
    {
        var done = steps.Steps.Count(step => step.State == StepState.Done);
        var current = steps.Steps.FirstOrDefault(step => step.State == StepState.Current);
        var sentence = string.Format(CultureInfo.InvariantCulture, words.Reading, language.Number(done), language.Number(steps.Steps.Count));
        return current is null ? sentence : sentence + " " + language.Labelled(words.Current, current.Name) + ".";
    }
}
