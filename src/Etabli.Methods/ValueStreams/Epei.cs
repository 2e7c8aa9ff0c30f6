namespace Etabli.Methods.ValueStreams;

/// <summary>One reference a shared process makes (fr: référence produite).</summary>
/// <param name="Code">Its code.</param>
/// <param name="PerDay">Good pieces asked per working day. Range: ≥ 0.</param>
/// <param name="Cycle">Time per good piece, stoppages and scrap in it, changeovers not. Range: ≥ 0.</param>
/// <param name="Changeover">Time to set up for it. Range: ≥ 0.</param>
public sealed record MadeReference(string Code, double PerDay, TimeSpan Cycle, TimeSpan Changeover)
{
    /// <summary>Its code.</summary>
    public string Code { get; } = Argument.Said(Code, nameof(Code));

    /// <summary>Good pieces asked per working day.</summary>
    public double PerDay { get; } = Argument.NotNegative(PerDay, nameof(PerDay));

    /// <summary>Time per good piece.</summary>
    public TimeSpan Cycle { get; } = Argument.NotNegative(Cycle, nameof(Cycle));

    /// <summary>Time to set up for it.</summary>
    public TimeSpan Changeover { get; } = Argument.NotNegative(Changeover, nameof(Changeover));
}

/// <summary>Every part every interval: how soon a process can make each of its references once (fr: EPEI, chaque pièce chaque intervalle).</summary>
public static class Epei
{
    private static readonly Formula Formula = new("every part every interval", "E = Σ c / (A − Σ d · t)", Source.TradeUsage);

    /// <summary>Shortest interval in which every reference is made once, in working days: E = Σc / (A − Σ d·t).</summary>
    /// <param name="available">A: net time of the process in a working day, stoppages out if the cycles leave them out. Range: &gt; 0.</param>
    /// <param name="references">c, d, t: changeover, daily demand and cycle of each reference; at least one.</param>
    /// <returns>E in working days, not rounded; no value when the day's production leaves no time for the changeovers there are.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A is not above 0.</exception>
    /// <exception cref="ArgumentException">No reference.</exception>
    /// <remarks>O(references). Limits: one changeover per reference whatever the sequence. Source: trade usage.</remarks>
    /// <example>
    /// Two references of 30 pieces a day at 600 s, changeovers of 60 min, 840 min a day: 120 / (840 − 600) = 0.5 day.
    /// <code>
    /// var minute = TimeSpan.FromMinutes(1);
    /// Epei.Of(840 * minute, [new("A", 30, 10 * minute, 60 * minute), new("B", 30, 10 * minute, 60 * minute)]).Known; // 0.5
    /// </code>
    /// </example>
    public static Explained<double> Of(TimeSpan available, IReadOnlyList<MadeReference> references)
    {
        Argument.Positive(available, nameof(available));
        ArgumentNullException.ThrowIfNull(references);
        if (references.Count == 0)
        {
            throw new ArgumentException("No reference; expected at least one.", nameof(references));
        }

        var terms = new List<Term> { Term.Seconds("A", "available time per day", available) };
        var (changes, run) = (0d, 0d);
        foreach (var made in references)
        {
            changes += made.Changeover.TotalSeconds;
            run += made.PerDay * made.Cycle.TotalSeconds;
            terms.Add(Term.Seconds("c", "changeover", made.Changeover, made.Code));
            terms.Add(new("d", "demand per day", made.PerDay, Units.PiecesPerDay, made.Code));
            terms.Add(Term.Seconds("t", "cycle time", made.Cycle, made.Code));
        }

        var left = available.TotalSeconds - run;
        return left > 0 || (left == 0 && changes == 0)
            ? Formula.Gives(changes == 0 ? 0 : changes / left, Units.WorkingDays, terms)
            : Formula.Lacks<double>(Units.WorkingDays, [new("", "time left for changeovers", GapKind.Impossible)], terms);
    }
}
