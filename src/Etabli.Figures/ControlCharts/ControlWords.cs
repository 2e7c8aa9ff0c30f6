using Etabli.Figures.Ink;

namespace Etabli.Figures.ControlCharts;

internal sealed record ControlWords
{
    internal required string Nothing { get; init; }
    internal required string Upper { get; init; }
    internal required string Lower { get; init; }
    internal required string Centre { get; init; }
    internal required string UpperTolerance { get; init; }
    internal required string LowerTolerance { get; init; }
    internal required string ToleranceWarning { get; init; }
    internal required string Subgroup { get; init; }
    internal required string Point { get; init; }
    internal required string Points { get; init; }
    internal required string Outside { get; init; }
    internal required string Run { get; init; }
    internal required string Excluded { get; init; }
    internal required string Recalculated { get; init; }
    internal required string Frozen { get; init; }
    internal required string NoLimits { get; init; }
    internal required string TooFew { get; init; }
    internal required string Thinned { get; init; }
    internal required string ThinnedMarks { get; init; }
    internal required string Others { get; init; }
    internal required string Rule { get; init; }
    internal required string Bands { get; init; }
    internal required string ReadingLimits { get; init; }
    internal required string ReadingNone { get; init; }
    internal required string ReadingSome { get; init; }
    internal required string To { get; init; }

    internal static ControlWords In(Language language) => language == Language.English ? English : French;

    private static ControlWords French { get; } = new()
    {
        Nothing = "Aucun point. Saisissez le premier sous-groupe pour ouvrir la carte.",
        Upper = "LSC",
        Lower = "LIC",
        Centre = "moy.",
        UpperTolerance = "tol. max",
        LowerTolerance = "tol. min",
        ToleranceWarning = "Attention : les tolérances bornent les pièces, pas les points de cette carte ; un point entre elles ne prouve pas que les pièces sont bonnes.",
        Subgroup = "sous-groupe",
        Point = "point",
        Points = "points",
        Outside = "hors limites",
        Run = "règle de suite",
        Excluded = "exclu du calcul",
        Recalculated = "Limites recalculées sur les points montrés",
        Frozen = "Limites figées",
        NoLimits = "Aucune limite calculée",
        TooFew = "Limites provisoires (tirets gris) : {0}, il en faut {1} pour conclure.",
        Thinned = "{0} points, min–max par pixel : chaque extrême est tracé.",
        ThinnedMarks = "{0} points signalés : par pixel, le plus haut et le plus bas sont marqués.",
        Others = "et {0} autres",
        Rule = "règle",
        Bands = "bandes à ±1 σ et ±2 σ",
        ReadingLimits = "centre {0}, limites {1} à {2}",
        ReadingNone = "aucun point sur {0} hors limites",
        ReadingSome = "{0} sur {1} hors limites ({2})",
        To = "à",
    };

    private static ControlWords English { get; } = new()
    {
        Nothing = "No point. Enter the first subgroup to open the chart.",
        Upper = "UCL",
        Lower = "LCL",
        Centre = "mean",
        UpperTolerance = "tol. max",
        LowerTolerance = "tol. min",
        ToleranceWarning = "Beware: tolerances bound parts, not the points of this chart; a point between them does not prove that the parts are good.",
        Subgroup = "subgroup",
        Point = "point",
        Points = "points",
        Outside = "outside the limits",
        Run = "run rule",
        Excluded = "left out of the computation",
        Recalculated = "Limits recalculated with the points shown",
        Frozen = "Frozen limits",
        NoLimits = "No limit computed",
        TooFew = "Provisional limits (grey dashes): {0}, {1} are needed to conclude.",
        Thinned = "{0} points, min–max per pixel: every extreme is drawn.",
        ThinnedMarks = "{0} points signalled: per pixel, the highest and the lowest are marked.",
        Others = "and {0} more",
        Rule = "rule",
        Bands = "bands at ±1 σ and ±2 σ",
        ReadingLimits = "centre {0}, limits {1} to {2}",
        ReadingNone = "no point out of {0} outside the limits",
        ReadingSome = "{0} of {1} outside the limits ({2})",
        To = "to",
    };
}
