using Etabli.Application.Studies.Analyses;
using Etabli.Plant.Measures;
using Etabli.Studies.Analyses;

namespace Etabli.Web.Studies.Analyses;

/// <summary>French addresses of the analyses.</summary>
internal static class AnalysisAddress
{
    public const string All = "/analyses";

    private static readonly Dictionary<AnalysisKind, string> Slugs = new()
    {
        [AnalysisKind.ControlChart] = "cartes",
        [AnalysisKind.Capability] = "capabilite",
        [AnalysisKind.Distribution] = "distribution",
        [AnalysisKind.GaugeStudy] = "rr",
        [AnalysisKind.Comparison] = "comparaison",
        [AnalysisKind.Relation] = "regression",
        [AnalysisKind.Trs] = "trs",
        [AnalysisKind.AttributeAgreement] = "accord",
        [AnalysisKind.Bias] = "justesse",
        [AnalysisKind.Linearity] = "linearite",
        [AnalysisKind.MultivariateChart] = "t2",
        [AnalysisKind.QualityCosts] = "couts",
    };

    public static string Of(AnalysisId id) => $"{All}/{id}";

    public static string Settings(AnalysisId id) => $"{All}/{id}/reglages";

    /// <summary>Where the numbers of its figure are asked for.</summary>
    public static string Graph(AnalysisReading read) => $"{Of(read.Analysis.Id)}/graphe";

    /// <summary>Only a machine, a period, as an address says it.</summary>
    public static TrsReading.Narrowed Narrowed(string? machine, string? from, string? until) =>
        new(string.IsNullOrEmpty(machine) ? null : machine, Plant.Occurrences.EventQuery.Day(from), Plant.Occurrences.EventQuery.Day(until));

    public static string SlugOf(AnalysisKind kind) => Slugs[kind];

    public static AnalysisKind? KindOf(string? slug) => Slugs.Where(s => s.Value == slug).Select(s => (AnalysisKind?)s.Key).FirstOrDefault();

    public static string New(AnalysisKind kind, MeasureTableId? table = null) => $"{All}/nouvelle?nature={SlugOf(kind)}" + (table is { } its ? $"&releve={its}" : "");

    public static string IconOf(AnalysisKind kind) => kind switch
    {
        AnalysisKind.ControlChart => "activity",
        AnalysisKind.Capability => "target",
        AnalysisKind.Distribution => "chart-column",
        AnalysisKind.GaugeStudy => "gauge",
        AnalysisKind.Comparison => "git-compare",
        AnalysisKind.Trs => "timer",
        AnalysisKind.AttributeAgreement => "user-check",
        AnalysisKind.Bias => "crosshair",
        AnalysisKind.Linearity => "ruler",
        AnalysisKind.MultivariateChart => "radar",
        AnalysisKind.QualityCosts => "coins",
        _ => "trending-up",
    };
}
