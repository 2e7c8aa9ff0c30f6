using System.Globalization;
using Etabli.Studies.Analyses;
using Etabli.Web.Tests.House;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>Whether gauges and inspectors can be trusted, whether dimensions hold together, what faults cost: each answer in both languages, and each refusal in words.</summary>
public sealed class TrustJourneyTests : Journey
{
    private const string Fifteen = "lecture\n5.8\n5.7\n5.9\n5.9\n6.0\n6.1\n6.0\n6.1\n6.4\n6.3\n6.0\n6.1\n6.2\n5.6\n6.0";

    private const string Destroyed = "piece;operateur;force\na;Anne;0\na;Anne;2\nb;Anne;2\nb;Anne;4\nc;Bruno;4\nc;Bruno;6\nd;Bruno;6\nd;Bruno;8";

    private static readonly Dictionary<string, int> Judged = new() { ["Part"] = 0, ["Operator"] = 1, ["Verdict"] = 2, ["Standard"] = 3 };

    /// <summary>Each question with a sentence that would not be there if its numbers were others, in French and in English.</summary>
    private static readonly (AnalysisKind Kind, string Text, Dictionary<string, int> Columns, Dictionary<string, string> Choices, string French, string English)[] Answers =
    [
        (AnalysisKind.GaugeStudy, Destroyed, new() { ["Part"] = 0, ["Operator"] = 1, ["Value"] = 2 }, new() { ["Method"] = "Nested" }, "R&R = 94,9 % de la variation étudiée", "Nested study"),
        (AnalysisKind.AttributeAgreement, Verdicts(), Judged, [], "Anne avec la référence : accord moyen, κ = 0,4 (de 0,15 à 0,65)", "Bruno with the standard: full agreement on 50 parts"),
        (AnalysisKind.Bias, Fifteen, new() { ["Value"] = 0 }, new() { ["Reference"] = "6" }, "Aucune erreur de justesse n’est prouvée (p 0,9048)", "between -0.1107 and 0.1241"),
        (AnalysisKind.Bias, Fifteen, new() { ["Value"] = 0 }, new() { ["Reference"] = "6.5" }, "lit trop bas de 0,4933", "0.4933 too low"),
        (AnalysisKind.Linearity, "ref;lecture\n2;2.7\n2;2.5\n2;2.4\n4;4.2\n4;3.9\n6;5.8\n6;6.1\n8;7.6\n8;7.8\n10;9.1\n10;9.5", new() { ["Reference"] = 0, ["Value"] = 1 }, [], "l’écart descend de 0,1433 par unité de référence", "the gap falls by 0.1433"),
        (AnalysisKind.MultivariateChart, Pieces(), new() { ["Value"] = 1, ["Value2"] = 2 }, [], "Le point 40 est trop loin des autres ; regardez comment vont ensemble longueur (mm), largeur (mm)", "Point 40 is too far from the others"),
        (AnalysisKind.QualityCosts, "categorie;montant (€);libelle\nPrévention;500;formation\nContrôle;800;contrôle final\nInterne;1200.10;rebuts\nExterne;2499.90;retours", new() { ["Category"] = 0, ["Amount"] = 1, ["Label"] = 2 }, new() { ["Base"] = "100000" }, "La non-qualité coûte 3 700 €, soit 74 % des coûts", "that is 74% of the costs of quality"),
    ];

    /// <summary>Questions without an answer, and why.</summary>
    private static readonly (AnalysisKind Kind, string Text, Dictionary<string, int> Columns, Dictionary<string, string> Choices, string French)[] Refused =
    [
        (AnalysisKind.GaugeStudy, Destroyed, new() { ["Part"] = 0, ["Operator"] = 1, ["Value"] = 2 }, [], "choisissez la méthode emboîtée"),
        (AnalysisKind.AttributeAgreement, "p;o;v;r\n1;Anne;bon;bon\n1;Bruno;bon;mauvais", Judged, [], "La pièce « 1 » a deux verdicts de référence différents"),
        (AnalysisKind.Bias, "v\n1\n2", new() { ["Value"] = 0 }, [], "Donnez la valeur de référence"),
        (AnalysisKind.Linearity, "r;v\n1;1\n1;2\n1;3", new() { ["Reference"] = 0, ["Value"] = 1 }, [], "Toutes les lectures sont de la même référence"),
        (AnalysisKind.MultivariateChart, "n;a;b\n1;1;7\n2;2;7\n3;3;7\n4;5;7", new() { ["Value"] = 1, ["Value2"] = 2 }, [], "La colonne « b » ne varie pas"),
        (AnalysisKind.QualityCosts, "c;m\nDivers;2\nInterne;3", new() { ["Category"] = 0, ["Amount"] = 1 }, [], "Ligne 1 : « Divers » n’est pas une catégorie connue"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_question_has_its_answer_in_both_languages_with_its_figure_and_each_refusal_its_reason()
    {
        var asked = new List<(AnalysisId Id, string French, string? English)>();
        foreach (var (kind, text, columns, choices, french, english) in Answers.Concat(Refused.Select(r => (r.Kind, r.Text, r.Columns, r.Choices, r.French, ""))))
        {
            asked.Add((await PlantQuestion.Ask(Site, kind, text, columns, choices), french, english.Length > 0 ? english : null));
        }

        foreach (var locale in new[] { "fr-FR", "en-GB" })
        {
            var page = await Browsing.As(Site, "METH", locale);
            foreach (var (id, french, english) in asked.Where(a => locale == "fr-FR" || a.English is not null))
            {
                await page.GotoAsync($"/analyses/{id}");
                var spoken = (await page.Locator("main").InnerTextAsync()).Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\n', ' ');
                Assert.Contains(locale == "fr-FR" ? french : english!, spoken, StringComparison.Ordinal);
                Assert.DoesNotContain("NaN", spoken, StringComparison.Ordinal);
                await Browsing.MustBeAccessible(page, wordsOnly: locale != "fr-FR");
                if (english is not null)
                {
                    await Assertions.Expect(page.Locator("figure svg[role=img]")).ToHaveCountAsync(1);
                    Assert.Equal("image/svg+xml", (await page.APIRequest.GetAsync($"/analyses/{id}.svg")).Headers["content-type"]);

                    // Explored once, the next ones open explored.
                    await page.GetByRole(AriaRole.Button, new() { Name = locale == "fr-FR" ? "Explorer" : "Explore" }).ClickAsync();
                    await Assertions.Expect(page.Locator(".graphe-toile canvas").First).ToBeVisibleAsync();
                }
            }
        }
    }

    [Fact]
    public async Task Inspectors_are_compared_from_the_form_whose_columns_are_proposed()
    {
        var lean = await Walker.In(Browsing, Site, "METH");
        await lean.Rail("Usine");
        await lean.Link("Relevés de mesures");
        await lean.Link("Apporter des mesures");
        await lean.Page.GetByLabel("Fichiers CSV ou XLSX").SetInputFilesAsync(new FilePayload { Name = "aspect.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Verdicts()) });
        await lean.Press("Prendre ces mesures");
        await lean.Link("Analyser");
        await lean.Choose("Analyse", "Accord des contrôleurs");
        await lean.Press("Continuer");
        await lean.Accessible();
        foreach (var (field, column) in new[] { ("Part", "piece"), ("Operator", "controleur"), ("Verdict", "verdict"), ("Standard", "reference") })
        {
            await Assertions.Expect(lean.Page.Locator($"[name='Column.{field}'] option:checked")).ToHaveTextAsync(column);
        }

        await lean.Press("Commencer");
        await lean.Sees("Anne avec la référence");
        await lean.Sees("Pièces en désaccord");
        await lean.Accessible();
    }

    private static string Verdicts() => "piece;controleur;verdict;reference\n" + string.Join('\n', Enumerable.Range(0, 50).SelectMany(i =>
    {
        var (said, truth) = i < 20 ? ("bon", "bon") : i < 25 ? ("bon", "mauvais") : i < 35 ? ("mauvais", "bon") : ("mauvais", "mauvais");
        return new[] { $"P{i + 1};Anne;{said};{truth}", $"P{i + 1};Bruno;{truth};{truth}" };
    }));

    private static string Pieces() => "n;longueur (mm);largeur (mm)\n" + string.Join('\n', Enumerable.Range(0, 40).Select(i =>
        i == 39 ? "40;5;-5" : string.Create(CultureInfo.InvariantCulture, $"{i + 1};{i * 7 % 13 - 6};{i * 7 % 13 - 6 + (i * 5 % 7 - 3) * 0.1:F1}")));
}
