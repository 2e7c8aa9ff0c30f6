using Etabli.Certification;
using Etabli.Certification.Awards;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Enrolments;

/// <summary>What the register gave on one dossier: attestations of blocks, the certificate.</summary>
public sealed record DossierAwards(IReadOnlyList<DossierAwards.Row> Awards)
{
    public sealed record Row(AwardKind Kind, string Number, IReadOnlyList<string> Blocks, DateTimeOffset IssuedAt);

    public sealed class Reader(EtabliDb db)
    {
        public async Task<DossierAwards> Of(DossierId dossier, CancellationToken stop) => new(await db.Register.AsNoTracking()
            .Where(e => e.Dossier == dossier && e.Mark == RegisterMark.None).OrderBy(e => e.Number)
            .Select(e => new Row(e.Kind, e.Number, e.Blocks, e.IssuedAt)).ToListAsync(stop));
    }
}
