using Etabli.Persistence.Printing;
using Microsoft.EntityFrameworkCore;

namespace Etabli.Persistence;

public sealed partial class EtabliDb
{
    public DbSet<PrintRequest> Prints => Set<PrintRequest>();
}
