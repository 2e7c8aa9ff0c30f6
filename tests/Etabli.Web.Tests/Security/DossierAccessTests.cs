using System.Net;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

/// <summary>Every page of a dossier and of a jury, in each of the states where they differ, for those who have a part in it and those who have none.</summary>
[Collection(PublicSite.Name)]
public sealed class DossierAccessTests(PublicSite house)
{
    private readonly Site site = house.Site;
    private readonly LivingDossiers.Settled living = house.Living;

    [Fact]
    public async Task No_page_of_a_dossier_or_of_a_jury_is_there_for_who_has_no_part_in_it_whatever_their_roles()
    {
        using var abroad = await Visitor.As(site, house.Stranger);
        using var colleague = await Visitor.As(site, "CE-A");
        foreach (var address in living.Pages())
        {
            using var answer = await abroad.Get(address);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{address} answers {answer.StatusCode} to a stranger who holds every role elsewhere");
            using var next = await colleague.Get(address);
            Assert.True(next.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{address} answers {next.StatusCode} to a colleague of the candidate");
        }

        Assert.True(await Ledger.RefusedAccesses(site, house.Stranger.Value) >= living.Pages().Count, "The journal did not keep every attempt.");
    }

    [Theory]
    [MemberData(nameof(AccessTests.People), MemberType = typeof(AccessTests))]
    public async Task Every_page_of_a_dossier_or_of_a_jury_opens_refuses_or_is_not_there_but_never_fails(string code)
    {
        using var visitor = await Visitor.As(site, code);
        foreach (var address in living.Pages())
        {
            using var answer = await visitor.Get(address);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Conflict, $"{code} at {address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Only_who_sees_a_dossier_a_jury_or_a_project_hears_that_somebody_acts_on_it()
    {
        var project = await Ledger.One<Guid>(site, "select id from improvement.project limit 1");
        using var abroad = await Visitor.As(site, house.Stranger);
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
}
