using Etabli.People;

namespace Etabli.Plant.Flows;

/// <summary>Identifies a product family.</summary>
public readonly record struct ProductFamilyId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}

/// <summary>Products that go the same way through the plant, with that way: operations, stocks, information (fr: famille de produits).</summary>
public sealed class ProductFamily
{
    private List<RoutingOperation> operations = [];
    private List<StockPoint> stocks = [];
    private List<InformationLink> information = [];

    private ProductFamily() => Name = "";

    public ProductFamily(ProductFamilyId id, OrganisationId organisation, string name)
    {
        Id = id;
        Organisation = organisation;
        Name = name;
        Rename(name);
    }

    public ProductFamilyId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public string Name { get; private set; }

    /// <summary>What is asked in a day; null until somebody says it.</summary>
    public DayRhythm? Rhythm { get; private set; }

    /// <summary>Operations in the order of the routing.</summary>
    public IReadOnlyList<RoutingOperation> Operations => operations;

    /// <summary>Stocks in the order of the flow.</summary>
    public IReadOnlyList<StockPoint> Stocks => stocks;

    /// <summary>Who tells what to whom.</summary>
    public IReadOnlyList<InformationLink> Information => information;

    /// <exception cref="RefusalException">The name says nothing.</exception>
    public void Rename(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name.Trim() is { Length: > 0 and <= 200 } said ? said : throw new RefusalException(Refusal.NameMissing);
    }

    /// <exception cref="RefusalException">A number is outside what it can be, or no time is left.</exception>
    public void Set(DayRhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        Rhythm = rhythm.Checked();
    }

    /// <summary>Operations as a table says them: those it names are replaced or added, in its order; the others stay.</summary>
    public void Take(IReadOnlyList<RoutingOperation> said, NumberSource source)
    {
        ArgumentNullException.ThrowIfNull(said);
        var before = operations.ToDictionary(o => o.Code, StringComparer.Ordinal);
        operations = Merged(operations, [.. said.Select(o => o.Said(before.GetValueOrDefault(o.Code), source))], o => o.Code);
    }

    /// <summary>Stocks as a table says them: those it names are replaced or added, counts of other days stay.</summary>
    public void Take(IReadOnlyList<StockPoint> said, NumberSource source)
    {
        ArgumentNullException.ThrowIfNull(said);
        var before = stocks.ToDictionary(s => s.Code, StringComparer.Ordinal);
        stocks = Merged(stocks, [.. said.Select(s => s.Said(before.GetValueOrDefault(s.Code), source))], s => s.Code);
    }

    /// <summary>Information as a table says it, whole: a link that the table leaves out is gone.</summary>
    public void Take(IReadOnlyList<InformationLink> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        information = [.. said.Distinct()];
    }

    private static List<T> Merged<T>(List<T> before, List<T> said, Func<T, string> code)
    {
        var named = said.Select(code).ToHashSet(StringComparer.Ordinal);
        var all = before.All(b => named.Contains(code(b))) ? said : [.. before.Select(b => said.FirstOrDefault(s => code(s) == code(b)) ?? b), .. said.Where(s => !before.Any(b => code(b) == code(s)))];
        return [.. all];
    }
}
