using Etabli.Application.Hosting;
using Etabli.Application.Studies.Lines;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;

namespace Etabli.Application.Printing;

/// <summary>Puts printing and its job store into a host's services.</summary>
public static class PrintingServices
{
    /// <summary>What any host needs to ask for a print, and the scheduler that makes them.</summary>
    public static IServiceCollection AddPrinting(this IServiceCollection services, Storehouse storehouse)
    {
        ArgumentNullException.ThrowIfNull(storehouse);
        services.AddSingleton(ChromiumSettings.FromEnvironment());
        services.AddSingleton<Chromium>();
        services.AddSingleton<PrintQueue>();
        services.AddSingleton<BalanceQueue>();
        var connection = new NpgsqlConnectionStringBuilder(storehouse.Addresses.App) { SearchPath = "jobs", ApplicationName = "etabli-jobs" }.ConnectionString;
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "etabli";
                options.InstanceId = "AUTO";
            });
            quartz.UseExecutionLimits(limits => limits.ForGroup(BalanceQueue.Group, BalanceQueue.MostAtOnce));
            quartz.UsePersistentStore(jobs =>
            {
                jobs.UsePostgres(connection);
                jobs.ConfigureStore(store => store.UseBackgroundThreads = true);
                jobs.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(10));
            });
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>Makes the job store's tables, as the owner; they stay from one start to the next. Before the host starts.</summary>
    public static async Task PrepareJobs(Storehouse storehouse, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(storehouse);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(storehouse.OwnerConnection) { SearchPath = "jobs", Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "select pg_advisory_lock(7227030)";
        await command.ExecuteNonQueryAsync(stop);
        foreach (var statement in await JobTables(stop))
        {
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    // The job store brings its own script, written so that running it twice changes nothing; {0} and {1} are its prefix.
    private static async Task<string[]> JobTables(CancellationToken stop)
    {
        const string script = "Quartz.Impl.AdoJobStore.Schema.create_postgres.sql";
        await using var stream = typeof(IScheduler).Assembly.GetManifestResourceStream(script) ?? throw new InvalidOperationException($"The job store no longer brings {script}.");
        using var reader = new StreamReader(stream);
        var text = (await reader.ReadToEndAsync(stop)).ReplaceLineEndings("\n");
        return text.Replace("{0}", "qrtz_", StringComparison.Ordinal).Replace("{1}", "qrtz_", StringComparison.Ordinal)
            .Split("\n--;;\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
