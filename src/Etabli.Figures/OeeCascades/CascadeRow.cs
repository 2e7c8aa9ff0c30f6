using Etabli.Figures.Ink;

namespace Etabli.Figures.OeeCascades;

/// <summary>One bar of the cascade: a time from zero, or a loss from where the bar above ends.</summary>
internal sealed record CascadeRow(string Label, string Symbol, bool IsTime, decimal From, decimal To, Paint Paint)
{
    internal decimal Time => IsTime ? To : From - To;

    internal static List<CascadeRow> Of(OeeCascade cascade, OeeWords words)
    {
        var rows = new List<CascadeRow>();
        if (cascade.TotalTime is { } total)
        {
            rows.Add(Whole(words.Total, "tT", total));
            var closures = cascade.Losses.Where(loss => loss.Kind == CascadeLossKind.Closure).ToList();
            var rest = total - cascade.OpeningTime - closures.Sum(loss => loss.Time);
            var from = total;
            foreach (var loss in rest == 0 ? closures : [.. closures, new CascadeLoss(CascadeLossKind.Closure, string.Empty, rest)])
            {
                from = Take(rows, loss, from, words);
            }
        }

        rows.Add(Whole(words.Opening, "tO", cascade.OpeningTime));
        Take(rows, cascade, cascade.OpeningTime, words, CascadeLossKind.Planned);
        rows.Add(Whole(words.Required, "tR", cascade.RequiredTime));
        var required = Take(rows, cascade, cascade.RequiredTime, words, CascadeLossKind.Own);
        Take(rows, cascade, required, words, CascadeLossKind.Induced);
        rows.Add(Whole(words.Running, "tF", cascade.RunningTime));
        Take(rows, cascade, cascade.RunningTime, words, CascadeLossKind.Pace);
        rows.Add(Whole(words.Net, "tN", cascade.NetTime));
        Take(rows, cascade, cascade.NetTime, words, CascadeLossKind.Quality);
        rows.Add(Whole(words.Useful, "tU", cascade.UsefulTime) with { Paint = new Paint(Tone.ValueAdding) });
        return rows;
    }

    private static CascadeRow Whole(string label, string symbol, decimal time) => new(label, symbol, true, 0, time, new Paint(Tone.Series1));

    private static decimal Take(List<CascadeRow> rows, OeeCascade cascade, decimal from, OeeWords words, CascadeLossKind kind) =>
        cascade.Losses.Where(loss => loss.Kind == kind).OrderByDescending(loss => loss.Time).Aggregate(from, (at, loss) => Take(rows, loss, at, words));

    private static decimal Take(List<CascadeRow> rows, CascadeLoss loss, decimal from, OeeWords words)
    {
        var label = loss.Label.Length == 0 ? words.Kinds[(int)loss.Kind] : loss.Label;
        rows.Add(new CascadeRow(label, string.Empty, false, from, from - loss.Time, PaintOf(loss.Kind)));
        return from - loss.Time;
    }

    private static Paint PaintOf(CascadeLossKind kind) => kind switch
    {
        CascadeLossKind.Closure => new Paint(Tone.OffDay, Tone.Line2, 0.25),
        CascadeLossKind.Planned => new Paint(null, Tone.Line2, 0.25, null, Hatching.Unset),
        CascadeLossKind.Own => new Paint(Tone.Series2),
        CascadeLossKind.Induced => new Paint(Tone.Series5),
        CascadeLossKind.Pace => new Paint(Tone.Series4),
        _ => new Paint(Tone.Bad),
    };
}
