using Etabli.Application.Printing;
using Etabli.Application.Printing.Pages;
using Etabli.Certification;
using Etabli.Web.Hosting;
using Etabli.Web.Printing;
using Etabli.Web.Words;
using Microsoft.Extensions.Localization;

namespace Etabli.Web.Certification.Documents;

/// <summary>An attestation of a block, or a certificate.</summary>
public sealed class AwardPrint(AwardPages.Reader awards, PublicAddress address, IStringLocalizer<DocumentWords> words) : PrintedKind
{
    public override PrintKind Kind => PrintKind.Award;

    public override async Task<PrintedSheets?> Load(Guid subject, CancellationToken stop) => Of(await awards.Find(new RegisterEntryId(subject), stop));

    /// <summary>The same, by its number in the register.</summary>
    public async Task<PrintedSheets> Load(string number, CancellationToken stop) => Of(await awards.Find(number, stop));

    private PrintedSheets Of(AwardPages award)
    {
        var (component, parameters, frame) = DocumentSheets.Of(award, address.Of($"/verifier/{award.CheckCode}"), words);
        return new PrintedSheets(new PrintedDocument(frame.Title, FileNames.Of(award.Number, award.Holder), award.CentreId, award.Dossier, true), component, parameters, frame);
    }
}
