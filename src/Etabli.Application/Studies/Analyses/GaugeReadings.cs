using Etabli.Methods.Quality;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>A gauge study of a record (fr: lecture d’étude R&amp;R).</summary>
/// <param name="Study">What was found.</param>
/// <param name="Readings">The readings, in the order they came.</param>
public sealed record GaugeReadings(GaugeStudy Study, IReadOnlyList<GaugeReading> Readings)
{
    internal static GaugeReadings Of(Analysis analysis, MeasuredSeries series)
    {
        var content = analysis.Content;
        var (parts, operators) = (series.Texts["Part"], series.Texts["Operator"]);
        if (series.Values.Length == 0)
        {
            throw new NoAnswerException(AnalysisProblem.NoValue);
        }

        MustBeNamed(parts, operators, series.Rows);
        List<GaugeReading> readings = [.. series.Values.Select((v, i) => new GaugeReading(parts[i], operators[i], v))];
        var method = content.Choices.GetValueOrDefault("Method");
        if (method == "Nested")
        {
            MustBeNested(readings);
        }
        else
        {
            MustBeCrossed(readings);
        }

        var choices = new GaugeChoices
        {
            StudySigmas = content.Choices.GetValueOrDefault("Spread") == "5.15" ? 5.15 : 6,
            PoolingAlpha = (double)(Analysis.Number(content.Choices, "Alpha") ?? 0.05m),
            ToleranceWidth = (double?)(Analysis.Number(content.Choices, "Upper") - Analysis.Number(content.Choices, "Lower")),
        };
        return new(method switch { "Ranges" => GaugeRr.CrossedByRange(readings, choices), "Nested" => GaugeRr.Nested(readings, choices), _ => GaugeRr.CrossedByAnova(readings, choices) }, readings);
    }

    /// <summary>Each row names its part and who measured or judged it.</summary>
    internal static void MustBeNamed(string[] parts, string[] operators, long[] rows)
    {
        if (Array.FindIndex(parts, string.IsNullOrWhiteSpace) is >= 0 and var mute)
        {
            throw new NoAnswerException(AnalysisProblem.PartMissing, rows[mute]);
        }

        if (Array.FindIndex(operators, string.IsNullOrWhiteSpace) is >= 0 and var nobody)
        {
            throw new NoAnswerException(AnalysisProblem.OperatorMissing, rows[nobody]);
        }
    }

    private static void MustBeCrossed(List<GaugeReading> readings)
    {
        var cells = readings.GroupBy(r => (r.Part, r.Operator)).ToDictionary(g => g.Key, g => g.Count());
        var trials = cells.Values.Max();
        var (names, people) = (readings.Select(r => r.Part).Distinct().ToList(), readings.Select(r => r.Operator).Distinct().ToList());
        if (names.Count < 2 || people.Count < 2 || trials < 2)
        {
            throw new NoAnswerException(AnalysisProblem.NoReplicate, people.Count, names.Count, trials);
        }

        if (cells.Count == names.Count)
        {
            throw new NoAnswerException(AnalysisProblem.LooksNested);
        }

        foreach (var part in names)
        {
            foreach (var person in people)
            {
                if (cells.GetValueOrDefault((part, person)) != trials)
                {
                    throw new NoAnswerException(AnalysisProblem.NotBalanced, $"{part} · {person}");
                }
            }
        }
    }

    private static void MustBeNested(List<GaugeReading> readings)
    {
        var parts = readings.GroupBy(r => r.Part).ToList();
        if (parts.Find(p => p.Select(r => r.Operator).Distinct().Skip(1).Any()) is { } shared)
        {
            throw new NoAnswerException(AnalysisProblem.PartShared, shared.Key);
        }

        var people = parts.GroupBy(p => p.First().Operator).ToList();
        var (trials, each) = (parts.Max(p => p.Count()), people.Max(p => p.Count()));
        if (people.Count < 2 || each < 2 || trials < 2)
        {
            throw new NoAnswerException(AnalysisProblem.NoReplicate, people.Count, each, trials);
        }

        if ((people.Find(p => p.Count() != each)?.Key ?? parts.Find(p => p.Count() != trials)?.Key) is { } differs)
        {
            throw new NoAnswerException(AnalysisProblem.NestedNotBalanced, differs);
        }
    }
}
