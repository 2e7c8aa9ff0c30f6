using Etabli.Application.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Etabli.Web.Hosting;

/// <summary>/sante: does the house stand? The database answers, the folder of files can be written.</summary>
internal sealed class Health(Pulse pulse) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var fault = await pulse.Take(cancellationToken);
        return fault is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(fault);
    }
}
