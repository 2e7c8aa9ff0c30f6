using System.Text.RegularExpressions;
using Etabli.Web.Tests.House;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>The candidate's report, from the first word to the deposit.</summary>
internal sealed class CandidateReport(Browsing browsing, Site site, string locale = "fr-FR")
{
    /// <summary>One text a competence, the pages looked at, then the deposit that freezes.</summary>
    public async Task Write(string code, string[] competences, bool firstLook)
    {
        var candidate = await Walker.In(browsing, site, code, locale);
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
        await candidate.Page.Context.CloseAsync();
    }
}
