using Etabli.Certification;
using Etabli.Certification.Awards;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>
/// What came of one dossier: what the register gave on it (attestations of blocks, the certificate), and the dossier that
/// goes on from it after a non-admission or an abandonment (fr: réinscription).
/// </summary>
public sealed record DossierSequel(IReadOnlyList<DossierSequel.Award> Awards, DossierId? Next)
{
    public sealed record Award(AwardKind Kind, string Number, IReadOnlyList<string> Blocks, DateTimeOffset IssuedAt);

    public sealed class Reader(EtabliDb db)
    {
        public async Task<DossierSequel> Of(DossierId id, CancellationToken stop)
        {
            var found = await db.Dossiers.AsNoTracking().AsSingleQuery().Where(d => d.Id == id).Select(d => new
            {
                Awards = db.Register.Where(e => e.Dossier == d.Id && e.Mark == RegisterMark.None).OrderBy(e => e.Number)
                    .Select(e => new Award(e.Kind, e.Number, e.Blocks, e.IssuedAt)).ToList(),
                Next = db.Dossiers.Where(n => n.Previous == d.Id).OrderByDescending(n => n.PreparedAt).Select(n => (DossierId?)n.Id).FirstOrDefault(),
            }).SingleOrDefaultAsync(stop) ?? throw new NotFoundException("dossier", id);
            return new(found.Awards, found.Next);
        }
    }
}
