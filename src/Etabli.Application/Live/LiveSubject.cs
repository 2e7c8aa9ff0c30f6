using Etabli.Application.Certification;
using Etabli.Certification;
using Etabli.Improvement;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Live;

/// <summary>What a page may listen to: only those who see an object hear that somebody acts on it.</summary>
public static class LiveSubject
{
    public sealed class Reader(EtabliDb db, DossierSight.Reader sight)
    {
        /// <exception cref="NotFoundException">It is no dossier, jury session or project that the caller sees.</exception>
        public async Task MustSee(Guid subject, CancellationToken stop)
        {
            var dossier = new DossierId(subject);
            if (await db.Dossiers.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(d => d.Id == dossier, stop) is { } found)
            {
                await sight.Of(found, stop);
                return;
            }

            var session = new JurySessionId(subject);
            var project = new ProjectId(subject);
            if (!await db.JurySessions.AnyAsync(s => s.Id == session, stop) && !await db.Projects.AnyAsync(p => p.Id == project, stop))
            {
                throw new NotFoundException("live-subject", subject);
            }
        }
    }
}
