namespace Etabli.Methods.Quality;

/// <summary>Where the money of quality goes (fr: catégorie de coût de la qualité).</summary>
public enum QualityCostCategory
{
    /// <summary>So that no fault is made: training, mistake-proofing, FMEA (fr: prévention).</summary>
    Prevention,

    /// <summary>So that a fault is seen: inspection, gauges, audits (fr: détection, évaluation).</summary>
    Appraisal,

    /// <summary>A fault seen at home: scrap, rework, sorting, lost time (fr: défaillance interne).</summary>
    InternalFailure,

    /// <summary>A fault seen by the customer: returns, guarantees, penalties (fr: défaillance externe).</summary>
    ExternalFailure,
}

/// <summary>One cost (fr: ligne de coût de la qualité).</summary>
/// <param name="Category">Where it goes.</param>
/// <param name="Label">What it is.</param>
/// <param name="Amount">How much, in the one currency of the study. Range: ≥ 0.</param>
public sealed record QualityCost(QualityCostCategory Category, string Label, decimal Amount)
{
    /// <summary>What it is.</summary>
    public string Label { get; } = Argument.Said(Label, nameof(Label));

    /// <summary>How much.</summary>
    public decimal Amount { get; } = Argument.NotNegative(Amount, nameof(Amount));
}

/// <summary>Total of one category (fr: total par catégorie).</summary>
/// <param name="Category">The category.</param>
/// <param name="Amount">Its costs together.</param>
/// <param name="Share">Share of the cost of quality; null when there is no cost at all.</param>
public sealed record QualityCostTotal(QualityCostCategory Category, decimal Amount, decimal? Share);

/// <summary>What quality costs, and what its lack costs (fr: coût d’obtention de la qualité et coût de non-qualité).</summary>
/// <remarks>Exact, in decimal. Source: Feigenbaum, 1956.</remarks>
public sealed record QualityCosts
{
    private static readonly Formula ConformityFormula = new("cost of conformity", "COC = P + A", QualityBooks.Feigenbaum);

    private static readonly Formula FailureFormula = new("cost of non-quality", "CNQ = IF + EF", QualityBooks.Feigenbaum);

    private static readonly Formula TotalFormula = new("cost of quality", "COQ = P + A + IF + EF", QualityBooks.Feigenbaum);

    private static readonly Formula ShareFormula = new("share of non-quality", "CNQ / base", QualityBooks.Feigenbaum);

    private QualityCosts(IReadOnlyList<QualityCost> costs)
    {
        Costs = costs;
        var total = costs.Sum(c => c.Amount);
        Categories = Listed.Of(Enum.GetValues<QualityCostCategory>().Select(k => (Kind: k, Sum: costs.Where(c => c.Category == k).Sum(c => c.Amount))).Select(k => new QualityCostTotal(k.Kind, k.Sum, total > 0 ? k.Sum / total : null)));
    }

    /// <summary>The costs, as given.</summary>
    public IReadOnlyList<QualityCost> Costs { get; }

    /// <summary>The four categories, those without cost too.</summary>
    public IReadOnlyList<QualityCostTotal> Categories { get; }

    /// <summary>P + A: what is paid so that pieces are good.</summary>
    public Explained<decimal> Conformity => Sum(ConformityFormula, QualityCostCategory.Prevention, QualityCostCategory.Appraisal);

    /// <summary>IF + EF: what faults cost.</summary>
    public Explained<decimal> NonQuality => Sum(FailureFormula, QualityCostCategory.InternalFailure, QualityCostCategory.ExternalFailure);

    /// <summary>All four.</summary>
    public Explained<decimal> Total => Sum(TotalFormula, Enum.GetValues<QualityCostCategory>());

    /// <summary>Sorts costs by category.</summary>
    /// <param name="costs">The costs of one period, each once.</param>
    /// <remarks>O(n). Lost margin and image are real and rarely counted: say what the lines leave out. Source: Feigenbaum, 1956.</remarks>
    /// <example><code>QualityCosts.Of([new(QualityCostCategory.InternalFailure, "scrap", 1200m), new(QualityCostCategory.Appraisal, "inspection", 800m)]).NonQuality.Known; // 1200</code></example>
    public static QualityCosts Of(IEnumerable<QualityCost> costs) => new(Listed.Of(costs, nameof(costs)));

    /// <summary>Cost of one category.</summary>
    /// <param name="category">The category.</param>
    /// <example><c>costs.AmountOf(QualityCostCategory.Prevention)</c></example>
    public decimal AmountOf(QualityCostCategory category) => Categories[(int)category].Amount;

    /// <summary>Non-quality as a share of a base: turnover, added value, cost of production.</summary>
    /// <param name="against">The base, of the same period. Range: ≥ 0.</param>
    /// <returns>Without value when the base is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The base is negative.</exception>
    /// <example>1 200 of faults on a turnover of 60 000: 0.02.</example>
    public Explained<decimal> ShareOf(decimal against)
    {
        Argument.NotNegative(against, nameof(against));
        Term[] terms = [new("CNQ", "cost of non-quality", (double)NonQuality.Known, Units.Money, From: NonQuality.Because), new("base", "base", (double)against, Units.Money)];
        return against > 0 ? ShareFormula.Gives(NonQuality.Known / against, Units.Ratio, terms) : ShareFormula.Lacks<decimal>(Units.Ratio, [new("", "base", GapKind.Impossible)], terms);
    }

    private Explained<decimal> Sum(Formula formula, params QualityCostCategory[] categories)
    {
        string[] symbols = ["P", "A", "IF", "EF"];
        return formula.Gives(categories.Sum(AmountOf), Units.Money, categories.Select(c => new Term(symbols[(int)c], c.ToString(), (double)AmountOf(c), Units.Money)));
    }
}
