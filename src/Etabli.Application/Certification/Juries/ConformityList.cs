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

    /// <summary>Day of the session it goes before, when one was named.</summary>
    public DateOnly? HeldOn { get; init; }

    public int Kept => Lines.Count(l => l.Status == ConformityStatus.Conform);

    public sealed class Reader(EtabliDb db, StandardShelf.Reader shelf)
    {
        /// <param name="id">The dossier.</param>
        /// <param name="jury">The session whose members are checked for conflicts of interest; null before one is known.</param>
        /// <param name="stop">Stops the reading.</param>
        /// <exception cref="NotFoundException">The dossier or the session is not for this caller.</exception>
        public async Task<ConformityList> Of(DossierId id, JurySessionId? jury, CancellationToken stop)
        {
            var dossier = await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, stop) ?? throw new NotFoundException("dossier", id);
            var session = jury is null ? null : await db.JurySessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == jury, stop) ?? throw new NotFoundException("jury-session", jury);
            var assessment = await db.Assessments.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Dossier == id, stop);
            return await Of(dossier, assessment, session?.Seats ?? [], stop) with { HeldOn = session?.HeldOn };
        }

        internal async Task<ConformityList> Of(Dossier dossier, Assessment? assessment, IReadOnlyList<Seat> seats, CancellationToken stop)
        {
            var standard = await shelf.Get(dossier.Standard, stop);
            var work = await WorkOnRecord.Of(db, dossier.Id, standard.Content, stop);
            var lines = Conformity.Of(new(dossier, assessment, standard.Content, work.Served, seats, work.Facts));
            return new(dossier.Id, dossier.Candidate.Name, lines, [.. dossier.Waivers.Select(w => new Waived(w.Rule, w.Reason, w.By.Name, w.At))]);
        }
    }
}
