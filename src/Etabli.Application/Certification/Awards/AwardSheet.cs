using Etabli.Certification;
using Etabli.Certification.Awards;
using Etabli.People;
using Etabli.People.Persons;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Certification.Awards;

/// <summary>One row of the register, with what came after it (fr: fiche de certificat ou d'attestation).</summary>
public sealed record AwardSheet(
    RegisterEntryId Id,
    string Number,
    AwardKind Kind,
    string Holder,
    DateOnly? BirthDate,
    string Title,
    string? RncpCode,
    bool RncpNotStated,
    string StandardSlug,
    string StandardVersion,
    IReadOnlyList<AwardSheet.Block> Blocks,
    OrganisationId CentreId,
    string Centre,
    DossierId Dossier,
    DateOnly? JuryOn,
    string? JuryPlace,
    DateTimeOffset IssuedAt,
    string? AwardReference,
    string Sha256,
    bool Intact,
    string VerificationCode,
    Guid? Pages,
    RegisterMark Mark,
    string? Reason,
    AwardSheet.Link? About,
    IReadOnlyList<AwardSheet.Link> Later,
    bool MayIssue)
{
    public sealed record Block(string Code, string Title, IReadOnlyList<string> Competences);

    public sealed record Link(string Number, RegisterMark Mark, DateTimeOffset At, string? Reason);

    public bool Revoked => Mark == RegisterMark.Revocation || Later.Any(l => l.Mark == RegisterMark.Revocation);

    public sealed class Reader(EtabliDb db, Caller caller)
    {
        /// <exception cref="NotFoundException">No such number for this caller.</exception>
        public async Task<AwardSheet> Find(string number, CancellationToken stop)
        {
            var entry = await db.Register.AsNoTracking().SingleOrDefaultAsync(e => e.Number == number, stop) ?? throw new NotFoundException("award", number);
            var content = (await db.Standards.AsNoTracking().SingleAsync(s => s.Id == entry.Standard, stop)).Content;
            var around = await db.Register.AsNoTracking().Where(e => e.About == entry.Id || e.Id == entry.About).OrderBy(e => e.IssuedAt).ToListAsync(stop);
            var session = await db.SessionOf(entry.Session, stop);
            var declared = session is null ? await db.Dossiers.AsNoTracking().Where(d => d.Id == entry.Dossier).Select(d => d.DeclaredAt).SingleOrDefaultAsync(stop) : null;
            return new(
                entry.Id, entry.Number, entry.Kind, entry.Holder.Name, entry.Holder.BirthDate, entry.Title, entry.RncpCode, entry.RncpNotStated, entry.StandardSlug, entry.StandardVersion,
                [.. entry.Blocks.Select(b => new Block(b, content.FindBlock(b)?.Title ?? b, [.. (content.FindBlock(b)?.Competences ?? []).Select(c => $"{c} · {content.FindCompetence(c)?.Title}")]))],
                entry.Centre.Id, entry.Centre.Name, entry.Dossier, session?.HeldOn ?? (declared is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null), session?.Place, entry.IssuedAt, entry.AwardReference, entry.Sha256, entry.IsIntact(), entry.VerificationCode,
                entry.File?.Value, entry.Mark, entry.Reason,
                around.Where(e => e.Id == entry.About).Select(Of).FirstOrDefault(), [.. around.Where(e => e.About == entry.Id).Select(Of)],
                caller.Is(Role.ExamCentreOfficer, entry.Centre.Id));
        }

        private static Link Of(RegisterEntry e) => new(e.Number, e.Mark, e.IssuedAt, e.Reason);
    }
}
