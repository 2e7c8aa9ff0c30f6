namespace Etabli.People.Files;

/// <summary>Identifies a stored file: the only thing the other modules hold of it (fr: fichier).</summary>
public readonly record struct FileId(Guid Value) : IIdentifier
{
    public override string ToString() => Value.ToString();
}
