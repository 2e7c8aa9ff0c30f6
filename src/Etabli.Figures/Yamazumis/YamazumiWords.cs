using Etabli.Figures.Ink;

namespace Etabli.Figures.Yamazumis;

internal sealed record YamazumiWords
{
    internal required string Nothing { get; init; }
    internal required string Today { get; init; }
    internal required string Proposal { get; init; }
    internal required string Takt { get; init; }
    internal required string Target { get; init; }
    internal required string Empty { get; init; }
    internal required string Was { get; init; }
    internal required string New { get; init; }
    internal required string OnePost { get; init; }
    internal required string ManyPosts { get; init; }
    internal required string OneTask { get; init; }
    internal required string ManyTasks { get; init; }
    internal required string OnePerson { get; init; }
    internal required string ManyPersons { get; init; }
    internal required string Posts { get; init; }
    internal required string Total { get; init; }
    internal required string Longest { get; init; }
    internal required string Efficiency { get; init; }
    internal required string EfficiencyFormula { get; init; }
    internal required string Smoothness { get; init; }
    internal required string SmoothnessFormula { get; init; }
    internal required string ValueAdding { get; init; }
    internal required string Moved { get; init; }
    internal required string MovedMark { get; init; }
    internal required string OverTakt { get; init; }
    internal required string OverTarget { get; init; }
    internal required string More { get; init; }
    internal required string Places { get; init; }
    internal required string Highest { get; init; }
    internal required string OfMix { get; init; }
    internal required string MeanOfMix { get; init; }
    internal required string OverModel { get; init; }
    internal required string Beyond { get; init; }
    internal required string InCopies { get; init; }

    /// <summary>By <see cref="BlockWorth"/>.</summary>
    internal required IReadOnlyList<string> Worths { get; init; }

    internal static YamazumiWords In(Language language) => language == Language.English ? English : French;

    private static YamazumiWords French { get; } = new()
    {
        Nothing = "Aucun poste. Donnez les tâches de la ligne, leur temps et leur poste pour voir la charge de chacun.",
        Today = "Aujourd’hui",
        Proposal = "Proposition",
        Takt = "Takt",
        Target = "Cible",
        Empty = "vide",
        Was = "ex-{0}",
        New = "nouveau",
        OnePost = "poste",
        ManyPosts = "postes",
        OneTask = "tâche",
        ManyTasks = "tâches",
        OnePerson = "pers.",
        ManyPersons = "pers.",
        Posts = "Postes",
        Total = "Travail total Σt",
        Longest = "Poste le plus chargé",
        Efficiency = "Efficacité au takt",
        EfficiencyFormula = "Σt/(n·takt)",
        Smoothness = "Indice de lissage",
        SmoothnessFormula = "√Σ(max − charge)²",
        ValueAdding = "Part à valeur ajoutée",
        Moved = "Tâches déplacées",
        MovedMark = "tâche déplacée, de son poste d’aujourd’hui à son poste proposé",
        OverTakt = "poste au-dessus du takt",
        OverTarget = "poste au-dessus de la cible",
        More = "et {0} autres, non dessinés",
        Places = "Places de travail",
        Highest = "max {0}",
        OfMix = "{0}, {1} du mix",
        MeanOfMix = "Pile\u00A0: moyenne du mix. À sa droite, dans l’ordre\u00A0:",
        OverModel = "modèle au-dessus de son maximum",
        Beyond = "attente, déplacement ou marge d’aléa",
        InCopies = "{0} × takt",
        Worths = ["classe non renseignée", "VA, à valeur ajoutée", "NVA-N, nécessaire sans valeur ajoutée", "NVA, gaspillage"],
    };

    private static YamazumiWords English { get; } = new()
    {
        Nothing = "No post. Give the tasks of the line, their time and their post to see the load of each.",
        Today = "Today",
        Proposal = "Proposal",
        Takt = "Takt",
        Target = "Target",
        Empty = "empty",
        Was = "was {0}",
        New = "new",
        OnePost = "post",
        ManyPosts = "posts",
        OneTask = "task",
        ManyTasks = "tasks",
        OnePerson = "person",
        ManyPersons = "persons",
        Posts = "Posts",
        Total = "Total work Σt",
        Longest = "Most loaded post",
        Efficiency = "Efficiency at takt",
        EfficiencyFormula = "Σt/(n·takt)",
        Smoothness = "Smoothness index",
        SmoothnessFormula = "√Σ(max − load)²",
        ValueAdding = "Value-adding share",
        Moved = "Tasks moved",
        MovedMark = "task moved, from its post of today to its proposed post",
        OverTakt = "post above takt",
        OverTarget = "post above target",
        More = "and {0} more, not drawn",
        Places = "Working places",
        Highest = "max {0}",
        OfMix = "{0}, {1} of the mix",
        MeanOfMix = "Stack: mean of the mix. Bars on its right, in order:",
        OverModel = "model above its maximum",
        Beyond = "waiting, walking or margin",
        InCopies = "{0} × takt",
        Worths = ["class not given", "VA, value-adding", "NVA-N, necessary without value added", "NVA, waste"],
    };
}
