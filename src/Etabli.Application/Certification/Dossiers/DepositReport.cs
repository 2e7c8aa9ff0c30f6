using System.Text;
using Etabli.Application.Improvement;
using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.People.Files;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>
/// The candidate hands the report in: everything linked freezes with its words, its picture and its files, and one
/// fingerprint covers the whole. After the deadline it is accepted, marked late.
/// </summary>
public sealed class DepositReport(
    EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, ArtefactSnapshots.Reader artefacts, Journal.Journal journal, TimeProvider clock)
{
    public sealed record Order(DossierId Dossier);

    public async Task<ReportDeposit> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Candidate);
        var now = clock.GetUtcNow();
        var evidence = (await db.EvidenceOf(dossier.Id, stop)).Where(e => e.Counts).ToList();
        foreach (var one in evidence.Where(e => e.FrozenAt is null))
        {
            one.Freeze(await Copy(dossier, one, now, stop), now);
        }

        var sections = await db.ReportSections.AsNoTracking().Where(s => s.Dossier == dossier.Id).OrderBy(s => s.Competence).Select(s => new { s.Competence, s.Text }).ToListAsync(stop);
        var whole = new StringBuilder();
        foreach (var section in sections)
        {
            whole.Append(section.Competence).Append('\n').Append(Fingerprints.Of(section.Text)).Append('\n');
        }

        foreach (var one in evidence.OrderBy(e => e.Sha256, StringComparer.Ordinal))
        {
            whole.Append(one.Sha256).Append(' ').AppendJoin(',', one.Criteria).Append('\n');
        }

        var deposit = dossier.DepositReport(Fingerprints.Of(whole.ToString()), null, caller.Id, now);
        journal.Note("report.deposited", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { sha256 = deposit.Sha256, late = deposit.Late, evidence = evidence.Count, sections = sections.Count });
        await db.SaveKnowingly(stop);
        return deposit;
    }

    private async Task<FrozenContent> Copy(Dossier dossier, Evidence evidence, DateTimeOffset now, CancellationToken stop)
    {
        var artefact = await artefacts.Take(evidence.Source.Kind, evidence.Source.Id, stop);
        var files = new List<FrozenFile>();
        foreach (var file in artefact.Files.Count == 0 ? [] : await db.Files.AsNoTracking().Where(f => artefact.Files.Contains(f.Id)).ToListAsync(stop))
        {
            // The same bytes under the dossier's roof: what was shown does not follow the project it came from.
            var kept = file.FrozenFor(new FileId(Guid.CreateVersion7()), dossier.Centre.Id, dossier.Id.Value, caller.Id, now);
            db.Files.Add(kept);
            files.Add(new(kept.Id, kept.Sha256));
        }

        var source = evidence.Source;
        return FrozenContent.Of(source.Kind, source.Id, source.Title, source.Author.Name, source.MadeAt, artefact.Json, artefact.Svg, files);
    }
}
