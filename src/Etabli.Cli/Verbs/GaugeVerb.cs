using System.CommandLine;
using Etabli.Cli.Columns;
using Etabli.Cli.Measures;
using Etabli.Methods.Quality;
using static Etabli.Cli.Measures.Reckoning;

namespace Etabli.Cli.Verbs;

/// <summary>gauge: how much of what is measured is the measuring.</summary>
internal static class GaugeVerb
{
    public static Command Make()
    {
        var (file, part, oper, value) = (Table(), Name("--part", "Gauge.Part"), Name("--operator", "Gauge.Operator"), Name("--value", "Gauge.Value"));
        var (method, k, tolerance, alpha) = (OneOf("--method", "Gauge.Method", "anova", "ranges", "nested"), Number("--k", "Gauge.K"), Number("--tolerance", "Gauge.Tolerance"), Number("--pooling", "Gauge.Pooling"));
        return new Command("gauge", Speech.Say("Gauge")) { file, part, oper, value, method, k, tolerance, alpha }.Reckons(parsed =>
        {
            var table = ColumnTable.Read(parsed.GetRequiredValue(file), [parsed.GetRequiredValue(value)], [parsed.GetRequiredValue(part), parsed.GetRequiredValue(oper)]);
            var readings = table.Numbers().Select((v, i) => new GaugeReading(table.Names(0)[i], table.Names(1)[i], v)).ToList();
            var nested = parsed.GetValue(method) == "nested";
            MustBeBalanced(readings, nested);
            var width = parsed.GetValue(tolerance);
            var choices = new GaugeChoices { StudySigmas = Positive(parsed.GetValue(k), 6, "--k"), ToleranceWidth = width is null ? null : Positive(width, 1, "--tolerance"), PoolingAlpha = parsed.GetValue(alpha) is { } a ? Share(a, a, "--pooling") : 0.05 };
            return Sheet(nested ? GaugeRr.Nested(readings, choices) : parsed.GetValue(method) == "ranges" ? GaugeRr.CrossedByRange(readings, choices) : GaugeRr.CrossedByAnova(readings, choices));
        });
    }

    private static void MustBeBalanced(List<GaugeReading> readings, bool nested)
    {
        var (parts, operators) = (readings.Select(r => r.Part).Distinct().ToList(), readings.Select(r => r.Operator).Distinct().ToList());
        if (parts.Count < 2 || operators.Count < 2)
        {
            throw new ColumnFault("GaugeTooSmall", parts.Count, operators.Count);
        }

        var cells = readings.ToLookup(r => (r.Part, r.Operator));
        var trials = cells.First().Count();
        foreach (var (p, o) in nested ? cells.Select(c => c.Key) : parts.SelectMany(p => operators.Select(o => (p, o))))
        {
            if (cells[(p, o)].Count() is var here && (here != trials || here < 2))
            {
                throw new ColumnFault("GaugeUneven", p, o, here, Math.Max(2, trials));
            }
        }
    }

    private static Answer Sheet(GaugeStudy study)
    {
        var facts = new
        {
            method = Told.Key(study.Method),
            parts = study.Parts,
            operators = study.Operators,
            trials = study.Trials,
            gaugeShare = Told.Of(study.GaugeShare),
            distinctCategories = Told.Of(study.DistinctCategories),
            isPooled = study.IsPooled,
            components = new
            {
                gauge = Of(study.Gauge),
                repeatability = Of(study.Repeatability),
                reproducibility = Of(study.Reproducibility),
                operatorAlone = Of(study.OperatorAlone),
                interaction = Of(study.Interaction),
                part = Of(study.Part),
                total = Of(study.Total),
            },
            table = study.Table.Select(Of),
            pooledTable = study.PooledTable.Select(Of),
        };
        var grid = new Grid("", "σ²", "σ", Speech.Say("Gauge.Contribution"), Speech.Say("Gauge.StudyShare"), Speech.Say("Gauge.ToleranceShare"));
        foreach (var (key, one) in new[] { ("Gauge", study.Gauge), ("Repeatability", study.Repeatability), ("Reproducibility", study.Reproducibility), ("OperatorAlone", study.OperatorAlone), ("Interaction", study.Interaction), ("Part", study.Part), ("Total", study.Total) })
        {
            if (one is not null)
            {
                grid.Row(Speech.Say($"Gauge.Row.{key}"), Told.Say(one.Variance), Told.Say(one.Deviation), Told.Percent(one.Contribution), Told.Percent(one.StudyShare), Told.Percent(one.ToleranceShare));
            }
        }

        var anova = new Grid(Speech.Say("Anova.Origin"), Speech.Say("Anova.Freedom"), "SS", "MS", "F", "p");
        foreach (var line in study.IsPooled ? study.PooledTable : study.Table)
        {
            anova.Row(Speech.Term(line.Origin), $"{line.Degrees}", Told.Say(line.SumOfSquares), Told.Say(line.MeanSquare), Told.Say(line.F), Told.Say(line.P));
        }

        var interaction = study.IsPooled ? study.Table.FirstOrDefault(l => l.Origin == "interaction") : null;
        List<string> lines =
        [
            .. grid.Lines(), Speech.Say("Gauge.Categories", Told.Say(study.DistinctCategories)),
            .. interaction is null ? (string[])[] : [Speech.Say("Gauge.Pooled", Told.Say(interaction.F), Told.Say(interaction.P))],
            .. study.Table.Count > 0 ? anova.Lines() : [],
        ];
        return study.GaugeShare.IsKnown ? Answer.Done(facts, [.. lines]) : new(ExitCode.Refused, facts, [.. lines]) { Complaint = Speech.Say("Constant") };
    }

    private static object? Of(GaugeComponent? one) => one is null ? null : new
    {
        variance = one.Variance,
        deviation = one.Deviation,
        contribution = one.Contribution,
        studyShare = one.StudyShare,
        toleranceShare = one.ToleranceShare,
        varianceInterval = one.VarianceInterval is { } i ? new { low = i.Low, high = i.High, level = i.Confidence } : null,
    };

    private static object Of(VarianceLine line) => new { origin = line.Origin, degrees = line.Degrees, squares = line.SumOfSquares, meanSquare = line.MeanSquare, ratio = line.F, probability = line.P };
}
