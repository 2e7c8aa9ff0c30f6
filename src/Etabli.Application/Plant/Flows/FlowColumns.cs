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
            (FlowColumn.Cycle, true, ["tc unitaire s", "temps de cycle s", "tc s", "tc", "cycle time s", "cycle s"]),
            (FlowColumn.Pace, false, ["tc poste s", "cadence s", "pace s"]),
            (FlowColumn.Changeover, false, ["temps changement min", "changement de serie min", "tcs min", "tcs", "changeover min"]),
            (FlowColumn.Lot, false, ["taille lot", "lot", "lot size", "batch"]),
            (FlowColumn.Availability, false, ["dispo pct", "disponibilite", "disponibilite %", "dispo", "dispo %", "availability pct", "availability %", "availability"]),
            (FlowColumn.Scrap, false, ["rebut pct", "rebut", "rebut %", "scrap pct", "scrap %", "scrap"]),
            (FlowColumn.Outsourced, false, ["sous traite", "sous traitance", "outsourced"]),
            (FlowColumn.ValueAdded, false, ["temps va s", "va s", "value added s", "va time s"]),
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
    internal static (FlowTableKind Kind, IReadOnlyDictionary<FlowColumn, int> At, IReadOnlyList<FlowColumn> Missing) Recognise(IReadOnlyList<string> heading, FlowTableKind? only = null)
    {
        var names = heading.Select(TypedTable.Plain).ToList();
        return Known.Where(table => only is null || table.Key == only).Select(table =>
        {
            var at = table.Value.Select(c => (c.Column, At: names.FindIndex(n => c.Names.Contains(n)))).Where(c => c.At >= 0).DistinctBy(c => c.Column).ToDictionary(c => c.Column, c => c.At);
            IReadOnlyList<FlowColumn> missing = [.. table.Value.Where(c => c.Needed && !at.ContainsKey(c.Column)).Select(c => c.Column)];
            return (table.Key, (IReadOnlyDictionary<FlowColumn, int>)at, missing);
        }).OrderBy(t => t.missing.Count > 0).ThenByDescending(t => t.Item2.Count).First();
    }

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
