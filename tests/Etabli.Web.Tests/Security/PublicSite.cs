using Etabli.People;
using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

/// <summary>One site with dossiers that live on it, for all the tests that only look, or that do not mind what others do.</summary>
public sealed class PublicSite : IAsyncLifetime
{
    public const string Name = "one site, many visitors";

    public Site Site { get; private set; } = null!;

    internal LivingDossiers.Settled Living { get; private set; } = null!;

    /// <summary>Somebody who has nothing to do with anybody here, and holds every role elsewhere.</summary>
    internal PersonId Stranger { get; private set; }

    private readonly Dictionary<string, Crawl.Reached> reached = new(StringComparer.Ordinal);

    /// <summary>What one of the demonstration's people reaches by links, walked once for all tests that only ask what there is.</summary>
    internal async Task<Crawl.Reached> Reached(string code)
    {
        if (!reached.TryGetValue(code, out var known))
        {
            using var visitor = await Visitor.As(Site, code);
            known = reached[code] = await Crawl.From(visitor);
        }

        return known;
    }

    public async ValueTask InitializeAsync()
    {
        Site = await Site.Open(CancellationToken.None);
        Living = await LivingDossiers.Settle(Site);
        Stranger = await Security.Stranger.Settle(Site);
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>Gathers the tests that share the site.</summary>
[CollectionDefinition(PublicSite.Name)]
public sealed class PublicSiteTests : ICollectionFixture<PublicSite>;
