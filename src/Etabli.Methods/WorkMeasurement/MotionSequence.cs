namespace Etabli.Methods.WorkMeasurement;

/// <summary>What can be wrong with a written sequence (fr: erreur de séquence).</summary>
public enum SequenceProblem
{
    /// <summary>Nothing is written.</summary>
    Empty,

    /// <summary>Longer than any real sequence.</summary>
    TooLong,

    /// <summary>A sign that means nothing here.</summary>
    UnknownSign,

    /// <summary>A code that is not in the table.</summary>
    UnknownCode,

    /// <summary>An index, an angle or a distance the table does not have.</summary>
    NotInScale,

    /// <summary>A case the motion does not have.</summary>
    NoSuchCase,

    /// <summary>A number is missing or badly written.</summary>
    NumberWrong,

    /// <summary>Beyond the last distance or weight of the card.</summary>
    TooFar,

    /// <summary>A letter out of the order of the models.</summary>
    WrongOrder,

    /// <summary>The model is not finished.</summary>
    Unfinished,

    /// <summary>A bracket that is not closed.</summary>
    NotClosed,

    /// <summary>A bracket that was not opened.</summary>
    NotOpened,

    /// <summary>A bracket with nothing in it.</summary>
    NothingInside,

    /// <summary>A frequency that is not a number above 0, or that belongs to nothing.</summary>
    FrequencyWrong,

    /// <summary>A frequency at the end, and several brackets it could be of.</summary>
    FrequencyOfWhich,
}

/// <summary>What is wrong, where, and what could stand there (fr: faute d’une séquence).</summary>
/// <param name="Problem">What.</param>
/// <param name="Position">Of the first sign concerned, from 1.</param>
/// <param name="Text">What stands there.</param>
/// <param name="Proposals">What could stand there; empty when nothing is likely.</param>
public sealed record SequenceFault(SequenceProblem Problem, int Position, string Text, IReadOnlyList<string> Proposals);

/// <summary>One motion of a sequence (fr: mouvement).</summary>
/// <param name="Value">What it is worth.</param>
/// <param name="Position">Where it stands, from 1.</param>
/// <param name="Frequency">How often it is done, by all the brackets around it.</param>
public sealed record Motion(MotionValue Value, int Position, decimal Frequency)
{
    /// <summary>Its time with its frequency.</summary>
    public decimal Tmu => Value.Tmu * Frequency;
}

/// <summary>A sequence of predetermined times, read: its time, or what is wrong with it (fr: séquence de temps prédéterminés).</summary>
/// <remarks>
/// Brackets take a frequency behind them, (A1 B0 P3)×4 or *4, or in front; as MOST cards write it, one bracket's frequency may stand at the end: A3 B0 G1 (A1 B0 P3) A0 (4). A frequency at the end
/// without any bracket is of the whole. Source: Zandin, K. B., MOST Work Measurement Systems, 3rd ed., Marcel Dekker, 2003.
/// </remarks>
public sealed record MotionSequence
{
    internal const int Longest = 2_000;

    private MotionSequence(MotionTable table, string written, IEnumerable<Motion> motions, IEnumerable<SequenceFault> faults)
    {
        (Table, Written, Motions, Faults) = (table, written, Listed.Of(motions), Listed.Of(faults));
        var formula = new Formula("time of a sequence", table.Notation == MotionNotation.Indexed ? "T = 10·Σ(i·f)" : "T = Σ(v·f)", new("", table.Source, null, table.Version));
        var terms = Motions.Select(m => new Term("v·f", "motion", (double)m.Tmu, Units.Tmu, m.Value.Code)).ToList();
        Tmu = Faults.Count > 0 ? formula.Lacks<double>(Units.Tmu, [new("", "sequence", GapKind.Impossible)]) : formula.Gives((double)Motions.Sum(m => m.Tmu), Units.Tmu, terms);
        Time = Faults.Count > 0 ? null : WorkUnits.OfTmu(Motions.Sum(m => m.Tmu));
    }

    /// <summary>The table it was read with.</summary>
    public MotionTable Table { get; }

    /// <summary>As it was written.</summary>
    public string Written { get; }

    /// <summary>Its motions, in order; only those that could be read when there are faults.</summary>
    public IReadOnlyList<Motion> Motions { get; }

    /// <summary>What is wrong; empty when it is right.</summary>
    public IReadOnlyList<SequenceFault> Faults { get; }

    /// <summary>Its time in TMU; a gap when something is wrong.</summary>
    public Explained<double> Tmu { get; }

    /// <summary>Its time; null when something is wrong.</summary>
    public TimeSpan? Time { get; }

    /// <summary>Whether every value in it was read in a public page.</summary>
    public bool IsVerified => Motions.All(m => m.Value.Status == MotionStatus.Verified);

    internal static MotionSequence Of(MotionTable table, string sequence)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        if (sequence.Length > Longest || string.IsNullOrWhiteSpace(sequence))
        {
            return new(table, sequence, [], [new(sequence.Length > Longest ? SequenceProblem.TooLong : SequenceProblem.Empty, 1, "", [])]);
        }

        var parsed = new SequenceReader(table, sequence);
        parsed.Read();
        return new(table, sequence, parsed.Motions, parsed.Faults.OrderBy(f => f.Position));
    }
}
