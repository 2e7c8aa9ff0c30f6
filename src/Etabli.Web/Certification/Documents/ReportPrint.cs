using Etabli.Application.Certification.Dossiers;
using Etabli.Application.Printing;
using Etabli.Application.Printing.Pages;
using Etabli.Certification;
using Etabli.Web.Printing;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Documents;

/// <summary>The candidate's report, with the coverage of the criteria.</summary>
public sealed class ReportPrint(ReportPages.Reader reports, DossierMatrix.Reader matrices, IStringLocalizer<DocumentWords> words, Tell tell) : PrintedKind
{
    public override PrintKind Kind => PrintKind.Report;

    public override async Task<PrintedSheets?> Load(Guid subject, CancellationToken stop)
    {
        var report = await reports.Find(new DossierId(subject), stop);
        var (component, parameters, frame) = DocumentSheets.Of(report, words, tell);
        parameters["Coverage"] = CoverageOf.Dossier(await matrices.Find(new DossierId(subject), stop), words["CoverageOf"], words);
        parameters["Path"] = PrintedPage.Of(Kind, subject);
        var name = FileNames.Of(words["Report"], report.Candidate, report.Deposited is null ? words["Draft"] : $"v{report.Version}");
        return new PrintedSheets(new PrintedDocument(frame.Title, name, report.CentreId, subject, report.Deposited is not null), component, parameters, frame);
    }
}
