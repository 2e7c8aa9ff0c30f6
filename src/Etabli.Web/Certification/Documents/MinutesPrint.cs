using System.Globalization;
using Etabli.Application.Printing;
using Etabli.Application.Printing.Pages;
using Etabli.Certification;
using Etabli.Web.Printing;
using Etabli.Web.Shell;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Documents;

/// <summary>The minutes of a joint jury.</summary>
public sealed class MinutesPrint(MinutesPages.Reader minutes, IStringLocalizer<DocumentWords> words, Tell tell) : PrintedKind
{
    public override PrintKind Kind => PrintKind.JuryMinutes;

    public override async Task<PrintedSheets?> Load(Guid subject, CancellationToken stop)
    {
        var session = await minutes.Find(new JurySessionId(subject), stop);
        var (component, parameters, frame) = DocumentSheets.Of(session, words, tell);
        var name = FileNames.Of(words["Minutes"], session.HeldOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), session.SealedAt is null ? words["Draft"] : "");
        return new PrintedSheets(new PrintedDocument(frame.Title, name, session.CentreId, null, session.SealedAt is not null), component, parameters, frame);
    }
}
