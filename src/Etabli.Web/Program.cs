using Etabli.Application;
using Etabli.Application.Hosting;
using Etabli.Application.Printing;
using Etabli.Application.People;
using Etabli.Demo;
using Etabli.Web.Files;
using Etabli.Web.Certification.Awards;
using Etabli.Web.Hosting;
using Etabli.Web.Improvement;
using Etabli.Web.Plant;
using Etabli.Web.Plant.Measures;
using Etabli.Web.Plant.Register;
using Etabli.Web.Printing;
using Etabli.Web.Shell;
using Etabli.Web.Studies;
using Etabli.Web.Studies.Analyses;
using Etabli.Web.Studies.Lines;
using Etabli.Web.Studies.Tallies;
using Etabli.Web.Studies.Timings;

var builder = WebApplication.CreateBuilder(args);
builder.UseEtabliDefaults();

Storehouse storehouse;
try
{
    storehouse = await Storehouse.Open(StorehouseSettings.FromEnvironment(Path.Combine(Directory.GetCurrentDirectory(), ".etabli")), CancellationToken.None);
}
catch (StorehouseException missing)
{
    await Console.Error.WriteLineAsync(missing.Message);
    return 3;
}

await using (storehouse)
{
    builder.Services.AddFiles(builder.Configuration);
    builder.Services.AddProxies(builder.Configuration);
    builder.Services.AddSingleton<TimeProvider>(PlantClock.In(builder.Configuration["Etabli:TimeZone"]));
    builder.Services.AddScoped<Etabli.Application.Studies.Analyses.IAnalysisPicture, Etabli.Web.Studies.Analyses.AnalysisPictures>();
    builder.Services.AddEtabli(storehouse);
    builder.Services.AddShell();
    builder.Services.AddSignIn();
    builder.Services.AddLimits(builder.Configuration);
    builder.Services.AddPrinting(storehouse);
    builder.Services.AddPrintRoom();
    builder.Services.AddScoped<DemoWorld>();
    await PrintingServices.PrepareJobs(storehouse, CancellationToken.None);
    builder.Services.AddHealthChecks().AddCheck<Health>("etabli");

    await using var app = builder.Build();
    app.UseForwardedHeaders();
    app.UseSecurityHeaders();
    app.UseShellErrors();
    app.UseRateLimiter();
    app.UseRouting();
    app.UseAuthentication();
    app.UseShell();
    app.UseRefusals();
    app.UseSignIn();
    app.UseAntiforgery();
    app.UseForgeryGuard();
    app.MapHealthChecks("/sante").AllowAnonymous();
    app.MapSignIn();
    app.MapLive();
    app.MapFiles();
    app.MapPrinting();
    app.MapRegister();
    app.MapImprovement();
    app.MapPlant();
    app.MapPlantRegister();
    app.MapMeasures();
    app.MapMeasureApi();
    app.MapAnalyses();
    app.MapStudies();
    app.MapLines();
    app.MapFloor();
    app.MapTimings();
    app.MapShell();

    if (app.Configuration.GetValue("Etabli:Demo", false))
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoWorld>().Load(new Spoken(), CancellationToken.None);
    }

    if (await Founding.IsEmpty(storehouse, CancellationToken.None))
    {
        Console.WriteLine("Aucune organisation : ./etabli found --help   (No organisation yet)");
    }

    await app.StartAsync();
    Console.WriteLine($"Établi : {string.Join(", ", app.Urls)}");
    await app.WaitForShutdownAsync();
}

return 0;

/// <summary>The web application; named so that tests can start it.</summary>
public partial class Program;
