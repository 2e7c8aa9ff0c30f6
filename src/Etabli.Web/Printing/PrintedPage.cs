using Etabli.Application.Printing;

namespace Etabli.Web.Printing;

/// <summary>Where each document is read on the site.</summary>
public static class PrintedPage
{
    public static string Of(PrintKind kind, Guid subject) => kind switch
    {
        PrintKind.Report => $"/dossiers/{subject}/rapport/pages",
        PrintKind.Summary => $"/dossiers/{subject}/recapitulatif/pages",
        PrintKind.JuryMinutes => $"/jurys/{subject}/proces-verbal/pages",
        PrintKind.Award => $"/certificats/{subject}/pages",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a document."),
    };
}
