using Etabli.People;
using Etabli.Persistence.Journal;
using Etabli.Plant.Workstations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Etabli.Persistence;

/// <summary>The one context: one PostgreSQL schema per module, one mapping file per aggregate.</summary>
public sealed partial class EtabliDb(DbContextOptions<EtabliDb> options, Session session) : DbContext(options)
{
    private readonly List<JournalNote> notes = [];

    /// <summary>Will be chained to the journal in the same transaction as the next save.</summary>
    public void Note(JournalNote note) => notes.Add(note);

    /// <summary>Changes who asks, in the middle of a scope, on the connection already open.</summary>
    /// <param name="person">Who.</param>
    /// <param name="stop">Stops the work.</param>
    /// <param name="only">The one organisation to be seen; null for all of the person's.</param>
    public async Task ActAs(PersonId person, CancellationToken stop, OrganisationId? only = null)
    {
        if (session.Person == person && session.Organisation == only)
        {
            // Every connection opened in this scope was told so already.
            return;
        }

        session.ActAs(person, only);
        await TellOpenConnection(stop);
    }

    /// <inheritdoc cref="Session.ActFor"/>
    public async Task ActFor(OrganisationId organisation, CancellationToken stop)
    {
        session.ActFor(organisation);
        await TellOpenConnection(stop);
    }

    /// <summary>Saves what changed and chains what was noted, in one transaction: both are there, or neither.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (notes.Count == 0)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        var mine = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        await using (mine)
        {
            var changed = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

            // The chain's lock is held until commit: taken last, so it is held as short as can be.
            foreach (var note in notes)
            {
                await JournalChain.Append((NpgsqlConnection)Database.GetDbConnection(), note, cancellationToken);
            }

            if (mine is not null)
            {
                await mine.CommitAsync(cancellationToken);
            }

            notes.Clear();
            return changed;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        foreach (var assembly in new[] { typeof(PersonId).Assembly, typeof(WorkstationId).Assembly, Rooms.Certification, Rooms.Improvement, Rooms.Studies })
        {
            foreach (var identifier in assembly.GetTypes().Where(t => t.IsValueType && typeof(IIdentifier).IsAssignableFrom(t)))
            {
                configurationBuilder.Properties(identifier).HaveConversion(typeof(IdentifierConverter<>).MakeGenericType(identifier));
            }
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(EtabliDb).Assembly);
        Naming.Apply(modelBuilder);
    }

    private async Task TellOpenConnection(CancellationToken stop)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        if (connection.State == System.Data.ConnectionState.Open)
        {
            await using var command = new SessionInterceptor(session).Tell(connection);
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    private sealed class IdentifierConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, guid => Create(guid))
        where TId : struct, IIdentifier
    {
        private static TId Create(Guid value) => (TId)Activator.CreateInstance(typeof(TId), value)!;
    }
}
