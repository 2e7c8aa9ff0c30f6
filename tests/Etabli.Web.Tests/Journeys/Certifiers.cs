using System.Text.RegularExpressions;
using Etabli.Web.Tests.House;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>Those around the candidate: centre, company, commission, jury, joint technical group.</summary>
internal sealed class Certifiers(Browsing browsing, Site site, string locale = "fr-FR")
{
    private readonly Dictionary<string, Walker> windows = new(StringComparer.Ordinal);

    public async Task Enrol(string code, string standard)
    {
        var centre = await Window("UIMM");
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

    public async Task DefineModes(string candidate)
    {
        var centre = await Dossier("UIMM", "Inscriptions", candidate);
        await centre.Link("Définir");
        await centre.Accessible();
        await centre.Press("Enregistrer les modalités");
        var company = await Dossier("PROD", "Dossiers", candidate);
        await company.Link("Lire et accepter|Voir les modalités|modalités");
        await company.Press("Donner l’accord de l’entreprise");
        centre = await Dossier("UIMM", "Inscriptions", candidate);
        await centre.Link("Transmettre");
        await centre.Press("Transmettre au centre de ressources");
        var resources = await Dossier("RES", "Inscriptions", candidate);
        await resources.Link("Accuser réception|modalités");
        await resources.Press("Accuser réception");
        await resources.Sees("Reçu, accusé");
        await resources.Accessible();
    }

    /// <summary>The commission of two is named and the deadline of the report fixed.</summary>
    public async Task OpenAssessment(string candidate)
    {
        var centre = await Dossier("UIMM", "Inscriptions", candidate);
        await centre.Link("Fixer|Fixer l’échéance du rapport");
        await centre.Page.Locator("main input[type=date], main input[name$='Deadline'], main input[name='Form.Day']").First.FillAsync(LeanJourneyTests.Day(30));
        await centre.Accessible();
        await centre.Press("Fixer|Enregistrer");
        centre = await Dossier("UIMM", "Inscriptions", candidate);
        await centre.Link("Nommer");
        await centre.Sees("Vidal");
        await centre.Tick("Vidal");
        await centre.Tick("Delage");
        await centre.Accessible();
        await centre.Press("Nommer");
    }

    /// <summary>The tutor answers each point of this référentiel's basis.</summary>
    public async Task GiveOpinion(string candidate, bool favourable)
    {
        var tutor = await Dossier("PROD", "Dossiers", candidate);
        await tutor.Link("Donner l’avis");
        await tutor.Accessible();
        var targets = await tutor.Page.Locator("input[name='Form.Target']").EvaluateAllAsync<string[]>("all => all.map(t => t.value)");
        foreach (var target in targets.Where(t => !t.Contains('-', StringComparison.Ordinal)))
        {
            var form = tutor.Page.Locator($"form:has(input[name='Form.Target'][value='{target}'])").First;
            await form.EvaluateAsync("form => { for (let d = form.closest('details'); d; d = d.parentElement.closest('details')) { d.open = true; } }");
            await form.Locator($"input[type=radio][value='{(favourable ? "true" : "false")}']").CheckAsync(new() { Force = true });
            await form.Locator("textarea").FillAsync("Cela a été conduit devant moi, de septembre à novembre.");
            await tutor.Click(form.Locator("button.btn-primary"));
        }

        await tutor.Sees("favorable");
        await tutor.Accessible();
    }

    /// <summary>Two members rate, question, interview and decide; those listed are not acquired.</summary>
    public async Task Assess(string candidate, string[] competences, string[] lacking)
    {
        var eva = await Commission("EV1", candidate);
        await eva.Accessible();
        foreach (var sitting in new[] { "Présentation", "Questionnement", "Entretien" })
        {
            await eva.Link("Noter une séance");
            if (await eva.Page.Locator($"label:has-text('{eva.Said(sitting)}')").CountAsync() == 0)
            {
                await eva.Page.GoBackAsync();
                await eva.Settle();
                continue;
            }

            await eva.Page.GetByLabel(new Regex(eva.Said(sitting))).First.CheckAsync();
            await eva.Fill("Form.Date", LeanJourneyTests.Day(0));
            await eva.Fill("Form.Place", "Pôle formation, salle Étau");
            foreach (var box in await eva.Page.Locator("input[name=present]").AllAsync())
            {
                await box.CheckAsync();
            }

            await eva.Fill("Form.Notes", "Réponses précises, appuyées sur les mesures.");
            await eva.Accessible();
            await eva.Press("Noter la séance");
        }

        var yvon = await Commission("EV2", candidate);
        foreach (var competence in competences)
        {
            var met = !lacking.Contains(competence);
            var member = competence == "C2" ? yvon : eva;
            await member.Click(member.Page.Locator("main a").Filter(new() { HasTextRegex = new Regex($@"\b{competence}(?!\d)") }).First);
            if (competence == "C1")
            {
                await member.Accessible();
            }

            await RateAll(member, met);
            if (member == yvon)
            {
                await eva.Page.ReloadAsync();
            }

            await member.Link($"Décider {competence}");
            await member.Page.GetByLabel(member.Said(met ? "Acquise" : "Non acquise"), new() { Exact = true }).CheckAsync();
            await member.Fill("Form.Reason", met ? "Critères atteints, entretien concluant." : "La méthode n’a pas été appliquée jusqu’au résultat.");
            if (competence == "C1")
            {
                await member.Accessible();
            }

            await member.Press($"Décider {competence}");
            Assert.DoesNotContain("/decision", member.Page.Url, StringComparison.Ordinal);
            eva = await Commission("EV1", candidate, eva);
        }

        await eva.Link("Clore l’évaluation");
        await eva.Press("Clore l’évaluation");
        await eva.Link("Lire le récapitulatif");
        await Assertions.Expect(eva.Page.Locator(".feuille").First).ToBeVisibleAsync();
        await eva.Accessible();
    }

    /// <summary>Two voices, one of each delegation; on a tie the chair decides.</summary>
    public async Task Deliberate(string candidate, bool admissible, bool tie)
    {
        var centre = await Window("UIMM");
        await centre.Rail("Jurys");
        await centre.Accessible();
        await centre.Link("Convoquer un jury");
        await centre.Fill("Form.Date", LeanJourneyTests.Day(0));
        await centre.Fill("Form.Place", "UIMM territoriale, salle du conseil");
        await centre.Press("Convoquer le jury");
        await Seat(centre, "Garnier");
        await centre.Sees("parité|Parité");
        await Seat(centre, "Lopez");
        await centre.Click(centre.Page.Locator("tr:has-text('Garnier'), li:has-text('Garnier')").GetByRole(AriaRole.Button, new() { NameRegex = new Regex(centre.Said("Désigner président")) }).First);
        await centre.Fill("List.Dossier", candidate);
        await centre.Press("Inscrire à cette séance");
        await centre.Accessible();
        await centre.Press("Ouvrir la séance");

        var chair = await Window("E1");
        await Vote(chair, admissible ? "Pour" : "Contre");
        var samira = await Window("S1");
        await Vote(samira, tie == admissible ? "Contre" : "Pour");
        await chair.Rail("Jurys");
        await OfToday(chair);
        await chair.Link("Entrer en salle");
        await chair.Sees(admissible ? "Admissible" : "Non admissible");
        await chair.Accessible();
        await chair.Link("Proclamer");
        if (!admissible)
        {
            await chair.Fill("Form.Reason", "Une compétence n’est pas acquise.");
        }

        await chair.Press("Proclamer");
        await centre.Rail("Jurys");
        await OfToday(centre);
        await centre.Link("Procès-verbal");
        await centre.Accessible();
        await centre.Press("Sceller le procès-verbal");
        await centre.Sees("SHA-256|scellé|Scellé");
        await centre.Link("Imprimer|Pages");
        await Assertions.Expect(centre.Page.Locator(".feuille").First).ToBeVisibleAsync();

        static Task OfToday(Walker member) => member.Click(member.Page.Locator("main tbody th a").First);

        static async Task Vote(Walker member, string ballot)
        {
            await member.Rail("Jurys");
            await OfToday(member);
            await member.Link("Voter");
            await member.Accessible();
            await member.Page.GetByLabel(member.Said(ballot), new() { Exact = true }).CheckAsync(new() { Force = true });
            await member.Press("Déposer mon bulletin");
        }
    }

    /// <summary>Blocks attested, the certificate awarded by the joint technical group, their pages seen.</summary>
    public async Task Award(string candidate)
    {
        var centre = await Window("UIMM");
        await centre.Rail("Certificats");
        await centre.Press("Attester les blocs");
        await centre.Press("Transmettre au groupe technique");
        var group = await Window("GTP");
        await group.Rail("Certificats");
        await group.Accessible();
        await group.Link("Contrôler et attribuer");
        await group.Fill("Form.Reference", "GTP 2026-11");
        await group.Accessible();
        await group.Press("Attribuer le certificat");
        await group.Sees("CQPM-");
        var claire = await Window(candidate == "Claire" ? "CLEAN" : "METH");
        await claire.Rail("Dossiers");
        await claire.Link("Claire");
        await claire.Sees("Votre certificat est attribué");
        await claire.Accessible();
    }

    /// <summary>Acquired blocks are attested; the centre enrols again on the missing one, the others carried over.</summary>
    public async Task EnrolAgain(string candidate)
    {
        var centre = await Window("UIMM");
        await centre.Rail("Certificats");
        await centre.Press("Attester les blocs");
        await centre.Sees("BLOC-");
        centre = await Dossier("UIMM", "Inscriptions", candidate);
        await centre.Sees("Non admissible");
        await centre.Accessible();
        await centre.Link("Réinscrire");
        await centre.Accessible();
        await centre.Press("Réinscrire");
        await centre.Sees("Inscrit");
        await centre.Sees("reporté|Reporté|acquis");
        await centre.Accessible();
    }

    /// <summary>The public page: no sign-in, the number of the certificate, and nothing of the evaluation.</summary>
    public async Task AnybodyChecks()
    {
        var centre = await Window("UIMM");
        await centre.Rail("Certificats");
        await centre.Accessible();
        var words = await centre.Page.Locator("main").InnerTextAsync();
        var number = Regex.Match(words, @"CQPM-\d{4}-[\d-]+\w?").Value;
        Assert.NotEmpty(number);
        var anybody = new Walker(await browsing.Window(site, locale), locale.StartsWith("en", StringComparison.Ordinal));
        await Browsing.AtTheDoor(anybody.Page, locale);
        await anybody.Link("Vérifier une attestation");
        await anybody.Accessible();
        await anybody.Fill("Form.Number", number);
        if (await anybody.Page.Locator("[name='Form.Holder']").CountAsync() > 0)
        {
            await anybody.Fill("Form.Holder", "Claire Léandre");
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

    /// <summary>Each person keeps one window: what they left open would go on refreshing at every act of the others.</summary>
    private async Task<Walker> Window(string code) => windows.TryGetValue(code, out var open) ? open : windows[code] = await Walker.In(browsing, site, code, locale);

    private async Task<Walker> Dossier(string code, string rail, string candidate)
    {
        var walker = await Window(code);
        await walker.Rail(rail);
        await walker.Link(candidate);
        return walker;
    }

    private async Task<Walker> Commission(string code, string candidate, Walker? known = null)
    {
        var walker = known ?? await Window(code);
        await walker.Rail("Commissions");
        await walker.Link(candidate);
        return walker;
    }

    private static async Task Seat(Walker centre, string juror)
    {
        await centre.Fill("Seating.Juror", juror);
        await centre.Press("Installer");
    }

    /// <summary>Each criterion in turn: value, comment, next.</summary>
    private static async Task RateAll(Walker member, bool met)
    {
        for (var i = 0; i < 30; i++)
        {
            var form = member.Page.Locator("form.constat");
            if (await form.CountAsync() > 0)
            {
                await form.Locator($"label:has(input[name='Form.Value'][value='{(met ? "Met" : "NotMet")}'])").ClickAsync();
                if (!met)
                {
                    await form.Locator("textarea").FillAsync("Rien ne le montre.");
                }

                var next = form.Locator("button[value=suivant]");
                if (await next.CountAsync() > 0)
                {
                    await member.Click(next);
                    continue;
                }

                await member.Click(form.Locator("button[value=rester]"));
                return;
            }

            return;
        }
    }
}
