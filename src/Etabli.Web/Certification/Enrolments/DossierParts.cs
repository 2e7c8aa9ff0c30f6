using Etabli.Application.Certification;
using Etabli.Application.Certification.Dossiers;
using Etabli.Web.Shell.Parts;

namespace Etabli.Web.Certification.Enrolments;

/// <summary>Where the pages of a dossier stand under one another.</summary>
internal static class DossierParts
{
    /// <summary>The pages above a page of a dossier.</summary>
    public static IReadOnlyList<Crumb> Trail(DossierPage sheet, string dossiers) =>
        [new(dossiers, sheet.Sight.Is(Hat.Officer, Hat.ResourceCentre) ? "/inscriptions" : "/dossiers"), new(sheet.Dossier.Candidate.Name, Address(sheet))];

    public static string Address(DossierPage sheet, string? part = null) => $"/dossiers/{sheet.Dossier.Id}{(part is null ? "" : "/" + part)}";
}
