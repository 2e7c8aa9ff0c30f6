using Etabli.Application.Certification.Qualifications;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>The four référentiels, imported by the resource centre.</summary>
    private async Task LoadStandards(IProgress<string> progress, CancellationToken stop)
    {
        progress.Report("standards");
        foreach (var name in DemoFiles.Standards)
        {
            await As("RES", async s =>
            {
                var outcome = await s.GetRequiredService<ImportStandard>().Run(new(DemoFiles.Standard(name), "1.0"), stop);
                if (outcome.Faults is [var first, ..])
                {
                    throw new InvalidOperationException($"{name}: {outcome.Faults.Count} faults, the first is {first}.");
                }
            }, stop);
        }
    }
}
