namespace Etabli.Methods.ValueStreams;

/// <summary>What a step of a value stream is (fr: nature d’une étape de la chaîne de valeur).</summary>
public enum StreamStepKind
{
    /// <summary>Work is done on the piece.</summary>
    Process,

    /// <summary>Pieces wait, pushed.</summary>
    Stock,

    /// <summary>Pieces wait to be withdrawn by the next process (fr: supermarché).</summary>
    Supermarket,

    /// <summary>Pieces wait in order of arrival, at most so many (fr: voie FIFO).</summary>
    FifoLane,

    /// <summary>Work is done elsewhere (fr: sous-traitance).</summary>
    Outsourced,

    /// <summary>Pieces travel.</summary>
    Transport,
}

/// <summary>One step of a value stream. What was not measured stays null (fr: étape de la chaîne de valeur).</summary>
/// <param name="Code">Code of the step, unique in its stream.</param>
/// <param name="Kind">What it is.</param>
public sealed record StreamStep(string Code, StreamStepKind Kind)
{
    /// <summary>Code of the step, unique in its stream.</summary>
    public string Code { get; init; } = Argument.Said(Code, nameof(Code));

    /// <summary>Name on the map; in no formula.</summary>
    public string Label { get; init; } = "";

    /// <summary>Data of a process.</summary>
    public DataBox? Box { get; init; }

    /// <summary>Processing time of one piece through the step; when null, the box's cycle time. A line of posts says its whole work content here. Range: ≥ 0.</summary>
    public TimeSpan? ProcessingTime { get; init => field = Argument.NotNegative(value, nameof(ProcessingTime)); }

    /// <summary>Part of the processing time the customer pays for. Range: ≥ 0.</summary>
    public TimeSpan? ValueAddedTime { get; init => field = Argument.NotNegative(value, nameof(ValueAddedTime)); }

    /// <summary>Pieces counted in the step, for a step that waits. Range: ≥ 0.</summary>
    public long? Pieces { get; init => field = Argument.NotNegative(value, nameof(Pieces)); }

    /// <summary>Working days the step takes, when they are known otherwise than by counting pieces. Range: ≥ 0.</summary>
    public double? Days { get; init => field = Argument.NotNegative(value, nameof(Days)); }

    /// <summary>Pieces the next step takes in a working day, for <see cref="StockBasis.Consumption"/>. Range: ≥ 0.</summary>
    public double? ConsumptionPerDay { get; init => field = Argument.NotNegative(value, nameof(ConsumptionPerDay)); }

    /// <summary>Pieces of this step in one product sold. Range: &gt; 0.</summary>
    public double PerProduct { get; init => field = Argument.Positive(value, nameof(PerProduct)); } = 1;

    /// <summary>Value of one piece here, in the study's currency. Range: ≥ 0.</summary>
    public decimal? UnitValue { get; init => field = Argument.NotNegative(value, nameof(UnitValue)); }

    /// <summary>Whether the ladder's step is a high one: pieces wait, travel or are away.</summary>
    public bool Waits => Kind != StreamStepKind.Process;
}

/// <summary>Pieces go from one step to another (fr: flux de matière).</summary>
/// <param name="From">Code of the step they leave.</param>
/// <param name="To">Code of the step they reach.</param>
public sealed record StreamLink(string From, string To);
