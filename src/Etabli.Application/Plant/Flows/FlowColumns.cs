using Etabli.Plant.Calendars;
using Etabli.Plant.Flows;

namespace Etabli.Application.Plant.Flows;

/// <summary>Which table of the flow was brought.</summary>
public enum FlowTableKind
{
    Operations,
    Stocks,
    Information,

    /// <summary>What is to be improved (fr: éclairs kaizen).</summary>
    Bursts,

    /// <summary>What was moved by hand on the map (fr: décalages).</summary>
    Offsets,
}

/// <summary>What a column of a flow table says.</summary>
public enum FlowColumn
{
    Code,
    Label,
    Station,
    Branch,
    Posts,
    Operators,
    Cycle,
    Pace,
    Changeover,
    Lot,
    Availability,
    Scrap,
    Outsourced,
    ValueAdded,
    Position,
    Pieces,
    UnitValue,
    Day,
    From,
    To,
    Means,
    Frequency,
    Medium,
    Content,
    Mode,
    Container,
    Cards,
    Replenishment,
    LoopSafety,
    Text,
    Axis,
    X,
    Y,
}

/// <summary>Recognises the tables of the flow and their columns by their headings, in any order, French or English.</summary>
public static class FlowColumns
{
    private static readonly Dictionary<FlowTableKind, (FlowColumn Column, bool Needed, string[] Names)[]> Known = new()
    {
        [FlowTableKind.Operations] =
        [
            (FlowColumn.Code, true, ["op", "operation", "code operation", "code op", "code"]),
            (FlowColumn.Label, true, ["libelle", "designation", "label", "name"]),
            (FlowColumn.Station, false, ["poste", "station", "machine", "workstation"]),
            (FlowColumn.Branch, false, ["branche", "branch"]),
            (FlowColumn.Posts, false, ["nb machines", "machines", "postes", "posts", "machine count"]),
            (FlowColumn.Operators, false, ["operateurs par equipe", "operateurs", "operators per shift", "operators"]),
            (FlowColumn.Cycle, true, ["tc unitaire", "temps de cycle", "tc", "cycle time", "cycle"]),
            (FlowColumn.Pace, false, ["tc poste", "cadence", "pace"]),
            (FlowColumn.Changeover, false, ["temps changement", "changement de serie", "tcs", "changeover"]),
            (FlowColumn.Lot, false, ["taille lot", "lot", "lot size", "batch"]),
            (FlowColumn.Availability, false, ["dispo pct", "disponibilite", "disponibilite %", "dispo", "dispo %", "availability pct", "availability %", "availability"]),
            (FlowColumn.Scrap, false, ["rebut pct", "rebut", "rebut %", "scrap pct", "scrap %", "scrap"]),
            (FlowColumn.Outsourced, false, ["sous traite", "sous traitance", "outsourced"]),
            (FlowColumn.ValueAdded, false, ["temps va", "va", "value added", "va time"]),
        ],
        [FlowTableKind.Stocks] =
        [
            (FlowColumn.Code, true, ["stock", "code stock", "stock code", "code"]),
            (FlowColumn.Position, false, ["position", "emplacement", "place"]),
            (FlowColumn.Label, true, ["libelle", "designation", "label", "name"]),
            (FlowColumn.Branch, false, ["branche", "branch"]),
            (FlowColumn.Pieces, true, ["quantite", "pieces", "quantity"]),
            (FlowColumn.UnitValue, false, ["valeur unitaire eur", "valeur unitaire", "unit value eur", "unit value"]),
            (FlowColumn.Day, false, ["date releve", "date du releve", "date", "releve le", "count date", "counted on"]),
            (FlowColumn.Mode, false, ["forme", "forme de stock", "mode de stock", "stock kind", "kind"]),
            (FlowColumn.Container, false, ["pieces par bac", "taille de bac", "pieces par conteneur", "pieces per container", "container size"]),
            (FlowColumn.Cards, false, ["cartes kanban", "kanbans", "nombre de cartes", "kanban cards", "cards"]),
            (FlowColumn.Replenishment, false, ["delai de la boucle j", "delai de la boucle", "delai de reapprovisionnement j", "loop time d", "loop time", "replenishment time d"]),
            (FlowColumn.LoopSafety, false, ["securite de la boucle %", "securite de la boucle", "loop safety %", "loop safety"]),
        ],
        [FlowTableKind.Information] =
        [
            (FlowColumn.From, true, ["de", "from"]),
            (FlowColumn.To, true, ["vers", "to"]),
            (FlowColumn.Means, true, ["type", "mode", "means"]),
            (FlowColumn.Frequency, true, ["frequence", "frequency"]),
            (FlowColumn.Medium, false, ["support", "medium"]),
            (FlowColumn.Content, false, ["contenu", "content"]),
        ],
        [FlowTableKind.Bursts] = [(FlowColumn.Code, true, ["code", "repere", "at"]), (FlowColumn.Text, true, ["eclair", "burst"]), (FlowColumn.Axis, false, ["axe", "axis"])],
        [FlowTableKind.Offsets] = [(FlowColumn.Code, true, ["code", "repere", "at"]), (FlowColumn.X, true, ["x mm"]), (FlowColumn.Y, true, ["y mm"])],
    };

    /// <summary>The table whose needed columns are there, or the nearest with what it lacks.</summary>
    /// <remarks>A column of times may name its unit after its name: "temps de cycle (cmin)".</remarks>
    internal static (FlowTableKind Kind, IReadOnlyDictionary<FlowColumn, int> At, IReadOnlyList<FlowColumn> Missing) Recognise(IReadOnlyList<string> heading, FlowTableKind? only = null)
    {
        var names = heading.Select(TypedTable.Plain).ToList();
        return Known.Where(table => only is null || table.Key == only).Select(table =>
        {
            var at = table.Value.Select(c => (c.Column, At: names.FindIndex(n => Names(c.Column, c.Names, n)))).Where(c => c.At >= 0).DistinctBy(c => c.Column).ToDictionary(c => c.Column, c => c.At);
            IReadOnlyList<FlowColumn> missing = [.. table.Value.Where(c => c.Needed && !at.ContainsKey(c.Column)).Select(c => c.Column)];
            return (table.Key, (IReadOnlyDictionary<FlowColumn, int>)at, missing);
        }).OrderBy(t => t.missing.Count > 0).ThenByDescending(t => t.Item2.Count).First();
    }

    /// <summary>The unit a heading of times names after its own name; null when it names none.</summary>
    internal static TimeUnit? UnitIn(string heading) => TypedTable.Plain(heading) is var plain && plain.LastIndexOf(' ') is var cut and > 0 ? TimeUnits.Named(plain[(cut + 1)..]) : null;

    /// <summary>Every heading a column is known by, those with a unit included, as <see cref="TypedTable.Plain"/> writes them.</summary>
    public static IReadOnlyList<string> Headings(FlowColumn column, IReadOnlyList<string> names) =>
        FlowTimes.UnitOf(column, TimeUnit.Second) is null ? names : [.. names, .. from name in names from unit in TimeUnits.InOrder select TypedTable.Plain($"{name} {unit.Symbol()}")];

    private static bool Names(FlowColumn column, string[] names, string heading) =>
        names.Contains(heading) || (FlowTimes.UnitOf(column, TimeUnit.Second) is not null && UnitIn(heading) is not null && names.Contains(heading[..heading.LastIndexOf(' ')]));

    /// <summary>The columns of a table, in the order they are shown.</summary>
    public static IReadOnlyList<(FlowColumn Column, bool Needed, string[] Names)> Of(FlowTableKind kind) => Known[kind];

    /// <summary>The number a column holds; null for a text.</summary>
    public static FlowNumber? NumberOf(FlowColumn column) => column switch
    {
        FlowColumn.Posts => FlowNumber.Posts,
        FlowColumn.Operators => FlowNumber.Operators,
        FlowColumn.Cycle => FlowNumber.Cycle,
        FlowColumn.Pace => FlowNumber.Pace,
        FlowColumn.Changeover => FlowNumber.Changeover,
        FlowColumn.Lot => FlowNumber.Lot,
        FlowColumn.Availability => FlowNumber.Availability,
        FlowColumn.Scrap => FlowNumber.Scrap,
        FlowColumn.ValueAdded => FlowNumber.ValueAdded,
        FlowColumn.Pieces => FlowNumber.Pieces,
        FlowColumn.UnitValue => FlowNumber.UnitValue,
        FlowColumn.Container => FlowNumber.Container,
        FlowColumn.Cards => FlowNumber.Cards,
        FlowColumn.Replenishment => FlowNumber.Replenishment,
        FlowColumn.LoopSafety => FlowNumber.LoopSafety,
        FlowColumn.X or FlowColumn.Y => FlowNumber.Offset,
        _ => null,
    };
}
