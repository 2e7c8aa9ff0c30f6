namespace Etabli.Methods.Quality;

/// <summary>Which points the limits are reckoned on: the first ones asked, less those excluded.</summary>
internal sealed class ReferenceSet
{
    /// <param name="choices">Exclusions and reference, in numbers of values or subgroups.</param>
    /// <param name="values">How many values or subgroups there are.</param>
    /// <param name="span">How many of them one point covers: 2 for a usual moving range.</param>
    public ReferenceSet(ChartChoices choices, int values, int span = 1)
    {
        if (choices.ReferencePoints > values)
        {
            throw new ArgumentException($"The reference is of {choices.ReferencePoints} points; there are {values}.", nameof(choices));
        }

        Points = values - span + 1;
        Span = span;
        Last = (choices.ReferencePoints ?? values) - span + 1;
        var seen = new HashSet<int>();
        foreach (var exclusion in choices.Exclusions)
        {
            if (exclusion.Number > values || !seen.Add(exclusion.Number))
            {
                throw new ArgumentException($"Point {exclusion.Number} is excluded twice or is not there; expected numbers from 1 to {values}, each once.", nameof(choices));
            }

            for (var i = Math.Max(0, exclusion.Number - span); i < Math.Min(exclusion.Number, Points); i++)
            {
                Skipped ??= new bool[Points];
                Skipped[i] = true;
                Excluded.TryAdd(i, exclusion.Reason);
            }
        }

        Kept = Math.Max(0, Last) - Excluded.Keys.Count(i => i < Last);
        if (Kept < 1 && choices.Standard is null)
        {
            throw new ArgumentException("No point is left to reckon limits on; expected one at least, or a standard.", nameof(choices));
        }
    }

    public int Points { get; }

    public int Span { get; }

    /// <summary>Index after the last point of the reference.</summary>
    public int Last { get; }

    public int Kept { get; }

    public bool[]? Skipped { get; }

    public Dictionary<int, string> Excluded { get; } = [];

    public bool Holds(int i) => i < Last && !(Skipped is not null && Skipped[i]);

    public List<ChartLimitation> Limitations(ChartChoices choices, double sigma, int fewest)
    {
        var said = new List<ChartLimitation>();
        if (choices.Standard is null)
        {
            if (Kept < fewest)
            {
                said.Add(ChartLimitation.FewPoints);
            }

            if (sigma == 0)
            {
                said.Add(ChartLimitation.NoVariation);
            }

            if (Kept * 4 < Last * 3)
            {
                said.Add(ChartLimitation.ManyExclusions);
            }
        }

        return said;
    }
}
