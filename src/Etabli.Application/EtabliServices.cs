using System.Reflection;
using Etabli.Application.Files;
using Etabli.Application.Hosting;
using Etabli.People.Accounts;
using Etabli.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Etabli.Application;

/// <summary>Puts every gesture and every reading into a host's services, found by their shape.</summary>
public static class EtabliServices
{
    public static IServiceCollection AddEtabli(this IServiceCollection services, Storehouse storehouse)
    {
        ArgumentNullException.ThrowIfNull(storehouse);
        services.AddSingleton(storehouse);
        services.AddPersistence(storehouse.Addresses);
        services.TryAddSingleton<TimeProvider>(PlantClock.In(null));
        services.AddDataProtection()
            .SetApplicationName("Etabli")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(storehouse.Home, "keys")));
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Pulse>();
        services.AddSingleton<Live.Heartbeat>();
        services.AddHostedService(provider => provider.GetRequiredService<Live.Heartbeat>());
        services.AddScoped<Caller>();
        services.AddScoped<Rights>();
        services.AddScoped<Journal.Journal>();
        services.TryAddScoped<Studies.Analyses.IAnalysisPicture, Studies.Analyses.NoAnalysisPicture>();
        services.TryAddSingleton(new FileLimits());
        services.AddSingleton(provider => new FileStore(storehouse.Home, provider.GetRequiredService<FileLimits>()));
        services.AddSingleton<FileIntake>();
        foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(IsGestureOrReader))
        {
            services.AddScoped(type);
        }

        return services;
    }

    /// <summary>A gesture has a public Run; a reading is a nested class named Reader.</summary>
    public static bool IsGestureOrReader(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type is { IsClass: true, IsAbstract: false, IsSealed: true }
            && (type.IsPublic || type.IsNestedPublic)
            && (type.Name == "Reader" || (!type.IsNested && type.GetMethod("Run") is not null));
    }
}
