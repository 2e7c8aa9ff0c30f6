using Etabli.People.Files;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Persistence;

public sealed partial class EtabliDb
{
    public DbSet<StoredFile> Files => Set<StoredFile>();
}
