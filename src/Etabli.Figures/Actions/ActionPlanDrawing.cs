using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Actions;

/// <summary>Draws an action plan as a table, for evidence that must not move any more. (fr: plan d’actions)</summary>
public static class ActionPlanDrawing
{
    private const double Leading = 3.7;
    private const double HeadTop = 17;
    private const double HeadHeight = 6;
    private static readonly TextStyle Head = new(2.8, FontFace.Semibold, Tone.Ink2);
    private static readonly TextStyle Body = new(2.9);
    private static readonly TextStyle Small = new(2.7, FontFace.Sans, Tone.Ink2);
    private static readonly TextStyle Code = new(2.7, FontFace.Mono, Tone.Ink2);

    // Parts of what is left when the code and the state have taken their width.
    private static readonly double[] Parts = [0.29, 0.22, 0.155, 0.125, 0.21];

    /// <summary>Draws the plan.</summary>
    /// <param name="plan">What it shows.</param>
    /// <param name="sheet">Sheet it is drawn on, 170 mm wide or more.</param>
    public static string Draw(ActionPlan plan, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 170, nameof(sheet));
        var words = ActionWords.In(sheet.Language);
        var strip = sheet.Cartouche is null ? 0 : Cartouche.Height + 3;
        var columns = Columns(plan, sheet.Width, words);
        var rows = plan.Actions.Select(action => Row.Of(action, columns, words, sheet.Language)).ToList();
        var body = rows.Count == 0 ? 40 : HeadTop + HeadHeight + rows.Sum(row => row.Height) + 0.3;

        var output = new StringWriter(CultureInfo.InvariantCulture);
        var pen = new SvgPen(output, sheet, body + strip, plan.Title, Reading(plan, sheet.Language, words), Hatching.Unset);
        if (rows.Count == 0)
        {
            EmptyPlace.Draw(pen, 0, 0, sheet.Width, body, words.Nothing);
        }
        else
        {
            DrawCounts(pen, plan, words, sheet.Language);
            DrawHead(pen, columns, words);
            var y = HeadTop + HeadHeight;
            foreach (var row in rows)
            {
                row.Draw(pen, columns, words, y);
                y += row.Height;
            }
        }

        sheet.Cartouche?.Draw(pen, sheet.Language, body + 3);
        pen.Finish();
        return output.ToString();
    }

    /// <summary>The mark of a state.</summary>
    /// <param name="state">The state.</param>
    public static Status Mark(ActionState state) => state switch
    {
        ActionState.InProgress => Status.InProgress,
        ActionState.Late or ActionState.Ineffective => Status.Bad,
        ActionState.Done or ActionState.Verified => Status.Good,
        ActionState.Abandoned => Status.Abandoned,
        _ => Status.ToDo,
    };

    private static string Reading(ActionPlan plan, Language language, ActionWords words)
    {
        var counts = Counts(plan).Select(count => Counted(count, words, language));
        var total = language.Counted(plan.Actions.Count, words.ActionOne, words.ActionMany);
        return plan.Actions.Count == 0 ? total + "." : language.Labelled(total, string.Join(", ", counts)) + ".";
    }

    private static IEnumerable<(ActionState State, int Count)> Counts(ActionPlan plan) => plan.Actions
        .GroupBy(action => action.State)
        .Select(group => (State: group.Key, Count: group.Count()))
        .OrderBy(count => Order(count.State));

    private static string Counted((ActionState State, int Count) count, ActionWords words, Language language) =>
        language.Counted(count.Count, words.States[count.State], words.Plurals[count.State]);

    private static int Order(ActionState state) => state switch
    {
        ActionState.Verified => 0,
        ActionState.Done => 1,
        ActionState.Ineffective => 2,
        ActionState.InProgress => 3,
        ActionState.Late => 4,
        ActionState.ToDo => 5,
        _ => 6,
    };

    // A bar whose lengths are the counts, and under it what each length is: the shape and the word, not the colour alone.
    private static void DrawCounts(SvgPen pen, ActionPlan plan, ActionWords words, Language language)
    {
        var x = 0.0;
        foreach (var (state, count) in Counts(plan))
        {
            var width = pen.Width * count / plan.Actions.Count;
            var paint = Mark(state) switch
            {
                Status.Good => new Paint(Tone.Good),
                Status.Bad => new Paint(Tone.Bad),
                Status.InProgress => new Paint(Tone.Accent),
                Status.Abandoned => new Paint(null, null, 0, null, Hatching.Unset),
                _ => new Paint(Tone.Paper, Tone.Line2, 0.25),
            };
            pen.Rect(x + 0.15, 0.15, Math.Max(0.3, width - 0.6), 3.4, paint);
            x += width;
        }

        x = 0;
        foreach (var (state, count) in Counts(plan))
        {
            var text = Counted((state, count), words, language);
            StatusMark.Draw(pen, x + 2.2, 8.6, 4, Mark(state));
            pen.Text(x + 5.6, 9.7, text, Body);
            x += 5.6 + Body.Measure(text) + 5;
        }
    }

    private static void DrawHead(SvgPen pen, double[] columns, ActionWords words)
    {
        string[] heads = [words.Number, words.Label, words.Deliverable, words.Owner, words.Due, words.Effect, words.State];
        for (var i = 0; i < heads.Length; i++)
        {
            pen.Text(columns[i], HeadTop + HeadHeight - 2, heads[i], Head, columns[i + 1] - columns[i] - 2);
        }

        pen.Line(0, HeadTop + HeadHeight, pen.Width, HeadTop + HeadHeight, Paint.Line(Tone.Ink));
    }

    private static double[] Columns(ActionPlan plan, double width, ActionWords words)
    {
        var code = Math.Max(8, plan.Actions.Select(action => Code.Measure(action.Code)).DefaultIfEmpty(0).Max() + 3);
        var state = words.States.Values.Max(Body.Measure) + 6;
        var left = width - code - state;
        var edges = new double[8];
        edges[1] = code;
        for (var i = 0; i < Parts.Length; i++)
        {
            edges[i + 2] = edges[i + 1] + left * Parts[i];
        }

        edges[7] = width + 2;
        return edges;
    }

    private sealed record Row(
        PlannedAction Action,
        IReadOnlyList<string> Label,
        IReadOnlyList<string> Deliverable,
        IReadOnlyList<string> Owner,
        IReadOnlyList<string> Due,
        IReadOnlyList<string> Effect)
    {
        internal double Height => new[] { Label.Count, Deliverable.Count, Owner.Count, Due.Count, Effect.Count, 1 }.Max() * Leading + 2.4;

        internal static Row Of(PlannedAction action, double[] columns, ActionWords words, Language language)
        {
            var due = new List<string> { language.Date(action.Due) };
            if (action.Closed is { } closed)
            {
                due.AddRange(TextFitting.Wrap((action.State == ActionState.Abandoned ? words.AbandonedOn : words.ClosedOn) + " " + language.Date(closed), columns[5] - columns[4] - 2, Small.Size));
            }

            var measured = action.State is ActionState.Done && string.IsNullOrWhiteSpace(action.Effect) ? words.NotMeasured : action.Effect;
            return new Row(
                action,
                Lines(action.Label, 1),
                Lines(action.Deliverable, 2),
                Lines(action.Owner, 3),
                due,
                Lines(measured ?? string.Empty, 5));

            IReadOnlyList<string> Lines(string text, int column) =>
                TextFitting.Wrap(text, columns[column + 1] - columns[column] - 2, Body.Size, Body.Face, 5);
        }

        internal void Draw(SvgPen pen, double[] columns, ActionWords words, double y)
        {
            var baseline = y + 3.9;
            pen.Text(columns[0], baseline, Action.Code, Code);
            pen.Lines(columns[1], baseline, Label, Body, Leading);
            pen.Lines(columns[2], baseline, Deliverable, Body, Leading);
            pen.Lines(columns[3], baseline, Owner, Body, Leading);
            pen.Text(columns[4], baseline, Due[0], Body);
            pen.Lines(columns[4], baseline + Leading, [.. Due.Skip(1)], Small, Leading);
            pen.Lines(columns[5], baseline, Effect, Body, Leading);
            StatusMark.Draw(pen, columns[6] + 2, baseline - 1, 4, Mark(Action.State));
            pen.Text(columns[6] + 5.4, baseline, words.States[Action.State], Body);
            pen.Line(0, y + Height, pen.Width, y + Height, Paint.Line(Tone.Line, 0.25));
        }
    }
}
