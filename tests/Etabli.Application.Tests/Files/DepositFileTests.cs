using Etabli.Application.Files;
using Etabli.Application.Journal;
using Etabli.People;
using Etabli.People.Files;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;
using Refusal = Etabli.Application.Files.Refusal;

namespace Etabli.Application.Tests.Files;

public sealed class DepositFileTests : IAsyncLifetime
{
    private House house = null!;
    private OrganisationId forge;
    private OrganisationId elsewhere;
    private PersonId chloe;
    private PersonId bruno;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await House.Open(Stop);
        forge = await house.Organisation(OrganisationKind.Plant, "Forge des Mauges");
        elsewhere = await house.Organisation(OrganisationKind.Plant, "Une autre usine");
        chloe = await house.Person("CLEAN", (Role.Tutor, forge));
        bruno = await house.Person("BRUNO", (Role.Tutor, elsewhere));
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_photograph_is_kept_without_its_place_and_read_back_by_a_colleague()
    {
        var adele = await house.Person("ADÈLE", (Role.Tutor, forge));
        var id = await Deposit(chloe, forge, "poste 4.jpg", Pictures.Jpeg(metadata: true));
        await house.As(adele, async s =>
        {
            var reader = s.GetRequiredService<FileSheet.Reader>();
            var sheet = (await reader.Find(id, Stop))!;
            Assert.Equal(("poste 4.jpg", FileKind.Jpeg, 48, 32, chloe), (sheet.Name, sheet.Kind, sheet.Width, sheet.Height, sheet.Owner));
            await using var content = reader.Open(sheet);
            var bytes = new byte[sheet.Size];
            await content.ReadExactlyAsync(bytes, Stop);
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Pictures.Place)));
        });
    }

    [Fact]
    public async Task Another_plant_does_not_see_the_file_at_all()
    {
        var id = await Deposit(chloe, forge, "poste 4.jpg", Pictures.Jpeg());
        Assert.Null(await house.As(bruno, s => s.GetRequiredService<FileSheet.Reader>().Find(id, Stop)));
        Assert.Empty(await house.As(bruno, s => s.GetRequiredService<FileSheet.Reader>().Find([id], Stop)));
        Assert.Null(await house.AsNobody(s => s.GetRequiredService<FileSheet.Reader>().Find(id, Stop)));
    }

    [Fact]
    public async Task Nobody_deposits_in_the_name_of_another_plant_or_in_a_dossier_not_shown_to_them()
    {
        await Assert.ThrowsAsync<NotFoundException>(() => Deposit(bruno, forge, "poste.jpg", Pictures.Jpeg()));
        await Assert.ThrowsAsync<NotFoundException>(() => Deposit(bruno, forge, "poste.jpg", Pictures.Jpeg(), Guid.CreateVersion7()));
    }

    [Fact]
    public async Task A_dossier_shown_by_a_grant_shows_its_files_and_takes_more()
    {
        var dossier = Guid.CreateVersion7();
        var lea = await house.Person("LÉA", (Role.Candidate, elsewhere));
        await house.Insert("""
            insert into people.access_grant (id, dossier, owner, person, purpose, given_by, given_at) values ($1, $2, $3, $4, 'Candidate', $5, now())
            """, Guid.CreateVersion7(), dossier, forge.Value, lea.Value, chloe.Value);
        var hers = await Deposit(lea, forge, "avant.png", Pictures.Png(), dossier);
        var theirs = await Deposit(chloe, forge, "après.png", Pictures.Png(metadata: true), dossier);
        Assert.Equal(2, (await house.As(lea, s => s.GetRequiredService<FileSheet.Reader>().Find([hers, theirs], Stop))).Count);
        await house.Insert("update people.access_grant set revoked_at = now()");
        Assert.Equal(hers, Assert.Single(await house.As(lea, s => s.GetRequiredService<FileSheet.Reader>().Find([hers, theirs], Stop))).Id);
    }

    [Fact]
    public async Task A_deposit_is_written_in_the_journal_with_its_hash()
    {
        var id = await Deposit(chloe, forge, "mesures.csv", "a;b\n1;2\n"u8.ToArray());
        var page = await house.As(chloe, s => s.GetRequiredService<JournalPage.Reader>().Of("file", id.Value, null, Stop));
        var entry = Assert.Single(page.Entries);
        Assert.Equal("file.deposited", entry.Act);
        Assert.Contains(ContentHash.Of(System.Security.Cryptography.SHA256.HashData("a;b\n1;2\n"u8)).Hex, entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_content_that_vanished_from_the_disk_is_said_and_not_served()
    {
        var id = await Deposit(chloe, forge, "mesures.csv", "a;b\n1;2\n"u8.ToArray());
        await house.As(chloe, async s =>
        {
            var reader = s.GetRequiredService<FileSheet.Reader>();
            var sheet = (await reader.Find(id, Stop))!;
            File.Delete(s.GetRequiredService<FileStore>().PathOf(ContentHash.Parse(sheet.Sha256)));
            Assert.Equal(Refusal.FileAltered, Assert.Throws<RefusalException>(() => reader.Open(sheet)).Refusal);
        });
    }

    private Task<FileId> Deposit(PersonId by, OrganisationId organisation, string name, byte[] content, Guid? dossier = null) =>
        house.As(by, s => s.GetRequiredService<DepositFile>().Run(new(organisation, dossier, name, new MemoryStream(content)), Stop));
}
