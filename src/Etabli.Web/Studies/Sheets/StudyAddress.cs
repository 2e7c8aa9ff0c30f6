using Etabli.Studies;
using Etabli.Studies.Sheets;

namespace Etabli.Web.Studies.Sheets;

/// <summary>French addresses of the kinds of study.</summary>
internal static class StudyAddress
{
    private static readonly (StudyKind Kind, string Slug, string Icon)[] All =
    [
        (StudyKind.ProcessChart, "deroulement", "list-ordered"), (StudyKind.Movements, "deplacements", "footprints"), (StudyKind.CheckSheet, "batonnage", "tally-5"), (StudyKind.Histogram, "histogramme", "chart-column"),
        (StudyKind.Comparison, "comparaison", "chart-line"), (StudyKind.Interviews, "entretiens", "messages-square"), (StudyKind.Irritants, "irritants", "frown"), (StudyKind.Diagnosis, "diagnostic", "clipboard-list"),
        (StudyKind.TimeStudy, "chronometrage", "timer"), (StudyKind.WorkSampling, "observations-instantanees", "eye"), (StudyKind.Simogram, "simogramme", "chart-gantt"), (StudyKind.PredeterminedTimes, "temps-predetermines", "hand"),
        (StudyKind.LineBalance, "equilibrage", "chart-column-stacked"), (StudyKind.WorkBreakdown, "decomposition", "split"), (StudyKind.LearningCurve, "apprentissage", "trending-down"),
        (StudyKind.ProductionType, "types-de-production", "boxes"),
    ];

    public static StudyKind? KindOf(string? slug) => All.Where(a => a.Slug == slug).Select(a => (StudyKind?)a.Kind).FirstOrDefault();

    public static string SlugOf(StudyKind kind) => All.First(a => a.Kind == kind).Slug;

    public static string IconOf(StudyKind kind) => All.First(a => a.Kind == kind).Icon;

    public static string Of(StudyKind kind) => $"/etudes/{SlugOf(kind)}";

    public static string Of(StudyId study) => $"/etudes/{study}";
}
