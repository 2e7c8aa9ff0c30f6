using Etabli.Figures.Ink;

namespace Etabli.Figures.Capability;

internal sealed record CapabilityWords
{
    internal required string Nothing { get; init; }
    internal required string Lower { get; init; }
    internal required string Upper { get; init; }
    internal required string Target { get; init; }
    internal required string Mean { get; init; }
    internal required string Median { get; init; }
    internal required string SigmaWithin { get; init; }
    internal required string SigmaOverall { get; init; }
    internal required string CurveWithin { get; init; }
    internal required string CurveOverall { get; init; }
    internal required string Counts { get; init; }
    internal required string Values { get; init; }
    internal required string Indices { get; init; }
    internal required string Interval { get; init; }
    internal required string OutOfTolerance { get; init; }
    internal required string Observed { get; init; }
    internal required string ExpectedWithin { get; init; }
    internal required string ExpectedOverall { get; init; }
    internal required string NotStated { get; init; }
    internal required string Crossed { get; init; }
    internal required string Reading { get; init; }
    internal required string PlotNothing { get; init; }
    internal required string PlotLine { get; init; }
    internal required string PlotBand { get; init; }
    internal required string PlotReading { get; init; }

    internal static CapabilityWords In(Language language) => language == Language.English ? English : French;

    private static CapabilityWords French { get; } = new()
    {
        Nothing = "Aucune valeur. Mesurez les premières pièces pour étudier la capabilité.",
        Lower = "LTI",
        Upper = "LTS",
        Target = "cible",
        Mean = "moyenne",
        Median = "médiane",
        SigmaWithin = "σ court terme",
        SigmaOverall = "σ global",
        CurveWithin = "loi normale, court terme",
        CurveOverall = "loi normale, global",
        Counts = "effectif",
        Values = "Valeurs",
        Indices = "Indices",
        Interval = "intervalle à {0}",
        OutOfTolerance = "Hors tolérance (ppm)",
        Observed = "observé",
        ExpectedWithin = "attendu, court terme",
        ExpectedOverall = "attendu, global",
        NotStated = "non énoncé",
        Crossed = "classes hors tolérance",
        Reading = "{0} valeurs, moyenne {1}, {2} ppm hors tolérance. {3}",
        PlotNothing = "Aucune valeur. Mesurez les premières pièces pour tracer la droite de Henry.",
        PlotLine = "loi normale",
        PlotBand = "bande de confiance à {0}",
        PlotReading = "{0} valeurs sur l’échelle normale.",
    };

    private static CapabilityWords English { get; } = new()
    {
        Nothing = "No value. Measure the first parts to study the capability.",
        Lower = "LSL",
        Upper = "USL",
        Target = "target",
        Mean = "mean",
        Median = "median",
        SigmaWithin = "σ within",
        SigmaOverall = "σ overall",
        CurveWithin = "normal curve, within",
        CurveOverall = "normal curve, overall",
        Counts = "count",
        Values = "Values",
        Indices = "Indices",
        Interval = "{0} interval",
        OutOfTolerance = "Out of tolerance (ppm)",
        Observed = "observed",
        ExpectedWithin = "expected, within",
        ExpectedOverall = "expected, overall",
        NotStated = "not stated",
        Crossed = "classes out of tolerance",
        Reading = "{0} values, mean {1}, {2} ppm out of tolerance. {3}",
        PlotNothing = "No value. Measure the first parts to draw the normal probability plot.",
        PlotLine = "normal distribution",
        PlotBand = "{0} confidence band",
        PlotReading = "{0} values on the normal scale.",
    };
}
