using Etabli.Certification.Assessments;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.People;
using Etabli.People.Files;

namespace Etabli.Certification.Awards;

/// <summary>What a later entry does to an earlier one (fr: mention au registre).</summary>
public enum RegisterMark
{
    /// <summary>Stands by itself.</summary>
    None,

    /// <summary>A second copy of the same award (fr: duplicata).</summary>
    Duplicate,

    /// <summary>Takes the award back (fr: retrait).</summary>
    Revocation,
}

/// <summary>
/// One row of the register, written once and never changed: who obtained what, by which jury (fr: inscription au
/// registre ; attestation de bloc, certificat).
/// </summary>
public sealed class RegisterEntry
{
    private List<string> blocks = [];

    private RegisterEntry()
    {
        Number = VerificationCode = StandardSlug = StandardVersion = Title = Sha256 = "";
        Holder = null!;
        Centre = null!;
    }

    public RegisterEntryId Id { get; private set; }

    public AwardKind Kind { get; private set; }

    /// <summary>As printed: <see cref="RegisterNumber"/> in words.</summary>
    public string Number { get; private set; }

    /// <summary>128 bits drawn outside, 32 hexadecimal characters: who has it may look (fr: code de vérification).</summary>
    public string VerificationCode { get; private set; }

    public Candidate Holder { get; private set; }

    public NamedOrganisation Centre { get; private set; }

    public StandardId Standard { get; private set; }

    public string StandardSlug { get; private set; }

    public string StandardVersion { get; private set; }

    /// <summary>Title of the qualification as printed.</summary>
    public string Title { get; private set; }

    public string? RncpCode { get; private set; }

    /// <summary>True when the sources do not say whether the qualification is in the RNCP: the paper says so (rule R55).</summary>
    public bool RncpNotStated { get; private set; }

    /// <summary>Blocks this entry gives; all of them for a certificate.</summary>
    public IReadOnlyList<string> Blocks => blocks;

    public DossierId Dossier { get; private set; }

    public JurySessionId? Session { get; private set; }

    public DateTimeOffset IssuedAt { get; private set; }

    public PersonId IssuedBy { get; private set; }

    /// <summary>Reference of the joint technical group; on certificates (rule R54).</summary>
    public string? AwardReference { get; private set; }

    /// <summary>Fingerprint of what is printed.</summary>
    public string Sha256 { get; private set; }

    public FileId? File { get; private set; }

    public RegisterMark Mark { get; private set; }

    /// <summary>The earlier entry a duplicate or a revocation speaks of.</summary>
    public RegisterEntryId? About { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>Attests one acquired block (rule R52), after the jury declared.</summary>
    /// <exception cref="RefusalException">The jury has not declared, the block is not acquired here, or R55 says no.</exception>
    public static RegisterEntry AttestBlock(
        RegisterEntryId id, int sequence, string verificationCode, Dossier dossier, CertificationStandard standard, IReadOnlyCollection<BlockResult> results, string block, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(standard);
        if (dossier.Declared is null)
        {
            throw new RefusalException(Refusal.JuryHasNotDeclared);
        }

        // R55: blocks are awarded separately only for a registered qualification. Where the sources are silent
        // (null) we read « not stated », not « no »: the attestation is given and says that it is not stated.
        if (standard.Content.Qualification.Rncp.Registered == false)
        {
            throw new RefusalException(Refusal.BlocksNotSeparable);
        }

        if (!results.Any(r => r.Block == block && r.Acquired && !r.CarriedOver))
        {
            throw new RefusalException(Refusal.BlockNotAcquired, block);
        }

        return Write(id, AwardKind.BlockAttestation, sequence, verificationCode, dossier, standard, [block], by, at);
    }

    /// <summary>Issues the certificate, once the joint technical group has awarded (rule R54).</summary>
    /// <exception cref="RefusalException">Not awarded.</exception>
    public static RegisterEntry IssueCertificate(
        RegisterEntryId id, int sequence, string verificationCode, Dossier dossier, CertificationStandard standard, PersonId by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(standard);
        if (dossier.AwardedAt is null)
        {
            throw new RefusalException(Refusal.NotAwarded);
        }

        return Write(id, AwardKind.Certificate, sequence, verificationCode, dossier, standard, [.. standard.Content.Blocks.Select(b => b.Id)], by, at);
    }

    /// <summary>A second copy: a new row that points to the first.</summary>
    public RegisterEntry Duplicate(RegisterEntryId id, int sequence, string verificationCode, string reason, PersonId by, DateTimeOffset at) =>
        Follow(id, sequence, verificationCode, RegisterMark.Duplicate, reason, by, at);

    /// <summary>Takes the award back: a new row; the first stays readable.</summary>
    public RegisterEntry Revoke(RegisterEntryId id, int sequence, string verificationCode, string reason, PersonId by, DateTimeOffset at) =>
        Follow(id, sequence, verificationCode, RegisterMark.Revocation, reason, by, at);

    /// <summary>Adds the pages once they are made; pages already there stay.</summary>
    public void AttachPages(FileId file) => File ??= file;

    /// <summary>Whether the row still says what was printed.</summary>
    public bool IsIntact() => Sha256 == Fingerprints.Of(Printed());

    private static RegisterEntry Write(
        RegisterEntryId id, AwardKind kind, int sequence, string code, Dossier dossier, CertificationStandard standard, List<string> blocks, PersonId by, DateTimeOffset at)
    {
        var entry = new RegisterEntry
        {
            Id = id,
            Kind = kind,
            Number = RegisterNumber.Of(kind, at.Year, sequence).ToString(),
            VerificationCode = Checked(code),
            Holder = dossier.Candidate,
            Centre = dossier.Centre,
            Standard = standard.Id,
            StandardSlug = standard.Slug,
            StandardVersion = standard.Version,
            Title = standard.Content.Qualification.Title,
            RncpCode = standard.RncpCode,
            RncpNotStated = standard.Content.Qualification.Rncp.Registered is null,
            blocks = blocks,
            Dossier = dossier.Id,
            Session = dossier.JurySession,
            IssuedAt = at,
            IssuedBy = by,
            AwardReference = kind == AwardKind.Certificate ? dossier.AwardReference : null,
        };
        entry.Sha256 = Fingerprints.Of(entry.Printed());
        return entry;
    }

    private static string Checked(string code) => code is { Length: 32 } && code.All(char.IsAsciiHexDigitLower)
        ? code
        : throw new ArgumentException("A verification code is 32 lower-case hexadecimal characters (128 bits).", nameof(code));

    private RegisterEntry Follow(RegisterEntryId id, int sequence, string code, RegisterMark mark, string reason, PersonId by, DateTimeOffset at)
    {
        if (Mark == RegisterMark.Revocation)
        {
            throw new RefusalException(Refusal.EntryIsARevocation);
        }

        var next = (RegisterEntry)MemberwiseClone();
        next.Id = id;
        next.Number = RegisterNumber.Of(Kind, at.Year, sequence).ToString();
        next.VerificationCode = Checked(code);
        next.blocks = [.. blocks];
        next.Mark = mark;
        next.About = Id;
        next.Reason = Wording.Reason(reason);
        next.IssuedAt = at;
        next.IssuedBy = by;
        next.File = null;
        next.Sha256 = Fingerprints.Of(next.Printed());
        return next;
    }

    private string Printed() => string.Join(
        '\n',
        "1",
        Number,
        Kind.ToString(),
        Mark.ToString(),
        About?.ToString() ?? "",
        Holder.Name,
        Holder.BirthDate?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        Centre.Name,
        StandardSlug,
        StandardVersion,
        Title,
        RncpCode ?? "",
        string.Join(',', blocks),
        AwardReference ?? "",
        IssuedAt.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
}
