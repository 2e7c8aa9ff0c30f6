using Etabli.People;
using Etabli.Plant.Calendars;

namespace Etabli.Plant.Register;

/// <summary>How a plant says its numbers (fr: réglages de l’usine).</summary>
public sealed class PlantSettings
{
    private PlantSettings()
    {
    }

    public PlantSettings(OrganisationId organisation, TimeUnit unit) => (Organisation, Unit) = (organisation, unit);

    public OrganisationId Organisation { get; private set; }

    /// <summary>The unit the times of its work are shown and typed in.</summary>
    public TimeUnit Unit { get; private set; }

    /// <summary>Times are said in another unit; what is kept does not change.</summary>
    public void Say(TimeUnit unit) => Unit = unit;
}
