using System.Globalization;
using Etabli.Figures.Ink;

namespace Etabli.Figures.Capability;

/// <summary>The numbers of a study, in a box beside its histogram.</summary>
internal sealed class CapabilityBox
{
    private const double Row = 4.3;
    private const double HeadRow = 6;
    private static readonly TextStyle Label = new(2.9, FontFace.Sans, Tone.Ink);
    private static readonly TextStyle Value = new(2.9, FontFace.Semibold, Tone.Ink, Anchor.End);
    private readonly List<(bool IsHead, string Label, string Value, string Aside)> rows = [];

    internal double Height => 3 + rows.Sum(row => row.IsHead ? HeadRow : Row);

    internal static CapabilityBox Of(CapabilityStudy study, Language language, CapabilityWords words)
    {
        var box = new CapabilityBox();
        box.Head(words.Values, string.Empty);
        box.Add("n", language.Number(study.Count));
        box.AddKnown(words.Mean, study.Mean, study.Decimals, language);
        box.AddKnown(words.SigmaWithin, study.SigmaWithin, study.Decimals + 1, language);
        box.AddKnown(words.SigmaOverall, study.SigmaOverall, study.Decimals + 1, language);
        box.AddKnown("P\u00A0" + language.Written(0.135, 3), study.LowPercentile, study.Decimals, language);
        box.AddKnown(words.Median, study.Median, study.Decimals, language);
        box.AddKnown("P\u00A0" + language.Written(99.865, 3), study.HighPercentile, study.Decimals, language);
        if (study.Indices.Count > 0)
        {
            var bounded = study.Refusal is null && study.Indices.Any(index => index.Low is not null || index.High is not null);
            box.Head(words.Indices, bounded ? string.Format(CultureInfo.InvariantCulture, words.Interval, language.WithUnit(new Amount((decimal)study.Confidence, "", 1).In(language), "%")) : string.Empty);
            foreach (var index in study.Indices)
            {
                box.rows.Add((false, index.Name, study.Refusal is null ? language.Written(index.Value, 2) : words.NotStated, study.Refusal is null ? Interval(index, language) : string.Empty));
            }
        }

        if (study.ObservedPpm is not null || study.ExpectedPpmWithin is not null || study.ExpectedPpmOverall is not null)
        {
            box.Head(words.OutOfTolerance, string.Empty);
            box.AddKnown(words.Observed, study.ObservedPpm, 0, language);
            box.AddKnown(words.ExpectedWithin, study.ExpectedPpmWithin, 0, language);
            box.AddKnown(words.ExpectedOverall, study.ExpectedPpmOverall, 0, language);
        }

        foreach (var fact in study.Facts)
        {
            box.Add(fact.Label, fact.Value);
        }

        return box;
    }

    internal void Draw(SvgPen pen, double left, double top, double width)
    {
        const double padding = 2.4;
        const double aside = 22;
        pen.Rect(left, top, width - 0.2, Height, new Paint(Tone.Sheet, Tone.Line, 0.25), 0.8);
        var hasAside = rows.Any(row => row.Aside.Length > 0);
        var y = top + 0.6;
        foreach (var row in rows)
        {
            y += row.IsHead ? HeadRow : Row;
            if (row.IsHead)
            {
                pen.Text(left + padding, y - 1, row.Label, Label with { Face = FontFace.Semibold, Tone = Tone.Ink2 }, width - 2 * padding - (row.Aside.Length > 0 ? aside : 0));
                pen.Text(left + width - padding, y - 1, row.Aside, new TextStyle(2.6, FontFace.Sans, Tone.Ink2, Anchor.End), aside + 4);
                pen.Line(left + padding, y + 0.2, left + width - padding, y + 0.2, Paint.Line(Tone.Line, 0.2));
                continue;
            }

            var end = left + width - padding - (row.Aside.Length > 0 && hasAside ? aside : 0);
            var value = TextFitting.Shorten(row.Value, width * 0.62, Value.Size, Value.Face);
            BarredText.Draw(pen, left + padding, y, row.Label, Label, end - left - padding - Value.Measure(value) - 1.5);
            pen.Text(end, y, row.Value, Value, width * 0.62);
            pen.Text(left + width - padding, y, row.Aside, Label with { Anchor = Anchor.End, Tone = Tone.Ink2 }, aside - 1);
        }
    }

    private static string Interval(CapabilityIndex index, Language language) =>
        index.Low is null && index.High is null ? string.Empty : language.Written(index.Low, 2) + " – " + language.Written(index.High, 2);

    private void Head(string label, string aside) => rows.Add((true, label, string.Empty, aside));

    private void Add(string label, string value) => rows.Add((false, label, value, string.Empty));

    private void AddKnown(string label, double? value, int decimals, Language language)
    {
        if (value is { } known)
        {
            Add(label, language.Written(known, decimals));
        }
    }
}
