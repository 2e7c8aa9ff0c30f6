using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Yamazumis;

/// <summary>What each model asks of a post, as bars beside its stack, the highest named.</summary>
internal static class YamazumiModels
{
    internal static readonly Tone[] Tones = [Tone.Series1, Tone.Series2, Tone.Series3, Tone.Series4, Tone.Series5, Tone.Series6];
    private static readonly TextStyle Name = new(2.7, FontFace.Semibold, Tone.Ink, Anchor.End);

    /// <summary>The model a post is longest for; null when there is none, or when all are as long.</summary>
    internal static int? Highest(YamazumiPost post) => post.ByModel.Distinct().Count() < 2 ? null : post.ByModel.Index().MaxBy(m => m.Item).Index;

    /// <summary>Whether a model has more at a post than its own maximum.</summary>
    internal static bool IsOver(Yamazumi figure, YamazumiPost post, int model) =>
        figure.Takt > 0 && model < figure.Models.Count && figure.Models[model].Most is { } most && post.ByModel[model] > most * figure.Takt * post.Copies;

    internal static bool IsAnyOver(Yamazumi figure, YamazumiPost post) => Enumerable.Range(0, post.ByModel.Count).Any(m => IsOver(figure, post, m));

    /// <summary>The models drawn: all when they fit, else those with the greatest parts of the mix.</summary>
    internal static IReadOnlyList<int> Shown(Yamazumi figure) =>
        [.. figure.Models.Index().OrderByDescending(m => m.Item.Share).ThenBy(m => m.Index).Take(YamazumiLayout.MostBars).Select(m => m.Index).Order()];

    internal static void Draw(SvgPen pen, Yamazumi figure, YamazumiLayout layout, YamazumiPost post, double left, double right, double floor, Language language)
    {
        var (longest, x) = (Highest(post), right - layout.Bars + 0.6);
        foreach (var model in Shown(figure).Where(m => m < post.ByModel.Count))
        {
            var (tall, isOver) = ((double)post.ByModel[model] * layout.PerUnit, IsOver(figure, post, model));
            pen.Begin(Said(figure, post, model, language));
            pen.Rect(x, floor - tall, YamazumiLayout.Bar - 0.35, tall, new Paint(Tones[model % Tones.Length], isOver ? Tone.Bad : model == longest ? Tone.Ink : null, model == longest || isOver ? 0.35 : 0));
            if (isOver && figure.Models[model].Most is { } most)
            {
                var limit = floor - (double)(most * figure.Takt * post.Copies) * layout.PerUnit;
                pen.Line(x - 0.25, limit, x + YamazumiLayout.Bar - 0.1, limit, Paint.Line(Tone.Bad, 0.5));
            }

            pen.End();
            x += YamazumiLayout.Bar;
        }

        if (longest is not { } highest)
        {
            return;
        }

        var top = floor - (double)post.ByModel[highest] * layout.PerUnit;
        var named = TextFitting.Shorten(figure.Models[highest].Name, right - left - 0.6, Name.Size, Name.Face);
        var wide = Name.Measure(named);
        pen.Rect(right - wide - 0.9, top - 3.6, wide + 1.2, 3.2, new Paint(Tone.Paper), 0.4);
        pen.Text(right - 0.3, top - 1.2, named, IsOver(figure, post, highest) ? Name with { Tone = Tone.Bad } : Name);
    }

    internal static string Share(YamazumiModel model, Language language, YamazumiWords words) =>
        string.Format(CultureInfo.InvariantCulture, words.OfMix, model.Name, language.WithUnit(language.Number(model.Share * 100, 0), "%"));

    private static string Said(Yamazumi figure, YamazumiPost post, int model, Language language) =>
        language.Labelled($"{post.Said}, {figure.Models[model].Name}", Time(figure, post.ByModel[model], language));

    private static string Time(Yamazumi figure, decimal value, Language language) => new Amount(value, figure.Unit, 1).In(language);
}
