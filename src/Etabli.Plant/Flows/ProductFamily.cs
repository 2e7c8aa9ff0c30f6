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
    private List<KaizenBurst> bursts = [];
    private List<MapOffset> offsets = [];

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

    /// <summary>What is to be improved, marked on the map.</summary>
    public IReadOnlyList<KaizenBurst> Bursts => bursts;

    /// <summary>What was moved by hand on the map.</summary>
    public IReadOnlyList<MapOffset> Offsets => offsets;

    /// <summary>The flow as it is meant to be; null until somebody draws it (fr: état futur).</summary>
    public FlowState? Future { get; private set; }

    /// <summary>The flow as it is (fr: état actuel).</summary>
    public FlowState Current => new(operations, stocks, bursts, offsets);

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

    /// <summary>The flow becomes this, as it is or as it is meant to be.</summary>
    public void Take(FlowState state, bool future)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (future)
        {
            Future = state;
            return;
        }

        (operations, stocks, bursts, offsets) = ([.. state.Operations], [.. state.Stocks], [.. state.Bursts], [.. state.Offsets]);
    }

    /// <summary>The future state begins as the current one; one that is there is left.</summary>
    public void DrawFuture() => Future ??= Current with { Bursts = [] };

    /// <summary>Numbers of the current state that are newer than those the future state stands on: it may have to follow them.</summary>
    public IReadOnlyList<NewerNumber> Newer
    {
        get
        {
            if (Future is not { } future)
            {
                return [];
            }

            var found = new List<NewerNumber>();
            foreach (var (now, then) in operations.Join(future.Operations, o => o.Code, o => o.Code, (a, b) => (a, b)))
            {
                var known = then.Numbers().ToDictionary(n => n.Number.Name, n => n.Value, StringComparer.Ordinal);
                found.AddRange(
                    from number in now.Numbers()
                    let before = known.TryGetValue(number.Number.Name, out var value) ? value : (decimal?)null
                    let source = now.Sources.GetValueOrDefault(number.Number.Name)
                    where source is not null && before != number.Value && !(then.Sources.TryGetValue(number.Number.Name, out var old) && old.At >= source.At)
                    select new NewerNumber(now.Code, number.Number, number.Value, before, source));
            }

            foreach (var (now, then) in stocks.Join(future.Stocks, s => s.Code, s => s.Code, (a, b) => (a, b)))
            {
                if (now.UnitValueSource is { } source && now.UnitValue != then.UnitValue && !(then.UnitValueSource is { } old && old.At >= source.At))
                {
                    found.Add(new(now.Code, FlowNumber.UnitValue, now.UnitValue, then.UnitValue, source));
                }

                // What waits is meant to be another number; only a count that was never changed follows the next one.
                if (now.Last is { } last && then.Last is { } stood && last.Day > stood.Day && last.Pieces != stood.Pieces && now.Counts.Contains(stood))
                {
                    found.Add(new(now.Code, FlowNumber.Pieces, last.Pieces, stood.Pieces, last.Source));
                }
            }

            return found;
        }
    }

    /// <summary>The future state takes these numbers as the current one has them, or stands on its own ones knowingly.</summary>
    /// <param name="which">Code and name of each number.</param>
    /// <param name="standing">Who keeps the future's own numbers; null to take the current ones.</param>
    /// <exception cref="RefusalException">There is no future state.</exception>
    public void Follow(IReadOnlySet<(string At, string Number)> which, NumberSource? standing)
    {
        ArgumentNullException.ThrowIfNull(which);
        var future = Future ?? throw new RefusalException(Refusal.NoFutureYet);
        var newer = Newer.Where(n => which.Contains((n.At, n.Number.Name))).ToList();
        Future = future with
        {
            Operations = [.. future.Operations.Select(o => newer.Where(n => n.At == o.Code).Aggregate(o, (one, n) => standing is null ? one.With(n.Number, operations.Find(c => c.Code == o.Code)!) : one.Standing(n.Number, standing)))],
            Stocks = [.. future.Stocks.Select(s => newer.Where(n => n.At == s.Code).Aggregate(s, (one, n) => one.Following(n.Number, stocks.Find(c => c.Code == s.Code)!, standing)))],
        };
    }

    /// <summary>This family as it would be with another flow: to be read and drawn, never kept.</summary>
    public ProductFamily Showing(FlowState state)
    {
        var shown = new ProductFamily(Id, Organisation, Name) { Rhythm = Rhythm, information = information, Future = Future };
        shown.Take(state, future: false);
        return shown;
    }

    /// <summary>Information as a table says it, whole: a link that the table leaves out is gone.</summary>
    public void Take(IReadOnlyList<InformationLink> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        information = [.. said.Distinct()];
    }
}
