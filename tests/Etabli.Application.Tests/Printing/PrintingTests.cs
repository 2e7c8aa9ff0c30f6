using System.Globalization;
using Etabli.Application.Files;
using Etabli.Application.Printing;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Etabli.Application.Tests.Printing;

/// <summary>The whole way of a document: asked, made by a job that survives a restart, kept, seen by those who may.</summary>
public sealed class PrintingTests : IAsyncLifetime
{
    private House house = null!;
    private OrganisationId centre;
    private PersonId officer;
    private PersonId stranger;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await House.Open(Stop);
        centre = await house.Organisation(OrganisationKind.ExamCentre, "UIMM");
        officer = await house.Person("CENTRE", (Role.ExamCentreOfficer, centre));
        stranger = await house.Person("AUTRE", (Role.ExamCentreOfficer, await house.Organisation(OrganisationKind.ExamCentre, "Ailleurs")));
        await PrintingServices.PrepareJobs(house.Storehouse, Stop);
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_document_asked_becomes_a_file_of_its_organisation_with_its_fingerprint()
    {
        await using var press = Press();
        var print = await Ask(press);
        await Run(press);
        var done = await Over(press, print);
        Assert.Equal(PrintStage.Done, done.Stage);
        var sheet = await As(press, officer, services => services.GetRequiredService<FileSheet.Reader>().Find(done.File!.Value, Stop));
        Assert.Equal("document.pdf", sheet!.Name);
        Assert.True(await press.GetRequiredService<FileStore>().Holds(Etabli.People.Files.ContentHash.Parse(sheet.Sha256), Stop));
    }

    [Fact]
    public async Task A_juror_prints_minutes_that_belong_to_a_centre_he_is_no_member_of()
    {
        await using var press = Press();
        var print = await As(press, stranger, services => services.GetRequiredService<RequestPrint>().Run(new RequestPrint.Order(PrintKind.JuryMinutes, OnePage.Subject, "fr"), Stop));
        await Run(press);
        var done = await Over(press, print, stranger);
        Assert.Equal(PrintStage.Done, done.Stage);
        Assert.NotNull(await As(press, stranger, services => services.GetRequiredService<FileSheet.Reader>().Find(done.File!.Value, Stop)));
    }

    [Fact]
    public async Task Only_whoever_asked_sees_the_request()
    {
        await using var press = Press();
        var print = await Ask(press);
        Assert.Null(await As(press, stranger, services => services.GetRequiredService<PrintProgress.Reader>().Find(print, Stop)));
        await Assert.ThrowsAsync<NotFoundException>(() => As(press, stranger, async services =>
        {
            await services.GetRequiredService<CancelPrint>().Run(print, Stop);
            return 0;
        }));
    }

    [Fact]
    public async Task Asking_again_while_it_is_being_made_gives_the_one_being_made()
    {
        await using var press = Press();
        Assert.Equal(await Ask(press), await Ask(press));
    }

    [Fact]
    public async Task A_document_that_is_not_the_callers_does_not_exist()
    {
        await using var press = Press();
        await Assert.ThrowsAsync<NotFoundException>(() => As(press, officer, services =>
            services.GetRequiredService<RequestPrint>().Run(new RequestPrint.Order(PrintKind.Report, Guid.NewGuid(), "fr"), Stop)));
    }

    [Fact]
    public async Task A_request_cancelled_before_its_turn_is_never_made()
    {
        await using var press = Press();
        var print = await Ask(press);
        await As(press, officer, async services =>
        {
            await services.GetRequiredService<CancelPrint>().Run(print, Stop);
            return 0;
        });
        await As(press, officer, async services =>
        {
            await services.GetRequiredService<MakePrint>().Run(print, Stop);
            return 0;
        });
        Assert.Equal(PrintStage.Cancelled, (await Over(press, print)).Stage);
    }

    [Fact]
    public async Task Without_a_browser_the_request_says_what_is_missing()
    {
        await using var press = Press(new ChromiumSettings("/nowhere/chromium", TimeSpan.FromSeconds(5)));
        var print = await Ask(press);
        await Run(press);
        var failed = await Over(press, print);
        Assert.Equal(PrintStage.Failed, failed.Stage);
        Assert.Equal(PrintFailure.NoBrowser, failed.Failure);
    }

    [Fact]
    public async Task A_request_outlives_the_process_that_took_it()
    {
        Guid print;
        await using (var first = Press())
        {
            // Nobody runs the jobs of this process: it ends with the request in the store.
            print = await Ask(first);
        }

        await using var second = Press();
        await Run(second);
        Assert.Equal(PrintStage.Done, (await Over(second, print)).Stage);
    }

    [Fact]
    public async Task The_run_time_role_owns_no_table_of_the_job_store()
    {
        await using var connection = new NpgsqlConnection(house.Storehouse.OwnerConnection);
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*), count(*) filter (where tableowner = 'etabli_app') from pg_tables where schemaname = 'jobs'";
        await using var row = await command.ExecuteReaderAsync(Stop);
        await row.ReadAsync(Stop);
        Assert.True(row.GetInt64(0) > 5);
        Assert.Equal(0, row.GetInt64(1));
    }

    private ServiceProvider Press(ChromiumSettings? browser = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();

        // The job store fires on the machine's time: a clock held by a test would never reach it.
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IHostApplicationLifetime, Lifetime>();
        services.AddEtabli(house.Storehouse);
        services.AddPrinting(house.Storehouse);
        services.AddSingleton<IPrintRoom>(new OnePage(centre));
        if (browser is not null)
        {
            services.AddSingleton(browser);
        }

        return services.BuildServiceProvider();
    }

    private static async Task Run(ServiceProvider press)
    {
        foreach (var hosted in press.GetServices<IHostedService>().Where(service => service.GetType().FullName!.StartsWith("Quartz", StringComparison.Ordinal)))
        {
            await hosted.StartAsync(Stop);
        }

        // The host says when it has started; jobs wait for that.
        ((Lifetime)press.GetRequiredService<IHostApplicationLifetime>()).Started();
    }

    private Task<Guid> Ask(ServiceProvider press) => As(press, officer, services =>
        services.GetRequiredService<RequestPrint>().Run(new RequestPrint.Order(PrintKind.Report, OnePage.Subject, "fr"), Stop));

    private async Task<PrintProgress> Over(ServiceProvider press, Guid print, PersonId? who = null)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        late.CancelAfter(TimeSpan.FromMinutes(1));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await tick.WaitForNextTickAsync(late.Token))
        {
            var found = await As(press, who ?? officer, services => services.GetRequiredService<PrintProgress.Reader>().Find(print, late.Token));
            if (found!.IsOver)
            {
                return found;
            }
        }

        throw new TimeoutException();
    }

    private static async Task<T> As<T>(ServiceProvider press, PersonId person, Func<IServiceProvider, Task<T>> what)
    {
        await using var scope = press.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Caller>().Become(person, Stop);
        return await what(scope.ServiceProvider);
    }

    /// <summary>A room with one document of one page.</summary>
    private sealed class OnePage(OrganisationId organisation) : IPrintRoom
    {
        public static readonly Guid Subject = new("018f0000-0000-7000-8000-0000000000aa");

        public Task<PrintedDocument?> Describe(PrintKind kind, Guid subject, CancellationToken stop) =>
            Task.FromResult(subject == Subject ? new PrintedDocument("Document", "document.pdf", organisation, null) : null);

        public async Task<string> Compose(PrintKind kind, Guid subject, string culture, string folder, CancellationToken stop)
        {
            Assert.Equal("fr-FR", CultureInfo.CurrentUICulture.Name);
            var page = Path.Combine(folder, "index.html");
            await File.WriteAllTextAsync(page, "<!DOCTYPE html><title>Document</title><p>Une page.</p>", stop);
            return page;
        }
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource started = new();

        public CancellationToken ApplicationStarted => started.Token;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Started() => started.Cancel();

        public void StopApplication()
        {
        }

        public void Dispose() => started.Dispose();
    }
}
