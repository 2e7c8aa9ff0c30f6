using System.Net;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

public sealed class LimitTests
{
    [Theory]
    [InlineData("/connexion/demonstration", true)]
    [InlineData("/verifier/INCONNU", false)]
    [InlineData("/invitations/inconnue", false)]
    public async Task Whoever_guesses_is_slowed_down_and_told_when_to_come_back(string address, bool post)
    {
        await using var site = await Site.Open(TestContext.Current.CancellationToken, new Dictionary<string, string> { ["Etabli__Limits__SignIn"] = "5", ["Etabli__Limits__PublicCheck"] = "5" });
        using var visitor = new Visitor(site);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
        {
            using var answer = post ? await visitor.Post(address, new() { ["person"] = Guid.NewGuid().ToString() }) : await visitor.Get(address);
            answers.Add(answer.StatusCode);
            HeaderTests.MustBeGuarded(answer, address);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.NotNull(answer.Headers.RetryAfter);
            }
        }

        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers.Take(5));
        Assert.All(answers.Skip(5), a => Assert.Equal(HttpStatusCode.TooManyRequests, a));

        // The rest of the house is not slowed.
        using var elsewhere = await visitor.Get("/sante");
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }
}
