using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Journeys;

/// <summary>From enrolment to attestation, in French, by what one reads on the pages and never by an address.</summary>
public sealed class LeanJourneyTests : IAsyncLifetime
{
    private Site site = null!;
    private Browsing browsing = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.Open(TestContext.Current.CancellationToken);
        browsing = await Browsing.Open();
    }

    public async ValueTask DisposeAsync()
    {
        await browsing.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact]
    public async Task A_lean_candidate_goes_from_enrolment_to_certificate()
    {
        await ExpiredIsRefused();
        await Enrol("CLEAN", "Coordonnateur Lean");
        await DefineModes("Claire");
    }

    private async Task ExpiredIsRefused()
    {
        var centre = await Walker.In(browsing, site, "UIMM");
        await centre.Rail("Référentiels");
        await centre.Accessible();
        await centre.Link("Coordonnateur Lean et amélioration continue");
        await centre.Sees("Diagnostiquer la performance d’un processus");
        await centre.Accessible();
        await centre.Rail("Inscriptions");
        await centre.Accessible();
        await centre.Link("Inscrire un candidat");
        await centre.Choose("Référentiel", "démarche Lean");
        await centre.Choose("Entreprise", "Vérins de Nulle-Part");
        await centre.Press("Continuer");
        await centre.Choose("Candidat", "CLEAN");
        await centre.Tick("formation continue");
        await centre.Press("Inscrire le candidat");
        await centre.Sees("21 avr. 2022");
        await centre.Accessible();
    }

    private async Task Enrol(string code, string standard)
    {
        var centre = await Walker.In(browsing, site, "UIMM");
        await centre.Rail("Inscriptions");
        await centre.Link("Inscrire un candidat");
        await centre.Choose("Référentiel", standard);
        await centre.Choose("Entreprise", "Vérins de Nulle-Part");
        await centre.Press("Continuer");
        await centre.Choose("Candidat", code);
        await centre.Tick("formation continue");
        await centre.Choose("Tuteur", "Rodier");
        await centre.Accessible();
        await centre.Press("Inscrire le candidat");
        await centre.Sees("Inscrit");
        await centre.Accessible();
    }

    private async Task DefineModes(string candidate)
    {
        var centre = await Walker.In(browsing, site, "UIMM");
        await centre.Rail("Inscriptions");
        await centre.Link(candidate);
        await centre.Link("modalités");
        await centre.Accessible();
        await centre.Press("Enregistrer les modalités");
        var company = await Walker.In(browsing, site, "PROD");
        await company.Rail("Dossiers");
        await company.Link(candidate);
        await company.Link("modalités");
        await company.Press("Donner l’accord de l’entreprise");
        await centre.Page.ReloadAsync();
        await centre.Press("Transmettre au centre de ressources");
        var resources = await Walker.In(browsing, site, "RES");
        await resources.Rail("Inscriptions");
        await resources.Link(candidate);
        await resources.Link("modalités");
        await resources.Press("Accuser réception");
        await resources.Sees("Reçu, accusé");
        await resources.Accessible();
    }
}
