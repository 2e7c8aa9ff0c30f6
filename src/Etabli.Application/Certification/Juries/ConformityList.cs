using Etabli.Certification;
using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Juries;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Juries;

/// <summary>Was the assessment of a candidate organised as the rules ask? Every rule with its answer (fr: liste de conformité).</summary>
/// <param name="Lines">In the order of the rules.</param>
/// <param name="Waivers">Every departure on record, with its reason.</param>
public sealed record ConformityList(DossierId Dossier, string Candidate, IReadOnlyList<ConformityLine> Lines, IReadOnlyList<ConformityList.Waived> Waivers)
{
    public sealed record Waived(string Rule, string Reason, string By, DateTimeOffset At);

    public int Kept => Lines.Count(l => l.Status == ConformityStatus.Conform);

    public sealed class Reader(EtabliDb db, StandardShelf.Reader shelf)
    {
        /// <exception cref="NotFoundException">The dossier is not for this caller.</exception>
        public async Task<ConformityList> Of(DossierId id, IReadOnlyList<Seat> seats, CancellationToken stop)
        {
            var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new NotFoundException("dossier", id);
            return await Of(dossier, seats, stop);
        }

        internal async Task<ConformityList> Of(Dossier dossier, IReadOnlyList<Seat> seats, CancellationToken stop)
        {
            var assessment = await db.Assessments.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Dossier == dossier.Id, stop);
            var standard = await shelf.Get(dossier.Standard, stop);
            var evidence = await db.Evidence.AsNoTracking().Where(e => e.Dossier == dossier.Id).ToListAsync(stop);
            var lines = Conformity.Of(new(dossier, assessment, standard.Content, DecisionInputs.Served(standard.Content, evidence), seats, WorkOnRecord.Of(evidence)));
            return new(dossier.Id, dossier.Candidate.Name, lines, [.. dossier.Waivers.Select(w => new Waived(w.Rule, w.Reason, w.By.Name, w.At))]);
        }
    }
}
