using Etabli.Application.Journal;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Etabli.Application.Tests.Journal;

public sealed class JournalTests : IAsyncLifetime
{
    private House house = null!;
    private PersonId anne;
    private OrganisationId centre;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await House.Open(Stop);
        centre = await house.Organisation(OrganisationKind.ExamCentre, "UIMM territoriale");
        anne = await house.Person("ANNE", (Role.ExamCentreOfficer, centre));
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task A_journal_that_nobody_touched_is_proved_to_its_last_entry()
    {
        await Note("dossier.enrolled", "Élève « Zoé » n° 1 — 50 %");
        await Note("dossier.sealed", "œuvre\nsur deux lignes");
        var verdict = await VerifyJournal.Of(house.Storehouse, Stop);
        Assert.True(verdict.Holds, verdict.Fault);
        Assert.Equal(2, verdict.Proved);
        Assert.Matches("^[0-9a-f]{64}$", verdict.Head);
    }

    [Theory]
    [InlineData("update journal.entry set detail = '{}' where seq = 2", "Altered", 2)]
    [InlineData("update journal.entry set at = at + interval '1 microsecond' where seq = 2", "Altered", 2)]
    [InlineData("update journal.entry set previous = sha256('x') where seq = 3", "NotChained", 3)]
    [InlineData("delete from journal.entry where seq = 2", "Missing", 2)]
    [InlineData("update journal.entry set act = person_name, person_name = act where seq = 1", "Altered", 1)]
    public async Task The_first_broken_link_is_named(string tampering, string fault, long where)
    {
        for (var i = 0; i < 4; i++)
        {
            await Note("dossier.enrolled", $"n° {i}");
        }

        // Only the server's own administrator can get past the trigger, and even that shows.
        await using (var connection = new NpgsqlConnection(house.AdministratorConnection))
        {
            await connection.OpenAsync(Stop);
            await using var tamper = connection.CreateCommand();
            tamper.CommandText = $"alter table journal.entry disable trigger append_only; {tampering}; alter table journal.entry enable trigger append_only";
            await tamper.ExecuteNonQueryAsync(Stop);
        }

        var verdict = await VerifyJournal.Of(house.Storehouse, Stop);
        Assert.Equal(where, verdict.BrokenAt);
        Assert.Equal(fault, verdict.Fault);
        Assert.Equal(where - 1, verdict.Proved);
    }

    [Theory]
    [InlineData("update journal.entry set detail = '{}'")]
    [InlineData("delete from journal.entry")]
    [InlineData("truncate journal.entry")]
    public async Task Even_the_owner_of_the_tables_cannot_rewrite_the_journal(string attempt)
    {
        await Note("dossier.enrolled", "une fois");
        var no = await Assert.ThrowsAsync<PostgresException>(() => house.Insert(attempt));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, no.SqlState);
    }

    [Fact]
    public async Task Entries_written_at_the_same_moment_by_many_make_one_unbroken_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Note("dossier.enrolled", $"n° {i}")));
        var verdict = await VerifyJournal.Of(house.Storehouse, Stop);
        Assert.True(verdict.Holds);
        Assert.Equal(24, verdict.Proved);
    }

    [Fact]
    public async Task An_entry_is_read_by_its_organisation_and_hidden_from_another()
    {
        var subject = Guid.CreateVersion7();
        await Note("dossier.enrolled", "x", subject);
        var elsewhere = await house.Organisation(OrganisationKind.ExamCentre, "Un autre centre");
        var bruno = await house.Person("BRUNO", (Role.ExamCentreOfficer, elsewhere));
        var mine = await house.As(anne, s => s.GetRequiredService<JournalPage.Reader>().Of("dossier", subject, null, Stop));
        var his = await house.As(bruno, s => s.GetRequiredService<JournalPage.Reader>().Of("dossier", subject, null, Stop));
        Assert.Single(mine.Entries);
        Assert.Empty(his.Entries);
    }

    private Task Note(string act, string detail, Guid? subject = null) => house.As(anne, async s =>
    {
        s.GetRequiredService<Application.Journal.Journal>().Note(act, "dossier", subject ?? Guid.CreateVersion7(), centre, detail: new { detail });
        await House.Db(s).SaveChangesAsync(Stop);
    });
}
