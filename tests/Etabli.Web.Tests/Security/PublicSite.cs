using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Security;

/// <summary>One site for all the tests that only look, or that do not mind what others do.</summary>
public sealed class PublicSite : IAsyncLifetime
{
    public const string Name = "one site, many visitors";

    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Site = await Site.Open(CancellationToken.None);

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>Gathers the tests that share the site.</summary>
[CollectionDefinition(PublicSite.Name)]
public sealed class PublicSiteTests : ICollectionFixture<PublicSite>;
