using Etabli.People;

namespace Etabli.Plant.Occurrences;

/// <summary>What kind of thing happened (fr: nature d’événement).</summary>
public enum PlantEventKind
{
    /// <summary>A machine or a post stopped (fr: arrêt).</summary>
    Stop,

    /// <summary>Pieces were lost (fr: rebut).</summary>
    Scrap,
}

/// <summary>Something that happened at a station and has a cause: a stop, a scrap (fr: événement relevé).</summary>
/// <param name="Organisation">Whose plant.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Code">Its number where it was recorded, or one made of what it says: the same table read twice enters it once.</param>
/// <param name="Day">When.</param>
/// <param name="Begun">Time of the day; null when not recorded.</param>
/// <param name="Shift">Which shift; empty when not recorded.</param>
/// <param name="Station">Where: ROD1.</param>
/// <param name="Cause">Why.</param>
/// <param name="Class">Class of the cause, in the plant's words.</param>
/// <param name="Quantity">How many at once: 1 stop, pieces lost.</param>
/// <param name="Minutes">How long; null when it does not last or was not recorded.</param>
/// <param name="Cost">What it cost; null when not known.</param>
/// <param name="Import">By which import it came.</param>
public sealed record PlantEvent(
    OrganisationId Organisation, PlantEventKind Kind, string Code, DateOnly Day, TimeOnly? Begun, string Shift, string Station, string Cause, string Class, int Quantity, decimal? Minutes, decimal? Cost, Guid Import)
{
    /// <summary>Longest cause, station or class.</summary>
    public const int Longest = 120;

    /// <summary>Most minutes of one event: a month.</summary>
    public const decimal MostMinutes = 44_640;

    /// <summary>Most pieces of one event.</summary>
    public const int MostPieces = 1_000_000;
}

/// <summary>A table of events that was taken: who, when, from what, so that it can be taken back whole (fr: import d’événements).</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Organisation">Whose plant.</param>
/// <param name="Kind">What kind of events.</param>
/// <param name="From">Name of the file; empty when it was pasted.</param>
/// <param name="Events">How many were new.</param>
/// <param name="ByCode">Who.</param>
/// <param name="At">When.</param>
public sealed record EventImport(Guid Id, OrganisationId Organisation, PlantEventKind Kind, string From, int Events, string ByCode, DateTimeOffset At);
