using Etabli.Plant.Workstations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class WorkstationMap : IEntityTypeConfiguration<Workstation>
{
    public void Configure(EntityTypeBuilder<Workstation> builder)
    {
        builder.ToTable("workstation", "plant");
        builder.HasKey(w => w.Id);
    }
}
