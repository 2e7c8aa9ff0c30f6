using Etabli.Application.Certification;
using Etabli.Application.Certification.Dossiers;
using Etabli.Certification;
using Etabli.Certification.Qualifications;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Improvement.Projects;

/// <summary>
/// What the caller's own dossier says of the nine competences, which are the nine steps of a project
/// (fr: couverture du référentiel par le chantier).
/// </summary>
/// <param name="Dossier">The caller's dossier.</param>
/// <param name="Steps">One per step whose competence the dossier aims at.</param>
public sealed record StepCoverage(DossierId Dossier, IReadOnlyDictionary<int, StepCoverage.Step> Steps)
{
    public int Supported => Steps.Values.Sum(s => s.Supported);

    public int Evaluable => Steps.Values.Sum(s => s.Criteria.Count);

    public sealed record Step(Competence Competence, IReadOnlyList<Mark> Criteria)
    {
        public int Supported => Criteria.Count(c => c.Linked);
    }

    /// <summary>One criterion: linked to something, and frozen or not yet.</summary>
    public sealed record Mark(Criterion Criterion, bool Linked, bool Frozen);

    public sealed class Reader(EtabliDb db, Caller caller, StandardShelf.Reader shelf)
    {
        /// <summary>Null when the caller prepares no certificate whose competences are the steps C1 to C9.</summary>
        public async Task<StepCoverage?> Mine(CancellationToken stop)
        {
            if (!caller.Is(Etabli.People.Persons.Role.Candidate))
            {
                return null;
            }

            var me = caller.Id;
            var mine = await db.Dossiers.AsNoTracking().IgnoreAutoIncludes().Where(d => d.Candidate.Person == me)
                .OrderByDescending(d => d.PreparedAt).Select(d => new { d.Id, d.Standard }).FirstOrDefaultAsync(stop);
            if (mine is null)
            {
                return null;
            }

            var content = (await shelf.Get(mine.Standard, stop)).Content;
            var steps = Enumerable.Range(1, 9).Select(n => (Step: n, Competence: content.Competences.FirstOrDefault(c => c.Id == $"C{n}"))).Where(s => s.Competence is not null).ToList();
            if (steps.Count < 9)
            {
                return null;
            }

            var pieces = await DossierMatrix.Reader.Pieces(db, mine.Id, stop);
            return new(mine.Id, steps.ToDictionary(s => s.Step, s => new Step(s.Competence!, [.. s.Competence!.Criteria.Where(k => k.Evaluable).Select(k => new Mark(
                k, pieces.Any(p => p.Criteria.Contains(k.Id)), pieces.Any(p => p.FrozenAt is not null && p.Criteria.Contains(k.Id))))])));
        }
    }
}
