namespace Etabli.Figures.ProductionTypes;

/// <summary>One product or work with how much of it is made. (fr: produit situé)</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Yearly">Pieces a year, above 0.</param>
/// <param name="Kind">Place of its kind of series among the names.</param>
/// <param name="PerWeek">Cycles a week.</param>
/// <param name="Launches">Launches a year; null when the lot is not said.</param>
/// <param name="Method">How its time is best measured.</param>
public sealed record PlacedProduct(string Name, decimal Yearly, int Kind, decimal PerWeek, decimal? Launches, string Method);

/// <summary>Products placed by how much of each is made, from one of a kind to large series. (fr: types de production)</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Products">The products, the most made first.</param>
/// <param name="Kinds">Names of the kinds of series, the smallest first.</param>
/// <param name="Bounds">Quantities at which one kind becomes the next, one fewer than the kinds.</param>
public sealed record ProductionMap(string Title, IReadOnlyList<PlacedProduct> Products, IReadOnlyList<string> Kinds, IReadOnlyList<decimal> Bounds)
{
    /// <summary>Sentences under it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>When it holds.</summary>
    public string? Period { get; init; }
}
