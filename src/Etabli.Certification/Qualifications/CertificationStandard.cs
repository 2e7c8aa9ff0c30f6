using Etabli.People;

namespace Etabli.Certification.Qualifications;

/// <summary>
/// One version of a standard, as imported: the text is kept whole with its fingerprint and never changes
/// (fr: référentiel de certification).
/// </summary>
public sealed class CertificationStandard
{
    private StandardContent? content;

    private CertificationStandard()
    {
        Slug = Version = Title = Sha256 = Json = "";
    }

    private CertificationStandard(StandardId id, string version, string json, StandardContent content, PersonId by, DateTimeOffset at)
    {
        Id = id;
        Slug = content.Slug;
        Version = version;
        Title = content.Qualification.ShortTitle;
        RncpCode = content.Qualification.Rncp.Code;
        Json = json;
        Sha256 = Fingerprint(json);
        ImportedBy = by;
        ImportedAt = at;
        this.content = content;
    }

    public StandardId Id { get; private set; }

    public string Slug { get; private set; }

    public string Version { get; private set; }

    public string Title { get; private set; }

    public string? RncpCode { get; private set; }

    public string Json { get; private set; }

    /// <summary>SHA-256 of the text, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; }

    public PersonId ImportedBy { get; private set; }

    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>What the text says.</summary>
    /// <exception cref="InvalidOperationException">The kept text no longer reads: it was changed outside Établi.</exception>
    public StandardContent Content => content ??= StandardFile.Read(Json).Content
        ?? throw new InvalidOperationException($"The standard {Slug} {Version} was checked at import and no longer reads.");

    /// <summary>Takes a checked file in.</summary>
    /// <exception cref="RefusalException">The file breaks the schema; read it with <see cref="StandardFile.Read"/> for the faults.</exception>
    public static CertificationStandard Import(StandardId id, string version, string json, PersonId by, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        var reading = StandardFile.Read(json);
        if (reading.Content is null)
        {
            throw new RefusalException(Refusal.StandardHasFaults, reading.Faults.Count);
        }

        return new(id, version.Trim(), json, reading.Content, by, at);
    }

    /// <summary>SHA-256 of a text in UTF-8, lower-case hexadecimal.</summary>
    public static string Fingerprint(string text) => Fingerprints.Of(text);
}
