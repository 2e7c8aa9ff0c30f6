using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>A Lean coordinator works in a project, by what one reads on the pages.</summary>
public sealed class ProjectJourneyTests : Journey
{
    private static readonly byte[] Photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task What_is_seen_decided_measured_and_said_in_a_project_is_there_afterwards()
    {
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Rail("Projets");
        await lean.Accessible();
        await lean.Link("Vérins 50");
        await lean.Sees("28 actions : 12 soldées");
        await lean.Accessible();
        await Observe(lean);
        await Act(lean);
        await Measure(lean);
        await Tell(lean);
    }

    [Fact]
    public async Task Two_who_change_the_same_action_see_both_versions_and_lose_nothing()
    {
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        var methods = await Walker.In(Browsing, Site, "METH");
        foreach (var walker in new[] { lean, methods })
        {
            await walker.Rail("Projets");
            await walker.Link("Vérins 50");
            await walker.Link("Présenter l’essai à l’équipe");
            await walker.Page.Locator("summary").Filter(new() { HasText = "Modifier l’action" }).ClickAsync();
        }

        await methods.Type("Livrable", "compte rendu signé");
        await methods.Press("Enregistrer l’action");
        await lean.Type("Livrable", "compte rendu et photo");
        await lean.Press("Enregistrer l’action");
        await lean.Sees("compte rendu signé");
        Assert.Equal("compte rendu et photo", await lean.Field("Livrable").InputValueAsync());
        await lean.Accessible();
        await lean.Press("Enregistrer l’action");
        await lean.Sees("Livrable attendu : compte rendu et photo");
    }

    [Fact]
    public async Task The_written_diagnosis_is_taken_into_the_report_by_its_button_and_comes_as_pages()
    {
        var written = (await Security.LivingDossiers.Settle(Site)).Written;
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Page.GotoAsync($"/dossiers/{written}/rapport");
        await lean.Sees("Prendre dans le rapport");
        await lean.Accessible();
        await lean.Link("Prendre dans le rapport");
        await lean.Page.Locator("input[name='Form.Criteria']").Locator("visible=true").First.CheckAsync();
        await lean.Accessible();
        await lean.Press("Relier à ces critères");
        await lean.Page.GotoAsync($"/dossiers/{written}/rapport");
        await lean.Sees("Vient en pages|pages");
        await lean.Page.GotoAsync($"/dossiers/{written}/rapport/pages");
        await Assertions.Expect(lean.Page.Locator("[id^='diagnostic-']").First).ToBeVisibleAsync();
    }

    private static async Task Observe(Walker lean)
    {
        await lean.Link("Noter une observation");
        await lean.Accessible();
        await lean.Press("Noter une observation");
        await lean.Sees("Remplissez ce champ");
        await lean.Type("Lieu", "ROD1");
        await lean.Type("Constat", "Attente du contrôle entre deux séries");
        await lean.Choose("Gaspillage", "Attente");
        await lean.Type("Valeur", "6,5");
        await lean.Type("Unité", "min");
        await lean.Type("Mesuré comment", "chronomètre");
        await lean.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "rodage.png", MimeType = "image/png", Buffer = Photo });
        await lean.Press("Noter une observation");
        await lean.Sees("6,5 min (chronomètre");
        await Assertions.Expect(lean.Page.Locator("figure image")).ToHaveCountAsync(1);
        await lean.Accessible();
    }

    private static async Task Act(Walker lean)
    {
        await lean.Trail("Vérins 50");
        await lean.Link("Ajouter une action");
        await lean.Accessible();
        await lean.Type("Libellé de l’action", "Essayer les brides");
        await lean.Type("Livrable", "essai signé");
        await lean.Choose("Pilote", "METH");
        await lean.Type("Date attendue", "2027-01-15");
        await lean.Press("Ajouter une action");
        await lean.Press("Démarrer l’action");
        await lean.Sees("En cours");
        await lean.Type("Nouvelle date", "2027-01-29");
        await lean.Type("Motif", "Pièce livrée en retard");
        await lean.Press("Reporter l’action");
        await lean.Sees("Pièce livrée en retard");
        await lean.Tick("Pas encore mesurée");
        await lean.Press("Solder l’action");
        await lean.Type("Mesure d’efficacité", "12 → 4 min par série");
        await lean.Press("Noter l’efficacité");
        await lean.Sees("12 → 4 min par série");
        await lean.Accessible();
        await lean.Trail("Plan d’actions");
        await lean.Sees("29 actions du chantier");
        await lean.Accessible();
    }

    private static async Task Measure(Walker lean)
    {
        await lean.Page.Locator("main .onglets").GetByRole(AriaRole.Link, new() { Name = "Indicateurs" }).ClickAsync();
        await lean.Settle();
        await lean.Accessible();
        await lean.Link("TRS rodage");
        await lean.Sees("pour une cible ≥ 72 %");
        await Assertions.Expect(lean.Page.Locator("figure .corps svg").First).ToBeVisibleAsync();
        await lean.Accessible();
        await lean.Link("Coller la série");
        await lean.Type("Lignes collées", "semaine\tTRS\n2020-S01\t55,5\n2020-S02\tcinquante");
        await lean.Press("Voir l’aperçu");
        await lean.Sees("Valeur illisible");
        await lean.Accessible();
        await lean.Type("Lignes collées", "semaine\tTRS\n2020-S01\t55,5\n2020-S02\t56,1");
        await lean.Press("Voir l’aperçu");
        await lean.Press("Enregistrer les valeurs");
        await lean.Sees("Données : 21 valeurs");
    }

    private static async Task Tell(Walker lean)
    {
        await lean.Trail("Vérins 50");
        await lean.Link("Écrire un compte rendu");
        await lean.Type("Objet", "Point de la semaine");
        await lean.Type("Présents", "CLEAN\nMETH");
        await lean.Type("Décisions", "On garde les brides");
        await lean.Press("Écrire un compte rendu");
        await lean.Sees("On garde les brides");
        await lean.Accessible();
        await lean.Trail("Vérins 50");
        await lean.Link("Ajouter un fichier");
        await lean.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "poste.png", MimeType = "image/png", Buffer = Photo });
        await lean.Type("Titre", "Photo du poste");
        await lean.Press("Ajouter un fichier");
        await lean.Sees("Photo du poste");
        await lean.Accessible();
    }
}
