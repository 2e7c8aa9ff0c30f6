namespace Etabli.Methods.Performance;

/// <summary>How often a machine fails and how long it takes to bring it back (fr: fiabilité et maintenabilité).</summary>
/// <param name="Breakdowns">n: breakdowns.</param>
/// <param name="MeanTimeBetween">MTBF = tF/n; without value when none was seen: it is then longer than the time looked at.</param>
/// <param name="MeanTimeToRepair">MTTR = Σ repairs / n; without value when none was seen.</param>
/// <param name="Availability">D = MTBF/(MTBF + MTTR): of breakdowns alone; 1 when none was seen in some running time.</param>
public sealed record Reliability(int Breakdowns, Explained<TimeSpan> MeanTimeBetween, Explained<TimeSpan> MeanTimeToRepair, Explained<double> Availability)
{
    private static readonly Source Norm = new("CEN", "EN 13306, Maintenance: terminologie de la maintenance", 2017);

    private static readonly Formula Between = new("mean time between failures", "MTBF = tF / n", Norm);

    private static readonly Formula Repair = new("mean time to repair", "MTTR = Σr / n", Norm);

    private static readonly Formula Available = new("intrinsic availability", "D = MTBF / (MTBF + MTTR) = tF / (tF + Σr)", Norm);

    /// <summary>Reliability over some running time.</summary>
    /// <param name="running">tF: time the machine ran, other stops out. Range: ≥ 0.</param>
    /// <param name="repairs">r: duration of each breakdown. Range: each ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    /// <remarks>O(n). Source: EN 13306:2017 for the words.</remarks>
    /// <example>33 315 min of running and 30 breakdowns of 3 007 min in all: MTBF 1 110.5 min, MTTR 100.2 min.</example>
    public static Reliability Of(TimeSpan running, IEnumerable<TimeSpan> repairs)
    {
        Argument.NotNegative(running, nameof(running));
        ArgumentNullException.ThrowIfNull(repairs);
        var (n, sum) = (0, TimeSpan.Zero);
        foreach (var repair in repairs)
        {
            sum += Argument.NotNegative(repair, nameof(repairs));
            n++;
        }

        var (time, lost, count) = (Term.Seconds("tF", "running time", running), Term.Seconds("Σr", "repair time", sum), new Term("n", "breakdowns", n, Units.Pieces));
        Gap[] none = [new("", "breakdowns", GapKind.Impossible)];
        var all = running + sum;
        return new(
            n,
            n > 0 ? Between.Gives(running / n, Units.Seconds, time, count) : Between.Lacks<TimeSpan>(Units.Seconds, none, time, count),
            n > 0 ? Repair.Gives(sum / n, Units.Seconds, lost, count) : Repair.Lacks<TimeSpan>(Units.Seconds, none, lost, count),
            all > TimeSpan.Zero ? Available.Gives(running / all, Units.Ratio, time, lost) : Available.Lacks<double>(Units.Ratio, [new("", "running time", GapKind.Impossible)], time, lost));
    }

    /// <summary>Reliability of a machine from its records: running time of the cascade, stops of class breakdown.</summary>
    /// <param name="periods">Records of one machine.</param>
    /// <exception cref="ArgumentException">No record, or one that says no time.</exception>
    /// <remarks>O(records + stops).</remarks>
    /// <example><c>Reliability.Of(shifts).MeanTimeToRepair.Known.TotalMinutes</c></example>
    public static Reliability Of(IReadOnlyList<MachinePeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return Of(Trs.RollUp("machine", periods).Running, periods.SelectMany(p => p.Stops).Where(s => s.Class == StopClass.Breakdown).Select(s => s.Duration));
    }
}
