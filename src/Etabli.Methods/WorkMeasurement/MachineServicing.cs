namespace Etabli.Methods.WorkMeasurement;

/// <summary>One operator on so many like machines (fr: conduite de plusieurs machines).</summary>
/// <param name="Machines">n.</param>
/// <param name="Cycle">Time between two pieces of one machine.</param>
/// <param name="OperatorIdle">Time the operator waits in it.</param>
/// <param name="MachineIdle">Time each machine waits in it.</param>
/// <param name="PiecesPerHour">Of all machines.</param>
public sealed record MachineAssignment(int Machines, TimeSpan Cycle, TimeSpan OperatorIdle, TimeSpan MachineIdle, double PiecesPerHour)
{
    /// <summary>Share of the cycle the operator works.</summary>
    public double OperatorEngagement => 1 - OperatorIdle / Cycle;

    /// <summary>Share of the cycle a machine is engaged.</summary>
    public double MachineEngagement => 1 - MachineIdle / Cycle;
}

/// <summary>What one of several like machines asks of the operator in a cycle (fr: service d’une machine).</summary>
/// <param name="Loading">l: operator and machine together. Range: 0 or more.</param>
/// <param name="Running">m: the machine alone. Range: 0 or more; l + m above 0.</param>
/// <param name="Elsewhere">w: the operator without this machine: masked work, and the way to the next. Range: 0 or more; l + w above 0.</param>
/// <remarks>
/// Times without chance: each machine asks at the same point of its cycle. Where they ask at random, waiting is longer than here. Source: Niebel, B. W. and Freivalds, A., Methods, Standards, and Work Design,
/// 11th ed., 2003, chapter 2, synchronous servicing.
/// </remarks>
/// <example>
/// <code>
/// var honing = new MachineServicing(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(0.5));
/// honing.Ideal.Known; // 6.8 machines: 6 keep the machines busy, 7 keep the operator busy
/// honing.With(6).Cycle; // 17 min
/// </code>
/// </example>
public sealed record MachineServicing(TimeSpan Loading, TimeSpan Running, TimeSpan Elsewhere)
{
    private static readonly Formula IdealFormula = new("machines per operator", "n = (l + m) / (l + w)", new("Niebel, B. W. and Freivalds, A.", "Methods, Standards, and Work Design, 11th ed.", 2003, "chapter 2"));

    /// <summary>l, checked.</summary>
    public TimeSpan Loading { get; } = Argument.NotNegative(Loading, nameof(Loading));

    /// <summary>m, checked.</summary>
    public TimeSpan Running { get; } = Argument.NotNegative(Running, nameof(Running));

    /// <summary>w, checked.</summary>
    public TimeSpan Elsewhere { get; } = Argument.NotNegative(Elsewhere, nameof(Elsewhere));

    /// <summary>Machines that would keep operator and machines both busy; seldom whole. A gap when the operator does nothing.</summary>
    public Explained<double> Ideal
    {
        get
        {
            Term[] terms = [Term.Seconds("l", "loading time", Loading), Term.Seconds("m", "running time", Running), Term.Seconds("w", "time elsewhere", Elsewhere)];
            return Loading + Elsewhere > TimeSpan.Zero
                ? IdealFormula.Gives((Loading + Running) / (Loading + Elsewhere), Units.Ratio, terms)
                : IdealFormula.Lacks<double>(Units.Ratio, [new("", "loading time", GapKind.Impossible)], terms);
        }
    }

    /// <summary>One operator on n machines.</summary>
    /// <param name="machines">n. Range: 1 or more.</param>
    /// <returns>The cycle is the longer of the machine's, l + m, and the operator's, n·(l + w).</returns>
    /// <exception cref="ArgumentOutOfRangeException">n is below 1.</exception>
    /// <exception cref="InvalidOperationException">Neither operator nor machine does anything.</exception>
    public MachineAssignment With(int machines)
    {
        Argument.Positive(machines, nameof(machines));
        var (machine, operators) = (Loading + Running, (Loading + Elsewhere) * machines);
        var cycle = machine > operators ? machine : operators;
        return cycle > TimeSpan.Zero
            ? new(machines, cycle, cycle - operators, cycle - machine, machines * 3600 / cycle.TotalSeconds)
            : throw new InvalidOperationException("Neither operator nor machine does anything: there is no cycle.");
    }

    /// <summary>One operator on 1 machine, 2 machines, … up to a number.</summary>
    /// <param name="most">Range: 1 or more.</param>
    public IReadOnlyList<MachineAssignment> UpTo(int most) => Listed.Of(Enumerable.Range(1, Argument.Positive(most, nameof(most))).Select(With));
}
