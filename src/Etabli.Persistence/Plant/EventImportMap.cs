using Etabli.Plant.Occurrences;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Etabli.Persistence.Plant;

internal sealed class EventImportMap : IEntityTypeConfiguration<EventImport>
{
    public void Configure(EntityTypeBuilder<EventImport> builder)
    {
        builder.ToTable("event_import", "plant");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
    }
}
