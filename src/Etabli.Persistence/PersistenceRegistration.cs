using Etabli.Persistence.Cluster;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Etabli.Persistence;

/// <summary>Puts the database into a host's services.</summary>
public static class PersistenceRegistration
{
    public static IServiceCollection AddPersistence(this IServiceCollection services, Addresses addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        services.AddSingleton(addresses);
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(addresses.App).EnableDynamicJson().Build());
        services.AddScoped<Session>();
        services.AddScoped<SessionInterceptor>();
        services.AddDbContext<EtabliDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(provider.GetRequiredService<SessionInterceptor>()));
        return services;
    }
}
