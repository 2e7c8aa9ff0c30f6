using Etabli.People.Accounts;
using Etabli.People.Grants;
using Etabli.People.Organisations;
using Etabli.People.Persons;
using Etabli.Persistence.Plant;
using Etabli.Plant.Flows;
using Etabli.Plant.Measures;
using Etabli.Plant.Occurrences;
using Etabli.Plant.Register;
using Etabli.Plant.Workstations;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Persistence;

public sealed partial class EtabliDb
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<AccessGrant> Grants => Set<AccessGrant>();

    public DbSet<Workstation> Workstations => Set<Workstation>();

    public DbSet<ProductFamily> ProductFamilies => Set<ProductFamily>();

    public DbSet<PlantRegister> PlantRegisters => Set<PlantRegister>();

    public DbSet<PlantSettings> PlantSettings => Set<PlantSettings>();

    public DbSet<PlantEvent> PlantEvents => Set<PlantEvent>();

    public DbSet<EventStation> EventStations => Set<EventStation>();

    public DbSet<EventImport> EventImports => Set<EventImport>();

    public DbSet<StopCause> StopCauses => Set<StopCause>();

    public DbSet<MeasureTable> MeasureTables => Set<MeasureTable>();

    public DbSet<MeasureImport> MeasureImports => Set<MeasureImport>();

    public DbSet<MeasureCorrection> MeasureCorrections => Set<MeasureCorrection>();

    public DbSet<AccessKey> AccessKeys => Set<AccessKey>();

    public DbSet<MeasureReceipt> MeasureReceipts => Set<MeasureReceipt>();
}
