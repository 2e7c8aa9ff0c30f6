using Etabli.Plant.Tables;

namespace Etabli.Studies.Sheets;

/// <summary>The columns of a sheet (fr: modèle de feuille).</summary>
/// <param name="Kind">Which table.</param>
/// <param name="Columns">Its columns, in the order they are shown.</param>
public sealed record SheetForm(SheetKind Kind, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>Most rows of a sheet.</summary>
    public const int MostRows = 10_000;

    private static readonly SheetChoice[] Symbols =
    [
        new("Operation", "operation", "o"), new("Transport", "transport", "t"), new("Inspection", "controle", "inspection", "check", "c"),
        new("Delay", "attente", "delay", "wait", "a", "d"), new("Storage", "stockage", "stock", "storage", "s"),
    ];

    private static readonly SheetChoice[] Ecrs =
    [
        new("Eliminate", "eliminer", "eliminate", "e"), new("Combine", "combiner", "combine", "c"), new("Rearrange", "rearranger", "rearrange", "r"), new("Simplify", "simplifier", "simplify", "s"),
    ];

    private static readonly SheetChoice[] States = [new("Before", "avant", "before", "actuel", "current"), new("After", "apres", "after", "futur", "future")];

    private static readonly SheetChoice[] Themes =
    [
        new("Flow", "flux", "flow"), new("Stocks", "stocks", "stock"), new("Quality", "qualite", "quality"), new("Delays", "delais", "delai", "delays", "lead time"), new("Costs", "couts", "cout", "costs", "cost"),
        new("Safety", "securite", "safety"), new("Skills", "competences", "competence", "skills"), new("Maintenance", "maintenance"), new("Information", "information", "informations"),
    ];

    private static readonly SheetChoice[] YesNo = [new("Yes", "oui", "yes", "o", "y", "1", "vrai", "true", "x"), new("No", "non", "no", "n", "0", "faux", "false")];

    private static readonly SheetChoice[] Times =
    [
        new("Tm", "tm", "manuel", "manual"), new("Tt", "tt", "technologique", "machine", "machine alone"), new("Ttm", "ttm", "technico manuel", "operator on machine"),
        new("Tz", "tz", "masque", "overlapped"), new("Waiting", "attente", "waiting", "libre", "idle"), new("Ts", "ts", "serie", "series"),
    ];

    private static readonly SheetChoice[] Hands = [new("BothHands", "deux", "les deux", "both", "2"), new("LeftHand", "g", "gauche", "left", "l", "mg"), new("RightHand", "d", "droite", "right", "r", "md")];

    private static readonly SheetChoice[] Worths = [new("ValueAdding", "va", "valeur ajoutee", "value adding"), new("Necessary", "nvan", "nva n", "necessaire", "necessary", "nnva"), new("Waste", "nva", "gaspillage", "waste")];

    private static readonly SheetChoice[] Rules =
    [
        new("OnlyAt", "seulement a", "impose", "zone", "only at", "at"), new("NeverAt", "jamais a", "interdit", "never at", "forbidden"), new("TogetherTasks", "ensemble", "together"),
        new("ApartTasks", "separees", "separes", "apart"), new("FarTasks", "ecart", "distance"), new("SharedEquipment", "equipement", "equipment"), new("StationBudget", "budget", "limite", "limit"),
    ];

    private static readonly SheetChoice[] Sides = [new("EitherSide", "e", "indifferent", "either", "les deux"), new("LeftSide", "g", "gauche", "left", "l"), new("RightSide", "d", "droite", "right", "r")];

    private static readonly SheetChoice[] Setups = [new("BetweenTasks", "entre deux taches", "between", "between two tasks"), new("NextPiece", "piece suivante", "retour", "next piece", "return")];

    private static readonly Dictionary<SheetKind, SheetForm> All = new SheetForm[]
    {
        new(SheetKind.ProcessSteps,
        [
            Words("Step", "etape", "libelle", "step", "label", "description") with { Needed = true, Longest = 300 },
            new("Symbol", CellKind.Choice, "symbole", "type", "nature", "symbol", "kind") { Needed = true, Choices = Symbols },
            Amount("Distance", "distance m", "distance"),
            Amount("Duration", "duree min", "duree", "duration min", "duration"),
            Amount("Wait", "attente min", "attente", "wait min", "wait"),
            Words("Quantity", "quantite", "quantity") with { Longest = 60 },
            new("Idea", CellKind.Choice, "idee ecrs", "ecrs", "ecrs idea", "idea") { Choices = Ecrs },
            Words("Remark", "observation", "remarque", "remark", "note"),
            new("State", CellKind.Choice, "etat", "state") { Choices = States },
        ]),
        new(SheetKind.Trips,
        [
            Words("Actor", "acteur", "qui", "actor", "who") with { Needed = true, Longest = 100 },
            Words("From", "de", "depart", "from") with { Needed = true, Longest = 60 },
            Words("To", "vers", "arrivee", "to") with { Needed = true, Longest = 60 },
            Amount("Trips", "trajets par equipe", "trips per shift", "allers retours par equipe", "allers retours", "trajets", "round trips per shift", "round trips", "trips") with { Needed = true, Whole = true, Most = 100_000 },
            Amount("Way", "distance aller m", "distance m", "distance", "one way distance m", "one way distance") with { Most = 100_000 },
            Words("Reason", "motif", "raison", "reason", "why"),

            // Empty counts as yes: a way is gone and come back unless said otherwise.
            new("Returns", CellKind.Choice, "retour compris", "retour", "with return", "and back") { Choices = YesNo },
        ]),
        new(SheetKind.Places,
        [
            Words("Place", "lieu", "poste", "place", "station") with { Needed = true, Longest = 60 },
            Amount("X", "x m", "x") with { Needed = true, Most = 10_000 },
            Amount("Y", "y m", "y") with { Needed = true, Most = 10_000 },
            Amount("Wide", "largeur m", "largeur", "width m", "width") with { Most = 1_000 },
            Amount("Deep", "profondeur m", "profondeur", "depth m", "depth") with { Most = 1_000 },
        ]),
        new(SheetKind.Readings,
        [
            new("Value", CellKind.Number, "valeur", "mesure", "value", "measure") { Needed = true },
            Words("Which", "repere", "piece", "label", "part") with { Longest = 100 },
            new("Day", CellKind.Day, "date", "jour", "day"),
        ]),
        new(SheetKind.Series,
        [
            Words("Moment", "periode", "moment", "date", "semaine", "mois", "cas", "period", "week", "month", "case") with { Needed = true, Longest = 60 },
            new("Value", CellKind.Number, "valeur", "mesure", "value", "measure") { Needed = true },
            Words("Series", "serie", "series") with { Longest = 100 },
            Words("Remark", "observation", "remarque", "remark", "note"),
        ]),
        new(SheetKind.Facts,
        [
            new("Theme", CellKind.Choice, "theme") { Needed = true, Choices = Themes },
            Words("Fact", "constat", "fait", "constat factuel", "fact") with { Needed = true },
            Words("Measured", "mesure", "valeur", "measure", "value") with { Longest = 100 },
            Words("Source", "source") with { Longest = 200 },
            Words("Gap", "ecart a la cible", "ecart", "gap to target", "gap") with { Longest = 100 },
            Amount("Seriousness", "gravite", "seriousness") with { Least = 1, Most = 4, Whole = true },
            Words("Lead", "piste", "lead"),
        ]),
        new(SheetKind.Levels,
        [
            Words("Axis", "axe", "theme", "axis") with { Needed = true, Longest = 60 },
            Amount("Level", "niveau", "level") with { Needed = true, Most = 4 },
            Amount("Previous", "niveau precedent", "precedent", "previous level", "previous") with { Most = 4 },
        ]),
        new(SheetKind.Answers,
        [
            Words("Role", "role", "fonction") with { Needed = true, Longest = 100 },
            new("Day", CellKind.Day, "date", "jour", "day"),
            Words("Question", "question") with { Needed = true },
            Words("Reply", "reponse", "reponse resumee", "reply", "answer") with { Needed = true, Longest = 2_000 },
            Words("Quote", "verbatim", "citation", "quote"),
            Words("Hinders", "irritants", "irritant", "hindrances") with { Longest = 200 },
            new("Consent", CellKind.Choice, "accord", "consentement", "consent") { Choices = YesNo },
        ]),
        new(SheetKind.Irritants,
        [
            Words("Irritant", "irritant", "libelle", "hindrance", "label") with { Needed = true },
            Words("Role", "role", "qui", "who") with { Longest = 100 },
            Words("Place", "lieu", "poste", "place", "station") with { Longest = 60 },
            Amount("PerWeek", "fois par semaine", "frequence par semaine", "times a week", "per week") with { Most = 100_000 },
            Amount("Minutes", "minutes perdues", "minutes", "duree min", "minutes lost") with { Most = 10_000 },
            Amount("Seriousness", "gravite", "seriousness") with { Least = 1, Most = 4, Whole = true },
            Words("Lead", "piste", "lead"),
        ]),
        new(SheetKind.Causes, [Words("Cause", "cause", "defaut", "libelle", "defect", "label") with { Needed = true, Longest = 100 }, Words("Remark", "observation", "remarque", "remark", "note")]),
        new(SheetKind.Zones,
        [
            Words("Zone", "zone", "libelle", "label") with { Needed = true, Longest = 60 },
            Amount("Left", "gauche", "left") with { Needed = true, Most = 100 }, Amount("Top", "haut", "top") with { Needed = true, Most = 100 },
            Amount("Wide", "largeur", "width") with { Needed = true, Most = 100 }, Amount("Deep", "profondeur", "hauteur", "depth", "height") with { Needed = true, Most = 100 },
        ]),
        new(SheetKind.Timings,
        [
            Words("Element", "element", "code") with { Needed = true, Longest = 20 },
            Amount("Cycle", "cycle", "n cycle") with { Needed = true, Least = 1, Most = 100_000, Whole = true },
            Words("ElementLabel", "libelle", "label", "description") with { Longest = 200 },
            new("ObservedTime", CellKind.Duration, "temps observe", "temps", "observed time", "time") { Needed = true, Least = 0.001m, Most = 1_000_000 },
            Amount("Rating", "allure pct", "allure", "jugement d allure", "ja", "rating pct", "rating") with { Least = 1, Most = 400 },
            new("LeftOut", CellKind.Choice, "ecarte", "exclu", "left out", "excluded") { Choices = YesNo },
            Words("WhyOut", "motif ou remarque", "motif", "remarque", "reason or remark", "reason", "remark") with { Longest = 300 },
            Amount("PerCycle", "fois par cycle", "frequence", "times per cycle", "frequency") with { Least = 0.0001m, Most = 1_000 },
            new("ForeignElement", CellKind.Choice, "element etranger", "etranger", "foreign element", "foreign") { Choices = YesNo },
            Words("RoutingTask", "tache de la gamme", "tache", "task of the routing", "task") with { Longest = 60 },
        ]),
        new(SheetKind.Sightings,
        [
            Words("Seen", "etat vu", "etat", "state seen", "state") with { Needed = true, Longest = 100 },
            new("Day", CellKind.Day, "date", "jour", "day"),
            new("SeenAt", CellKind.Clock, "heure", "time"),
            Words("Place", "lieu", "poste", "place", "station") with { Longest = 60 },
        ]),
        new(SheetKind.Sequences,
        [
            Words("Sequence", "sequence", "libelle", "label") with { Needed = true, Longest = 200 },
            Words("Resource", "ressource", "qui", "resource", "who") with { Needed = true, Longest = 100 },
            new("Start", CellKind.Duration, "debut", "start") { Needed = true, Least = 0, Most = 1_000_000 },
            new("Lasts", CellKind.Duration, "duree", "lasts", "duration") { Needed = true, Least = 0.001m, Most = 1_000_000 },
            new("TimeKind", CellKind.Choice, "nature de temps", "type", "nature", "kind of time", "kind") { Needed = true, Choices = Times },
        ]),
        new(SheetKind.Motions,
        [
            Words("Gesture", "geste", "description", "libelle", "gesture", "label") with { Needed = true, Longest = 300 },
            new("HandUsed", CellKind.Choice, "main", "hand") { Choices = Hands },
            Words("Sequence", "sequence", "code") with { Needed = true, Longest = 400 },
            Amount("Often", "frequence", "fois", "f", "frequency", "times") with { Least = 0.0001m, Most = 10_000 },
            Amount("Together", "moment commun", "moment", "same moment") with { Least = 1, Most = 10_000, Whole = true },
        ]),
        new(SheetKind.Card,
        [
            Words("MotionCode", "code") with { Needed = true, Longest = 40 },
            Amount("MotionTmu", "tmu") with { Needed = true, Most = 100_000 },
            Words("Meaning", "sens", "signification", "libelle", "meaning", "label") with { Longest = 200 },
        ]),
        new(SheetKind.LineTasks,
        [
            Words("LineTask", "n", "no", "numero", "tache", "id", "task", "number") with { Needed = true, Longest = 20 },
            Words("TaskLabel", "libelle", "designation", "label", "name", "description") with { Longest = 200 },
            new("TaskTime", CellKind.Duration, "temps", "duree", "time", "duration") { Needed = true, Least = 0, Most = 100_000 },
            Words("WaitsFor", "predecesseurs", "predecesseur", "anteriorites", "apres", "predecessors", "predecessor", "after", "waits for") with { Longest = 300 },
            Words("StationToday", "poste actuel", "poste", "current station", "station today", "station") with { Longest = 30 },
            new("Worth", CellKind.Choice, "classe va", "classe de valeur", "classe", "va", "value class", "worth") { Choices = Worths },
            Words("StationProposed", "poste propose", "proposition", "proposed station", "proposal") with { Longest = 30 },
            new("TaskSide", CellKind.Choice, "cote de la ligne", "cote", "side of the line", "side") { Choices = Sides },
            new("TaskDeviation", CellKind.Duration, "ecart type", "ecart type s", "sigma", "standard deviation", "deviation") { Least = 0, Most = 100_000 },
        ]),
        new(SheetKind.LineRules,
        [
            new("RuleKind", CellKind.Choice, "regle", "nature", "rule", "kind") { Needed = true, Choices = Rules },
            Words("RuleTasks", "taches", "tasks") with { Needed = true, Longest = 500 },
            Words("RuleStations", "postes", "stations") with { Longest = 200 },
            Amount("RuleValue", "valeur", "limite", "value", "limit") with { Most = 1_000_000 },
            Words("RuleName", "nom", "equipement", "name", "equipment") with { Longest = 60 },
        ]),
        new(SheetKind.Allowances,
        [
            Words("AllowanceReason", "motif de majoration", "motif", "reason") with { Needed = true, Longest = 200 },
            Amount("AllowancePoints", "majoration %", "majoration pct", "majoration", "pct", "pourcentage", "allowance %", "allowance pct", "allowance", "points", "percent") with { Needed = true, Most = 500 },
            Words("AllowanceSource", "table", "source") with { Longest = 200 },
        ]),
        new(SheetKind.WorkElements,
        [
            Words("Step", "element", "libelle", "etape", "operation", "label", "step", "description") with { Needed = true, Longest = 300 },
            new("ElementTime", CellKind.Duration, "temps", "duree", "time", "duration") { Needed = true, Least = 0, Most = 1_000_000 },
            new("Worth", CellKind.Choice, "classe va", "classe de valeur", "classe", "va", "value class", "worth") { Choices = Worths },
            new("Idea", CellKind.Choice, "idee ecrs", "ecrs", "ecrs idea", "idea") { Choices = Ecrs },
            new("TimeAfter", CellKind.Duration, "temps apres", "apres", "time after", "after") { Least = 0, Most = 1_000_000 },
            Words("How", "comment", "remarque", "observation", "how", "remark", "note"),
        ]),
        new(SheetKind.MotionChecks,
        [
            Amount("Principle", "principe 1 a 22", "principle 1 to 22", "principe", "n", "no", "numero", "principle", "number") with { Needed = true, Least = 1, Most = 22, Whole = true },
            new("PrincipleHolds", CellKind.Choice, "respecte", "kept") { Choices = YesNo },
            Words("PrincipleSeen", "constat", "vu", "seen"),
            Words("Lead", "piste", "lead"),
        ]),
        new(SheetKind.LearntUnits,
        [
            Amount("UnitNumber", "rang de la piece", "number of the unit", "rang", "piece", "n", "no", "number", "unit") with { Needed = true, Least = 1, Most = 1_000_000_000, Whole = true },
            new("ObservedTime", CellKind.Duration, "temps observe", "temps", "observed time", "time") { Needed = true, Least = 0.001m, Most = 10_000_000 },
            Words("Remark", "observation", "remarque", "remark", "note"),
        ]),
        new(SheetKind.MadeProducts,
        [
            Words("Product", "produit", "ref", "reference", "product") with { Needed = true, Longest = 100 },
            Amount("Yearly", "quantite par an", "quantite annuelle", "pieces par an", "quantite", "quantity a year", "yearly quantity", "quantity") with { Needed = true, Least = 0.001m, Most = 1_000_000_000 },
            Amount("LotSize", "taille de lot", "lot de fabrication", "lot transfert", "lot", "lot size", "batch") with { Least = 0.001m, Most = 1_000_000_000 },
            Amount("CyclesEach", "cycles par piece", "cycles a piece", "cycles per piece") with { Least = 0.0001m, Most = 100_000 },
            Words("Remark", "observation", "remarque", "remark", "note"),
        ]),
        new(SheetKind.LineModels,
        [
            Words("ModelName", "modele", "nom", "model", "name") with { Needed = true, Longest = 40 },
            Amount("ModelShare", "part du mix", "part", "quantite", "share of the mix", "share", "quantity") with { Needed = true, Least = 1, Most = 1_000_000, Whole = true },
            Amount("ModelMost", "maximum % du takt", "maximum", "most % of the takt", "most") with { Least = 100, Most = 100_000 },
        ]),
        new(SheetKind.LineModelTimes,
        [
            Words("TimedModel", "modele", "model") with { Needed = true, Longest = 40 },
            Words("ModelTasks", "taches", "tache", "tasks", "task") with { Needed = true, Longest = 500 },
            new("ModelTime", CellKind.Duration, "temps", "duree", "time", "duration") { Needed = true, Least = 0, Most = 100_000 },
        ]),
        new(SheetKind.LineWorkers,
        [
            Words("WorkerName", "operateur", "qui", "nom", "worker", "operator", "who", "name") with { Needed = true, Longest = 40 },
            Words("WorkerTasks", "taches", "tache", "tasks", "task") with { Needed = true, Longest = 500 },
            new("WorkerTime", CellKind.Duration, "son temps", "temps", "duree", "own time", "time", "duration") { Least = 0, Most = 100_000 },
            Amount("WorkerPercent", "% du temps de la tache", "% du temps", "pourcentage", "% of the task s time", "% of the time", "percent") with { Least = 1, Most = 10_000 },
        ]),
        new(SheetKind.LineSetups,
        [
            Words("SetupFrom", "apres la tache", "de", "after task", "from") with { Needed = true, Longest = 20 },
            Words("SetupTo", "avant la tache", "vers", "before task", "to") with { Needed = true, Longest = 20 },
            new("SetupTime", CellKind.Duration, "temps", "duree", "time", "duration") { Needed = true, Least = 0, Most = 100_000 },
            new("SetupWhen", CellKind.Choice, "quand", "when") { Choices = Setups },
        ]),
    }.ToDictionary(f => f.Kind);

    /// <summary>The columns of a kind of sheet.</summary>
    public static SheetForm Of(SheetKind kind) => All[kind];

    /// <summary>Where a column stands.</summary>
    public int At(string key) => Columns.Select((c, i) => (c.Key, i)).First(c => c.Key == key).i;

    private static SheetColumn Words(string key, params string[] headings) => new(key, CellKind.Text, headings);

    private static SheetColumn Amount(string key, params string[] headings) => new(key, CellKind.Number, headings) { Least = 0 };
}
