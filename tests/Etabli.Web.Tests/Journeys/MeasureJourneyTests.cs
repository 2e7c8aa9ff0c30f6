using System.Text;
using Microsoft.Playwright;

namespace Etabli.Web.Tests.Journeys;

/// <summary>A technician brings the plant's files of measures as they are, mends what is wrong, puts a value right, takes it out again.</summary>
public sealed class MeasureJourneyTests : Journey
{
    [Fact]
    public async Task Files_become_records_wrong_cells_are_mended_a_value_is_put_right_with_its_reason_and_what_came_is_taken_back()
    {
        var lean = await Walker.In(Browsing, Site, "METH");
        await lean.Rail("Usine");
        await lean.Link("Relevés de mesures");
        await lean.Accessible();
        await lean.Link("Apporter des mesures");
        var page = lean.Page;
        await page.GetByLabel("Fichiers CSV ou XLSX").SetInputFilesAsync([File("cotes.csv", "pièce;cote (mm)\nA;10,02\nB;104\nC;10,03"), File("poids.csv", "lot;poids_kg\nL1;3,5\nL2;3,4")]);
        await lean.Press("Prendre ces mesures");
        await lean.Sees("3 lignes ajoutées à « cotes »");
        await lean.Sees("2 lignes ajoutées à « poids »");
        await lean.Accessible();
        await page.GetByRole(AriaRole.Link, new() { Name = "Voir le relevé cotes" }).ClickAsync();
        await lean.Sees("104");

        // More of it, with a cell that is no number: it comes back to be mended, and the good row is in.
        await page.GetByLabel("Ou des lignes collées, avec leurs titres").FillAsync("cote (mm);pièce\n10,01;D\ndix;E");
        await lean.Press("Ajouter");
        await lean.Sees("Pas un nombre");
        await Assertions.Expect(page.GetByLabel("Ou des lignes collées, avec leurs titres")).ToHaveValueAsync("cote (mm)\tpièce\ndix\tE");
        await lean.Accessible();
        await page.GetByLabel("Ou des lignes collées, avec leurs titres").FillAsync("cote (mm)\tpièce\n10\tE");
        await lean.Press("Ajouter");
        await Assertions.Expect(page.Locator("table").First.Locator("tbody tr")).ToHaveCountAsync(5);

        await page.GetByRole(AriaRole.Link, new() { Name = "Rectifier la ligne 2" }).ClickAsync();
        await page.GetByLabel("cote (mm)", new() { Exact = false }).First.FillAsync("10,4");
        await lean.Press("Rectifier");
        await lean.Sees("Dites pourquoi la mesure est rectifiée");
        await Assertions.Expect(page.GetByLabel("cote (mm)", new() { Exact = false }).First).ToHaveValueAsync("10,4");
        await page.GetByLabel("Raison").FillAsync("virgule oubliée");
        await lean.Press("Rectifier");
        await lean.Sees("virgule oubliée");
        await lean.Accessible();

        var csv = await page.APIRequest.GetAsync($"{page.Url.Split('?')[0]}.csv");
        Assert.Equal("pièce;cote (mm)\r\nA;10,02\r\nB;10,4\r\nC;10,03\r\nD;10,01\r\nE;10\r\n", Encoding.UTF8.GetString(await csv.BodyAsync()).TrimStart('\uFEFF'));

        await page.GetByRole(AriaRole.Button, new() { Name = "Reprendre cotes.csv" }).ClickAsync();
        await Assertions.Expect(page.Locator("table").First.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
