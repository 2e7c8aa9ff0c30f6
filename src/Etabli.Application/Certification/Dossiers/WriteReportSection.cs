using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;
using Refusal = Etabli.Certification.Refusal;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The candidate writes the report's text on one competence.</summary>
public sealed class WriteReportSection(EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, Journal.Journal journal, TimeProvider clock)
{
    /// <summary>Longest text of one competence, in characters.</summary>
    public const int LongestText = 60_000;

    /// <param name="Seen">Number of the version the author had before his eyes; 0 for the first.</param>
    public sealed record Order(DossierId Dossier, string Competence, string Text, int Seen);

    /// <returns>The number of the version written.</returns>
    public async Task<int> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(order.Text.Length, LongestText, nameof(order));
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Candidate);
        var standard = await shelf.Get(dossier.Standard, stop);
        if (!dossier.Targets(standard.Content, order.Competence))
        {
            throw new RefusalException(Refusal.CompetenceNotTargeted, order.Competence);
        }

        if (dossier.AssessmentClosedAt is { } closed)
        {
            throw new RefusalException(Refusal.AssessmentIsClosed, closed);
        }

        var section = await db.ReportSections.SingleOrDefaultAsync(s => s.Dossier == dossier.Id && s.Competence == order.Competence, stop);
        if (section is null)
        {
            section = new ReportSection(new(Guid.CreateVersion7()), dossier.Id, order.Competence);
            db.ReportSections.Add(section);
        }

        var versions = section.Earlier.Count;
        section.Write(order.Text, order.Seen, caller.Id, clock.GetUtcNow());
        if (section.Number == 1 || section.Earlier.Count > versions)
        {
            journal.Note("report.written", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { competence = order.Competence, length = order.Text.Length });
        }

        await db.SaveKnowingly(stop);
        return section.Number;
    }
}
