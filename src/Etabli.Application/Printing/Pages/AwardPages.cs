using Etabli.Application.Certification;
using Etabli.Certification;
using Etabli.Certification.Awards;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Application.Printing.Pages;

/// <summary>An attestation of a block or a certificate, as it is handed to its holder (fr: attestation de bloc, certificat).</summary>
/// <param name="Whole">True on the certificate of the whole qualification, false on the attestation of a block.</param>
/// <param name="Number">Number in the register, by which anybody checks it.</param>
/// <param name="RncpNotStated">The sources do not say whether the qualification is registered (rule R55): the paper says so.</param>
/// <param name="Blocks">The block attested, or all of them.</param>
/// <param name="Reference">Reference of the joint technical group, on a certificate (rule R54).</param>
/// <param name="CheckCode">Whoever has the paper may look it up by this.</param>
/// <param name="RevokedOn">When it was taken back.</param>
public sealed record AwardPages(
    Guid Id,
    Guid Dossier,
    bool Whole,
    string Number,
    string Holder,
    DateOnly? BirthDate,
    string Qualification,
    string? CqpmNumber,
    string? RncpCode,
    bool RncpNotStated,
    IReadOnlyList<AwardBlock> Blocks,
    string Centre,
    string? Authority,
    string? Signatory,
    string? Reference,
    DateTimeOffset? JuryOn,
    DateTimeOffset IssuedAt,
    string Sha256,
    string CheckCode,
    bool Duplicate,
    DateTimeOffset? RevokedOn,
    OrganisationId CentreId)
{
    public sealed class Reader(EtabliDb db, StandardShelf.Reader shelf)
    {
        /// <exception cref="NotFoundException">No such entry for this caller.</exception>
        public async Task<AwardPages> Find(RegisterEntryId id, CancellationToken stop) =>
            await Of(await db.Register.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, stop) ?? throw new NotFoundException("award", id), stop);

        /// <exception cref="NotFoundException">No such number for this caller.</exception>
        public async Task<AwardPages> Find(string number, CancellationToken stop) =>
            await Of(await db.Register.AsNoTracking().SingleOrDefaultAsync(e => e.Number == number, stop) ?? throw new NotFoundException("award", number), stop);

        private async Task<AwardPages> Of(RegisterEntry entry, CancellationToken stop)
        {
            var content = (await shelf.Get(entry.Standard, stop)).Content;
            var declared = await db.Dossiers.AsNoTracking().Where(d => d.Id == entry.Dossier).Select(d => d.DeclaredAt).SingleOrDefaultAsync(stop);
            var takenBack = await db.Register.AsNoTracking().Where(e => e.About == entry.Id && e.Mark == RegisterMark.Revocation).Select(e => (DateTimeOffset?)e.IssuedAt).FirstOrDefaultAsync(stop);
            return new(
                entry.Id.Value,
                entry.Dossier.Value,
                entry.Kind == AwardKind.Certificate,
                entry.Number,
                entry.Holder.Name,
                entry.Holder.BirthDate,
                entry.Title,
                content.Qualification.CqpmNumber,
                entry.RncpCode,
                entry.RncpNotStated,
                [.. entry.Blocks.Select(b => Of(b, content))],
                entry.Centre.Name,
                content.Qualification.Authority?.Name,
                content.Qualification.Authority?.Signatory,
                entry.AwardReference,
                declared,
                entry.IssuedAt,
                entry.Sha256,
                entry.VerificationCode,
                entry.Mark == RegisterMark.Duplicate,
                entry.Mark == RegisterMark.Revocation ? entry.IssuedAt : takenBack,
                entry.Centre.Id);
        }

        private static AwardBlock Of(string block, StandardContent content) => new(
            block,
            content.FindBlock(block)?.Title ?? block,
            [.. (content.FindBlock(block)?.Competences ?? []).Select(c => new AwardCompetence(c, content.FindCompetence(c)?.Title ?? c))]);
    }
}

/// <summary>A block and the competences it holds.</summary>
public sealed record AwardBlock(string Code, string Title, IReadOnlyList<AwardCompetence> Competences);

/// <summary>A competence held.</summary>
public sealed record AwardCompetence(string Code, string Title);
