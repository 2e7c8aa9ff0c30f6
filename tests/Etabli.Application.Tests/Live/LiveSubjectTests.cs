using Etabli.Application.Live;
using Etabli.Application.Plant.Measures;
using Etabli.Application.Studies.Analyses;
using Etabli.Application.Tests.Improvement;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Tests.Live;

/// <summary>Who may hear that somebody acts on an object: those who see it, and nobody else.</summary>
public sealed class LiveSubjectTests : IAsyncLifetime
{
    private Workshop shop = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => shop = await Workshop.Open(Stop);

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task A_plant_its_records_and_its_analyses_are_heard_by_its_people_and_by_nobody_from_elsewhere()
    {
        var record = (await shop.By(shop.Clean, (TakeMeasures g) => g.Run(new(new StringReader("jour;cote\n2025-09-01;10\n2025-09-02;12"), "fr", "cotes.csv"), Stop))).Table;
        var analysis = await shop.By(shop.Clean, (BeginAnalysis g) => g.Run(new(AnalysisKind.Distribution, record, "Répartition", new Dictionary<string, int> { ["Value"] = 1 }, new Dictionary<string, string>()), Stop));
        foreach (var subject in new[] { shop.Vnp.Value, shop.Vérins.Value, record.Value, analysis.Value })
        {
            await Hear(shop.Clean, subject);
            await Assert.ThrowsAsync<NotFoundException>(() => Hear(shop.Stranger, subject));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => Hear(shop.Clean, Guid.NewGuid()));
    }

    private Task<bool> Hear(Etabli.People.PersonId who, Guid subject) => shop.By(who, async (LiveSubject.Reader r) =>
    {
        await r.MustSee(subject, Stop);
        return true;
    });
}
