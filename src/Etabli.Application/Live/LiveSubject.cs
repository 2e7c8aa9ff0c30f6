using Etabli.Application.Certification;
using Etabli.Certification;
using Etabli.Improvement;
using Etabli.People;
using Etabli.Persistence;
using Etabli.Plant.Measures;
using Etabli.Studies.Analyses;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Live;

/// <summary>What a page may listen to: only those who see an object hear that somebody acts on it.</summary>
public static class LiveSubject
{
    public sealed class Reader(EtabliDb db, Caller caller, DossierSight.Reader sight)
    {
        /// <exception cref="NotFoundException">It is nothing that the caller sees: no dossier, jury session, project, indicator, record of measures, analysis, nor an organisation of theirs.</exception>
        public async Task MustSee(Guid subject, CancellationToken stop)
        {
            var dossier = new DossierId(subject);
            if (await db.Dossiers.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(d => d.Id == dossier, stop) is { } found)
            {
                await sight.Of(found, stop);
                return;
            }

            var (session, project, indicator) = (new JurySessionId(subject), new ProjectId(subject), new IndicatorId(subject));
            var (record, analysis, organisation) = (new MeasureTableId(subject), new AnalysisId(subject), new OrganisationId(subject));
            if (!caller.Roles.Any(r => r.Organisation == organisation)
                && !await db.Organisations.Select(o => db.JurySessions.Any(s => s.Id == session) || db.Projects.Any(p => p.Id == project) || db.Indicators.Any(i => i.Id == indicator)
                    || db.MeasureTables.Any(t => t.Id == record) || db.Analyses.Any(a => a.Id == analysis)).FirstOrDefaultAsync(stop))
            {
                throw new NotFoundException("live-subject", subject);
            }
        }
    }
}
