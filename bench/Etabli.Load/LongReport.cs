using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Etabli.Application;
using Etabli.Application.Certification.Dossiers;
using Etabli.Certification;
using Etabli.Certification.Dossiers;
using Etabli.Certification.Enrolments;
using Etabli.Certification.Qualifications;
using Etabli.Demo;
using Etabli.People.Grants;
using Etabli.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Load;

/// <summary>A candidate's report of some sixty pages, asked as PDF as its author would ask it.</summary>
internal static partial class LongReport
{
    private const int Paragraphs = 72;

    /// <summary>From the click to the file, and how many pages it has.</summary>
    public static async Task<(TimeSpan Taken, int Pages, double Megabytes)?> Print(House house)
    {
        var dossier = await Write(house);
        var http = await SignedIn(house.Address);
        var from = Stopwatch.GetTimestamp();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["kind"] = "Report", ["subject"] = dossier.ToString(), ["__RequestVerificationToken"] = await Token(http, "/") });
        using var asked = await http.PostAsync("/impressions", form);
        if (asked.StatusCode != HttpStatusCode.Found)
        {
            return null;
        }

        while (Stopwatch.GetElapsedTime(from) < TimeSpan.FromMinutes(3))
        {
            var page = await http.GetStringAsync(asked.Headers.Location!.ToString());
            if (FileAddress().Match(page) is { Success: true } file)
            {
                var taken = Stopwatch.GetElapsedTime(from);
                var pdf = await http.GetByteArrayAsync(file.Value);
                return (taken, PageMark().Count(Encoding.Latin1.GetString(pdf)), pdf.Length / 1e6);
            }

            await Task.Delay(50);
        }

        return null;
    }

    private static async Task<Guid> Write(House house)
    {
        await using var storehouse = await house.Beside();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEtabli(storehouse);
        await using var provider = services.BuildServiceProvider();
        var dossier = default(DossierId);
        StandardContent content = null!;
        await As(provider, "UIMM", async s =>
        {
            var db = s.GetRequiredService<EtabliDb>();
            var standard = await db.Standards.FirstAsync(x => x.Slug == "coordonnateur-lean-amelioration-continue");
            content = standard.Content;
            var now = TimeProvider.System.GetUtcNow();
            var (centre, officer) = (DemoIds.Organisation("centre"), DemoIds.Person("UIMM"));
            var enrolled = Dossier.Enrol(new(Guid.CreateVersion7()), standard, new Enrolment
            {
                Candidate = new(DemoIds.Person("CLEAN"), "Claire Léandre", new(1988, 5, 17)),
                Centre = new(centre, "UIMM territoriale, centre d’examen"),
                Company = new(DemoIds.Organisation("vnp"), "Les Vérins de Nulle-Part"),
                Tutor = new(DemoIds.Person("PROD"), "Pascal Rodier"),
                Route = AccessRoute.ContinuingTraining,
                On = DateOnly.FromDateTime(now.UtcDateTime),
            }, [], officer, now);
            db.Dossiers.Add(enrolled);
            await db.SaveChangesAsync();
            db.Grants.Add(new AccessGrant(Guid.CreateVersion7(), enrolled.Id.Value, centre, DemoIds.Person("CLEAN"), null, GrantPurpose.Candidate, officer, now));
            await db.SaveChangesAsync();
            dossier = enrolled.Id;
        });
        var paragraph = "Le poste de tournage attend ses pièces deux heures par équipe ; le relevé de trois semaines le montre, et l’équipe a choisi de commencer par là. "
            + "Nous avons mesuré, discuté la mesure avec ceux qui tournent, puis essayé un lot plus court pendant cinq jours avant de décider.\n\n";
        foreach (var competence in content.Competences)
        {
            await As(provider, "CLEAN", s => s.GetRequiredService<WriteReportSection>().Run(
                new(dossier, competence.Id, string.Concat(Enumerable.Repeat(paragraph, Paragraphs)), 0), CancellationToken.None));
        }

        return dossier.Value;
    }

    private static async Task As(ServiceProvider provider, string code, Func<IServiceProvider, Task> what)
    {
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Caller>().Become(DemoIds.Person(code), CancellationToken.None);
        await what(scope.ServiceProvider);
    }

    private static async Task<HttpClient> SignedIn(Uri address)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["person"] = DemoIds.Person("CLEAN").ToString(), ["__RequestVerificationToken"] = await Token(http, "/connexion") });
        using var answer = await http.PostAsync("/connexion/demonstration", form);
        return http;
    }

    private static async Task<string> Token(HttpClient http, string page) =>
        new HtmlParser().ParseDocument(await http.GetStringAsync(page)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    [GeneratedRegex("/fichiers/[0-9a-f-]{36}")]
    private static partial Regex FileAddress();

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageMark();
}
