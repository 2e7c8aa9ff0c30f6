namespace Etabli.Methods.Quality;

/// <summary>One bar of a Pareto (fr: cause du Pareto).</summary>
/// <param name="Cause">Its name.</param>
/// <param name="Amount">Its weight, above 0, in the unit of the measure.</param>
/// <param name="Share">Amount / total; exact to 28 digits.</param>
/// <param name="Cumulated">Share of this bar and all before it; 1 on the last.</param>
/// <param name="Class">Its class.</param>
/// <param name="IsOthers">Whether it holds what was not told apart.</param>
public sealed record ParetoBar(string Cause, decimal Amount, decimal Share, decimal Cumulated, AbcClass Class, bool IsOthers);

/// <summary>Causes by weight, with their cumulated share and class (fr: diagramme de Pareto).</summary>
/// <param name="Measure">What is weighed.</param>
/// <param name="Total">Sum of all weights, in the unit of the measure.</param>
/// <param name="Bars">Bars: heaviest first, ties by name (ordinal), others last.</param>
/// <param name="Zeros">Causes named without any weight, by name: said, not drawn.</param>
public sealed record ParetoTable(ParetoMeasure Measure, decimal Total, IReadOnlyList<ParetoBar> Bars, IReadOnlyList<string> Zeros)
{
    /// <summary>Bars, in the order they are drawn.</summary>
    public IReadOnlyList<ParetoBar> Bars { get; } = Listed.Of(Bars, nameof(Bars));

    /// <summary>Causes without any weight.</summary>
    public IReadOnlyList<string> Zeros { get; } = Listed.Of(Zeros, nameof(Zeros));

    /// <summary>Whether nothing was weighed: there is no share to speak of.</summary>
    public bool IsEmpty => Bars.Count == 0;

    /// <summary>The causes of class A.</summary>
    public IReadOnlyList<ParetoBar> ClassA => [.. Bars.Where(b => b.Class == AbcClass.A)];

    /// <summary>Rank of a cause, 1 for the first bar; null when it has no bar.</summary>
    /// <param name="cause">Its name.</param>
    /// <remarks>O(bars).</remarks>
    /// <example>Of the causes 94, 80, 66, the rank of the one that weighs 80 is 2.</example>
    public int? RankOf(string cause)
    {
        for (var i = 0; i < Bars.Count; i++)
        {
            if (string.Equals(Bars[i].Cause, cause, StringComparison.Ordinal))
            {
                return i + 1;
            }
        }

        return null;
    }
}

/// <summary>A Pareto of families, and of the causes in each (fr: Pareto à deux niveaux).</summary>
/// <param name="Families">The first level.</param>
/// <param name="Within">The second: for each family, in the order of its bar, the Pareto of its causes; shares are of the family.</param>
public sealed record ParetoTree(ParetoTable Families, IReadOnlyList<ParetoOfFamily> Within)
{
    /// <summary>The second level.</summary>
    public IReadOnlyList<ParetoOfFamily> Within { get; } = Listed.Of(Within, nameof(Within));
}

/// <summary>The causes of one family (fr: second niveau de Pareto).</summary>
/// <param name="Family">Name of the family.</param>
/// <param name="Causes">Its causes.</param>
public sealed record ParetoOfFamily(string Family, ParetoTable Causes);
