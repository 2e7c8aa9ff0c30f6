using Etabli.Application.Printing.Pages;

namespace Etabli.Web.Certification.Documents;

/// <summary>Numbers the figures of a report: an exhibit linked to several competences is shown once, then named.</summary>
public sealed class Numbering
{
    private readonly Dictionary<Guid, (int Number, string Chapter)> numbers = [];

    public Numbering(ReportPages report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var chapter in report.Blocks.SelectMany(block => block.Chapters))
        {
            foreach (var exhibit in chapter.Exhibits)
            {
                numbers.TryAdd(exhibit.Id, (numbers.Count + 1, chapter.Code));
            }
        }
    }

    public int Of(ReportExhibit exhibit) => numbers[exhibit.Id].Number;

    /// <summary>Whether the exhibit is shown here, or was in an earlier chapter.</summary>
    public bool IsFirstIn(ReportExhibit exhibit, ReportChapter chapter) => numbers[exhibit.Id].Chapter == chapter.Code;
}
