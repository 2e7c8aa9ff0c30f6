using Etabli.Application.Printing;
using Etabli.Application.Printing.Pages;
using Etabli.Certification;
using Etabli.Web.Printing;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Documents;

/// <summary>The summary of assessments, once frozen.</summary>
public sealed class SummaryPrint(SummaryPages.Reader summaries, IStringLocalizer<DocumentWords> words, Tell tell) : PrintedKind
{
    public override PrintKind Kind => PrintKind.Summary;

    public override async Task<PrintedSheets?> Load(Guid subject, CancellationToken stop)
    {
        var summary = await summaries.Find(new DossierId(subject), stop);
        var (component, parameters, frame) = DocumentSheets.Of(summary, words, tell);
        var document = new PrintedDocument(frame.Title, FileNames.Of(words["Summary"], summary.Candidate), summary.CentreId, subject, summary.FrozenAt is not null);
        return new PrintedSheets(document, component, parameters, frame);
    }
}
