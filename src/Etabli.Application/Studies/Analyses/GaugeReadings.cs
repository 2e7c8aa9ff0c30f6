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

        if (Array.FindIndex(parts, p => p.Length == 0) is >= 0 and var mute || Array.FindIndex(operators, o => o.Length == 0) is >= 0 and var nobody && (mute = nobody) >= 0)
        {
            throw new NoAnswerException(AnalysisProblem.NotBalanced, $"{series.Rows[mute]}");
        }

        List<GaugeReading> readings = [.. series.Values.Select((v, i) => new GaugeReading(parts[i], operators[i], v))];
        var cells = readings.GroupBy(r => (r.Part, r.Operator)).ToDictionary(g => g.Key, g => g.Count());
        var trials = cells.Values.Max();
        var (names, people) = (parts.Distinct().ToList(), operators.Distinct().ToList());
        if (names.Count < 2 || people.Count < 2 || trials < 2)
        {
            throw new NoAnswerException(AnalysisProblem.TooFew, readings.Count, 8);
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

        var choices = new GaugeChoices
        {
            StudySigmas = content.Choices.GetValueOrDefault("Spread") == "5.15" ? 5.15 : 6,
            PoolingAlpha = (double)(Analysis.Number(content.Choices, "Alpha") ?? 0.05m),
            ToleranceWidth = (double?)(Analysis.Number(content.Choices, "Upper") - Analysis.Number(content.Choices, "Lower")),
        };
        return new(content.Choices.GetValueOrDefault("Method") == "Ranges" ? GaugeRr.CrossedByRange(readings, choices) : GaugeRr.CrossedByAnova(readings, choices), readings);
    }
}
