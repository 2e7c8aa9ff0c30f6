using System.CommandLine;
using Etabli.Cli.Columns;
using Etabli.Cli.Measures;
using Etabli.Methods.Statistics;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>describe: a sample in a few figures, in one pass and in a memory that does not grow.</summary>
internal static class DescribeVerb
{
    /// <summary>Most values kept for quartiles: beyond, they are left out rather than approximated.</summary>
    public const int MostKept = 1_000_000;

    private const int Block = 4096;

    private const int MostGroups = 1000;

    public static Command Make()
    {
        var (file, column, group) = (Table(), Text("--column", "Reckoning.Column"), Text("--group", "Reckoning.Group"));
        var (level, skips) = (Number("--confidence", "Reckoning.Confidence"), Flag("--skip-empty", "Reckoning.SkipEmpty"));
        return new Command("describe", Speech.Say("Describe")) { file, column, group, level, skips }.Reckons(parsed =>
        {
            var confidence = Share(parsed.GetValue(level), 0.95, "--confidence");
            var groups = Read(parsed.GetRequiredValue(file), parsed.GetValue(column), parsed.GetValue(group), parsed.GetValue(skips));
            var facts = groups.Select(g => Facts(g, confidence)).ToList();
            return Answer.Done(parsed.GetValue(group) is null ? facts[0] : new { groups = facts }, [.. Lines(groups, confidence)]);
        });
    }

    private static List<Gathered> Read(FileInfo file, string? column, string? group, bool skipEmpty)
    {
        using var lines = ColumnFile.Open(file);
        var (at, by) = (lines.Find(column), group is null ? -1 : lines.Find(group));
        var found = new Dictionary<string, Gathered>(StringComparer.Ordinal);
        var byText = found.GetAlternateLookup<ReadOnlySpan<char>>();
        var kept = 0;
        while (lines.Next())
        {
            if (skipEmpty && (lines.IsBlank(at) || (by >= 0 && lines.IsBlank(by))))
            {
                continue;
            }

            var name = by < 0 ? [] : lines.Cell(by).Trim();
            if (!byText.TryGetValue(name, out var one))
            {
                var said = by < 0 ? "" : lines.Text(by);
                one = found.Count < MostGroups ? found[name.ToString()] = new(said, new double[Block]) : throw new ColumnFault("TooManyGroups", lines.Headings[by], MostGroups);
            }

            one.Add(lines.Number(at), kept++ < MostKept);
        }

        return found.Count > 0 ? [.. found.Values.Select(g => g.Closed())] : throw new ColumnFault("Empty", lines.Name);
    }

    private static object Facts(Gathered group, double level)
    {
        var s = group.Summary;
        var box = group.Kept is null ? null : Boxplot.Of(group.Kept.ToArray());
        return new
        {
            name = group.Name.Length == 0 ? null : group.Name,
            count = s.Count,
            minimum = s.Minimum,
            maximum = s.Maximum,
            mean = Told.Of(s.Mean),
            meanInterval = Told.Of(Confidence.OfMean(s, level)),
            standardDeviation = Told.Of(s.StandardDeviation),
            standardDeviationInterval = Told.Of(Confidence.OfStandardDeviation(s, level)),
            variance = Told.Of(s.Variance),
            skewness = Told.Of(s.Skewness),
            kurtosis = Told.Of(s.Kurtosis),
            box = box is null ? null : new { lowerQuartile = box.LowerQuartile, median = box.Median, upperQuartile = box.UpperQuartile, lowerWhisker = box.LowerWhisker, upperWhisker = box.UpperWhisker, outliers = box.Outliers.Count, because = Told.Of(box.Because) },
        };
    }

    private static IEnumerable<string> Lines(List<Gathered> groups, double level)
    {
        var grid = groups is [{ Name.Length: 0 }] ? new Grid() : new Grid(["", .. groups.Select(g => g.Name)]);
        var boxes = groups.ConvertAll(g => g.Kept is null ? null : Boxplot.Of(g.Kept.ToArray()));
        void Row(string key, Func<Summary, string> of) => grid.Row([Speech.Say(key), .. groups.Select(g => of(g.Summary))]);
        Row("Values", s => Told.Say(s.Count));
        Row("Minimum", s => Told.Say(s.Minimum));
        Row("Maximum", s => Told.Say(s.Maximum));
        Row("Mean", s => Told.Say(s.Mean));
        Row("Describe.MeanInterval", s => Told.Say(Confidence.OfMean(s, level)));
        Row("Deviation", s => Told.Say(s.StandardDeviation));
        Row("Describe.DeviationInterval", s => Told.Say(Confidence.OfStandardDeviation(s, level)));
        Row("Skewness", s => Told.Say(s.Skewness));
        Row("Kurtosis", s => Told.Say(s.Kurtosis));
        if (boxes.Exists(b => b is not null))
        {
            grid.Row([Speech.Say("LowerQuartile"), .. boxes.Select(b => Told.Say(b?.LowerQuartile))]).Row([Speech.Say("Median"), .. boxes.Select(b => Told.Say(b?.Median))])
                .Row([Speech.Say("UpperQuartile"), .. boxes.Select(b => Told.Say(b?.UpperQuartile))]).Row([Speech.Say("Outliers"), .. boxes.Select(b => Told.Say(b?.Outliers.Count))]);
        }

        return boxes.TrueForAll(b => b is not null) ? grid.Lines() : [.. grid.Lines(), Speech.Say("Describe.NoQuartiles", MostKept)];
    }

    /// <summary>What one group has given so far: its summary, a block that waits, and its values while they are few.</summary>
    private sealed class Gathered(string name, double[] block)
    {
        private int waiting;

        public string Name { get; } = name;

        public Summary Summary { get; private set; } = Summary.Empty;

        public List<double>? Kept { get; private set; } = [];

        public void Add(double value, bool keep)
        {
            block[waiting++] = value;
            if (waiting == block.Length)
            {
                Closed();
            }

            if (!keep)
            {
                Kept = null;
            }

            Kept?.Add(value);
        }

        public Gathered Closed()
        {
            Summary = Summary.With(block.AsSpan(0, waiting));
            waiting = 0;
            return this;
        }
    }
}
