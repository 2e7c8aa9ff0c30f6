namespace Etabli.Application.Printing.Pages;

/// <summary>An attestation of a block or a certificate, as it is handed to its holder (fr: attestation de bloc, certificat).</summary>
/// <param name="Block">Code and title of the block; null on the certificate of the whole qualification.</param>
/// <param name="Number">Number in the register, by which anybody checks it.</param>
/// <param name="CheckAddress">Public address that says whether the number is true.</param>
public sealed record AwardPages(
    Guid Id,
    Guid Dossier,
    string Number,
    string Holder,
    DateOnly? BirthDate,
    string Qualification,
    string? CqpmNumber,
    string? RncpCode,
    AwardBlock? Block,
    IReadOnlyList<AwardBlock> Blocks,
    string Centre,
    string? Authority,
    string? Signatory,
    DateOnly JuryOn,
    string JuryPlace,
    DateOnly IssuedOn,
    string Sha256,
    string CheckAddress,
    DateOnly? RevokedOn = null);

/// <summary>A block and the competences it holds.</summary>
public sealed record AwardBlock(string Code, string Title, IReadOnlyList<AwardCompetence> Competences);

/// <summary>A competence held.</summary>
public sealed record AwardCompetence(string Code, string Title);
