using Etabli.Plant.Calendars;
using Etabli.Plant.Tables;
using Etabli.Plant.Tasks;

namespace Etabli.Plant.Register;

/// <summary>Which table of the plant's register (fr: table du référentiel de l’usine).</summary>
public enum RegisterKind
{
    Sites,
    Sectors,
    Stations,
    Equipment,
    Products,

    /// <summary>Customers, suppliers and subcontractors (fr: clients et fournisseurs).</summary>
    Partners,
    Shifts,

    /// <summary>Holidays, closures, days worked in addition (fr: jours particuliers).</summary>
    SpecialDays,

    /// <summary>Tasks of one operation of a family (fr: tâches).</summary>
    Tasks,
}

/// <summary>What a partner of the plant is to it (fr: nature de partenaire).</summary>
public enum PartnerKind
{
    Customer,
    Supplier,
    Subcontractor,
}

/// <summary>The columns of a table of the register (fr: modèle de table).</summary>
/// <param name="Kind">Which table.</param>
/// <param name="Code">Key of the column that names a row; no two rows have the same.</param>
/// <param name="Columns">Its columns, in the order they are shown.</param>
/// <param name="Links">Columns that name a row of another table, by their key.</param>
public sealed record RegisterForm(RegisterKind Kind, string Code, IReadOnlyList<SheetColumn> Columns, IReadOnlyDictionary<string, RegisterKind> Links)
{
    /// <summary>Most rows of a table.</summary>
    public const int MostRows = 10_000;

    /// <summary>Key of the column that holds what a table said in columns we do not know: "alésage_mm: 50; tige_mm: 28".</summary>
    public const string Traits = "Traits";

    private static readonly SheetChoice[] Days =
    [
        new(nameof(ShiftDays.WeekDays), "lundi a vendredi", "lun ven", "semaine", "monday to friday", "weekdays"),
        new(nameof(ShiftDays.MondayToThursday), "lundi a jeudi", "lun jeu", "monday to thursday"), new(nameof(ShiftDays.Friday), "vendredi", "friday"),
        new(nameof(ShiftDays.Saturday), "samedi", "saturday"), new(nameof(ShiftDays.Sunday), "dimanche", "sunday"),
        new(nameof(ShiftDays.WeekEnd), "samedi et dimanche", "week end", "weekend", "saturday and sunday"), new(nameof(ShiftDays.EveryDay), "tous les jours", "7 7", "every day"),
    ];

    private static readonly SheetChoice[] DayKinds =
    [
        new(nameof(SpecialDayKind.Holiday), "ferie", "jour ferie", "holiday", "public holiday"), new(nameof(SpecialDayKind.Closure), "fermeture", "ferme", "closure", "closed"),
        new(nameof(SpecialDayKind.Worked), "travaille", "jour travaille", "worked"),
    ];

    private static readonly SheetChoice[] PartnerKinds =
    [
        new(nameof(PartnerKind.Customer), "client", "customer"), new(nameof(PartnerKind.Supplier), "fournisseur", "supplier"),
        new(nameof(PartnerKind.Subcontractor), "sous traitant", "subcontractor"),
    ];

    private static readonly SheetChoice[] Classes =
    [
        new(nameof(ValueClass.ValueAdded), "va", "valeur ajoutee", "value added"), new(nameof(ValueClass.Necessary), "nvan", "nva necessaire", "necessaire", "nnva", "necessary"),
        new(nameof(ValueClass.Waste), "nva", "gaspillage", "waste"),
    ];

    private static readonly Dictionary<RegisterKind, RegisterForm> All = new RegisterForm[]
    {
        Table(RegisterKind.Sites, "Code", [Name("code", "site"), Words("Label", "libelle", "designation", "nom", "label", "name"), Words("Town", "commune", "ville", "town")]),
        Table(RegisterKind.Sectors, "Code", [Name("code", "secteur", "sector"), Words("Label", "libelle", "designation", "nom", "label", "name"), Words("Site", "site") with { Longest = 60 }], ("Site", RegisterKind.Sites)),
        Table(
            RegisterKind.Stations, "Code",
            [Name("code", "poste", "station"), Words("Nature", "type", "nature", "kind") with { Needed = true, Longest = 100 }, Words("Sector", "secteur", "sector") with { Longest = 60 }, Money("HourlyCost", "cout horaire", "hourly cost"), Other],
            ("Sector", RegisterKind.Sectors)),
        Table(
            RegisterKind.Equipment, "Code",
            [
                Name("code", "equipement", "equipment"), Words("Label", "libelle", "designation", "label", "name"), Words("Station", "poste", "station") with { Longest = 60 }, Words("Nature", "type", "nature", "kind") with { Longest = 100 },
                Words("Serial", "numero de serie", "n de serie", "serial number") with { Longest = 100 }, new("InService", CellKind.Day, "mise en service", "en service le", "in service since"), Other,
            ],
            ("Station", RegisterKind.Stations)),
        Table(
            RegisterKind.Products, "Code",
            [
                Name("code", "ref", "reference", "produit", "product"), Words("Label", "libelle", "designation", "label", "name"), Words("Family", "famille", "family") with { Longest = 200 },
                Amount("Share", "part pct", "part %", "part", "share pct", "share %", "share") with { Most = 100 }, Money("Price", "prix vente", "prix de vente", "selling price", "price"),
                Money("Material", "cout matiere", "material cost"), Amount("Lot", "lot transfert", "lot de transfert", "transfer lot") with { Least = 1, Whole = true }, Other,
            ]),
        Table(
            RegisterKind.Partners, "Code",
            [
                Name("code", "nom", "partenaire", "name", "partner"), new("Role", CellKind.Choice, "nature", "type", "role", "kind") { Needed = true, Choices = PartnerKinds },
                Amount("Share", "part pct", "part %", "part", "share pct", "share %", "share") with { Most = 100 }, Amount("Delay", "delai j", "delai jours", "delai", "lead time d", "lead time"),
                Words("Delivery", "livraison", "frequence", "delivery", "frequency") with { Longest = 100 }, Other,
            ]),
        Table(
            RegisterKind.Shifts, "Code",
            [
                Name("code", "equipe", "shift"), new("Begin", CellKind.Clock, "debut", "begin", "start") { Needed = true }, new("End", CellKind.Clock, "fin", "end") { Needed = true },
                Amount("Breaks", "arrets min", "pauses min", "pauses", "breaks min", "breaks") with { Most = 1_439 }, new("Days", CellKind.Choice, "jours", "days") { Needed = true, Choices = Days },
            ]),
        Table(
            RegisterKind.SpecialDays, "Day",
            [new("Day", CellKind.Day, "jour", "date", "day") { Needed = true }, new("Special", CellKind.Choice, "nature", "type", "kind") { Needed = true, Choices = DayKinds }, Words("Label", "libelle", "designation", "label", "name")]),
        Table(
            RegisterKind.Tasks, "Code",
            [
                Name("code", "n", "numero", "tache", "task", "number"), Words("Label", "libelle", "designation", "label", "name") with { Needed = true }, new("Time", CellKind.Duration, "temps", "duree", "time") { Needed = true, Least = 0, Most = 2_592_000 },
                Words("After", "predecesseurs", "anteriorites", "apres", "predecessors", "after"), Words("Station", "poste actuel", "poste", "station", "current station") with { Longest = 60 },
                new("Class", CellKind.Choice, "classe va", "classe de valeur", "classe", "value class", "class") { Choices = Classes },
            ]),
    }.ToDictionary(f => f.Kind);

    private static SheetColumn Other => Words(Traits, "autres caracteristiques", "other characteristics") with { Longest = 1_000 };

    /// <summary>The columns of a table.</summary>
    public static RegisterForm Of(RegisterKind kind) => All[kind];

    private static RegisterForm Table(RegisterKind kind, string code, SheetColumn[] columns, params (string Column, RegisterKind To)[] links) => new(kind, code, columns, links.ToDictionary(l => l.Column, l => l.To));

    private static SheetColumn Name(params string[] headings) => new("Code", CellKind.Text, headings) { Needed = true, Longest = 60 };

    private static SheetColumn Words(string key, params string[] headings) => new(key, CellKind.Text, headings) { Longest = 200 };

    private static SheetColumn Amount(string key, params string[] headings) => new(key, CellKind.Number, headings) { Least = 0 };

    /// <summary>Money in the plant's currency, with or without its name in the heading.</summary>
    private static SheetColumn Money(string key, params string[] headings) => new(key, CellKind.Number, [.. headings.SelectMany(h => (string[])[h, h + " eur", h + " €"])]) { Least = 0, Most = 1_000_000_000 };
}
