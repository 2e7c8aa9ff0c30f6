using Etabli.Application.Improvement;
using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Persistence;

namespace Etabli.Application.Certification.Dossiers;

/// <summary>The candidate links something of the work to criteria.</summary>
public sealed class LinkEvidence(
    EtabliDb db, Caller caller, Rights rights, DossierSight.Reader sight, StandardShelf.Reader shelf, ArtefactSnapshots.Reader artefacts, Journal.Journal journal, TimeProvider clock)
{
    /// <param name="Kind">One of <see cref="ArtefactKinds"/>.</param>
    /// <param name="Source">The artefact.</param>
    /// <param name="Step">Step of the project, 1 to 9; null outside a project.</param>
    /// <param name="Criteria">Criteria it speaks for; an artefact linked already and not frozen serves these instead.</param>
    public sealed record Order(DossierId Dossier, string Kind, Guid Source, int? Step, IReadOnlyList<string> Criteria);

    public async Task<EvidenceId> Run(Order order, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(order);
        rights.MustBeSomebody();
        var dossier = await db.MustFind(order.Dossier, stop);
        (await sight.Of(dossier, stop)).MustBe(Hat.Candidate);
        var standard = await shelf.Get(dossier.Standard, stop);
        var now = clock.GetUtcNow();
        var evidence = (await db.EvidenceOf(dossier.Id, stop))
            .Find(e => e.Source.Kind == order.Kind && e.Source.Id == order.Source && e.Counts && e.FrozenAt is null);
        var artefact = await artefacts.Take(order.Kind, order.Source, stop);
        if (evidence is null)
        {
            evidence = Evidence.Link(
                new(Guid.CreateVersion7()), dossier, standard.Content,
                new(artefact.Kind, artefact.Source, artefact.Title, order.Step, new(artefact.Author, artefact.AuthorName), artefact.MadeAt),
                order.Criteria, caller.Id, now);
            db.Evidence.Add(evidence);
        }
        else
        {
            evidence.Serve(dossier, standard.Content, order.Criteria, now);
        }

        evidence.Preview(artefact.Svg, artefact.Files);
        journal.Note("evidence.linked", "dossier", dossier.Id.Value, dossier.Centre.Id, dossier.Id.Value, new { title = evidence.Source.Title, kind = order.Kind, criteria = evidence.Criteria });
        await db.SaveKnowingly(stop);
        return evidence.Id;
    }
}
