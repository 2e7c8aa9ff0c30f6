using Etabli.Certification;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>The exam centre names the tutor, or changes him, among those whom the company lets speak for it.</summary>
public sealed class NameTutor(EtabliDb db, Rights rights, DossierSight.Reader sight, Journal.Journal journal)
{
    public sealed record Order(DossierId Dossier, PersonId Tutor);

    /// <exception cref="RefusalException">No company on this dossier, or the commission has closed.</exception>
    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Officer);
        var company = dossier.Company ?? throw new RefusalException(Refusal.NoCompanyToSpeak);
        var found = await db.Database.SqlQuery<string>($"""select full_name as "Value" from people.opinion_givers_of({company.Id.Value}) where person = {order.Tutor.Value} limit 1""").ToListAsync(stop);
        var name = found.Count > 0 ? found[0] : throw new NotFoundException("person", order.Tutor);
        dossier.NameTutor(new(order.Tutor, name));
        journal.Note("dossier.tutor-named", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { tutor = name });
        await db.SaveKnowingly(stop);
    }
}
