using Etabli.Application.Printing;
using Etabli.Web.Certification.Documents;

namespace Etabli.Web.Printing;

/// <summary>One kind of document that can be printed; one class a kind, found by the print room.</summary>
public abstract class PrintedKind
{
    public abstract PrintKind Kind { get; }

    /// <summary>Everything of the document, in the current culture; null when it does not exist for the caller.</summary>
    public abstract Task<PrintedSheets?> Load(Guid subject, CancellationToken stop);
}

/// <summary>A document ready to be drawn.</summary>
/// <param name="Document">What it is and whose.</param>
/// <param name="Component">Component that draws it.</param>
/// <param name="Parameters">What the component shows.</param>
/// <param name="Frame">Head and foot of its pages.</param>
public sealed record PrintedSheets(PrintedDocument Document, Type Component, Dictionary<string, object> Parameters, DocumentFrame Frame);
