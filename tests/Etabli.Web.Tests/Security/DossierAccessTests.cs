using System.Net;
using System.Text.RegularExpressions;
using Etabli.People;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

/// <summary>Every page of a dossier and of a jury, in each of the states where they differ, for those who have a part in it and those who have none.</summary>
public sealed partial class DossierAccessTests(DossierAccessTests.Lived lived) : IClassFixture<DossierAccessTests.Lived>
{
    private readonly Site site = lived.Site;
    private readonly LivingDossiers.Settled living = lived.Settled;

    [Fact]
    public async Task No_page_of_a_dossier_or_of_a_jury_is_there_for_who_has_no_part_in_it_whatever_their_roles()
    {
        using var abroad = await Visitor.As(site, lived.Stranger);
        using var colleague = await Visitor.As(site, "CE-A");
        foreach (var address in Pages())
        {
            using var answer = await abroad.Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address} answers {answer.StatusCode} to a stranger who holds every role elsewhere");
            using var next = await colleague.Get(address);
            Assert.True(next.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{address} answers {next.StatusCode} to a colleague of the candidate");
        }

        Assert.True(await Ledger.RefusedAccesses(site, lived.Stranger.Value) >= Pages().Count, "The journal did not keep every attempt.");
    }

    [Theory]
    [MemberData(nameof(AccessTests.People), MemberType = typeof(AccessTests))]
    public async Task Every_page_of_a_dossier_or_of_a_jury_opens_refuses_or_is_not_there_but_never_fails(string code)
    {
        using var visitor = await Visitor.As(site, code);
        foreach (var address in Pages())
        {
            using var answer = await visitor.Get(address);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Conflict, $"{code} at {address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Only_who_sees_a_dossier_a_jury_or_a_project_hears_that_somebody_acts_on_it()
    {
        var project = await Ledger.One<Guid>(site, "select id from improvement.project limit 1");
        using var abroad = await Visitor.As(site, lived.Stranger);
        using var colleague = await Visitor.As(site, "CE-A");
        foreach (var (subject, code) in new[] { (living.Written, "CLEAN"), (living.Judged, "S1"), (living.Sitting, "E1"), (project, "CE-A") })
        {
            using var refused = await abroad.Listen($"/en-direct/{subject}");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            using var visitor = await Visitor.As(site, code);
            var listening = visitor.Listen($"/en-direct/{subject}");
            while (!listening.IsCompleted)
            {
                // The answer begins with the first beat.
                await Ledger.Do(site, $"select pg_notify('journal', '1 {subject}')");
            }

            using var heard = await listening;
            Assert.Equal(HttpStatusCode.OK, heard.StatusCode);
        }

        using var unheard = await colleague.Listen($"/en-direct/{living.Written}");
        Assert.Equal(HttpStatusCode.NotFound, unheard.StatusCode);
        using var nothing = await colleague.Listen($"/en-direct/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        using var print = await colleague.Listen($"/en-direct/impression-{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.NotFound, print.StatusCode);
    }

    /// <summary>Every template below /dossiers and /jurys, on each dossier and each jury that lives on the site.</summary>
    private List<string> Pages() =>
    [
        .. from template in Routes.All.Select(r => r.Template).Where(t => t.StartsWith("/dossiers/{", StringComparison.Ordinal) && !t.Contains("{Evidence", StringComparison.Ordinal))
           from dossier in living.Dossiers
           select Competence().Replace(Blank().Replace(template, dossier.ToString()), "C1"),
        .. from template in Routes.All.Select(r => r.Template).Where(t => t.StartsWith("/jurys/{", StringComparison.Ordinal))
           from jury in new[] { (Session: living.Sitting, Dossier: living.Judged), (Session: living.Over, Dossier: living.Awarded) }
           select template.Replace("{Id:guid}", jury.Session.ToString(), StringComparison.Ordinal).Replace("{Dossier:guid}", jury.Dossier.ToString(), StringComparison.Ordinal),
    ];

    [GeneratedRegex(@"\{\w+:guid\}")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\{Competence\}")]
    private static partial Regex Competence();

    /// <summary>One site with dossiers that live on it, and somebody who has nothing to do with them.</summary>
    public sealed class Lived : IAsyncLifetime
    {
        internal Site Site { get; private set; } = null!;

        internal LivingDossiers.Settled Settled { get; private set; } = null!;

        internal PersonId Stranger { get; private set; }

        public async ValueTask InitializeAsync()
        {
            Site = await Site.Open(CancellationToken.None);
            Settled = await LivingDossiers.Settle(Site);
            Stranger = await Security.Stranger.Settle(Site);
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
