using Etabli.Application.Plant;
using Etabli.Application.Plant.Flows;
using Etabli.Plant.Flows;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    /// <summary>The family everybody looks at first.</summary>
    public static readonly ProductFamilyId Cylinders = new(DemoIds.Of("family/verins"));

    private static readonly string[] FlowFiles = ["02_operations.csv", "04_stocks_vsm.csv", "05_flux_information.csv"];

    /// <summary>The family « Vérins 50/28 » and its flow, from the files as they are.</summary>
    private async Task LoadFlow(CancellationToken stop)
    {
        await As("CLEAN", s => s.GetRequiredService<SetFamily>().Run(new(null, "Vérins 50/28", 96, 2, 450, 30, Cylinders.Value), stop), stop);
        foreach (var name in FlowFiles)
        {
            await As("CLEAN", async s =>
            {
                var outcome = await s.GetRequiredService<TakeFlowTable>().Run(new(Cylinders, TypedTable.Read(DemoFiles.Text(name), "fr"), name), stop);
                if (outcome.Faults is [var first, ..])
                {
                    throw new InvalidOperationException($"{name}: {outcome.Faults.Count} faults, the first is {first}.");
                }
            }, stop);
        }
    }
}
