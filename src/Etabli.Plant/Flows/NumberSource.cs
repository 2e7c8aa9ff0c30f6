using Etabli.People;

namespace Etabli.Plant.Flows;

/// <summary>How a number came in (fr: origine d’un chiffre).</summary>
public enum NumberOrigin
{
    Typed,
    Imported,
    Measured,
}

/// <summary>Where a number of the plant comes from: who, when, how (fr: source d’un chiffre).</summary>
/// <param name="Origin">How it came in.</param>
/// <param name="By">Who brought it.</param>
/// <param name="ByCode">Their code on the floor.</param>
/// <param name="At">When.</param>
/// <param name="From">The file or the study it was read in; null when it was typed.</param>
/// <param name="Readings">How many readings it stands on; null when not said.</param>
public sealed record NumberSource(NumberOrigin Origin, PersonId By, string ByCode, DateTimeOffset At, string? From = null, int? Readings = null)
{
    /// <summary>The study it was measured in; null when it comes from elsewhere.</summary>
    public Guid? Study { get; init; }
}
