namespace Etabli.Plant.Flows;

/// <summary>Something to improve, marked on the map (fr: éclair kaizen).</summary>
/// <param name="At">Code of the operation or stock it is about.</param>
/// <param name="Text">What to do, in a few words.</param>
/// <param name="Axis">Code of the progress axis it belongs to; empty when it belongs to none.</param>
public sealed record KaizenBurst(string At, string Text, string Axis = "");

/// <summary>How far a thing was moved by hand from its automatic place on the map (fr: décalage).</summary>
/// <param name="At">Code of the operation or stock.</param>
/// <param name="X">To the right, in millimetres. Range: −400 to 400.</param>
/// <param name="Y">Down, in millimetres. Range: −400 to 400.</param>
public sealed record MapOffset(string At, decimal X, decimal Y);

/// <summary>The flow of a family in one state: as it is, or as it is meant to be (fr: état de la chaîne de valeur).</summary>
/// <param name="Operations">Operations in the order of the routing.</param>
/// <param name="Stocks">Stocks in the order of the flow.</param>
/// <param name="Bursts">What is to be improved.</param>
/// <param name="Offsets">What was moved by hand on the map.</param>
public sealed record FlowState(IReadOnlyList<RoutingOperation> Operations, IReadOnlyList<StockPoint> Stocks, IReadOnlyList<KaizenBurst> Bursts, IReadOnlyList<MapOffset> Offsets)
{
    /// <summary>Operations as a table says them, in its order; those it leaves out stay, unless it is the whole table.</summary>
    public FlowState Take(IReadOnlyList<RoutingOperation> said, NumberSource source, bool whole)
    {
        ArgumentNullException.ThrowIfNull(said);
        var before = Operations.ToDictionary(o => o.Code, StringComparer.Ordinal);
        return this with { Operations = Merged(Operations, [.. said.Select(o => o.Said(before.GetValueOrDefault(o.Code), source))], o => o.Code, whole) };
    }

    /// <summary>Stocks as a table says them; counts of other days stay; those it leaves out stay, unless it is the whole table.</summary>
    public FlowState Take(IReadOnlyList<StockPoint> said, NumberSource source, bool whole)
    {
        ArgumentNullException.ThrowIfNull(said);
        var before = Stocks.ToDictionary(s => s.Code, StringComparer.Ordinal);
        return this with { Stocks = Merged(Stocks, [.. said.Select(s => s.Said(before.GetValueOrDefault(s.Code), source))], s => s.Code, whole) };
    }

    private static List<T> Merged<T>(IReadOnlyList<T> before, List<T> said, Func<T, string> code, bool whole)
    {
        var named = said.Select(code).ToHashSet(StringComparer.Ordinal);
        return whole || before.All(b => named.Contains(code(b)))
            ? said
            : [.. before.Select(b => said.FirstOrDefault(s => code(s) == code(b)) ?? b), .. said.Where(s => !before.Any(b => code(b) == code(s)))];
    }
}
