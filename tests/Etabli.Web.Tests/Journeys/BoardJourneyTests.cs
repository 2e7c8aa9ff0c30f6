using System.Globalization;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>The board of indicators, on a desk and on a wall; the stops of a day in their order; pages that follow what arrives.</summary>
public sealed class BoardJourneyTests : Journey
{
    [Fact]
    public async Task The_board_shows_each_gap_to_its_target_and_the_screen_on_the_wall_follows_a_value_recorded_elsewhere()
    {
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Rail("Indicateurs");
        await lean.Link("Voir en tableau");
        await Assertions.Expect(lean.Page.Locator(".tableau-ind > section")).ToHaveCountAsync(5);
        var trs = lean.Page.Locator(".ind", new() { HasText = "TRS" }).First;
        await Assertions.Expect(trs.Locator(".obj")).ToContainTextAsync("objectif ≥");
        await Assertions.Expect(trs.Locator(".obj b")).ToContainTextAsync("écart");
        await lean.Accessible();
        await lean.Link("Afficher au mur");
        await Assertions.Expect(lean.Page.Locator(".rail")).ToHaveCountAsync(0);
        await lean.Accessible();

        var shown = lean.Page.Locator(".ind", new() { HasText = "Idées" }).First;
        await Assertions.Expect(shown).ToBeVisibleAsync();
        var link = await shown.GetByRole(AriaRole.Link).First.GetAttributeAsync("href");
        var other = await Browsing.As(Site, "METH");
        await other.GotoAsync(link!);
        var today = TimeProvider.System.GetLocalNow().DateTime;
        await other.Locator("input[name='Form.Period']").FillAsync(string.Create(CultureInfo.InvariantCulture, $"S{ISOWeek.GetWeekOfYear(today):00} {ISOWeek.GetYear(today)}"));
        await other.Locator("input[name='Form.Value']").FillAsync("77");
        await other.Locator("input[name='Form.Reason']").FillAsync("fiches retrouvées au poste");
        await other.GetByRole(AriaRole.Button, new() { Name = "Enregistrer une valeur" }).ClickAsync();
        await Assertions.Expect(other.Locator("dl.cartouche").First).ToContainTextAsync("77");
        await Assertions.Expect(shown.Locator(".val strong")).ToHaveTextAsync("77");
    }

    [Fact]
    public async Task An_analysis_that_is_open_follows_the_measures_that_arrive_in_its_record()
    {
        var (chart, record) = (await Security.Ledger.One<Guid>(Site, "select id from studies.analysis where kind = 'Distribution' limit 1"), await Security.Ledger.One<Guid>(Site, "select \"table\" from studies.analysis where kind = 'Distribution' limit 1"));
        var reader = await Browsing.As(Site, "CLEAN");
        await reader.GotoAsync($"/analyses/{chart}");
        var values = reader.Locator("dl.cartouche dd").First;
        await Assertions.Expect(values).ToHaveTextAsync("640");
        var technician = await Browsing.As(Site, "METH");
        await technician.GotoAsync($"/usine/mesures/{record}");
        await technician.GetByLabel("Ou des lignes collées, avec leurs titres").FillAsync("sous_groupe\tdate\theure\tequipe\tn\tecart_um\n121\t2026-01-26\t08:30\tA\t1\t21,5");
        await technician.GetByRole(AriaRole.Button, new() { Name = "Ajouter" }).ClickAsync();
        await Assertions.Expect(technician.Locator("dl.cartouche dd").First).ToHaveTextAsync("641");
        await Assertions.Expect(values).ToHaveTextAsync("641");
    }

    [Fact]
    public async Task An_indicator_follows_the_scrap_of_a_record_week_by_week_and_goes_back_to_recording_by_hand()
    {
        var lean = await Walker.In(Browsing, Site, "CLEAN");
        await lean.Rail("Indicateurs");
        await lean.Link("Refus au test");
        await lean.Sees("Aucune valeur");
        await lean.Link("Série automatique");
        await lean.Accessible();
        await lean.Link("Production par poste et par équipe");
        await lean.Choose("Calcul de la période", "rapport de deux sommes");
        await lean.Press("Suivre cette source");
        await lean.Sees("La source ne dit pas tout ce qu’il faut");
        await lean.Accessible();
        await lean.Choose("Valeur", "rebuts");
        await lean.Choose("Rapportée à", "quantite");
        await lean.Press("Suivre cette source");
        await Assertions.Expect(lean.Page.Locator("figure .corps svg").First).ToBeVisibleAsync();
        await lean.Sees("Actualiser maintenant");
        await lean.Accessible();
        await lean.Press("Actualiser maintenant");
        await lean.Link("Série automatique");
        await lean.Press("Revenir à la saisie");
        await Assertions.Expect(lean.Page.Locator("main").GetByText("Actualiser maintenant")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_stops_of_a_day_stand_in_their_order_and_the_cause_that_nothing_classes_is_classed_from_there()
    {
        var lean = await Walker.In(Browsing, Site, "METH");
        await lean.Rail("Usine");
        await lean.Link("Arrêts et rebuts");
        await lean.Link("Journal d’arrêts");
        await Assertions.Expect(lean.Page.Locator("figure .corps svg").First).ToBeVisibleAsync();
        await lean.Accessible();
        await lean.Page.GotoAsync("/usine/evenements/journal?jour=2025-09-01&poste=ROD1");
        await Assertions.Expect(lean.Page.Locator("main tbody tr").First).ToContainTextAsync("06:18");
        await lean.Sees("Changement de série");
        await lean.Accessible();
        await lean.Page.GotoAsync("/usine/evenements/journal?jour=2001-01-01");
        await lean.Sees("Aucun arrêt du");
    }
}
