using Etabli.Application;
using Etabli.Application.Hosting;
using Etabli.Application.Plant.Measures;
using Etabli.Application.Studies.Analyses;
using Etabli.Demo;
using Etabli.Studies.Analyses;
using Etabli.Web.Tests.House;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Web.Tests.Journeys;

/// <summary>Records and questions put into a site through the gestures, where the journey is about their answers.</summary>
internal static class PlantQuestion
{
    /// <summary>A question METH asks of a table of their own.</summary>
    public static async Task<AnalysisId> Ask(Site site, AnalysisKind kind, string text, Dictionary<string, int> columns, Dictionary<string, string> choices)
    {
        var stop = TestContext.Current.CancellationToken;
        await using var storehouse = await Storehouse.Open(site.Settings, stop);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEtabli(storehouse);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Caller>().Become(DemoIds.Person("METH"), stop));
        var name = $"{kind} {Guid.NewGuid():N}";
        var table = (await scope.ServiceProvider.GetRequiredService<TakeMeasures>().Run(new(new StringReader(text), "fr", "", null, name), stop)).Table;
        return await scope.ServiceProvider.GetRequiredService<BeginAnalysis>().Run(new(kind, table, name, columns, choices), stop);
    }
}
