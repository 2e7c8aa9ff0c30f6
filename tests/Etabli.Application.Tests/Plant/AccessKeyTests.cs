using System.Text;
using System.Text.Json;
using Etabli.Application.Plant.Measures;
using Etabli.Application.Tests.Improvement;
using Etabli.People;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.Plant.Measures;
using Etabli.Plant.Tables;
using Etabli.TestHouse;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PeopleRefusal = Etabli.People.Refusal;
using PlantRefusal = Etabli.Plant.Refusal;

namespace Etabli.Application.Tests.Plant;

/// <summary>A machine brings rows with a key: taken once however often they are sent, by a key that stands, on a real PostgreSQL.</summary>
public sealed class AccessKeyTests : IAsyncLifetime
{
    private const string Two = """[{"pièce":"A","cote":10.02},{"pièce":"B","cote":"10,040"}]""";

    private Workshop shop = null!;
    private MeasureTableId bore;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        shop = await Workshop.Open(Stop);
        bore = await Record("pièce;cote (mm);jour;vu le\nZ;1,5;2026-01-05;2026-01-05 06:30", "Alésage", shop.Clean);
        await shop.By(shop.Clean, async (DescribeMeasures g) =>
        {
            await g.Run(new(bore, "Alésage", [new("pièce", CellKind.Text), new("cote", CellKind.Number, "mm"), new("jour", CellKind.Day), new("vu le", CellKind.Moment)], null), Stop);
            return 0;
        });
    }

    public ValueTask DisposeAsync() => shop.DisposeAsync();

    [Fact]
    public async Task Rows_are_taken_once_though_they_are_sent_twice_and_each_decimal_is_kept()
    {
        var secret = await Key();
        var first = await Send(secret, "lot-1", Two);
        var again = await Send(secret, "lot-1", Two);
        Assert.Equal((2, 0, true, "Alésage"), (first!.Taken, first.Faulty, first.Kept, first.Record));
        Assert.Equal(JsonSerializer.Serialize(first), JsonSerializer.Serialize(again));
        Assert.Equal([["Z", "1.5"], ["A", "10.02"], ["B", "10.040"]], (await Rows()).Rows.Select(r => r.Cells[..2]));

        // Another name is another measure, though it says the same; another key has names of its own.
        Assert.Equal(2, (await Send(secret, "lot-2", Two))!.Taken);
        Assert.Equal(2, (await Send(await Key(), "lot-1", Two))!.Taken);
        Assert.Equal(7, (await Rows()).Table.Rows);
    }

    [Fact]
    public async Task The_same_request_sent_many_times_at_once_is_taken_once()
    {
        var secret = await Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Send(secret, "lot-1", Two)));
        Assert.All(answers, a => Assert.Equal(2, a!.Taken));
        Assert.Equal(3, (await Rows()).Table.Rows);
    }

    [Fact]
    public async Task The_name_of_a_request_serves_for_nothing_else()
    {
        var secret = await Key();
        await Send(secret, "lot-1", Two);
        await Refused(PlantRefusal.RequestNameTaken, secret, """{"pièce":"C"}""", "lot-1");
        await Refused(PlantRefusal.RequestNameTaken, secret, Two, "lot-1", all: true);
        await Refused(PlantRefusal.RequestUnnamed, secret, Two, "");
        await Refused(PlantRefusal.RequestUnnamed, secret, Two, new('x', 101));
        Assert.Equal(2, (await Send(secret, new('x', 100), Two))!.Taken);
    }

    [Fact]
    public async Task Faulty_rows_are_named_and_the_good_ones_kept_unless_all_or_nothing_is_asked()
    {
        const string mixed = """[{"cote":1},{"cote":"douze","jour":"2026-02-30"},{"cote":2,"jour":"2026-02-27"},{"cote":true,"jour":false}]""";
        var secret = await Key();
        var none = await Send(secret, "lot-1", mixed, all: true);
        Assert.Equal((0, 2, false), (none!.Taken, none.Faulty, none.Kept));
        Assert.Equal(1, (await Rows()).Table.Rows);

        // Nothing was taken: the name of the request is free still.
        var some = await Send(secret, "lot-1", mixed);
        Assert.Equal((2, 2, true), (some!.Taken, some.Faulty, some.Kept));
        Assert.Equal(
            [(2, "cote", "douze", CellKind.Number), (2, "jour", "2026-02-30", CellKind.Day), (4, "jour", "false", CellKind.Day)],
            some.Faults.Select(f => (f.Line, f.Column, f.Text, f.Kind)));
        Assert.False((await Send(secret, "lot-2", """{"cote":"x"}"""))!.Kept);
    }

    [Theory]
    [InlineData("""{"cote":1e-5}""", 1, "0.00001")]
    [InlineData("""{"COTE":-25.80}""", 1, "-25.80")]
    [InlineData("""{"cote":true}""", 1, "1")]
    [InlineData("""{"pièce":7.50}""", 0, "7.50")]
    [InlineData("""{"pièce":false,"cote":null}""", 0, "false")]
    [InlineData("""{"jour":"27/02/2026"}""", 2, "2026-02-27")]
    [InlineData("""{"vu le":"2026-02-27T06:29:31.250"}""", 3, "2026-02-27T06:29:31")]
    [InlineData("""{"vu le":"2026-02-27T06:29:31.250Z"}""", 3, "2026-02-27T07:29:31")]
    [InlineData("""{"vu le":"2026-07-01T06:29+00:00"}""", 3, "2026-07-01T08:29:00")]
    [InlineData("""{"vu le":"27/02/2026 6:29"}""", 3, "2026-02-27T06:29:00")]
    public async Task A_value_is_kept_as_its_column_holds_it_and_an_instant_in_the_plant_s_time(string row, int column, string kept)
    {
        shop.House.Clock.Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        await Send(await Key(), "lot-1", row);
        Assert.Equal(kept, (await Rows()).Rows[^1].Cells[column]);
    }

    [Fact]
    public async Task What_is_no_list_of_rows_of_this_record_is_refused_with_its_row_and_its_column()
    {
        var secret = await Key();
        Assert.Equal([2, "humeur"], (await Refused(PlantRefusal.RowColumnUnknown, secret, """[{"cote":1},{"humeur":"bonne"}]""")).About);
        Assert.Equal([1, "cote"], (await Refused(PlantRefusal.RowColumnTwice, secret, """{"cote":1,"Cote":2}""")).About);
        Assert.Equal([1, "cote"], (await Refused(PlantRefusal.RowValueNotSimple, secret, """{"cote":[1]}""")).About);
        Assert.Equal([2], (await Refused(PlantRefusal.RowNotAnObject, secret, """[{"cote":1},3]""")).About);
        await Refused(PlantRefusal.NoRowSaid, secret, "[]");
        await Refused(PlantRefusal.NoRowSaid, secret, "[{},{\"cote\":null}]");
        Assert.Equal([2L, 4L], (await Refused(PlantRefusal.NotJson, secret, "[\n  {]")).About.Take(2));
        await Refused(PlantRefusal.NotJson, secret, "");
        await Refused(PlantRefusal.NotJson, secret, """{"pièce":"\ud800"}""");
        await Refused(PlantRefusal.NotJson, secret, """{"\ud800":1}""");
        await Refused(PlantRefusal.NotJson, secret, new string('[', 100_000));
        await Refused(PlantRefusal.TooManyRowsAtOnce, secret, $"[{string.Join(',', Enumerable.Repeat("{\"cote\":1}", 10_001))}]");
        Assert.Equal(1, (await Rows()).Table.Rows);
        Assert.Equal(10_000, (await Send(secret, "lot-1", $"[{string.Join(',', Enumerable.Repeat("{\"cote\":1}", 10_000))}]"))!.Taken);
    }

    [Fact]
    public void Whatever_is_sent_is_read_or_refused_and_never_fails()
    {
        var table = new MeasureTable(new(Guid.CreateVersion7()), shop.Vnp, "Essai", [new("a", CellKind.Number), new("b", CellKind.Text), new("c", CellKind.Moment)], null, "CLEAN", DateTimeOffset.UnixEpoch);
        var dice = new Random(53);
        string[] parts = ["[", "]", "{", "}", ",", ":", "\"a\"", "\"b\"", "\"c\"", "1", "-0.5e3", "1e999", "null", "true", "\"\\u0000\"", "\"\\udc00x\"", "\"2026-01-01T00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00+14:00\"", " ", "\uFEFF", "\uD83D"];
        for (var i = 0; i < 20_000; i++)
        {
            var body = i % 2 == 0
                ? string.Concat(Enumerable.Range(0, dice.Next(0, 14)).Select(_ => parts[dice.Next(parts.Length)]))
                : "{" + string.Join(',', Enumerable.Range(0, dice.Next(0, 4)).Select(_ => $"{parts[dice.Next(6, 9)]}:{parts[dice.Next(9, 19)]}")) + "}";
            try
            {
                var reading = RowsReading.Of(Encoding.UTF8.GetBytes(body), table, "fr", TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
                Assert.All(reading.Rows, r => Assert.Equal(table.Columns.Count, r.Length));
                Assert.All(reading.Rows, r => Assert.Equal(r, r.Select((cell, c) => MeasureCell.Kept(table.Columns[c].Kind, cell, "en"))));
                Assert.DoesNotContain(reading.Rows.SelectMany(r => r), c => c.Contains('\0', StringComparison.Ordinal));
            }
            catch (RefusalException no)
            {
                Assert.IsType<PlantRefusal>(no.Refusal);
            }
        }
    }

    [Fact]
    public async Task A_key_that_is_unknown_taken_back_or_over_opens_nothing()
    {
        var secret = await Key();
        Assert.Null(await Send("etk_" + new string('A', 43), "lot-1", Two));
        Assert.Null(await Send("etk_x", "lot-1", Two));
        Assert.Null(await Send(secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'), "lot-1", Two));

        var short_ = await Key(until: new DateOnly(2026, 3, 2));
        Assert.Equal(2, (await Send(short_, "lot-1", Two))!.Taken);
        shop.House.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await Send(short_, "lot-2", Two));
        Assert.Equal(PlantRefusal.AccessKeyOver, (await Assert.ThrowsAsync<RefusalException>(() => Key(until: new DateOnly(2026, 3, 2)))).Refusal);
        Assert.Equal(PlantRefusal.AccessKeyUnnamed, (await Assert.ThrowsAsync<RefusalException>(() => Key(label: " "))).Refusal);

        Assert.Equal(2, (await Send(secret, "lot-1", Two))!.Taken);
        var list = await List(shop.Meth);
        Assert.Equal([false, true], list.Keys.Select(k => k.Stands));
        Assert.Equal(shop.House.Clock.GetUtcNow(), list.Keys[1].LastUsedAt);
        await TakeBack(shop.Meth, list.Keys[1].Id);
        await TakeBack(shop.Clean, list.Keys[1].Id);
        Assert.Null(await Send(secret, "lot-3", Two));
        Assert.Equal(("METH", false), ((await List(shop.Clean)).Keys[1] is var gone) ? (gone.RevokedByCode, gone.Stands) : default);
        Assert.Equal(5, (await Rows()).Table.Rows);
    }

    [Fact]
    public async Task A_key_opens_its_own_plant_alone_and_of_it_the_one_record_it_was_made_for()
    {
        var other = await Record("a;b\n1;2", "Autre relevé", shop.Clean);
        var theirs = await Record("a;b\n1;2", "Leur relevé", shop.Stranger);
        var one = await Key(bore);
        await Assert.ThrowsAsync<NotFoundException>(() => Send(one, "lot-1", """{"a":1}""", table: other));
        Assert.Equal(["Alésage"], (await Opened(one)).Select(t => t.Name));
        var whole = await Key();
        Assert.Equal(["Alésage", "Autre relevé"], (await Opened(whole)).Select(t => t.Name));
        await Assert.ThrowsAsync<NotFoundException>(() => Send(whole, "lot-1", """{"a":1}""", table: theirs));
        await Assert.ThrowsAsync<NotFoundException>(() => shop.By(shop.Clean, (MakeAccessKey g) => g.Run(new("?", theirs), Stop)));
        Assert.DoesNotContain((await List(shop.Stranger)).Keys, k => k.ByCode == "CLEAN");
        await Assert.ThrowsAsync<NotFoundException>(async () => await TakeBack(shop.Stranger, (await List(shop.Clean)).Keys[0].Id));
    }

    [Fact]
    public async Task A_key_of_somebody_who_works_in_two_plants_sees_only_its_own()
    {
        await shop.House.Hold(shop.Clean, Role.LeanCoordinator, await shop.House.Organisation(OrganisationKind.Plant, "Usine sœur"));
        var secret = await Key(bore);
        await shop.House.AsNobody(async s =>
        {
            Assert.NotNull(await s.GetRequiredService<ComeByAccessKey>().Run(secret, Stop));
            Assert.All(s.GetRequiredService<Caller>().Roles, r => Assert.Equal(shop.Vnp, r.Organisation));
            Assert.Equal(shop.Vnp.ToString(), await House.Db(s).Database.SqlQuery<string>($"select array_to_string(etabli.organisations(), ',') as \"Value\"").SingleAsync(Stop));
            return 0;
        });
    }

    [Fact]
    public async Task A_key_does_nothing_once_its_maker_may_no_longer()
    {
        var secret = await Key(by: shop.Meth);
        Assert.Equal(2, (await Send(secret, "lot-1", Two))!.Taken);
        await shop.House.Hold(shop.Meth, Role.Operator, shop.Vnp);
        await shop.House.Insert("update people.role_held set until_day = date '2026-01-31' where person = $1 and role = 'ProcessTechnician'", shop.Meth.Value);
        Assert.Null(await Send(secret, "lot-2", Two));
        await shop.House.Insert("delete from people.role_held where person = $1", shop.Meth.Value);
        Assert.Null(await Send(secret, "lot-3", Two));
        Assert.Equal(3, (await Rows()).Table.Rows);
    }

    [Fact]
    public async Task Who_may_not_change_the_numbers_makes_sees_and_takes_back_no_key()
    {
        await Key();
        var id = (await List(shop.Clean)).Keys[0].Id;
        foreach (var who in new[] { shop.A03, shop.Tutor })
        {
            Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => Key(by: who))).Refusal);
            Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => List(who))).Refusal);
            Assert.Equal(PeopleRefusal.NotAllowed, (await Assert.ThrowsAsync<RefusalException>(() => TakeBack(who, id))).Refusal);
        }
    }

    [Fact]
    public async Task The_database_itself_shows_no_key_of_another_plant_and_lets_nobody_make_one_for_another_or_change_what_it_opens()
    {
        await Send(await Key(), "lot-1", Two);
        Assert.Equal((0, 0), await shop.House.As(shop.Stranger, async s => (await House.Db(s).AccessKeys.CountAsync(Stop), await House.Db(s).MeasureReceipts.CountAsync(Stop))));
        Assert.Equal((0, 0), await shop.House.AsNobody(async s => (await House.Db(s).AccessKeys.CountAsync(Stop), await House.Db(s).MeasureReceipts.CountAsync(Stop))));
        Assert.Equal((1, 1), await shop.House.As(shop.Clean, async s => (await House.Db(s).AccessKeys.CountAsync(Stop), await House.Db(s).MeasureReceipts.CountAsync(Stop))));
        await shop.House.As(shop.Clean, async s =>
        {
            var db = House.Db(s);
            foreach (var forbidden in new[]
            {
                $"insert into plant.access_key (id, organisation, person, hash, label, by_code, made_at) values (gen_random_uuid(), '{shop.Vnp}', '{shop.Meth}', sha256('x'), 'x', 'METH', now())",
                "update plant.access_key set person = person", "update plant.access_key set until = null", "update plant.access_key set \"table\" = null", "delete from plant.access_key",
                "update plant.measure_receipt set answer = ''", "delete from plant.measure_receipt",
            })
            {
                Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync(forbidden, Stop))).SqlState);
            }

            return 0;
        });
    }

    [Fact]
    public async Task The_journal_says_what_was_made_taken_and_taken_back_and_no_secret_is_kept_anywhere()
    {
        var secret = await Key(label: "Banc 3");
        await Send(secret, "lot-1", Two);
        await TakeBack(shop.Clean, (await List(shop.Clean)).Keys[0].Id);
        await using var connection = new NpgsqlConnection(shop.House.AdministratorConnection);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand("select act, detail from journal.entry where act like 'access-key.%' or detail like '%Banc 3%' order by seq", connection);
        var entries = new List<(string Act, string Detail)>();
        await using (var rows = await command.ExecuteReaderAsync(Stop))
        {
            while (await rows.ReadAsync(Stop))
            {
                entries.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        Assert.Equal(["access-key.made", "measures.taken", "access-key.taken-back"], entries.Select(e => e.Act));
        Assert.All(entries, e => Assert.DoesNotContain(secret[4..], e.Detail, StringComparison.Ordinal));
        Assert.Contains(("Banc 3", "CLEAN", 2), (await Rows()).Imports.Select(i => (i.From, i.ByCode, i.Rows)));
        await using var kept = new NpgsqlCommand("select count(*) from plant.access_key k, plant.measure_receipt r where k::text || r::text like '%' || $1 || '%'", connection);
        kept.Parameters.AddWithValue(secret[4..]);
        Assert.Equal(0L, await kept.ExecuteScalarAsync(Stop));
    }

    private async Task<MeasureTableId> Record(string text, string name, PersonId by)
    {
        using var reader = new StringReader(text);
        return (await shop.By(by, (TakeMeasures g) => g.Run(new(reader, "fr", "", Name: name), Stop))).Table;
    }

    private Task<string> Key(MeasureTableId? table = null, DateOnly? until = null, string label = "Machine à mesurer", PersonId? by = null) =>
        shop.By(by ?? shop.Clean, (MakeAccessKey g) => g.Run(new(label, table, until), Stop));

    /// <summary>As a request would: nobody is known, the key is all there is.</summary>
    private Task<TakeRows.Answer?> Send(string secret, string request, string body, bool all = false, MeasureTableId? table = null) => shop.House.AsNobody(async s =>
        await s.GetRequiredService<ComeByAccessKey>().Run(secret, Stop) is { } key
            ? await s.GetRequiredService<TakeRows>().Run(new(key, table ?? bore, request, Encoding.UTF8.GetBytes(body), all), Stop)
            : null);

    private async Task<RefusalException> Refused(PlantRefusal refusal, string secret, string body, string request = "refus", bool all = false)
    {
        var no = await Assert.ThrowsAsync<RefusalException>(() => Send(secret, request, body, all));
        Assert.Equal(refusal, no.Refusal);
        return no;
    }

    private Task<IReadOnlyList<MeasureTable>> Opened(string secret) => shop.House.AsNobody(async s =>
        (await s.GetRequiredService<RecordsOfKey.Reader>().Find((await s.GetRequiredService<ComeByAccessKey>().Run(secret, Stop))!, Stop)).Tables);

    private Task<AccessKeyList> List(PersonId who) => shop.By(who, (AccessKeyList.Reader r) => r.Find(Stop));

    private Task TakeBack(PersonId who, AccessKeyId key) => shop.By(who, (TakeBackAccessKey g) => g.Run(new(key), Stop));

    private Task<MeasureSheet> Rows() => shop.By(shop.Clean, (MeasureSheet.Reader r) => r.Find(bore, 0, Stop));
}
