namespace Etabli.Application.Hosting;

/// <summary>The clock of a plant: the system's instant, and the zone in which its day begins (fr: heure de l’usine).</summary>
public sealed class PlantClock(TimeZoneInfo zone) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => zone;

    /// <param name="zone">Name of a time zone; that of France when null.</param>
    public static PlantClock In(string? zone) => new(TimeZoneInfo.FindSystemTimeZoneById(zone ?? "Europe/Paris"));
}
