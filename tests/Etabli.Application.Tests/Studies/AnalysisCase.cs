using Etabli.Application.Plant.Measures;
using Etabli.Application.Studies.Analyses;
using Etabli.Application.Tests.Improvement;
using Etabli.Studies.Analyses;

namespace Etabli.Application.Tests.Studies;

/// <summary>A record typed as text, a question asked of it, its answer; on a real PostgreSQL.</summary>
public abstract class AnalysisCase : IAsyncLifetime
{
    private protected Workshop Shop { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Shop = await Workshop.Open(Stop);

    public async ValueTask DisposeAsync()
    {
        await Shop.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<AnalysisId> Begin(AnalysisKind kind, string text, Dictionary<string, int> columns, Dictionary<string, string>? choices = null)
    {
        var table = (await Shop.By(Shop.Clean, (TakeMeasures g) => g.Run(new(new StringReader(text), "fr", "", null, $"t{Guid.NewGuid():N}"), Stop))).Table;
        return await Shop.By(Shop.Clean, (BeginAnalysis g) => g.Run(new(kind, table, "Essai", columns, choices ?? []), Stop));
    }

    protected Task<AnalysisReading> Read(AnalysisId id) => Shop.By(Shop.Clean, (AnalysisReading.Reader r) => r.Find(id, Stop));

    protected async Task<AnalysisReading> Ask(AnalysisKind kind, string text, Dictionary<string, int> columns, Dictionary<string, string>? choices = null) => await Read(await Begin(kind, text, columns, choices));

    /// <summary>The first thing said of a problem: the row, the part, the column.</summary>
    protected static object? First(AnalysisReading read) => read.About is [var first, ..] ? first : null;

    protected Task<int> Leave(AnalysisId id, string point, string reason) => Shop.By(Shop.Clean, async (LeaveOutPoint g) =>
    {
        await g.Run(new(id, point, reason), Stop);
        return 0;
    });
}
