namespace Etabli.Methods.WorkMeasurement;

/// <summary>A part of the day without rounds: a break, a meeting (fr: plage sans tournée).</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends, after it begins.</param>
public readonly record struct RoundPause(TimeOnly From, TimeOnly Until);

/// <summary>At what moments to go and look, drawn at random (fr: tirage des tournées).</summary>
public static class RoundSchedule
{
    /// <summary>Draws the moments of the rounds of one day.</summary>
    /// <param name="from">When the shift begins.</param>
    /// <param name="until">When it ends; the next day when it is before the beginning.</param>
    /// <param name="rounds">How many. Range: 1 or more, as many as fit.</param>
    /// <param name="random">The dice, seeded: the same seed draws the same rounds.</param>
    /// <param name="apart">Least time between two rounds, the time one takes; whole minutes.</param>
    /// <param name="pauses">When nobody goes; they do not count as time between rounds.</param>
    /// <returns>The moments, to the minute, in order from the beginning of the shift. Every set of moments that keeps apart is as likely as another.</returns>
    /// <exception cref="ArgumentException">The rounds do not fit into the shift.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No round, or a time apart below 1 min.</exception>
    /// <remarks>
    /// O(n log n). Places are drawn without replacement in the open minutes shortened by what the rounds keep apart, then spread again.
    /// Source: Barnes, R. M., Work Sampling, 2nd ed., 1957, for random rounds; Floyd, R. W., in Bentley, J., More Programming Pearls, 1988, for the draw.
    /// </remarks>
    public static IReadOnlyList<TimeOnly> Draw(TimeOnly from, TimeOnly until, int rounds, Random random, TimeSpan? apart = null, IEnumerable<RoundPause>? pauses = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        Argument.Positive(rounds, nameof(rounds));
        var gap = (int)Math.Ceiling((apart ?? TimeSpan.FromMinutes(1)).TotalMinutes);
        Argument.Positive(gap, nameof(apart));
        var shift = (int)(until - from).TotalMinutes;
        bool Closed(TimeOnly moment) => (pauses ?? []).Any(p => moment.IsBetween(p.From, p.Until));
        var open = Enumerable.Range(0, shift).Select(m => from.AddMinutes(m)).Where(m => !Closed(m)).ToList();
        var free = open.Count - ((long)rounds - 1) * (gap - 1);
        if (free < rounds)
        {
            throw new ArgumentException($"{rounds} rounds {gap} min apart do not fit into {open.Count} min.", nameof(rounds));
        }

        var places = new SortedSet<int>();
        for (var top = (int)free - rounds; top < free; top++)
        {
            var drawn = random.Next(top + 1);
            if (!places.Add(drawn))
            {
                places.Add(top);
            }
        }

        return Listed.Of(places.Select((p, i) => open[p + i * (gap - 1)]));
    }
}
