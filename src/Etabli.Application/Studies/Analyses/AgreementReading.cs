using Etabli.Methods.Quality;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Studies.Analyses;

/// <summary>Whether those who judge parts agree: with themselves, with one another, with what the parts truly are (fr: lecture d’accord des contrôleurs).</summary>
/// <param name="Study">What was found.</param>
/// <param name="Parts">How many parts.</param>
/// <param name="Trials">How many times each judged each part.</param>
/// <param name="Verdicts">The verdicts given, in the order they came.</param>
/// <param name="Disputed">Parts that were not judged alike, each with what was said of it.</param>
/// <param name="Risk">α.</param>
public sealed record AgreementReading(AgreementStudy Study, int Parts, int Trials, IReadOnlyList<string> Verdicts, IReadOnlyList<AgreementReading.DisputedPart> Disputed, double Risk)
{
    /// <summary>From this κ on, agreement is good; the handbook's rule of thumb (AIAG, Measurement Systems Analysis, 2010, chapter III).</summary>
    public const double Good = 0.75;

    /// <summary>Below this κ, agreement is poor; same source.</summary>
    public const double Poor = 0.40;

    /// <summary>Most judgements one study takes.</summary>
    public const int MostJudgements = 20_000;

    /// <param name="Part">The part.</param>
    /// <param name="Truth">What it truly is; null when nobody said.</param>
    /// <param name="Said">What each operator said of it, in the order of the study; a verdict once, with how often when there are several.</param>
    public sealed record DisputedPart(string Part, string? Truth, IReadOnlyList<string> Said);

    /// <summary>Whether everybody always gave one and the same verdict: agreement then says nothing.</summary>
    public bool IsOneVerdict => Verdicts.Count < 2;

    internal static AgreementReading Of(Analysis analysis, MeasuredSeries series)
    {
        var risk = (double)(Analysis.Number(analysis.Content.Choices, "Alpha") ?? 0.05m);
        var (parts, operators) = (series.Texts["Part"], series.Texts["Operator"]);
        if (parts.Length == 0)
        {
            throw new NoAnswerException(AnalysisProblem.NoValue);
        }

        if (parts.Length > MostJudgements)
        {
            throw new NoAnswerException(AnalysisProblem.TooMany, parts.Length, MostJudgements);
        }

        GaugeReadings.MustBeNamed(parts, operators, series.Rows);

        // "OK" and "ok" are one verdict, written as it first came.
        var spelling = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string Spelled(string verdict) => spelling.TryGetValue(verdict.Trim(), out var known) ? known : spelling[verdict.Trim()] = verdict.Trim();
        List<AttributeReading> readings = [.. series.Texts["Verdict"].Select((v, i) => new AttributeReading(parts[i], operators[i], Spelled(v)))];
        var truth = series.Texts.GetValueOrDefault("Standard") is { } said ? Truth(parts, [.. said.Select(s => string.IsNullOrWhiteSpace(s) ? "" : Spelled(s))]) : null;
        var cells = readings.ToLookup(r => (r.Part, r.Operator), r => r.Verdict);
        string[] names = [.. parts.Distinct(StringComparer.Ordinal)];
        string[] people = [.. operators.Distinct(StringComparer.Ordinal)];
        var trials = cells.Max(c => c.Count());
        foreach (var (name, person) in names.SelectMany(n => people.Select(p => (n, p))))
        {
            if (cells[(name, person)].Count() != trials)
            {
                throw new NoAnswerException(AnalysisProblem.NotBalanced, $"{name} · {person}");
            }
        }

        if (trials * people.Length < 2)
        {
            throw new NoAnswerException(AnalysisProblem.OneJudgement);
        }

        return new(
            AttributeAgreement.Of(readings, truth, 1 - risk), names.Length, trials, [.. spelling.Values],
            [.. names.Where(n => people.SelectMany(p => cells[(n, p)]).Append(truth?[n] ?? cells[(n, people[0])].First()).Distinct().Skip(1).Any()).Select(n => new DisputedPart(n, truth?[n], [.. people.Select(p => Together(cells[(n, p)]))]))],
            risk);
    }

    /// <summary>The true verdict of each part, wherever a row says it.</summary>
    private static Dictionary<string, string> Truth(string[] parts, string[] said)
    {
        var truth = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parts.Length; i++)
        {
            if (said[i].Length > 0 && !truth.TryAdd(parts[i], said[i]) && truth[parts[i]] != said[i])
            {
                throw new NoAnswerException(AnalysisProblem.StandardDiffers, parts[i]);
            }
        }

        return Array.Find(parts, p => !truth.ContainsKey(p)) is { } unknown ? throw new NoAnswerException(AnalysisProblem.StandardMissing, unknown) : truth;
    }

    private static string Together(IEnumerable<string> verdicts)
    {
        var each = verdicts.GroupBy(v => v, StringComparer.Ordinal).ToList();
        return each.Count == 1 ? each[0].Key : string.Join(", ", each.Select(v => $"{v.Key} × {v.Count()}"));
    }
}
