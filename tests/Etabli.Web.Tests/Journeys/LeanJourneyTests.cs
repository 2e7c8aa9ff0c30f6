using System.Globalization;
using Etabli.Web.Tests.House;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>From enrolment to attestation, in French, by what one reads on the pages and never by an address.</summary>
public sealed class LeanJourneyTests : Journey
{
    internal static readonly string[] Competences = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"];

    private Certifiers certifiers = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        certifiers = new(Browsing, Site);
    }

    [Fact]
    public async Task A_lean_candidate_goes_from_enrolment_to_a_certificate_that_anybody_can_check()
    {
        await ExpiredIsRefused();
        await certifiers.Enrol("CLEAN", "Coordonnateur Lean");
        await certifiers.DefineModes("Claire");
        await certifiers.OpenAssessment("Claire");
        await WorkOnTheProject();
        await new CandidateReport(Browsing, Site).Write("CLEAN", Competences, firstLook: true);
        await certifiers.GiveOpinion("Claire", favourable: true);
        await certifiers.Assess("Claire", Competences, []);
        await certifiers.Deliberate("Claire", admissible: true, tie: true);
        await certifiers.Award("Claire");
        await certifiers.AnybodyChecks();
    }

    /// <summary>Rule R05: the fiche 28228 ran out on 21 April 2022; a reason of the centre is asked, and what was typed stays.</summary>
    private async Task ExpiredIsRefused()
    {
        var centre = await Walker.In(Browsing, Site, "UIMM");
        await centre.Rail("Référentiels");
        await centre.Accessible();
        await centre.Link("Coordonnateur Lean et amélioration continue");
        await centre.Sees("Diagnostiquer la performance d’un processus");
        await centre.Sees("réparé");
        await centre.Sees("hérité");
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
        await Assertions.Expect(centre.Field("Candidat").Locator("option:checked")).ToContainTextAsync("CLEAN");
        await centre.Accessible();
    }

    /// <summary>The candidate at the plant: an artefact of each kind, each linked to criteria.</summary>
    private async Task WorkOnTheProject()
    {
        var claire = await Walker.In(Browsing, Site, "CLEAN");
        await claire.Rail("Dossiers");
        await claire.Link("Claire");
        await claire.Sees("Compétence");
        await claire.Accessible();
        await claire.Rail("Projets");
        await claire.Link("Vérins 50/28");
        await claire.Sees("Diagnostiquer");
        await claire.Accessible();

        await claire.Link("Noter une observation");
        await claire.Fill("Form.Day", Day(-1));
        await claire.Fill("Form.Place", "ROD1");
        await claire.Fill("Form.Fact", "La première pièce attend la métrologie.");
        await claire.Fill("Form.Waste", "ttente");
        await claire.Fill("Form.Value", "18");
        await claire.Fill("Form.Unit", "min");
        await claire.Fill("Form.Method", "Chronomètre");
        await claire.Fill("Form.Readings", "5");
        await claire.Page.Locator("input[type=file]").SetInputFilesAsync(Pictures.Jpeg());
        await claire.Accessible();
        await claire.Press("Noter une observation");
        await claire.Sees("La première pièce attend la métrologie.");
        await Assertions.Expect(claire.Page.Locator("main img[src*='/fichiers/'], main image[href*='/fichiers/']").First).ToBeVisibleAsync();
        await claire.Accessible();
        await claire.LinkTo("C1-METH-1", "C1-MOY-1");

        await Tool("Plan d’actions");
        await claire.Link("Ajouter une action");
        await claire.Fill("Form.Label", "Poser un chariot de métrologie au poste");
        await claire.Fill("Form.Deliverable", "chariot en service");
        await claire.Fill("Form.Owner", "METH");
        await claire.Fill("Form.Due", Day(14));
        await claire.Fill("Form.Axis", "X1");
        await claire.Accessible();
        await claire.Press("Ajouter une action|Ajouter l’action|Enregistrer l’action");
        await Tool("Plan d’actions");
        await claire.Accessible();
        await claire.LinkTo("C5-METH-4", "C5-METH-5");

        await Tool("Indicateurs");
        await claire.Accessible();
        await claire.Link("TRS");
        await Assertions.Expect(claire.Page.Locator("main svg[role=img]").First).ToBeVisibleAsync();
        await claire.Accessible();
        await claire.LinkTo("C6-METH-1");

        await Tool("Comptes rendus");
        await claire.Link("Écrire un compte rendu");
        await claire.Fill("Form.Subject", "Séance n° 7, équipe A");
        await claire.Fill("Form.Day", Day(-2));
        await claire.Fill("Form.Attendees", "CE-A\nA03\nMETH");
        await claire.Fill("Form.Text", "Essai du chariot : deux remarques de l’équipe.");
        await claire.Fill("Form.Decisions", "Régler la hauteur du plateau");
        await claire.Accessible();
        await claire.Press("Écrire un compte rendu|Écrire le compte rendu|Enregistrer le compte rendu");
        await claire.LinkTo("C4-METH-1", "C5-METH-2");

        await Tool("Fichiers");
        await claire.Page.Locator("input[type=file]").SetInputFilesAsync(Pictures.Pdf());
        await claire.Fill("Form.Title", "Certificat d’étalonnage IM-002");
        await claire.Fill("Form.Step", "6");
        await claire.Press("Ajouter un fichier|Ajouter le fichier");
        await claire.Sees("Certificat d’étalonnage IM-002");
        await claire.Accessible();

        async Task Tool(string name)
        {
            await claire.Rail("Projets");
            await claire.Link("Vérins 50/28");
            await claire.Link("Les 28 actions|Les 29 actions");
            if (name != "Plan d’actions")
            {
                await claire.Link(name);
            }
        }
    }

    internal static string Day(int fromToday) => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
