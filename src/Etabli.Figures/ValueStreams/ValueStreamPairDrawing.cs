using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.ValueStreams;

/// <summary>
/// Draws two states of a value stream one above the other at one scale, and what changes under them; 277 mm wide is one upright
/// A3 between its margins. (fr: comparaison de deux états)
/// </summary>
public static class ValueStreamPairDrawing
{
    private const double Head = 6.4;
    private const double Between = 3;
    private const double Strip = 16.4;
    private const double Title = 24;

    /// <summary>Width of an upright A3 between its margins, in millimetres.</summary>
    public const double Width = 277;

    /// <summary>Draws both at the roomiest density that keeps them on one A3, upright.</summary>
    /// <param name="pair">The two states.</param>
    /// <param name="sheet">Sheet they are drawn on, 180 mm wide or more.</param>
    public static string Draw(ValueStreamPair pair, Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(pair);
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentOutOfRangeException.ThrowIfLessThan(sheet.Width, 180, nameof(sheet));
        var words = MapWords.In(sheet.Language);
        var foot = sheet.Cartouche is null ? 0 : Cartouche.Height + 3;
        var (before, after) = (new State(pair.Before), new State(pair.After));
        var output = new StringWriter(CultureInfo.InvariantCulture);
        if (before.Graph.Nodes.Count == 0 || after.Graph.Nodes.Count == 0)
        {
            var empty = new SvgPen(output, sheet, 60 + foot, pair.Title, words.Nothing);
            EmptyPlace.Draw(empty, 0, 0, sheet.Width, 60, words.Nothing);
            sheet.Cartouche?.Draw(empty, sheet.Language, 63);
            empty.Finish();
            return output.ToString();
        }

        var (above, below) = Fit(before, after, sheet, words, sheet.Width / ValueStreamMapDrawing.PageRatio - foot);
        var height = Around(pair) + above.Height + below.Height;
        var pen = new SvgPen(
            output, sheet, height + foot, pair.Title,
            ValueStreamMapDrawing.Reading(pair.Before, sheet.Language, words) + " " + ValueStreamMapDrawing.Reading(pair.After, sheet.Language, words), Hatching.Unset);
        Name(pen, pair.Before, 0, sheet, words);
        pen.Down = Head;
        above.Draw(pen);
        pen.Down = 0;
        var second = Head + above.Height + Between;
        Name(pen, pair.After, second, sheet, words);
        pen.Down = second + Head;
        below.Draw(pen);
        pen.Down = 0;
        Gains(pen, pair.Differences, height - Strip, sheet, words);
        sheet.Cartouche?.Draw(pen, sheet.Language, height + 3);
        pen.Finish();
        return output.ToString();
    }

    private static double Around(ValueStreamPair pair) => 2 * Head + Between + (pair.Differences.Count == 0 ? 0 : Strip + Between);

    /// <summary>One scale for both: the same sizes, and boxes as far apart in one as in the other.</summary>
    private static (MapScene Above, MapScene Below) Fit(State before, State after, Sheet sheet, MapWords words, double most)
    {
        (MapScene Above, MapScene Below)? best = null;
        foreach (var density in MapDensity.All.Where(density => density.Scale <= 1))
        {
            if (before.At(density, sheet, words) is not { } above || after.At(density, sheet, words) is not { } below)
            {
                continue;
            }

            if (Math.Abs(above.Gap - below.Gap) > 0.01)
            {
                var narrow = density with { WidestGap = Math.Min(above.Gap, below.Gap) };
                (above, below) = (before.At(narrow, sheet, words) ?? above, after.At(narrow, sheet, words) ?? below);
            }

            best = (above, below);
            if (above.Height + below.Height + 2 * Head + 2 * Between + Strip <= most)
            {
                break;
            }
        }

        return best!.Value;
    }

    private static void Name(SvgPen pen, ValueStreamMap map, double top, Sheet sheet, MapWords words)
    {
        pen.Rect(0.2, top + 0.2, sheet.Width - 0.4, Head - 2, new Paint(Tone.Sheet, Tone.Line, 0.2));
        var name = string.IsNullOrEmpty(map.State) ? map.Title : map.State;
        pen.Text(2, top + 3.4, name, new TextStyle(3.2, FontFace.Semibold), 120);
        if (map.Totals is { } totals)
        {
            List<(string Name, Amount? Value)> all = [(words.LeadTime, totals.LeadTime), (words.Processing, totals.Processing), (words.ValueAdded, totals.ValueAdded), (words.Ratio.Split('=')[0].Trim(), totals.Ratio), (words.Takt, map.Takt?.Value)];
            pen.Text(sheet.Width - 2, top + 3.3, string.Join(" · ", all.Where(one => one.Value is not null).Select(one => one.Name + " " + one.Value!.Value.In(sheet.Language))), new TextStyle(2.8, FontFace.Sans, Tone.Ink, Anchor.End), sheet.Width - 126);
        }
    }

    private static void Gains(SvgPen pen, IReadOnlyList<StateGain> gains, double top, Sheet sheet, MapWords words)
    {
        if (gains.Count == 0)
        {
            return;
        }

        pen.Rect(0.3, top, sheet.Width - 0.6, Strip - 0.4, new Paint(Tone.Paper, Tone.Ink, 0.5));
        pen.Rect(0.3, top, Title, Strip - 0.4, new Paint(Tone.Sheet, Tone.Ink, 0.5));
        var lines = TextFitting.Wrap(words.Differences, Title - 4, 3.1, FontFace.Semibold, 3);
        pen.Lines(2.4, top + (Strip - 0.4) / 2 + 1.1 - (lines.Count - 1) * 2, lines, new TextStyle(3.1, FontFace.Semibold), 4);
        var wide = (sheet.Width - 0.6 - Title) / gains.Count;
        foreach (var (index, gain) in gains.Index())
        {
            var left = 0.3 + Title + index * wide;
            if (index > 0)
            {
                pen.Line(left, top, left, top + Strip - 0.4, Paint.Line(Tone.Line, 0.25));
            }

            Gain(pen, gain, left + 2.4, top, wide - 4.8);
        }
    }

    // Old value struck, new one in bold, then the change with its verdict: a shape, a letter, a colour.
    private static void Gain(SvgPen pen, StateGain gain, double x, double top, double room)
    {
        pen.Begin(gain.Name + ", " + gain.Before + " → " + gain.After);
        pen.Text(x, top + 4, gain.Name, new TextStyle(TextStyle.Smallest, FontFace.Sans, Tone.Ink2), room);
        var (old, now) = (new TextStyle(3, FontFace.Sans, Tone.Ink2), new TextStyle(3.4, FontFace.Semibold));
        var same = gain.Before == gain.After;
        var at = x;
        if (!same)
        {
            var width = Math.Min(old.Measure(gain.Before), room * 0.42);
            pen.Text(x, top + 8.8, gain.Before, old, width + 0.1);
            pen.Line(x - 0.2, top + 7.8, x + width + 0.2, top + 7.8, Paint.Line(Tone.Ink2, 0.25));
            pen.Text(x + width + 1.4, top + 8.8, "→", old);
            at += width + 2.8 + old.Measure("→");
        }

        pen.Text(at, top + 8.9, gain.After, now, x + room - at);
        if (gain.Change is not null)
        {
            var shift = gain.IsBetter is null ? 0 : 5;
            if (gain.IsBetter is { } verdict)
            {
                StatusMark.Draw(pen, x + 1.8, top + 12.6, 3.8, verdict ? Status.Good : Status.Bad);
            }

            pen.Text(x + shift, top + 13.6, gain.Change, new TextStyle(2.8), room - shift);
        }

        pen.End();
    }

    private sealed class State(ValueStreamMap map)
    {
        private MapChains? chains;

        internal MapGraph Graph { get; } = new(map);

        internal MapScene? At(MapDensity density, Sheet sheet, MapWords words) => MapScene.Of(map, Graph, chains ??= new(Graph), sheet, words, density, bare: true);
    }
}
