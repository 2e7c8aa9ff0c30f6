using System.CommandLine;
using Etabli.Application;
using Etabli.Application.Hosting;
using Etabli.Application.Operation;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Cli;

/// <summary>Makes a gesture on behalf of a person, with their rights and no other: the operator's terminal opens no back door.</summary>
internal static class Behalf
{
    public static Option<string> Option() => new("--as") { Description = Speech.Say("As"), Required = true };

    public static async Task<Answer> Of(string address, Storehouse storehouse, Func<IServiceProvider, Task<Answer>> what, CancellationToken stop)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEtabli(storehouse);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<PersonOfAddress.Reader>().Find(address, stop);
        return found is not null && await scope.ServiceProvider.GetRequiredService<Caller>().Become(found.Person, stop)
            ? await what(scope.ServiceProvider)
            : Answer.Wrong("as", Speech.Say("AsUnknown", address));
    }
}
