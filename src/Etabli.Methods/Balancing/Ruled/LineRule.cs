namespace Etabli.Methods.Balancing.Ruled;

/// <summary>One thing the workshop asks of a balance, besides precedence and cycle (fr: règle d’atelier).</summary>
/// <remarks>Tasks are places in the line's list, stations places along the line, both from 0.</remarks>
public abstract record LineRule
{
    private protected LineRule()
    {
    }
}

/// <summary>Tasks that stand at some stations only, or at none of some: a fixed post, a zone, a forbidden post (fr: zone d’une tâche).</summary>
/// <param name="Tasks">At least one.</param>
/// <param name="Stations">At least one.</param>
/// <param name="IsForbidden">True: at none of these; false: at one of these.</param>
public sealed record StationRule(IReadOnlyList<int> Tasks, IReadOnlyList<int> Stations, bool IsForbidden = false) : LineRule
{
    /// <summary>The tasks.</summary>
    public IReadOnlyList<int> Tasks { get; } = Listed.Of(Tasks);

    /// <summary>The stations.</summary>
    public IReadOnlyList<int> Stations { get; } = Listed.Of(Stations);
}

/// <summary>Tasks of one station, whichever it is (fr: tâches ensemble).</summary>
/// <param name="Tasks">At least two.</param>
public sealed record TogetherRule(IReadOnlyList<int> Tasks) : LineRule
{
    /// <summary>The tasks.</summary>
    public IReadOnlyList<int> Tasks { get; } = Listed.Of(Tasks);
}

/// <summary>Tasks no two of which share a station (fr: tâches séparées).</summary>
/// <param name="Tasks">At least two.</param>
public sealed record ApartRule(IReadOnlyList<int> Tasks) : LineRule
{
    /// <summary>The tasks.</summary>
    public IReadOnlyList<int> Tasks { get; } = Listed.Of(Tasks);
}

/// <summary>Two tasks so many stations from each other at least, on whichever side (fr: distance minimale).</summary>
/// <param name="First">One.</param>
/// <param name="Second">The other.</param>
/// <param name="Least">Difference of their stations. Range: 1 or more.</param>
public sealed record DistanceRule(int First, int Second, int Least) : LineRule;

/// <summary>What a station can take of something that adds up: floor space, points of strain, weight carried (fr: budget d’un poste).</summary>
/// <param name="Name">Of what.</param>
/// <param name="Amounts">Of each task, in the order of the line. Range: 0 or more.</param>
/// <param name="Most">What a station can take. Range: 0 or more.</param>
public sealed record BudgetRule(string Name, IReadOnlyList<double> Amounts, double Most) : LineRule
{
    /// <summary>What a rounding of sums may add before it is too much.</summary>
    internal const double Slack = 1e-9;

    /// <summary>Of each task.</summary>
    public IReadOnlyList<double> Amounts { get; } = Listed.Of(Amounts);
}

/// <summary>A piece of equipment that some tasks need and of which there are only so many: so many stations can do these tasks (fr: équipement).</summary>
/// <param name="Name">What it is.</param>
/// <param name="Tasks">At least one.</param>
/// <param name="Most">Stations that can have it. Range: 1 or more.</param>
public sealed record EquipmentRule(string Name, IReadOnlyList<int> Tasks, int Most) : LineRule
{
    /// <summary>The tasks that need it.</summary>
    public IReadOnlyList<int> Tasks { get; } = Listed.Of(Tasks);
}
