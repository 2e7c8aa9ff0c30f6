namespace Etabli.Methods.ValueStreams;

/// <summary>Days and times of the steps of a stream under one set of conventions.</summary>
internal sealed class StepTimes(CustomerDemand demand, ReadingConventions conventions)
{
    private static readonly Formula StatedDays = new("stated days", "w = stated", Source.TradeUsage);
    private static readonly Formula LeadTimeFormula = new("lead time", "L = Σ w", Books.LearningToSee);
    private static readonly Formula WholeLeadTimeFormula = new("lead time with processing", "L = Σ w + Σ p / A", Source.TradeUsage);
    private static readonly Formula EfficiencyFormula = new("process cycle efficiency", "PCE = V / (L · A)", Books.LearningToSee);

    private TimeSpan Day => conventions.DayLength ?? demand.AvailablePerDay;

    /// <summary>Days of a step that waits.</summary>
    public Explained<double> Days(StreamStep step) => step switch
    {
        { Days: { } days } => StatedDays.Gives(days, Units.WorkingDays, new Term("w", "stated days", days, Units.WorkingDays, step.Code)),
        { Pieces: { } pieces } when conventions.Basis == StockBasis.Demand => DaysOfStock.AtDemand(pieces, demand, step.PerProduct, step.Code),
        { Pieces: { } pieces, ConsumptionPerDay: { } taken } => DaysOfStock.AtConsumption(pieces, taken, step.Code),
        { Pieces: not null } => StatedDays.Lacks<double>(Units.WorkingDays, [new(step.Code, "consumption per day")]),
        _ => StatedDays.Lacks<double>(Units.WorkingDays, [new(step.Code, step.Kind is StreamStepKind.Outsourced or StreamStepKind.Transport ? "days" : "pieces in stock")]),
    };

    /// <summary>What a step weighs in the lead time, 0 when it is not known.</summary>
    public double DaysOrZero(StreamStep step) =>
        step.Waits ? Days(step).Value ?? 0 : conventions.CountsProcessing ? (Processing(step) ?? TimeSpan.Zero) / Day : 0;

    public Explained<double> LeadTime(IReadOnlyList<StreamStep> steps)
    {
        var terms = new List<Term>();
        var gaps = new List<Gap>();
        var total = 0d;
        foreach (var step in steps)
        {
            if (step.Waits)
            {
                var days = Days(step);
                gaps.AddRange(days.Because.Gaps);
                if (days.Value is { } known)
                {
                    total += known;
                    terms.Add(new("w", "waiting", known, Units.WorkingDays, step.Code, From: days.Because));
                }
            }
            else if (conventions.CountsProcessing)
            {
                if (Processing(step) is { } time)
                {
                    total += time / Day;
                    terms.Add(Term.Seconds("p", "processing time", time, step.Code));
                }
                else
                {
                    gaps.Add(new(step.Code, "processing time"));
                }
            }
        }

        var formula = conventions.CountsProcessing ? WholeLeadTimeFormula : LeadTimeFormula;
        if (conventions.CountsProcessing)
        {
            terms.Add(Term.Seconds("A", "length of a day", Day));
        }

        return gaps.Count == 0 ? formula.Gives(total, Units.WorkingDays, terms) : formula.Lacks<double>(Units.WorkingDays, gaps, terms);
    }

    public Explained<double> Efficiency(Explained<TimeSpan> valueAdded, Explained<double> leadTime)
    {
        var terms = new List<Term>();
        if (valueAdded.Value is { } added)
        {
            terms.Add(new("V", "value-added time", added.TotalSeconds, Units.Seconds, From: valueAdded.Because));
        }

        if (leadTime.Value is { } days)
        {
            terms.Add(new("L", "lead time", days, Units.WorkingDays, From: leadTime.Because));
        }

        terms.Add(Term.Seconds("A", "length of a day", Day));
        if (valueAdded.Value is not { } v || leadTime.Value is not { } l)
        {
            return EfficiencyFormula.Lacks<double>(Units.Ratio, [.. valueAdded.Because.Gaps, .. leadTime.Because.Gaps], terms);
        }

        return l == 0
            ? EfficiencyFormula.Lacks<double>(Units.Ratio, [new("", "lead time", GapKind.Impossible)], terms)
            : EfficiencyFormula.Gives(v.TotalSeconds / (l * Day.TotalSeconds), Units.Ratio, terms);
    }

    // A list and not an iterator: an iterator asks the environment for its thread, and this room asks it nothing.
    public List<LadderSegment> Ladder(IReadOnlyList<StreamStep> steps)
    {
        var ladder = new List<LadderSegment>(steps.Count);
        var start = 0d;
        foreach (var step in steps)
        {
            ladder.Add(step.Waits
                ? new(step.Code, IsHigh: true, Days(step).Value, null, start)
                : new(step.Code, IsHigh: false, null, Processing(step), start));
            start += DaysOrZero(step);
        }

        return ladder;
    }

    /// <summary>Sum of a time over the processes of a branch; a process that does not say it is a gap, another step is not asked.</summary>
    public static Explained<TimeSpan> Sum(string name, string symbols, string symbol, IReadOnlyList<StreamStep> steps, Func<StreamStep, TimeSpan?> time)
    {
        var formula = new Formula(name, symbols, Books.LearningToSee);
        var terms = new List<Term>();
        var gaps = new List<Gap>();
        var total = TimeSpan.Zero;
        foreach (var step in steps)
        {
            if (time(step) is { } known)
            {
                total += known;
                terms.Add(Term.Seconds(symbol, name, known, step.Code));
            }
            else if (!step.Waits)
            {
                gaps.Add(new(step.Code, name));
            }
        }

        return gaps.Count == 0 ? formula.Gives(total, Units.Seconds, terms) : formula.Lacks<TimeSpan>(Units.Seconds, gaps, terms);
    }

    private static TimeSpan? Processing(StreamStep step) => step.ProcessingTime ?? step.Box?.CycleTime;
}
