using Etabli.Web.Tests.House;

namespace Etabli.Web.Tests.Journeys;

/// <summary>What a journey begins with: a site of its own with the demonstration, and a Chromium.</summary>
public abstract class Journey : IAsyncLifetime
{
    protected Site Site { get; private set; } = null!;

    protected Browsing Browsing { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Site = await Site.Open(TestContext.Current.CancellationToken);
        Browsing = await Browsing.Open();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Browsing.DisposeAsync();
        await Site.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
