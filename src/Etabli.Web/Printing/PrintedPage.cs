using Etabli.Application.Printing;

namespace Etabli.Web.Printing;

/// <summary>Where each document is read on the site.</summary>
public static class PrintedPage
{
    public static string Of(PrintKind kind, Guid subject) => kind switch
    {
        PrintKind.Report => $"/dossiers/{subject}/rapport/pages",
        PrintKind.Summary => $"/dossiers/{subject}/recapitulatif",
        PrintKind.JuryMinutes => $"/jurys/{subject}/proces-verbal",
        PrintKind.BlockAttestation => $"/attestations/{subject}",
        PrintKind.Certificate => $"/certificats/{subject}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a document."),
    };
}
