using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.TestHouse;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Etabli.Application.Tests.Persistence;

public sealed class WallsOfTheDatabaseTests : IAsyncLifetime
{
    private House house = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => house = await House.Open(Stop);

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task The_run_time_role_owns_nothing_and_is_nobody_special()
    {
        var owned = await Texts("select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'etabli_app'");
        var powers = await Texts("select rolname from pg_roles where rolname = 'etabli_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)");
        Assert.Empty(owned);
        Assert.Empty(powers);
    }

    [Fact]
    public async Task Every_table_that_the_run_time_role_can_reach_has_row_level_security_unless_it_holds_no_organisation()
    {
        // What belongs to no organisation: the published standards, the demonstration's entries, Quartz's own tables.
        string[] common = ["people.demo_person", "certification.standard"];
        var open = await Texts("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and not c.relrowsecurity and n.nspname not in ('pg_catalog', 'information_schema', 'quartz')
              and has_table_privilege('etabli_app', c.oid, 'select, insert, update, delete')
            """);
        Assert.Empty(open.Except(common));
    }

    [Fact]
    public async Task A_connection_that_says_nothing_sees_nothing()
    {
        var centre = await house.Organisation(OrganisationKind.ExamCentre, "UIMM territoriale");
        await house.Person("ANNE", (Role.ExamCentreOfficer, centre));
        var seen = await house.AsNobody(s => House.Db(s).Persons.CountAsync(Stop));
        var organisations = await house.AsNobody(s => House.Db(s).Organisations.CountAsync(Stop));
        Assert.Equal(0, seen);
        Assert.Equal(0, organisations);
    }

    [Fact]
    public async Task Being_a_juror_of_a_centre_gives_no_sight_of_its_people()
    {
        var centre = await house.Organisation(OrganisationKind.ExamCentre, "UIMM territoriale");
        var anne = await house.Person("ANNE", (Role.ExamCentreOfficer, centre));
        var juror = await house.Person("S1", (Role.Juror, centre));
        var byAnne = await house.As(anne, s => House.Db(s).Persons.Select(p => p.Id).ToListAsync(Stop));
        var byJuror = await house.As(juror, s => House.Db(s).Persons.Select(p => p.Id).ToListAsync(Stop));
        Assert.Equal([anne, juror], byAnne.OrderBy(i => i.Value));
        Assert.Equal([juror], byJuror);
    }

    [Fact]
    public async Task Every_mapped_column_exists_in_the_database_and_every_entity_can_be_read()
    {
        await house.AsNobody(async s =>
        {
            var db = House.Db(s);
            var known = (await Texts("select table_schema || '.' || table_name || '.' || column_name from information_schema.columns")).ToHashSet();
            var missing = new List<string>();
            foreach (var entity in db.Model.GetEntityTypes().Where(e => !e.IsMappedToJson() && e.GetTableName() is not null))
            {
                var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
                missing.AddRange(entity.GetProperties()
                    .Select(p => p.GetColumnName(table))
                    .Where(c => c is not null and not "xmin")
                    .Select(c => $"{table.Schema}.{table.Name}.{c}")
                    .Where(c => !known.Contains(c)));
            }

            Assert.Empty(missing);
            return 0;
        });
    }

    [Fact]
    public async Task Migrating_a_migrated_database_changes_nothing()
    {
        Assert.Equal(0, await Etabli.Persistence.Migrations.Migrator.Migrate(house.Storehouse.OwnerConnection, Stop));
    }

    private async Task<List<string>> Texts(string sql)
    {
        await using var connection = new NpgsqlConnection(house.AdministratorConnection);
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var texts = new List<string>();
        while (await rows.ReadAsync(Stop))
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
