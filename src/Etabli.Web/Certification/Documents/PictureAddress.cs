using Etabli.People.Files;

namespace Etabli.Web.Certification.Documents;

/// <summary>Where the pictures of a document are: on the site, or beside the page that is being printed.</summary>
public sealed class PictureAddress(Func<FileId, string> address)
{
    /// <summary>Addresses of the site.</summary>
    public static PictureAddress OfSite { get; } = new(file => $"/fichiers/{file.Value}");

    public string Of(FileId file) => address(file);
}
