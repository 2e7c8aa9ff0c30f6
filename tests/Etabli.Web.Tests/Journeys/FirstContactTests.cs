using System.Net;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Journeys;

public sealed class FirstContactTests : IAsyncLifetime
{
    private Site site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => site = await Site.Open(Stop);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_house_says_it_is_well()
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        using var answer = await http.GetAsync("/sante", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_house_killed_without_a_word_starts_again_on_what_it_had()
    {
        await site.Kill();
        await site.Start(Stop);
        using var http = new HttpClient { BaseAddress = site.Address };
        using var answer = await http.GetAsync("/sante", Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
