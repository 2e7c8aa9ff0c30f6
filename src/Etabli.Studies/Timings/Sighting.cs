using System.Globalization;
using Etabli.Studies.Sheets;

namespace Etabli.Studies.Timings;

/// <summary>The state of one machine or one person at one instant (fr: observation instantanée).</summary>
/// <param name="State">What was seen.</param>
/// <param name="Place">Of whom, of what: a station, an operator.</param>
/// <param name="At">When, in the plant's local time.</param>
public sealed record Sighting(string State, string Place, DateTime At)
{
    /// <summary>Most of them taken at once.</summary>
    public const int Most = 1_000;

    private static readonly SheetForm Form = SheetForm.Of(SheetKind.Sightings);

    /// <summary>As a row of its sheet.</summary>
    public IReadOnlyList<string> Row()
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Seen"] = State.Trim(),
            ["Day"] = At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["SeenAt"] = At.ToString("HH:mm", CultureInfo.InvariantCulture),
            ["Place"] = Place.Trim(),
        };
        return [.. Form.Columns.Select(c => row[c.Key])];
    }
}
