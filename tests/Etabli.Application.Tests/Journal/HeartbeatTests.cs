using Etabli.Application.Live;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;

namespace Etabli.Application.Tests.Journal;

public sealed class HeartbeatTests : IAsyncLifetime
{
    private House house = null!;
    private Heartbeat heartbeat = null!;
    private PersonId anne;
    private OrganisationId centre;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await House.Open(Stop);
        centre = await house.Organisation(OrganisationKind.ExamCentre, "UIMM territoriale");
        anne = await house.Person("ANNE", (Role.ExamCentreOfficer, centre));
        heartbeat = house.Services.GetRequiredService<Heartbeat>();
        await heartbeat.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await heartbeat.StopAsync(CancellationToken.None);
        await house.DisposeAsync();
    }

    [Fact]
    public async Task A_page_open_on_a_dossier_hears_an_act_on_it_and_not_on_another()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var (mine, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var heard = heartbeat.On(mine, patience.Token).FirstAsync(patience.Token).AsTask();
        do
        {
            // The listening connection may still be opening: acts go on until one is heard.
            await Note(other);
            await Note(mine);
        }
        while (!heard.IsCompleted);
        var beat = await heard;
        var entries = await house.As(anne, s => s.GetRequiredService<Application.Journal.JournalPage.Reader>().OfDossier(mine, null, Stop));
        Assert.Contains(beat, entries.Entries.Select(e => e.Number));
    }

    private Task Note(Guid dossier) => house.As(anne, async s =>
    {
        s.GetRequiredService<Application.Journal.Journal>().Note("dossier.enrolled", "dossier", dossier, centre, dossier);
        await House.Db(s).SaveChangesAsync(Stop);
    });
}
