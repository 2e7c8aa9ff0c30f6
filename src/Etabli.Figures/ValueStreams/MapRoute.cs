namespace Etabli.Figures.ValueStreams;

internal enum RouteKind
{
    Manual,
    Electronic,
    ProductionKanban,
    WithdrawalKanban,
    SignalKanban,
    GoSee,
    Shipment,
    Material,
}

/// <summary>A line of the map: a trunk that carries its mark and word, and the branches that end in arrows.</summary>
internal sealed record MapRoute(RouteKind Kind, string Label, IReadOnlyList<IReadOnlyList<(double X, double Y)>> Paths, string? Factory = null)
{
    /// <summary>Where the cards wait before they leave: middle of the post, and where it stands (fr: poste kanban).</summary>
    internal (double X, double Y, double Foot)? Post { get; init; }

    internal bool IsDotted => Kind is RouteKind.ProductionKanban or RouteKind.WithdrawalKanban or RouteKind.SignalKanban;
}
