using System.CommandLine;
using Etabli.Application;
using Etabli.Application.Operation;
using Etabli.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Cli.Verbs;

/// <summary>demo reset.</summary>
internal static class DemoVerbs
{
    public static Command Make()
    {
        var reset = new Command("reset", Speech.Say("DemoReset"));
        reset.DoesInHouse(async (_, storehouse, stop) =>
        {
            await EmptyDemonstration.Run(storehouse, stop);
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddEtabli(storehouse);
            services.AddScoped<DemoWorld>();
            await using var provider = services.BuildServiceProvider();
            await using var scope = provider.CreateAsyncScope();
            var steps = new List<string>();
            await scope.ServiceProvider.GetRequiredService<DemoWorld>().Load(new Steps(steps), stop);
            return Answer.Done(new { reset = true, steps }, Speech.Say("DemoDone"));
        });
        return new Command("demo", Speech.Say("Demo")) { reset };
    }

    private sealed class Steps(List<string> said) : IProgress<string>
    {
        public void Report(string value) => said.Add(value);
    }
}
