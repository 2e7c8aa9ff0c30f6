using Etabli.Application.Files;
using Etabli.Application.Hosting;
using Etabli.Application.Journal;
using Etabli.Application.Operation;
using Etabli.Application.Tests.Files;
using Etabli.People;
using Etabli.People.Files;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Refusal = Etabli.Application.Operation.Refusal;

namespace Etabli.Application.Tests.Operation;

public sealed class BackupTests : IAsyncLifetime
{
    private readonly string scratch = Directory.CreateTempSubdirectory("etabli-").FullName;
    private House house = null!;
    private PersonId chloe;
    private OrganisationId forge;
    private FileId photo;
    private string folder = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await House.Open(Stop);
        forge = await house.Organisation(OrganisationKind.Plant, "Forge des Mauges");
        chloe = await house.Person("CLEAN", (Role.Tutor, forge));
        photo = await Deposit("poste 4.jpg", Pictures.Jpeg(metadata: true));
        await Deposit("mesures.csv", "a;b\n1;2\n"u8.ToArray());
        folder = Path.Combine(scratch, "sauvegarde");
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(scratch, recursive: true);
    }

    [Fact]
    public async Task What_was_there_comes_back_whole_in_an_empty_house()
    {
        var written = await Backup.To(house.Storehouse, folder, null, house.Clock, Stop);
        Assert.Equal(2, written.JournalEntries);
        Assert.Equal(2, written.Rows["files.stored_file"]);
        await using var elsewhere = await EmptyHouse();

        var restored = await Restore.From(elsewhere, folder, replace: false, null, Stop);

        Assert.Equal(written.JournalHead, restored.JournalHead);
        var verdict = await VerifyJournal.Of(elsewhere, Stop);
        Assert.True(verdict.Holds);
        Assert.Equal(2, verdict.Proved);
        await using var services = Services(elsewhere);
        await using var scope = services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<Caller>().Become(chloe, Stop));
        var reader = scope.ServiceProvider.GetRequiredService<FileSheet.Reader>();
        var sheet = (await reader.Find(photo, Stop))!;
        await using var content = reader.Open(sheet);
        Assert.Equal(sheet.Size, content.Length);

        // The walls came back too: who is nobody sees nothing, and the journal is still append-only.
        await using var nobody = services.CreateAsyncScope();
        Assert.Null(await nobody.ServiceProvider.GetRequiredService<FileSheet.Reader>().Find(photo, Stop));
        await using var owner = new NpgsqlConnection(elsewhere.OwnerConnection);
        await owner.OpenAsync(Stop);
        await using var rewrite = new NpgsqlCommand("delete from journal.entry", owner);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => rewrite.ExecuteNonQueryAsync(Stop))).SqlState);
    }

    [Theory]
    [InlineData(BackupManifest.DatabaseName)]
    [InlineData("files")]
    [InlineData(BackupManifest.Name)]
    public async Task A_backup_with_one_wrong_byte_touches_nothing(string where)
    {
        await Backup.To(house.Storehouse, folder, null, house.Clock, Stop);
        var path = where == "files" ? Directory.GetFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories)[0] : Path.Combine(folder, where);
        var bytes = await File.ReadAllBytesAsync(path, Stop);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Stop);
        await using var elsewhere = await EmptyHouse();

        var no = await Assert.ThrowsAsync<RefusalException>(() => Restore.From(elsewhere, folder, replace: true, null, Stop));

        Assert.Equal(Refusal.BackupDamaged, no.Refusal);
        Assert.Equal(0L, await Count(elsewhere, "people.person"));
        Assert.Empty(new FileStore(elsewhere.Home, new FileLimits()).All());
    }

    [Fact]
    public async Task A_backup_with_a_file_missing_is_refused_by_its_name()
    {
        await Backup.To(house.Storehouse, folder, null, house.Clock, Stop);
        var path = Directory.GetFiles(Path.Combine(folder, "files"), "*", SearchOption.AllDirectories)[0];
        File.Delete(path);
        var no = await Assert.ThrowsAsync<RefusalException>(() => BackupReading.Check(folder, Stop));
        Assert.Equal(Refusal.BackupDamaged, no.Refusal);
        Assert.EndsWith(Path.GetFileName(path), (string)no.About[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_backup_is_refused()
    {
        Directory.CreateDirectory(folder);
        await using var elsewhere = await EmptyHouse();
        Assert.Equal(Refusal.NotABackup, (await Assert.ThrowsAsync<RefusalException>(() => Restore.From(elsewhere, folder, replace: true, null, Stop))).Refusal);
    }

    [Fact]
    public async Task A_house_with_people_in_it_is_replaced_only_when_told_so()
    {
        await Backup.To(house.Storehouse, folder, null, house.Clock, Stop);
        await using var elsewhere = await EmptyHouse();
        await Do(elsewhere, "insert into people.person (id, code, first_name, last_name, culture) values (gen_random_uuid(), 'AUTRE', '', 'Autre', 'fr')");

        var no = await Assert.ThrowsAsync<RefusalException>(() => Restore.From(elsewhere, folder, replace: false, null, Stop));
        Assert.Equal(Refusal.TargetNotEmpty, no.Refusal);
        Assert.Equal(1L, await Count(elsewhere, "people.person"));

        await Restore.From(elsewhere, folder, replace: true, null, Stop);
        Assert.Equal(1L, await Count(elsewhere, "people.person where code = 'CLEAN'"));
        Assert.Equal(0L, await Count(elsewhere, "people.person where code = 'AUTRE'"));
    }

    [Fact]
    public async Task A_house_at_work_is_not_pulled_from_under_its_people()
    {
        await Backup.To(house.Storehouse, folder, null, house.Clock, Stop);
        await using var elsewhere = await EmptyHouse();
        await using var somebody = new NpgsqlConnection(elsewhere.OwnerConnection + ";Pooling=false");
        await somebody.OpenAsync(Stop);
        var no = await Assert.ThrowsAsync<RefusalException>(() => Restore.From(elsewhere, folder, replace: true, null, Stop));
        Assert.Equal(Refusal.TargetInUse, no.Refusal);
    }

    [Fact]
    public async Task A_backup_never_overwrites_another()
    {
        await Backup.To(house.Storehouse, folder, null, house.Clock, Stop);
        Assert.Equal(Refusal.BackupAlreadyThere, (await Assert.ThrowsAsync<RefusalException>(() => Backup.To(house.Storehouse, folder, null, house.Clock, Stop))).Refusal);
    }

    [Fact]
    public async Task A_damaged_file_is_said_at_backup_and_leaves_no_half_backup()
    {
        var store = new FileStore(house.Storehouse.Home, new FileLimits());
        var first = store.All().First();
        await File.AppendAllTextAsync(store.PathOf(first), "x", Stop);
        var no = await Assert.ThrowsAsync<RefusalException>(() => Backup.To(house.Storehouse, folder, null, house.Clock, Stop));
        Assert.Equal(Refusal.FilesDamaged, no.Refusal);
        Assert.Equal(first.Hex, no.About[1]);
        Assert.Empty(Directory.GetFileSystemEntries(scratch));
    }

    [Fact]
    public async Task A_backup_taken_while_people_work_is_one_instant()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var work = Task.Run(async () =>
        {
            var done = 0;
            while (!enough.IsCancellationRequested)
            {
                await Deposit($"mesures {done}.csv", System.Text.Encoding.UTF8.GetBytes($"a;b\n1;{done}\n"));
                done++;
            }

            return done;
        }, Stop);
        var written = await Backup.To(house.Storehouse, folder, null, house.Clock, Stop);
        await enough.CancelAsync();
        await work;
        Assert.Equal(written.JournalEntries, written.Rows["files.stored_file"]);
        await using var elsewhere = await EmptyHouse();
        await Restore.From(elsewhere, folder, replace: false, null, Stop);
        Assert.Equal(written.Rows["files.stored_file"], await Count(elsewhere, "files.stored_file"));
    }

    [Fact]
    public async Task Real_people_are_never_emptied_as_a_demonstration()
    {
        await using var elsewhere = await EmptyHouse();
        await Do(elsewhere, "insert into people.person (id, code, first_name, last_name, culture) values ('01900000-0000-7000-8000-000000000001', 'VRAIE', '', 'Vraie', 'fr')");
        Assert.Equal(Refusal.NotADemonstration, (await Assert.ThrowsAsync<RefusalException>(() => EmptyDemonstration.Run(elsewhere, Stop))).Refusal);
        await Do(elsewhere, "insert into people.demo_person values ('01900000-0000-7000-8000-000000000001', 'X', 1, '', '', '', '')");
        await EmptyDemonstration.Run(elsewhere, Stop);
        Assert.Equal(0L, await Count(elsewhere, "people.person"));
    }

    private Task<FileId> Deposit(string name, byte[] content) =>
        house.As(chloe, s => s.GetRequiredService<DepositFile>().Run(new(forge, null, name, new MemoryStream(content)), Stop));

    private static async Task<Storehouse> EmptyHouse() => await Storehouse.Open(await House.NewDatabase($"r_{Guid.NewGuid():N}", Stop), Stop);

    private static ServiceProvider Services(Storehouse storehouse)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddEtabli(storehouse);
        return services.BuildServiceProvider();
    }

    private static async Task<long> Count(Storehouse storehouse, string what)
    {
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand($"select count(*) from {what}", connection);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }

    private static async Task Do(Storehouse storehouse, string sql)
    {
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
