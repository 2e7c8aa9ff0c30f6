using Etabli.Persistence.Cluster;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Etabli.Persistence;

/// <summary>Puts the database into a host's services.</summary>
public static class PersistenceRegistration
{
    /// <summary>What PostgreSQL calls the connections that serve the gestures and the pages, beside the jobs' and the live one.</summary>
    public const string ApplicationName = "etabli";

    public static IServiceCollection AddPersistence(this IServiceCollection services, Addresses addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        services.AddSingleton(addresses);
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(addresses.App) { ConnectionStringBuilder = { ApplicationName = ApplicationName } }.EnableDynamicJson().Build());
        services.AddScoped<Session>();
        services.AddScoped<SessionInterceptor>();
        services.AddDbContext<EtabliDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(provider.GetRequiredService<SessionInterceptor>()));
        return services;
    }
}
