using Etabli.Certification;
using Etabli.People.Files;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>What pages may be attached to, once they are made.</summary>
public enum PagesOf
{
    /// <summary>The last deposit of a report; the target is the dossier.</summary>
    Report,

    /// <summary>The frozen summary; the target is the dossier.</summary>
    Summary,

    /// <summary>The sealed minutes; the target is the session.</summary>
    Minutes,

    /// <summary>An attestation or certificate; the target is the register's entry.</summary>
    Award,
}

/// <summary>Attaches the PDF made of something frozen; pages already there stay.</summary>
public sealed class AttachPages(EtabliDb db, Rights rights, DossierSight.Reader sight, Journal.Journal journal)
{
    public sealed record Order(PagesOf What, Guid Target, FileId File);

    public async Task Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        switch (order.What)
        {
            case PagesOf.Minutes:
                var session = await db.MustFind(new JurySessionId(order.Target), stop);
                rights.MustBe(session.Centre.Id, Role.ExamCentreOfficer);
                session.AttachMinutesPages(order.File);
                journal.Note("pages.attached", "jury-session", session.Id.Value, session.Centre.Id, detail: new { what = order.What.ToString(), file = order.File.Value });
                break;
            case PagesOf.Award:
                var entry = await db.Register.SingleOrDefaultAsync(e => e.Id == new RegisterEntryId(order.Target), stop) ?? throw new NotFoundException("register-entry", order.Target);
                await MustSee(entry.Dossier, stop);
                entry.AttachPages(order.File);
                journal.Note("pages.attached", "dossier", entry.Dossier.Value, entry.Centre.Id, entry.Dossier.Value, new { what = order.What.ToString(), number = entry.Number, file = order.File.Value });
                break;
            default:
                var dossier = await MustSee(new DossierId(order.Target), stop);
                if (order.What == PagesOf.Report)
                {
                    dossier.AttachReportPages(order.File);
                }
                else
                {
                    (await db.MustFindAssessment(dossier.Id, stop)).AttachSummaryPages(order.File);
                }

                journal.Note("pages.attached", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { what = order.What.ToString(), file = order.File.Value });
                break;
        }

        await db.SaveKnowingly(stop);
    }

    private async Task<Etabli.Certification.Dossiers.Dossier> MustSee(DossierId id, CancellationToken stop)
    {
        var dossier = await db.MustFind(id, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Officer, Hat.Candidate, Hat.Member, Hat.Group);
        return dossier;
    }
}
