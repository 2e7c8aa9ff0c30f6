namespace Etabli.Methods.Performance;

/// <summary>Reads production records into the cascade of times (fr: taux de rendement synthétique).</summary>
public static class Trs
{
    /// <summary>Cascade of one machine over one period.</summary>
    /// <param name="period">Times, stops, pieces.</param>
    /// <param name="changeovers">Where changes of series are counted. Usual: a loss within required time.</param>
    /// <returns>The six times, rates, losses, and what cannot be true. Exact, on ticks.</returns>
    /// <exception cref="ArgumentException">Neither required time, nor opening time, nor total time was given.</exception>
    /// <remarks>O(stops + references). Source: NF E60-182, 2002, as read in published summaries.</remarks>
    /// <example>
    /// 540 min open, 450 required, 300 running, 450 good of 470 at 0.6 min: TRS 60 %, DO 66.7 %, TP 94 %, TQ 95.7 %.
    /// </example>
    public static TrsCascade Of(MachinePeriod period, ChangeoverReading changeovers = ChangeoverReading.WithinRequired)
    {
        ArgumentNullException.ThrowIfNull(period);
        return RollUp(period.Machine, [period], changeovers);
    }

    /// <summary>Cascade of several machines or periods together: times are added, then divided.</summary>
    /// <param name="name">Name of the whole: a machine over a month, a line.</param>
    /// <param name="periods">Records; at least one.</param>
    /// <param name="changeovers">Where changes of series are counted.</param>
    /// <returns>Rates weighted by required time. Warnings keep the record they come from. Total and opening times only when all records say them.</returns>
    /// <exception cref="ArgumentException">No record, or one that says none of the three times (it is named).</exception>
    /// <remarks>O(records + stops). Source: NF E60-182, 2002, as read in published summaries.</remarks>
    /// <example><code>Trs.RollUp("ROD1", shifts).Trs.Known; // 0.5651 over 64 days of the demonstration</code></example>
    public static TrsCascade RollUp(string name, IEnumerable<MachinePeriod> periods, ChangeoverReading changeovers = ChangeoverReading.WithinRequired)
    {
        Argument.Said(name, nameof(name));
        ArgumentNullException.ThrowIfNull(periods);
        var warnings = new List<TrsWarning>();
        var stops = new Dictionary<StopClass, TimeSpan>();
        TrsTimes sum = new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var (made, good, records) = (0L, 0L, 0);
        foreach (var period in periods)
        {
            records++;
            var times = Times(period, changeovers, warnings);
            sum = new(sum.Total + times.Total, sum.Opening + times.Opening, sum.Required + times.Required, sum.Running + times.Running, sum.Net + times.Net, sum.Useful + times.Useful);
            foreach (var stop in period.Stops)
            {
                stops[stop.Class] = stops.GetValueOrDefault(stop.Class) + stop.Duration;
            }

            made += period.Pieces.Sum(p => p.Made);
            good += period.Pieces.Sum(p => p.Good);
        }

        return records > 0 ? new(name, sum, changeovers, stops, made, good, warnings) : throw new ArgumentException("There is no record; expected one at least.", nameof(periods));
    }

    /// <summary>Cascade of each machine, in the order of their names.</summary>
    /// <param name="periods">Records of any machines.</param>
    /// <param name="changeovers">Where changes of series are counted.</param>
    /// <exception cref="ArgumentException">A record says none of the three times.</exception>
    /// <remarks>O(n log n).</remarks>
    /// <example><c>Trs.ByMachine(shifts)</c> gives a low TRS to the bottleneck and to a starved machine alike: read TP before concluding.</example>
    public static IReadOnlyList<TrsCascade> ByMachine(IEnumerable<MachinePeriod> periods, ChangeoverReading changeovers = ChangeoverReading.WithinRequired)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return Listed.Of(periods.GroupBy(p => p.Machine, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => RollUp(g.Key, g, changeovers)));
    }

    private static TrsTimes Times(MachinePeriod period, ChangeoverReading changeovers, List<TrsWarning> warnings)
    {
        var (closed, planned, changed, lost) = (Sum(c => c == StopClass.Closure), Sum(c => c == StopClass.Planned), Sum(c => c == StopClass.Changeover), Sum(c => c > StopClass.Planned));
        var opening = period.Opening ?? (period.Total is { } calendar ? calendar - closed : null);
        var required = period.Required ?? (opening is { } open ? open - planned : throw new ArgumentException($"'{period.Machine}' {period.Period} says neither required, nor opening, nor total time.", nameof(period)));
        if (opening is { } o && period.Required is not null && planned > TimeSpan.Zero && o - required != planned)
        {
            Warn(TrsInconsistency.PlannedStopsDisagree, o - required - planned);
        }

        if (required < TimeSpan.Zero || opening < required || period.Total < opening)
        {
            Warn(TrsInconsistency.TimesNotNested, required < TimeSpan.Zero ? -required : opening < required ? required - opening.Value : opening!.Value - period.Total!.Value);
            required = required < TimeSpan.Zero ? TimeSpan.Zero : required;
        }

        var running = period.Running ?? required - lost;
        if (period.Running is not null && lost > TimeSpan.Zero && required - running != lost)
        {
            Warn(TrsInconsistency.RunningDisagrees, required - running - lost);
        }

        if (running < TimeSpan.Zero || running > required)
        {
            Warn(running < TimeSpan.Zero ? TrsInconsistency.StopsExceedRequired : TrsInconsistency.TimesNotNested, running < TimeSpan.Zero ? -running : running - required);
            running = running < TimeSpan.Zero ? TimeSpan.Zero : running;
        }

        // Out of required time: the changes leave the required time, the running time stays what it is.
        if (changeovers == ChangeoverReading.OutOfRequired)
        {
            required = required > changed ? required - changed : TimeSpan.Zero;
        }

        var (net, useful) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var pieces in period.Pieces)
        {
            net += TimeSpan.FromTicks(pieces.ReferenceCycle.Ticks * pieces.Made);
            useful += TimeSpan.FromTicks(pieces.ReferenceCycle.Ticks * pieces.Good);
        }

        if (required == TimeSpan.Zero && (lost > TimeSpan.Zero || net > TimeSpan.Zero))
        {
            Warn(TrsInconsistency.ActivityWithoutRequirement, lost > net ? lost : net);
        }

        if (net > running)
        {
            Warn(TrsInconsistency.PiecesExceedRunning, net - running);
        }

        return new(period.Total, opening, required, running, net, useful);

        TimeSpan Sum(Func<StopClass, bool> of) => period.Stops.Where(s => of(s.Class)).Aggregate(TimeSpan.Zero, (sum, s) => sum + s.Duration);

        void Warn(TrsInconsistency kind, TimeSpan by) => warnings.Add(new(period.Machine, period.Period, kind, by));
    }
}
