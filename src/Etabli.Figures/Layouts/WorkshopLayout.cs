namespace Etabli.Figures.Layouts;

/// <summary>A room or area of the workshop, in metres from the top left corner. (fr: zone)</summary>
/// <param name="Name">Its name.</param>
/// <param name="Left">Left side.</param>
/// <param name="Top">Upper side.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record LayoutZone(string Name, double Left, double Top, double Width, double Height);

/// <summary>A place one works at or goes to, in metres. (fr: poste implanté)</summary>
/// <param name="Code">Its code; trips name it.</param>
/// <param name="X">Centre.</param>
/// <param name="Y">Centre.</param>
/// <param name="Width">Width on the floor.</param>
/// <param name="Height">Depth on the floor.</param>
/// <param name="Name">Its name, as a tip.</param>
public sealed record LayoutStation(string Code, double X, double Y, double Width = 4, double Height = 3, string? Name = null);

/// <summary>The floor of a workshop to scale. (fr: implantation)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Width">Width in metres.</param>
/// <param name="Height">Depth in metres.</param>
/// <param name="Stations">Where one works.</param>
public sealed record WorkshopLayout(string Title, double Width, double Height, IReadOnlyList<LayoutStation> Stations)
{
    /// <summary>Rooms and areas, behind the stations.</summary>
    public IReadOnlyList<LayoutZone> Zones { get; init; } = [];

    /// <summary>Address of a plan to draw on, that covers the whole floor.</summary>
    public string? Plan { get; init; }
}

/// <summary>A way that somebody walks again and again. (fr: trajet)</summary>
/// <param name="Actor">Who walks; a role rather than a name.</param>
/// <param name="From">Code of the station it starts from.</param>
/// <param name="To">Code of the station it goes to.</param>
/// <param name="Trips">How many times.</param>
/// <param name="Distance">Metres one way.</param>
/// <param name="Reason">Why.</param>
public sealed record SpaghettiTrip(string Actor, string From, string To, int Trips, decimal Distance, string? Reason = null)
{
    /// <summary>Points of the aisle it follows, in metres; straight along the axes if there is none.</summary>
    public IReadOnlyList<(double X, double Y)> Way { get; init; } = [];

    /// <summary>Whether each trip also goes back the same way.</summary>
    public bool Returns { get; init; } = true;

    /// <summary>Metres walked: there and back each time, or there only.</summary>
    public decimal Total => (Returns ? 2 : 1) * Trips * Distance;
}

/// <summary>Who walks where, on the floor. (fr: diagramme spaghetti)</summary>
/// <param name="Layout">The floor.</param>
/// <param name="Trips">The trips observed.</param>
/// <param name="Period">During what: one shift, one day.</param>
public sealed record Spaghetti(WorkshopLayout Layout, IReadOnlyList<SpaghettiTrip> Trips, string Period);
