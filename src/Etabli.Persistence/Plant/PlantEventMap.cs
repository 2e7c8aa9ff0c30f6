using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class PlantEventMap : IEntityTypeConfiguration<PlantEvent>
{
    public void Configure(EntityTypeBuilder<PlantEvent> builder)
    {
        builder.ToTable("event", "plant");
        builder.HasKey(e => new { e.Organisation, e.Kind, e.Code });
    }
}
