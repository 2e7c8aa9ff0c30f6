namespace Etabli.Methods.ProcessCharts;

/// <summary>Lines of one symbol, or of one decision, added up (fr: totaux par symbole).</summary>
/// <param name="Count">How many lines.</param>
/// <param name="Distance">Metres.</param>
/// <param name="Duration">Time something is done.</param>
/// <param name="Waiting">Time nothing is done.</param>
public sealed record ChartTotals(int Count, double Distance, TimeSpan Duration, TimeSpan Waiting)
{
    /// <summary>Duration and waiting.</summary>
    public TimeSpan Time => Duration + Waiting;

    internal static ChartTotals Of(IEnumerable<ChartLine> lines)
    {
        var (count, distance, duration, waiting) = (0, 0d, TimeSpan.Zero, TimeSpan.Zero);
        foreach (var line in lines)
        {
            count++;
            distance += line.Distance;
            duration += line.Duration;
            waiting += line.Waiting;
        }

        return new(count, distance, duration, waiting);
    }
}

/// <summary>The way of a piece, line by line (fr: analyse de déroulement).</summary>
/// <remarks>Source: American Society of Mechanical Engineers, Operation and Flow Process Charts, ASME Standard 101, 1947, for the symbols; shares and ECRS are trade usage.</remarks>
/// <example>
/// Sawing 2 min of which 1 adds value, 8 min of waiting: 2 lines, 10 min, value-added share 10 %.
/// <code>
/// var chart = new ProcessChart([
///     new ChartLine("saw", ChartSymbol.Operation) { Duration = TimeSpan.FromMinutes(2), ValueAdded = TimeSpan.FromMinutes(1) },
///     new ChartLine("wait", ChartSymbol.Delay) { Waiting = TimeSpan.FromMinutes(8) }]);
/// chart.ValueAddedShare.Known; // 0.1
/// </code>
/// </example>
public sealed record ProcessChart
{
    private static readonly Formula ValueAddedFormula = new("value-added share", "s = Σ v / Σ t", Source.TradeUsage);

    private static readonly Formula OperationFormula = new("operation share", "o = Σ t○ / Σ t", Source.TradeUsage);

    /// <summary>A chart of these lines.</summary>
    /// <param name="lines">Lines in the order the piece meets them; none is a chart to begin.</param>
    /// <exception cref="ArgumentException">A line adds more value than it lasts, or a line that is not an operation adds value.</exception>
    /// <remarks>O(lines).</remarks>
    public ProcessChart(IEnumerable<ChartLine> lines)
    {
        Lines = Listed.Of(lines, nameof(lines));
        foreach (var line in Lines)
        {
            ArgumentNullException.ThrowIfNull(line, nameof(lines));
            if (line.ValueAdded > line.Duration)
            {
                throw new ArgumentException($"'{line.Label}' adds value for {line.ValueAdded}; expected at most its duration, {line.Duration}.", nameof(lines));
            }

            if (line.ValueAdded > TimeSpan.Zero && line.Symbol != ChartSymbol.Operation)
            {
                throw new ArgumentException($"'{line.Label}' is of kind {line.Symbol} and adds value; expected only operations to.", nameof(lines));
            }
        }

        Total = ChartTotals.Of(Lines);
    }

    /// <summary>The lines, in order.</summary>
    public IReadOnlyList<ChartLine> Lines { get; }

    /// <summary>All lines.</summary>
    public ChartTotals Total { get; }

    /// <summary>s = Σv / Σt: share of the whole time that adds value. No value when an operation was not judged, or nothing lasts.</summary>
    public Explained<double> ValueAddedShare
    {
        get
        {
            var gaps = Lines.Where(l => l is { Symbol: ChartSymbol.Operation, ValueAdded: null }).Select(l => new Gap(l.Label, "value-added time")).ToList();
            var terms = Lines.Where(l => l.ValueAdded > TimeSpan.Zero).Select(l => Term.Seconds("v", "value-added time", l.ValueAdded!.Value, l.Label)).Append(WholeTime).ToList();
            return Share(ValueAddedFormula, Lines.Aggregate(TimeSpan.Zero, (sum, l) => sum + (l.ValueAdded ?? TimeSpan.Zero)), terms, gaps);
        }
    }

    /// <summary>o = Σt○ / Σt: share of the whole time in operations, waiting inside them excepted. No value when nothing lasts.</summary>
    public Explained<double> OperationShare
    {
        get
        {
            var duration = Of(ChartSymbol.Operation).Duration;
            return Share(OperationFormula, duration, [Term.Seconds("t○", "time of operations", duration), WholeTime], []);
        }
    }

    private Term WholeTime => Term.Seconds("t", "whole time", Total.Time);

    /// <summary>Lines of one symbol.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <remarks>O(lines). Source: ASME Standard 101, 1947.</remarks>
    /// <example>Of the chart above, operations: 1 line, 2 min.</example>
    public ChartTotals Of(ChartSymbol symbol) => ChartTotals.Of(Lines.Where(l => l.Symbol == symbol));

    /// <summary>Lines of which this is decided; null for those nothing is decided of.</summary>
    /// <param name="decision">The decision.</param>
    /// <returns>Their totals: what the decisions bear on, not what they will gain.</returns>
    /// <example>Two lines to eliminate, of 64 and 38 m: count 2, distance 102 m.</example>
    /// <remarks>O(lines). Source: trade usage.</remarks>
    public ChartTotals Of(EcrsDecision? decision) => ChartTotals.Of(Lines.Where(l => l.Decision == decision));

    /// <summary>The chart once what is to be eliminated is; other decisions wait for their new times.</summary>
    /// <remarks>O(lines). Source: trade usage.</remarks>
    /// <example>Of the chart above with its waiting to be eliminated: 1 line, 2 min.</example>
    public ProcessChart WithoutEliminated() => new(Lines.Where(l => l.Decision != EcrsDecision.Eliminate));

    private Explained<double> Share(Formula formula, TimeSpan part, IReadOnlyList<Term> terms, List<Gap> gaps)
    {
        if (gaps.Count > 0)
        {
            return formula.Lacks<double>(Units.Ratio, gaps, terms);
        }

        return Total.Time == TimeSpan.Zero
            ? formula.Lacks<double>(Units.Ratio, [new("", "whole time", GapKind.Impossible)], terms)
            : formula.Gives((double)part.Ticks / Total.Time.Ticks, Units.Ratio, terms);
    }
}
