namespace Etabli.TestHouse;

/// <summary>A clock that a test sets and moves.</summary>
public sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now.ToUniversalTime();

    /// <summary>Where its day begins.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public override TimeZoneInfo LocalTimeZone => Zone;

    public override DateTimeOffset GetUtcNow() => now;

    public void Set(DateTimeOffset instant) => now = instant.ToUniversalTime();

    public void Advance(TimeSpan by) => now += by;
}
