using MathNet.Numerics.Distributions;

namespace Etabli.Methods.Quality;

/// <summary>One judgement of one part (fr: jugement).</summary>
/// <param name="Part">The part judged.</param>
/// <param name="Operator">Who judged.</param>
/// <param name="Verdict">What was said: good, bad, a class.</param>
public sealed record AttributeReading(string Part, string Operator, string Verdict)
{
    /// <summary>The part judged.</summary>
    public string Part { get; } = Argument.Said(Part, nameof(Part));

    /// <summary>Who judged.</summary>
    public string Operator { get; } = Argument.Said(Operator, nameof(Operator));

    /// <summary>What was said.</summary>
    public string Verdict { get; } = Argument.Said(Verdict, nameof(Verdict));
}

/// <summary>How far judgements agree beyond chance (fr: coefficient kappa).</summary>
/// <param name="Value">κ: 1 full agreement, 0 that of chance, below 0 worse; without value when everybody always said the same.</param>
/// <param name="Observed">Share of agreement seen.</param>
/// <param name="ByChance">Share of agreement chance would give.</param>
/// <param name="Interval">Interval of κ, from its large-sample error; null when κ is not there.</param>
/// <param name="P">P of such a κ by chance alone, one-sided; null when κ is not there.</param>
public sealed record Kappa(Explained<double> Value, double Observed, double ByChance, IndexInterval? Interval, double? P);

/// <summary>Parts judged alike, among all (fr: taux d’accord).</summary>
/// <param name="Alike">Parts always judged alike.</param>
/// <param name="Parts">Parts judged.</param>
/// <param name="Interval">Exact interval of the share (Clopper and Pearson).</param>
public sealed record AgreementShare(int Alike, int Parts, IndexInterval Interval)
{
    /// <summary>Share of parts judged alike.</summary>
    public double Share => (double)Alike / Parts;

    /// <summary>The same, with where it comes from.</summary>
    public Explained<double> Explain() => AttributeAgreement.ShareFormula.Gives(Share, Units.Ratio, new Term("k", "parts judged alike", Alike, Units.Ratio), new Term("n", "parts", Parts, Units.Ratio));
}

/// <summary>What one operator's judgements are worth (fr: accord d’un opérateur).</summary>
/// <param name="Operator">Who.</param>
/// <param name="Within">With himself, over trials.</param>
/// <param name="WithinKappa">Fleiss κ over his own trials; null for one trial.</param>
/// <param name="WithStandard">With himself and with the standard; null when no standard was given.</param>
/// <param name="StandardKappa">Cohen κ against the standard, all trials together; null when no standard was given.</param>
public sealed record OperatorAgreement(string Operator, AgreementShare Within, Kappa? WithinKappa, AgreementShare? WithStandard, Kappa? StandardKappa);

/// <summary>What a visual inspection is worth (fr: étude R&amp;R aux attributs).</summary>
/// <param name="ByOperator">Each operator, in order of appearance.</param>
/// <param name="Between">All operators with one another, over all trials.</param>
/// <param name="BetweenKappa">Fleiss κ over all judgements.</param>
/// <param name="WithStandard">All operators and the standard; null when none was given.</param>
public sealed record AgreementStudy(IReadOnlyList<OperatorAgreement> ByOperator, AgreementShare Between, Kappa BetweenKappa, AgreementShare? WithStandard)
{
    /// <summary>Each operator.</summary>
    public IReadOnlyList<OperatorAgreement> ByOperator { get; } = Listed.Of(ByOperator, nameof(ByOperator));
}

/// <summary>Agreement of judgements by attributes (fr: accord des contrôleurs).</summary>
/// <remarks>Source: Cohen, 1960; Fleiss, 1971; AIAG, Measurement Systems Analysis, 4th edition, 2010, chapter III.</remarks>
public static class AttributeAgreement
{
    private static readonly Formula CohenFormula = new("Cohen kappa", "κ = (Po − Pe) / (1 − Pe)", QualityBooks.Cohen);

    internal static readonly Formula ShareFormula = new("share of agreement", "A = k / n, β(α/2; k, n − k + 1) ≤ A ≤ β(1 − α/2; k + 1, n − k)", QualityBooks.ClopperPearson);

    private static readonly Formula FleissFormula = new("Fleiss kappa", "κ = (P̄ − P̄e) / (1 − P̄e)", QualityBooks.Fleiss);

    /// <summary>Study of judgements, each operator having judged each part the same number of times.</summary>
    /// <param name="readings">Judgements, trials in order.</param>
    /// <param name="standard">True verdict of each part; null when it is not known.</param>
    /// <param name="confidence">Confidence of the intervals. Usual: 0.95. Range: 0 to 1, both excluded.</param>
    /// <exception cref="ArgumentException">A part lacks judgements by an operator, or a true verdict (it is named), or nobody agrees with nobody: one judgement in all.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is out of range.</exception>
    /// <remarks>O(readings·verdicts).</remarks>
    /// <example><c>AttributeAgreement.Of(readings, standard).ByOperator[0].StandardKappa</c></example>
    public static AgreementStudy Of(IEnumerable<AttributeReading> readings, IReadOnlyDictionary<string, string>? standard = null, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(readings);
        MustBeShare(confidence);
        var all = readings.ToList();
        string[] parts = [.. all.Select(r => r.Part).Distinct(StringComparer.Ordinal)];
        string[] operators = [.. all.Select(r => r.Operator).Distinct(StringComparer.Ordinal)];
        var cells = all.ToLookup(r => (r.Part, r.Operator), r => r.Verdict);
        var trials = parts.Length == 0 ? 0 : cells[(parts[0], operators[0])].Count();
        if (trials * operators.Length < 2)
        {
            throw new ArgumentException("Expected two judgements of each part at least.", nameof(readings));
        }

        foreach (var (part, who) in parts.SelectMany(p => operators.Select(o => (p, o))))
        {
            if (cells[(part, who)].Count() != trials)
            {
                throw new ArgumentException($"Part '{part}' has {cells[(part, who)].Count()} judgements by '{who}'; expected {trials}.", nameof(readings));
            }
        }

        if (standard is not null && Array.Find(parts, p => !standard.ContainsKey(p)) is { } unknown)
        {
            throw new ArgumentException($"Part '{unknown}' has no true verdict.", nameof(standard));
        }

        string[] verdicts = [.. all.Select(r => r.Verdict).Concat(standard?.Values ?? []).Distinct(StringComparer.Ordinal)];
        var byPart = parts.Select(p => operators.SelectMany(o => cells[(p, o)]).ToList()).ToList();
        return new(
            [.. operators.Select(o => One(o, [.. parts.Select(p => cells[(p, o)].ToList())]))],
            Alike(byPart),
            Fleiss(Counts(byPart), confidence),
            standard is null ? null : Alike([.. byPart.Select((v, i) => (List<string>)[.. v, standard[parts[i]]])]));

        OperatorAgreement One(string who, List<List<string>> own) => new(
            who,
            Alike(own),
            trials > 1 ? Fleiss(Counts(own), confidence) : null,
            standard is null ? null : Alike([.. own.Select((v, i) => (List<string>)[.. v, standard[parts[i]]])]),
            standard is null ? null : Cohen(Crossed(own), confidence));

        AgreementShare Alike(List<List<string>> judged)
        {
            var alike = judged.Count(v => v.TrueForAll(x => x == v[0]));
            return new(alike, judged.Count, ClopperPearson(alike, judged.Count, confidence));
        }

        int[][] Counts(List<List<string>> judged) => [.. judged.Select(v => verdicts.Select(x => v.Count(y => y == x)).ToArray())];

        int[,] Crossed(List<List<string>> own)
        {
            var table = new int[verdicts.Length, verdicts.Length];
            for (var i = 0; i < parts.Length; i++)
            {
                foreach (var verdict in own[i])
                {
                    table[Array.IndexOf(verdicts, verdict), Array.IndexOf(verdicts, standard![parts[i]])]++;
                }
            }

            return table;
        }
    }

    /// <summary>Cohen κ of two judges.</summary>
    /// <param name="table">Times the first said the row and the second the column. Square, counts ≥ 0, one judgement at least.</param>
    /// <param name="confidence">Confidence of the interval.</param>
    /// <exception cref="ArgumentException">The table is not square, is empty, or a count is negative.</exception>
    /// <remarks>O(verdicts²). Error of κ: √(Po(1 − Po)/n)/(1 − Pe) for the interval, that of κ = 0 for p. Source: Cohen, 1960; Fleiss, Cohen and Everitt, 1969.</remarks>
    /// <example><code>AttributeAgreement.Cohen(new[,] { { 20, 5 }, { 10, 15 } }).Value.Known; // 0.4</code></example>
    public static Kappa Cohen(int[,] table, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(table);
        MustBeShare(confidence);
        var k = table.GetLength(0);
        if (k != table.GetLength(1) || table.Cast<int>().Any(c => c < 0) || table.Cast<int>().All(c => c == 0))
        {
            throw new ArgumentException("Expected a square table of counts, not all 0.", nameof(table));
        }

        double n = table.Cast<int>().Sum(c => (long)c);
        var rows = Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => table[i, j] / n)).ToArray();
        var columns = Enumerable.Range(0, k).Select(j => Enumerable.Range(0, k).Sum(i => table[i, j] / n)).ToArray();
        var observed = Enumerable.Range(0, k).Sum(i => table[i, i] / n);
        var chance = Enumerable.Range(0, k).Sum(i => rows[i] * columns[i]);
        var error = Math.Sqrt(observed * (1 - observed) / n) / (1 - chance);
        var mixed = Enumerable.Range(0, k).Sum(i => rows[i] * columns[i] * (rows[i] + columns[i]));
        var null_ = Math.Sqrt(Math.Max(0, chance + chance * chance - mixed) / n) / (1 - chance);
        return Said(CohenFormula, observed, chance, error, null_, confidence, new Term("n", "judgements", n, Units.Ratio));
    }

    /// <summary>Fleiss κ of many judges.</summary>
    /// <param name="counts">For each part, how many judgements each verdict got; the same number of judgements each, 2 at least.</param>
    /// <param name="confidence">Confidence of the interval.</param>
    /// <exception cref="ArgumentException">No part, or a part with another number of judgements or verdicts (it is named).</exception>
    /// <remarks>O(parts·verdicts). Error of κ = 0 in large samples, for interval and p alike. Source: Fleiss, 1971; Fleiss, Nee and Landis, 1979.</remarks>
    /// <example>14 judges of 10 patients in 5 classes, printed κ = 0.210.</example>
    public static Kappa Fleiss(IReadOnlyList<IReadOnlyList<int>> counts, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(counts);
        MustBeShare(confidence);
        var judges = counts.Count == 0 ? 0 : counts[0].Sum();
        for (var i = 0; i < counts.Count; i++)
        {
            if (counts[i].Count != counts[0].Count || counts[i].Sum() != judges || counts[i].Any(c => c < 0))
            {
                throw new ArgumentException($"Part {i + 1} has {counts[i].Sum()} judgements in {counts[i].Count} verdicts; expected {judges} in {counts[0].Count}, none negative.", nameof(counts));
            }
        }

        if (judges < 2)
        {
            throw new ArgumentException("Expected one part and two judgements at least.", nameof(counts));
        }

        double n = counts.Count;
        var shares = Enumerable.Range(0, counts[0].Count).Select(j => counts.Sum(c => c[j]) / (n * judges)).ToList();
        var observed = counts.Average(c => (c.Sum(x => (double)x * x) - judges) / ((double)judges * (judges - 1)));
        var chance = shares.Sum(p => p * p);
        var spread = shares.Sum(p => p * (1 - p));
        var error = Math.Sqrt(2 / (n * judges * (judges - 1))) * Math.Sqrt(Math.Max(0, spread * spread - shares.Sum(p => p * (1 - p) * (1 - 2 * p)))) / spread;
        return Said(FleissFormula, observed, chance, error, error, confidence, new Term("n", "parts", n, Units.Ratio), new Term("m", "judgements of a part", judges, Units.Ratio));
    }

    private static Kappa Said(Formula formula, double observed, double chance, double error, double errorOfNone, double confidence, params Term[] terms)
    {
        Term[] all = [new("Po", "agreement seen", observed, Units.Ratio), new("Pe", "agreement by chance", chance, Units.Ratio), .. terms];
        if (!(chance < 1))
        {
            return new(formula.Lacks<double>(Units.Ratio, [new("", "verdicts that differ", GapKind.Impossible)], all), observed, 1, null, null);
        }

        var kappa = (observed - chance) / (1 - chance);
        var reach = Tails.NormalQuantile((1 + confidence) / 2) * error;
        return new(formula.Gives(kappa, Units.Ratio, all), observed, chance, new(Math.Max(-1, kappa - reach), Math.Min(1, kappa + reach), confidence), errorOfNone > 0 ? Tails.Normal(kappa / errorOfNone) : null);
    }

    private static IndexInterval ClopperPearson(int alike, int parts, double confidence)
    {
        var tail = (1 - confidence) / 2;
        return new(
            alike == 0 ? 0 : Beta.InvCDF(alike, parts - alike + 1, tail),
            alike == parts ? 1 : Beta.InvCDF(alike + 1, parts - alike, 1 - tail),
            confidence);
    }

    private static void MustBeShare(double confidence)
    {
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Expected a share between 0 and 1, both excluded.");
        }
    }
}
