using Etabli.Application.Plant.Occurrences;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Demo;

public sealed partial class DemoWorld
{
    private static readonly string[] TableFiles = ["16_arrets.csv", "17_rebuts.csv"];

    /// <summary>Stops and scrap of 64 working days, from the files as they are.</summary>
    private async Task LoadEvents(CancellationToken stop)
    {
        foreach (var name in TableFiles)
        {
            await As("CLEAN", async s =>
            {
                using var text = new StringReader(DemoFiles.Text(name));
                var answer = await s.GetRequiredService<TakeEvents>().Run(new(text, "fr", name), stop);
                if (answer.Reading.Faults is [var first, ..])
                {
                    throw new InvalidOperationException($"{name}: {answer.Reading.FaultyLines} lines with faults, the first is {first}.");
                }
            }, stop);
        }
    }
}
