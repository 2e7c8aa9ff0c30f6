using Etabli.Application;
using Etabli.Application.Hosting;
using Etabli.People.Accounts;
using Etabli.People.Persons;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Etabli.Demo;

/// <summary>
/// The demonstration plant and those who certify its people. The world before the first gesture (organisations, people,
/// roles) is entered as the owner; everything after goes through the front door, as a person would do it.
/// </summary>
public sealed partial class DemoWorld(Storehouse storehouse, IServiceScopeFactory scopes, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>Password of every demonstration account: it protects nothing.</summary>
    public const string Password = "nulle-part-50-28";

    /// <summary>Loads what is not there yet; saying each step.</summary>
    /// <returns>True when something was loaded.</returns>
    public async Task<bool> Load(IProgress<string> progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (await IsLoaded(stop))
        {
            return false;
        }

        progress.Report("people");
        await EnterPeople(stop);
        await LoadStandards(progress, stop);
        await LoadPlant(progress, stop);
        await Finish(stop);
        return true;
    }

    /// <summary>Runs something as one of the demonstration's people.</summary>
    public async Task As(string code, Func<IServiceProvider, Task> what, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(what);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Caller>().Become(DemoIds.Person(code), stop);
        await what(scope.ServiceProvider);
    }

    private async Task<bool> IsLoaded(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand("select exists (select from people.demo_person)", connection);
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    private async Task EnterPeople(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        foreach (var (key, kind, name) in DemoPeopleTable.Organisations)
        {
            await Do("insert into people.organisation (id, kind, name, territory) values ($1, $2, $3, 'MainlandFrance') on conflict do nothing",
                DemoIds.Organisation(key).Value, kind.ToString(), name);
        }

        var hash = hasher.HashPassword(null!, Password);
        foreach (var person in DemoPeopleTable.People.Concat(DemoPeopleTable.Colleagues).Concat(Operators()))
        {
            var id = DemoIds.Person(person.Code).Value;
            await Do("insert into people.person (id, code, first_name, last_name, culture, birth_date) values ($1, $2, $3, $4, 'fr', $5) on conflict do nothing",
                id, person.Code, person.FirstName, person.LastName, person.Roles.Any(r => r.Role == Role.Candidate) ? new DateOnly(1988, 5, 17) : DBNull.Value);
            await Do("insert into people.account (person, email, password_hash, stamp) values ($1, $2, $3, $4) on conflict do nothing",
                id, $"{person.Code.ToLowerInvariant()}@demo.example", hash, Guid.NewGuid());
            foreach (var (role, at) in person.Roles)
            {
                await Do("""
                    insert into people.role_held (id, person, role, organisation, from_day, college, delegated_by)
                    values ($1, $2, $3, $4, date '2024-01-01', $5, $6) on conflict do nothing
                    """,
                    DemoIds.Of($"role/{person.Code}/{role}/{at}"), id, role.ToString(), DemoIds.Organisation(at).Value,
                    role == Role.Juror ? person.College!.Value.ToString() : DBNull.Value, role == Role.Juror ? person.DelegatedBy! : DBNull.Value);
            }
        }

        await transaction.CommitAsync(stop);

        async Task Do(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var value in values)
            {
                command.Parameters.AddWithValue(value);
            }

            await command.ExecuteNonQueryAsync(stop);
        }
    }

    /// <summary>The one-click entries come last: a demonstration that was cut short is loaded again.</summary>
    private async Task Finish(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(storehouse.OwnerConnection);
        await connection.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var rank = 0;
        foreach (var person in DemoPeopleTable.People)
        {
            await using var command = new NpgsqlCommand(
                "insert into people.demo_person (person, code, rank, label_fr, label_en, note_fr, note_en) values ($1, $2, $3, $4, $5, $6, $7)", connection, transaction);
            foreach (var value in (object[])[DemoIds.Person(person.Code).Value, person.Code, ++rank, person.LabelFr, person.LabelEn, person.NoteFr, person.NoteEn])
            {
                command.Parameters.AddWithValue(value);
            }

            await command.ExecuteNonQueryAsync(stop);
        }

        await transaction.CommitAsync(stop);
    }

    private static IEnumerable<DemoPerson> Operators() => DemoFiles.Rows("21_personnel.csv")
        .Where(r => r["role"].StartsWith("opérat", StringComparison.Ordinal))
        .Select(r => new DemoPerson(r["code"], "", r["code"], "", "", "", "", (Role.Operator, DemoPeopleTable.Plant)));
}
