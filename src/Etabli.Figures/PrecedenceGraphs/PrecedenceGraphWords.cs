using Etabli.Figures.Ink;

namespace Etabli.Figures.PrecedenceGraphs;

internal sealed record PrecedenceGraphWords
{
    internal required string Nothing { get; init; }
    internal required string TooLong { get; init; }
    internal required string OneTask { get; init; }
    internal required string ManyTasks { get; init; }
    internal required string OneArc { get; init; }
    internal required string ManyArcs { get; init; }
    internal required string OneLevel { get; init; }
    internal required string ManyLevels { get; init; }
    internal required string Station { get; init; }
    internal required string After { get; init; }
    internal required string Chain { get; init; }

    internal static PrecedenceGraphWords In(Language language) => language == Language.English ? English : French;

    private static PrecedenceGraphWords French { get; } = new()
    {
        Nothing = "Aucune tâche. Donnez les tâches et ce que chacune attend pour voir l’ordre possible.",
        TooLong = "{0} niveaux\u00A0: trop pour cette largeur. Imprimez le graphe en A3 ou lisez la table.",
        OneTask = "tâche",
        ManyTasks = "tâches",
        OneArc = "antériorité",
        ManyArcs = "antériorités",
        OneLevel = "niveau",
        ManyLevels = "niveaux",
        Station = "poste",
        After = "après",
        Chain = "chaîne la plus longue",
    };

    private static PrecedenceGraphWords English { get; } = new()
    {
        Nothing = "No task. Give the tasks and what each waits for to see which order is possible.",
        TooLong = "{0} levels: too many for this width. Print the graph on A3 or read the table.",
        OneTask = "task",
        ManyTasks = "tasks",
        OneArc = "precedence",
        ManyArcs = "precedences",
        OneLevel = "level",
        ManyLevels = "levels",
        Station = "station",
        After = "after",
        Chain = "longest chain",
    };
}
