namespace Etabli.People.Files;

/// <summary>
/// What is known of a deposited file; its bytes lie in the store under their hash (fr: fichier déposé). It never changes:
/// another content is another file.
/// </summary>
public sealed class StoredFile
{
    private StoredFile()
    {
    }

    public StoredFile(FileId id, OrganisationId organisation, Guid? dossier, PersonId owner, string name, FileKind kind, long size, ContentHash content, DateTimeOffset at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        (Id, Organisation, Dossier, Owner, Name, Kind, Size, Sha256, At) = (id, organisation, dossier, owner, name, kind, size, content.Hex, at);
        MediaType = kind.MediaType();
    }

    public FileId Id { get; private set; }

    /// <summary>Whose it is: its members see it.</summary>
    public OrganisationId Organisation { get; private set; }

    /// <summary>The dossier it belongs to, if any: those to whom the dossier is shown see it.</summary>
    public Guid? Dossier { get; private set; }

    /// <summary>Who deposited it, and may always read it back.</summary>
    public PersonId Owner { get; private set; }

    public string Name { get; private set; } = "";

    public FileKind Kind { get; private set; }

    public string MediaType { get; private set; } = "";

    /// <summary>Bytes, as kept.</summary>
    public long Size { get; private set; }

    /// <summary>Hash of the bytes as kept, 64 small hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Of a picture, in pixels as stored; 0 for the rest.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    public DateTimeOffset At { get; private set; }

    public ContentHash Content => ContentHash.Parse(Sha256);

    /// <summary>Says how large the picture is, so that a page can keep its place.</summary>
    public StoredFile Measuring(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        (Width, Height) = (width, height);
        return this;
    }

    /// <summary>The same content under another roof: what a dossier freezes does not follow the project it came from.</summary>
    public StoredFile FrozenFor(FileId id, OrganisationId organisation, Guid dossier, PersonId by, DateTimeOffset at) =>
        new StoredFile(id, organisation, dossier, by, Name, Kind, Size, Content, at).Measuring(Width, Height);
}
