using Etabli.Application.Printing.Pages;

namespace Etabli.Web.Certification.Documents;

/// <summary>
/// Numbers the figures of a report: an exhibit linked to several competences is shown once, then named. A written diagnosis has
/// the number of its table of facts, and one for each of its figures that is not an exhibit of its own.
/// </summary>
public sealed class Numbering
{
    private readonly Dictionary<Guid, (int Number, string Chapter)> numbers = [];
    private readonly Dictionary<(Guid Exhibit, int Place), int> plates = [];
    private readonly Dictionary<Guid, int> sources = [];

    public Numbering(ReportPages report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var all = report.Blocks.SelectMany(block => block.Chapters).ToList();
        var own = all.SelectMany(chapter => chapter.Exhibits).Where(exhibit => exhibit.Diagnosis is null).Select(exhibit => exhibit.Source).ToHashSet();
        var drawn = new HashSet<(Guid, string)>();
        var next = 1;
        foreach (var (chapter, exhibit) in all.SelectMany(chapter => chapter.Exhibits.Select(exhibit => (chapter, exhibit))))
        {
            if (!numbers.TryAdd(exhibit.Id, (next, chapter.Code)))
            {
                continue;
            }

            sources.TryAdd(exhibit.Source, next++);
            foreach (var (i, plate) in (exhibit.Diagnosis?.Plates ?? []).Index())
            {
                if (!own.Contains(plate.Source) && drawn.Add((plate.Source, plate.Key)))
                {
                    plates[(exhibit.Id, i)] = next++;
                }
            }
        }
    }

    public int Of(ReportExhibit exhibit) => numbers[exhibit.Id].Number;

    /// <summary>Number of a figure of a written diagnosis; null when it is shown elsewhere in the report.</summary>
    public int? Of(ReportExhibit diagnosis, int plate) => plates.TryGetValue((diagnosis.Id, plate), out var number) ? number : null;

    /// <summary>Whether the exhibit is shown here, or was in an earlier chapter.</summary>
    public bool IsFirstIn(ReportExhibit exhibit, ReportChapter chapter) => numbers[exhibit.Id].Chapter == chapter.Code;

    /// <summary>Number of the exhibit that shows what this figure of a diagnosis shows; null when only the diagnosis shows it.</summary>
    public int? Elsewhere(ReportExhibit diagnosis, int plate) =>
        Of(diagnosis, plate) is null && sources.TryGetValue(diagnosis.Diagnosis!.Plates[plate].Source, out var number) ? number : null;
}
