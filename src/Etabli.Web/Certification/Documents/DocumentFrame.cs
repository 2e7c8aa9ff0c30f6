namespace Etabli.Web.Certification.Documents;

/// <summary>What runs at the head and the foot of every page of a document.</summary>
/// <param name="Title">Title of the document.</param>
/// <param name="Left">Head, left: the document and its subject.</param>
/// <param name="Right">Head, right: the qualification.</param>
/// <param name="Cells">Cartouche at the foot, label and value; the first takes the room that is left.</param>
public sealed record DocumentFrame(string Title, string Left, string Right, IReadOnlyList<(string Label, string Value)> Cells)
{
    /// <summary>The first eight and last four digits of a fingerprint: enough to compare by eye.</summary>
    public static string Short(string sha256)
    {
        ArgumentNullException.ThrowIfNull(sha256);
        return sha256.Length < 16 ? sha256 : $"{sha256[..4]} {sha256[4..8]} … {sha256[^4..]}";
    }
}
