using System.Globalization;
using Etabli.Load;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["plain", var url])
{
    // The yardstick, in a process of its own: the smallest answer the same server can give.
    var builder = WebApplication.CreateSlimBuilder();
    builder.WebHost.UseUrls(url);
    builder.Logging.ClearProviders();
    var plain = builder.Build();
    plain.MapGet("/", () => "Établi");
    await plain.RunAsync();
    return 0;
}

if (args is ["pdf", var app])
{
    await using var house = House.Of(app);
    await house.Start();
    for (var i = 0; i < 3; i++)
    {
        Console.WriteLine(await LongReport.Print(house));
    }

    return 0;
}

if (args is ["diagnosis", var built, var told])
{
    await Diagnosis.Take(built, told);
    return 0;
}

if (args is ["ingest", var made, var kept])
{
    await Ingest.Take(made, kept);
    return 0;
}

if (args is not [var published, var report])
{
    Console.Error.WriteLine("dotnet run --project bench/Etabli.Load -c Release -- FOLDER_OF_PUBLISHED_APP REPORT.md");
    return 2;
}

await Measures.Take(published, report);
return 0;
