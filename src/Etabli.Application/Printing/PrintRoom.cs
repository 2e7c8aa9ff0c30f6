using Etabli.People;

namespace Etabli.Application.Printing;

/// <summary>
/// Composes a document as a folder of HTML, styles, fonts and pictures that needs no network. The pages and their words
/// are the web room's, which gives this to the job.
/// </summary>
public interface IPrintRoom
{
    /// <summary>What the document is for the caller; null when it does not exist for them.</summary>
    Task<PrintedDocument?> Describe(PrintKind kind, Guid subject, CancellationToken stop);

    /// <summary>Writes the document into a folder and answers the file to open.</summary>
    Task<string> Compose(PrintKind kind, Guid subject, string culture, string folder, CancellationToken stop);
}

/// <summary>A document that can be asked as PDF.</summary>
/// <param name="Title">Its title, in the language asked.</param>
/// <param name="FileName">Name of the file, with its ending.</param>
/// <param name="Organisation">Whose file it will be.</param>
/// <param name="Dossier">The dossier it belongs to, if any.</param>
/// <param name="Frozen">What it prints can no longer change: its PDF may be attached to it.</param>
public sealed record PrintedDocument(string Title, string FileName, OrganisationId Organisation, Guid? Dossier, bool Frozen = false);
