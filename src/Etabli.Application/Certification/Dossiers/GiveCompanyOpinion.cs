using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.People.Persons;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The tutor or a manager speaks for the company, on what the standard asks about (rules R20 to R23).</summary>
public sealed class GiveCompanyOpinion(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Id">Identity made by the form, so that a form sent twice speaks once.</param>
    public sealed record Order(DossierId Dossier, OpinionSubject Subject, string Target, bool Favourable, string Comment, Guid? Id = null);

    public async Task<Guid> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.CompanyVoice);
        var standard = await shelf.Get(dossier.Standard, stop);
        var role = caller.Roles.First(r => r.Organisation == dossier.Company!.Id && r.Role is Role.Tutor or Role.LineManager or Role.FunctionalManager).Role;
        var opinion = dossier.GiveCompanyOpinion(
            order.Id ?? Guid.CreateVersion7(), standard.Content, order.Subject, order.Target, order.Favourable, order.Comment, caller.Me(), role, clock.GetUtcNow());
        journal.Note("opinion.given", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { subject = order.Subject.ToString(), target = order.Target, favourable = order.Favourable });
        await db.SaveKnowingly(stop);
        return opinion.Id;
    }
}
