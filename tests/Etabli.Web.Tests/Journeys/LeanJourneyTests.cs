using System.Globalization;
using System.Text.RegularExpressions;
using Etabli.Web.Tests.House;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>From enrolment to attestation, in French, by what one reads on the pages and never by an address.</summary>
/// <remarks>Run on demand until it passes whole; the reason and the state are in the issue's note.</remarks>
public sealed class LeanJourneyTests : IAsyncLifetime
{
    private static readonly string[] Lean = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"];
    private static readonly string[] Technician = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"];

    private Site site = null!;
    private Browsing browsing = null!;
    private Certifiers certifiers = null!;

    public async ValueTask InitializeAsync()
    {
        site = await Site.Open(TestContext.Current.CancellationToken);
        browsing = await Browsing.Open();
        certifiers = new(browsing, site);
    }

    public async ValueTask DisposeAsync()
    {
        await browsing.DisposeAsync();
        await site.DisposeAsync();
    }

    [Fact(Explicit = true)]
    public async Task A_lean_candidate_goes_from_enrolment_to_a_certificate_that_anybody_can_check()
    {
        await ExpiredIsRefused();
        await certifiers.Enrol("CLEAN", "Coordonnateur Lean");
        await certifiers.DefineModes("Claire");
        await certifiers.OpenAssessment("Claire");
        await WorkOnTheProject();
        await WriteTheReport("CLEAN", Lean, firstLook: true);
        await certifiers.GiveOpinion("Claire", favourable: true);
        await certifiers.Assess("Claire", Lean, []);
        await certifiers.Deliberate("Claire", admissible: true, tie: true);
        await certifiers.Award("Claire");
        await AnybodyChecks();
    }

    [Fact(Explicit = true)]
    public async Task A_candidate_who_lacks_one_competence_keeps_the_blocks_acquired_and_enrols_again_on_the_missing_one()
    {
        await certifiers.Enrol("METH", "Technicien");
        await certifiers.DefineModes("Mehdi");
        await certifiers.OpenAssessment("Mehdi");
        await WriteTheReport("METH", Technician, firstLook: false);
        await certifiers.GiveOpinion("Mehdi", favourable: true);
        await certifiers.Assess("Mehdi", Technician, ["C8"]);
        await certifiers.Deliberate("Mehdi", admissible: false, tie: false);
        await certifiers.EnrolAgain("Mehdi");
    }

    /// <summary>Rule R05: the fiche 28228 ran out on 21 April 2022; a reason of the centre is asked, and what was typed stays.</summary>
    private async Task ExpiredIsRefused()
    {
        var centre = await Walker.In(browsing, site, "UIMM");
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
        var claire = await Walker.In(browsing, site, "CLEAN");
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

    /// <summary>One text a competence, the pages looked at, then the deposit that freezes.</summary>
    private async Task WriteTheReport(string code, string[] competences, bool firstLook)
    {
        var candidate = await Walker.In(browsing, site, code);
        await candidate.Rail("Dossiers");
        await candidate.Link(code == "CLEAN" ? "Claire" : "Mehdi");
        await candidate.Link("Écrire le rapport|Relire le rapport|Rapport");
        foreach (var competence in competences)
        {
            await candidate.Click(candidate.Page.Locator("main a").Filter(new() { HasTextRegex = new Regex($@"\b{competence}(?!\d)") }).First);
            await candidate.Fill("Form.Text", $"Sur {competence} : ce que j’ai observé, décidé et mesuré au rodage, avec l’équipe A et les méthodes.");
            if (firstLook && competence == "C1")
            {
                await candidate.Accessible();
            }

            await candidate.Press("Enregistrer ce texte");
        }

        if (firstLook)
        {
            await candidate.Link("Voir comme pages");
            await Assertions.Expect(candidate.Page.Locator(".feuille").First).ToBeVisibleAsync();
            await candidate.Accessible();
            await candidate.Page.GoBackAsync();
            await candidate.Settle();
        }

        await candidate.Link("Déposer le rapport");
        await candidate.Accessible();
        await candidate.Press("Déposer et figer");
        await candidate.Sees("déposé");
    }

    /// <summary>The public page: no sign-in, the number of the certificate, and nothing of the evaluation.</summary>
    private async Task AnybodyChecks()
    {
        var centre = await Walker.In(browsing, site, "UIMM");
        await centre.Rail("Certificats");
        await centre.Accessible();
        var words = await centre.Page.Locator("main").InnerTextAsync();
        var number = Regex.Match(words, @"CQPM-\d{4}-[\d-]+\w?").Value;
        Assert.NotEmpty(number);
        var anybody = new Walker(await browsing.Window(site));
        await anybody.Page.GotoAsync("/connexion");
        await anybody.Link("Vérifier une attestation");
        await anybody.Accessible();
        await anybody.Fill("Form.Number", number);
        if (await anybody.Page.Locator("[name='Form.Holder']").CountAsync() > 0)
        {
            await anybody.Fill("Form.Holder", "Léandre");
        }

        await anybody.Press("Vérifier");
        await anybody.Sees("Coordonnateur Lean");
        await anybody.Sees("Léandre");
        await anybody.Accessible();
        var shown = await anybody.Page.Locator("main").InnerTextAsync();
        Assert.DoesNotContain("METH-1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("1988", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Nulle-Part", shown, StringComparison.Ordinal);
    }

    internal static string Day(int fromToday) => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
